/** The open coffre and the gestures of its page, over this browser. */
import type { CoffreActions } from "../../components/coffre-props.ts";
import { coffreOf } from "../../src/coffre/coffre.ts";
import type { CoffreDatabase } from "../../src/coffre/database.ts";
import type { Unlocked } from "../../src/coffre/keys.ts";
import { exportCoffre, importCoffre } from "../../src/coffre/transfer.ts";
import { parisDay } from "../../src/domain/time.ts";
import { drawWords } from "../../src/keeper/draw-words.ts";
import { skipScan } from "../../src/keeper/reader.ts";
import { type CoffreSession, createCoffreSession } from "../../src/keeper/session.ts";
import { blobOf, saveFile, showFile } from "../../src/maker/save.ts";
import { onceThen, send } from "../../src/messages/bus-screen.ts";
import type { Output } from "../../src/messages/contract.ts";
import type { Cells } from "../../src/store/cells.ts";
import { touchCoffre } from "../../src/store/coffre-door.ts";
import { protectCoffre, unprotectCoffre } from "../../src/store/coffre-passphrase.ts";

interface OpenedCoffre {
  readonly session: CoffreSession;
  readonly actions: CoffreActions;
}

interface Opening {
  /** The company that the page shows; `null`: the one being worked for. */
  readonly siren: string | null;
  /** What is worked for, on its way. */
  readonly situation: Promise<Output<"show">>;
}

export function openedCoffre(db: CoffreDatabase, cells: Cells, unlocked: Unlocked, { siren, situation }: Opening): OpenedCoffre {
  const coffre = coffreOf(db, unlocked.key);
  const session = createCoffreSession({
    coffre,
    show: onceThen(situation, () => send("show", { tabId: null })),
    isProtected: async () => (await db.get("keyring", "main"))?.by === "passphrase",
    touch: () => touchCoffre(cells),
    siren,
  });
  const load = async (pieceId: string) => {
    const bytes = await coffre.bytesOf(pieceId);
    return bytes === undefined ? null : blobOf(bytes);
  };
  const actions: CoffreActions = {
    choose: session.choose,
    add: (files) => void session.add(files),
    skipScan,
    amend: session.amend,
    discard: (pieceId) => void session.discard(pieceId),
    explain: session.explain,
    load,
    view: (pieceId) => void load(pieceId).then((file) => file !== null && showFile(file)),
    // The coffre has another key then, which every page that shows it takes from the session (`main.tsx`).
    protect: async (passphrase) => void (await protectCoffre(cells, db, unlocked, passphrase)),
    unprotect: async () => void (await unprotectCoffre(cells, db, unlocked)),
    drawWords,
    exportAll: async (passphrase) => saveFile(await exportCoffre(db, unlocked.key, passphrase), `coffre-${parisDay(new Date())}.pliprêt`),
    importFile: (file, passphrase) => session.settle(() => importCoffre(db, unlocked.key, file, passphrase)),
  };
  return { session, actions };
}
