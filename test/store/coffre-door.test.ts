/** The coffre as the background sees it: open, closed by a passphrase, erased. */
import { expect, test } from "vitest";
import { protect } from "../../src/coffre/passphrase.ts";
import { forgetSecrets } from "../../src/coffre/secrets.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { coffreDoor, startCoffreAgain, tryCoffre } from "../../src/store/coffre-door.ts";
import { COFFRE_SESSION } from "../../src/store/session-key.ts";
import { CHEAP, documentOf, NOW, newCoffre, SIREN } from "../coffre/world.ts";
import { memoryStore } from "./memory-store.ts";

async function world() {
  const { db, unlocked, coffre } = await newCoffre();
  await coffre.keep([documentOf("un")], NOW);
  const session = memoryStore();
  return { db, unlocked, session, door: coffreDoor(cellsOf(session), async () => db) };
}

test("a coffre closed by its passphrase gives nothing and says so", async () => {
  const { db, unlocked, door } = await world();
  expect(await door.list(SIREN)).toHaveLength(1);
  await protect(db, unlocked, "une phrase à moi", CHEAP);
  const later = coffreDoor(cellsOf(memoryStore()), async () => db);
  expect(await later.list(SIREN)).toEqual([]);
  expect(await later.isLocked()).toBe(true);
});

test("erasing a coffre, even while it is closed, leaves no documents, keys or session", async () => {
  const { db, unlocked, session, door } = await world();
  await door.list();
  await protect(db, unlocked, "une phrase à moi", CHEAP);
  await door.erase();
  for (const store of ["keyring", "pieces", "bytes", "companies"] as const) expect(await db.count(store), store).toBe(0);
  expect(session.content.has(COFFRE_SESSION)).toBe(false);
  expect(await door.isLocked()).toBe(false);
  expect(await door.list()).toEqual([]);
});

test("when this browser's secret is gone, the coffre gives nothing, removes nothing and says so; the person may start anew", async () => {
  const { db, session } = await world();
  await forgetSecrets(db, "", null);
  session.content.clear();
  const cells = cellsOf(session);
  const door = coffreDoor(cells, async () => db);
  expect(await tryCoffre(cells, db)).toEqual({ state: "secretGone" });
  expect(await door.isLocked()).toBe(true);
  expect(await door.list()).toEqual([]);
  expect(await door.entries()).toBeNull();
  expect(await door.changeEntries((entries) => entries)).toBeNull();
  expect(await db.count("pieces")).toBe(1);
  expect(await db.count("bytes")).toBe(1);

  await startCoffreAgain(cells, db);
  expect((await tryCoffre(cells, db)).state).toBe("open");
  expect(await door.isLocked()).toBe(false);
  expect(await door.list()).toEqual([]);
  for (const store of ["pieces", "bytes", "companies"] as const) expect(await db.count(store), store).toBe(0);
});

test("what is asked at the same time checks the key once, and after an erasing nothing of before is believed", async () => {
  const { db, session } = await world();
  let checks = 0;
  const counted = new Proxy(db, {
    get: (target, name) => {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        if (name === "get" && given[0] === "keyring") checks += 1;
        return Reflect.apply(value, target, given);
      };
    },
  });
  const door = coffreDoor(cellsOf(session), async () => counted);
  await door.list();
  checks = 0;
  const [pieces, isLocked, dossiers] = await Promise.all([door.list(SIREN), door.isLocked(), door.dossiers()]);
  expect([pieces.length, isLocked, dossiers === null, checks]).toEqual([1, false, false, 1]);
  await door.list();
  expect(checks).toBe(2);

  const before = door.list();
  await door.erase();
  expect(await door.list()).toEqual([]);
  await before.catch(() => undefined);
  await door.changeEntries((entries) => entries);
});
