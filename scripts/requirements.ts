/**
 * `npm run requirements -- FILE… [--json]`: prints what the product's own code finds asked in a consultation's documents: règlement,
 * notice, archive of both. With `--json`, `[{file, kind, deadline, lots, groupement, candidature, offre, attributaire, …}]`, each finding
 * with its quote and page,
 * `null` where the document says nothing; a file that is not read has `refused`. Without it, a few lines per document.
 * A scan is read by text recognition, marked `recognised`, and gives no deadline; with `--no-scans` it is refused as `scan`.
 * `--measure FOLDER`: `files/` and `labels/` beside each other; prints the table of docs/requirements.md. `--faults` adds what is wrong on
 * the documents that the rules were written from.
 * Exit 2 when there is nothing to read.
 */
import { parseArgs } from "node:util";
import { isPieceKind, pieceOf } from "../src/domain/pieces.ts";
import type { Refusal } from "../src/requirements/open/paged.ts";
import { bytesOfFile, fromHere, refuse } from "./documents/asked.ts";
import { type ReadFile, readFiles } from "./requirements/read.ts";
import { scoreOf, tableOf } from "./requirements/score.ts";

const USAGE = "Usage : npm run requirements -- FICHIER… [--json] [--no-scans], ou npm run requirements -- --measure DOSSIER [--faults]";

const WHY: Readonly<Record<Refusal, string>> = {
  locked: "protégé par un mot de passe. Demandez à l'acheteur une version sans protection.",
  damaged: "endommagé. Téléchargez-le de nouveau sur le portail.",
  lying: "n'est pas ce que dit son nom. Vérifiez où vous l'avez pris avant de l'ouvrir.",
  type: "n'est pas lu : seuls le sont les PDF, DOCX, ODT, pages HTML, textes et avis XML.",
  macros: "contient des macros. Il n'est pas ouvert ; demandez-en une version sans macros.",
  scan: "ne contient que des images, et n'a pas été lu. Lisez-le vous-même : rien n'en est tiré.",
  bomb: "se déplie bien au-delà de ce qu'il annonce. Il n'est pas ouvert.",
  entries: "contient plus de dix mille fichiers. Il n'est pas ouvert.",
  path: "porte un nom qui sort de son dossier. Il n'est pas ouvert.",
  deep: "est une archive dans trop d'archives. Ouvrez-la vous-même, puis donnez ses fichiers.",
};

const { values, positionals } = askedFor(process.argv.slice(2));
if (values.measure !== undefined) {
  const folder = fromHere(values.measure);
  const tuned = await scoreOf(folder, "tuned");
  process.stdout.write(`${tableOf(tuned, await scoreOf(folder, "heldOut"))}\n`);
  if (values.faults) process.stdout.write(`\n${tuned.faults.join("\n")}\n`);
} else {
  const read = await readFiles(positionals, !values["no-scans"]);
  for (const { told } of read) if (told.refused !== undefined) console.error(`${told.file} : ${WHY[told.refused]}`);
  process.stdout.write(`${values.json ? JSON.stringify(read.map(({ told }) => told)) : read.map(linesOf).join("\n\n")}\n`);
}

function linesOf({ told }: ReadFile): string {
  if (told.refused !== undefined) return `${told.file} : ${WHY[told.refused]}`;
  const at = (page: number | null) => (page === null ? "" : ` (page ${page})`);
  const named = (piece: string, what?: string) => (what !== undefined ? what : isPieceKind(piece) ? pieceOf(piece).label : piece);
  const list = (title: string, pieces: readonly { piece?: string; what?: string; quote: string; page: number | null }[] | null) =>
    (pieces ?? []).map(({ piece, what, quote, page }) => `  ${title} : ${named(piece ?? "autre", what)}${at(page)} « ${quote} »`);
  const { deadline } = told;
  return [
    `${told.file} (${{ rc: "règlement", avis: "avis", other: "autre" }[told.kind]}${told.recognised ? ", lu par reconnaissance, à vérifier" : ""})`,
    deadline === null
      ? "  date limite : non dite"
      : `  date limite : ${deadline.iso ?? "à vérifier"}${at(deadline.page)} « ${deadline.quote} »`,
    ...list("candidature", told.candidature),
    ...list("offre", told.offre),
    ...list("attributaire", told.attributaire),
  ].join("\n");
}

function askedFor(args: string[]) {
  try {
    const flag = { type: "boolean", default: false } as const;
    const asked = parseArgs({
      args,
      options: { json: flag, faults: flag, "no-scans": flag, measure: { type: "string" } },
      allowPositionals: true,
    });
    if (asked.positionals.length === 0 && asked.values.measure === undefined) return refuse(USAGE);
    for (const path of asked.positionals) bytesOfFile(path);
    return asked;
  } catch (error) {
    return refuse(error instanceof TypeError ? USAGE : String(error instanceof Error ? error.message : error));
  }
}
