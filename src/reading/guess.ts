/** What one control asks by itself: its labels, its name, its kind; and whose it is. Neighbours are weighed afterwards (resolve.ts). */

import type { ControlEvidence, Label } from "../domain/evidence.ts";
import { isFieldKey } from "../domain/fields.ts";
import type { Clue, Target } from "../domain/page-reading.ts";
import type { Steps } from "../page/slices.ts";
import { conceptFor } from "./asked.ts";
import { asTitled } from "./cards.ts";
import { type Common, commonOf } from "./common.ts";
import { typeOf } from "./kinds.ts";
import type { Concept } from "./lexicon.ts";
import { controlWords } from "./names.ts";
import { saidOver } from "./page-title.ts";
import { isOfAnyParty, nameQualifiersOf, nearest, type Qualifiers, qualifiersOf, type Saying, type Sign } from "./parties.ts";
import { isGenericUpload, pieceAsked } from "./pieces.ts";
import { isInSentence, ownSentence } from "./sentences.ts";
import { inSequence } from "./sequence.ts";
import type { Said } from "./titles.ts";
import { PARTLY, STRONG } from "./weights.ts";
import { wordsOf } from "./words.ts";
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
  /** The text that decided what it asks. */
  readonly by: Clue | undefined;
  /** What each title over it says, nearest first. */
  readonly over: readonly Said[];
  /** Each word that says whose it is; the first of each kind decides. */
  readonly signs: readonly Sign[];
  /** A document slot's kind. */
  readonly piece: Target | null;
  readonly party: Qualifiers["party"];
  readonly role: Qualifiers["role"];
  /** True when the label itself, not a title above, says the role. */
  readonly roleSaid: boolean;
  readonly address: Qualifiers["address"];
  readonly year: Year | "other" | null;
  /** What the rows of its table list, when the columns say that it is not the company. */
  readonly rowTopic: "reference" | "team" | null;
  /** A sentence says that its row is whoever answers'. */
  readonly isOwnRow: boolean;
  readonly clues: readonly Clue[];
}

/** What each control asks by itself. */
export function* guessesOf(controls: readonly ControlEvidence[], thisYear: number): Steps<readonly Guess[]> {
  const told = asTitled(controls);
  const common = commonOf(told, thisYear);
  const guesses: Guess[] = [];
  for (const [at, control] of told.entries()) {
    const guess = guessOf(control, common);
    guesses.push(control === controls[at] ? guess : { ...guess, confidence: Math.min(guess.confidence, PARTLY) });
    yield;
  }
  return inSequence(guesses);
}

function guessOf(control: ControlEvidence, common: Common): Guess {
  const { labels } = control;
  const clues: Clue[] = [];
  const over = control.titles.map((title, at) => saidOver(title, at, common.ofAll));
  const { concept, also, confidence, by } = conceptFor(control, common, clues);
  const owners = ownersOf(control, over);
  const party = common.ownRow.has(control) ? "candidat" : common.others.has(control) ? "autre" : owners.party;
  const { role } = owners;
  if (party === "autre") clues.push({ from: "party", text: decidingText(owners.signs, "party"), target: "none", weight: 1 });
  if (role !== undefined) clues.push({ from: "role", text: role, weight: 0.5 });
  return {
    control,
    labels,
    label: readLabel(control, labels),
    // Of another establishment, the only one asked may be meant: to be confirmed.
    ...{
      concept,
      also,
      confidence:
        (common.ownRow.has(control) && owners.party !== "candidat") || (owners.address === "autre" && concept === "siret")
          ? Math.min(confidence, 0.7)
          : confidence,
      by,
      over,
    },
    piece: pieceFor(control, labels, common, clues),
    ...owners,
    party,
    year: yearOf(control, common),
    isOwnRow: common.ownRow.has(control),
    rowTopic: control.row === null ? null : (common.listed.get(control.row) ?? null),
    clues,
  };
}

