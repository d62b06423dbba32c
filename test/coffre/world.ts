/** A database of its own for each test, and documents to put in it. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { expect } from "vitest";
import { type Coffre, coffreOf, type NewPiece } from "../../src/coffre/coffre.ts";
import { type CoffreDatabase, openCoffreDatabase } from "../../src/coffre/database.ts";
import { unlock } from "../../src/coffre/keyring.ts";
import type { Unlocked } from "../../src/coffre/keys.ts";
import { unlockWith } from "../../src/coffre/passphrase.ts";
import { newPrivateFiles } from "./private-files.ts";

/** Fictitious, with a right key. */
export const SIREN = "913456786";
export const OTHER = "902100072";
export const NOW = new Date("2026-11-24T09:00:00Z");

/** For tests that set passphrases many times. */
export const CHEAP = { memoryKiB: 64, passes: 1 };

/** A new, empty browser profile. */
export async function newProfile(): Promise<CoffreDatabase> {
  globalThis.indexedDB = new IDBFactory();
  newPrivateFiles();
  return openCoffreDatabase();
}

export async function opened(db: CoffreDatabase, passphrase?: string): Promise<Unlocked> {
  const outcome = await (passphrase === undefined ? unlock(db) : unlockWith(db, passphrase));
  if (outcome.state !== "open") expect.unreachable(outcome.state);
  return outcome.unlocked;
}

export async function newCoffre(): Promise<{ db: CoffreDatabase; unlocked: Unlocked; coffre: Coffre }> {
  const db = await newProfile();
  const unlocked = await opened(db);
  return { db, unlocked, coffre: coffreOf(db, unlocked.key) };
}

export function documentOf(text: string, about: Partial<NewPiece["about"]> = {}): NewPiece {
  return {
    bytes: new TextEncoder().encode(text),
    about: {
      siren: SIREN,
      kind: "attestationVigilance",
      title: "Attestation de vigilance",
      fileName: "vigilance.pdf",
      type: "application/pdf",
      validFrom: "2026-10-31",
      validityBasis: "document",
      confirmed: true,
      ...about,
    },
  };
}
