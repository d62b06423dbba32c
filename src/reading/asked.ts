/** What one control asks by itself, from the nearest text that says it: its answers, its table, its labels, a title, its name. */

import type { ControlEvidence, Label } from "../domain/evidence.ts";
import { legalFormsNamed } from "../domain/legal-forms.ts";
import type { Clue } from "../domain/page-reading.ts";
import { listConcept, tickConcept } from "./answers.ts";
import { type Common, withoutHead } from "./common.ts";
import { beginsPlainly, isNeutral, isPlain, sureness, toldIn, type Understood, understand } from "./concepts.ts";
import { type Asking, type Found, foundAs, NONE, plainOrNull, spoke } from "./found.ts";
import { COUNTED, isYearly, PERSON } from "./kinds.ts";
import type { Concept } from "./lexicon.ts";
import { titleConcept, underTitle } from "./named-by-title.ts";
import { abbreviationOf, autocompleteConcept, nameConcept } from "./names.ts";
import { HEADED, qualifiersOf } from "./parties.ts";
import { askedInSentence } from "./sentences.ts";
import { tableConcept } from "./tables.ts";
import { askedByVerb, missedIn } from "./verbs.ts";
import { CONTROL, PARTLY, RUNGS, STRONG } from "./weights.ts";
import { significant, wordsOf } from "./words.ts";

/** @param clues each text that said something is added to it */
export function conceptFor(control: ControlEvidence, common: Common, clues: Clue[]): Found {
  const { type, labels } = control;
  if (type === "file" || type === "dropZone") return NONE;
  const asking: Asking = { control, labels, common, fromName: nameConcept(control), clues };
  if (type === "radio" || type === "checkbox") return tickConcept(asking);
  return ownConcept(asking) ?? listConcept(asking) ?? inTable(asking) ?? written(asking);
}

/** What the table says, unless the control has a label of its own. */
function inTable(asking: Asking): Found | null {
  const { labels, common } = asking;
  if (labels.some(({ from, text }) => NATIVE.has(from) && !common.shared.has(text) && plainOrNull(text) !== null)) return null;
  const found = tableConcept(asking);
  return found === null ? null : supported(found, asking);
}

/** What the texts beside say, best first; then the title above, `autocomplete`, the name, the type. */
function written(asking: Asking): Found {
  let isNamed = false;
  for (const label of inOrder(asking)) {
    const said = byTurn(label, asking) ?? saidBy(label, asking, isNamed);
    if (said === "a name") isNamed = true;
    else if (said !== null) return said;
  }
  const certain =
    titleConcept(asking) ?? (isNamed ? null : forBrowser(asking)) ?? byName(asking, isNamed) ?? byType(asking, isNamed) ?? NONE;
  if (certain.concept !== null && certain.confidence >= CONTROL.least) return certain;
  return (
    told(asking, (text) => missedIn(text) ?? askedByVerb(text) ?? listedIn(text)) ??
    inPart(asking) ??
    told(asking, toldIn) ??
    inBrackets(asking) ??
    certain
  );
}

/** A short label in no known phrase, whose words or turn tell what it asks: proposed, never sure. */
function told(asking: Asking, tell: (text: string) => Concept | null): Found | null {
  const all = inOrder(asking);
  // A box that says all in its placeholder.
  const label = all.find(({ from }) => from !== "placeholder" && from !== "title") ?? all[0];
  if (label === undefined || (isProse(label) && missedIn(label.text) === null)) return null;
  const concept = tell(withoutHead(label.text, asking.common.heads));
  return concept === null ? null : partly(asking, label, concept);
}

/** "SARL, SAS, artisan ?", "TPE, PME, ETI ou grand groupe": the answers are the question. */
function listedIn(text: string): Concept | null {
  if (legalFormsNamed(text).length > 1) return "formeJuridique";
  const sizes = new Set(
    wordsOf(text)
      .join(" ")
      .match(/\b(microentreprise|tpe|pme|eti|ge|grande? (groupe|entreprise))\b/g) ?? [],
  );
  return sizes.size > 2 ? "categorieEntreprise" : null;
}

/** "Ancienneté de l'entreprise (date de création)": the brackets ask one thing, and the words before them none that is known. */
function inBrackets(asking: Asking): Found | null {
  const [label] = inOrder(asking).filter(({ from }) => from !== "placeholder" && from !== "title");
  const inside = /\(([^)]+)\)\W*$/.exec(label?.text ?? "")?.[1];
  const understood = inside === undefined ? null : plainOrNull(inside);
  if (label === undefined || understood === null || understood.concept === "nothing" || isYearly(understood.concept)) return null;
  return understood.rest.length > 0 || understood.also.length > 0 ? null : partly(asking, label, understood.concept);
}

