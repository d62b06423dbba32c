/** What one control asks by itself: its labels, its name, its kind; and whose it is. Neighbours are weighed afterwards (read-resolve.ts). */
import { fieldOf, isFieldKey } from "../domain/fields.ts";
import { isPlain, sureness, type Understood, understand } from "./read-concepts.ts";
import type { FoundControl } from "./read-controls.ts";
import { type Label, labelsOf, questionsOf, STRONG } from "./read-labels.ts";
import type { Concept } from "./read-lexicon.ts";
import { autocompleteConcept, controlWords, nameConcept } from "./read-names.ts";
import { nameQualifiersOf, nearest, type Qualifiers, qualifiersOf } from "./read-parties.ts";
import { isGenericUpload, pieceAsked } from "./read-pieces.ts";
import { wordsOf } from "./read-words.ts";
import { type Year, yearIn } from "./read-years.ts";
import type { Clue, Target } from "./reading.ts";

export interface Guess {
  readonly control: FoundControl;
  readonly labels: readonly Label[];
  /** What a person reads beside the control. */
  readonly label: string;
  readonly concept: Concept | null;
  /** Other things asked by the same text. */
  readonly also: readonly Concept[];
  /** 0–1. */
  readonly confidence: number;
  /** A document slot's kind. */
  readonly piece: Target | null;
  readonly party: Qualifiers["party"];
  readonly role: Qualifiers["role"];
  /** The label itself, not a title above, says the role. */
  readonly roleSaid: boolean;
  readonly address: Qualifiers["address"];
  readonly year: Year | "other" | null;
  readonly clues: readonly Clue[];
}

/** Rungs that only support: what they say alone is weak. */
const WEIGHTS: Readonly<Record<Label["from"], number>> = {
  "aria:labelledby": 1,
  "label:for": 1,
  "aria:label": 1,
  "label:near": 0.95,
  "label:after": 0.9,
  "table:row": 0.95,
  "list:term": 0.95,
  before: 0.85,
  block: 0.8,
  "table:column": 0.85,
  placeholder: 0.8,
  title: 0.75,
};

export function guessOf(control: FoundControl, thisYear: number): Guess {
  const labels = labelsOf(control.element);
  const clues: Clue[] = [];
  const words = controlWords(control.element);
  const labelTexts = labels.filter(({ from }) => from !== "placeholder" && from !== "title").map(({ text }) => text);
  const headings = control.headings.map(({ text }) => text);
  const said = labelTexts.map(qualifiersOf);
  const titles = headings.map(qualifiersOf);
  const named = nameQualifiersOf(words);
  const chain = [...said, named, ...titles];
  const party = nearest("party", [...said, ...titles.slice(0, 3)]) ?? named.party;
  const ownParty = nearest("party", said) ?? named.party;
  const role = nearest("role", [...said, named, ...titles.slice(0, 2)]);
  const address = nearest("address", [...said, named, ...titles.slice(0, 2)]);
  const { concept, also, confidence } = conceptFor(control, labels, clues);
  if (party === "autre") clues.push({ from: "party", text: partyText(labelTexts, headings), target: "none", weight: 1 });
  if (role !== undefined) clues.push({ from: "role", text: role, weight: 0.5 });
  const yearTexts = [...labelTexts, control.element.getAttribute("placeholder") ?? "", words.join(" "), ...headings.slice(0, 1)];
  const year = yearTexts.map((text) => yearIn(text, thisYear)).find((found) => found !== null) ?? null;
  return {
    control,
    labels,
    label: labels.find(({ from }) => STRONG.has(from))?.text ?? labels[0]?.text ?? "",
    concept,
    also,
    confidence,
    piece: pieceFor(control, labels, headings, clues),
    party: ownParty === "autre" && party !== "autre" ? "autre" : party,
    role,
    roleSaid: said.some((one) => one.role !== undefined),
    address: address ?? nearest("address", chain.slice(0, said.length)),
    year,
    clues,
  };
}

function partyText(labels: readonly string[], headings: readonly string[]): string {
  return [...labels, ...headings].find((text) => qualifiersOf(text).party === "autre") ?? "name";
}

