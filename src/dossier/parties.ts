/** The other companies of a bid as dossiers: only what is known for each SIRET, and the name that the person typed. */
import { Answer } from "../domain/answer.ts";
import type { Bid } from "../domain/bid.ts";
import { companyOf } from "../domain/company.ts";
import type { Dossier } from "../domain/dossier.ts";
import { assemble } from "./assemble.ts";

/** @param on "2026-11-24": the day on which pieces are judged */
export function partyDossier({ siret, name, known }: Bid["others"][number], on: string): Dossier {
  const answers =
    known === undefined
      ? []
      : [
          Answer.parse({
            state: "delivered",
            siret,
            facts: known.facts,
            provenance: {
              source: known.source,
              provider: known.provider,
              endpoint: "",
              fetchedAt: known.at,
              cached: false,
              trust: "aggregator",
            },
          }),
        ];
  const isNamed = known?.facts.raisonSociale !== undefined || name === "";
  return assemble({ company: companyOf(siret), answers, coffre: [], manual: isNamed ? {} : { raisonSociale: name }, on });
}

export interface GroupMember {
  readonly dossier: Dossier;
  readonly isLead: boolean;
}

/** The companies of a group, its mandataire first; none when the company bids alone or has not said how. */
export function groupOf(bid: Bid, own: Dossier): GroupMember[] {
  if (bid.role !== "lead" && bid.role !== "member") return [];
  const others = bid.others.map((one) => partyDossier(one, own.on));
  const [first, ...rest] = others;
  const ordered = bid.role === "member" && first !== undefined ? [first, own, ...rest] : [own, ...others];
  // A member of a group that has not named its mandataire is not the lead.
  return ordered.map((dossier, at) => ({ dossier, isLead: at === 0 && (bid.role === "lead" || first !== undefined) }));
}
