/**
 * INSEE, avis de situation au répertoire Sirene: a PDF made on demand for any published establishment. The service answers with the
 * file and nothing else: Recherche d'entreprises tells whether the establishment exists.
 */
import { rechercheEntreprisesFamily } from "../families/recherche-entreprises.ts";
import { foundIn, Search, searchRequest } from "../recherche.ts";
import { defineSource, type ReadingContext } from "../source.ts";

const HOST = "api-avis-situation-sirene.insee.fr";

function isPublished(search: Search, { company }: ReadingContext): boolean {
  const found = foundIn(search, company);
  return found !== undefined && found.hit.statut_diffusion !== "P" && found.establishment.statut_diffusion_etablissement !== "P";
}

export const inseeAvisSituation = defineSource<Search>({
  id: "insee-avis-situation",
  provider: "INSEE",
  label: { fr: "Avis de situation Sirene", en: "Sirene status notice" },
  block: "identite",
  keyedBy: "siret",
  trust: "register",
  access: "open",
  family: rechercheEntreprisesFamily,
  timeoutMs: 15_000,
  pieceKinds: ["avisInsee"],
  documentHosts: [HOST],
  contractEndpoints: [],
  request: searchRequest,
  raw: Search,
  reads: {},
  verdict: (search, context) => {
    if (foundIn(search, context.company) === undefined) return { state: "notFound", reason: "insee.inconnu" };
    return isPublished(search, context) ? { state: "delivered" } : { state: "outOfScope", reason: "insee.nonDiffusible" };
  },
  pieces: (search, context) =>
    isPublished(search, context)
      ? [
          {
            kind: "avisInsee",
            title: "Avis de situation au répertoire Sirene",
            siret: context.company.siret,
            issuedOn: context.today,
            validityBasis: "computed",
            location: { url: `https://${HOST}/identification/pdf/${context.company.siret}`, steps: "direct" },
          },
        ]
      : [],
});
