/** The list of sources, in the order the popup shows them. One line a source. */
import { bodacc } from "./bodacc/index.ts";
import { dgfipAttestationFiscale } from "./dgfip-attestation-fiscale/index.ts";
import { dgfipChiffresAffaires } from "./dgfip-chiffres-affaires/index.ts";
import { inseeEtablissement } from "./insee-etablissement/index.ts";
import { inseeStatutEss } from "./insee-statut-ess/index.ts";
import { rechercheEntreprises } from "./recherche-entreprises/index.ts";
import type { AnySource } from "./source.ts";
import { urssafAttestationVigilance } from "./urssaf-attestation-vigilance/index.ts";

export const SOURCES: readonly AnySource[] = [
  inseeEtablissement,
  rechercheEntreprises,
  dgfipChiffresAffaires,
  urssafAttestationVigilance,
  dgfipAttestationFiscale,
  inseeStatutEss,
  bodacc,
];

const BY_ID = new Map(SOURCES.map((source) => [source.id, source]));

/** The source of that id, or `undefined`. */
export function sourceOf(id: string): AnySource | undefined {
  return BY_ID.get(id);
}
