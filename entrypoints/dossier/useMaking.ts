/** Making the dossier, keeping it for the extension, opening it again, handing it over. */
import { useEffect, useRef, useState } from "react";
import browser from "webextension-polyfill";
import type { DossierActions, DossierView } from "../../components/DossierPage.tsx";
import type { Ended, Shape } from "../../components/DossierShape.tsx";
import type { MakeProgress, PreparedDossier, PreparedFile, Reopened } from "../../src/domain/prepared.ts";
import { bringer } from "../../src/maker/bring.ts";
import { reopenInWorker } from "../../src/maker/maker.ts";
import { prepare, remarksOf } from "../../src/maker/prepare.ts";
import { requestOf } from "../../src/maker/request.ts";
import { saveFile } from "../../src/maker/save.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { PORTALS } from "../../src/portals/index.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { madeShelf } from "../../src/store/made-shelf.ts";
import { openShelf } from "../../src/store/shelf.ts";

const bring = bringer(browser.storage.session);
const shelf = madeShelf(openShelf(), cellsOf(storeOf(browser.storage.session)));

interface Making {
  readonly view: Pick<DossierView, "making" | "ended" | "prepared" | "reopened">;
  readonly actions: Pick<DossierActions, "make" | "cancel" | "download">;
}

export function useMaking(tabId: number | null, situation: Situation): Making {
  const [making, setMaking] = useState<MakeProgress | null>(null);
  const [ended, setEnded] = useState<Ended | null>(null);
  /** What was made here, until the background gives it back; all of it when nothing could be taken. */
  const [own, setOwn] = useState<PreparedDossier | null>(null);
  const running = useRef<AbortController | null>(null);
  const prepared = own ?? (situation.prepared?.work === situation.work ? situation.prepared : null);
  const reopened = useReopened(prepared);
  useEffect(() => () => running.current?.abort(), []);

  async function make(pieces: readonly string[], shape: Shape): Promise<void> {
    const now = new Date();
    const { work } = situation;
    const { footers, targetBytes } = shape;
    const nameLength = PORTALS.find(({ id }) => id === situation.page?.portal)?.limits.nameLength?.value;
    const request = requestOf(situation, { pieces, footers, targetBytes, nameLength }, now);
    if (request === null || work === null) return;
    const format = shape.form === "zip" ? "zip" : "pdf";
    running.current = new AbortController();
    const { signal } = running.current;
    setEnded(null);
    setMaking({ done: 0, total: pieces.length, id: pieces[0] ?? null });
    try {
      const made = await prepare(request, format, { bring: (id) => bring(tabId, id), shelf, onProgress: setMaking, signal });
      const { files } = made;
      const dossier = { work, tabId, at: now.toISOString(), form: shape.form, files: [...files], remarks: remarksOf(made, format) };
      if (files.length === 0) setEnded("nothing");
      else await send("keepPrepared", dossier);
      setOwn(dossier);
    } catch {
      setEnded(signal.aborted ? "cancelled" : "failed");
    } finally {
      setMaking(null);
    }
  }

  async function download({ key, fileName, mediaType }: PreparedFile): Promise<void> {
    const file = await shelf.get(key);
    if (file === null) setEnded("gone");
    else saveFile(new Blob([file.bytes], { type: mediaType }), fileName);
  }

  return {
    view: { making, ended, prepared, reopened },
    actions: {
      make: (pieces, shape) => void make(pieces, shape),
      cancel: () => running.current?.abort(),
      download: (file) => void download(file),
    },
  };
}

/** Each file prepared, opened again as it lies on the shelf: one after the other, for they may be heavy. */
function useReopened(prepared: PreparedDossier | null): ReadonlyMap<string, Reopened> {
  const [reopened, setReopened] = useState<ReadonlyMap<string, Reopened>>(new Map());
  const keys = (prepared?.files ?? []).map(({ key }) => key).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same files are not opened again because a new situation names them
  useEffect(() => {
    let left = false;
    async function openAll(): Promise<void> {
      for (const { key, mediaType, sha256, pages } of prepared?.files ?? []) {
        if (left) return;
        const file = await shelf.get(key);
        const how: Reopened =
          file === null
            ? { state: "altered" }
            : await reopenInWorker({ bytes: file.bytes, mediaType, sha256, pages }).catch(() => ({ state: "damaged" as const }));
        if (!left) setReopened((before) => new Map([...before, [key, how]]));
      }
    }
    void openAll();
    return () => {
      left = true;
    };
  }, [keys]);
  return reopened;
}
