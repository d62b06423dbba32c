/**
 * Making a dossier off the thread that draws the screen: the page's end of a conversation over a `MessagePort`; `make-serve.ts` is the
 * worker's. The worker asks for one document at a time and transfers each file once it is made. To cancel, the page ends the worker.
 */

import type { MakeProgress, Reopened } from "../../domain/prepared.ts";
import type { LogRequest } from "./diligence-log.ts";
import type { DossierRequest, MadeDossier } from "./made.ts";
import type { ReopenRequest } from "./reopen.ts";

export type DossierFormat = "pdf" | "zip";

export type Wanted = { readonly make: DossierRequest; readonly format: DossierFormat } | { readonly log: LogRequest };
export type ToWorker =
  | Wanted
  | { readonly reopen: ReopenRequest }
  | { readonly id: string; readonly bytes: Uint8Array<ArrayBuffer> | null };
export type FromWorker =
  | { readonly want: string }
  | { readonly progress: MakeProgress }
  | { readonly made: MadeDossier }
  | { readonly reopened: Reopened }
  | { readonly failed: string };

interface PageDeps {
  readonly bytesOf: (id: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly onProgress: (progress: MakeProgress) => void;
}

/** Asks for one dossier, hands out its documents. @throws when the work failed: a bug, or no memory left */
export function makeOver(port: MessagePort, wanted: Wanted, { bytesOf, onProgress }: PageDeps): Promise<MadeDossier> {
  return new Promise((resolve, reject) => {
    port.onmessage = async ({ data }: MessageEvent<FromWorker>) => {
      if ("progress" in data) onProgress(data.progress);
      else if ("made" in data) resolve(data.made);
      else if ("failed" in data) reject(new Error(data.failed));
      else if ("want" in data) {
        const bytes = await bytesOf(data.want).catch(() => null);
        port.postMessage({ id: data.want, bytes } satisfies ToWorker, bytes === null ? [] : [bytes.buffer]);
      }
    };
    port.postMessage(wanted);
  });
}

/** Has one file opened again. Its bytes are transferred. @throws when memory is short */
export function reopenOver(port: MessagePort, file: ReopenRequest): Promise<Reopened> {
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ("reopened" in data) resolve(data.reopened);
      else if ("failed" in data) reject(new Error(data.failed));
    };
    port.postMessage({ reopen: file } satisfies ToWorker, [file.bytes.buffer]);
  });
}
