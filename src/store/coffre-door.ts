/** The coffre as the background sees it: a company's documents when it is open, nothing while it waits for its passphrase. */
import { z } from "zod";
import { type Coffre, coffreOf, emptyCoffre, eraseCoffre } from "../coffre/coffre.ts";
import { type CoffreDatabase, openCoffreDatabase } from "../coffre/database.ts";
import { type KeptDossiers, keptDossiers } from "../coffre/dossiers.ts";
import type { Entries } from "../coffre/entries.ts";
import { type UnlockOutcome, unlock } from "../coffre/keyring.ts";
import { opensWith, resume, type Unlocked } from "../coffre/keys.ts";
import type { CoffrePiece, CompanyNotes } from "../domain/coffre.ts";
import type { Cells } from "./cells.ts";
import { COFFRE_SESSION } from "./session-key.ts";

export interface CoffreDoor {
  /** The documents of one company, or of all. */
  list(siren?: string): Promise<CoffrePiece[]>;
  bytesOf(pieceId: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** True while it waits for its passphrase, or for this browser's secret, which is gone. */
  isLocked(): Promise<boolean>;
  /** What the person typed; `null` while it waits for its passphrase. */
  entries(): Promise<Entries | null>;
  /** Answers `null`, and changes nothing, while it waits for its passphrase. */
  changeEntries(change: (entries: Entries) => Entries): Promise<Entries | null>;
  /** What is remembered of a company besides its documents; `null` while it waits for its passphrase. */
  notesOf(siren: string): Promise<CompanyNotes | null>;
  /** False, and nothing changes, while it waits for its passphrase. */
  changeNotes(siren: string, change: (notes: CompanyNotes) => CompanyNotes): Promise<boolean>;
  /** The prepared dossiers kept after the browser closes; `null` while it waits for its passphrase. */
  dossiers(): Promise<KeptDossiers | null>;
  /** Deletes everything for good, keys included, whether it is open or not. */
  erase(): Promise<void>;
}

const CHANGED = "coffre-changed";

/** Tells every open screen that the coffre changed: they read it again. */
export async function touchCoffre(session: Cells): Promise<void> {
  await session(CHANGED, z.string(), "").update(() => crypto.randomUUID());
}

const sessionCell = (session: Cells) => session(COFFRE_SESSION, z.string().nullable(), null);

/** The key of the coffre, which stays open until the browser closes; `null` while it is closed. */
export async function unlockCoffre(session: Cells, db: CoffreDatabase): Promise<Unlocked | null> {
  const outcome = await tryCoffre(session, db);
  return outcome.state === "open" ? outcome.unlocked : null;
}

/** The same, with the reason when it is closed. */
export async function tryCoffre(session: Cells, db: CoffreDatabase): Promise<UnlockOutcome> {
  const known = await sessionCell(session).read();
  if (known !== null) {
    const resumed = await resume(known);
    if (await opensWith(await db.get("keyring", "main"), resumed.key)) return { state: "open", unlocked: resumed };
  }
  const outcome = await unlock(db);
  if (outcome.state === "open") await keepOpen(session, outcome.unlocked);
  return outcome;
}

/** Replaces a coffre that nothing can open any more by an empty one: its contents are lost. */
export async function startCoffreAgain(session: Cells, db: CoffreDatabase): Promise<void> {
  await emptyCoffre(db);
  await sessionCell(session).clear();
}

/** Keeps the coffre open with that key, for every screen, until the browser closes. */
export async function keepOpen(session: Cells, { session: known }: Unlocked): Promise<void> {
  await sessionCell(session).update(() => known);
}

/** The coffre, opened; `null` while it waits for its passphrase. */
export async function enterCoffre(session: Cells, db: CoffreDatabase): Promise<Coffre | null> {
  const unlocked = await unlockCoffre(session, db);
  return unlocked === null ? null : coffreOf(db, unlocked.key);
}

/** @param session cells kept in memory only: the key of an open coffre never goes to the disk */
export function coffreDoor(session: Cells, open: () => Promise<CoffreDatabase> = openCoffreDatabase): CoffreDoor {
  let opening: Promise<CoffreDatabase> | null = null;

  const database = () => {
    opening ??= open();
    return opening;
  };

  /** One coffre for each key, so that unchanged records are not opened again. */
  let entered: { readonly by: string; readonly coffre: Coffre; readonly dossiers: KeptDossiers } | null = null;
  const unlockBoth = async () => {
    const db = await database();
    const unlocked = await unlockCoffre(session, db);
    if (unlocked === null) return null;
    const { key, session: by } = unlocked;
    if (entered?.by !== by) entered = { by, coffre: coffreOf(db, key), dossiers: keptDossiers(db, key) };
    return entered;
  };
  /** What is asked at the same time enters together: the key is checked once for all of them. */
  let entering: ReturnType<typeof unlockBoth> | null = null;
  const enterBoth = () => {
    entering ??= unlockBoth().finally(() => {
      entering = null;
    });
    return entering;
  };
  const enter = async () => (await enterBoth())?.coffre ?? null;

  return {
    list: async (siren) => (await enter())?.list(siren) ?? [],
    bytesOf: async (pieceId) => (await enter())?.bytesOf(pieceId),
    entries: async () => (await enter())?.entries() ?? null,
    changeEntries: async (change) => {
      const changed = (await (await enter())?.changeEntries(change)) ?? null;
      if (changed !== null) await touchCoffre(session);
      return changed;
    },
    notesOf: async (siren) => (await enter())?.notesOf(siren) ?? null,
    changeNotes: async (siren, change) => {
      const coffre = await enter();
      if (coffre === null) return false;
      await coffre.changeNotes(siren, change);
      await touchCoffre(session);
      return true;
    },
    dossiers: async () => (await enterBoth())?.dossiers ?? null,
    isLocked: async () => (await enter()) === null,
    erase: async () => {
      entered = null;
      entering = null;
      await eraseCoffre(await database());
      await sessionCell(session).clear();
    },
  };
}
