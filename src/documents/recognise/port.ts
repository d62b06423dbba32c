/**
 * Recognition off the thread that draws the screen: both ends of a conversation over a `MessagePort`.
 *
 * In a dedicated worker, pdf.js takes the worker's own message channel for itself as soon as it is loaded, so the worker
 * is given a port of its own: `worker.postMessage(null, [port])`, and in the worker `onmessage = ({ports}) => serveRecognition(ports[0])`.
 */
import type { FileType } from "../../domain/files.ts";
import type { LeftOutReason } from "../../domain/prepared.ts";
import { present } from "../../domain/present.ts";
import type { Recognition } from "./reading.ts";
import { type Expected, NOTHING_READ, recognise } from "./recognise.ts";
import { textOf } from "./text.ts";

/** A file as it was dropped, its type told from its bytes. */
export interface Dropped {
  readonly bytes: Uint8Array;
  readonly type: FileType;
}

/** What was recognised, or why the file cannot be kept: it needs a password, or it is damaged. */
export type Recognised =
  | {
      readonly state: "read";
      readonly recognition: Recognition;
      readonly pageCount: number;
      /** Why it could not be merged in a dossier, when that was tried. */
      readonly unfit?: LeftOutReason;
    }
  | { readonly state: "locked" | "unreadable" };

/** Reads a file and recognises it. A picture has no text: all is asked. */
export async function recogniseFile({ bytes, type }: Dropped, expected: Expected): Promise<Recognised> {
  if (type !== "application/pdf") return { state: "read", recognition: NOTHING_READ, pageCount: 1 };
  const outcome = await textOf(bytes);
  if (outcome.state === "locked" || outcome.state === "unreadable") return { state: outcome.state };
  const recognition = outcome.state === "scan" ? NOTHING_READ : recognise(outcome.text, expected);
  return { state: "read", recognition, pageCount: outcome.pageCount };
}

interface Request {
  readonly id: number;
  readonly dropped: Dropped;
  readonly expected: Expected;
}
interface Reply {
  readonly id: number;
  readonly recognised: Recognised;
}

/** Tries what a dossier will do with a file: why it cannot, or `undefined`. */
export type TryOut = (dropped: Dropped) => Promise<LeftOutReason | undefined>;

/** The worker's end: answers each request on the port. */
export function serveRecognition(port: MessagePort, tryOut: TryOut = async () => undefined): void {
  const answerTo = async ({ dropped, expected }: Request): Promise<Recognised> => {
    const recognised = await recogniseFile(dropped, expected);
    return recognised.state === "read" ? { ...recognised, ...present({ unfit: await tryOut(dropped) }) } : recognised;
  };
  port.onmessage = async ({ data }: MessageEvent<Request>) => {
    const recognised = await answerTo(data).catch((): Recognised => ({ state: "unreadable" }));
    port.postMessage({ id: data.id, recognised } satisfies Reply);
  };
}

/** The page's end: one file after the other or several at once, each with its own promise. */
export function recogniserOver(port: MessagePort): (dropped: Dropped, expected: Expected) => Promise<Recognised> {
  const waiting = new Map<number, (recognised: Recognised) => void>();
  port.onmessage = ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.id)?.(data.recognised);
    waiting.delete(data.id);
  };
  let last = 0;
  return (dropped, expected) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      port.postMessage({ id: last, dropped, expected } satisfies Request);
    });
}
