/** A passphrase set later also protects older documents: nothing in an old copy of the profile opens today's. */
import { expect, test } from "vitest";
import { coffreOf, eraseCoffre } from "../../src/coffre/coffre.ts";
import { type CoffreDatabase, DATA_STORES } from "../../src/coffre/database.ts";
import { unlock } from "../../src/coffre/keyring.ts";
import { resume, unwrap } from "../../src/coffre/keys.ts";
import { protect } from "../../src/coffre/passphrase.ts";
import { deviceKeyOf } from "../../src/coffre/rekey.ts";
import { unseal } from "../../src/coffre/seal.ts";
import { newPrivateFiles } from "./private-files.ts";
import { CHEAP, documentOf, NOW, newCoffre, newProfile, opened, SIREN } from "./world.ts";

const PASSPHRASE = "une phrase à moi";

/** What another program can read in the profile: every record, and every secret in a file. */
async function copyOf(db: CoffreDatabase, files: ReturnType<typeof newPrivateFiles>) {
  const records = await Promise.all(
    DATA_STORES.map(async (store) =>
      (await db.getAllKeys(store)).map(async (id) => ({ place: `${store}/${id}`, sealed: await db.get(store, id) })),
    ),
  );
  return {
    keyring: await db.get("keyring", "main"),
    records: await Promise.all(records.flat()),
    secrets: [...files.values()].flatMap((folder) => [...folder.values()]),
  };
}

/** How many of the records open with the secret found in a copy, without a passphrase. */
async function opensFrom({ keyring, secrets }: Awaited<ReturnType<typeof copyOf>>, { records }: Awaited<ReturnType<typeof copyOf>>) {
  if (keyring === undefined) return 0;
  for (const secret of secrets) {
    const stolen = await unwrap(keyring.wrapped, await deviceKeyOf(secret)).catch(() => null);
    if (stolen === null) continue;
    const tried = records.map(({ place, sealed }) => (sealed === undefined ? Promise.reject() : unseal(stolen.key, place, sealed)));
    return (await Promise.allSettled(tried)).filter(({ status }) => status === "fulfilled").length;
  }
  return 0;
}

async function filled() {
  const db = await newProfile();
  const files = newPrivateFiles();
  const unlocked = await opened(db);
  const coffre = coffreOf(db, unlocked.key);
  await coffre.keep([documentOf("un"), documentOf("deux")], NOW);
  await coffre.changeNotes(SIREN, (notes) => notes);
  await coffre.changeEntries((entries) => entries);
  return { db, files, unlocked };
}

test("without a passphrase a copy of the profile opens everything, which screens say", async () => {
  const { db, files } = await filled();
  const copy = await copyOf(db, files);
  expect(copy.records).toHaveLength(6);
  expect(await opensFrom(copy, copy)).toBe(6);
});

test("once a passphrase is set, neither that copy nor a later one opens anything in the coffre", async () => {
  const { db, files, unlocked } = await filled();
  const before = await copyOf(db, files);
  await protect(db, unlocked, PASSPHRASE, CHEAP);
  const after = await copyOf(db, files);
  expect(after.secrets).toEqual([]);
  expect(await opensFrom(before, after)).toBe(0);
  expect(await opensFrom({ ...after, secrets: before.secrets }, after)).toBe(0);
  expect(await coffreOf(db, (await opened(db, PASSPHRASE)).key).list()).toHaveLength(2);
});

test("erasing the coffre leaves no secret in a file", async () => {
  const { db, files } = await filled();
  await eraseCoffre(db);
  expect((await copyOf(db, files)).secrets).toEqual([]);
});

test.each(Array.from({ length: 12 }, (_, index) => index))(
  "interrupted after %i writes, every document opens with one key or the other",
  async (writes) => {
    const { db, unlocked } = await filled();
    await protect(dyingAfter(db, writes), unlocked, PASSPHRASE, CHEAP).catch(() => undefined);
    const again = await opened(db, (await unlock(db)).state === "open" ? undefined : PASSPHRASE);
    const coffre = coffreOf(db, again.key);
    const pieces = await coffre.list();
    expect(pieces).toHaveLength(2);
    for (const { id, size } of pieces) expect(await coffre.bytesOf(id)).toHaveLength(size);
    expect((await db.get("keyring", "main"))?.version === 2 && (await db.get("keyring", "main"))).not.toHaveProperty("previous");
  },
);

test("a session that another key has replaced opens nothing", async () => {
  const { db, unlocked } = await newCoffre().then(async (world) => {
    await world.coffre.keep([documentOf("un")], NOW);
    return world;
  });
  await protect(db, unlocked, PASSPHRASE, CHEAP);
  expect(await coffreOf(db, (await resume(unlocked.session)).key).list()).toEqual([]);
});

/** A database that stops after so many writes, as in a browser that was killed. */
function dyingAfter(db: CoffreDatabase, writes: number): CoffreDatabase {
  let left = writes;
  return new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...parameters: unknown[]) => {
        const isWrite = name === "put" || name === "delete" || (name === "transaction" && parameters[1] === "readwrite");
        if (isWrite && --left < 0) throw new DOMException("killed", "InvalidStateError");
        return value.apply(target, parameters);
      };
    },
  });
}
