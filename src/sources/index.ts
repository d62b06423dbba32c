/** The list of sources, in the order the popup shows them. One line a source. */
import { ademeRge } from "./ademe-rge/index.ts";
import { ademeRgeOuvert } from "./ademe-rge-ouvert/index.ts";
import { boamp } from "./boamp/index.ts";
import { bodacc } from "./bodacc/index.ts";
import { cibtp } from "./cibtp/index.ts";
import { cnetp } from "./cnetp/index.ts";
import { comptesPublies } from "./comptes-publies/index.ts";
import { decp } from "./decp/index.ts";
import { dgfipAttestationFiscale } from "./dgfip-attestation-fiscale/index.ts";
import { dgfipChiffresAffaires } from "./dgfip-chiffres-affaires/index.ts";
import { essListe } from "./ess-liste/index.ts";
import type { Family } from "./families/family.ts";
import { fntp } from "./fntp/index.ts";
import { franceCompetences } from "./france-competences/index.ts";
import { inpiActesBilans } from "./inpi-actes-bilans/index.ts";
import { inpiActesBilansOuvert } from "./inpi-actes-bilans-ouvert/index.ts";
import { inpiExtraitRne } from "./inpi-extrait-rne/index.ts";
import { inseeAvisSituation } from "./insee-avis-situation/index.ts";
import { inseeEtablissement } from "./insee-etablissement/index.ts";
import { inseeStatutEss } from "./insee-statut-ess/index.ts";
import { msaConformite } from "./msa-conformite/index.ts";
import { opqibi } from "./opqibi/index.ts";
import { probtpAttestation } from "./probtp-attestation/index.ts";
import { probtpConformite } from "./probtp-conformite/index.ts";
import { qualibat } from "./qualibat/index.ts";
import { qualifelec } from "./qualifelec/index.ts";
import { qualiopi } from "./qualiopi/index.ts";
import { qualiopiListeOf } from "./qualiopi-liste-of/index.ts";
import { rechercheEntreprises } from "./recherche-entreprises/index.ts";
import type { AnySource } from "./source.ts";
import { urssafAttestationVigilance } from "./urssaf-attestation-vigilance/index.ts";
import { vies } from "./vies/index.ts";

export const SOURCES: readonly AnySource[] = [
  inseeEtablissement,
  inpiExtraitRne,
  rechercheEntreprises,
  inseeAvisSituation,
  vies,
  dgfipChiffresAffaires,
  comptesPublies,
  inpiActesBilans,
  inpiActesBilansOuvert,
  urssafAttestationVigilance,
  dgfipAttestationFiscale,
  msaConformite,
  probtpAttestation,
  probtpConformite,
  cibtp,
  cnetp,
  qualibat,
  qualifelec,
  ademeRge,
  ademeRgeOuvert,
  opqibi,
  fntp,
  qualiopi,
  qualiopiListeOf,
  franceCompetences,
  inseeStatutEss,
  essListe,
  decp,
  boamp,
  bodacc,
];

/** The families of these sources, each once. */
export const FAMILIES: readonly Family[] = [...new Set(SOURCES.map(({ family }) => family))];

const BY_ID = new Map(SOURCES.map((source) => [source.id, source]));

/** The source of that id, or `undefined`. */
export function sourceOf(id: string): AnySource | undefined {
  return BY_ID.get(id);
}
