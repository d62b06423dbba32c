/** What controls that show their answers ask: lists, buttons, check boxes. */

import type { ControlEvidence, Label } from "../domain/evidence.ts";
import { namesLegalForm } from "../domain/legal-forms.ts";
import { isPlain, sureness, understand } from "./concepts.ts";
import { type Asking, type Found, foundAs, NONE, plainOrNull, spoke } from "./found.ts";
import type { Concept } from "./lexicon.ts";
import { PARTLY } from "./weights.ts";
import { wordsOf } from "./words.ts";

/** A list whose answers say what it asks: civilities, legal forms. */
export function listConcept(asking: Asking): Found | null {
  const {
    control: { type, options },
    labels,
  } = asking;
  if (type !== "select") return null;
  const answers = options.filter(({ text, value }) => text.trim() !== "" && value !== "").map(({ text }) => wordsOf(text).join(" "));
  const civilities = answers.filter(isCivility).length;
  const forms = answers.filter((text) => namesLegalForm(text)).length;
  const label = labels[0]?.text ?? "";
  const concept = civilities >= 2 && answers.length <= 6 ? "contactCivilite" : forms >= 2 ? "formeJuridique" : null;
  if (concept === null) {
    const asked = understand(label)?.concept ?? null;
    return asked === null || (asked === "categorieEntreprise" && !answers.some((answer) => SIZE.test(answer)))
      ? ofSizes(answers, asking)
      : null;
  }
  const by = spoke(asking, "options", answers.slice(0, 4).join(", "), concept, 0.8);
  return /\?/.test(label) ? null : foundAs(concept, 0.8, by);
}

/** "1 à 9 salariés", "50 à 249"; "PME", "ETI": under a label that says nothing, the answers tell. */
function ofSizes(answers: readonly string[], asking: Asking): Found | null {
  const count = (words: RegExp) => answers.filter((answer) => words.test(answer)).length;
  const concept = count(SIZE) > 1 ? "categorieEntreprise" : count(HEADS) > 1 ? "effectif" : null;
  return concept === null ? null : foundAs(concept, PARTLY, spoke(asking, "options", answers.slice(0, 4).join(", "), concept, PARTLY));
}

const HEADS = /\d.*\b(salaries?|employes?|etp|personnes)\b|\b(10 (a|et) 49|50 (a|et) 249)\b/;
const CIVILITES = new Set(["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "mrs", "ms"]);
/** @param words of an answer, without accents or punctuation, in lower case */
export const isCivility = (words: string) => CIVILITES.has(words);
const YES_NO = new Set(["oui", "non", "yes", "no"]);

/** A button says an answer, and the text before the group asks the question; a single box says both. */
export function tickConcept(asking: Asking): Found {
  const { control, labels } = asking;
  const own = labels[0]?.text ?? "";
  const ownWords = wordsOf(own);
  const [word = ""] = ownWords;
  if (ownWords.length > 0 && ownWords.every(isCivility)) {
    const by = spoke(asking, "label:for", own, "contactCivilite", 0.9);
    return control.type === "radio" ? foundAs("contactCivilite", 0.9, by) : NONE;
  }
  const isYesNo = ownWords.length === 1 && YES_NO.has(word);
  return control.type === "checkbox" && !isYesNo ? loneBox(asking) : groupConcept(asking);
}

function loneBox(asking: Asking): Found {
  const [label] = asking.labels;
  const own = label?.text ?? "";
  const understood = plainOrNull(own);
  if (understood === null) return (label === undefined ? null : ofKind(label, asking)) ?? NONE;
  const by = spoke(asking, label?.from ?? "label:for", own, understood.concept, 0.9);
  return foundAs(understood.concept, 0.8 * sureness(understood), by);
}

/** The nearest understood question before the group; a long text that is not understood ends the search. */
function groupConcept(asking: Asking): Found {
  const {
    control,
    labels: [label],
  } = asking;
  for (const question of askedBy(control)) {
    if (question.text === label?.text) continue;
    const found = questionConcept(question, asking);
    // "Société", "Personne à contacter": a part of the page, which no button answers.
    if (found?.concept === "raisonSociale" || found?.concept === "contactNomComplet") continue;
    if (found !== null) return found;
    if (question.text.length > 20) break;
  }
  if (control.answers.filter((answer) => SIZE.test(wordsOf(answer).join(" "))).length > 1 && label !== undefined)
    return foundAs("categorieEntreprise", PARTLY, spoke(asking, "options", control.answers.join(", "), "categorieEntreprise", PARTLY));
  return label === undefined ? NONE : (ofKind(label, asking) ?? NONE);
}

/** Sizes of companies, as a group of buttons offers them, whatever its title: "PME / TPE", "Taille intermédiaire", "Grande entreprise". */
const SIZE = /\b(tpe|pme|eti|taille intermediaire|grande? (entreprise|groupe)|micro ?entreprise)\b/;

/** What one question asks; `NONE`: something else than what is known; `null` when it says nothing. */
function questionConcept(question: Label, asking: Asking): Found | null {
  const understood = understand(question.text);
  if (understood !== null && isPlain(understood) && !(OF_A_KIND.has(understood.concept) && isOfOthers(question.text))) {
    const by = spoke(asking, question.from, question.text, understood.concept, 0.8);
    return { concept: understood.concept, also: understood.also, confidence: 0.8, by };
  }
  const told = ofKind(question, asking);
  if (told !== null || understood === null) return told;
  spoke(asking, question.from, question.text, understood.concept, 0);
  return NONE;
}

/** "Oui, mon entreprise est une ESS", or the question in whatever words: proposed, never sure. */
function ofKind({ from, text }: Label, asking: Asking): Found | null {
  const told = toldOfKind(text);
  return told === null ? null : foundAs(told, PARTLY, spoke(asking, from, text, told, PARTLY));
}

/** What kind of company one's own is. */
function toldOfKind(text: string): "estPme" | "statutEss" | null {
  const plain = wordsOf(text).join(" ");
  if (isOfOthers(text)) return null;
  return PME.test(plain) ? "estPme" : ESS.test(plain) ? "statutEss" : null;
}

const PME = /\bpme\b|\bpetites?\b.*\bmoyennes? entreprises?\b|\bpetites? entreprises?\b.*\bmoyennes?\b/;
const ESS = /\bess\b|\beconomie sociale\b/;
const OF_OTHERS =
  /\b(reservee?s? (a|aux)|avec|aupres|chez|clients?|sous traitan\w+|cotraitan\w+|vos fournisseurs|achetez|travaillez|part|pourcentage|aide|soutien)\b/;
const OF_A_KIND: ReadonlySet<Concept> = new Set<Concept>(["estPme", "statutEss"] as const);

/** "Achetez-vous à des PME ?": of whom one deals with. */
function isOfOthers(text: string): boolean {
  return OF_OTHERS.test(wordsOf(text).join(" "));
}

function askedBy({ questions, titles }: ControlEvidence): readonly Label[] {
  return [...questions, ...titles.slice(0, 1).map(({ text }): Label => ({ from: "block", text, hint: "" }))];
}
