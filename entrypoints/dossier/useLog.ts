/** The diligence log of the page's consultation, read again whenever something was done, and its export. */
import { useEffect, useState } from "react";
import type { MadeFile } from "../../src/documents/make/made.ts";
import type { Diligence } from "../../src/domain/diligence.ts";
import { makeLogInWorker } from "../../src/maker/maker.ts";
import { saveFile } from "../../src/maker/save.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { Situation } from "../../src/messages/situation.ts";

interface Log {
  readonly entries: readonly Diligence[];
  /** Name of the PDF that was made of them. */
  readonly exported: string | null;
  readonly exportLog: () => void;
  readonly saveExported: () => void;
}

export function useLog(situation: Situation): Log {
  const [entries, setEntries] = useState<readonly Diligence[]>([]);
  const [made, setMade] = useState<MadeFile | null>(null);
  const { work, company, page } = situation;
  // The situation is a new one after each change of what the background keeps.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again with each new situation
  useEffect(() => {
    if (work === null) return;
    void send("readDiligence", { work }).then((log) => setEntries(log.entries));
  }, [situation, work]);

  async function exportLog(): Promise<void> {
    if (company === null) return;
    const consultation = page?.consultation ?? null;
    const file = await makeLogInWorker({ company, consultation, madeAt: new Date().toISOString(), entries });
    setMade(file);
    // Too long after the gesture, the browser refuses to save: a button then asks for another gesture.
    if (navigator.userActivation.isActive) save(file);
  }

  return {
    entries,
    exported: made?.fileName ?? null,
    exportLog: () => void exportLog(),
    saveExported: () => {
      if (made !== null) save(made);
    },
  };
}

function save({ bytes, mediaType, fileName }: MadeFile): void {
  saveFile(new Blob([bytes], { type: mediaType }), fileName);
}
