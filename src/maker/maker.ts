/** Starts the worker that makes a dossier, for as long as it takes. */
import type { DossierRequest, MadeDossier, MakeProgress } from "../documents/made.ts";
import { type DossierFormat, makeOver } from "../documents/make-port.ts";

interface Making {
  /** The bytes of a document, or `null` when they cannot be had; asked one at a time. */
  readonly bytesOf: (id: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly onProgress?: (progress: MakeProgress) => void;
  /** Aborted, the worker is ended at once, whatever it is doing. */
  readonly signal?: AbortSignal;
}

/** @throws the signal's reason when it is aborted */
export function makeInWorker(request: DossierRequest, format: DossierFormat, making: Making): Promise<MadeDossier> {
  return work({ make: request, format }, making);
}

async function work(wanted: Parameters<typeof makeOver>[1], { bytesOf, onProgress = () => {}, signal }: Making): Promise<MadeDossier> {
  signal?.throwIfAborted();
  const channel = new MessageChannel();
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<MadeDossier>((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(null, [channel.port2]);
      makeOver(channel.port1, wanted, { bytesOf, onProgress }).then(resolve, reject);
    });
  } finally {
    worker.terminate();
    channel.port1.close();
  }
}
