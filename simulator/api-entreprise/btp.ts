/** The funds of the building trade: PRO BTP, CIBTP, CNETP, and the card of the FNTP. */
import { formatDay } from "../../src/domain/time.ts";
import type { SpecimenKind } from "../companies.ts";
import { STORAGE_HOST } from "../world.ts";
import { type Call, type Endpoint, failure, found, notFound, type Provider, type Reply } from "./endpoint.ts";

const PROBTP: Provider = { code: "09", name: "ProBTP" };
const CIBTP: Provider = { code: "38", name: "CIBTP" };
const CNETP: Provider = { code: "08", name: "CNETP" };
const FNTP: Provider = { code: "12", name: "FNTP" };
const CONGES_SCOPES = ["certificat_cnetp", "certification_cnetp", "attestation_cotisations_conges_payes_chomage_intemperies_cibtp_cnetp"];
const DAY_SECONDS = 86_400;
/** CIBTP's links are the shortest of all. */
const CIBTP_SECONDS = 600;

function document({ world, company, establishment }: Call, kind: SpecimenKind, seconds: number, sentences: readonly string[]): Reply {
  const specimen = { kind, company, establishment, issuedOn: world.today(), sentences };
  return found({ document_url: `https://${STORAGE_HOST}${world.issue(specimen, seconds)}`, expires_in: seconds });
}

const today = (call: Call) => formatDay(call.world.today());

export const btpEndpoints: readonly Endpoint[] = [
  {
    path: "/v3/probtp/etablissements/:siret/attestation_cotisations_retraite",
    scopes: ["probtp", "cotisations_probtp"],
    quota: "documents",
    provider: PROBTP,
    respond: (call) =>
      call.company.probtp === "conforme"
        ? document(call, "probtp", DAY_SECONDS, [
            `L'entreprise est à jour de ses cotisations de retraite complémentaire au ${today(call)}.`,
          ])
        : notFound(PROBTP),
  },
  {
    path: "/v3/probtp/etablissements/:siret/conformite_cotisations_retraite",
    scopes: ["probtp", "cotisations_probtp"],
    quota: "json",
    provider: PROBTP,
    respond: ({ company }) => (company.probtp === null ? notFound(PROBTP) : found({ eligible: company.probtp === "conforme" })),
  },
  {
    path: "/v3/cibtp/etablissements/:siret/attestation_cotisations_conges_payes_chomage_intemperies",
    scopes: CONGES_SCOPES,
    quota: "cibtp",
    provider: CIBTP,
    respond: (call) => {
      if (call.company.cibtp === null) return notFound(CIBTP);
      if (call.company.cibtp === "impaye") {
        const detail = "L'entreprise n'est pas en règle de ses cotisations : l'attestation ne peut être délivrée.";
        return failure(404, "38422", "Attestation non disponible", detail, { provider: CIBTP.name });
      }
      return document(call, "cibtp", CIBTP_SECONDS, [
        `L'entreprise est en règle de ses cotisations de congés payés et de chômage intempéries au ${today(call)}.`,
        "Ce certificat vaut pour l'ensemble de l'unité légale.",
      ]);
    },
  },
  {
    path: "/v3/cnetp/unites_legales/:siren/attestation_cotisations_conges_payes_chomage_intemperies",
    scopes: CONGES_SCOPES,
    quota: "documents",
    provider: CNETP,
    respond: (call) =>
      call.company.cnetp
        ? document(call, "cnetp", DAY_SECONDS, [`L'entreprise adhérente est à jour de ses cotisations de congés payés au ${today(call)}.`])
        : notFound(CNETP),
  },
  {
    path: "/v3/fntp/unites_legales/:siren/carte_professionnelle_travaux_publics",
    scopes: ["fntp_carte_pro", "open_data"],
    quota: "documents",
    provider: FNTP,
    respond: (call) =>
      call.company.fntp
        ? document(call, "fntp", DAY_SECONDS, [`Carte professionnelle valable du 01/01/${year(call)} au 31/12/${year(call)}.`])
        : notFound(FNTP),
  },
];

function year(call: Call): string {
  return call.world.today().slice(0, 4);
}