interface Found {
  readonly concept: Concept | null;
  readonly also: readonly Concept[];
  readonly confidence: number;
}
const NONE: Found = { concept: null, also: [], confidence: 0 };

function conceptFor(control: FoundControl, labels: readonly Label[], clues: Clue[]): Found {
  if (control.type === "file" || control.type === "dropZone") return NONE;
  const fromName = nameConcept(control.element);
  const fromBrowser = autocompleteConcept(control.element);
  const row = labels.find(({ from }) => from === "table:row");
  const column = labels.find(({ from }) => from === "table:column");
  if (control.type === "radio" || control.type === "checkbox") return tickConcept(control, labels, clues);
  const inTable = tableConcept(row, column, clues);
  if (inTable !== null) return supported(inTable, fromName, control, clues);

  let isNamed = false;
  for (const label of labels) {
    if (label.from === "table:column") continue;
    const understood = understand(label.text);
    if (understood === null) {
      if (STRONG.has(label.from) || label.from === "before") isNamed ||= wordsOf(label.text).length > 0;
      continue;
    }
    const plain = isPlain(understood);
    clues.push({ from: label.from, text: label.text, target: clueTarget(understood.concept), weight: plain ? WEIGHTS[label.from] : 0 });
    if (!plain) {
      isNamed = true;
      continue;
    }
    // A placeholder or a tip says less than a label that was not understood.
    if (isNamed && (label.from === "placeholder" || label.from === "title")) continue;
    return supported(
      { concept: understood.concept, also: understood.also, confidence: WEIGHTS[label.from] * sureness(understood) },
      fromName,
      control,
      clues,
    );
  }
  if (fromBrowser !== null && !isNamed) {
    clues.push({
      from: "autocomplete",
      text: control.element.getAttribute("autocomplete") ?? "",
      target: clueTarget(fromBrowser),
      weight: 0.7,
    });
    return { concept: fromBrowser, also: [], confidence: 0.7 };
  }
  if (fromName !== null) {
    clues.push({
      from: "name",
      text: control.element.getAttribute("name") ?? control.element.id,
      target: clueTarget(fromName),
      weight: isNamed ? 0.4 : 0.6,
    });
    return { concept: fromName, also: [], confidence: isNamed ? nameDespiteLabel(fromName, control, labels) : 0.6 };
  }
  const typed = typeConcept(control.element);
  if (typed !== null && !isNamed) {
    clues.push({ from: "type", text: (control.element as HTMLInputElement).type, target: clueTarget(typed), weight: 0.5 });
    return { concept: typed, also: [], confidence: 0.5 };
  }
  return NONE;
}

