/**
 * Qualifelec: certificates in force. The document is at Qualifelec's own address, a PDF or an image. The insurances that come with a
 * certificate have their own ends.
 */

import { z } from "zod";
import type { Certification } from "../../domain/answer.ts";
import { isAtHost } from "../../domain/hosts.ts";
import { present } from "../../domain/present.ts";
import { formatDay } from "../../domain/time.ts";
import { dayIn, known, webAddress } from "../cleaning.ts";
import { apiEntreprise, collection } from "../families/api-entreprise.ts";
import { defineSource, type ReadingContext, type SourcePiece } from "../source.ts";

const maybeText = z.string().nullish();
const Labelled = z.object({ code: z.union([z.string(), z.number()]).nullish(), label: maybeText });
const Insurance = z.object({ nom: maybeText, date_fin: maybeText }).nullish();

const Certificate = z.object({
  document_url: maybeText,
  numero: z.union([z.number(), z.string()]).nullish(),
  rge: z.boolean().nullish(),
  date_debut: maybeText,
  date_fin: maybeText,
  qualification: z
    .object({
      label: maybeText,
      indices: z.array(Labelled).nullish(),
      mentions: z.array(Labelled).nullish(),
      domaines: z.array(Labelled).nullish(),
      classification: Labelled.nullish(),
    })
    .nullish(),
  assurance_decennale: Insurance,
  assurance_civile: Insurance,
});
type Certificate = z.infer<typeof Certificate>;

const Certificates = collection(Certificate);
type Certificates = z.infer<typeof Certificates>;

const HOSTS = ["*.qualifelec.fr"] as const;

function numberOf({ numero }: Certificate): string | undefined {
  return known(typeof numero === "number" ? String(numero) : numero);
}

function dates({ date_debut, date_fin }: Certificate) {
  const validFrom = dayIn(date_debut);
  const validUntil = dayIn(date_fin);
  return {
    ...present({ validFrom, validUntil }),
    validityBasis: validUntil === undefined ? "unknown" : "source",
  } as const;
}

function insuranceDetail(name: string, insurance: Certificate["assurance_civile"], today: string): string[] {
  const insurer = known(insurance?.nom);
  const until = dayIn(insurance?.date_fin);
  if (insurer === undefined || until === undefined) return [];
  return [`${name} : ${insurer}, ${until < today ? "échue le" : "jusqu'au"} ${formatDay(until)}`];
}

function certifications({ data }: Certificates, { today }: ReadingContext): Certification[] {
  return data.map(({ data: certificate }) => {
    const qualification = certificate.qualification ?? {};
    const number = numberOf(certificate);
    const labels = [
      ...(qualification.domaines ?? []),
      ...(qualification.indices ?? []),
      ...(qualification.mentions ?? []),
      ...(qualification.classification === null || qualification.classification === undefined ? [] : [qualification.classification]),
    ].flatMap(({ label }) => known(label) ?? []);
    return {
      kind: "qualifelec",
      label: known(qualification.label) ?? "Certificat Qualifelec",
      body: "Qualifelec",
      held: true,
      ...present({ code: number }),
      ...dates(certificate),
      ...present({ rge: certificate.rge ?? undefined }),
      details: [
        ...labels,
        ...insuranceDetail("Assurance décennale", certificate.assurance_decennale, today),
        ...insuranceDetail("Assurance responsabilité civile", certificate.assurance_civile, today),
      ],
    };
  });
}

function pieces({ data }: Certificates, { company }: ReadingContext): SourcePiece[] {
  const byAddress = new Map<string, SourcePiece>();
  for (const { data: certificate } of data) {
    const url = webAddress(certificate.document_url);
    if (url === undefined || byAddress.has(url)) continue;
    const number = numberOf(certificate);
    byAddress.set(url, {
      kind: "qualifelec",
      title: `Certificat Qualifelec${number === undefined ? "" : ` n° ${number}`}`,
      siret: company.siret,
      ...dates(certificate),
      publicUrl: url,
      location: isAtHost(url, HOSTS) ? { url, steps: "direct" } : null,
    });
  }
  return [...byAddress.values()];
}

export const qualifelec = defineSource<Certificates>({
  id: "qualifelec",
  provider: "Qualifelec",
  label: { fr: "Certificats Qualifelec", en: "Qualifelec certificates" },
  block: "certifications",
  keyedBy: "siret",
  trust: "official",
  access: "open",
  family: apiEntreprise,
  scopes: ["open_data"],
  timeoutMs: 25_000,
  pieceKinds: ["qualifelec"],
  documentHosts: HOSTS,
  contractEndpoints: ["v3_qualifelec_certificats"],
  request: ({ siret }) => ({ path: `/v3/qualifelec/etablissements/${siret}/certificats` }),
  raw: Certificates,
  reads: {},
  verdict: ({ data }) => (data.length === 0 ? { state: "notFound", reason: "qualification.aucune" } : { state: "delivered" }),
  pieces,
  certifications,
  negatives: { "003": { state: "notFound", reason: "qualification.aucune" } },
});
