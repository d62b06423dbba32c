/** The coffre as the background sees it: what it holds for a company when it is open, nothing when it waits for its passphrase. */
import { z } from "zod";
import { type Coffre, coffreOf, eraseCoffre } from "../coffre/coffre.ts";
import { type CoffreDatabase, openCoffreDatabase } from "../coffre/database.ts";
import { resume, type Unlocked, unlock } from "../coffre/keyring.ts";
import type { CoffrePiece } from "../domain/coffre.ts";
import type { Cells } from "./cells.ts";

export interface CoffreDoor {
  /** Of one company, or of all. */
  list(siren?: string): Promise<CoffrePiece[]>;
  bytesOf(pieceId: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** True while it waits for its passphrase. */
  isLocked(): Promise<boolean>;
  /** Deletes everything for good, keys included, whether it is open or not. */
  erase(): Promise<void>;
}

/** Key of the cell that keeps an open coffre open until the browser closes; screens that unlock it write there. */
export const COFFRE_SESSION = "coffre-session";

const CHANGED = "coffre-changed";

/** Tells every open screen that the coffre changed: they read again whatever the session holds. */
export async function touchCoffre(session: Cells): Promise<void> {
  await session(CHANGED, z.string(), "").update(() => crypto.randomUUID());
}

const sessionCell = (session: Cells) => session(COFFRE_SESSION, z.string().nullable(), null);

/** The key of the coffre, which stays open until the browser closes; `null` while it waits for its passphrase, or when that is wrong. */
export async function unlockCoffre(session: Cells, db: CoffreDatabase, passphrase?: string): Promise<Unlocked | null> {
  const kept = sessionCell(session);
  const known = await kept.read();
  if (known !== null) return resume(known);
  const outcome = await unlock(db, passphrase);
  if (outcome.state !== "open") return null;
  await kept.update(() => outcome.unlocked.session);
  return outcome.unlocked;
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

  const enter = async () => enterCoffre(session, await database());

  return {
    list: async (siren) => (await enter())?.list(siren) ?? [],
    bytesOf: async (pieceId) => (await enter())?.bytesOf(pieceId),
    isLocked: async () => (await enter()) === null,
    erase: async () => {
      await eraseCoffre(await database());
      await sessionCell(session).clear();
    },
  };
}
