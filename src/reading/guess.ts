/** What one control asks by itself: its labels, its name, its kind; and whose it is. Neighbours are weighed afterwards (read-resolve.ts). */
import { fieldOf, isFieldKey } from "../domain/fields.ts";
import type { Clue, Target } from "../domain/page-reading.ts";
import { isPlain, sureness, type Understood, understand } from "./concepts.ts";
import type { ControlEvidence, Label } from "./evidence.ts";
import { COUNTED, IDENTITY } from "./kinds.ts";
import { STRONG } from "./labels.ts";
import type { Concept } from "./lexicon.ts";
import { abbreviationOf, autocompleteConcept, controlWords, nameConcept } from "./names.ts";
import { nameQualifiersOf, nearest, type Qualifiers, qualifiersOf } from "./parties.ts";
import { isGenericUpload, pieceAsked } from "./pieces.ts";
import { RUNGS } from "./weights.ts";
import { countsDigits, significant, wordsOf } from "./words.ts";
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
export function guessesOf(controls: readonly ControlEvidence[], thisYear: number): Guess[] {
  const labels = controls.map((control) => control.labels);
  const shared = sharedTexts(controls, labels);
  const heads = sharedHeads(labels);
  const listed = topicsOfRows(controls);
  return controls.map((control, at) => guessOf(control, labels[at] ?? [], { shared, heads, thisYear, listed }));
}

/** What several controls of the page have in common. */
interface Common {
  /** A label over several boxes: what each box says by itself is nearer. */
  readonly shared: ReadonlySet<string>;
  /** "1.2 Adresse," of "1.2 Adresse, Ville" and "1.2 Adresse, Pays". */
  readonly heads: ReadonlySet<string>;
  /** The calendar year: in 2026, "2025" is N-1. */
  readonly thisYear: number;
  /** Rows of tables whose columns list something else than the company: references, a team. */
  readonly listed: ReadonlyMap<number, "reference" | "team">;
}

const LISTS: readonly (readonly ["reference" | "team", RegExp])[] = [
  [
    "reference",
    /\b(clients?|maitres? d (ouvrage|oeuvre)|objet|chantiers?|nature (des|de la) (travaux|prestations?)|intitule (du|de la) (marche|prestation)|destinataires?|donneur d ordre|lieu)\b/,
  ],
  ["team", /\b(diplomes?|annees d experience|experience professionnelle|nom de l intervenant|role dans|habilitations?)\b/],
];

function topicsOfRows(controls: readonly ControlEvidence[]): ReadonlyMap<number, "reference" | "team"> {
  const topics = new Map<number, "reference" | "team">();
  for (const { row, labels } of controls) {
    const column = labels.find(({ from }) => from === "table:column");
    if (row === null || column === undefined) continue;
    const topic = LISTS.find(([, words]) => words.test(wordsOf(column.text).join(" ")))?.[0];
    if (topic !== undefined) topics.set(row, topic);
  }
  return topics;
}

