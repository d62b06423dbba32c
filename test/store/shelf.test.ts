/** Documents on the shelf: not in clear on disk, and gone once the browser closed or the person signed out. */
import "fake-indexeddb/auto";
import { openDB } from "idb";
import { expect, test } from "vitest";
import { cellsOf } from "../../src/store/cells.ts";
import { MADE, openShelf } from "../../src/store/shelf.ts";
import { memoryStore } from "./memory-store.ts";

const TAX = {
  key: "91345678600012|dgfip|0|2026-11-24T09:00:00Z",
  fileName: "attestation-fiscale.pdf",
  mediaType: "application/pdf",
  bytes: new TextEncoder().encode("%PDF-1.7 chiffre d'affaires 1 250 000"),
  putAt: 1_000,
};
let shelves = 0;

function world() {
  shelves += 1;
  const name = `shelf-test-${shelves}`;
  const session = memoryStore();
  return { name, session, shelf: openShelf(cellsOf(session), name) };
}

async function rawOf(name: string): Promise<string> {
  const db = await openDB(name);
  const raw = (await db.getAll("documents")) as { key: string; data: ArrayBuffer; iv: Uint8Array }[];
  db.close();
  return raw.map((it) => JSON.stringify(it) + Buffer.from(it.data).toString("latin1")).join();
}

test("what a source sent is given back complete, and is sealed on disk: bytes, names, SIRET", async () => {
  const { name, shelf } = world();
  expect(await (await shelf.begin())(TAX)).toBe(true);
  expect(await shelf.get(TAX.key)).toEqual(TAX);
  const raw = await rawOf(name);
  expect(raw.length).toBeGreaterThan(50);
  for (const readable of ["PDF", "1 250 000", "913456786", "dgfip", "fiscale"]) expect(raw).not.toContain(readable);
});

test("a heavy document lies in parts; put again it is the new one, and nothing of the old is left", async () => {
  const { name, shelf } = world();
  const heavy = new Uint8Array(9 << 20).map((_, index) => index >>> 12);
  await (await shelf.begin())({ ...TAX, bytes: heavy });
  expect((await shelf.get(TAX.key))?.bytes).toEqual(heavy);
  const db = await openDB(name);
  expect(await db.count("documents")).toBe(4);
  await (await shelf.begin())(TAX);
  expect(await shelf.get(TAX.key)).toEqual(TAX);
  expect(await db.count("documents")).toBe(2);
  await shelf.remove(TAX.key);
  expect(await db.count("documents")).toBe(0);
  db.close();
});

test("once the browser was closed, the shelf no longer opens, and is emptied at the next start", async () => {
  const { name, shelf } = world();
  await (await shelf.begin())(TAX);
  const later = openShelf(cellsOf(memoryStore()), name);
  expect(await later.get(TAX.key)).toBeNull();
  await later.prune(0, 0);
  expect(await rawOf(name)).toBe("");
});

test("a document that arrives after the shelf was erased is not put there", async () => {
  const { name, shelf } = world();
  const put = await shelf.begin();
  await shelf.erase();
  expect(await put(TAX)).toBe(false);
  await shelf.begin();
  expect(await put(TAX)).toBe(false);
  expect(await rawOf(name)).toBe("");
});

test("two windows that put their first file at the same time both read it back", async () => {
  const { name, session, shelf } = world();
  const other = openShelf(cellsOf(session), name);
  const made = { ...TAX, key: `${MADE}2` };
  const [one, two] = await Promise.all([shelf.begin(), other.begin()]);
  await Promise.all([one(TAX), two(made)]);
  expect(await other.get(TAX.key)).toEqual(TAX);
  expect(await shelf.get(made.key)).toEqual(made);
});

test("old documents are removed, and old files made from them at another age", async () => {
  const { shelf } = world();
  const put = await shelf.begin();
  await put(TAX);
  await put({ ...TAX, key: `${MADE}1` });
  await shelf.prune(500, 2_000);
  expect(await shelf.get(TAX.key)).toEqual(TAX);
  expect(await shelf.get(`${MADE}1`)).toBeNull();
});

test("what an earlier version kept in clear is removed", async () => {
  const { name, shelf } = world();
  const db = await openDB(name, 1, { upgrade: (old) => void old.createObjectStore("documents", { keyPath: "key" }) });
  await db.put("documents", TAX);
  db.close();
  expect(await shelf.get(TAX.key)).toBeNull();
  await shelf.begin();
  await shelf.prune(0, 0);
  expect(await rawOf(name)).toBe("");
});
