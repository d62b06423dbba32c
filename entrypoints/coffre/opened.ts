/** The open coffre and the gestures of its page, over this browser. */
import type { CoffreActions } from "../../components/Coffre.tsx";
import { coffreOf } from "../../src/coffre/coffre.ts";
import type { CoffreDatabase } from "../../src/coffre/database.ts";
import { protect, type Unlocked, unprotect } from "../../src/coffre/keyring.ts";
import { exportCoffre, importCoffre } from "../../src/coffre/transfer.ts";
import { parisDay } from "../../src/domain/time.ts";
import { type CoffreSession, createCoffreSession } from "../../src/keeper/session.ts";
import { blobOf, saveFile, showFile } from "../../src/maker/save.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { Cells } from "../../src/store/cells.ts";
import { touchCoffre } from "../../src/store/coffre-door.ts";

interface OpenedCoffre {
  readonly session: CoffreSession;
  readonly actions: CoffreActions;
}

export function openedCoffre(db: CoffreDatabase, cells: Cells, unlocked: Unlocked): OpenedCoffre {
  const coffre = coffreOf(db, unlocked.key);
  const session = createCoffreSession({
    coffre,
    show: () => send("show", { tabId: null }),
    isProtected: async () => (await db.get("keyring", "main"))?.by === "passphrase",
    touch: () => touchCoffre(cells),
    siren: new URLSearchParams(location.search).get("siren"),
  });
  const load = async (pieceId: string) => {
    const bytes = await coffre.bytesOf(pieceId);
    return bytes === undefined ? null : blobOf(bytes);
  };
  const actions: CoffreActions = {
    choose: session.choose,
    add: (files) => void session.add(files),
    amend: session.amend,
    discard: (pieceId) => void session.discard(pieceId),
    explain: session.explain,
    load,
    view: (pieceId) => void load(pieceId).then((file) => file !== null && showFile(file)),
    protect: (passphrase) => session.settle(() => protect(db, unlocked, passphrase)),
    unprotect: () => session.settle(() => unprotect(db, unlocked)),
    exportAll: async (passphrase) => saveFile(await exportCoffre(db, unlocked.key, passphrase), `coffre-${parisDay(new Date())}.pliprêt`),
    importFile: (file, passphrase) => session.settle(() => importCoffre(db, unlocked.key, file, passphrase)),
  };
  return { session, actions };
}
