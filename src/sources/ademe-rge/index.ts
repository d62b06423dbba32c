/** ADEME, certificats RGE through API Entreprise: the establishment's certificates in force. */
import { z } from "zod";
import { dayIn, known } from "../cleaning.ts";
import { apiEntreprise, collection } from "../families/api-entreprise.ts";
import { CERTIFIER_HOSTS, type RgeLine, rgeCertifications, rgePieces } from "../rge.ts";
import { defineSource, type ReadingContext } from "../source.ts";

const maybeText = z.string().nullish();
const Certificates = collection(
  z.object({
    url: maybeText,
    nom_certificat: maybeText,
    domaine: maybeText,
    organisme: maybeText,
    qualification: z.object({ code: maybeText, nom: maybeText }).nullish(),
    date_attribution: maybeText,
    date_expiration: maybeText,
    meta: z.object({ archived: z.boolean().nullish() }).nullish(),
  }),
);
type Certificates = z.infer<typeof Certificates>;

function linesOf({ data }: Certificates, { company }: Pick<ReadingContext, "company">): RgeLine[] {
  return data
    .filter(({ data: line }) => line.meta?.archived !== true)
    .map(({ data: line }) => ({
      siret: company.siret,
      certificat: known(line.nom_certificat),
      organisme: known(line.organisme),
      code: known(line.qualification?.code),
      qualification: known(line.qualification?.nom),
      domaine: known(line.domaine),
      validFrom: dayIn(line.date_attribution),
      validUntil: dayIn(line.date_expiration),
      address: line.url,
    }));
}

export const ademeRge = defineSource<Certificates>({
  id: "ademe-rge",
  provider: "ADEME",
  label: { fr: "Certificats RGE", en: "RGE certificates" },
  block: "certifications",
  keyedBy: "siret",
  trust: "official",
  access: "open",
  family: apiEntreprise,
  scopes: ["certificat_rge_ademe", "open_data"],
  timeoutMs: 25_000,
  pieceKinds: ["rge"],
  documentHosts: CERTIFIER_HOSTS,
  standIn: "ademe-rge-ouvert",
  contractEndpoints: ["v3_ademe_certificats_rge"],
  request: ({ siret }) => ({ path: `/v3/ademe/etablissements/${siret}/certification_rge`, query: { limit: "1000" } }),
  raw: Certificates,
  reads: {},
  verdict: (raw, context) =>
    linesOf(raw, context).length === 0 ? { state: "notFound", reason: "qualification.aucune" } : { state: "delivered" },
  pieces: (raw, context) => rgePieces(linesOf(raw, context), context.today),
  certifications: (raw, context) => rgeCertifications(linesOf(raw, context)),
  negatives: { "003": { state: "notFound", reason: "qualification.aucune" } },
});
