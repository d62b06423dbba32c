/** What earlier versions stored still opens, and is then stored as today. Recorded with their own code. */
import { openDB } from "idb";
import { describe, expect, test } from "vitest";
import { coffreOf } from "../../src/coffre/coffre.ts";
import { type CoffreDatabase, openCoffreDatabase } from "../../src/coffre/database.ts";
import { unlock } from "../../src/coffre/keyring.ts";
import { unlockWith } from "../../src/coffre/passphrase.ts";
import { importCoffre } from "../../src/coffre/transfer.ts";
import { KeptFacts } from "../../src/domain/coffre.ts";
import recorded from "./past/version-1.json" with { type: "json" };
import { newCoffre, newProfile, opened, SIREN } from "./world.ts";

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));

/** The database as version 1 made it, with the records that it wrote. */
async function versionOne(keyring: object): Promise<CoffreDatabase> {
  (await newProfile()).close();
  indexedDB.deleteDatabase("coffre");
  const db = await openDB("coffre", 1, {
    upgrade: (made) => {
      for (const store of ["keyring", "pieces", "bytes", "companies"]) made.createObjectStore(store);
    },
  });
  await db.put("keyring", keyring, "main");
  for (const store of ["pieces", "bytes", "companies"] as const) {
    for (const [id, { iv, data }] of Object.entries(recorded[store]))
      await db.put(store, { iv: bytesOf(iv), data: bytesOf(data).buffer }, id);
  }
  db.close();
  return openCoffreDatabase();
}

async function expectWhole(db: CoffreDatabase, key: CryptoKey): Promise<void> {
  const coffre = coffreOf(db, key);
  const [piece] = await coffre.list(SIREN);
  expect(piece).toMatchObject({
    kind: "attestationVigilance",
    validFrom: "2026-10-31",
    confirmed: true,
    facts: { iban: expect.any(String) },
  });
  expect(new TextDecoder().decode(await coffre.bytesOf(piece?.id ?? ""))).toBe("%PDF-1.7 attestation de 2026");
  expect(await coffre.notesOf(SIREN)).toMatchObject({ manual: { contactEmail: "offres@verneuil.example" }, explications: [{}] });
}

describe("version 1", () => {
  test("protected by PBKDF2 opens, and is protected by Argon2id from then on", async () => {
    const { wrapped, salt, iterations } = recorded.keyring;
    const db = await versionOne({ by: "passphrase", wrapped: bytesOf(wrapped).buffer, derivation: { salt: bytesOf(salt), iterations } });
    expect(await unlock(db)).toEqual({ state: "passphraseNeeded" });
    expect(await unlockWith(db, "une autre")).toEqual({ state: "wrongPassphrase" });
    const unlocked = await opened(db, recorded.passphrase);
    await expectWhole(db, unlocked.key);
    expect(unlocked.session).not.toBe(recorded.dataKey);
    expect(await db.get("keyring", "main")).toMatchObject({
      version: 2,
      by: "passphrase",
      derivation: { kind: "argon2id", memoryKiB: 65_536 },
    });
    await expectWhole(db, (await opened(db, recorded.passphrase)).key);
  });

  test("whose key was stored beside it opens under a new one, which is in a file", async () => {
    const device = await crypto.subtle.generateKey({ name: "AES-KW", length: 256 }, false, ["wrapKey", "unwrapKey"]);
    const data = await crypto.subtle.importKey("raw", bytesOf(recorded.dataKey), "AES-GCM", true, ["encrypt"]);
    const db = await versionOne({ by: "device", wrapped: await crypto.subtle.wrapKey("raw", data, device, "AES-KW"), device });
    const unlocked = await opened(db);
    await expectWhole(db, unlocked.key);
    expect(unlocked.session).not.toBe(recorded.dataKey);
    const keyring = await db.get("keyring", "main");
    expect(keyring).toMatchObject({ version: 2, by: "device" });
    expect(keyring).not.toHaveProperty("device");
    await expectWhole(db, (await opened(db)).key);
  });

  test("exported a file that is imported", async () => {
    const { db, unlocked, coffre } = await newCoffre();
    const outcome = await importCoffre(db, unlocked.key, new Blob([bytesOf(recorded.exported)]), "phrase de transfert");
    expect(outcome).toMatchObject({ state: "imported", pieces: 1 });
    expect(await coffre.list(SIREN)).toMatchObject([{ kind: "attestationVigilance", validFrom: "2026-10-31" }]);
  });
});

test("a field that left the catalogue is dropped alone", () => {
  expect(KeptFacts.parse({ contactNom: "Verneuil", champDisparu: "x", contactEmail: 3 })).toEqual({ contactNom: "Verneuil" });
});
