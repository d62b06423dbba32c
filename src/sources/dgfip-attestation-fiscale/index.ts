/**
 * DGFIP, attestation de régularité fiscale (v4): corporation tax and VAT. "Not found" may be an unknown company, one outside the
 * scope (income tax, collective proceedings) or one that is not up to date: it settles nothing.
 */

import { z } from "zod";
import { present } from "../../domain/present.ts";
import { formatDay } from "../../domain/time.ts";
import { dayIn } from "../cleaning.ts";
import { apiEntreprise, documentVerdict, envelope, linkedDocument, QUOTAS, STORAGE_HOSTS } from "../families/api-entreprise.ts";
import { defineSource } from "../source.ts";

const AttestationFiscale = envelope(
  z.object({
    document_url: z.string().min(1).nullable(),
    date_delivrance_attestation: z.string().nullish(),
    date_periode_analysee: z.string().nullish(),
  }),
);
type AttestationFiscale = z.infer<typeof AttestationFiscale>;

export const dgfipAttestationFiscale = defineSource<AttestationFiscale>({
  id: "dgfip-attestation-fiscale",
  provider: "DGFIP",
  label: { fr: "Attestation de régularité fiscale", en: "Tax compliance certificate" },
  block: "attestations",
  keyedBy: "siren",
  trust: "register",
  access: "protected",
  family: apiEntreprise,
  quota: QUOTAS.dgfipAttestation,
  scopes: ["attestations_fiscales", "attestation_fiscale_dgfip"],
  timeoutMs: 35_000,
  maintenance: { from: "01:00", to: "02:00" },
  pieceKinds: ["attestationFiscale"],
  documentHosts: STORAGE_HOSTS,
  contractEndpoints: ["v4_dgfip_attestations_fiscales"],
  request: ({ siren }) => ({ path: `/v4/dgfip/unites_legales/${siren}/attestation_fiscale` }),
  raw: AttestationFiscale,
  reads: {},
  verdict: documentVerdict,
  pieces: (raw) => {
    const location = linkedDocument(raw);
    if (location === null) return [];
    // The hub dates the attestation when it answers and does not read the PDF: a copy kept overnight may carry the next day's date.
    const issuedOn = dayIn(raw.data.date_delivrance_attestation);
    const analysedOn = dayIn(raw.data.date_periode_analysee);
    return [
      {
        kind: "attestationFiscale",
        title: `Attestation de régularité fiscale${analysedOn === undefined ? "" : `, situation au ${formatDay(analysedOn)}`}`,
        validityBasis: issuedOn === undefined ? "unknown" : "computed",
        ...present({ issuedOn }),
        location,
      },
    ];
  },
  notices: (raw) =>
    linkedDocument(raw) === null
      ? []
      : [
          {
            kind: "groupeFiscal",
            status: "info",
            title: "Filiale d'un groupe fiscal intégré ?",
            text: "Si l'entreprise est membre d'un groupe intégré (article 223 A du code général des impôts), joignez aussi l'attestation de la société mère.",
          },
        ],
  negatives: { "003": { state: "notFound", reason: "dgfip.nonDelivrable" } },
});
