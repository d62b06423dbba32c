/** Files of a consultation, read one after the other over a port as in the worker. */
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { readOver, serveReading } from "../../src/consultation/port.ts";
import { eachRead, soberReader } from "../../src/consultation/read.ts";
import type { FileRead } from "../../src/consultation/reading.ts";
import { RC } from "./readings.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const noPdf = async () => "damaged" as const;

async function readAll(files: readonly File[], pagesOf: Parameters<typeof serveReading>[1] = noPdf): Promise<FileRead[]> {
  const read: FileRead[] = [];
  for await (const one of eachRead(files, pagesOf)) read.push(one);
  return read;
}

test("a règlement in an archive within an archive is read before the rest, and what is refused is named", async () => {
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

test("a file that the disk no longer gives loses no other", async () => {
  const gone = { name: "gone.pdf", arrayBuffer: () => Promise.reject(new Error("gone")) };
  const read = await readAll([gone as unknown as File, new File([bytes(RC)], "rc.txt")]);
  expect(read.map((one) => "refused" in one)).toEqual([true, false]);
});

test("a long contract is left at its first pages, a règlement is read to its end", async () => {
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

test("over a port each file is told when it is read, and a fault is an error", async () => {
  const { port1, port2 } = new MessageChannel();
  serveReading(port2, noPdf);
  const read: FileRead[] = [];
  await readOver(port1, [], (one) => read.push(one));
  expect(read).toEqual([]);
  const broken = new MessageChannel();
  serveReading(broken.port2, noPdf);
  await expect(readOver(broken.port1, null as unknown as readonly File[], () => undefined)).rejects.toThrow();
  for (const port of [port1, port2, broken.port1, broken.port2]) port.close();
});
