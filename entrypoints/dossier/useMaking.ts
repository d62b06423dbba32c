/** Making the dossier and opening it again, over this browser: both are forgotten with the page's consultation. */
import { useEffect, useState } from "react";
import browser from "webextension-polyfill";
import type { DossierActions, DossierView } from "../../components/DossierPage.tsx";
import { useWatched } from "../../components/useWatched.ts";
import { bringer } from "../../src/maker/bring.ts";
import { reopenInWorker } from "../../src/maker/maker.ts";
import { createMaking } from "../../src/maker/making.ts";
import { prepare } from "../../src/maker/prepare.ts";
import { createReopening } from "../../src/maker/reopening.ts";
import { blobOf, saveFile, showFile } from "../../src/maker/save.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { LIMITS } from "../../src/portals/limits.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { coffreDoor } from "../../src/store/coffre-door.ts";
import { madeShelf } from "../../src/store/made-shelf.ts";
import { openShelf } from "../../src/store/shelf.ts";

const bring = bringer(browser.storage.session);
const session = cellsOf(storeOf(browser.storage.session));
const shelf = madeShelf(openShelf(session), coffreDoor(session));

interface MakingHere {
  /** Shows a document of the dossier. */
  readonly openPiece: (pieceId: string) => void;
  readonly view: Pick<DossierView, "making" | "ended" | "prepared" | "reopened">;
  readonly actions: Pick<DossierActions, "make" | "cancel" | "download">;
}

const makingFor = (tabId: number | null) =>
  createMaking({
    tabId,
    prepare: (request, format, running) => prepare(request, format, { bring: (id) => bring(tabId, id), shelf, ...running }),
    shelf,
    keep: (dossier) => send("keepPrepared", dossier),
    save: saveFile,
    now: () => new Date(),
  });

async function openPiece(tabId: number | null, pieceId: string): Promise<void> {
  const brought = await bring(tabId, pieceId);
  if ("bytes" in brought) showFile(await blobOf(brought.bytes));
}

export function useMaking(tabId: number | null, situation: Situation): MakingHere {
  const [making] = useState(() => makingFor(tabId));
  const [reopening] = useState(() => createReopening({ shelf, reopen: reopenInWorker }));
  const { making: progress, ended } = useWatched(making);
  const { reopened } = useWatched(reopening);
  const prepared = making.preparedFor(situation);
  const isMaking = progress !== null;
  // Once the background has kept it: both read the whole file.
  useEffect(() => {
    if (!isMaking) void reopening.follow(prepared);
  }, [reopening, prepared, isMaking]);
  useEffect(
    () => () => {
      making.cancel();
      reopening.leave();
    },
    [making, reopening],
  );
  const nameLength = LIMITS[situation.page?.portal ?? ""]?.nameLength?.value;
  return {
    openPiece: (pieceId) => void openPiece(tabId, pieceId),
    view: { making: progress, ended, prepared, reopened },
    actions: {
      make: (pieces, wish) => void making.make(situation, { pieces, wish, nameLength }),
      cancel: making.cancel,
      download: (file) => void making.download(file),
    },
  };
}
