/** The coffre's page. It opens the coffre itself; the background only reads it. */
import "../../src/store/zod.ts";
import { useEffect, useState } from "react";
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
import { onChange, onceThen, send } from "../../src/messages/bus-screen.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { startCoffreAgain, tryCoffre } from "../../src/store/coffre-door.ts";
import { openCoffre } from "../../src/store/coffre-passphrase.ts";
import { type OpenedCoffre, openedCoffre } from "./opened.ts";
import { onOtherKey } from "./other-key.ts";

/** Asked first: the background may have to wake up, and answers while the coffre is opened here. */
const company = send("showCompany", {});
company.catch(() => undefined);
const show = onceThen(company, () => send("showCompany", {}));
const db = await openCoffreDatabase();
const cells = cellsOf(storeOf(browser.storage.session));
const [door, openedOn] = await Promise.all([tryCoffre(cells, db), shownCompany(cells)]);

/** The page then changes to the new coffre's key, which the session keeps (`other-key.ts`). */
async function startAgain(): Promise<void> {
  await startCoffreAgain(cells, db);
  await tryCoffre(cells, db);
}

interface ReadCoffre extends OpenedCoffre {
  readonly unlocked: Unlocked;
}

/** Reads it before it is drawn: an open coffre is never shown as an empty one. @param siren the company to show; `null`: the current one */
async function readCoffre(unlocked: Unlocked, siren: string | null): Promise<ReadCoffre> {
  const opened = openedCoffre(db, cells, unlocked, { siren, show });
  await opened.session.refresh().catch(reportError);
  return { unlocked, ...opened };
}

interface AppProps {
  readonly first: UnlockOutcome;
  readonly read: ReadCoffre | null;
}

function App({ first, read }: AppProps) {
  const [outcome, setOutcome] = useState(first);
  useEffect(
    () =>
      onOtherKey((now) =>
        setOutcome((before) =>
          before.state === "open" && before.unlocked.session === now.session ? before : { state: "open", unlocked: now },
        ),
      ),
    [],
  );
  if (outcome.state === "open") return <OpenCoffre unlocked={outcome.unlocked} first={read} />;
  if (outcome.state === "secretGone") return <LostCoffre onStartAgain={startAgain} />;
  return <ClosedCoffre onUnlock={async (passphrase) => (await openCoffre(cells, db, passphrase)) !== null} />;
}

/** What was read with the former key stays until it is read with the new one. */
function OpenCoffre({ unlocked, first }: { readonly unlocked: Unlocked; readonly first: ReadCoffre | null }) {
  const [read, setRead] = useState(first);
  useEffect(() => {
    if (read?.unlocked.session === unlocked.session) return undefined;
    let isCurrent = true;
    void readCoffre(unlocked, read?.session.read().siren ?? openedOn).then((now) => isCurrent && setRead(now));
    return () => {
      isCurrent = false;
    };
  }, [unlocked, read]);
  return read === null ? null : <Shown {...read} />;
}

function Shown({ session, actions }: ReadCoffre) {
  const view = useWatched(session);
  useEffect(() => onChange(() => void session.refresh()), [session]);
  // What is answered shows at once and is written after: closed meanwhile, the page would lose it. The browser asks the person.
  useEffect(() => {
    const stay = (event: Event) => session.isAtWork() && event.preventDefault();
    window.addEventListener("beforeunload", stay);
    return () => window.removeEventListener("beforeunload", stay);
  }, [session]);
  const goesFor = (kind: PieceKind) => void send("awaitPiece", { kind, wanted: true, ...(view.siren !== null && { siren: view.siren }) });
  return (
    <OnObtain value={goesFor}>
      <Coffre view={view} actions={actions} today={parisDay(new Date())} />
    </OnObtain>
  );
}

const read = door.state === "open" ? await readCoffre(door.unlocked, openedOn) : null;
await mount(
  () => <App first={door} read={read} />,
  (m) => `${m.app.name} – ${m.coffre.heading}`,
);
