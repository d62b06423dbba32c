/**
 * Recognition off the thread that draws the screen: both ends of a conversation over a `MessagePort`.
 *
 * In a dedicated worker, pdf.js takes the worker's own message channel for itself as soon as it is loaded, so the worker
 * is given a port of its own: `worker.postMessage(null, [port])`, and in the worker `onmessage = ({ports}) => serveRecognition(ports[0])`.
 */
import type { FileType } from "../../domain/files.ts";
import type { TriedOut } from "../../domain/prepared.ts";
import { present } from "../../domain/present.ts";
import type { SeenCode } from "../../domain/seen-code.ts";
import { confronted } from "./confront.ts";
import type { Recognition } from "./reading.ts";
import { DAMAGED_SCAN, type Expected, NOTHING_READ, recognise } from "./recognise.ts";
import { textOf } from "./text.ts";

/** A file as it was dropped, with the type that its bytes show. */
export interface Dropped {
  readonly bytes: Uint8Array;
  readonly type: FileType;
}

/** What was recognised, or why the file cannot be kept: it needs a password, or it is damaged. */
export type Recognised =
  | ({
      readonly state: "read";
      readonly recognition: Recognition;
      readonly pageCount: number;
      readonly codes?: readonly SeenCode[];
    } & TriedOut)
  | { readonly state: "locked" | "unreadable" };

/** Reads the lines of a scan, one page after the other. @throws when a picture is damaged */
export type ReadScan = (dropped: Dropped) => AsyncGenerator<readonly string[]>;

/** The first pages say what a document is, and each takes seconds. */
const SCANNED_PAGES = 3;

interface Scanning {
  readonly readScan: ReadScan;
  /** Called before each page is read, with its number from 1. */
  readonly onPage?: ((page: number) => void) | undefined;
}

/** Reads a file and recognises it. @param scanning how scans are read; without it, everything about a scan is asked */
export async function recogniseFile(dropped: Dropped, expected: Expected, scanning?: Scanning): Promise<Recognised> {
  if (dropped.type !== "application/pdf")
    return { state: "read", recognition: await recogniseScan(dropped, expected, scanning), pageCount: 1 };
  const outcome = await textOf(dropped.bytes);
  if (outcome.state === "locked" || outcome.state === "unreadable") return { state: outcome.state };
  const recognition = outcome.state === "scan" ? await recogniseScan(dropped, expected, scanning) : recognise(outcome.text, expected);
  return { state: "read", recognition, pageCount: outcome.pageCount };
}

/** Reads page after page, until there is something to propose for every question. */
async function recogniseScan(dropped: Dropped, expected: Expected, scanning: Scanning | undefined): Promise<Recognition> {
  if (scanning === undefined) return NOTHING_READ;
  const { readScan, onPage } = scanning;
  const pages: (readonly string[])[] = [];
  let recognition = NOTHING_READ;
  try {
    onPage?.(1);
    for await (const lines of readScan(dropped)) {
      pages.push(lines);
      recognition = recognise({ pages, layer: "ocr" }, expected);
      if (pages.length === SCANNED_PAGES || isAllProposed(recognition)) break;
      onPage?.(pages.length + 1);
    }
    return recognition;
  } catch {
    return pages.length === 0 ? DAMAGED_SCAN : recognition;
  }
}

function isAllProposed({ kind, asks }: Recognition): boolean {
  return kind !== undefined && asks.every(({ proposals }) => proposals.length > 0);
}

interface Request {
  readonly id: number;
  readonly dropped: Dropped;
  readonly expected: Expected;
  readonly readsScans: boolean;
}
type Reply = { readonly id: number } & ({ readonly page: number } | { readonly recognised: Recognised });

export type TryOut = (dropped: Dropped) => Promise<TriedOut>;

interface ServeDeps {
  readonly tryOut?: TryOut;
  readonly readScan?: ReadScan;
  readonly readCodes?: (dropped: Dropped) => Promise<readonly SeenCode[]>;
}

/** The worker's end: answers each request on the port. */
export function serveRecognition(
  port: MessagePort,
  { tryOut = async () => ({}), readScan, readCodes = async () => [] }: ServeDeps = {},
): void {
  const post = (reply: Reply) => port.postMessage(reply);
  const answerTo = async ({ id, dropped, expected, readsScans }: Request): Promise<Recognised> => {
    const scanning = readScan === undefined || !readsScans ? undefined : { readScan, onPage: (page: number) => post({ id, page }) };
    const recognised = await recogniseFile(dropped, expected, scanning);
    if (recognised.state !== "read") return recognised;
    // A code that cannot be read does not stop the rest.
    const codes = await readCodes(dropped).catch(() => []);
    const recognition = confronted(recognised.recognition, codes, expected.siren);
    return { ...recognised, recognition, ...(codes.length === 0 ? {} : { codes }), ...(await tryOut(dropped)) };
  };
  port.onmessage = async ({ data }: MessageEvent<Request>) => {
    const recognised = await answerTo(data).catch((): Recognised => ({ state: "unreadable" }));
    post({ id: data.id, recognised });
  };
}

/** How one file is read. */
export interface Reading {
  /** True when scans and pictures are read by text recognition. */
  readonly readsScans: boolean;
  /** Called before each page of a scan is read, with its number from 1. */
  readonly onPage?: (page: number) => void;
}

interface Waiting extends Pick<Reading, "onPage"> {
  readonly resolve: (recognised: Recognised) => void;
}

/** The page's end: files may be sent one by one or several at once; each has its own promise. */
export function recogniserOver(port: MessagePort): (dropped: Dropped, expected: Expected, how: Reading) => Promise<Recognised> {
  const waiting = new Map<number, Waiting>();
  port.onmessage = ({ data }: MessageEvent<Reply>) => {
    const asked = waiting.get(data.id);
    if ("page" in data) return asked?.onPage?.(data.page);
    asked?.resolve(data.recognised);
    waiting.delete(data.id);
  };
  let last = 0;
  return (dropped, expected, { readsScans, onPage }) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, { resolve, ...present({ onPage }) });
      port.postMessage({ id: last, dropped, expected, readsScans } satisfies Request);
    });
}
