/** The coffre's page. It opens the coffre itself; the background only reads it. */
import { StrictMode, useCallback, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import browser from "webextension-polyfill";
import { z } from "zod";
import { Coffre, type CoffreActions, type CoffreView } from "../../components/Coffre.tsx";
import { ClosedCoffre } from "../../components/CoffreProtection.tsx";
import type { Proposals } from "../../components/CoffreRow.tsx";
import "../../components/tokens.css";
import "../../components/controls.css";
import { useWords, WordsProvider } from "../../components/words.tsx";
import { coffreOf } from "../../src/coffre/coffre.ts";
import { openCoffreDatabase } from "../../src/coffre/database.ts";
import { protect, resume, type Unlocked, unlock, unprotect } from "../../src/coffre/keyring.ts";
import { exportCoffre, importCoffre } from "../../src/coffre/transfer.ts";
import type { CoffrePiece } from "../../src/domain/coffre.ts";
import { sirenOf } from "../../src/domain/siret.ts";
import { parisDay } from "../../src/domain/time.ts";
import { wordsFor } from "../../src/i18n/index.ts";
import { saveFile } from "../../src/maker/save.ts";
import { send } from "../../src/messages/bus-screen.ts";
import { cellsOf, storeOf } from "../../src/worker/cells.ts";
import { COFFRE_SESSION } from "../../src/worker/coffre-door.ts";
import { showFile } from "./files.ts";
import { keepFile } from "./keeping.ts";

// The extension's policy forbids making functions out of text.
z.config({ jitless: true });

const db = await openCoffreDatabase();
const session = cellsOf(storeOf(browser.storage.session))(COFFRE_SESSION, z.string().nullable(), null);
// Erased from the options while this page is open: its key opens nothing any more.
browser.storage.session.onChanged.addListener((changes) => {
  const change = changes[COFFRE_SESSION];
  if (change !== undefined && change.newValue === undefined) location.reload();
});
const isProtected = async () => (await db.get("keyring", "main"))?.by === "passphrase";

async function enter(passphrase?: string): Promise<Unlocked | null> {
  const known = await session.read();
  if (known !== null) return resume(known);
  const outcome = await unlock(db, passphrase);
  if (outcome.state !== "open") return null;
  await session.update(() => outcome.unlocked.session);
  return outcome.unlocked;
}

async function keptCompanies(coffre: ReturnType<typeof coffreOf>): Promise<CoffreView["companies"]> {
  const { companies } = await send("show", { tabId: null });
  const named = companies.map(({ siret, name }) => ({ siren: sirenOf(siret), name }));
  const others = (await coffre.companies()).map((siren) => ({ siren, name: null }));
  return [...new Map([...others, ...named.toReversed()].map((company) => [company.siren, company])).values()].reverse();
}

function App() {
  const [unlocked, setUnlocked] = useState<Unlocked | null | "opening">("opening");
  useEffect(() => {
    void enter().then(setUnlocked);
  }, []);
  if (unlocked === "opening") return null;
  if (unlocked !== null) return <OpenCoffre unlocked={unlocked} />;
  const onUnlock = async (passphrase: string) => {
    const opened = await enter(passphrase);
    if (opened !== null) setUnlocked(opened);
    return opened !== null;
  };
  return <ClosedCoffre onUnlock={onUnlock} />;
}

function OpenCoffre({ unlocked }: { readonly unlocked: Unlocked }) {
  const { m } = useWords();
  const [companies, setCompanies] = useState<CoffreView["companies"]>([]);
  const [siren, setSiren] = useState<string | null>(null);
  const [pieces, setPieces] = useState<readonly CoffrePiece[]>([]);
  const [reading, setReading] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [proposals, setProposals] = useState<ReadonlyMap<string, Proposals>>(new Map());
  const [guarded, setGuarded] = useState(false);

  const refresh = useCallback(async () => {
    const coffre = coffreOf(db, unlocked.key);
    const known = await keptCompanies(coffre);
    const wanted = siren ?? new URLSearchParams(location.search).get("siren");
    const shown = known.some((company) => company.siren === wanted) ? wanted : (known[0]?.siren ?? null);
    setCompanies(known);
    setSiren(shown);
    setPieces(shown === null ? [] : await coffre.list(shown));
    setGuarded(await isProtected());
  }, [unlocked, siren]);
  useEffect(() => {
    void refresh();
  }, [refresh]);

  async function add(files: readonly File[]): Promise<void> {
    if (siren === null) return;
    const coffre = coffreOf(db, unlocked.key);
    const name = companies.find((company) => company.siren === siren)?.name;
    const owner = { siren, names: name === null || name === undefined ? [] : [name] };
    setRefused([]);
    setReading(files.map(({ name }) => name));
    for (const file of files) {
      const result = await keepFile(coffre, owner, file, new Date());
      if ("failure" in result) setRefused((before) => [...before, m.coffre.failed(file.name, m.coffre.failures[result.failure])]);
      else setProposals((before) => new Map([...before, [result.piece.id, result.proposals]]));
      setReading((before) => before.filter((name) => name !== file.name));
      await refresh();
    }
  }

  const after = async (work: Promise<unknown>): Promise<void> => {
    await work;
    await refresh();
  };
  const actions: CoffreActions = {
    choose: setSiren,
    add: (files) => void add(files),
    amend: (piece) => void after(coffreOf(db, unlocked.key).amend(piece)),
    discard: (pieceId) => void after(coffreOf(db, unlocked.key).discard([pieceId])),
    view: (pieceId) => void view(pieceId),
    protect: (passphrase) => after(protect(db, unlocked, passphrase)),
    unprotect: () => after(unprotect(db, unlocked)),
    exportAll: async (passphrase) => saveFile(await exportCoffre(db, unlocked.key, passphrase), `coffre-${parisDay(new Date())}.pliprêt`),
    importFile: async (file, passphrase) => {
      const outcome = await importCoffre(db, unlocked.key, file, passphrase);
      await refresh();
      if (outcome.state === "imported") return m.coffre.imported(outcome.pieces, outcome.alreadyHere);
      return m.coffre.importFailures[outcome.state];
    },
  };

  async function view(pieceId: string): Promise<void> {
    const bytes = await coffreOf(db, unlocked.key).bytesOf(pieceId);
    const piece = pieces.find(({ id }) => id === pieceId);
    if (bytes !== undefined && piece !== undefined) showFile(new Blob([bytes], { type: piece.type }));
  }

  return (
    <Coffre
      view={{ companies, siren, pieces, reading, refused, proposals, isProtected: guarded }}
      actions={actions}
      today={parisDay(new Date())}
    />
  );
}

const words = wordsFor(browser.i18n.getUILanguage());
document.documentElement.lang = words.language;

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <WordsProvider words={words}>
        <App />
      </WordsProvider>
    </StrictMode>,
  );
}
