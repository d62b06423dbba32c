/** Makes a dossier's files in a worker and puts them on the shelf, for download and attachment. */

import type { DossierRequest, ItemOutcome, MadeDossier } from "../documents/make/made.ts";
import type { DossierFormat } from "../documents/make/port.ts";
import { release } from "../domain/bytes.ts";
import { Attention, type DocumentProblem, type MakeProgress, type PreparedFile, type PreparedRemark } from "../domain/prepared.ts";
import { present } from "../domain/present.ts";
import type { MadeShelf } from "../store/made-shelf.ts";
import type { Brought } from "./bring.ts";
import { makeInWorker } from "./maker.ts";

interface PrepareDeps {
  readonly bring: (pieceId: string) => Promise<Brought>;
  readonly shelf: MadeShelf;
  readonly onProgress?: (progress: MakeProgress) => void;
  readonly signal?: AbortSignal;
}

export interface Prepared {
  /** Empty when no document could be used. */
  readonly files: readonly PreparedFile[];
  readonly outcomes: readonly ItemOutcome[];
  /** By piece: why it was not available. */
  readonly problems: ReadonlyMap<string, DocumentProblem>;
}

/** @throws the signal's reason when aborted; an error when memory or the disk is full: nothing stays on the shelf then */
export async function prepare(request: DossierRequest, format: DossierFormat, deps: PrepareDeps): Promise<Prepared> {
  const { bring, shelf, onProgress, signal } = deps;
  const problems = new Map<string, DocumentProblem>();
  const bytesOf = async (id: string) => {
    const brought = await bring(id);
    if ("bytes" in brought) return brought.bytes;
    problems.set(id, brought.problem);
    return null;
  };
  const watching = present({ onProgress, signal });
  const { files, outcomes } = await makeInWorker(request, format, { bytesOf, ...watching });
  if (isNothing(outcomes, format)) return { files: [], outcomes, problems };
  return { files: await shelve(files, shelf, new Date(request.madeAt), signal), outcomes, problems };
}

/** A ZIP accepts unreadable documents; a PDF does not. */
function isNothing(outcomes: readonly ItemOutcome[], format: DossierFormat): boolean {
  return outcomes.every((outcome) => !isInside(outcome, format));
}

/** True for a document that is in the made files. */
export function isInside({ leftOut, sha256 }: ItemOutcome, format: DossierFormat): boolean {
  return format === "zip" ? sha256 !== undefined : leftOut === undefined;
}

async function shelve(files: MadeDossier["files"], shelf: MadeShelf, at: Date, signal?: AbortSignal): Promise<PreparedFile[]> {
  const shelved: PreparedFile[] = [];
  try {
    for (const { fileName, mediaType, bytes, sha256, pages, oversize } of files) {
      const key = await shelf.put({ fileName, mediaType, bytes, putAt: at.getTime() });
      shelved.push({ key, fileName, mediaType, sha256, size: bytes.length, pages, oversize });
      // It lies on the shelf: its bytes go now, not when a collector comes by.
      release(bytes.buffer);
      signal?.throwIfAborted();
    }
    return shelved;
  } catch (error) {
    await shelf.remove(shelved.map(({ key }) => key));
    throw error;
  }
}

/** What the person must know of the documents. A ZIP of originals keeps signatures. */
export function remarksOf({ outcomes, problems }: Prepared, format: DossierFormat): PreparedRemark[] {
  return outcomes.flatMap((outcome): PreparedRemark[] => {
    const { id, title, leftOut } = outcome;
    if (leftOut !== undefined) return [{ title, about: problems.get(id) ?? leftOut }];
    if (format === "zip") return [];
    return Attention.options.filter((about) => outcome[about]).map((about) => ({ title, about }));
  });
}