function sharedTexts(controls: readonly ControlEvidence[], labels: readonly (readonly Label[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  controls.forEach(({ type }, at) => {
    const first = labels[at]?.[0];
    if (first !== undefined && type !== "radio" && type !== "checkbox" && first.from !== "placeholder" && first.from !== "title") {
      counts.set(first.text, (counts.get(first.text) ?? 0) + 1);
    }
  });
  return new Set([...counts].filter(([, count]) => count > 1).map(([text]) => text));
}

const HEAD = /^(.{3,60}?)[,:›>|–]\s/;

function sharedHeads(labels: readonly (readonly Label[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const list of labels) {
    const head = HEAD.exec(list[0]?.text ?? "")?.[1];
    if (head !== undefined) counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([head]) => head));
}

/** The label without the head that its neighbours share. */
function withoutHead(text: string, heads: ReadonlySet<string>): string {
  const found = HEAD.exec(text);
  return found?.[1] !== undefined && heads.has(found[1]) ? text.slice(found[0].length) : text;
}

function guessOf(control: ControlEvidence, labels: readonly Label[], common: Common): Guess {
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
  const { concept, also, confidence } = conceptFor(control, labels, clues, common);
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

interface Found {
  readonly concept: Concept | null;
  readonly also: readonly Concept[];
  readonly confidence: number;
}
const NONE: Found = { concept: null, also: [], confidence: 0 };

function conceptFor(control: ControlEvidence, labels: readonly Label[], clues: Clue[], common: Common): Found {
  if (control.type === "file" || control.type === "dropZone") return NONE;
  const fromName = nameConcept(control);
  const fromBrowser = autocompleteConcept(control);
  const row = labels.find(({ from }) => from === "table:row");
  const column = labels.find(({ from }) => from === "table:column");
  if (control.type === "radio" || control.type === "checkbox") return tickConcept(control, labels, clues);
  const own = ownConcept(labels, common, clues) ?? listConcept(control, labels, clues);
  if (own !== null) return own;
  const isNamedAlone = labels.some(({ from, text }) => NATIVE.has(from) && !common.shared.has(text) && plainOrNull(text) !== null);
  const inTable = isNamedAlone ? null : tableConcept(row, column, clues, common);
  if (inTable !== null) return supported(inTable, fromName, control, clues);

  let isNamed = false;
  // A title just above the control is read after what the control says itself.
  const title = control.titles[0]?.text;
  const isTitle = ({ from, text }: Label) => from === "before" && text === title;
  for (const label of [...labels.filter((one) => !isTitle(one)), ...labels.filter(isTitle)]) {
    if (label.from === "table:column") continue;
    const understood = understand(withoutHead(label.text, common.heads));
    const plain = understood !== null && isPlain(understood);
    const under = plain && understood.concept !== "nothing" ? null : underTitle(label.text, control, clues, common);
    if (understood === null) {
      if (under !== null) return under;
      const abbreviated = abbreviatedConcept(label, fromName, clues);
      if (abbreviated !== null) return abbreviated;
      if ((STRONG.has(label.from) || label.from === "before") && !isProse(label)) isNamed ||= wordsOf(label.text).length > 0;
      continue;
    }
    clues.push({ from: label.from, text: label.text, target: clueTarget(understood.concept), weight: plain ? RUNGS[label.from] : 0 });
    if (!plain) {
      if (under !== null) return under;
      isNamed ||= !isProse(label);
      continue;
    }
    // A placeholder or a tip says less than a label that was not understood, unless the label is that same text cut short.
    if (isNamed && (label.from === "placeholder" || (label.from === "title" && !abbreviates(labels[0]?.text ?? "", label.text)))) continue;
    if (under !== null) return under;
    if (understood.concept === "codePostalEtCommune" && (fromName === "codePostal" || fromName === "commune")) {
      return { concept: fromName, also: [], confidence: 0.8 };
    }
    return supported(
      { concept: understood.concept, also: understood.also, confidence: RUNGS[label.from] * sureness(understood) },
      fromName,
      control,
      clues,
    );
  }
  const ofTitle = titleConcept(control, labels, clues);
  if (ofTitle !== null) return ofTitle;
  if (fromBrowser !== null && !isNamed) {
    clues.push({
      from: "autocomplete",
      text: control.autocomplete,
      target: clueTarget(fromBrowser),
      weight: 0.7,
    });
    return { concept: fromBrowser, also: [], confidence: 0.7 };
  }
  if (fromName !== null) {
    clues.push({
      from: "name",
      text: nameOf(control),
      target: clueTarget(fromName),
      weight: isNamed ? 0.4 : 0.6,
    });
    return { concept: fromName, also: [], confidence: isNamed ? nameDespiteLabel(fromName, control, labels) : 0.6 };
  }
  const typed = typeConcept(control);
  if (typed !== null && (!isNamed || mayBeReached(labels))) {
    clues.push({ from: "type", text: control.input, target: clueTarget(typed), weight: 0.5 });
    return { concept: typed, also: [], confidence: 0.5 };
  }
  return NONE;
}

/** Boxes that nothing names, or that only count digits ("3 premiers chiffres"), under a title that asks one thing. */
function titleConcept(control: ControlEvidence, labels: readonly Label[], clues: Clue[]): Found | null {
  const [title] = control.titles;
  if (title === undefined || !labels.every(({ text }) => countsDigits(text))) return null;
  const understood = plainOrNull(title.text);
  if (
    understood === null ||
    understood.concept === "nothing" ||
    (title.level < 6 && labels.length === 0 && !IDENTITY.has(understood.concept))
  )
    return null;
  clues.push({ from: "heading", text: title.text, target: clueTarget(understood.concept), weight: 0.6 });
  return { concept: understood.concept, also: [], confidence: labels.length > 0 ? 0.8 : 0.6 };
}

/** A sentence above a box is no name of it. */
function isProse({ from, text }: Label): boolean {
  return (from === "before" || from === "block") && text.length > 80 && /[.:]$/.test(text);
}

/** "RS" and "fournisseur.rs", "Adr. 1" and "adr1": the label and the name, cut short alike. */
function abbreviatedConcept({ from, text }: Label, fromName: Concept | null, clues: Clue[]): Found | null {
  const words = wordsOf(text);
  if (fromName === null || words.length > 3 || abbreviationOf(words) !== fromName) return null;
  clues.push({ from, text, target: clueTarget(fromName), weight: 0.6 });
  return { concept: fromName, also: [], confidence: 0.6 };
}

/** "RC (n°, ville)" of "Ville du registre du commerce", "RS" of "Raison sociale": each word begins, or gives the initials of, words of the whole. */
function abbreviates(short: string, whole: string): boolean {
  const all = significant(wordsOf(whole));
  const initials = all.map(([letter]) => letter).join("");
  const words = wordsOf(short).filter((word) => !/^(n|no|numero|de|du|la|le|l|et)$/.test(word));
  return words.length > 0 && words.length <= 3 && words.every((word) => all.some((one) => one.startsWith(word)) || initials.includes(word));
}

/** Labels that the page ties to the control. */
const NATIVE: ReadonlySet<Label["from"]> = new Set<Label["from"]>(["aria:labelledby", "label:for", "aria:label"]);

/** Of a label over several boxes, what the box says in its placeholder or tip. */
function ownConcept(labels: readonly Label[], { shared }: Common, clues: Clue[]): Found | null {
  const [first] = labels;
  if (first === undefined || !shared.has(first.text)) return null;
  for (const label of labels) {
    if (label.from !== "placeholder" && label.from !== "title" && label.from !== "aria:label") continue;
    const understood = plainOrNull(label.text);
    if (understood === null || understood.concept === "nothing") continue;
    clues.push({ from: label.from, text: label.text, target: clueTarget(understood.concept), weight: 0.8 });
    return { concept: understood.concept, also: understood.also, confidence: 0.8 };
  }
  return null;
}

const LEGAL_FORM = /\b(sarl|sas|sasu|eurl|snc|scop|entreprise individuelle|societe anonyme|societe par actions|responsabilite limitee)\b/;

/** A list whose answers say what it asks: civilities, legal forms. */
function listConcept({ type, options }: ControlEvidence, labels: readonly Label[], clues: Clue[]): Found | null {
  if (type !== "select") return null;
  const answers = options.filter(({ text, value }) => text.trim() !== "" && value !== "").map(({ text }) => wordsOf(text).join(" "));
  const civilities = answers.filter((text) => CIVILITES.has(text)).length;
  const forms = answers.filter((text) => LEGAL_FORM.test(text)).length;
  const label = labels[0]?.text ?? "";
  const concept = civilities >= 2 && answers.length <= 6 ? "contactCivilite" : forms >= 2 ? "formeJuridique" : null;
  if (concept === null) return null;
  clues.push({ from: "options", text: answers.slice(0, 4).join(", "), target: concept, weight: 0.8 });
  return /\?/.test(label) ? null : { concept, also: [], confidence: 0.8 };
}

const CIVILITES = new Set(["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "mrs", "ms"]);
const YES_NO = new Set(["oui", "non", "yes", "no"]);

/** A button says an answer, what stands before the group says the question; a lone box says both. */
function tickConcept(control: ControlEvidence, labels: readonly Label[], clues: Clue[]): Found {
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
  const asked = [...control.questions, ...control.titles.slice(0, 1).map(({ text }): Label => ({ from: "block", text, hint: "" }))];
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

/** Words that say a quantity, not of what: the title above says it. */
const QUANTITY =
  /^(montant|valeur|nombre|chiffre|total|totale|global|globale|sur|les|trois|dernier|derniers|derniere|dernieres|annees|exercices|clos|somme|eur|euros?|ht|k|ke|n|[0-9]+|exercice|annee|en|de|l|du|au|pour|amount|value|number|annuel|annuelle|moyen|moyenne|concerne|concernee|concernes)$/;

/** "Montant (exercice N-1)" under "Chiffre d'affaires annuel": the title's thing. */
function underTitle(text: string, control: ControlEvidence, clues: Clue[], { thisYear }: Common): Found | null {
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
  clues.push({ from: "heading", text: title.text, target: clueTarget(concept), weight: 0.7 });
  return { concept, also: [], confidence: 0.7 };
}

/** A name that says one precise thing, and the control's own format says it too, against a label that says nothing known. */
function nameDespiteLabel(concept: Concept, input: ControlEvidence, labels: readonly Label[]): number {
  const text = labels[0]?.text ?? "";
  // What only stands before a box may speak of the one before.
  if (labels.every(({ from }) => from === "before" || from === "block") && text.length > 25) return 0.5;
  if (/\?|autre|other|preci/i.test(text)) return 0;
  if (concept === "siret" && (input.maxLength === 14 || /14/.test(input.pattern))) return 0.55;
  if (concept === "siren" && input.maxLength === 9) return 0.55;
  if (concept === "contactEmail" && input.input === "email" && wordsOf(text).length <= 4) return 0.5;
  if (concept === "contactTelephone" && input.input === "tel" && wordsOf(text).length <= 4) return 0.5;
  return 0;
}

/** "Un numéro où vous joindre": a label that says the use. */
function mayBeReached(labels: readonly Label[]): boolean {
  const words = wordsOf(labels[0]?.text ?? "");
  return words.length <= 9 && words.some((word) => /^(joindre|joignable|appeler|rappeler|contacter|reach|call)$/.test(word));
}

function typeConcept({ input }: ControlEvidence): Concept | null {
  return input === "email" ? "contactEmail" : input === "tel" ? "contactTelephone" : null;
}

/** Row title × column title: whichever says the thing; the other says the year, the member or the unit. */
function tableConcept(row: Label | undefined, column: Label | undefined, clues: Clue[], { thisYear }: Common): Found | null {
  if (row === undefined && column === undefined) return null;
  const rowSays = row === undefined ? null : plainOrNull(row.text);
  const columnSays = column === undefined ? null : plainOrNull(column.text);
  // "Candidat / mandataire" × "SIRET": the row says whose, the column what.
  if (row !== undefined && columnSays !== null && isOwner(row.text)) return tableFound(columnSays, column, clues);
  const isYearRow = row !== undefined && (rowSays === null || rowSays.concept === "exerciceAnneeN1") && yearIn(row.text, thisYear) !== null;
  const chosen =
    columnSays !== null && (row === undefined || isYearRow || (rowSays === null && understand(row.text) === null)) ? columnSays : rowSays;
  if (chosen === null) {
    if (row !== undefined && column !== undefined && isYearRow) return NONE;
    return null;
  }
  return tableFound(chosen, chosen === columnSays ? column : row, clues);
}

function tableFound(chosen: Understood, label: Label | undefined, clues: Clue[]): Found {
  clues.push({ from: label?.from ?? "table:row", text: label?.text ?? "", target: clueTarget(chosen.concept), weight: 0.9 });
  return { concept: chosen.concept, also: chosen.also, confidence: 0.9 * sureness(chosen) };
}

/** A row's title that names a party or a person, and asks nothing. */
function isOwner(text: string): boolean {
  const { party, role } = qualifiersOf(text);
  return party !== undefined || role !== undefined;
}

function plainOrNull(text: string): Understood | null {
  const understood = understand(text);
  return understood !== null && isPlain(understood) ? understood : null;
}

/** A name that says the same makes surer; one that says another precise thing makes doubt. */
function supported(found: Found, fromName: Concept | null, control: ControlEvidence, clues: Clue[]): Found {
  if (fromName === null || found.concept === null) return found;
  const name = nameOf(control);
  clues.push({ from: "name", text: name, target: clueTarget(fromName), weight: fromName === found.concept ? 0.1 : 0 });
  return fromName === found.concept ? { ...found, confidence: Math.min(1, found.confidence + 0.1) } : found;
}

function nameOf({ name, id }: ControlEvidence): string {
  return name === "" ? id : name;
}

function clueTarget(concept: Concept): Clue["target"] {
  return isFieldKey(concept) ? concept : "none";
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
