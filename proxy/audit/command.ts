/** What an operator does with the trail: export it for the data protection officer and for DINUM, check it, take old files in. */
import { parisDay } from "../../src/domain/time.ts";
import { ConfigError, NotReadyError } from "../config.ts";
import { anchorsOf, createCheck } from "./check.ts";
import { AuditEntry, entryOf } from "./entry.ts";
import { readOldFiles, takeIn } from "./old-files.ts";
import { openPlace } from "./place.ts";
import { rowsOf, type TrailStore } from "./store.ts";

export const AUDIT_USAGE = `Usage : npm run proxy -- audit export [PREMIER_JOUR [DERNIER_JOUR]]   la trace de ces jours, en CSV
        npm run proxy -- audit verify [JOURNAL…]                       ce qui y a été modifié ou retiré (« - » : entrée standard)
        npm run proxy -- audit import DOSSIER                          y ajoute les fichiers des versions précédentes
La trace est celle de DATABASE_URL, sinon de PLI_PRET_AUDIT_DIR ; sa clé est PLI_PRET_AUDIT_KEY.
`;
const COLUMNS = Object.keys(AuditEntry.shape) as (keyof AuditEntry)[];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Runs `audit <args>`. Returns the exit status: 1 when the trail was changed, 2 when the command is not one. */
export async function runAudit(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const [name, ...rest] = args;
  const command = name === undefined ? undefined : COMMANDS[name];
  if (command === undefined || !command.takes(rest)) return say(AUDIT_USAGE, 2);
  try {
    const place = await openPlace(environment, environment["PLI_PRET_AUDIT_DIR"] ?? null);
    if (place === null) return say(AUDIT_USAGE, 2);
    try {
      return await command.run(place.store, place.key, rest);
    } finally {
      await place.store.close();
    }
  } catch (error) {
    if (error instanceof Error && (error instanceof ConfigError || error instanceof NotReadyError || "code" in error))
      return say(`${error.message}\n`, 78);
    throw error;
  }
}

interface Command {
  takes(args: readonly string[]): boolean;
  run(store: TrailStore, key: Buffer, args: readonly string[]): Promise<number>;
}
const COMMANDS: Readonly<Record<string, Command>> = {
  export: {
    takes: (days) => days.length <= 2 && days.every((day) => DAY.test(day)),
    run: (store, key, [from = "0000-01-01", to = "9999-12-31"]) => exportDays(store, key, from, to),
  },
  verify: { takes: () => true, run: verify },
  import: {
    takes: (folders) => folders.length === 1,
    run: async (store, key, [directory = ""]) => {
      const files = await readOldFiles(directory);
      const added = await takeIn(files, store, key);
      say(`${added} lignes ajoutées, ${files.entries.length - added} y étaient déjà.\n`, 0);
      return tell(files.broken.map((place) => `Ligne modifiée, manquante ou illisible dans l'ancien fichier : ${place}`));
    },
  },
};

async function exportDays(store: TrailStore, key: Buffer, from: string, to: string): Promise<number> {
  const check = createCheck(key, []);
  const faults: string[] = [];
  process.stdout.write(`${COLUMNS.join(";")}\n`);
  for await (const row of rowsOf(store)) {
    faults.push(...[check.see(row)].filter((fault) => fault !== null));
    const entry = entryOf(row.entry);
    const day = entry === null ? "" : parisDay(new Date(entry.at));
    if (entry !== null && day >= from && day <= to) await write(`${COLUMNS.map((column) => cell(entry[column])).join(";")}\n`);
  }
  return tell(faults);
}

async function verify(store: TrailStore, key: Buffer, logs: readonly string[]): Promise<number> {
  const anchors = (await Promise.all(logs.map(anchorsOf))).flat();
  const check = createCheck(key, anchors);
  const faults: string[] = [];
  let rows = 0;
  for await (const row of rowsOf(store)) {
    rows += 1;
    faults.push(...[check.see(row)].filter((fault) => fault !== null));
  }
  faults.push(...check.end());
  const compared = anchors.length === 0 ? "sans journal : une fin retirée ne se voit pas" : `${anchors.length} ancres du journal comparées`;
  process.stdout.write(`${rows} lignes lues, ${compared}.\n`);
  return tell(faults);
}

/** Waits for the reader: a trail is larger than a pipe's buffer. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}

function say(text: string, status: number): number {
  process.stderr.write(text);
  return status;
}

function tell(faults: readonly string[]): number {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  return faults.length === 0 ? 0 : 1;
}

/** Quoted; an apostrophe goes before a sign that a spreadsheet would take for a formula. */
function cell(value: string | number | null): string {
  const text = String(value ?? "");
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
