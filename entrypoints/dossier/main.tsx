/** The dossier's page: `dossier.html?tab=<id>` names the tab whose consultation it is for. */
import { StrictMode, useCallback, useMemo } from "react";
import { createRoot } from "react-dom/client";
import browser from "webextension-polyfill";
import { z } from "zod";
import { DossierPage } from "../../components/DossierPage.tsx";
import "../../components/tokens.css";
import "../../components/controls.css";
import { useSituation } from "../../components/useSituation.ts";
import { useWords, WordsProvider } from "../../components/words.tsx";
import { sirenOf } from "../../src/domain/siret.ts";
import { wordsFor } from "../../src/i18n/index.ts";
import { languageChosen } from "../../src/messages/bus-language.ts";
import { onChange, send } from "../../src/messages/bus-screen.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { PORTALS } from "../../src/portals/index.ts";
import { createBinding, type Drift } from "./binding.ts";
import { useLog } from "./useLog.ts";
import { useMaking } from "./useMaking.ts";

// The extension's policy forbids making functions out of text.
z.config({ jitless: true });

const named = new URLSearchParams(location.search).get("tab") ?? "";
const tabId = /^\d+$/.test(named) ? Number(named) : null;

function App() {
  const { m } = useWords();
  const binding = useMemo(() => createBinding(sessionStorage), []);
  const read = useCallback(async () => binding.bind(await send("show", { tabId })), [binding]);
  const { situation, broken } = useSituation({ read, onChange });
  if (situation === null) return <p className="empty">{broken ? m.app.broken : m.app.loading}</p>;
  return <Page key={situation.work} situation={situation} drift={binding.drift()} />;
}

function Page({ situation, drift }: { readonly situation: Situation; readonly drift: Drift }) {
  const making = useMaking(tabId, situation);
  const log = useLog(situation);
  const portal = PORTALS.find(({ id }) => id === situation.page?.portal) ?? null;
  const { company } = situation;
  return (
    <DossierPage
      view={{ situation, drift, portal, ...making.view, log: log.entries, exported: log.exported }}
      actions={{
        ...making.actions,
        exportLog: log.exportLog,
        saveExported: log.saveExported,
        openCoffre: () => {
          const siren = company === null ? "" : `?siren=${sirenOf(company.siret)}`;
          void browser.tabs.create({ url: browser.runtime.getURL(`coffre.html${siren}`) });
        },
        openOptions: () => void browser.runtime.openOptionsPage(),
        retry: () => void send("retry", { tabId, sourceId: null }),
      }}
      now={new Date()}
    />
  );
}

const words = wordsFor(...(await languageChosen()));
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
