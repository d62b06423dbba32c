/** Starts the worker that reads a consultation's files, for as long as it takes. */
import { type Listening, readOver } from "./port.ts";

export interface Running extends Listening {
  /** Aborting it terminates the worker at once. */
  readonly signal: AbortSignal;
}

/** @throws the signal's reason when it is aborted */
export async function readInWorker(files: readonly File[], { signal, ...listening }: Running): Promise<void> {
  signal.throwIfAborted();
  const channel = new MessageChannel();
  const worker = new Worker(new URL("./thread.ts", import.meta.url), { type: "module" });
  try {
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(null, [channel.port2]);
      readOver(channel.port1, files, listening).then(resolve, reject);
    });
  } finally {
    worker.terminate();
    channel.port1.close();
  }
}
