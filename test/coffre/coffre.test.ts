import { describe, expect, test } from "vitest";
import { coffreOf, eraseCoffre } from "../../src/coffre/coffre.ts";
import { type CoffreDatabase, DATA_STORES, openCoffreDatabase } from "../../src/coffre/database.ts";
import { unlock, unprotect } from "../../src/coffre/keyring.ts";
import { KeyChanged, resume } from "../../src/coffre/keys.ts";
import { protect, unlockWith } from "../../src/coffre/passphrase.ts";
import { sealJson } from "../../src/coffre/seal.ts";
import type { CompanyNotes } from "../../src/domain/coffre.ts";
import { NO_MEANS } from "../../src/domain/means.ts";
import { CHEAP, documentOf, NOW, newCoffre, newProfile, OTHER, opened, SIREN } from "./world.ts";

describe("documents", () => {
  test("are kept, listed without their bytes, and read back byte for byte", async () => {
    const { db, coffre } = await newCoffre();
    const outcome = await coffre.keep([documentOf("un"), documentOf("deux", { siren: OTHER })], NOW);
    if (outcome.state !== "kept") expect.unreachable();
    const [piece] = await coffre.list(SIREN);
    expect(piece).toMatchObject({ siren: SIREN, size: 2, addedAt: NOW.toISOString(), validFrom: "2026-10-31" });
    expect(await coffre.list()).toHaveLength(2);
    expect(new TextDecoder().decode(await coffre.bytesOf(piece?.id ?? ""))).toBe("un");
    await db.clear("bytes");
    expect(await coffre.list()).toHaveLength(2);
    expect(await coffre.bytesOf(piece?.id ?? "")).toBeUndefined();
  });

  test("that are the same for the same company are kept once", async () => {
    const { coffre } = await newCoffre();
    await coffre.keep([documentOf("un"), documentOf("un")], NOW);
    await coffre.keep([documentOf("un"), documentOf("un", { siren: OTHER })], NOW);
    expect(await coffre.list(SIREN)).toHaveLength(1);
    expect(await coffre.list()).toHaveLength(2);
  });

  test("stay when the person confirms them and go when the person discards them", async () => {
    const { db, coffre } = await newCoffre();
    await coffre.keep([documentOf("un", { confirmed: false }), documentOf("deux")], NOW);
    const piece = (await coffre.list()).find(({ confirmed }) => !confirmed);
    if (piece === undefined) expect.unreachable();
    await coffre.amend({ ...piece, confirmed: true, kind: "rib" });
    expect((await coffre.list()).find(({ id }) => id === piece.id)).toMatchObject({ confirmed: true, kind: "rib" });
    await coffre.discard([piece.id]);
    expect(await coffre.list()).toHaveLength(1);
    expect(await db.count("bytes")).toBe(1);
  });
});

test("leave, with the notes of their company, when it is forgotten", async () => {
  const { db, coffre } = await newCoffre();
  const note = {
    siren: SIREN,
    manual: { contactEmail: "offres@verneuil.example" },
    explications: [{ about: "https://bodacc.example/1", text: "Plan de continuation arrêté, copie jointe." }],
    means: { ...NO_MEANS, headcounts: [{ id: "h1", year: 2025, average: 12 }] },
    grounds: [{ work: "w", at: NOW.toISOString(), grounds: { corruption: { applies: true, explanation: "Un fait" } } }],
  };
  await coffre.changeNotes(SIREN, (notes) => notes);
  await coffre.changeNotes(SIREN, () => note);
  await coffre.keep([documentOf("un"), documentOf("deux", { siren: OTHER })], NOW);
  expect(await coffre.notesOf(SIREN)).toEqual(note);
  expect(await coffre.notesOf(OTHER)).toEqual({ siren: OTHER, manual: {}, explications: [], means: NO_MEANS, grounds: [] });
  expect(await coffre.companies()).toEqual([OTHER, SIREN].sort());
  await coffre.forget(SIREN);
  expect(await coffre.companies()).toEqual([OTHER]);
  expect(await db.count("companies")).toBe(0);
  expect(await db.count("bytes")).toBe(1);
});

