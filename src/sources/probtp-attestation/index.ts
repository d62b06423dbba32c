/** PRO BTP, attestation of the supplementary pension contributions. Its date is on the document only. */
import { apiEntreprise, DocumentLink, documentVerdict, linkedDocument, QUOTAS, STORAGE_HOSTS } from "../families/api-entreprise.ts";
import { defineSource } from "../source.ts";

export const probtpAttestation = defineSource<DocumentLink>({
  id: "probtp-attestation",
  provider: "PRO BTP",
  label: { fr: "Attestation de cotisations retraite", en: "Pension contributions certificate" },
  block: "attestations",
  keyedBy: "siret",
  trust: "official",
  access: "protected",
  family: apiEntreprise,
  quota: QUOTAS.documents,
  scopes: ["probtp", "cotisations_probtp"],
  timeoutMs: 25_000,
  pieceKinds: ["probtp"],
  documentHosts: STORAGE_HOSTS,
  contractEndpoints: ["v3_probtp_attestations_cotisation_retraite"],
  request: ({ siret }) => ({ path: `/v3/probtp/etablissements/${siret}/attestation_cotisations_retraite` }),
  raw: DocumentLink,
  reads: {},
  verdict: documentVerdict,
  pieces: (raw) => {
    const location = linkedDocument(raw);
    return location === null ? [] : [{ kind: "probtp", title: "Attestation de cotisations PRO BTP", validityBasis: "unknown", location }];
  },
  negatives: { "003": { state: "notFound", reason: "probtp.nonDelivrable" } },
});
