/**
 * CIBTP, certificate of paid holidays and bad-weather contributions: asked by SIRET, it certifies the company on the day it is
 * delivered. Its link lives ten minutes. A company that has not paid is told apart from one that is not a member.
 */
import { apiEntreprise, DocumentLink, documentVerdict, linkedDocument, QUOTAS, STORAGE_HOSTS } from "../families/api-entreprise.ts";
import { defineSource } from "../source.ts";

export const cibtp = defineSource<DocumentLink>({
  id: "cibtp",
  provider: "CIBTP",
  label: { fr: "Certificat congés payés et intempéries (CIBTP)", en: "Paid leave and bad weather certificate (CIBTP)" },
  block: "attestations",
  keyedBy: "siret",
  trust: "official",
  access: "protected",
  family: apiEntreprise,
  quota: QUOTAS.cibtp,
  scopes: ["certificat_cnetp", "certification_cnetp", "attestation_cotisations_conges_payes_chomage_intemperies_cibtp_cnetp"],
  timeoutMs: 25_000,
  pieceKinds: ["cibtp"],
  documentHosts: STORAGE_HOSTS,
  contractEndpoints: ["v3_cibtp_attestation_cotisations_conges_payes_chomage_intemperies"],
  request: ({ siret }) => ({ path: `/v3/cibtp/etablissements/${siret}/attestation_cotisations_conges_payes_chomage_intemperies` }),
  raw: DocumentLink,
  reads: {},
  verdict: documentVerdict,
  pieces: (raw, { today }) => {
    const location = linkedDocument(raw);
    return location === null ? [] : [{ kind: "cibtp", title: "Certificat CIBTP", issuedOn: today, validityBasis: "computed", location }];
  },
  negatives: {
    "38422": { state: "refused", reason: "cibtp.nonAJour" },
    "003": { state: "notFound", reason: "cibtp.nonAffilie" },
  },
});
