/** ADEME, public list of RGE companies: the same lines as API Entreprise's, without a token. */

import { z } from "zod";
import { dayIn, known } from "../cleaning.ts";
import { openFamily } from "../families/family.ts";
import { CERTIFIER_HOSTS, type RgeLine, rgeCertifications, rgePieces } from "../rge.ts";
import { defineSource, type ReadingContext } from "../source.ts";

const maybeText = z.string().nullish();
const Lines = z.object({
  results: z.array(
    z.object({
      siret: z.string(),
      organisme: maybeText,
      nom_certificat: maybeText,
      code_qualification: maybeText,
      nom_qualification: maybeText,
      domaine: maybeText,
      url_qualification: maybeText,
      lien_date_debut: maybeText,
      lien_date_fin: maybeText,
      traitement_termine: z.boolean().nullish(),
    }),
  ),
});
type Lines = z.infer<typeof Lines>;

function linesOf({ results }: Lines, { company }: Pick<ReadingContext, "company">): RgeLine[] {
  return results
    .filter(({ siret, traitement_termine }) => siret === company.siret && traitement_termine !== true)
    .map((line) => ({
      siret: line.siret,
      certificat: known(line.nom_certificat),
      organisme: known(line.organisme),
      code: known(line.code_qualification),
      qualification: known(line.nom_qualification),
      domaine: known(line.domaine),
      validFrom: dayIn(line.lien_date_debut),
      validUntil: dayIn(line.lien_date_fin),
      address: line.url_qualification,
    }));
}

export const ademeRgeOuvert = defineSource<Lines>({
  id: "ademe-rge-ouvert",
  provider: "ADEME",
  label: { fr: "Certificats RGE (liste publique)", en: "RGE certificates (public list)" },
  block: "certifications",
  keyedBy: "siret",
  trust: "official",
  access: "open",
  family: openFamily("ademe", "ADEME", "https://data.ademe.fr", 60),
  timeoutMs: 15_000,
  pieceKinds: ["rge"],
  documentHosts: CERTIFIER_HOSTS,
  contractEndpoints: [],
  request: ({ siret }) => ({
    path: "/data-fair/api/v1/datasets/liste-des-entreprises-rge-2/lines",
    query: { qs: `siret:${siret} AND traitement_termine:false`, size: "1000" },
  }),
  raw: Lines,
  reads: {},
  verdict: (raw, context) => (linesOf(raw, context).length === 0 ? { state: "notFound", reason: "liste.absent" } : { state: "delivered" }),
  pieces: (raw, context) => rgePieces(linesOf(raw, context), context.today),
  certifications: (raw, context) => rgeCertifications(linesOf(raw, context)),
});
