/** The diligence log of the page's consultation, read again whenever something was done, and its export. */
import { useEffect, useState } from "react";
import type { Diligence } from "../../src/domain/diligence.ts";
import { makeLogInWorker } from "../../src/maker/maker.ts";
import { saveFile } from "../../src/maker/save.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { Situation } from "../../src/messages/situation.ts";

export function useLog(situation: Situation): { readonly entries: readonly Diligence[]; readonly exportLog: () => void } {
  const [entries, setEntries] = useState<readonly Diligence[]>([]);
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
    saveFile(new Blob([file.bytes], { type: file.mediaType }), file.fileName);
  }

  return { entries, exportLog: () => void exportLog() };
}
