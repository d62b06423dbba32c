/**
 * Who asked for what, about whom, for which buyer, and how it ended (CGU of API Entreprise: kept 36 months at least).
 * One file a month and an instance, only ever appended to; each line carries the digest of the one before, so that a line
 * changed or removed shows. A protected answer leaves only after its line is on the disk.
 */
import { createHash, randomUUID } from "node:crypto";
import { access, constants, type FileHandle, mkdir, open, readdir, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { addMonths, parisDay } from "../src/domain/time.ts";

export const AuditEntry = z.object({
  at: z.string(),
  /** Subject of the identity provider; `null` when nobody needed to sign in. */
  who: z.string().nullable(),
  /** SIRET that the identity provider gave for that person. */
  actsFor: z.string().nullable(),
  /** SIRET asked about. */
  company: z.string(),
  source: z.string(),
  /** Number of the document, when one was asked. */
  document: z.number().int().nullable(),
  recipient: z.string().nullable(),
  context: z.string(),
  object: z.string(),
  /** State of the answer, "document" when bytes were given, or the problem's code. */
  outcome: z.string(),
  /** SHA-256 of the bytes given, in hexadecimal; `null` when none were. */
  sha256: z.string().nullable().default(null),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

const AuditLine = AuditEntry.extend({ previous: z.string() });
type AuditLine = z.infer<typeof AuditLine>;

export interface Audit {
  /** Ends when the line is on the disk. @throws when it cannot be written: the answer must not leave. */
  record(entry: AuditEntry): Promise<void>;
  close(): Promise<void>;
}

export const NO_AUDIT: Audit = { record: async () => undefined, close: async () => undefined };

const RETENTION_MONTHS = 36;
const FILE_NAME = /^audit-(\d{4}-\d{2})-[0-9a-f-]+\.jsonl$/;
const ORIGIN = "0".repeat(64);

export async function openAudit(directory: string, now: () => Date): Promise<Audit> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await access(directory, constants.W_OK);
  const instance = randomUUID();
  let current: { readonly month: string; readonly file: FileHandle } | null = null;
  let previous = ORIGIN;
  let queue: { readonly entry: AuditEntry; readonly done: () => void; readonly failed: (error: unknown) => void }[] = [];
  let writing: Promise<void> | null = null;

  async function fileOf(month: string): Promise<FileHandle> {
    if (current?.month === month) return current.file;
    await current?.file.close();
    const file = await open(join(directory, `audit-${month}-${instance}.jsonl`), "a", 0o600);
    current = { month, file };
    previous = ORIGIN;
    await removeOlderThan(directory, addMonths(`${month}-01`, -RETENTION_MONTHS).slice(0, 7));
    return file;
  }

  /** Entries that arrived while the disk was busy are written together. */
  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue;
      queue = [];
      try {
        const file = await fileOf(parisDay(now()).slice(0, 7));
        let text = "";
        let last = previous;
        for (const { entry } of batch) {
          const line = JSON.stringify({ ...entry, previous: last });
          last = digestOf(line);
          text += `${line}\n`;
        }
        await file.appendFile(text);
        await file.datasync();
        previous = last;
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    writing = null;
  }

  return {
    record: (entry) =>
      new Promise((done, failed) => {
        queue.push({ entry, done, failed });
        writing ??= drain();
      }),
    close: async () => {
      await writing;
      await current?.file.close();
      current = null;
    },
  };
}

async function removeOlderThan(directory: string, firstMonth: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const month = FILE_NAME.exec(name)?.[1];
    if (month !== undefined && month < firstMonth) await unlink(join(directory, name));
  }
}

function digestOf(line: string): string {
  return createHash("sha256").update(line).digest("hex");
}

export interface AuditReading {
  readonly lines: readonly AuditLine[];
  /** "file:line" where a line was changed, removed, or cannot be read. */
  readonly broken: readonly string[];
}

/** Reads the trail of those days ("2026-01-01", inclusive), in time order, and checks that nothing was changed. */
export async function readAudit(directory: string, from: string, to: string): Promise<AuditReading> {
  const lines: AuditLine[] = [];
  const broken: string[] = [];
  for (const name of (await readdir(directory)).filter((file) => FILE_NAME.test(file)).sort()) {
    let previous = ORIGIN;
    const texts = (await readFile(join(directory, name), "utf8")).split("\n").filter((text) => text !== "");
    texts.forEach((text, index) => {
      const line = parseLine(text);
      if (line === null || line.previous !== previous) broken.push(`${name}:${index + 1}`);
      previous = digestOf(text);
      const day = line === null ? null : parisDay(new Date(line.at));
      if (line !== null && day !== null && day >= from && day <= to) lines.push(line);
    });
  }
  return { lines: lines.sort((one, other) => one.at.localeCompare(other.at)), broken };
}

function parseLine(text: string): AuditLine | null {
  try {
    return AuditLine.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
