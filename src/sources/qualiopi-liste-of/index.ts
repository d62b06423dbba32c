/** DGEFP, liste publique des organismes de formation: Qualiopi by category, one row for each declaration of activity. Booleans are text. */

import { z } from "zod";
import type { Certification } from "../../domain/answer.ts";
import { present } from "../../domain/present.ts";
import { formatDay } from "../../domain/time.ts";
import { dayIn, known, matching } from "../cleaning.ts";
import { openFamily } from "../families/family.ts";
import { defineSource, type ReadingContext } from "../source.ts";

const maybeText = z.string().nullish();
/** "true", "false", or the boolean itself. */
const Word = z.union([z.boolean(), z.string()]).nullish();

const Row = z.object({
  numerodeclarationactivite: maybeText,
  siren: z.string(),
  siretetablissementdeclarant: maybeText,
  certifications_actionsdeformation: Word,
  certifications_bilansdecompetences: Word,
  certifications_vae: Word,
  certifications_actionsdeformationparapprentissage: Word,
  informationsdeclarees_datedernieredeclaration: maybeText,
});
type Row = z.infer<typeof Row>;

const Liste = z.object({ results: z.array(Row) });
type Liste = z.infer<typeof Liste>;

const CATEGORIES = [
  ["certifications_actionsdeformation", "Actions de formation"],
  ["certifications_bilansdecompetences", "Bilans de compétences"],
  ["certifications_vae", "Validation des acquis de l'expérience"],
  ["certifications_actionsdeformationparapprentissage", "Actions de formation par apprentissage"],
] as const;

function truthOf(word: z.infer<typeof Word>): boolean | null {
  const text = String(word ?? "").toLowerCase();
  return text === "true" ? true : text === "false" ? false : null;
}

function rowsOf({ results }: Liste, { company }: Pick<ReadingContext, "company">): Row[] {
  return results.filter(({ siren }) => siren === company.siren);
}

function certificationsOf(row: Row): Certification[] {
  const nda = known(row.numerodeclarationactivite);
  const declaredOn = dayIn(row.informationsdeclarees_datedernieredeclaration);
  return CATEGORIES.map(([category, label]) => ({
    kind: "qualiopi",
    label: `Qualiopi : ${label}`,
    held: truthOf(row[category]),
    validityBasis: "unknown",
    ...present({ code: nda }),
    details: [
      ...(nda === undefined ? [] : [`Déclaration d'activité n° ${nda}`]),
      ...(declaredOn === undefined ? [] : [`Dernière déclaration le ${formatDay(declaredOn)}`]),
    ],
  }));
}

export const qualiopiListeOf = defineSource<Liste>({
  id: "qualiopi-liste-of",
  provider: "DGEFP",
  label: { fr: "Organismes de formation (liste publique)", en: "Training bodies (public list)" },
  block: "certifications",
  keyedBy: "siren",
  trust: "official",
  access: "open",
  family: openFamily("dgefp", "DGEFP", "https://dgefp.opendatasoft.com", 60),
  timeoutMs: 15_000,
  pieceKinds: [],
  documentHosts: [],
  contractEndpoints: [],
  request: ({ siren }) => ({
    path: "/api/explore/v2.1/catalog/datasets/liste-publique-des-of-v2/records",
    query: { where: `siren="${siren}"`, limit: "100" },
  }),
  raw: Liste,
  reads: {
    nda: (liste, context) => {
      const rows = rowsOf(liste, context);
      return rows.length === 1 ? matching(rows[0]?.numerodeclarationactivite, /^\d{11}$/) : undefined;
    },
  },
  verdict: (liste, context) =>
    rowsOf(liste, context).length === 0 ? { state: "notFound", reason: "liste.absent" } : { state: "delivered" },
  certifications: (liste, context) => rowsOf(liste, context).flatMap(certificationsOf),
});
