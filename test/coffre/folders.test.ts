/** The folder of a company is found again by the open coffre alone, under another key too, and goes with what is erased. */
import { expect, test } from "vitest";
import { eraseCoffre } from "../../src/coffre/coffre.ts";
import { folderOf, keepFolder } from "../../src/coffre/folders.ts";
import { protect } from "../../src/coffre/passphrase.ts";
import { CHEAP, newCoffre, OTHER, opened, SIREN } from "./world.ts";

/** What the database keeps of a handle, in a test. */
const handle = (name: string) => ({ name }) as FileSystemDirectoryHandle;
const PASSPHRASE = "une phrase à moi";

test("each company has its own, the last chosen; nothing names the company in the clear", async () => {
  const { db, unlocked } = await newCoffre();
  expect(await folderOf(db, unlocked.key, SIREN)).toBeNull();
  await keepFolder(db, unlocked.key, SIREN, handle("un"));
  await keepFolder(db, unlocked.key, OTHER, handle("autre"));
  await keepFolder(db, unlocked.key, SIREN, handle("deux"));
  expect([await folderOf(db, unlocked.key, SIREN), await folderOf(db, unlocked.key, OTHER)]).toMatchObject([
    { name: "deux" },
    { name: "autre" },
  ]);
  expect(await db.count("handles")).toBe(2);
  expect(JSON.stringify([await db.getAllKeys("folders"), await db.getAllKeys("handles"), await db.getAll("handles")])).not.toContain(SIREN);
  await keepFolder(db, unlocked.key, SIREN, null);
  expect([await folderOf(db, unlocked.key, SIREN), await db.count("handles"), await db.count("folders")]).toEqual([null, 1, 1]);
});

test("found again behind a passphrase given later; erased with all", async () => {
  const { db, unlocked } = await newCoffre();
  await keepFolder(db, unlocked.key, SIREN, handle("un"));
  await keepFolder(db, unlocked.key, OTHER, handle("autre"));
  await protect(db, unlocked, PASSPHRASE, CHEAP);
  const { key } = await opened(db, PASSPHRASE);
  expect(await folderOf(db, key, SIREN)).toMatchObject({ name: "un" });
  await eraseCoffre(db);
  expect([await db.count("handles"), await db.count("folders")]).toEqual([0, 0]);
});
