/** What one control asks by itself: its labels, its name, its kind; and whose it is. Neighbours are weighed afterwards (resolve.ts). */
import { fieldOf, isFieldKey } from "../domain/fields.ts";
import type { Clue, Target } from "../domain/page-reading.ts";
import type { Steps } from "../page/slices.ts";
import { conceptFor } from "./asked.ts";
import { type Common, commonOf } from "./common.ts";
import type { ControlEvidence, Label } from "./evidence.ts";
import { STRONG } from "./labels.ts";
import type { Concept } from "./lexicon.ts";
import { controlWords } from "./names.ts";
import { nameQualifiersOf, nearest, type Qualifiers, qualifiersOf } from "./parties.ts";
import { isGenericUpload, pieceAsked } from "./pieces.ts";
import { type Year, yearIn } from "./years.ts";

export interface Guess {
  readonly control: ControlEvidence;
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
  /** What its table's row lists, when the columns say that it is not the company. */
  readonly rowTopic: "reference" | "team" | null;
  readonly clues: readonly Clue[];
}

/** What each control asks by itself. */
export function* guessesOf(controls: readonly ControlEvidence[], thisYear: number): Steps<Guess[]> {
  const common = commonOf(controls, thisYear);
  const guesses: Guess[] = [];
  for (const control of controls) {
    guesses.push(guessOf(control, common));
    yield;
  }
  return guesses;
}

function guessOf(control: ControlEvidence, common: Common): Guess {
  const { labels } = control;
  const clues: Clue[] = [];
  const words = controlWords(control);
  const labelTexts = labels.filter(({ from }) => from !== "placeholder" && from !== "title").map(({ text }) => text);
  const headings = control.titles.map(({ text }) => text);
  const said = labelTexts.map(qualifiersOf);
  const titles = headings.map(qualifiersOf);
  const named = nameQualifiersOf(words);
  const party = nearest("party", [...said, ...titles.slice(0, 3)]) ?? named.party;
  const ownParty = nearest("party", said) ?? named.party;
  const role = nearest("role", [...said, named, ...titles.slice(0, 2)]);
  const address = nearest("address", [...said, named, ...titles.slice(0, 2)]);
  const { concept, also, confidence } = conceptFor(control, common, clues);
  if (party === "autre") clues.push({ from: "party", text: partyText(labelTexts, headings), target: "none", weight: 1 });
  if (role !== undefined) clues.push({ from: "role", text: role, weight: 0.5 });
  const yearTexts = [...labelTexts, control.placeholder, words.join(" "), ...headings.slice(0, 1)];
  const year = yearTexts.map((text) => yearIn(text, common.thisYear)).find((found) => found !== null) ?? null;
  return {
    control,
    labels,
    label: readLabel(control, labels),
    concept,
    also,
    confidence,
    piece: pieceFor(control, labels, headings, clues),
    party: ownParty === "autre" && party !== "autre" ? "autre" : party,
    role,
    roleSaid: said.some((one) => one.role !== undefined),
    address,
    year,
    rowTopic: control.row === null ? null : (common.listed.get(control.row) ?? null),
    clues,
  };
}

/** What a person reads beside the control; of an upload slot, more than "Parcourir". */
function readLabel({ type }: ControlEvidence, labels: readonly Label[]): string {
  const strong = labels.find(({ from }) => STRONG.has(from)) ?? labels[0];
  const named = type === "file" ? labels.find(({ text }) => !isGenericUpload(text)) : undefined;
  return strong === undefined || (named !== undefined && isGenericUpload(strong.text)) ? (named?.text ?? "") : strong.text;
}

function partyText(labels: readonly string[], headings: readonly string[]): string {
  return [...labels, ...headings].find((text) => qualifiersOf(text).party === "autre") ?? "name";
}

/** The piece of an upload slot: its own label, else what stands around, else the titles above. */
function pieceFor(control: ControlEvidence, labels: readonly Label[], headings: readonly string[], clues: Clue[]): Target | null {
  if (control.type !== "file" && control.type !== "dropZone") return null;
  const own = labels.filter(({ from }) => from !== "title" && from !== "placeholder").map(({ text }) => text);
  const name = controlWords(control).join(" ");
  const texts = [
    ...own,
    ...(own.every(isGenericUpload) ? headings.slice(0, 2) : []),
    ...labels.filter(({ from }) => from === "title").map(({ text }) => text),
    name,
  ];
  const asked = pieceAsked(texts, headings);
  if (asked === undefined) return null;
  clues.push({ from: "piece", text: asked.text, target: asked.kind === null ? "none" : `document.${asked.kind}`, weight: 0.9 });
  return asked.kind === null ? null : `document.${asked.kind}`;
}

/** The field's own type, for what has one. */
export function typeOfConcept(concept: Concept | null): string | null {
  return concept !== null && isFieldKey(concept) ? fieldOf(concept).type : null;
}
