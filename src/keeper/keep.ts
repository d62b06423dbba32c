/** From a dropped file to a piece of the coffre, or the reason why it is not kept. */
import type { Coffre } from "../coffre/coffre.ts";
import type { Reading } from "../documents/recognise/port.ts";
import { draftOf } from "../documents/recognise/recognise.ts";
import type { CoffrePiece, KeepFailure } from "../domain/coffre.ts";
import { pieceOf } from "../domain/pieces.ts";
import { present } from "../domain/present.ts";
import { parisDay } from "../domain/time.ts";
import { takenAs } from "./convert.ts";
import { readFile } from "./reader.ts";

/**
 * `NotTaken`: no document, or must be converted first · `locked`: a password is needed · `unreadable`: damaged · `full`: no room left ·
 * `stopped`: the reader died, the file may be dropped again.
 */
export type KeepResult = { readonly piece: CoffrePiece } | { readonly failure: KeepFailure };

/** The company that a file is kept for, and the names it is known by. */
export interface Owner {
  readonly siren: string;
  readonly names: readonly string[];
}

/**
 * Reads, recognises and keeps one file for a company. What is not certain is kept unconfirmed with its questions.
 * @param read reads off the screen's thread; replaced in tests
 */
export async function keepFile(
  coffre: Pick<Coffre, "keep">,
  { siren, names }: Owner,
  file: File,
  now: Date,
  how: Reading,
  read: typeof readFile = readFile,
): Promise<KeepResult> {
  const taken = await takenAs(new Uint8Array(await file.arrayBuffer()));
  if (typeof taken === "string") return { failure: taken };
  const { bytes, type, showsFirst } = taken;
  const recognised = await read({ bytes, type }, { siren, names, today: parisDay(now) }, how);
  if (recognised.state !== "read") return { failure: recognised.state };
  const caveats = [...(recognised.caveats ?? []), ...(showsFirst === true ? (["showsFirst"] as const) : [])];
  const draft = {
    ...draftOf(recognised.recognition),
    ...present({ unfit: recognised.unfit, signatures: recognised.signatures, codes: recognised.codes }),
    ...(caveats.length === 0 ? {} : { caveats }),
  };
  const kept = await coffre.keep([{ bytes, about: { ...draft, siren, type, title: titleOf(draft.kind, file), fileName: file.name } }], now);
  const piece = kept.state === "kept" ? kept.pieces[0] : undefined;
  if (piece !== undefined) void askToPersist();
  return piece === undefined ? { failure: "full" } : { piece };
}

/** The kind's name; for a piece of kind « autre », the file's. */
function titleOf(kind: CoffrePiece["kind"], file: File): string {
  return kind === "autre" ? file.name.replace(/\.[^.]+$/, "") : pieceOf(kind).label;
}

/** A browser short of room deletes data that it was not asked to keep. It may refuse or ask the person: nothing waits for its answer. */
async function askToPersist(): Promise<void> {
  const storage: Partial<StorageManager> | undefined = globalThis.navigator?.storage;
  if (storage?.persist === undefined || (await storage.persisted?.()) === true) return;
  await storage.persist().catch(() => false);
}
