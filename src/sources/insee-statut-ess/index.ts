/** INSEE, statut ESS: whether the company belongs to the social economy. `null` is "not declared", never "no". */
import { apiEntreprise } from "../families/api-entreprise.ts";
import { INSEE_CASES, INSEE_NEGATIVES, INSEE_SCOPES, InseeEstablishment, inseeRequest, isAbout } from "../insee.ts";
import { defineSource, type ReadingContext } from "../source.ts";

function statut(raw: InseeEstablishment, { company }: ReadingContext): boolean | null {
  return isAbout(raw, company) ? (raw.data.unite_legale.economie_sociale_et_solidaire ?? null) : null;
}

export const inseeStatutEss = defineSource<InseeEstablishment>({
  id: "insee-statut-ess",
  provider: "INSEE",
  label: { fr: "Économie sociale et solidaire (répertoire Sirene)", en: "Social economy (Sirene register)" },
  block: "certifications",
  keyedBy: "siret",
  trust: "register",
  access: "protected",
  family: apiEntreprise,
  scopes: INSEE_SCOPES,
  timeoutMs: 8_000,
  pieceKinds: [],
  documentHosts: [],
  standIn: "ess-liste",
  contractEndpoints: INSEE_CASES,
  request: inseeRequest,
  raw: InseeEstablishment,
  negatives: INSEE_NEGATIVES,
  reads: { statutEss: statut },
  certifications: (raw, context) => [
    {
      kind: "ess",
      label: "Entreprise de l'économie sociale et solidaire",
      body: "INSEE",
      held: statut(raw, context),
      validityBasis: "unknown",
    },
  ],
});
