/** Which source wins when two give the same field. The order in which answers arrive never matters. */
import { type Answer, TRUSTS } from "../domain/answer.ts";
import { inCodeOrder } from "../domain/order.ts";

/**
 * Keepers of a register first, then other official sources, then stand-ins and aggregators. Between equals, answers about the establishment
 * come before those about its company; from one source the fresher answer comes first.
 */
export function byTrust(answers: readonly Answer[]): Answer[] {
  return answers.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      inCodeOrder(a.provenance.source, b.provenance.source) ||
      inCodeOrder(b.provenance.fetchedAt, a.provenance.fetchedAt),
  );
}

/** An answer stored by an older version has no trust: it counts as official. */
function rankOf({ provenance: { trust = "official", keyedBy, standIn } }: Answer): number {
  return TRUSTS.indexOf(standIn === true ? "aggregator" : trust) * 2 + (keyedBy === "siret" ? 0 : 1);
}
