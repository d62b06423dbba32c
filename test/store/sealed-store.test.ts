/** What is kept for good outside the coffre: sealed under a secret that erasing takes away. */
import { expect, test } from "vitest";
import { z } from "zod";
import { eraseCoffre } from "../../src/coffre/coffre.ts";
import { forgetSecrets, readSecret } from "../../src/coffre/secrets.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { sealedStore } from "../../src/store/sealed-store.ts";
import { newProfile } from "../coffre/world.ts";
import { memoryStore } from "./memory-store.ts";

const COMPANY = { siret: "91345678600012", name: "VERNEUIL TOITURES" };

async function world() {
  const db = await newProfile();
  const [store, marks] = [memoryStore(), memoryStore()];
  return { db, store, marks, sealed: sealedStore(store, ["language"], marks, async () => db) };
}

test("nothing of it can be read in the store, and the next worker reads it", async () => {
  const { db, store, marks, sealed } = await world();
  await sealed.set("settings", COMPANY);
  const raw = [...store.content.values()].join();
  for (const readable of [COMPANY.siret, "VERNEUIL", "siret"]) expect(raw).not.toContain(readable);
  expect(await sealedStore(store, [], marks, async () => db).get("settings")).toEqual(COMPANY);
});

test("a value altered, or moved to another name, is as if nothing were there", async () => {
  const { store, sealed } = await world();
  await sealed.set("settings", COMPANY);
  await store.set("other", await store.get("settings"));
  expect(await sealed.get("other")).toBeUndefined();
  await store.set("settings", { ...((await store.get("settings")) as object), sealed: btoa("x".repeat(60)) });
  expect(await sealed.get("settings")).toBeUndefined();
});

test("what an earlier version wrote in clear is read, then sealed; what must stay readable is left", async () => {
  const { store, sealed } = await world();
  await store.set("settings", COMPANY);
  await store.set("language", "en");
  expect(await sealed.get("settings")).toEqual(COMPANY);
  await sealed.sealAll();
  expect(store.content.get("settings")).not.toContain("VERNEUIL");
  expect(await store.get("language")).toBe("en");
  expect(await sealed.get("settings")).toEqual(COMPANY);
});

test("in clear again, what was sealed once is somebody else's: it is not believed, nor sealed", async () => {
  const { db, store, marks, sealed } = await world();
  await sealed.set("settings", COMPANY);
  // What lives in a page writes there, in a browser that cannot close the store to it.
  const forged = { service: { kind: "proxy", url: "https://somebody.example" } };
  await store.set("settings", forged);
  for (const one of [sealed, sealedStore(store, [], marks, async () => db)]) {
    expect(await one.get("settings")).toBeUndefined();
    await one.sealAll();
    expect(await one.get("settings")).toBeUndefined();
  }
  await sealed.set("settings", COMPANY);
  expect(await sealed.get("settings")).toEqual(COMPANY);
});

test("erased, a copy of the store made before opens no more", async () => {
  const { db, store, marks, sealed } = await world();
  await sealed.set("settings", COMPANY);
  const copy = await store.get("settings");
  await eraseCoffre(db);
  await sealed.erase();
  expect(store.content.size).toBe(0);
  await store.set("settings", copy);
  expect(await sealed.get("settings")).toBeUndefined();
  expect(await sealedStore(store, [], marks, async () => db).get("settings")).toBeUndefined();
});

test("what cannot be read is put aside before it is written over", async () => {
  const { store, sealed } = await world();
  const later = { version: 9, value: { list: ["d'une version à venir"] } };
  await sealed.set("log", later);
  const cell = cellsOf(sealed)("log", z.array(z.string()), [], []);
  expect(await cell.read()).toEqual([]);
  await cell.update(() => ["neuf"]);
  expect(await cell.read()).toEqual(["neuf"]);
  expect(await sealed.get("aside/log")).toEqual(later);
  expect([...store.content.keys()].sort()).toEqual(["aside/log", "log"]);
});

test("the secret gone, nothing is lost that could be kept: it is said, and opens again once the secret is back", async () => {
  const { db, store, marks, sealed } = await world();
  await sealed.set("settings", COMPANY);
  const secret = await readSecret(db, "local");
  if (secret === null) throw new Error("no secret");
  await forgetSecrets(db, "local", null);
  const without = sealedStore(store, [], marks, async () => db);
  expect(await without.opens("settings")).toBe(false);
  expect(await without.opens("nothing")).toBe(true);
  expect(await without.get("settings")).toBeUndefined();
  // Read only, it draws no other secret: a profile put back whole opens what it opened.
  expect(await readSecret(db, "local")).toBeNull();
  await db.put("secrets", secret, "local");
  expect(await sealedStore(store, [], marks, async () => db).get("settings")).toEqual(COMPANY);

  await forgetSecrets(db, "local", null);
  const onward = sealedStore(store, [], marks, async () => db);
  const before = store.content.get("settings");
  await onward.set("settings", { siret: null });
  expect(await onward.get("settings")).toEqual({ siret: null });
  expect(await onward.opens("settings")).toBe(true);
  expect(store.content.get("unopened/settings")).toEqual(before);
});
