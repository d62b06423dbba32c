/** The open coffre and the gestures of its page, over this browser. */
import type { ImportedFile } from "../../components/CoffreProtection.tsx";
import type { CoffreActions } from "../../components/coffre-props.ts";
import { coffreOf } from "../../src/coffre/coffre.ts";
import type { CoffreDatabase } from "../../src/coffre/database.ts";
import { folderOf, keepFolder } from "../../src/coffre/folders.ts";
import type { Unlocked } from "../../src/coffre/keys.ts";
import { exportCoffre, type ImportOutcome, importCoffre } from "../../src/coffre/transfer.ts";
import { NOTHING_CARRIED } from "../../src/domain/carried.ts";
import { parisDay } from "../../src/domain/time.ts";
import { drawWords } from "../../src/keeper/draw-words.ts";
import { folderPicker, folderState, type SharedFolder, updateFolder } from "../../src/keeper/folder.ts";
import { skipScan } from "../../src/keeper/reader.ts";
import { type CoffreSession, createCoffreSession } from "../../src/keeper/session.ts";
import { blobOf, saveFile, showFile } from "../../src/maker/save.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { Output } from "../../src/messages/contract.ts";
import type { Cells } from "../../src/store/cells.ts";
import { touchCoffre } from "../../src/store/coffre-door.ts";
import { protectCoffre, unprotectCoffre } from "../../src/store/coffre-passphrase.ts";

export interface OpenedCoffre {
  readonly session: CoffreSession;
  readonly actions: CoffreActions;
}

interface Opening {
  /** The company that the page shows; `null`: the one being worked for. */
  readonly siren: string | null;
  /** Asks the background for the current company. */
  readonly show: () => Promise<Output<"showCompany">>;
}

export function openedCoffre(db: CoffreDatabase, cells: Cells, unlocked: Unlocked, { siren, show }: Opening): OpenedCoffre {
  const coffre = coffreOf(db, unlocked.key);
  const session = createCoffreSession({
    coffre,
    show,
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
    // The coffre then has another key, which every page that shows it takes from the session (`main.tsx`).
    protect: async (passphrase) => void (await protectCoffre(cells, db, unlocked, passphrase)),
    unprotect: async () => void (await unprotectCoffre(cells, db, unlocked)),
    drawWords,
    exportAll: async (passphrase) => {
      const { carried } = await send("carry", { siren: null });
      saveFile(await exportCoffre(db, unlocked.key, passphrase, { carried }), `coffre-${parisDay(new Date())}.pliprêt`);
    },
    exportCompany: async (passphrase) => {
      const { siren: shown } = session.read();
      if (shown === null) throw new Error("coffre: no company is shown");
      const { carried } = await send("carry", { siren: shown });
      const file = await exportCoffre(db, unlocked.key, passphrase, { siren: shown, carried });
      saveFile(file, `entreprise-${shown}-${parisDay(new Date())}.pliprêt`);
    },
    folder: folderActions(db, unlocked.key, session),
    importFile: async (file, passphrase) => cameOf(await session.settle(() => importCoffre(db, unlocked.key, file, passphrase))),
  };
  return { session, actions };
}

/** The folder that the shown company's file is shared in; `null` where the browser has none. */
function folderActions(db: CoffreDatabase, key: CryptoKey, session: CoffreSession): CoffreActions["folder"] {
  const pick = folderPicker();
  if (pick === null) return null;
  const shown = () => {
    const { siren } = session.read();
    if (siren === null) throw new Error("coffre: no company is shown");
    return siren;
  };
  const chosen = async (siren: string) => (await folderOf(db, key, siren)) as SharedFolder | null;
  const look = async (asks: boolean) => folderState(await chosen(shown()), shown(), asks);
  return {
    look: () => look(false),
    open: () => look(true),
    choose: async () => {
      const [siren, folder] = [shown(), await pick()];
      if (folder !== null) await keepFolder(db, key, siren, folder);
      return look(true);
    },
    leave: async () => {
      await keepFolder(db, key, shown(), null);
      return look(false);
    },
    update: async (passphrase, isFirst) => {
      const siren = shown();
      const folder = await chosen(siren);
      if (folder === null) return { read: null, copies: [], wrote: "gone" };
      const seal = async () => exportCoffre(db, key, passphrase, { siren, carried: (await send("carry", { siren })).carried });
      const read = async (file: File) => cameOf(await session.settle(() => importCoffre(db, key, file, passphrase)));
      return updateFolder(folder, siren, { read, isWhole: (came) => came.state === "imported" && came.isJoined, seal, isFirst });
    },
  };
}

/** Once the documents are in, joins what else the file carries to what is here. */
async function cameOf(outcome: ImportOutcome): Promise<ImportedFile> {
  if (outcome.state !== "imported") return outcome;
  const { carried, ...came } = outcome;
  const join = async (prefer: "here" | "file") => send("takeCarried", { carried: carried ?? NOTHING_CARRIED, prefer });
  const report = carried === null ? null : await join("here").catch(() => null);
  return { ...came, report, isJoined: carried === null || report !== null, takeFile: () => join("file") };
}
