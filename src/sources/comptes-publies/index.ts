/**
 * Ratios financiers (BCE / INPI), on the Ministry of Economy's open data: the annual accounts that companies filed without asking for
 * confidentiality, several years of each. A group's consolidated accounts (`K`) are not the company's.
 */
import { z } from "zod";
import { dayIn } from "../cleaning.ts";
import { type Exercice, latestFirst, threeYears } from "../exercices.ts";
import { openFamily } from "../families/family.ts";
import { defineSource } from "../source.ts";

const Accounts = z.object({
  date_cloture_exercice: z.string().nullish(),
  chiffre_d_affaires: z.number().nullish(),
  resultat_net: z.number().nullish(),
  /** `C` complete, `S` simplified, `K` consolidated; banks and insurers have their own. */
  type_bilan: z.string().nullish(),
  confidentiality: z.string().nullish(),
});
const Records = z.object({ results: z.array(Accounts) });
type Records = z.infer<typeof Records>;

interface Accounted extends Exercice {
  readonly result: number | undefined;
}

/** The accounts of the company itself, the fuller first: one closing may have been filed in both forms. */
const OWN_ACCOUNTS = ["C", "S"];
const MOST_RECORDS = 30;

/**
 * The closed years, latest first. A turnover of 0 is a figure when the rest of the accounts is
 * filled in; on its own it is an empty box.
 */
function exercices({ results }: Records): Accounted[] {
  const byClosing = new Map<string, Accounted>();
  for (const form of OWN_ACCOUNTS) {
    for (const accounts of results.filter(({ type_bilan }) => type_bilan === form)) {
      const closingOn = dayIn(accounts.date_cloture_exercice);
      if (closingOn === undefined || (accounts.confidentiality ?? "Public") !== "Public" || byClosing.has(closingOn)) continue;
      const result = accounts.resultat_net ?? undefined;
      const isEmpty = accounts.chiffre_d_affaires === 0 && (result ?? 0) === 0;
      byClosing.set(closingOn, { closingOn, turnover: isEmpty ? undefined : (accounts.chiffre_d_affaires ?? undefined), result });
    }
  }
  return latestFirst(byClosing);
}

export const comptesPublies = defineSource<Records>({
  id: "comptes-publies",
  provider: "Ministère de l'Économie (comptes déposés à l'INPI)",
  label: { fr: "Comptes annuels publiés", en: "Published annual accounts" },
  block: "capacites",
  keyedBy: "siren",
  trust: "aggregator",
  access: "open",
  family: openFamily("dataEconomie", "data.economie.gouv.fr", "https://data.economie.gouv.fr", 60),
  timeoutMs: 15_000,
  pieceKinds: [],
  documentHosts: [],
  contractEndpoints: [],
  request: ({ siren }) => ({
    path: "/api/explore/v2.1/catalog/datasets/ratios_inpi_bce/records",
    query: {
      where: `siren="${siren}"`,
      select: "siren,date_cloture_exercice,chiffre_d_affaires,resultat_net,type_bilan,confidentiality",
      order_by: "date_cloture_exercice desc",
      limit: String(MOST_RECORDS),
    },
  }),
  raw: Records,
  reads: {
    ...threeYears(exercices),
    resultatNet: (raw) => exercices(raw)[0]?.result,
  },
  verdict: (raw) => (exercices(raw).length === 0 ? { state: "notFound", reason: "comptes.nonPublies" } : { state: "delivered" }),
});
