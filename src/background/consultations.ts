/** The consultations that each company worked on: kept on this machine until the person forgets them or erases everything. */
import { z } from "zod";
import { withEvent } from "../consultations/note.ts";
import type { Diligence } from "../domain/diligence.ts";
import { type ConsultationEvent, KeptConsultation } from "../domain/kept-consultation.ts";
import { sirenOf } from "../domain/siret.ts";
import type { Cell, Cells, Past } from "../store/cells.ts";
import { diligenceOf, siretOfWork } from "./diligence.ts";
import { consultationOf, type TabState } from "./tabs.ts";

export type ConsultationsCell = Cell<KeptConsultation[]>;

/** Version 1 knew no award, version 2 no subcontractor without a SIRET: an extension that reads no further puts the list aside, and loses nothing of it. */
const PAST: Past = [(old) => old, (old) => old];
export const consultationsCell = (local: Cells): ConsultationsCell => local("consultations", z.array(KeptConsultation), [], PAST);

/**
 * Notes what was done in a tab for its consultation; nothing where the page tells none. What was done stands, whether or not there is room to
 * note it: this never throws.
 */
export async function noteEvent(cell: ConsultationsCell, siret: string | null, tab: TabState | null, event: ConsultationEvent) {
  const consultation = tab === null ? null : consultationOf(tab);
  if (siret === null || consultation === null) return;
  const noted = { siren: sirenOf(siret), consultation, event };
  await cell.update((kept) => withEvent(kept, noted, crypto.randomUUID())).catch(() => undefined);
}

/** The event that lines of the log tell; `null` when the page took nothing. */
function attachedIn(lines: readonly Diligence[]): ConsultationEvent | null {
  const own = lines.filter(({ what }) => what === "attached");
  const [first] = own;
  if (first === undefined) return null;
  return {
    at: first.at,
    what: "attached",
    files: own.map(({ fileName, sha256 }) => ({ fileName, sha256 })),
    pieces: own.flatMap(({ holds }) => holds ?? []),
    ...(first.operation !== undefined && { operation: first.operation }),
  };
}

/** Notes lines of an attaching: in the consultation that the tab shows, and in the log of the work. */
export function recorder({ local, consultations }: { readonly local: Cells; readonly consultations: ConsultationsCell }) {
  return async (work: string, lines: readonly Diligence[], tab: TabState | null): Promise<void> => {
    const event = attachedIn(lines);
    if (event !== null) await noteEvent(consultations, siretOfWork(work), tab, event);
    await diligenceOf(local, work).add(lines);
  };
}
