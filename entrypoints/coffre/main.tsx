/** The coffre's page. It opens the coffre itself; the background only reads it. */
import "../../src/store/zod.ts";
import { useEffect, useMemo, useRef, useState } from "react";
import browser from "webextension-polyfill";
import { Coffre, type CoffreActions, type CoffreView } from "../../components/Coffre.tsx";
import { ClosedCoffre } from "../../components/CoffreProtection.tsx";
import { mount } from "../../components/mount.tsx";
import { useWords } from "../../components/words.tsx";
import { coffreOf } from "../../src/coffre/coffre.ts";
import { openCoffreDatabase } from "../../src/coffre/database.ts";
import { inTurn } from "../../src/coffre/in-turn.ts";
import { protect, type Unlocked, unprotect } from "../../src/coffre/keyring.ts";
import { exportCoffre, importCoffre } from "../../src/coffre/transfer.ts";
import type { CoffrePiece } from "../../src/domain/coffre.ts";
import { parisDay } from "../../src/domain/time.ts";
import { keepFile } from "../../src/keeper/keep.ts";
import { blobOf, saveFile } from "../../src/maker/save.ts";
import { onChange } from "../../src/messages/bus-screen.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { COFFRE_SESSION, touchCoffre, unlockCoffre } from "../../src/store/coffre-door.ts";
import { showFile } from "./files.ts";
import { type Kept, look, NOTHING } from "./look.ts";

const db = await openCoffreDatabase();
const cells = cellsOf(storeOf(browser.storage.session));
const opening = unlockCoffre(cells, db);
// Erased from the options while this page is open: its key opens nothing any more.
browser.storage.session.onChanged.addListener((changes) => {
  const change = changes[COFFRE_SESSION];
  if (change !== undefined && change.newValue === undefined) location.reload();
});
const isProtected = async () => (await db.get("keyring", "main"))?.by === "passphrase";

/** Drawing at each file would take longer than keeping it. */
const DRAW_EVERY_MS = 300;

function App() {
  const [unlocked, setUnlocked] = useState<Unlocked | null | "opening">("opening");
  useEffect(() => {
    void opening.then(setUnlocked);
  }, []);
  if (unlocked === "opening") return null;
  if (unlocked !== null) return <OpenCoffre unlocked={unlocked} />;
  const onUnlock = async (passphrase: string) => {
    const opened = await unlockCoffre(cells, db, passphrase);
    if (opened !== null) setUnlocked(opened);
    return opened !== null;
  };
  return <ClosedCoffre onUnlock={onUnlock} />;
}

