/**
 * The consultation that the page is bound to: the first one that its tab tells. A deposit goes through pages that tell none, the tab may be
 * closed or go elsewhere: what is prepared here stays for that consultation.
 */
import type { Situation } from "../../src/messages/situation.ts";

type Told = Pick<Situation, "page" | "work" | "prepared">;

/** `gone`: the tab was closed · `elsewhere`: it shows another consultation. */
export type Drift = "gone" | "elsewhere" | null;

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
        if (page !== null) session.setItem(`bound|${situation.company?.siret}`, JSON.stringify({ page, work, prepared }));
        drift = null;
        return situation;
      }
      drift = situation.page === null ? "gone" : now === undefined ? null : "elsewhere";
      const prepared = situation.prepared?.work === told.work ? situation.prepared : told.prepared;
      return { ...situation, page: told.page, work: told.work, prepared };
    },
    drift: () => drift,
  };
}
