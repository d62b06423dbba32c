/**
 * The trail of earlier versions: files of one JSON a line, each line with the digest of the one before. They are no longer written:
 * their lines are taken into the database, once each, in time order.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { parseJson } from "../../src/domain/json.ts";
import { createChain } from "./chain.ts";
import { AuditEntry, entryOf } from "./entry.ts";
import { rowsOf, type TrailStore } from "./store.ts";

const FILE_NAME = /^audit-\d{4}-\d{2}-[0-9a-f-]+\.jsonl$/;
const ORIGIN = "0".repeat(64);
const OldLine = AuditEntry.extend({ previous: z.string() });
/** Entries written in one transaction. */
const AT_ONCE = 500;

export interface OldFiles {
  readonly entries: readonly AuditEntry[];
  /** "file:line" that was changed, whose neighbour was removed, or that cannot be read. */
  readonly broken: readonly string[];
}

/** Reads the files of a folder, and checks that nothing was changed in them. */
export async function readOldFiles(directory: string): Promise<OldFiles> {
  const entries: AuditEntry[] = [];
  const broken: string[] = [];
  for (const name of (await readdir(directory)).filter((file) => FILE_NAME.test(file)).sort()) {
    let previous = ORIGIN;
    const texts = (await readFile(join(directory, name), "utf8")).split("\n").filter((text) => text !== "");
    texts.forEach((text, index) => {
      const origin = `${name}:${index + 1}`;
      const line = OldLine.safeParse(parseJson(text)).data;
      if (line?.previous !== previous) broken.push(origin);
      previous = createHash("sha256").update(text).digest("hex");
      if (line === undefined) return;
      const { previous: _, ...entry } = line;
      entries.push({ ...entry, origin });
    });
  }
  return { entries: entries.sort((one, other) => one.at.localeCompare(other.at)), broken };
}

/** Adds what is not in the trail yet. Returns how many lines were added. */
export async function takeIn({ entries }: OldFiles, store: TrailStore, key: Buffer): Promise<number> {
  const known = new Set<string | null>();
  for await (const { entry } of rowsOf(store)) known.add(entryOf(entry)?.origin ?? null);
  const missing = entries.filter(({ origin }) => !known.has(origin));
  const chain = createChain(key);
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    await store.append((last) => chain.follow(last, missing.slice(from, from + AT_ONCE)));
  }
  return missing.length;
}
