/** What was prepared: sealed on the disk, readable until the browser closes, one for each work. */
import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { type PreparedDossiers, preparedDossiers } from "../../src/background/prepared.ts";
import type { PreparedDossier } from "../../src/domain/prepared.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { type MadeShelf, madeShelf } from "../../src/store/made-shelf.ts";
import { openShelf, type Shelf } from "../../src/store/shelf.ts";
import { memoryStore } from "../store/memory-store.ts";

const BYTES = new TextEncoder().encode("%PDF-1.7 what the coffre holds");
let shelves = 0;
let shelf: Shelf;
let made: MadeShelf;
let dossiers: PreparedDossiers;
beforeEach(() => {
  shelves += 1;
  shelf = openShelf(`prepared-${shelves}`);
  const session = cellsOf(memoryStore());
  made = madeShelf(shelf, session);
  dossiers = preparedDossiers(session, made);
});

const put = () => made.put({ fileName: "dossier.pdf", mediaType: "application/pdf", bytes: BYTES.slice(), putAt: 0 });

async function prepared(work: string, tabId = 1): Promise<PreparedDossier> {
  const file = {
    fileName: "dossier.pdf",
    mediaType: "application/pdf",
    sha256: "",
    size: BYTES.length,
    pages: 1,
    oversize: false,
  } as const;
  return { work, tabId, at: "2026-11-25T10:00:00Z", form: "pdf", files: [{ key: await put(), ...file }], remarks: [] };
}

test("a file made never lies readable on the disk, and is given back whole", async () => {
  expect(await made.isReadable()).toBe(false);
  const key = await put();
  expect(await made.isReadable()).toBe(true);
  const stored = await shelf.get(key);
  expect(new TextDecoder("latin1").decode(stored?.bytes)).not.toContain("PDF");
  expect(await made.get(key)).toMatchObject({ key, fileName: "dossier.pdf", bytes: BYTES });
});

test("once the browser was closed it is read no more; nor is one that was altered, or put elsewhere", async () => {
  const key = await put();
  expect(await madeShelf(shelf, cellsOf(memoryStore())).get(key)).toBeNull();
  const stored = await shelf.get(key);
  if (stored === null) throw new Error("The file is not on the shelf.");
  await shelf.put({ ...stored, key: "made|elsewhere" });
  expect(await made.get("made|elsewhere")).toBeNull();
  stored.bytes[20] = (stored.bytes[20] ?? 0) ^ 1;
  await shelf.put(stored);
  expect(await made.get(key)).toBeNull();
});

test("one dossier for each work: the next one takes its place, and its files go", async () => {
  const first = await prepared("900000019|A");
  const second = await prepared("900000019|A");
  await dossiers.keep(first);
  await dossiers.keep(await prepared("900000019|B"));
  await dossiers.keep(second);
  expect(await dossiers.find("900000019|A", null, true)).toEqual(second);
  expect(await made.get(first.files[0]?.key ?? "")).toBeNull();
  expect(await made.get(second.files[0]?.key ?? "")).not.toBeNull();
});

test("a page that tells no consultation is offered what its tab prepared, for the same company only", async () => {
  const dossier = await prepared("900000019|A", 7);
  await dossiers.keep(dossier);
  expect(await dossiers.find("900000019|portail.test", 7, false)).toEqual(dossier);
  expect(await dossiers.find("900000019|B", 7, true)).toBeNull();
  expect(await dossiers.find("900000027|portail.test", 7, false)).toBeNull();
  expect(await dossiers.find("900000019|portail.test", 8, false)).toBeNull();
});

test("the oldest are let go, and all when they are to be forgotten", async () => {
  const all = [];
  for (let n = 0; n < 6; n++) all.push(await prepared(`900000019|${n}`));
  for (const dossier of all) await dossiers.keep(dossier);
  const readable = await Promise.all(all.map(async ({ files }) => (await made.get(files[0]?.key ?? "")) !== null));
  expect(readable).toEqual([false, true, true, true, true, true]);
  await dossiers.forget();
  expect(await dossiers.find("900000019|5", 1, true)).toBeNull();
  expect(await made.get(all[5]?.files[0]?.key ?? "")).toBeNull();
});
