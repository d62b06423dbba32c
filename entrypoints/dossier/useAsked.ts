/** What the consultation's documents ask, over this browser: read in a worker, kept by the background, saved as files. */
import { useEffect, useMemo, useState } from "react";
import browser from "webextension-polyfill";
import type { AskedActions, AskedView } from "../../components/ConsultationAsked.tsx";
import { useWatched } from "../../components/useWatched.ts";
import { useWords } from "../../components/words.tsx";
import { readInWorker } from "../../src/consultation/in-worker.ts";
import { csvOf, joined, markdownOf, reportOf } from "../../src/consultation/report.ts";
import { createReadingSession } from "../../src/consultation/session.ts";
import type { Portee } from "../../src/domain/bid.ts";
import { sirenOf } from "../../src/domain/siret.ts";
import { parisDay } from "../../src/domain/time.ts";
import { askingOf } from "../../src/dossier/asking.ts";
import { saveFile } from "../../src/maker/save.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { Situation } from "../../src/messages/situation.ts";
import type { Drift } from "./binding.ts";

interface AskedHere {
  readonly view: AskedView;
  readonly actions: Omit<AskedActions, "openCoffre">;
}

const session = () =>
  createReadingSession({
    read: readInWorker,
    load: async (work) => (await send("showReading", { work })).kept,
    keep: (work, kept) => send("keepReading", { work, kept }),
    now: () => new Date(),
  });

export function useAsked(tabId: number | null, situation: Situation, drift: Drift, portee: Portee | null): AskedHere {
  const { m, language } = useWords();
  const [reading] = useState(session);
  const { kept, running, ended, left } = useWatched(reading);
  const { work, company, page, dossier, prepared } = situation;
  const consultation = page?.consultation ?? null;
  useEffect(() => void reading.follow(work), [reading, work]);
  useEffect(() => () => reading.cancel(), [reading]);

  const all = useMemo(() => {
    if (kept === null) return null;
    // Slots of another page than the consultation's are not what it asks.
    const slots = drift === null ? situation.slots : [];
    const asking = askingOf(dossier, consultation?.acheteurNom, parisDay(new Date()));
    const lots = portee?.sur === "lots" && portee.lots.length > 0 ? portee.lots.map(({ numero }) => numero) : null;
    const held = { slots, pieces: dossier?.pieces ?? [], asking, lots };
    return joined({ ...held, reading: kept.current, former: kept.former, done: { prepared, slots } }, consultation);
  }, [kept, drift, situation.slots, dossier, prepared, consultation, portee]);

  function save(format: "md" | "csv"): void {
    if (all === null) return;
    const sections = reportOf(all, m, language);
    const title = [m.asked.heading, consultation?.objet ?? consultation?.reference].filter(Boolean).join(" – ");
    const text = format === "md" ? markdownOf(title, sections, m) : csvOf(sections, m);
    const type = format === "md" ? "text/markdown" : "text/csv";
    saveFile(new Blob([text], { type: `${type};charset=utf-8` }), `${m.asked.fileName}.${format}`);
  }

  return {
    view: { running, ended, left, joined: all, siren: company === null ? null : sirenOf(company.siret), canKeep: work !== null },
    actions: {
      take: (files) => void reading.take(files, situation.readsScans),
      cancel: reading.cancel,
      forget: () => void reading.forget(),
      save,
      print: () => window.print(),
      goTo: (slot) => {
        if (tabId === null) return;
        void send("goTo", { tabId, frameId: slot.frameId, id: slot.id });
        void browser.tabs.update(tabId, { active: true });
      },
    },
  };
}
