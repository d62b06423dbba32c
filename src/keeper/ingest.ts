/** Takes files into the coffre one by one: each is kept before the next is read. */
import type { KeepResult } from "./keep.ts";

interface Ingested {
  readonly file: File;
  readonly result: KeepResult;
}

/** A file that could not be read at all (moved or erased since it was chosen) fails alone: the following files are kept. */
export async function* ingest(files: readonly File[], keep: (file: File) => Promise<KeepResult>): AsyncGenerator<Ingested> {
  for (const file of files) yield { file, result: await keep(file).catch(() => ({ failure: "stopped" as const })) };
}
