/** The coffre's page. It opens the coffre itself; the background only reads it. */
import "../../src/store/zod.ts";
import { useEffect, useMemo, useRef, useState } from "react";
import browser from "webextension-polyfill";
import { Coffre } from "../../components/Coffre.tsx";
import { ClosedCoffre } from "../../components/CoffreProtection.tsx";
import { mount } from "../../components/mount.tsx";
import { useWatched } from "../../components/useWatched.ts";
import { openCoffreDatabase } from "../../src/coffre/database.ts";
import type { Unlocked } from "../../src/coffre/keys.ts";
import { parisDay } from "../../src/domain/time.ts";
import { shownCompany } from "../../src/keeper/coffre-page.ts";
import { onChange } from "../../src/messages/bus-screen.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { unlockCoffre } from "../../src/store/coffre-door.ts";
import { openCoffre } from "../../src/store/coffre-passphrase.ts";
import { openedCoffre } from "./opened.ts";
import { onOtherKey } from "./other-key.ts";

const db = await openCoffreDatabase();
const cells = cellsOf(storeOf(browser.storage.session));
const opening = unlockCoffre(cells, db);
const openedOn = await shownCompany(cells);

function App() {
  const [unlocked, setUnlocked] = useState<Unlocked | null | "opening">("opening");
  useEffect(() => {
    void opening.then(setUnlocked);
    return onOtherKey((now) =>
      setUnlocked((before) => (before !== null && before !== "opening" && before.session === now.session ? before : now)),
    );
  }, []);
  if (unlocked === "opening") return null;
  if (unlocked !== null) return <OpenCoffre unlocked={unlocked} />;
  return <ClosedCoffre onUnlock={async (passphrase) => (await openCoffre(cells, db, passphrase)) !== null} />;
}

function OpenCoffre({ unlocked }: { readonly unlocked: Unlocked }) {
  const shown = useRef(openedOn);
  const { session, actions } = useMemo(() => openedCoffre(db, cells, unlocked, shown.current), [unlocked]);
  const view = useWatched(session);
  shown.current = view.siren ?? shown.current;
  useEffect(() => {
    void session.refresh();
    return onChange(() => void session.refresh());
  }, [session]);
  return <Coffre view={view} actions={actions} today={parisDay(new Date())} />;
}

await mount(<App />, (m) => `${m.app.name} – ${m.coffre.heading}`);
