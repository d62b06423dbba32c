/**
 * Making a dossier off the thread that draws the screen: both ends of a conversation over a `MessagePort`. The worker asks for one
 * document at a time and gives each file up when it is made. To cancel, the page ends the worker.
 */
import type { LogRequest } from "./diligence-log.ts";
import { makeLog } from "./diligence-log.ts";
import type { DossierRequest, MadeDossier, MakeProgress, Typefaces } from "./made.ts";
import { makeDossier } from "./make-dossier.ts";
import { makeZip } from "./zip.ts";

export type DossierFormat = "pdf" | "zip";

type ToWorker =
  | { readonly make: DossierRequest; readonly format: DossierFormat }
  | { readonly log: LogRequest }
  | { readonly id: string; readonly bytes: Uint8Array<ArrayBuffer> | null };
type FromWorker =
  | { readonly want: string }
  | { readonly progress: MakeProgress }
  | { readonly made: MadeDossier }
  | { readonly failed: string };

/** The worker's end. */
export function serveMaking(port: MessagePort, typefaces: () => Promise<Typefaces>): void {
  let deliver: (bytes: Uint8Array<ArrayBuffer> | null) => void = () => {};
  const post = (message: FromWorker, transfer: Transferable[] = []) => port.postMessage(message, transfer);
  const bytesOf = (id: string) =>
    new Promise<Uint8Array<ArrayBuffer> | null>((resolve) => {
      deliver = resolve;
      post({ want: id });
    });

  async function work(message: Exclude<ToWorker, { id: string }>): Promise<void> {
    const deps = { typefaces: await typefaces(), bytesOf, onProgress: (progress: MakeProgress) => post({ progress }) };
    const made =
      "log" in message
        ? { files: [await makeLog(message.log, deps.typefaces)], outcomes: [] }
        : await (message.format === "zip" ? makeZip : makeDossier)(message.make, deps);
    post(
      { made },
      made.files.map(({ bytes }) => bytes.buffer),
    );
  }

  port.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if ("id" in data) deliver(data.bytes);
    else work(data).catch((error: unknown) => post({ failed: String(error) }));
  };
}

interface PageDeps {
  readonly bytesOf: (id: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly onProgress: (progress: MakeProgress) => void;
}

/** The page's end: asks for one dossier, hands out its documents. @throws when the making failed: a bug, or no memory left */
export function makeOver(
  port: MessagePort,
  wanted: Exclude<ToWorker, { id: string }>,
  { bytesOf, onProgress }: PageDeps,
): Promise<MadeDossier> {
  return new Promise((resolve, reject) => {
    port.onmessage = async ({ data }: MessageEvent<FromWorker>) => {
      if ("progress" in data) onProgress(data.progress);
      else if ("made" in data) resolve(data.made);
      else if ("failed" in data) reject(new Error(data.failed));
      else {
        const bytes = await bytesOf(data.want).catch(() => null);
        port.postMessage({ id: data.want, bytes } satisfies ToWorker, bytes === null ? [] : [bytes.buffer]);
      }
    };
    port.postMessage(wanted);
  });
}