describe("the database on disk", () => {
  test("shows nothing of the documents or of the company", async () => {
    const { db, coffre } = await newCoffre();
    await coffre.keep([documentOf("secret du document")], NOW);
    await coffre.changeNotes(SIREN, (notes) => ({ ...notes, manual: { contactNom: "Verneuil" } }));
    await coffre.changeEntries((entries) => ({ ...entries, manual: { [`${SIREN}00012`]: { iban: "FR7630006000011234567890189" } } }));
    const stored = await Promise.all(DATA_STORES.map(async (store) => [await db.getAllKeys(store), await db.getAll(store)]));
    const raw = stored
      .flat(2)
      .map((it) => (typeof it === "string" ? it : Buffer.from(it.data).toString("latin1") + Buffer.from(it.iv).toString("latin1")));
    expect(raw.length).toBeGreaterThan(4);
    for (const secret of ["secret", SIREN, "vigilance", "Verneuil", "FR7630006"]) expect(raw.join()).not.toContain(secret);
  });

  test("does not open a record that was altered or moved", async () => {
    const { db, coffre } = await newCoffre();
    await coffre.keep([documentOf("un"), documentOf("deux")], NOW);
    const [first = "", second = ""] = await db.getAllKeys("bytes");
    const swapped = await db.get("bytes", second);
    if (swapped === undefined) expect.unreachable();
    await db.put("bytes", swapped, first);
    await expect(coffre.bytesOf(first)).rejects.toThrow();
    new Uint8Array(swapped.data)[0] = (new Uint8Array(swapped.data)[0] ?? 0) ^ 1;
    await db.put("bytes", swapped, second);
    await expect(coffre.bytesOf(second)).rejects.toThrow();
  });

  test("never encrypts the same document to the same ciphertext", async () => {
    const { db, coffre } = await newCoffre();
    await coffre.keep([documentOf("un"), documentOf("un", { siren: OTHER })], NOW);
    const [one, two] = await db.getAll("bytes");
    expect(Buffer.from(one?.data ?? new ArrayBuffer()).equals(Buffer.from(two?.data ?? new ArrayBuffer()))).toBe(false);
  });

  test("opens empty under a new key once it was erased", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    await coffre.keep([documentOf("un")], NOW);
    await eraseCoffre(db);
    const again = await opened(db);
    expect(again.session).not.toBe(unlocked.session);
    expect(await coffreOf(db, again.key).list()).toEqual([]);
    expect(await db.count("bytes")).toBe(0);
  });
});

describe("a passphrase", () => {
  test("can be set, changed and removed, and the documents stay", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    await coffre.keep([documentOf("un")], NOW);
    await protect(db, unlocked, "une phrase à moi", CHEAP);
    expect(await unlock(db)).toEqual({ state: "passphraseNeeded" });
    expect(await unlockWith(db, "une autre")).toEqual({ state: "wrongPassphrase" });
    // The same letters, composed differently by another keyboard.
    const again = await opened(db, "une phrase à moi".normalize("NFD"));
    expect(await coffreOf(db, again.key).list()).toHaveLength(1);
    await protect(db, again, "changée", CHEAP);
    expect(await unlockWith(db, "une phrase à moi")).toEqual({ state: "wrongPassphrase" });
    await unprotect(db, await opened(db, "changée"));
    expect(await coffreOf(db, (await opened(db)).key).list()).toHaveLength(1);
  });

  test("the returned key cannot be extracted; the session reopens the coffre without the passphrase", async () => {
    const { unlocked, db, coffre } = await newCoffre();
    await coffre.keep([documentOf("un")], NOW);
    expect(unlocked.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", unlocked.key)).rejects.toThrow();
    expect(await coffreOf(db, (await resume(unlocked.session)).key).list()).toHaveLength(1);
  });

  test("two pages that open a new coffre at once share one key", async () => {
    const db = await newProfile();
    const other = await openCoffreDatabase();
    const [one, two] = await Promise.all([opened(db), opened(other)]);
    expect(one.session).toBe(two.session);
  });
});

