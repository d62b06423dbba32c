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
  const session = cellsOf(memoryStore());
  shelf = openShelf(session, `prepared-${shelves}`);
  made = madeShelf(shelf);
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

test("a file made is given back whole, and no more once the browser was closed", async () => {
  const key = await put();
  expect(await made.get(key)).toMatchObject({ key, fileName: "dossier.pdf", bytes: BYTES });
  const later = openShelf(cellsOf(memoryStore()), `prepared-${shelves}`);
  expect(await madeShelf(later).get(key)).toBeNull();
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
