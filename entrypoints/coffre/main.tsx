/** The coffre's page. It opens the coffre itself; the background only reads it. */
import "../../src/store/zod.ts";
import { useEffect, useMemo, useState } from "react";
import browser from "webextension-polyfill";
import { Coffre } from "../../components/Coffre.tsx";
import { ClosedCoffre } from "../../components/CoffreProtection.tsx";
import { mount } from "../../components/mount.tsx";
import { useWatched } from "../../components/useWatched.ts";
import { openCoffreDatabase } from "../../src/coffre/database.ts";
import type { Unlocked } from "../../src/coffre/keyring.ts";
import { parisDay } from "../../src/domain/time.ts";
import { onChange } from "../../src/messages/bus-screen.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { COFFRE_SESSION, unlockCoffre } from "../../src/store/coffre-door.ts";
import { openedCoffre } from "./opened.ts";

const db = await openCoffreDatabase();
const cells = cellsOf(storeOf(browser.storage.session));
const opening = unlockCoffre(cells, db);
// Erased from the options while this page is open: its key opens nothing any more.
browser.storage.session.onChanged.addListener((changes) => {
  const change = changes[COFFRE_SESSION];
  if (change !== undefined && change.newValue === undefined) location.reload();
});

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
  const { session, actions } = useMemo(() => openedCoffre(db, cells, unlocked), [unlocked]);
  const view = useWatched(session);
  useEffect(() => {
    void session.refresh();
    return onChange(() => void session.refresh());
  }, [session]);
  return <Coffre view={view} actions={actions} today={parisDay(new Date())} />;
}

await mount(<App />, (m) => `${m.app.name} – ${m.coffre.heading}`);
