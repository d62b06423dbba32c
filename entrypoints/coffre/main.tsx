/** The coffre's page. It opens the coffre itself; the background only reads it. */
import "../../src/store/zod.ts";
import { useEffect, useMemo, useRef, useState } from "react";
import browser from "webextension-polyfill";
import { Coffre } from "../../components/Coffre.tsx";
import { ClosedCoffre } from "../../components/CoffreDoor.tsx";
import { LostCoffre } from "../../components/CoffreProtection.tsx";
import { mount } from "../../components/mount.tsx";
import { OnObtain } from "../../components/Obtain.tsx";
import { useWatched } from "../../components/useWatched.ts";
import { openCoffreDatabase } from "../../src/coffre/database.ts";
import type { UnlockOutcome } from "../../src/coffre/keyring.ts";
import type { Unlocked } from "../../src/coffre/keys.ts";
import type { PieceKind } from "../../src/domain/pieces.ts";
import { parisDay } from "../../src/domain/time.ts";
import { shownCompany } from "../../src/keeper/coffre-page.ts";
import { onChange, send } from "../../src/messages/bus-screen.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { startCoffreAgain, tryCoffre } from "../../src/store/coffre-door.ts";
import { openCoffre } from "../../src/store/coffre-passphrase.ts";
import { openedCoffre } from "./opened.ts";
import { onOtherKey } from "./other-key.ts";

/** Asked first: the background may have to wake up, and answers while the coffre is opened here. */
const situation = send("show", { tabId: null });
situation.catch(() => undefined);
const db = await openCoffreDatabase();
const cells = cellsOf(storeOf(browser.storage.session));
const opening = tryCoffre(cells, db);
const openedOn = await shownCompany(cells);

/** The page then changes to the new coffre's key, which the session keeps (`other-key.ts`). */
async function startAgain(): Promise<void> {
  await startCoffreAgain(cells, db);
  await tryCoffre(cells, db);
}

function App() {
  const [door, setDoor] = useState<UnlockOutcome | null>(null);
  useEffect(() => {
    void opening.then(setDoor);
    return onOtherKey((now) =>
      setDoor((before) =>
        before?.state === "open" && before.unlocked.session === now.session ? before : { state: "open", unlocked: now },
      ),
    );
  }, []);
  if (door === null) return null;
  if (door.state === "open") return <OpenCoffre unlocked={door.unlocked} />;
  if (door.state === "secretGone") return <LostCoffre onStartAgain={startAgain} />;
  return <ClosedCoffre onUnlock={async (passphrase) => (await openCoffre(cells, db, passphrase)) !== null} />;
}

function OpenCoffre({ unlocked }: { readonly unlocked: Unlocked }) {
  const shown = useRef(openedOn);
  const { session, actions } = useMemo(() => openedCoffre(db, cells, unlocked, { siren: shown.current, situation }), [unlocked]);
  const view = useWatched(session);
  shown.current = view.siren ?? shown.current;
  useEffect(() => {
    void session.refresh();
    return onChange(() => void session.refresh());
  }, [session]);
  const goesFor = (kind: PieceKind) => void send("awaitPiece", { kind, wanted: true, ...(view.siren !== null && { siren: view.siren }) });
  return (
    <OnObtain value={goesFor}>
      <Coffre view={view} actions={actions} today={parisDay(new Date())} />
    </OnObtain>
  );
}

await mount(<App />, (m) => `${m.app.name} – ${m.coffre.heading}`);
