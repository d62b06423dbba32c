/** What is stored permanently outside the coffre: sealed under a secret that erasing removes. */
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

test("no value can be read in the store itself, and the next worker can read it", async () => {
  const { db, store, marks, sealed } = await world();
  await sealed.set("settings", COMPANY);
  const raw = [...store.content.values()].join();
  for (const readable of [COMPANY.siret, "VERNEUIL", "siret"]) expect(raw).not.toContain(readable);
  expect(await sealedStore(store, [], marks, async () => db).get("settings")).toEqual(COMPANY);
});

test("a value altered or moved to another name counts as absent", async () => {
  const { store, sealed } = await world();
  await sealed.set("settings", COMPANY);
  await store.set("other", await store.get("settings"));
  expect(await sealed.get("other")).toBeUndefined();
  await store.set("settings", { ...((await store.get("settings")) as object), sealed: btoa("x".repeat(60)) });
  expect(await sealed.get("settings")).toBeUndefined();
});

test("a value that an earlier version wrote in clear is read, then sealed; what must stay readable is left", async () => {
  const { store, sealed } = await world();
  await store.set("settings", COMPANY);
  await store.set("language", "en");
  expect(await sealed.get("settings")).toEqual(COMPANY);
  await sealed.sealAll();
  expect(store.content.get("settings")).not.toContain("VERNEUIL");
  expect(await store.get("language")).toBe("en");
  expect(await sealed.get("settings")).toEqual(COMPANY);
});

test("a value that was sealed once and is in clear again was forged: it is neither believed nor sealed", async () => {
  const { db, store, marks, sealed } = await world();
  await sealed.set("settings", COMPANY);
  // A content script writes there, in a browser whose store is open to it.
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

test("after erasing, an earlier copy of the store no longer opens", async () => {
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

test("a value that cannot be read is set aside before it is overwritten", async () => {
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

test("when the secret is gone, the store says so, loses nothing, and opens again once the secret is back", async () => {
  const { db, store, marks, sealed } = await world();
  await sealed.set("settings", COMPANY);
  const secret = await readSecret(db, "local");
  if (secret === null) throw new Error("no secret");
  await forgetSecrets(db, "local", null);
  const without = sealedStore(store, [], marks, async () => db);
  expect(await without.opens("settings")).toBe(false);
  expect(await without.opens("nothing")).toBe(true);
  expect(await without.get("settings")).toBeUndefined();
  // Reading makes no new secret: a restored profile opens what it opened before.
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
