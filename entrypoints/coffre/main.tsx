/** The coffre's page. It opens the coffre itself; the background only reads it. */
import { useEffect, useMemo, useRef, useState } from "react";
import browser from "webextension-polyfill";
import { z } from "zod";
import { Coffre, type CoffreActions, type CoffreView } from "../../components/Coffre.tsx";
import { ClosedCoffre } from "../../components/CoffreProtection.tsx";
import { mount } from "../../components/mount.tsx";
import { useWords } from "../../components/words.tsx";
import { coffreOf } from "../../src/coffre/coffre.ts";
import { openCoffreDatabase } from "../../src/coffre/database.ts";
import { inTurn } from "../../src/coffre/in-turn.ts";
import { protect, type Unlocked, unprotect } from "../../src/coffre/keyring.ts";
import { exportCoffre, importCoffre } from "../../src/coffre/transfer.ts";
import { sirenOf } from "../../src/domain/siret.ts";
import { parisDay } from "../../src/domain/time.ts";
import { wordsFor } from "../../src/i18n/index.ts";
import { keepFile } from "../../src/keeper/keep.ts";
import { blobOf, saveFile } from "../../src/maker/save.ts";
import { languageChosen } from "../../src/messages/bus-language.ts";
import { onChange, send } from "../../src/messages/bus-screen.ts";
import { cellsOf, storeOf } from "../../src/worker/cells.ts";
import { COFFRE_SESSION, touchCoffre, unlockCoffre } from "../../src/worker/coffre-door.ts";
import { showFile } from "./files.ts";

// The extension's policy forbids making functions out of text.
z.config({ jitless: true });

const db = await openCoffreDatabase();
const cells = cellsOf(storeOf(browser.storage.session));
// Erased from the options while this page is open: its key opens nothing any more.
browser.storage.session.onChanged.addListener((changes) => {
  const change = changes[COFFRE_SESSION];
  if (change !== undefined && change.newValue === undefined) location.reload();
});
const isProtected = async () => (await db.get("keyring", "main"))?.by === "passphrase";

/** Those used, the latest first, then those that only have documents. */
async function keptCompanies(
  coffre: ReturnType<typeof coffreOf>,
  used: readonly { readonly siret: string; readonly name: string | null }[],
): Promise<CoffreView["companies"]> {
  const known = new Map<string, string | null>();
  for (const { siret, name } of used) known.set(sirenOf(siret), known.get(sirenOf(siret)) ?? name);
  for (const siren of await coffre.companies()) known.set(siren, known.get(siren) ?? null);
  return [...known].map(([siren, name]) => ({ siren, name }));
}

/** Drawing hundreds of rows takes longer than keeping a file: not at each one. */
const DRAW_EVERY_MS = 1000;

type Kept = Omit<CoffreView, "reading" | "refused">;
const NOTHING: Kept = { companies: [], siren: null, pieces: [], isProtected: false, notices: [], explications: [] };

/** What is kept for the company wanted; for the one being worked for when it is not known. */
async function look({ key }: Unlocked, wanted: string | null): Promise<Kept> {
  const coffre = coffreOf(db, key);
  const { companies: used, company, dossier } = await send("show", { tabId: null });
  const companies = await keptCompanies(coffre, used);
  const siren = companies.some((one) => one.siren === wanted) ? wanted : (companies[0]?.siren ?? null);
  const isCurrent = siren !== null && company !== null && sirenOf(company.siret) === siren;
  return {
    companies,
    siren,
    pieces: siren === null ? [] : await coffre.list(siren),
    isProtected: await isProtected(),
    notices: isCurrent ? (dossier?.notices ?? []) : [],
    explications: siren === null ? [] : (await coffre.notesOf(siren)).explications,
  };
}

