/**
 * OPQIBI: engineering qualifications. The address is a page, not a file. The certificate's end is not given: it is computed from the
 * stated duration, and shown as computed.
 */

import { z } from "zod";
import type { Certification } from "../../domain/answer.ts";
import { present } from "../../domain/present.ts";
import { addMonths } from "../../domain/time.ts";
import { dayIn, known, webAddress } from "../cleaning.ts";
import { apiEntreprise, envelope } from "../families/api-entreprise.ts";
import { defineSource } from "../source.ts";

const maybeText = z.string().nullish();
const Qualifications = z.array(z.object({ nom: maybeText, code_qualification: maybeText, rge: z.boolean().nullish() })).nullish();

const Opqibi = envelope(
  z.object({
    numero_certificat: maybeText,
    url: maybeText,
    date_delivrance_certificat: z.string().nullish(),
    duree_validite_certificat: maybeText,
    qualifications: Qualifications,
    date_validite_qualifications: maybeText,
    qualifications_probatoires: Qualifications,
    date_validite_qualifications_probatoires: maybeText,
  }),
);
type Opqibi = z.infer<typeof Opqibi>;

function listed(qualifications: z.infer<typeof Qualifications>, until: string | undefined, suffix = ""): Certification[] {
  return (qualifications ?? []).map((qualification) => {
    const code = known(qualification.code_qualification);
    return {
      kind: "opqibi",
      label: `${known(qualification.nom) ?? code ?? "Qualification OPQIBI"}${suffix}`,
      body: "OPQIBI",
      held: true,
      ...present({ code }),
      ...(until === undefined ? { validityBasis: "unknown" as const } : { validUntil: until, validityBasis: "source" as const }),
      ...present({ rge: qualification.rge ?? undefined }),
    };
  });
}

function certifications({ data }: Opqibi): Certification[] {
  return [
    ...listed(data.qualifications, dayIn(data.date_validite_qualifications)),
    ...listed(data.qualifications_probatoires, dayIn(data.date_validite_qualifications_probatoires), " (probatoire)"),
  ];
}

/** True when every qualification has ended: their page then fills no form. */
function isOver(raw: Opqibi, today: string): boolean {
  const all = certifications(raw);
  return all.length > 0 && all.every(({ validUntil }) => validUntil !== undefined && validUntil < today);
}

export const opqibi = defineSource<Opqibi>({
  id: "opqibi",
  provider: "OPQIBI",
  label: { fr: "Qualifications d'ingénierie OPQIBI", en: "OPQIBI engineering qualifications" },
  block: "certifications",
  keyedBy: "siren",
  trust: "official",
  access: "open",
  family: apiEntreprise,
  scopes: ["certificat_opqibi", "certification_opqibi", "open_data"],
  timeoutMs: 25_000,
  pieceKinds: ["opqibi"],
  documentHosts: [],
  contractEndpoints: ["v3_opqibi_certifications_ingenierie"],
  request: ({ siren }) => ({ path: `/v3/opqibi/unites_legales/${siren}/certification_ingenierie` }),
  raw: Opqibi,
  reads: { urlCertificatOpqibi: (raw, { today }) => (isOver(raw, today) ? undefined : webAddress(raw.data.url)) },
  pieces: ({ data }) => {
    const publicUrl = webAddress(data.url);
    const issuedOn = dayIn(data.date_delivrance_certificat);
    const lastsOneYear = /^valable (un|1) an$/i.test(known(data.duree_validite_certificat) ?? "");
    const number = known(data.numero_certificat);
    return [
      {
        kind: "opqibi",
        title: `Certificat OPQIBI${number === undefined ? "" : ` n° ${number}`}`,
        ...present({ issuedOn }),
        ...(issuedOn !== undefined && lastsOneYear
          ? { validUntil: addMonths(issuedOn, 12), validityBasis: "computed" as const }
          : { validityBasis: "unknown" as const }),
        ...present({ publicUrl }),
        location: null,
      },
    ];
  },
  certifications,
  negatives: { "003": { state: "notFound", reason: "qualification.aucune" } },
});
