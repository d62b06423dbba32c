/** A page saved by the extension (« Enregistrer cette page… ») is a ZIP of the folder that the evaluation takes. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { EvaluationError } from "./labels.ts";

/**
 * @returns the folder given, or that of the .zip given, unpacked for this run. @throws {EvaluationError} when the file is not one of ours
 */
export function folderOf(given: string): string {
  if (!given.endsWith(".zip")) return given;
  if (!existsSync(given)) throw new EvaluationError(`${given} n'existe pas.`);
  const folder = mkdtempSync(join(tmpdir(), "pli-pret-page-"));
  const held = unpacked(given).filter(([name]) => /^(pages|labels)\/[\w.-]+\.(html|json)$/.test(name));
  if (held.length === 0) throw new EvaluationError(`${given} ne contient aucune page : donnez le fichier tel que Pli prêt l'a enregistré.`);
  for (const [name, bytes] of held) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

function unpacked(file: string): [string, Uint8Array][] {
  try {
    return Object.entries(unzipSync(readFileSync(file)));
  } catch {
    throw new EvaluationError(`${file} n'est pas un fichier .zip, ou il est abîmé.`);
  }
}
