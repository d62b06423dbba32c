/** Files of a consultation, read one after the other over a port as in the worker. */
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { readOver, serveReading } from "../../src/consultation/port.ts";
import { eachRead, soberReader } from "../../src/consultation/read.ts";
import type { FileRead } from "../../src/consultation/reading.ts";
import type { PagesReader, Scanning } from "../../src/consultation/texts.ts";
import { RC } from "./readings.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const noPdf = async () => "damaged" as const;
const NO_SCAN = async function* () {};
const READERS = { pagesOf: noPdf, readScan: NO_SCAN };
const HEARD = { onRead: () => undefined, onScan: () => undefined, readsScans: true };

async function readAll(files: readonly File[], pagesOf: PagesReader = noPdf): Promise<FileRead[]> {
  const read: FileRead[] = [];
  for await (const one of eachRead(files, pagesOf)) read.push(one);
  return read;
}

test("a règlement in a nested archive is read before the rest, and refused files are named", async () => {
  const inner = zipSync({ "ccap.txt": bytes("CAHIER DES CLAUSES ADMINISTRATIVES PARTICULIÈRES"), "RC_v2.txt": bytes(RC) });
  const outer = zipSync({ "plans/a.dwg": bytes("plan"), "pièces.zip": inner });
  const read = await readAll([new File([outer], "dce.zip"), new File([bytes("MZ\0\0")], "rc.pdf")]);
  expect(read.map((one) => [one.file, "refused" in one ? one.refused : one.asks.kind])).toEqual([
    ["dce.zip/pièces.zip/RC_v2.txt", "rc"],
    ["dce.zip/pièces.zip/ccap.txt", "other"],
    ["dce.zip/plans/a.dwg", "type"],
    ["rc.pdf", "lying"],
  ]);
});

test("a file that can no longer be read from disk loses no other", async () => {
  const gone = { name: "gone.pdf", arrayBuffer: () => Promise.reject(new Error("gone")) };
  const read = await readAll([gone as unknown as File, new File([bytes(RC)], "rc.txt")]);
  expect(read.map((one) => "refused" in one)).toEqual([true, false]);
});

test("reading stops after a long contract's first pages, and goes to the end of a règlement", async () => {
  const asked: number[] = [];
  const pagesOf = (first: string) =>
    soberReader(async (_, pages) => {
      asked.push(pages);
      return Array.from({ length: Math.min(pages, 40) }, () => [first, "Le titulaire exécute les prestations."]);
    });
  expect(await pagesOf("CAHIER DES CLAUSES ADMINISTRATIVES PARTICULIÈRES")(new Uint8Array())).toHaveLength(8);
  expect(await pagesOf("RÈGLEMENT DE LA CONSULTATION")(new Uint8Array())).toHaveLength(40);
  expect(asked).toEqual([8, 8, 300]);
});

test("over a port each file is reported once read, and a fault is an error", async () => {
  const { port1, port2 } = new MessageChannel();
  serveReading(port2, READERS);
  const read: FileRead[] = [];
  await readOver(port1, [], { ...HEARD, onRead: (one) => read.push(one) });
  expect(read).toEqual([]);
  const broken = new MessageChannel();
  serveReading(broken.port2, READERS);
  await expect(readOver(broken.port1, null as unknown as readonly File[], HEARD)).rejects.toThrow();
  for (const port of [port1, port2, broken.port1, broken.port2]) port.close();
});

const PDF = bytes("%PDF-1.4");
const isScan: PagesReader = async () => "scan";

function scansOf(pages: Readonly<Record<string, readonly string[]>>) {
  const asked: string[] = [];
  const scanning: Omit<Scanning, "isWanted"> = {
    readScan: async function* (scanned) {
      const name = new TextDecoder().decode(scanned).slice(PDF.length);
      for (const page of pages[name] ?? []) yield page.split("\n");
    },
    onPage: (file, page) => asked.push(`${file} ${page}`),
  };
  const scan = (name: string) => new File([PDF, bytes(name)], `${name}.pdf`);
  return { asked, scanning, scan };
}

async function readScans(files: readonly File[], scanning?: Omit<Scanning, "isWanted">): Promise<FileRead[]> {
  const read: FileRead[] = [];
  for await (const one of eachRead(files, isScan, scanning)) read.push(one);
  return read;
}

test("a scan is read by OCR, is marked as such, and gives no instant", async () => {
  const { asked, scanning, scan } = scansOf({ rc: [RC, "Page 2", "Page 3", "Page 4"] });
  const [read] = await readScans([scan("rc")], scanning);
  expect(read).toMatchObject({
    file: "rc.pdf",
    recognised: true,
    asks: {
      kind: "rc",
      deadline: { iso: null, doubt: "recognised", day: "2026-12-15", page: 1 },
      candidature: [{ piece: "dc1" }, {}, {}, {}, {}],
    },
  });
  expect(asked).toEqual(["rc.pdf 1", "rc.pdf 2", "rc.pdf 3", "rc.pdf 4", "rc.pdf 5"]);
});

test("without the switch a scan is named but not read", async () => {
  expect(await readScans([scansOf({ rc: [RC] }).scan("rc")])).toEqual([{ file: "rc.pdf", refused: "scan" }]);
});

test("scans come last, those named as a règlement first, and none when the règlement is known", async () => {
  const { asked, scanning, scan } = scansOf({ plan: ["PLAN", "a", "b", "c"], RC_signé: [RC], notice: ["NOTICE"] });
  const files = [scan("plan"), scan("RC_signé"), scan("notice"), new File([bytes("PLAN")], "plan.txt")];
  expect((await readScans(files, scanning)).map(({ file }) => file)).toEqual(["plan.txt", "RC_signé.pdf", "plan.pdf", "notice.pdf"]);
  expect(asked).toEqual(["RC_signé.pdf 1", "RC_signé.pdf 2"]);
});

test("reading stops after the first pages of a scan that is no règlement, and a damaged scan is reported", async () => {
  const { asked, scanning, scan } = scansOf({ plan: ["PLAN", "a", "b", "c", "d"] });
  const broken: typeof scanning = {
    readScan: async function* () {
      yield await Promise.reject(new Error("cut short"));
    },
  };
  expect(await readScans([scan("plan")], scanning)).toMatchObject([{ file: "plan.pdf", recognised: true, asks: { kind: "other" } }]);
  expect(asked.length).toBe(3);
  expect(await readScans([scan("plan")], broken)).toEqual([{ file: "plan.pdf", refused: "damaged" }]);
});

test("over a port each page of a scan is announced before it is read", async () => {
  const { port1, port2 } = new MessageChannel();
  const { scanning, scan } = scansOf({ rc: [RC] });
  serveReading(port2, { pagesOf: isScan, readScan: scanning.readScan });
  const told: unknown[] = [];
  const listening = { onRead: ({ file }: FileRead) => told.push(file), onScan: (page: unknown) => told.push(page) };
  await readOver(port1, [scan("rc")], { ...listening, readsScans: true });
  await readOver(port1, [scan("rc")], { ...listening, readsScans: false });
  expect(told).toEqual([{ file: "rc.pdf", page: 1 }, { file: "rc.pdf", page: 2 }, "rc.pdf", "rc.pdf"]);
  for (const port of [port1, port2]) port.close();
});
