/**
 * The consultation that the page is bound to: the first one that its tab tells. A deposit goes through pages that tell none, the tab may be
 * closed or go elsewhere: what is prepared here stays for that consultation.
 */
import { present } from "../../src/domain/present.ts";
import { type Days, judgedAgain } from "../../src/dossier/pieces.ts";
import type { Situation } from "../../src/messages/situation.ts";

type Told = Pick<Situation, "page" | "work" | "prepared"> & { readonly days?: Days };

/** `gone`: the tab was closed · `elsewhere`: it shows another consultation. */
export type Drift = "gone" | "elsewhere" | null;

/** The days on which the documents are judged for that consultation. */
function daysOf({ dossier }: Situation): Days | undefined {
  return dossier === null ? undefined : { on: dossier.on, ...present({ awardOn: dossier.awardOn }) };
}

/** Judges the documents on the consultation's days, also when its tab is closed. */
function judgedFor(days: Days | undefined, dossier: Situation["dossier"]): Situation["dossier"] {
  if (days === undefined || dossier === null || dossier.on >= days.on) return dossier;
  return { ...dossier, ...days, pieces: judgedAgain(dossier.pieces, days) };
}

export interface Binding {
  /** The situation with the consultation of the page, whatever its tab shows now. */
  readonly bind: (situation: Situation) => Situation;
  readonly drift: () => Drift;
}

/** @param session where it is remembered when the page is loaded again */
export function createBinding(session: Pick<Storage, "getItem" | "setItem">): Binding {
  let drift: Drift = null;

  function recall(situation: Situation): Told | null {
    const kept = session.getItem(`bound|${situation.company?.siret}`);
    return kept === null ? null : (JSON.parse(kept) as Told);
  }

  return {
    bind: (situation) => {
      const told = recall(situation);
      const now = situation.page?.consultation?.reference;
      const bound = told?.page?.consultation?.reference;
      if (told === null || bound === undefined || now === bound) {
        const { page, work, prepared } = situation;
        const told: Told = { page, work, prepared, ...present({ days: daysOf(situation) }) };
        if (page !== null) session.setItem(`bound|${situation.company?.siret}`, JSON.stringify(told));
        drift = null;
        return situation;
      }
      drift = situation.page === null ? "gone" : now === undefined ? null : "elsewhere";
      const prepared = situation.prepared?.work === told.work ? situation.prepared : told.prepared;
      return { ...situation, page: told.page, work: told.work, prepared, dossier: judgedFor(told.days, situation.dossier) };
    },
    drift: () => drift,
  };
}
