/** Another company of the bid, typed by its SIRET: checked, looked up in the open register, then taken in. */
import { useEffect, useRef, useState } from "react";
import type { Bid, PartyFacts } from "../src/domain/bid.ts";
import { partyId } from "../src/domain/party.ts";
import { isSiret } from "../src/domain/siret.ts";

export type LookUp = (siret: string) => Promise<PartyFacts | { readonly problem: "unknown" | "unreachable" }>;

interface PartyDeps {
  readonly bid: Bid;
  /** Of the company that bids. */
  readonly siret: string;
  readonly onBid: (bid: Bid) => void;
  readonly onLookUp: LookUp;
}

interface PartyAdding {
  readonly wrong: "wrong" | "twice" | null;
  /** The state of the last look-up; "" when it found the company, or when there was none. */
  readonly said: "" | "asking" | "unknown" | "unreachable";
  /** False when the SIRET is not one that can be taken. */
  readonly add: (typed: string, take: (bid: Bid, party: { siret: string; known?: PartyFacts }) => Bid) => Promise<boolean>;
}

export function useParty({ bid, siret: own, onBid, onLookUp }: PartyDeps): PartyAdding {
  const [wrong, setWrong] = useState<PartyAdding["wrong"]>(null);
  const [said, setSaid] = useState<PartyAdding["said"]>("");
  // The register may be slow: what is chosen meanwhile must not be lost.
  const latest = useRef(bid);
  useEffect(() => {
    latest.current = bid;
  });
  return {
    wrong,
    said,
    add: async (typed, take) => {
      const siret = typed.replace(/\s/g, "");
      const isTwice = siret === own || [...bid.others, ...bid.subcontractors].some((other) => partyId(other) === siret);
      const problem = !isSiret(siret) ? "wrong" : isTwice ? "twice" : null;
      setWrong(problem);
      if (problem !== null) return false;
      setSaid("asking");
      const told = await onLookUp(siret).catch(() => ({ problem: "unreachable" as const }));
      setSaid("problem" in told ? told.problem : "");
      onBid(take(latest.current, "problem" in told ? { siret } : { siret, known: told }));
      return true;
    },
  };
}
