/** Starts the worker that reads a consultation's files, for as long as it takes. */
import { readOver } from "./port.ts";
import type { FileRead } from "./reading.ts";

export interface Running {
  readonly onRead: (read: FileRead) => void;
  /** Aborted, the worker is ended at once, whatever it is doing. */
  readonly signal: AbortSignal;
}

/** @throws the signal's reason when it is aborted */
export async function readInWorker(files: readonly File[], { onRead, signal }: Running): Promise<void> {
  signal.throwIfAborted();
  const channel = new MessageChannel();
  const worker = new Worker(new URL("./thread.ts", import.meta.url), { type: "module" });
  try {
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(null, [channel.port2]);
      readOver(channel.port1, files, onRead).then(resolve, reject);
    });
  } finally {
    worker.terminate();
    channel.port1.close();
  }
}
