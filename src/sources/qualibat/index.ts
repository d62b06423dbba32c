/**
 * Qualibat (v4): one PDF for all the qualifications of the establishment. The dates and the qualifications are read in the PDF by
 * API Entreprise: some kinds of certificate have none, and their document is still valid.
 */

import { z } from "zod";
import type { Certification } from "../../domain/answer.ts";
import { present } from "../../domain/present.ts";
import { dayIn, known } from "../cleaning.ts";
import { apiEntreprise, documentVerdict, envelope, linkedDocument, QUOTAS, STORAGE_HOSTS } from "../families/api-entreprise.ts";
import { defineSource } from "../source.ts";

const maybeText = z.string().nullish();
const Qualification = z.object({ code: maybeText, libelle: maybeText, rge: z.boolean().nullish(), date_attribution: maybeText });

const Qualibat = envelope(
  z.object({
    document_url: z.string().min(1).nullable(),
    date_emission: maybeText,
    date_fin_validite: maybeText,
    entity: z.object({ certifications: z.array(Qualification.nullable()).nullish() }).nullish(),
  }),
);
type Qualibat = z.infer<typeof Qualibat>;

const BODY = "Qualibat";

function dates({ data }: Qualibat) {
  const issuedOn = dayIn(data.date_emission);
  const validUntil = dayIn(data.date_fin_validite);
  return { ...present({ issuedOn, validUntil }) };
}

function certifications(raw: Qualibat): Certification[] {
  const { validUntil } = dates(raw);
  const end = validUntil === undefined ? ({ validityBasis: "unknown" } as const) : ({ validUntil, validityBasis: "document" } as const);
  const qualifications = (raw.data.entity?.certifications ?? []).flatMap((qualification): Certification[] => {
    const code = known(qualification?.code);
    const label = known(qualification?.libelle) ?? code;
    if (qualification === null || label === undefined) return [];
    const validFrom = dayIn(qualification.date_attribution);
    return [
      {
        kind: "qualibat",
        label,
        body: BODY,
        held: true,
        ...end,
        ...present({ code, validFrom }),
        ...present({ rge: qualification.rge ?? undefined }),
      },
    ];
  });
  if (qualifications.length > 0 || linkedDocument(raw) === null) return qualifications;
  return [{ kind: "qualibat", label: "Certification Qualibat", body: BODY, held: true, ...end }];
}

export const qualibat = defineSource<Qualibat>({
  id: "qualibat",
  provider: "Qualibat",
  label: { fr: "Certificat Qualibat", en: "Qualibat certificate" },
  block: "certifications",
  keyedBy: "siret",
  trust: "official",
  access: "open",
  family: apiEntreprise,
  quota: QUOTAS.documents,
  scopes: ["qualibat", "open_data"],
  timeoutMs: 25_000,
  pieceKinds: ["qualibat"],
  documentHosts: STORAGE_HOSTS,
  contractEndpoints: ["v4_qualibat_certifications_batiment"],
  request: ({ siret }) => ({ path: `/v4/qualibat/etablissements/${siret}/certification_batiment` }),
  raw: Qualibat,
  reads: {},
  verdict: documentVerdict,
  pieces: (raw, { company }) => {
    const location = linkedDocument(raw);
    const known = dates(raw);
    return location === null
      ? []
      : [
          {
            kind: "qualibat",
            title: "Certificat Qualibat",
            siret: company.siret,
            validityBasis: known.validUntil === undefined ? "unknown" : "document",
            ...known,
            location,
          },
        ];
  },
  certifications,
  negatives: { "003": { state: "notFound", reason: "qualification.aucune" } },
});
