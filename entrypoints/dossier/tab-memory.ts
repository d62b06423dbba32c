/** The consultation that the page was opened for: what its tab told last, should the tab be closed. */
import type { Situation } from "../../src/messages/situation.ts";

type Told = Pick<Situation, "page" | "work">;

export interface TabMemory {
  /** With the consultation told before, where the tab tells nothing any more. */
  complete(situation: Situation): Situation;
  isGone(): boolean;
}

export function tabMemory(): TabMemory {
  let told: Told | null = null;
  let siret: string | null = null;
  let gone = false;
  return {
    complete: (situation) => {
      const { page, work, company } = situation;
      gone = page === null && told !== null && siret === company?.siret;
      if (gone) return { ...situation, ...told };
      if (page !== null) told = { page, work };
      siret = company?.siret ?? null;
      return situation;
    },
    isGone: () => gone,
  };
}
