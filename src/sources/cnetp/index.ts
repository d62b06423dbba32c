/** CNETP, certificate of paid holidays and bad-weather contributions (public works). By SIREN, unlike CIBTP; some companies have both. */
import { apiEntreprise, DocumentLink, documentVerdict, linkedDocument, QUOTAS, STORAGE_HOSTS } from "../families/api-entreprise.ts";
import { defineSource } from "../source.ts";

export const cnetp = defineSource<DocumentLink>({
  id: "cnetp",
  provider: "CNETP",
  label: { fr: "Certificat congés payés et intempéries (CNETP)", en: "Paid leave and bad weather certificate (CNETP)" },
  block: "attestations",
  keyedBy: "siren",
  trust: "official",
  access: "protected",
  family: apiEntreprise,
  quota: QUOTAS.documents,
  scopes: ["certificat_cnetp", "certification_cnetp", "attestation_cotisations_conges_payes_chomage_intemperies_cibtp_cnetp"],
  timeoutMs: 25_000,
  maintenance: { from: "06:00", to: "06:30" },
  pieceKinds: ["cnetp"],
  documentHosts: STORAGE_HOSTS,
  contractEndpoints: ["v3_cnetp_attestation_cotisations_conges_payes_chomage_intemperies"],
  request: ({ siren }) => ({ path: `/v3/cnetp/unites_legales/${siren}/attestation_cotisations_conges_payes_chomage_intemperies` }),
  raw: DocumentLink,
  reads: {},
  verdict: documentVerdict,
  pieces: (raw, { today }) => {
    const location = linkedDocument(raw);
    return location === null ? [] : [{ kind: "cnetp", title: "Certificat CNETP", issuedOn: today, validityBasis: "computed", location }];
  },
  // Not a member, or not deliverable: the provider does not say which.
  negatives: { "003": { state: "notFound", reason: "cnetp.nonDelivrable" } },
});
