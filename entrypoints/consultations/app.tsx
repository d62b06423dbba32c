/** « Mes consultations » over this browser. Its first answers were asked before this code came. */
import { useEffect, useMemo, useState } from "react";
import browser from "webextension-polyfill";
import { Consultations, type ConsultationsActions } from "../../components/Consultations.tsx";
import { mount } from "../../components/mount.tsx";
import { OnObtain } from "../../components/Obtain.tsx";
import { useSituation } from "../../components/useSituation.ts";
import { useWords } from "../../components/words.tsx";
import { parisDay } from "../../src/domain/time.ts";
import type { languageChosen } from "../../src/messages/bus-language.ts";
import { onChange, send } from "../../src/messages/bus-screen.ts";
import type { Output } from "../../src/messages/contract.ts";

type Known = Output<"readConsultations">;

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

/** Again whenever the background's state changed. @param first the answer under way */
function useConsultations(first: Promise<Known>, drawn: Known | null) {
  const [known, setKnown] = useState(drawn);
  useEffect(() => {
    const look = (answer: Promise<Known>) => void answer.then(setKnown, () => undefined);
    if (drawn === null) look(first);
    return onChange(() => look(send("readConsultations", {})));
  }, [first, drawn]);
  return known;
}

interface PageProps {
  readonly asked: Promise<Known>;
  /** Its answer, when it came before anything was drawn. */
  readonly drawn: Known | null;
}

/** The lists wait for the consultations alone. The situation is asked besides, once they are known: whoever asks it has silent sources asked. */
function Page({ asked, drawn }: PageProps) {
  const { m } = useWords();
  const feed = useMemo(
    () => ({
      read: async () => {
        await asked;
        return send("show", { tabId: null });
      },
      onChange,
    }),
    [asked],
  );
  const { situation, broken } = useSituation(feed);
  const known = useConsultations(asked, drawn);
  // Days and hours are counted as of the last look.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new situation is a new look
  const now = useMemo(() => new Date(), [situation, known]);
  if (known === null) return <p className="empty">{broken ? m.app.broken : m.app.loading}</p>;
  return (
    <OnObtain value={(kind) => void send("awaitPiece", { kind, wanted: true })}>
      <Consultations {...known} actions={actions} now={now} />
    </OnObtain>
  );
}

/** The first look stays until there is something to draw. */
export async function start(asked: Promise<Known>, language: ReturnType<typeof languageChosen>): Promise<void> {
  await mount(
    (drawn: Known | null) => <Page asked={asked} drawn={drawn} />,
    (m) => `${m.app.name} – ${m.consultations.heading}`,
    { language, answer: asked },
  );
}
