/**
 * DGFIP, chiffres d'affaires: up to three closed years, of the company whichever the establishment asked.
 * The hub writes 0 where the provider knows nothing: a turnover of 0 is left out, its closing day is kept.
 */
import { z } from "zod";
import { dayIn } from "../cleaning.ts";
import { type Exercice, latestFirst, threeYears } from "../exercices.ts";
import { apiEntreprise, collection } from "../families/api-entreprise.ts";
import { defineSource } from "../source.ts";

const ChiffresAffaires = collection(z.object({ chiffre_affaires: z.number().nullish(), date_fin_exercice: z.string().nullish() }));
type ChiffresAffaires = z.infer<typeof ChiffresAffaires>;

function exercices({ data }: ChiffresAffaires): Exercice[] {
  const byClosing = new Map<string, Exercice>();
  for (const { data: exercice } of data) {
    const closingOn = dayIn(exercice.date_fin_exercice);
    if (closingOn === undefined) continue;
    const turnover = exercice.chiffre_affaires === 0 ? undefined : (exercice.chiffre_affaires ?? undefined);
    byClosing.set(closingOn, { closingOn, turnover: turnover ?? byClosing.get(closingOn)?.turnover });
  }
  return latestFirst(byClosing);
}

export const dgfipChiffresAffaires = defineSource<ChiffresAffaires>({
  id: "dgfip-chiffres-affaires",
  provider: "DGFIP",
  label: { fr: "Chiffres d'affaires", en: "Turnover" },
  block: "capacites",
  keyedBy: "siret",
  trust: "register",
  access: "protected",
  family: apiEntreprise,
  scopes: ["exercices", "chiffre_affaires_dgfip"],
  timeoutMs: 25_000,
  maintenance: { from: "01:00", to: "02:00" },
  pieceKinds: [],
  documentHosts: [],
  contractEndpoints: ["v3_dgfip_chiffres_affaires"],
  request: ({ siret }) => ({ path: `/v3/dgfip/etablissements/${siret}/chiffres_affaires` }),
  raw: ChiffresAffaires,
  reads: threeYears(exercices),
  verdict: (raw) => (exercices(raw).length === 0 ? { state: "notFound", reason: "dgfip.pasDeChiffreAffaires" } : { state: "delivered" }),
  negatives: { "003": { state: "notFound", reason: "dgfip.pasDeChiffreAffaires" } },
});
