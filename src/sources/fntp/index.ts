/** FNTP, carte professionnelle de travaux publics: a yearly card, voluntary, whose dates are on the document only. */
import { apiEntreprise, DocumentLink, documentVerdict, linkedDocument, QUOTAS, STORAGE_HOSTS } from "../families/api-entreprise.ts";
import { defineSource } from "../source.ts";

export const fntp = defineSource<DocumentLink>({
  id: "fntp",
  provider: "FNTP",
  label: { fr: "Carte professionnelle de travaux publics", en: "Public works professional card" },
  block: "certifications",
  keyedBy: "siren",
  trust: "official",
  access: "open",
  family: apiEntreprise,
  quota: QUOTAS.documents,
  scopes: ["fntp_carte_pro", "open_data"],
  timeoutMs: 25_000,
  pieceKinds: ["fntp"],
  documentHosts: STORAGE_HOSTS,
  contractEndpoints: ["v3_fntp_carte_professionnelle_travaux_publics"],
  request: ({ siren }) => ({ path: `/v3/fntp/unites_legales/${siren}/carte_professionnelle_travaux_publics` }),
  raw: DocumentLink,
  reads: {},
  verdict: documentVerdict,
  pieces: (raw) => {
    const location = linkedDocument(raw);
    return location === null ? [] : [{ kind: "fntp", title: "Carte professionnelle FNTP", validityBasis: "unknown", location }];
  },
  negatives: { "003": { state: "notFound", reason: "fntp.pasDeCarte" } },
});