const CIVILITES = new Set(["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "mrs", "ms"]);
const YES_NO = new Set(["oui", "non", "yes", "no"]);

/** A button says an answer, what stands before the group says the question; a lone box says both. */
function tickConcept(control: FoundControl, labels: readonly Label[], clues: Clue[]): Found {
  const own = labels[0]?.text ?? "";
  const ownWords = wordsOf(own);
  const [word = ""] = ownWords;
  const isCivilite = ownWords.length === 1 && CIVILITES.has(word);
  if (isCivilite) {
    clues.push({ from: "label:for", text: own, target: "contactCivilite", weight: 0.9 });
    return control.type === "radio" ? { concept: "contactCivilite", also: [], confidence: 0.9 } : NONE;
  }
  const isYesNo = ownWords.length === 1 && YES_NO.has(word);
  if (control.type === "checkbox" && !isYesNo) {
    const understood = plainOrNull(own);
    if (understood === null) return NONE;
    clues.push({ from: labels[0]?.from ?? "label:for", text: own, target: clueTarget(understood.concept), weight: 0.9 });
    return { concept: understood.concept, also: [], confidence: 0.8 * sureness(understood) };
  }
  const asked = [
    ...questionsOf(control.element),
    ...control.headings.slice(0, 1).map(({ text }): Label => ({ from: "block", text, hint: "" })),
  ];
  for (const question of asked) {
    if (question.text === own) continue;
    const understood = understand(question.text);
    if (understood === null) {
      if (question.text.length > 20) break;
      continue;
    }
    const plain = isPlain(understood);
    clues.push({ from: question.from, text: question.text, target: clueTarget(understood.concept), weight: plain ? 0.8 : 0 });
    return plain ? { concept: understood.concept, also: understood.also, confidence: 0.8 } : NONE;
  }
  return NONE;
}

/** A name that says one precise thing, and the control's own format says it too, against a label that says nothing known. */
function nameDespiteLabel(concept: Concept, { element }: FoundControl, labels: readonly Label[]): number {
  const text = labels[0]?.text ?? "";
  if (/\?|autre|other|preci/i.test(text)) return 0;
  const input = element as HTMLInputElement;
  if (concept === "siret" && (input.maxLength === 14 || /14/.test(input.pattern ?? ""))) return 0.55;
  if (concept === "siren" && input.maxLength === 9) return 0.55;
  if (concept === "contactEmail" && input.type === "email" && wordsOf(text).length <= 4) return 0.5;
  if (concept === "contactTelephone" && input.type === "tel" && wordsOf(text).length <= 4) return 0.5;
  return 0;
}

function typeConcept(element: Element): Concept | null {
  if (!(element instanceof HTMLInputElement)) return null;
  return element.type === "email" ? "contactEmail" : element.type === "tel" ? "contactTelephone" : null;
}

/** Row title × column title: whichever says the thing; the other says the year, the member or the unit. */
function tableConcept(row: Label | undefined, column: Label | undefined, clues: Clue[]): Found | null {
  if (row === undefined && column === undefined) return null;
  const rowSays = row === undefined ? null : plainOrNull(row.text);
  const columnSays = column === undefined ? null : plainOrNull(column.text);
  const isYearRow =
    row !== undefined && (rowSays === null || rowSays.concept === "exerciceAnneeN1") && yearIn(row.text, new Date().getFullYear()) !== null;
  const chosen =
    columnSays !== null && (row === undefined || isYearRow || (rowSays === null && understand(row.text) === null)) ? columnSays : rowSays;
  if (chosen === null) {
    if (row !== undefined && column !== undefined && isYearRow) return NONE;
    return null;
  }
  const label = chosen === columnSays ? column : row;
  clues.push({ from: label?.from ?? "table:row", text: label?.text ?? "", target: clueTarget(chosen.concept), weight: 0.9 });
  return { concept: chosen.concept, also: chosen.also, confidence: 0.9 * sureness(chosen) };
}

function plainOrNull(text: string): Understood | null {
  const understood = understand(text);
  return understood !== null && isPlain(understood) ? understood : null;
}

/** A name that says the same makes surer; one that says another precise thing makes doubt. */
function supported(found: Found, fromName: Concept | null, control: FoundControl, clues: Clue[]): Found {
  if (fromName === null || found.concept === null) return found;
  const name = control.element.getAttribute("name") ?? control.element.id;
  clues.push({ from: "name", text: name, target: clueTarget(fromName), weight: fromName === found.concept ? 0.1 : 0 });
  return fromName === found.concept ? { ...found, confidence: Math.min(1, found.confidence + 0.1) } : found;
}

function clueTarget(concept: Concept): Clue["target"] {
  return isFieldKey(concept) ? concept : "none";
}

/** The piece of an upload slot: its own label, else what stands around, else the titles above. */
function pieceFor(control: FoundControl, labels: readonly Label[], headings: readonly string[], clues: Clue[]): Target | null {
  if (control.type !== "file" && control.type !== "dropZone") return null;
  const own = labels.filter(({ from }) => from !== "title" && from !== "placeholder").map(({ text }) => text);
  const name = controlWords(control.element).join(" ");
  const texts = [
    ...own,
    ...(own.every(isGenericUpload) ? headings.slice(0, 2) : []),
    ...labels.filter(({ from }) => from === "title").map(({ text }) => text),
    name,
  ];
  const asked = pieceAsked(texts) ?? pieceAsked(headings.slice(0, 1));
  if (asked === undefined) return null;
  clues.push({ from: "piece", text: asked.text, target: asked.kind === null ? "none" : `document.${asked.kind}`, weight: 0.9 });
  return asked.kind === null ? null : `document.${asked.kind}`;
}

/** The field's own type, for what has one. */
export function typeOfConcept(concept: Concept | null): string | null {
  return concept !== null && isFieldKey(concept) ? fieldOf(concept).type : null;
}
