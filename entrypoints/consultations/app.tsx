/** « Mes consultations » over this browser. Its first answers were asked before this code came. */
import { useEffect, useMemo, useState } from "react";
import browser from "webextension-polyfill";
import { Consultations, type ConsultationsActions } from "../../components/Consultations.tsx";
import { mount } from "../../components/mount.tsx";
import { useSituation } from "../../components/useSituation.ts";
import { useWords } from "../../components/words.tsx";
import { parisDay } from "../../src/domain/time.ts";
import { onChange, onceThen, send } from "../../src/messages/bus-screen.ts";
import type { Output } from "../../src/messages/contract.ts";

/** What the page asks, answered or under way. */
interface Asked {
  readonly consultations: Promise<Output<"readConsultations">>;
  readonly situation: Promise<Output<"show">>;
}

/** Not among what the first lines wait for. */
const save = async (file: Blob, name: string) => (await import("../../src/maker/save.ts")).saveFile(file, name);

const actions: ConsultationsActions = {
  resume: (url) => void browser.tabs.create({ url }),
  change: (id, change) => send("changeConsultation", { id, change }),
  download: async ({ key, fileName, mediaType }) => {
    // The code that opens the coffre is heavy: it comes with the gesture.
    const file = await (await import("./kept-files.ts")).fileOf(key);
    if (file !== null) await save(new Blob([file.bytes], { type: mediaType }), fileName);
    return file !== null;
  },
  tellAward: (id, award) => send("tellAward", { id, award }),
  removeDossier: (id) => send("removeDossier", { id }),
  openCoffre: () => void browser.tabs.create({ url: browser.runtime.getURL("coffre.html") }),
  saveCalendar: (text) => void save(new Blob([text], { type: "text/calendar" }), `echeances-pli-pret-${parisDay(new Date())}.ics`),
};

/** Read at once, and again whenever the background's state changed. */
function useConsultations(read: () => Asked["consultations"]): Output<"readConsultations"> | null {
  const [known, setKnown] = useState<Output<"readConsultations"> | null>(null);
  useEffect(() => {
    const look = () => void read().then(setKnown, () => undefined);
    look();
    return onChange(look);
  }, [read]);
  return known;
}

function Page({ asked }: { readonly asked: Asked }) {
  const { m } = useWords();
  const feeds = useMemo(
    () => ({
      situation: { read: onceThen(asked.situation, () => send("show", { tabId: null })), onChange },
      consultations: onceThen(asked.consultations, () => send("readConsultations", {})),
    }),
    [asked],
  );
  const { situation, broken } = useSituation(feeds.situation);
  const known = useConsultations(feeds.consultations);
  // Days and hours are counted as of the last look.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new situation is a new look
  const now = useMemo(() => new Date(), [situation, known]);
  if (situation === null || known === null) return <p className="empty">{broken ? m.app.broken : m.app.loading}</p>;
  return <Consultations situation={situation} {...known} actions={actions} now={now} />;
}

export const start = (asked: Asked): Promise<void> => mount(<Page asked={asked} />, (m) => `${m.app.name} – ${m.consultations.heading}`);
