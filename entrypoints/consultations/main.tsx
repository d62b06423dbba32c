/** The page of « Mes consultations ». */
import { useCallback, useEffect, useMemo, useState } from "react";
import browser from "webextension-polyfill";
import { Consultations, type ConsultationsActions } from "../../components/Consultations.tsx";
import { mount } from "../../components/mount.tsx";
import { useSituation } from "../../components/useSituation.ts";
import { useWords } from "../../components/words.tsx";
import type { KeptConsultation } from "../../src/domain/kept-consultation.ts";
import { parisDay } from "../../src/domain/time.ts";
import { saveFile } from "../../src/maker/save.ts";
import { onChange, send } from "../../src/messages/bus-screen.ts";

const read = () => send("show", { tabId: null });

const actions: ConsultationsActions = {
  resume: (url) => void browser.tabs.create({ url }),
  change: (id, change) => send("changeConsultation", { id, change }),
  saveCalendar: (text) => saveFile(new Blob([text], { type: "text/calendar" }), `echeances-pli-pret-${parisDay(new Date())}.ics`),
};

/** Read at once, and again whenever the background's state changed. */
function useConsultations(): readonly KeptConsultation[] | null {
  const [consultations, setConsultations] = useState<readonly KeptConsultation[] | null>(null);
  const look = useCallback(() => {
    void send("readConsultations", {}).then(
      (known) => setConsultations(known.consultations),
      () => undefined,
    );
  }, []);
  useEffect(() => {
    look();
    return onChange(look);
  }, [look]);
  return consultations;
}

function Page() {
  const { m } = useWords();
  const { situation, broken } = useSituation({ read, onChange });
  const consultations = useConsultations();
  // Days and hours are counted as of the last look.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new situation is a new look
  const now = useMemo(() => new Date(), [situation, consultations]);
  if (situation === null || consultations === null) return <p className="empty">{broken ? m.app.broken : m.app.loading}</p>;
  return <Consultations situation={situation} consultations={consultations} actions={actions} now={now} />;
}

await mount(<Page />, (m) => `${m.app.name} – ${m.consultations.heading}`);
