/** Starts the worker that makes a dossier, for as long as it takes. */
import type { LogRequest } from "../documents/make/diligence-log.ts";
import type { DossierRequest, MadeDossier, MadeFile } from "../documents/make/made.ts";
import { type DossierFormat, makeOver, reopenOver } from "../documents/make/port.ts";
import type { ReopenRequest } from "../documents/make/reopen.ts";
import type { MakeProgress, Reopened } from "../domain/prepared.ts";
import type { FormsRequest } from "./forms-request.ts";
import type { DrawnForms, FormsAnswer, FormsWanted, RequestRead } from "./serve-forms.ts";

interface Making {
  /** The bytes of a document, or `null` when they are not available; asked for one at a time. */
  readonly bytesOf: (id: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly onProgress?: (progress: MakeProgress) => void;
  /** Aborting it terminates the worker at once. */
  readonly signal?: AbortSignal;
}

/** @throws the signal's reason when it is aborted */
export function makeInWorker(request: DossierRequest, format: DossierFormat, making: Making): Promise<MadeDossier> {
  const { bytesOf, onProgress = () => {}, signal } = making;
  return inWorker((port) => makeOver(port, { make: request, format }, { bytesOf, onProgress }), signal);
}

/** The diligence log as a PDF. */
export async function makeLogInWorker(log: LogRequest): Promise<MadeFile> {
  const nothing = { bytesOf: async () => null, onProgress: () => {} };
  const { files } = await inWorker((port) => makeOver(port, { log }, nothing));
  const [file] = files;
  if (file === undefined) throw new Error("The log was not made.");
  return file;
}

/** Opens a file again. Its bytes are transferred: the caller loses them. */
export function reopenInWorker(file: ReopenRequest): Promise<Reopened> {
  return inWorker((port) => reopenOver(port, file));
}

/** The forms of a candidature. @throws when the making failed: a bug, or no memory left */
export async function drawFormsInWorker(request: FormsRequest): Promise<DrawnForms> {
  const answer = await inWorker((port) => askForms(port, { draw: request }), undefined, "forms");
  if (!("drawn" in answer)) throw new Error("The forms were not made.");
  return answer.drawn;
}

/** Reads a buyer's request. @throws when the worker failed */
export async function readRequestInWorker(xml: string): Promise<RequestRead> {
  const answer = await inWorker((port) => askForms(port, { read: xml }), undefined, "forms");
  if (!("request" in answer)) throw new Error("The request was not read.");
  return answer.request;
}

function askForms(port: MessagePort, wanted: FormsWanted): Promise<FormsAnswer> {
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }: MessageEvent<FormsAnswer>) => ("failed" in data ? reject(new Error(data.failed)) : resolve(data));
    port.postMessage(wanted);
  });
}

async function inWorker<Result>(
  talk: (port: MessagePort) => Promise<Result>,
  signal?: AbortSignal,
  what: "dossier" | "forms" = "dossier",
): Promise<Result> {
  signal?.throwIfAborted();
  const channel = new MessageChannel();
  const worker = new Worker(new URL("./thread.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<Result>((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(what, [channel.port2]);
      talk(channel.port1).then(resolve, reject);
    });
  } finally {
    worker.terminate();
    channel.port1.close();
  }
}
