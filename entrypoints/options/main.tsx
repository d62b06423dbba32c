/** The options page. */
import browser from "webextension-polyfill";
import { mount } from "../../components/mount.tsx";
import { Options } from "../../components/Options.tsx";
import { useSituation } from "../../components/useSituation.ts";
import { parisDay } from "../../src/domain/time.ts";
import { handIn } from "../../src/keeper/hand-in.ts";
import { ownerOf } from "../../src/keeper/owner.ts";
import { saveFile } from "../../src/maker/save.ts";
import { onChange, send } from "../../src/messages/bus-screen.ts";
import type { ServiceChoice } from "../../src/messages/situation.ts";
import { PORTALS } from "../../src/portals/portals.ts";
import { originOf } from "../../src/sources/open.ts";
import { OPEN_ORIGINS } from "../../src/sources/open-services.ts";

const portals = PORTALS.map(({ id, label, hosts }) => ({ id, label, hosts: Object.keys(hosts) }));
const read = () => send("show", { tabId: null });

/**
 * Asked in the gesture of the choice, and not awaited: only services and documents that do not allow extensions (CORS) need it, and they
 * are tried again.
 */
function askPermission(choice: ServiceChoice): void {
  const origins = choice.kind === "proxy" ? [originOf(choice.url)] : [...OPEN_ORIGINS];
  void browser.permissions.request({ origins }).catch(() => false);
}

/** The page looked at last before this one, in the same window. */
async function goBack(): Promise<void> {
  const tabs = await browser.tabs.query({ currentWindow: true, active: false });
  const [last] = tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (last?.id !== undefined) await browser.tabs.update(last.id, { active: true });
}

function Page() {
  const { situation } = useSituation({ read, onChange });
  if (situation === null) return null;
  return (
    <Options
      situation={situation}
      onService={async (choice) => {
        askPermission(choice);
        await send("chooseService", choice);
        return (await read()).service;
      }}
      onBack={() => void goBack()}
      portals={portals}
      onChoose={(siret) => void send("chooseCompany", { siret })}
      onForget={(siret) => void send("forgetCompany", { siret })}
      onReminders={async (wanted) => {
        const permitted = !wanted || (await browser.permissions.request({ permissions: ["notifications"] }));
        if (permitted) await send("chooseReminders", { wanted });
      }}
      onScans={(wanted) => void send("chooseScans", { wanted })}
      onKeeping={(days) => void send("chooseKeeping", { days })}
      onCoffre={() => void browser.tabs.create({ url: browser.runtime.getURL("coffre.html") })}
      onConsultations={() => void browser.tabs.create({ url: browser.runtime.getURL("consultations.html") })}
      onFiles={(files) => handIn(browser.storage.session, ownerOf(situation.company), files, situation.readsScans)}
      onLanguage={(language) => void send("chooseLanguage", { language })}
      onPortal={(id, wanted) => void send("choosePortal", { id, wanted })}
      teaching={{
        onForget: ({ host, structure, by }) => void send("forgetForm", { host, structure, by }),
        onExport: async () => {
          const { json } = await send("exportMap", {});
          saveFile(new Blob([json], { type: "application/json" }), `carte-pli-pret-${parisDay(new Date())}.json`);
        },
        onImport: (json) => send("importMap", { json }),
      }}
      updating={{
        onTake: (text) => send("takeData", { text }),
        onLeave: async () => void (await send("leaveData", {})),
      }}
      onPrivacy={(language) => void browser.tabs.create({ url: browser.runtime.getURL(`privacy-${language}.html`) })}
      onExport={async () => {
        const { json } = await send("exportAll", {});
        saveFile(new Blob([json], { type: "application/json" }), `pli-pret-${parisDay(new Date())}.json`);
      }}
      onEraseAll={async () => void (await send("eraseAll", {}))}
    />
  );
}

await mount(
  () => <Page />,
  (m) => m.options.heading,
);
