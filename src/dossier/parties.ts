/** The other companies of a bid as dossiers: only what is known for each SIRET, and the name that the person typed. */
import { Answer } from "../domain/answer.ts";
import type { Bid, Task } from "../domain/bid.ts";
import { companyOf } from "../domain/company.ts";
import type { Dossier } from "../domain/dossier.ts";
import { assemble } from "./assemble.ts";

/** @param on "2026-11-24": the day on which pieces are judged */
export function partyDossier({ siret, name, known }: Omit<Bid["others"][number], "task">, on: string): Dossier {
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
  readonly task: Task;
  readonly isLead: boolean;
}

/** The companies of a group, its mandataire first; none when the company bids alone or has not said how. */
export function groupOf(bid: Bid, own: Dossier): GroupMember[] {
  if (bid.role !== "lead" && bid.role !== "member") return [];
  const here = { dossier: own, task: bid.task };
  const others = bid.others.map((one) => ({ dossier: partyDossier(one, own.on), task: one.task }));
  const [first, ...rest] = others;
  const ordered = bid.role === "member" && first !== undefined ? [first, here, ...rest] : [here, ...others];
  // A member of a group that has not named its mandataire is not the lead.
  return ordered.map((one, at) => ({ ...one, isLead: at === 0 && (bid.role === "lead" || first !== undefined) }));
}