function partly(asking: Asking, { from, text }: Label, concept: Concept): Found {
  return foundAs(concept, PARTLY, spoke(asking, from, text, concept, PARTLY));
}

/** A label that begins with a known thing and continues in unknown words: proposed, never sure. */
function inPart(asking: Asking): Found | null {
  for (const label of inOrder(asking)) {
    if (label.from === "placeholder" || label.from === "title" || isProse(label)) continue;
    const understood = understand(withoutHead(label.text, asking.common.heads));
    if (understood === null) continue;
    // An amount or a count of something unknown may be the price of an offer.
    if (!beginsPlainly(understood) || COUNTED.has(understood.concept) || isYearly(understood.concept) || label.text.includes("?"))
      return null;
    return partly(asking, label, understood.concept);
  }
  return null;
}

/** A title just above the control is read after what the control says itself. */
function inOrder({ control, labels }: Asking): readonly Label[] {
  const title = control.titles[0]?.text;
  const isTitle = ({ from, text }: Label) => from === "before" && text === title;
  return [...labels.filter((one) => !isTitle(one)), ...labels.filter(isTitle)].filter(
    // "FR" before a VAT number is a part of it.
    ({ from, text }) => from !== "table:column" && text !== "FR",
  );
}

function inSentence(label: Label, asking: Asking): Found | null {
  const concept = askedInSentence(label, asking.control);
  return concept === null || concept === plainOrNull(label.text)?.concept ? null : partly(asking, label, concept);
}

/** "Qui devons-nous appeler en cas de question ?", "Directeur : nom": what the verb asks; what is asked of whoever is named first. */
function byTurn(label: Label, asking: Asking): Found | null {
  const sentence = inSentence(label, asking);
  if (sentence !== null) return sentence;
  const plain = plainOrNull(label.text)?.concept ?? null;
  const verb = plain === "nothing" && label.text.includes("?") ? askedByVerb(label.text) : null;
  const concept = verb ?? (plain === null ? afterPerson(label.text) : null);
  return concept === null ? null : partly(asking, label, concept);
}

function afterPerson(text: string): Concept | null {
  const [, whose = "", thing = ""] = HEADED.exec(text) ?? [];
  const { role, party } = qualifiersOf(whose);
  const concept = role === undefined && party === undefined ? null : (plainOrNull(thing)?.concept ?? null);
  return concept !== null && (party !== undefined || PERSON.has(concept)) ? concept : null;
}

/** What a text beside the control asks; "a name" when it names the control and is not understood; `null` when it says nothing of it. */
function saidBy(label: Label, asking: Asking, isNamed: boolean): Found | "a name" | null {
  const { common, labels } = asking;
  const understood = understand(withoutHead(label.text, common.heads));
  const plain = understood !== null && isPlain(understood);
  const under = plain && understood.concept !== "nothing" ? null : underTitle(label.text, asking);
  if (understood === null) return under ?? abbreviatedConcept(label, asking) ?? (isName(label) ? "a name" : null);
  const by = spoke(asking, label.from, label.text, understood.concept, plain ? RUNGS[label.from] : 0);
  if (!plain) return under ?? (isProse(label) ? null : "a name");
  if (isNamed && saysLess(label, labels)) return null;
  return under ?? plainly(understood, label, asking, by);
}

/** A placeholder or a tip says less than a label that was not understood, unless the label is that same text cut short. */
function saysLess({ from, text }: Label, labels: readonly Label[]): boolean {
  return from === "placeholder" || (from === "title" && !abbreviates(labels[0]?.text ?? "", text));
}

function plainly(understood: Understood, { from, text }: Label, asking: Asking, by: Clue): Found {
  const { concept, also } = understood;
  const { fromName } = asking;
  // When two boxes share the label, the name tells which; a single box takes both.
  if (concept === "codePostalEtCommune" && asking.common.shared.has(text) && (fromName === "codePostal" || fromName === "commune"))
    return foundAs(fromName, 0.8, by);
  return supported({ concept, also, confidence: RUNGS[from] * sureness(understood), by }, asking);
}

/** What `autocomplete`, meant for the browser's own filling, says. */
function forBrowser(asking: Asking): Found | null {
  const { control } = asking;
  const concept = autocompleteConcept(control);
  if (concept === null) return null;
  return foundAs(concept, 0.7, spoke(asking, "autocomplete", control.autocomplete, concept, 0.7));
}

function byName(asking: Asking, isNamed: boolean): Found | null {
  const { control, labels, fromName } = asking;
  if (fromName === null) return null;
  const by = spoke(asking, "name", nameOf(control), fromName, isNamed ? 0.4 : 0.6);
  return foundAs(fromName, isNamed ? nameDespiteLabel(fromName, control, labels) : 0.6, by);
}

