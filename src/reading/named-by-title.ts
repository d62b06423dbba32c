/** What only the title above names: amounts and counts, boxes that nothing names. */
import { type Asking, type Found, foundAs, plainOrNull, spoke } from "./found.ts";
import { COUNTED, IDENTITY } from "./kinds.ts";
import { countsDigits, wordsOf } from "./words.ts";
import { yearIn } from "./years.ts";

/** Boxes that nothing names, or that only count digits ("3 premiers chiffres"), under a title that asks one thing. */
export function titleConcept(asking: Asking): Found | null {
  const { control, labels } = asking;
  const [title] = control.titles;
  if (title === undefined || !labels.every(({ text }) => countsDigits(text))) return null;
  const understood = plainOrNull(title.text);
  if (
    understood === null ||
    understood.concept === "nothing" ||
    (title.level < 6 && labels.length === 0 && !IDENTITY.has(understood.concept))
  )
    return null;
  const by = spoke(asking, "heading", title.text, understood.concept, 0.6);
  return foundAs(understood.concept, labels.length > 0 ? 0.8 : 0.6, by);
}

/** Words that say a quantity, not of what: the title above says it. */
const QUANTITY =
  /^(montant|valeur|nombre|chiffre|total|totale|global|globale|sur|les|trois|dernier|derniers|derniere|dernieres|annees|exercices|clos|somme|eur|euros?|ht|k|ke|n|[0-9]+|exercice|annee|en|de|l|du|au|pour|amount|value|number|annuel|annuelle|moyen|moyenne|concerne|concernee|concernes|ensemble|toutes|activites|confondues|personnel)$/;

/** "Montant (exercice N-1)" under "Chiffre d'affaires annuel": the title's thing. */
export function underTitle(text: string, asking: Asking): Found | null {
  const {
    control,
    common: { thisYear },
  } = asking;
  const words = wordsOf(text);
  // A title that is only a year stands between.
  const title = control.titles.find(
    ({ text: said }) => yearIn(said, thisYear) === null || plainOrNull(said)?.concept !== "exerciceAnneeN1",
  );
  if (title === undefined || words.length === 0 || !words.every((word) => QUANTITY.test(word) || word === "numero")) return null;
  if (words.every((word) => /^(annee|exercice|n|[0-9]+)$/.test(word))) return null;
  const understood = plainOrNull(title.text);
  if (understood === null || !COUNTED.has(understood.concept)) return null;
  // "Number", translated as the number of an identifier, under a headcount.
  if (words.includes("numero") && !/^effectif/.test(understood.concept)) return null;
  const isMean = understood.concept === "chiffreAffairesN1" && words.some((word) => /^moyenne?$/.test(word));
  const concept = isMean ? "caMoyen" : understood.concept;
  return foundAs(concept, 0.7, spoke(asking, "heading", title.text, concept, 0.7));
}
