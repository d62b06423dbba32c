/** The dossier's page: `dossier.html?tab=<id>` names the tab whose consultation it is for. */
import "../../src/store/zod.ts";
import { useCallback, useMemo } from "react";
import browser from "webextension-polyfill";
import { ConsultationAsked } from "../../components/ConsultationAsked.tsx";
import { DossierPage } from "../../components/DossierPage.tsx";
import { mount } from "../../components/mount.tsx";
import { OnObtain } from "../../components/Obtain.tsx";
import { useSituation } from "../../components/useSituation.ts";
import { useWords } from "../../components/words.tsx";
import { askedNow } from "../../src/consultation/checklist.ts";
import { withMadeForms } from "../../src/dossier/made-forms.ts";
import { withMemberPieces } from "../../src/dossier/packets.ts";
import { openCoffreOn } from "../../src/keeper/coffre-page.ts";
import { onChange, send } from "../../src/messages/bus-screen.ts";
import type { AttachReport, SlotChoice } from "../../src/messages/contract.ts";
import { keyOfPage } from "../../src/messages/screen-keys.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { depositOn } from "../../src/portals/limits.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { openPageMemory } from "../../src/store/page-memory.ts";
import { createBinding, type Drift } from "./binding.ts";
import { useAsked } from "./useAsked.ts";
import { useForms } from "./useForms.ts";
import { useLog } from "./useLog.ts";
import { useMaking } from "./useMaking.ts";
import { useReceipt } from "./useReceipt.ts";

const cells = cellsOf(storeOf(browser.storage.session));
/** One memory per tab: two dossiers open at once stay apart. */
const memory = await openPageMemory(cells, keyOfPage((await browser.tabs.getCurrent())?.id ?? -1));
const named = new URLSearchParams(location.search).get("tab") ?? "";
const tabId = /^\d+$/.test(named) ? Number(named) : null;

function App() {
  const { m } = useWords();
  const binding = useMemo(() => createBinding(memory), []);
  const read = useCallback(async () => binding.bind(await send("show", { tabId })), [binding]);
  const { situation, broken } = useSituation({ read, onChange });
  if (situation === null) return <p className="empty">{broken ? m.app.broken : m.app.loading}</p>;
  return <Page key={situation.work} situation={situation} drift={binding.drift()} />;
}

function Page({ situation: told, drift }: { readonly situation: Situation; readonly drift: Drift }) {
  const forms = useForms(tabId, told);
  // The forms of the consultation that the page is bound to, whatever its tab shows now.
  const situation = { ...told, dossier: told.dossier === null ? null : withMadeForms(told.dossier, forms.view.forms) };
  // What the other companies of a group gave goes into the dossier only: the places of the page are the company's own.
  const composed = situation.dossier === null ? null : withMemberPieces(situation.dossier, forms.view.packets);
  const making = useMaking(tabId, { ...situation, dossier: composed });
  const asked = useAsked(tabId, situation, drift, forms.view.bid.portee);
  const openCoffre = () =>
    void openCoffreOn(cells, situation.company, (page) => browser.tabs.create({ url: browser.runtime.getURL(page) }));
  const log = useLog(told);
  const takeReceipt = useReceipt(tabId, told, log.entries, making.view.prepared);
  return (
    <OnObtain value={(kind) => void send("awaitPiece", { kind, wanted: true })}>
      <DossierPage
        view={{
          situation,
          pieces: composed?.pieces ?? [],
          hasTab: tabId !== null,
          drift,
          portal: depositOn(situation.page?.portal),
          ...making.view,
          candidacy: forms.view,
          log: log.entries,
          exported: log.exported,
          asked: askedNow(asked.view.joined?.items ?? []),
        }}
        actions={{
          ...making.actions,
          measureUpload: () => send("measureUpload", {}),
          candidacy: forms.actions,
          takeReceipt,
          exportLog: log.exportLog,
          saveExported: log.saveExported,
          openPiece: making.openPiece,
          attach: (choices) => attachPrepared(tabId, choices),
          goToPage: () => void goToTab(tabId),
          unlockCoffre: async (passphrase) => {
            const { unlockHere } = await import("../../src/keeper/unlock.ts");
            return unlockHere(browser.storage.session, passphrase);
          },
          openCoffre,
          openOptions: () => void browser.runtime.openOptionsPage(),
          retry: () => void send("retry", { tabId, sourceId: null }),
        }}
        memory={memory}
        now={new Date()}
      >
        <ConsultationAsked view={asked.view} actions={{ ...asked.actions, openCoffre }} />
      </DossierPage>
    </OnObtain>
  );
}

/** What was prepared stands on the shelf already: the background gives it to the page. */
async function attachPrepared(tab: number | null, choices: readonly SlotChoice[]): Promise<AttachReport> {
  if (tab === null) return { outcomes: [], leftOut: new Map() };
  const places = choices.map(({ slot: { frameId, id }, pieces }) => ({ frameId, id, pieces: [], made: [...pieces] }));
  const { outcomes } = await send("attach", { tabId: tab, choices: places });
  return { outcomes, leftOut: new Map() };
}

async function goToTab(tab: number | null): Promise<void> {
  if (tab === null) return;
  const shown = await browser.tabs.update(tab, { active: true }).catch(() => undefined);
  if (shown?.windowId !== undefined) await browser.windows.update(shown.windowId, { focused: true });
}

await mount(
  () => <App />,
  (m) => `${m.app.name} – ${m.dossier.heading}`,
);
