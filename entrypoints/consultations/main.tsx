/** The page of « Mes consultations ». */
import { useCallback, useEffect, useMemo, useState } from "react";
import browser from "webextension-polyfill";
import { Consultations, type ConsultationsActions } from "../../components/Consultations.tsx";
import { mount } from "../../components/mount.tsx";
import { useSituation } from "../../components/useSituation.ts";
import { useWords } from "../../components/words.tsx";
import { parisDay } from "../../src/domain/time.ts";
import { saveFile } from "../../src/maker/save.ts";
import { onChange, send } from "../../src/messages/bus-screen.ts";
import type { Output } from "../../src/messages/contract.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { coffreDoor } from "../../src/store/coffre-door.ts";
import { madeShelf } from "../../src/store/made-shelf.ts";
import { openShelf } from "../../src/store/shelf.ts";

const session = cellsOf(storeOf(browser.storage.session));
const shelf = madeShelf(openShelf(session), coffreDoor(session));
const read = () => send("show", { tabId: null });

const actions: ConsultationsActions = {
  resume: (url) => void browser.tabs.create({ url }),
  change: (id, change) => send("changeConsultation", { id, change }),
  download: async ({ key, fileName, mediaType }) => {
    const file = await shelf.get(key);
    if (file !== null) saveFile(new Blob([file.bytes], { type: mediaType }), fileName);
    return file !== null;
  },
  tellAward: (id, award) => send("tellAward", { id, award }),
  removeDossier: (id) => send("removeDossier", { id }),
  openCoffre: () => void browser.tabs.create({ url: browser.runtime.getURL("coffre.html") }),
  saveCalendar: (text) => saveFile(new Blob([text], { type: "text/calendar" }), `echeances-pli-pret-${parisDay(new Date())}.ics`),
};

/** Read at once, and again whenever the background's state changed. */
function useConsultations(): Output<"readConsultations"> | null {
  const [known, setKnown] = useState<Output<"readConsultations"> | null>(null);
  const look = useCallback(() => {
    void send("readConsultations", {}).then(setKnown, () => undefined);
  }, []);
  useEffect(() => {
    look();
    return onChange(look);
  }, [look]);
  return known;
}

function Page() {
  const { m } = useWords();
  const { situation, broken } = useSituation({ read, onChange });
  const known = useConsultations();
  // Days and hours are counted as of the last look.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new situation is a new look
  const now = useMemo(() => new Date(), [situation, known]);
  if (situation === null || known === null) return <p className="empty">{broken ? m.app.broken : m.app.loading}</p>;
  return <Consultations situation={situation} {...known} actions={actions} now={now} />;
}

await mount(<Page />, (m) => `${m.app.name} – ${m.consultations.heading}`);