describe("an interrupted write", () => {
  /** A database that stops after so many calls, as in a browser that was killed. */
  function dyingAfter(db: CoffreDatabase, calls: number): CoffreDatabase {
    let left = calls;
    return new Proxy(db, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...parameters: unknown[]) => {
          left -= 1;
          if (left < 0) throw new DOMException("killed", "InvalidStateError");
          return value.apply(target, parameters);
        };
      },
    });
  }
  const five = Array.from({ length: 5 }, (_, index) => documentOf(`document ${index}`));

  test.each([1, 2, 3, 4, 5, 7, 8])("after %i calls lists nothing, and the next write removes what was left", async (calls) => {
    const { db, unlocked, coffre } = await newCoffre();
    await coffre.keep([documentOf("avant")], NOW);
    await expect(coffreOf(dyingAfter(db, calls), unlocked.key).keep(five, NOW)).rejects.toThrow();
    expect((await coffre.list()).map(({ size }) => size)).toEqual([5]);
    await coffre.keep([documentOf("après")], NOW);
    expect(await db.count("bytes")).toBe(2);
    expect(await db.count("pieces")).toBe(2);
  });

  test("after the last call has kept everything", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    await coffreOf(dyingAfter(db, 9), unlocked.key).keep(five, NOW);
    expect(await coffre.list()).toHaveLength(5);
    for (const { id } of await coffre.list()) expect(await coffre.bytesOf(id)).toBeDefined();
  });

  test("when no room is left keeps nothing, and says so", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    let writes = 0;
    const full = new Proxy(db, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (name === "put" && ++writes === 3) return () => Promise.reject(new DOMException("full", "QuotaExceededError"));
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    expect(await coffreOf(full, unlocked.key).keep(five, NOW)).toEqual({ state: "full" });
    expect(await coffre.list()).toEqual([]);
    expect(await db.count("bytes")).toBe(0);
  });

  test("two pages that keep at the same time do not sweep each other's bytes", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    const other = coffreOf(await openCoffreDatabase(), unlocked.key);
    await Promise.all([coffre.keep(five, NOW), other.keep([documentOf("autre page")], NOW), coffre.keep(five, NOW)]);
    expect(await coffre.list()).toHaveLength(6);
    expect(await db.count("bytes")).toBe(6);
  });
});

describe("two windows of one coffre", () => {
  const explain = (about: string) => (notes: CompanyNotes) => ({ ...notes, explications: [...notes.explications, { about, text: about }] });

  test("keep both explanations when each writes one", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    const other = coffreOf(await openCoffreDatabase(), unlocked.key);
    await Promise.all([coffre.changeNotes(SIREN, explain("une")), other.changeNotes(SIREN, explain("deux"))]);
    expect((await coffre.notesOf(SIREN)).explications.map(({ about }) => about).sort()).toEqual(["deux", "une"]);
    expect(await db.count("companies")).toBe(1);
  });

  test("that once wrote two records are read and written as one", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    for (const [id, about] of [
      ["a", "une"],
      ["b", "deux"],
    ] as const) {
      const note = explain(about)({ siren: SIREN, manual: {}, explications: [], means: NO_MEANS, grounds: [] });
      // As an earlier version wrote it, which kept no means.
      const { means: _, ...written } = note;
      const told = id === "a" ? written : { ...note, means: { ...NO_MEANS, equipment: [{ id: "e1", name: "Nacelle" }] } };
      await db.put("companies", await sealJson(unlocked.key, `companies/${id}`, told), id);
    }
    await coffre.changeNotes(SIREN, (notes) => notes);
    expect((await coffre.notesOf(SIREN)).explications).toHaveLength(2);
    expect((await coffre.notesOf(SIREN)).means.equipment).toEqual([{ id: "e1", name: "Nacelle" }]);
    expect(await db.count("companies")).toBe(1);
  });

  test("keep no document that one writes while the other erases everything or changes the passphrase", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    await coffre.keep([documentOf("un")], NOW);
    await protect(db, unlocked, "une phrase à moi", CHEAP);
    await expect(coffre.keep([documentOf("deux")], NOW)).rejects.toThrow(KeyChanged);
    expect(await db.count("bytes")).toBe(1);
    await eraseCoffre(db);
    await expect(coffre.keep([documentOf("trois")], NOW)).rejects.toThrow(KeyChanged);
    await opened(db);
    await expect(coffre.keep([documentOf("quatre")], NOW)).rejects.toThrow(KeyChanged);
    expect(await db.count("bytes")).toBe(0);
  });
});