/** A title that names one person by what they answer for. */
const RESPONSIBLE = /^\W*(le |la )?(responsable|personne (en charge|charg[ée]e)|chargée?) (de|du|des|d['’])/i;

/** Whose a control is, by its own words, then its name, then its titles. */
function ownersOf(control: ControlEvidence, over: readonly Said[]): Pick<Guess, "party" | "role" | "roleSaid" | "address" | "signs"> {
  const signs: Sign[] = [];
  const own = saidLabels(control).map(({ from, text }): Saying => ({ from, text, says: qualifiersOf(ownSentence(from, text)) }));
  const titles = over.map((says): Saying => ({ from: "heading", text: says.text, says }));
  const words = controlWords(control);
  const named: Saying = { from: "name", text: words.join(" "), says: nameQualifiersOf(words) };
  // A label or a name wins over the block.
  const isOthers = titles.slice(0, 3).find(({ says }) => says.party !== undefined)?.says.party === "autre";
  // "Siret de l'établissement" × "Cotraitant 1": the column says whose.
  const [plainly, ofAny] = [own.filter((one) => !isOfAnyParty(one)), own.filter(isOfAnyParty)];
  const party = nearest("party", [...plainly, ...(isOthers ? [] : ofAny), named, ...titles.slice(0, 3)], signs);
  const isOwn = plainly.some(({ says }) => says.party === "candidat");
  // "contact_technique_nom" under "Contact technique": a name that only says "contact" says less than a title.
  // "Responsable du séjour" under "Représentants légaux": a person of its own, whose role the outer title does not say.
  const near = titles
    .slice(0, RESPONSIBLE.test(titles[0]?.text ?? "") ? 1 : 2)
    // "Le mandataire en détail", in "Composition de l'équipe": of the company, not of a person of it.
    .filter(
      ({ says }, at) =>
        says.role !== "autre" ||
        !(isOwn || (at > 0 && titles[0]?.says.party === "candidat") || (at > 0 && /^vous$/i.test(titles[0]?.text ?? ""))),
    );
  const role = nearest("role", named.says.role === "contact" ? [...own, ...near, named] : [...own, named, ...near], signs);
  const address = nearest("address", [...own, named, ...titles.slice(0, 2)], signs);
  return { party, role, roleSaid: own.some(({ says }) => says.role !== undefined), address, signs };
}

function saidLabels({ labels }: ControlEvidence): readonly Label[] {
  return labels.filter(({ from }) => from !== "placeholder" && from !== "title");
}

function decidingText(signs: readonly Sign[], about: Sign["about"]): string {
  return signs.find((sign) => sign.about === about && sign.decides)?.text ?? "";
}

/** "contre [ ] en 2024": after its box, in a sentence. */
const AFTERWARDS = /^(euros? )?(ht )?(en|pour( l exercice)?) 20\d\d\b/;

function yearOf(control: ControlEvidence, { thisYear, fromZero }: Common): Guess["year"] {
  const said = saidLabels(control);
  const texts = [...said, ...control.titles.slice(0, 1)].map(({ text }) => text);
  const after = said.some((label) => isInSentence(label, control)) ? AFTERWARDS.exec(wordsOf(control.after).join(" "))?.[0] : undefined;
  texts.splice(said.length, 0, after ?? "", control.placeholder, fromZero.has(control) ? "" : controlWords(control).join(" "));
  return texts.map((text) => yearIn(text, thisYear)).find((found) => found !== null) ?? null;
}

/** What a person reads beside the control; for an upload slot, a text that says more than "Parcourir". */
function readLabel({ type }: ControlEvidence, labels: readonly Label[]): string {
  const strong = labels.find(({ from }) => STRONG.has(from)) ?? labels[0];
  const named = type === "file" ? labels.find(({ text }) => !isGenericUpload(text)) : undefined;
  return strong === undefined || (named !== undefined && isGenericUpload(strong.text)) ? (named?.text ?? "") : strong.text;
}

/** The piece of an upload slot, by its own label, or else the texts around it, or else the titles above. */
function pieceFor(control: ControlEvidence, labels: readonly Label[], { formNames }: Common, clues: Clue[]): Target | null {
  if (control.type !== "file" && control.type !== "dropZone") return null;
  const headings = control.titles.map(({ text }) => text);
  const own = labels.filter(({ from }) => from !== "title" && from !== "placeholder").map(({ text }) => text);
  const words = controlWords(control);
  const name = words.slice(words.length > 1 && formNames.has(words[0] ?? "") ? 1 : 0).join(" ");
  const texts = [
    ...own,
    ...(own.every(isGenericUpload) ? headings.slice(0, 2) : []),
    ...labels.filter(({ from }) => from === "title").map(({ text }) => text),
    // "Impôts", and in small print "Attestation de régularité fiscale".
    ...labels.map(({ hint }) => hint),
    name,
  ];
  const asked = pieceAsked(texts, headings);
  if (asked === undefined) return null;
  clues.push({ from: "piece", text: asked.text, target: asked.kind === null ? "none" : `document.${asked.kind}`, weight: 0.9 });
  return asked.kind === null ? null : `document.${asked.kind}`;
}

/** The type of a field; `null` for other concepts. */
export function typeOfConcept(concept: Concept | null): string | null {
  return concept !== null && isFieldKey(concept) ? typeOf(concept) : null;
}
