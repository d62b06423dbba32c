/** Whom to believe first when two sources answer the same thing. The order in which answers arrive never counts. */
import { type Answer, TRUSTS } from "../domain/answer.ts";
import { inCodeOrder } from "../domain/order.ts";

/**
 * Who keeps the register first, then other official sources, then stand-ins and who repeats the others. Between two that are equal, what is said of
 * the establishment asked before what is said of its company; of one source the fresher answer first.
 */
export function byTrust(answers: readonly Answer[]): Answer[] {
  return answers.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      inCodeOrder(a.provenance.source, b.provenance.source) ||
      inCodeOrder(b.provenance.fetchedAt, a.provenance.fetchedAt),
  );
}

/** A source that does not say its trust (an answer kept by an older version) is official, and nothing more. */
function rankOf({ provenance: { trust = "official", keyedBy, standIn } }: Answer): number {
  return TRUSTS.indexOf(standIn === true ? "aggregator" : trust) * 2 + (keyedBy === "siret" ? 0 : 1);
}