function OpenCoffre({ unlocked }: { readonly unlocked: Unlocked }) {
  const { m } = useWords();
  const coffre = useMemo(() => coffreOf(db, unlocked.key), [unlocked]);
  const [kept, setKept] = useState<Kept>(NOTHING);
  const [behindPassphrase, setBehindPassphrase] = useState(false);
  const [reading, setReading] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const wanted = useRef(new URLSearchParams(location.search).get("siren"));
  const shown = useRef(kept);
  shown.current = kept;
  /** Counts what this page shows ahead of the coffre, and what the coffre then holds: what was read before the last is too old to be shown. */
  const ahead = useRef(0);

  const refresh = useMemo(() => {
    return inTurn(async () => {
      const asked = wanted.current;
      const then = ahead.current;
      const [seen, isBehind] = await Promise.all([look(coffre, asked), isProtected()]);
      if (asked !== wanted.current || then !== ahead.current) return;
      // The company shown stays, whatever is worked for meanwhile in another window.
      wanted.current ??= seen.siren;
      setBehindPassphrase(isBehind);
      setKept(seen);
    });
  }, [coffre]);
  useEffect(() => {
    void refresh();
    return onChange(() => void refresh());
  }, [refresh]);

  const actions = useMemo((): CoffreActions => {
    const after = async (work: Promise<unknown>): Promise<void> => {
      try {
        await work;
        await touchCoffre(cells);
      } finally {
        ahead.current += 1;
        await refresh();
      }
    };
    /** The same for a document that the page already shows changed: when the browser could not write it, that is said, and it shows as it was. */
    const change = async ({ title }: CoffrePiece, work: Promise<unknown>): Promise<void> => {
      const said = m.coffre.notWritten(title);
      setRefused((texts) => texts.filter((text) => text !== said));
      try {
        await after(work);
      } catch (error) {
        setRefused((texts) => [...texts, said]);
        throw error;
      }
    };
    /** Shows at once what a gesture does: the next question is there before the coffre has written the answer to this one. */
    const show = (change: (pieces: readonly CoffrePiece[]) => readonly CoffrePiece[]) => {
      ahead.current += 1;
      setKept((now) => ({ ...now, pieces: change(now.pieces) }));
    };

    async function add(files: readonly File[]): Promise<void> {
      const { siren, companies } = shown.current;
      if (siren === null) return;
      const name = companies.find((company) => company.siren === siren)?.name;
      const owner = { siren, names: name === null || name === undefined ? [] : [name] };
      const left = files.map(({ name }) => name);
      const failed: string[] = [];
      const fresh: CoffrePiece[] = [];
      const draw = () => {
        const added = fresh.splice(0).reverse();
        setReading([...left]);
        setRefused([...failed]);
        if (added.length === 0 || wanted.current !== siren) return;
        show((pieces) => [...added, ...pieces.filter(({ id }) => added.every((one) => one.id !== id))]);
      };
      draw();
      let drawn = performance.now();
      for (const file of files) {
        const result = await keepFile(coffre, owner, file, new Date());
        if ("failure" in result) failed.push(m.coffre.failed(file.name, m.coffre.failures[result.failure]));
        else fresh.push(result.piece);
        left.shift();
        if (left.length > 0 && performance.now() - drawn < DRAW_EVERY_MS) continue;
        draw();
        drawn = performance.now();
      }
      await after(Promise.resolve());
    }

    async function explain(explication: CoffreView["explications"][number]): Promise<void> {
      const { siren } = shown.current;
      if (siren === null) return;
      const notes = await coffre.notesOf(siren);
      const others = notes.explications.filter(({ about }) => about !== explication.about);
      const isEmpty = explication.text === "" && explication.pieceId === undefined;
      await coffre.remember({ ...notes, explications: isEmpty ? others : [...others, explication] });
    }

    async function load(pieceId: string): Promise<Blob | null> {
      const bytes = await coffre.bytesOf(pieceId);
      return bytes === undefined ? null : blobOf(bytes);
    }

    async function view(pieceId: string): Promise<void> {
      const file = await load(pieceId);
      if (file !== null) showFile(file);
    }

    return {
      choose: (chosen) => {
        wanted.current = chosen;
        // At once: what is dropped next is for the company that the page shows.
        setKept((now) => ({ ...now, siren: chosen, pieces: [], notices: [], explications: [] }));
        void refresh();
      },
      add: (files) => void add(files),
      amend: (piece) => {
        show((pieces) =>
          pieces.flatMap((one) => {
            if (one.id !== piece.id) return [one];
            return piece.siren === one.siren ? [piece] : [];
          }),
        );
        return change(piece, coffre.amend(piece));
      },
      discard: (pieceId) => {
        const piece = shown.current.pieces.find(({ id }) => id === pieceId);
        show((pieces) => pieces.filter(({ id }) => id !== pieceId));
        if (piece !== undefined) change(piece, coffre.discard([pieceId])).catch(() => undefined);
      },
      view: (pieceId) => void view(pieceId),
      load,
      explain: (explication) => after(explain(explication)),
      protect: (passphrase) => after(protect(db, unlocked, passphrase)),
      unprotect: () => after(unprotect(db, unlocked)),
      exportAll: async (passphrase) => saveFile(await exportCoffre(db, unlocked.key, passphrase), `coffre-${parisDay(new Date())}.pliprêt`),
      importFile: async (file, passphrase) => {
        const outcome = await importCoffre(db, unlocked.key, file, passphrase);
        await after(Promise.resolve());
        if (outcome.state === "imported") return m.coffre.imported(outcome.pieces, outcome.alreadyHere);
        return m.coffre.importFailures[outcome.state];
      },
    };
  }, [coffre, unlocked, refresh, m]);

  return <Coffre view={{ ...kept, isProtected: behindPassphrase, reading, refused }} actions={actions} today={parisDay(new Date())} />;
}

await mount(<App />, (m) => `${m.app.name} – ${m.coffre.heading}`);
