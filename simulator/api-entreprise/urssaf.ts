/** URSSAF: a refusal is a 200; a manual analysis is a 502, to be asked again later. */
import { addMonths, endOfMonth, formatDay } from "../../src/domain/time.ts";
import { STORAGE_HOST } from "../world.ts";
import { type Call, type Endpoint, failure, found, notFound, type Provider, type Reply } from "./endpoint.ts";

const URSSAF: Provider = { code: "04", name: "ACOSS" };
const LINK_SECONDS = 86_400;
const MANUAL_ANALYSIS_SECONDS = 172_800;

function vigilance(call: Call): Reply {
  const situation = call.company.urssaf;
  switch (situation.kind) {
    case "horsPerimetre":
      return notFound(URSSAF, {
        provider_errors: [{ code: situation.code, message: situation.message, description: situation.message }],
      });
    case "analyseManuelle":
      return failure(502, "04501", "Analyse manuelle en cours", "Un agent doit examiner la situation du compte.", {
        provider: URSSAF.name,
        retry_in: MANUAL_ANALYSIS_SECONDS,
      });
    case "refus":
      return found({
        entity_status: {
          code: "refus_de_delivrance",
          libelle: "Délivrance refusée par l'Urssaf",
          description: "L'Urssaf ne délivre pas l'attestation : l'entreprise n'est pas à jour de ses obligations.",
        },
        date_debut_validite: null,
        date_fin_validite: null,
        code_securite: null,
        document_url: null,
        document_url_expires_in: null,
      });
    case "ok":
      return attestation(call, situation);
  }
}

type UpToDate = Extract<Call["company"]["urssaf"], { readonly kind: "ok" }>;

function attestation({ world, company }: Call, { code, analysedMonthsAgo }: UpToDate): Reply {
  const analysed = endOfMonth(addMonths(world.today(), -analysedMonthsAgo));
  const until = endOfMonth(addMonths(analysed, 6));
  const path = world.issue(
    {
      kind: "attestationVigilance",
      company,
      issuedOn: world.today(),
      sentences: [
        `L'Urssaf certifie que l'entreprise est à jour de ses obligations en matière de cotisations sociales à la date du ${formatDay(analysed)}.`,
        "Cette attestation de fourniture des déclarations sociales et de paiement des cotisations est délivrée au titre de l'article L.243-15 du code de la sécurité sociale.",
        "Elle vaut aussi pour l'obligation d'emploi des travailleurs handicapés.",
      ],
      rows: [
        ["Code de sécurité", code],
        ["Situation arrêtée au", formatDay(analysed)],
        ["Valable jusqu'au", formatDay(until)],
      ],
    },
    LINK_SECONDS,
  );
  return found({
    entity_status: {
      code: "ok",
      libelle: "Attestation délivrée par l'Urssaf",
      description: "L'Urssaf a délivré l'attestation de vigilance.",
    },
    date_debut_validite: analysed,
    date_fin_validite: until,
    code_securite: code,
    document_url: `https://${STORAGE_HOST}${path}`,
    document_url_expires_in: LINK_SECONDS,
  });
}

export const urssafEndpoints: readonly Endpoint[] = [
  {
    path: "/v4/urssaf/unites_legales/:siren/attestation_vigilance",
    scopes: ["attestations_sociales", "attestation_sociale_urssaf"],
    quota: "urssaf",
    provider: URSSAF,
    cache: "until08",
    respond: vigilance,
  },
];
