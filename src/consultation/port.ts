/** Reading off the thread that draws the screen: both ends of a conversation over a `MessagePort`. To cancel, the page ends the worker. */
import { type DroppedFile, eachRead, type PagesReader } from "./read.ts";
import type { FileRead } from "./reading.ts";

type FromWorker = { readonly read: FileRead } | { readonly done: true } | { readonly failed: string };

/** The worker's end. */
export function serveReading(port: MessagePort, pagesOf: PagesReader): void {
  const post = (message: FromWorker) => port.postMessage(message);
  const work = async (files: readonly DroppedFile[]) => {
    for await (const read of eachRead(files, pagesOf)) post({ read });
    post({ done: true });
  };
  port.onmessage = ({ data }: MessageEvent<readonly File[]>) => {
    work(data).catch((error: unknown) => post({ failed: String(error) }));
  };
}

/** The page's end: calls back for each file read. @throws when the reading failed: a bug, or no memory left */
export function readOver(port: MessagePort, files: readonly File[], onRead: (read: FileRead) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ("read" in data) onRead(data.read);
      else if ("done" in data) resolve();
      else reject(new Error(data.failed));
    };
    port.postMessage(files);
  });
}
