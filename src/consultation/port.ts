/** Reads in a worker, off the screen's thread: both ends of a `MessagePort`. To cancel, the page terminates the worker. */
import { eachRead } from "./read.ts";
import type { FileRead } from "./reading.ts";
import type { DroppedFile, PagesReader, ScanReader } from "./texts.ts";

interface Request {
  readonly files: readonly DroppedFile[];
  readonly readsScans: boolean;
}
/** A page of a scan that is about to be read. */
export interface ScannedPage {
  readonly file: string;
  readonly page: number;
}
type FromWorker = { readonly read: FileRead } | { readonly scanning: ScannedPage } | { readonly done: true } | { readonly failed: string };

interface Readers {
  readonly pagesOf: PagesReader;
  readonly readScan: ScanReader;
}

/** The worker's end. */
export function serveReading(port: MessagePort, { pagesOf, readScan }: Readers): void {
  const post = (message: FromWorker) => port.postMessage(message);
  const work = async ({ files, readsScans }: Request) => {
    const scanning = { readScan, onPage: (file: string, page: number) => post({ scanning: { file, page } }) };
    for await (const read of eachRead(files, pagesOf, readsScans ? scanning : undefined)) post({ read });
    post({ done: true });
  };
  port.onmessage = ({ data }: MessageEvent<Request>) => {
    work(data).catch((error: unknown) => post({ failed: String(error) }));
  };
}

/** Callbacks while files are read, and whether scans are read by OCR. */
export interface Listening {
  readonly onRead: (read: FileRead) => void;
  readonly onScan: (page: ScannedPage) => void;
  readonly readsScans: boolean;
}

/** The page's end: calls back for each file read. @throws when the reading failed: a bug, or no memory left */
export function readOver(port: MessagePort, files: readonly File[], { onRead, onScan, readsScans }: Listening): Promise<void> {
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ("read" in data) onRead(data.read);
      else if ("scanning" in data) onScan(data.scanning);
      else if ("done" in data) resolve();
      else reject(new Error(data.failed));
    };
    port.postMessage({ files, readsScans } satisfies Request);
  });
}
