/**
 * URSSAF, attestation de vigilance (v4). The refusal is a 200; an analysis by hand is a 502 to wait for.
 * The day « à la date du » and the code are read in the PDF by API Entreprise: they may be missing beside a good document. Its
 * `date_fin_validite` is not on the document, so it is ignored: the kind's own rule computes the end, as for a paper of the coffre.
 */

import { z } from "zod";
import { present } from "../../domain/present.ts";
import { dayIn, known } from "../cleaning.ts";
import { apiEntreprise, envelope, QUOTAS, retryInOf, STORAGE_HOSTS } from "../families/api-entreprise.ts";
import { defineSource, type UpstreamError, type Verdict } from "../source.ts";

const Vigilance = envelope(
  z.object({
    entity_status: z.object({ code: z.string().nullish() }).nullish(),
    document_url: z.string().min(1).nullable(),
    date_debut_validite: z.string().nullish(),
    code_securite: z.string().nullish(),
  }),
);
type Vigilance = z.infer<typeof Vigilance>;

/** Announced by the provider for an analysis by hand; used when the error does not say. */
const MANUAL_ANALYSIS_SECONDS = 172_800;
const PROCESSING_SECONDS = 600;
/** URSSAF's codes for companies that the attestation does not concern (no staff, struck off, special schemes). */
const OUT_OF_SCOPE = new Set(["FUNC501", "FUNC517"]);
const ProviderErrors = z.array(z.object({ code: z.string() }));

function absence(error: UpstreamError): Verdict {
  const errors = ProviderErrors.safeParse(error.meta?.["provider_errors"]);
  const known = errors.success ? errors.data.find(({ code }) => OUT_OF_SCOPE.has(code)) : undefined;
  return known === undefined
    ? { state: "notFound", reason: "source.aucuneDonnee" }
    : { state: "outOfScope", reason: "urssaf.horsPerimetre", detail: known.code };
}

function verdict({ data }: Vigilance): Verdict {
  if (data.entity_status?.code === "refus_de_delivrance") return { state: "refused", reason: "urssaf.refus" };
  if (data.document_url === null) return { state: "unavailable", reason: "provider.badDocument", retryInSeconds: 60 };
  return { state: "delivered" };
}

export const urssafAttestationVigilance = defineSource<Vigilance>({
  id: "urssaf-attestation-vigilance",
  provider: "URSSAF",
  label: { fr: "Attestation de vigilance", en: "URSSAF vigilance certificate" },
  block: "attestations",
  keyedBy: "siren",
  trust: "official",
  access: "protected",
  family: apiEntreprise,
  quota: QUOTAS.urssaf,
  scopes: ["attestations_sociales", "attestation_sociale_urssaf"],
  timeoutMs: 45_000,
  pieceKinds: ["attestationVigilance"],
  documentHosts: STORAGE_HOSTS,
  contractEndpoints: ["v4_acoss_attestations_sociales"],
  request: ({ siren }) => ({ path: `/v4/urssaf/unites_legales/${siren}/attestation_vigilance` }),
  raw: Vigilance,
  reads: {},
  verdict,
  pieces: (raw) => {
    const { document_url, date_debut_validite, code_securite } = raw.data;
    if (document_url === null || verdict(raw).state !== "delivered") return [];
    const validFrom = dayIn(date_debut_validite);
    const securityCode = known(code_securite);
    return [
      {
        kind: "attestationVigilance",
        title: "Attestation de vigilance",
        validityBasis: validFrom === undefined ? "unknown" : "computed",
        ...present({ validFrom, securityCode }),
        location: { url: document_url, steps: "direct" },
      },
    ];
  },
  negatives: {
    "04003": absence,
    "04501": (error) => ({
      state: "pending",
      reason: "urssaf.analyseManuelle",
      retryInSeconds: retryInOf(error) ?? MANUAL_ANALYSIS_SECONDS,
    }),
    "04502": (error) => ({ state: "pending", reason: "urssaf.traitementEnCours", retryInSeconds: retryInOf(error) ?? PROCESSING_SECONDS }),
  },
});