function byType(asking: Asking, isNamed: boolean): Found | null {
  const { control, labels } = asking;
  const typed = typeConcept(control);
  if (typed === null || (isNamed && !mayBeReached(labels) && !saysNoMore(labels))) return null;
  return foundAs(typed, 0.5, spoke(asking, "type", control.input, typed, 0.5));
}

/** True for a text in the place of a label, understood or not. */
function isName(label: Label): boolean {
  return (STRONG.has(label.from) || label.from === "before") && !isProse(label) && significant(wordsOf(label.text)).length > 0;
}

/** True for a sentence: above a box, it does not name it. */
function isProse({ from, text }: Label): boolean {
  return (from === "before" || from === "block") && text.length > 80 && /[.:]$/.test(text);
}

/** "RS" and "fournisseur.rs", "Adr. 1" and "adr1": the label and the name are abbreviated alike. */
function abbreviatedConcept({ from, text }: Label, asking: Asking): Found | null {
  const { fromName } = asking;
  const words = wordsOf(text);
  if (fromName === null || words.length > 3 || abbreviationOf(words) !== fromName) return null;
  return foundAs(fromName, 0.6, spoke(asking, from, text, fromName, 0.6));
}

/**
 * "RC (n°, ville)" for "Ville du registre du commerce", "RS" for "Raison sociale": each word begins words of the whole, or gives their
 * initials.
 */
function abbreviates(short: string, whole: string): boolean {
  const all = significant(wordsOf(whole));
  const initials = all.map(([letter]) => letter).join("");
  const words = wordsOf(short).filter((word) => !/^(n|no|numero|de|du|la|le|l|et)$/.test(word));
  return words.length > 0 && words.length <= 3 && words.every((word) => all.some((one) => one.startsWith(word)) || initials.includes(word));
}

/** Labels that the page ties to the control. */
const NATIVE: ReadonlySet<Label["from"]> = new Set<Label["from"]>(["aria:labelledby", "label:for", "aria:label"]);

/** When a label is over several boxes, what one box says in its placeholder or tip. */
function ownConcept(asking: Asking): Found | null {
  const {
    labels,
    common: { shared },
  } = asking;
  const [first] = labels;
  if (first === undefined || !shared.has(first.text)) return null;
  for (const label of labels) {
    if (label.from !== "placeholder" && label.from !== "title" && label.from !== "aria:label") continue;
    const understood = plainOrNull(label.text);
    if (understood === null || understood.concept === "nothing") continue;
    const by = spoke(asking, label.from, label.text, understood.concept, 0.8);
    return { concept: understood.concept, also: understood.also, confidence: 0.8, by };
  }
  return null;
}

/** A name that says one precise thing, and the control's own format says it too, against a label that says nothing known. */
function nameDespiteLabel(concept: Concept, input: ControlEvidence, labels: readonly Label[]): number {
  const text = labels[0]?.text ?? "";
  // A text that is only before a box may belong to the previous one.
  if (labels.every(({ from }) => from === "before" || from === "block") && text.length > 25) return 0.5;
  if (/\?|autre|other|preci/i.test(text)) return 0;
  if (concept === "siret" && (input.maxLength === 14 || /14/.test(input.pattern))) return 0.55;
  if (concept === "siren" && input.maxLength === 9) return 0.55;
  if (concept === "contactEmail" && input.input === "email" && wordsOf(text).length <= 4) return 0.5;
  if (concept === "contactTelephone" && input.input === "tel" && wordsOf(text).length <= 4) return 0.5;
  return 0;
}

/** "Numéro": what is asked is told by the kind of the box. */
function saysNoMore([label]: readonly Label[]): boolean {
  return label !== undefined && wordsOf(label.text).every(isNeutral);
}

/** "Un numéro où vous joindre": the label says what the number is for. */
function mayBeReached(labels: readonly Label[]): boolean {
  const words = wordsOf(labels[0]?.text ?? "");
  return words.length <= 9 && words.some((word) => /^(joindre|joignable|appeler|rappeler|contacter|reach|call)$/.test(word));
}

function typeConcept({ input }: ControlEvidence): Concept | null {
  return input === "email" ? "contactEmail" : input === "tel" ? "contactTelephone" : null;
}

/** A name that says the same raises confidence; one that says another precise thing lowers it. */
function supported(found: Found, asking: Asking): Found {
  const { fromName, control } = asking;
  if (fromName === null || found.concept === null) return found;
  spoke(asking, "name", nameOf(control), fromName, fromName === found.concept ? 0.1 : 0);
  // "Complément (établissement)", named "nic": the end of the number, not of an address.
  if (fromName === "nic" && found.concept === "adresseComplement") return foundAs(fromName, PARTLY, found.by);
  return fromName === found.concept ? { ...found, confidence: Math.min(1, found.confidence + 0.1) } : found;
}

function nameOf({ name, id }: ControlEvidence): string {
  return name === "" ? id : name;
}
