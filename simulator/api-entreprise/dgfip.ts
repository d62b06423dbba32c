/** DGFIP: the tax attestation, and the turnover of the last closed years. */
import { addDays, formatDay } from "../../src/domain/time.ts";
import { closedYears, STORAGE_HOST } from "../world.ts";
import { type Call, type Endpoint, found, listed, notFound, type Provider, type Reply } from "./endpoint.ts";

const DGFIP: Provider = { code: "03", name: "DGFIP - Adélie" };
const LINK_SECONDS = 86_400;

function attestation({ world, company }: Call): Reply {
  if (!company.attestationFiscale) return notFound(DGFIP);
  const today = world.today();
  const analysed = addDays(`${today.slice(0, 7)}-01`, -1);
  const path = world.issue(
    {
      kind: "attestationFiscale",
      company,
      issuedOn: today,
      sentences: [
        `L'entreprise désignée ci-dessus est à jour de ses obligations déclaratives et de paiement en matière d'impôt sur les sociétés et de taxe sur la valeur ajoutée au ${formatDay(analysed)}.`,
        "Attestation de régularité fiscale délivrée pour une candidature à un marché public.",
      ],
      rows: [
        ["Situation arrêtée au", formatDay(analysed)],
        ["Délivrée le", formatDay(today)],
      ],
    },
    LINK_SECONDS,
  );
  return found({
    document_url: `https://${STORAGE_HOST}${path}`,
    document_url_expires_in: LINK_SECONDS,
    date_delivrance_attestation: today,
    date_periode_analysee: analysed,
  });
}

function chiffresAffaires({ world, company }: Call): Reply {
  if (company.exercices === null) return notFound(DGFIP);
  const closings = closedYears(company, world.today(), company.exercices.length);
  const items = company.exercices.map((amount, index) => ({ chiffre_affaires: amount, date_fin_exercice: closings[index] }));
  return listed(items, { count: items.length });
}

export const dgfipEndpoints: readonly Endpoint[] = [
  {
    path: "/v4/dgfip/unites_legales/:siren/attestation_fiscale",
    scopes: ["attestations_fiscales", "attestation_fiscale_dgfip"],
    quota: "attestationFiscale",
    provider: DGFIP,
    cache: "until08",
    respond: attestation,
  },
  {
    path: "/v3/dgfip/etablissements/:siret/chiffres_affaires",
    scopes: ["exercices", "chiffre_affaires_dgfip"],
    quota: "json",
    provider: DGFIP,
    cache: "hour",
    respond: chiffresAffaires,
  },
];