function App() {
  const [unlocked, setUnlocked] = useState<Unlocked | null | "opening">("opening");
  useEffect(() => {
    void unlockCoffre(cells, db).then(setUnlocked);
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
  const [kept, setKept] = useState<Kept>(NOTHING);
  const [reading, setReading] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const wanted = useRef(new URLSearchParams(location.search).get("siren"));
  const { siren, companies } = kept;

  const refresh = useMemo(() => {
    return inTurn(async () => {
      const asked = wanted.current;
      const seen = await look(unlocked, asked);
      if (asked !== wanted.current) return;
      // The company shown stays, whatever is worked for meanwhile in another window.
      wanted.current ??= seen.siren;
      setKept(seen);
    });
  }, [unlocked]);
  useEffect(() => {
    void refresh();
    return onChange(() => void refresh());
  }, [refresh]);

  async function add(files: readonly File[]): Promise<void> {
    if (siren === null) return;
    const coffre = coffreOf(db, unlocked.key);
    const name = companies.find((company) => company.siren === siren)?.name;
    const owner = { siren, names: name === null || name === undefined ? [] : [name] };
    const left = files.map(({ name }) => name);
    const failed: string[] = [];
    const draw = async () => {
      setReading([...left]);
      setRefused([...failed]);
      await refresh();
    };
    let drawn = performance.now();
    void draw();
    for (const file of files) {
      const result = await keepFile(coffre, owner, file, new Date());
      if ("failure" in result) failed.push(m.coffre.failed(file.name, m.coffre.failures[result.failure]));
      left.shift();
      if (left.length === 0 || performance.now() - drawn < DRAW_EVERY_MS) continue;
      drawn = performance.now();
      await draw();
    }
    await draw();
    await touchCoffre(cells);
  }

  const after = async (work: Promise<unknown>): Promise<void> => {
    await work;
    await touchCoffre(cells);
    await refresh();
  };
  const actions: CoffreActions = {
    choose: (chosen) => {
      wanted.current = chosen;
      // At once: what is dropped next is for the company that the page shows.
      setKept({ ...kept, siren: chosen, pieces: [], notices: [], explications: [] });
      void refresh();
    },
    add: (files) => void add(files),
    amend: (piece) => void after(coffreOf(db, unlocked.key).amend(piece)),
    discard: (pieceId) => void after(coffreOf(db, unlocked.key).discard([pieceId])),
    view: (pieceId) => void view(pieceId),
    load,
    explain: (explication) => after(explain(explication)),
    protect: (passphrase) => after(protect(db, unlocked, passphrase)),
    unprotect: () => after(unprotect(db, unlocked)),
    exportAll: async (passphrase) => saveFile(await exportCoffre(db, unlocked.key, passphrase), `coffre-${parisDay(new Date())}.pliprêt`),
    importFile: async (file, passphrase) => {
      const outcome = await importCoffre(db, unlocked.key, file, passphrase);
      await touchCoffre(cells);
      await refresh();
      if (outcome.state === "imported") return m.coffre.imported(outcome.pieces, outcome.alreadyHere);
      return m.coffre.importFailures[outcome.state];
    },
  };

  async function explain(explication: CoffreView["explications"][number]): Promise<void> {
    if (siren === null) return;
    const coffre = coffreOf(db, unlocked.key);
    const notes = await coffre.notesOf(siren);
    const others = notes.explications.filter(({ about }) => about !== explication.about);
    const isEmpty = explication.text === "" && explication.pieceId === undefined;
    await coffre.remember({ ...notes, explications: isEmpty ? others : [...others, explication] });
  }

  async function load(pieceId: string): Promise<Blob | null> {
    const bytes = await coffreOf(db, unlocked.key).bytesOf(pieceId);
    return bytes === undefined ? null : blobOf(bytes);
  }

  async function view(pieceId: string): Promise<void> {
    const file = await load(pieceId);
    if (file !== null) showFile(file);
  }

  return <Coffre view={{ ...kept, reading, refused }} actions={actions} today={parisDay(new Date())} />;
}

const words = wordsFor(...(await languageChosen()));
mount(words, <App />);
