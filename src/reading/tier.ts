/**
 * Sure or proposed. Sure is written by one click: the label says one known thing and no more, each title of the block is understood, the
 * field is asked once on the page, and the page is clearly a company that presents itself. Each doubt says why, in data; the panel has the
 * words.
 */

import type { Evidence } from "../domain/evidence.ts";
import { type FieldKey, isFieldKey } from "../domain/fields.ts";
import type { Doubt, Target } from "../domain/page-reading.ts";
import type { Weighed } from "./decide.ts";
import type { Guess } from "./guess.ts";
import { type Sort, sortOf } from "./kinds.ts";
import type { Said } from "./titles.ts";
import { CONTROL } from "./weights.ts";
import { wordsOf } from "./words.ts";

/** Persons of the company: which one must be said. */
const PERSONAL = /^(contact(Nom|Prenom|NomComplet|Civilite|Fonction)|dirigeant|signataire)/;

/** What a field is about: a page that has one block of it has the candidate's. */
type Subject = NonNullable<Guess["role"]> | "figures" | Sort;

/** Any party has a name and an address: the title must say that they are those of the company that answers. */
const OF_A_PARTY: ReadonlySet<Subject> = new Set<Subject>(["identite", "adresse"]);

/** Any party has a person too, whom a title must name when nothing nearer does: "Local partner" does not. */
function isSaidOf(subject: Subject, speaksOf: Said["speaksOf"]): boolean {
  if (speaksOf === "candidate") return true;
  return !OF_A_PARTY.has(subject) && (speaksOf === "person" || (speaksOf === "known" && subject !== "person"));
}

interface Known {
  readonly pageTitles: ReadonlySet<number>;
  /** For each subject, the blocks that hold everything that the page asks about it. */
  readonly subjects: ReadonlyMap<Subject, ReadonlySet<number>>;
  readonly repeated: ReadonlySet<Weighed>;
  readonly isClear: boolean;
  /** The page asks for a signatory, an officer or a third person too: a bare "Nom" may be any of them. */
  readonly hasSeveralPersons: boolean;
  /** What is asked just after an officer who is named as such, in the same block. */
  readonly ofOfficer: ReadonlySet<Weighed>;
  /** Boxes without a label, of which the name and the box before agree. */
  readonly continued: ReadonlySet<Weighed>;
}

export function doubtsOf(one: Weighed, known: Known): Doubt[] {
  const { target } = one.resolved;
  if (target === null || target === "password" || target === "declarationHonneur") return [];
  return [
    ...(known.isClear ? [] : [{ about: "page", text: "" } as const]),
    ...(one.resolved.freedFrom === undefined ? [] : [{ about: "party", text: one.resolved.freedFrom } as const]),
    ...titleDoubts(one, known, target.startsWith("document.")),
    ...ownDoubts(one, target, known),
  ];
}

/** The doubt on a form that sends to another site: nothing goes there before the person has seen which site. */
export function sendingDoubts({ guess, resolved: { target } }: Weighed, forms: Evidence["forms"]): Doubt[] {
  const sendsTo = guess.control.form === null ? undefined : forms[guess.control.form]?.sendsTo;
  return target === null || target === "password" || sendsTo === undefined ? [] : [{ about: "elsewhere", text: sendsTo }];
}

/** Titles over the control alone, not over the whole page: each must be understood. */
function titleDoubts(one: Weighed, { pageTitles, subjects }: Known, isSlot: boolean): Doubt[] {
  const { guess } = one;
  const subject = subjectOf(one);
  return guess.over.flatMap(({ text, isUnderstood, party, speaksOf }, at): Doubt[] => {
    const block = guess.control.titles[at]?.block ?? -1;
    if (pageTitles.has(block)) return [];
    const isTheOnlyOne = subject !== null && isSaidOf(subject, speaksOf) && subjects.get(subject)?.has(block);
    if (!isUnderstood && !isTheOnlyOne) return [{ about: "title", text }];
    return party === "autre" && !isSlot && subject !== "bancaire" ? [{ about: "party", text }] : [];
  });
}

/** What a control is about; of a person whose role is said, that role. */
function subjectOf({ guess, resolved }: Weighed): Subject | null {
  const asked = resolved.target ?? resolved.asked ?? guess.concept;
  if (asked === null || asked === undefined || !isFieldKey(asked)) return null;
  const sort = sortOf(asked);
  if (sort === "person") return guess.role ?? sort;
  return sort === "economique" || sort === "technique" ? "figures" : sort;
}

/** A person whose role is not said may be any of them. */
const PERSONS = ["person", "contact", "dirigeant", "autre"] as const;

function isOfPersons(subject: Subject): boolean {
  return PERSONS.some((one) => one === subject);
}

function countedAs(subject: Subject): readonly Subject[] {
  if (subject === "person") return PERSONS;
  return isOfPersons(subject) ? [subject, "person"] : [subject];
}

/** Controls of another party count: a page that asks two persons or two companies has two blocks. */
export function subjectsOf(all: readonly Weighed[]): ReadonlyMap<Subject, ReadonlySet<number>> {
  const found = new Map<Subject, ReadonlySet<number>>();
  for (const one of all) {
    const subject = subjectOf(one);
    if (subject === null || !mayBeABlock(one)) continue;
    const blocks = one.guess.control.titles.map(({ block }) => block);
    for (const key of countedAs(subject)) found.set(key, new Set(blocks.filter((block) => found.get(key)?.has(block) ?? true)));
  }
  return found;
}

function mayBeABlock(one: Weighed): boolean {
  if (one.leave === "search" || one.leave === "password" || isOfAnotherTopic(one)) return false;
  return one.resolved.target !== null || one.guess.confidence >= CONTROL.least;
}

/** True in a list of references or of a team, whose towns and names do not count as a block. */
function isOfAnotherTopic({ guess, resolved }: Weighed): boolean {
  return resolved.target === null && (guess.rowTopic !== null || guess.over.some(({ topic }) => topic === "reference" || topic === "team"));
}

function ownDoubts(one: Weighed, target: Target, { repeated, hasSeveralPersons, ofOfficer, continued }: Known): Doubt[] {
  const { guess } = one;
  const found: Doubt["about"][] = [];
  if (isSaidVaguely(one, target) && !continued.has(one)) found.push("label");
  const isPersonal = isFieldKey(target) && PERSONAL.test(target) && !saysRole(target, one) && !ofOfficer.has(one);
  if (hasSeveralPersons && isPersonal && guess.role === undefined) found.push("person");
  if (repeated.has(one)) found.push("twice");
  return found.map((about) => ({ about, text: guess.label }));
}

function isSaidVaguely({ guess, leave }: Weighed, target: Target): boolean {
  // For an unknown piece, the person must say which it is.
  if (target.startsWith("document.")) return target === "document.autre";
  // A list of sectors is the page's own.
  const isOwnList = target === "activitePrincipale" && (guess.control.type === "select" || leave !== undefined);
  return isOwnList || guess.confidence < CONTROL.sure;
}

function saysRole(target: FieldKey, { guess }: Weighed): boolean {
  return guess.concept === target && target.startsWith("dirigeant");
}

/** Fields that the page asks more than once, and not in parts: nobody knows which one is meant. */
export function repeatedOf(all: readonly Weighed[], pageTitles: ReadonlySet<number>): ReadonlySet<Weighed> {
  const byTarget = new Map<string, Weighed[]>();
  for (const one of all) {
    const { target, part, of } = one.resolved;
    if (target === null || !isFieldKey(target) || part !== undefined || one.guess.control.type === "radio" || one.leave !== undefined)
      continue;
    const key = `${target}|${of ?? ""}`;
    byTarget.set(key, [...(byTarget.get(key) ?? []), one]);
  }
  return new Set(
    [...byTarget.values()].filter((list) => list.length > 1 && !areApart(list)).flatMap((list) => doubtfulOf(list, pageTitles)),
  );
}

/** When only one block's titles are all understood, the control in that block is not doubtful. */
function doubtfulOf(list: readonly Weighed[], pageTitles: ReadonlySet<number>): readonly Weighed[] {
  const understood = list.filter(({ guess }) =>
    guess.over.every(({ isUnderstood }, at) => isUnderstood || pageTitles.has(guess.control.titles[at]?.block ?? -1)),
  );
  return understood.length === 1 ? list.filter((one) => one !== understood[0]) : list;
}

/**
 * "Fixe" and "Portable" side by side, "Courriel" of the company and of its contact: one number, one address serves them all, as long as
 * each stands under another title or another label.
 */
function areApart(list: readonly Weighed[]): boolean {
  const places = new Set(list.map(({ guess }) => `${guess.control.titles[0]?.block ?? ""}|${guess.label}`));
  return (
    list.every(({ resolved: { target } }) => target === "contactTelephone" || target === "contactEmail") && places.size === list.length
  );
}

export function hasSeveralPersons(all: readonly Weighed[]): boolean {
  const ofPersons = all.filter((one) => one.leave === undefined && mayAskPerson(one));
  const roles = new Set(ofPersons.flatMap(({ guess }) => guess.role ?? []));
  const asksCapacity = ofPersons.some(({ guess }) => wordsOf(guess.label).some((word) => word === "qualite" || word === "signataire"));
  return asksCapacity || roles.has("dirigeant") || roles.has("autre");
}

/** False for what is surely asked of no person, though a word there may be a person's: "Statut juridique", "Nombre de salariés", a piece. */
function mayAskPerson(one: Weighed): boolean {
  const subject = subjectOf(one);
  if (subject !== null) return isOfPersons(subject);
  return one.guess.control.type !== "file" && one.guess.control.type !== "dropZone";
}

/** What goes on in a second box, without a label of its own: the box before asks this. */
const BEGUN_BY: Readonly<Record<string, FieldKey>> = { adresseComplement: "adresseLigne1", commune: "codePostal", nic: "siren" };

/** A second box of an address, the town beside its postcode, the NIC after the SIREN: its own name says it, and so does the labelled box before it. */
export function continuedOf(all: readonly Weighed[]): ReadonlySet<Weighed> {
  return new Set(
    all.filter((one, at) => {
      const before = all[at - 1];
      if (before === undefined || one.guess.labels.length > 0 || blockOf(before) !== blockOf(one)) return false;
      const isSaid = before.leave === undefined && before.guess.confidence >= CONTROL.sure;
      return isSaid && before.resolved.target === BEGUN_BY[one.resolved.target ?? ""];
    }),
  );
}

/** How far "Qualité" stands from whom it is asked of, in controls. */
const REACH = 3;

/** "Représentant légal", then "Qualité", "Sa fonction": of the person just named, when that is the officer, in one block. */
export function askedOfOfficer(all: readonly Weighed[]): ReadonlySet<Weighed> {
  return new Set(
    all.filter((one, at) => {
      const before = all.slice(Math.max(0, at - REACH), at).filter((other) => blockOf(other) === blockOf(one));
      return isBareOfficer(one) && before.findLast((other) => mayAskPerson(other) && !isBareOfficer(other))?.guess.role === "dirigeant";
    }),
  );
}

/** What is asked of the officer, whom neither the label nor a title names. */
function isBareOfficer({ guess, resolved }: Weighed): boolean {
  return guess.role === undefined && resolved.target?.startsWith("dirigeant") === true;
}

function blockOf({ guess }: Weighed): number | undefined {
  return guess.control.titles[0]?.block;
}

/** Titles that stand over every control of the page: they speak of the page, which its verdict weighs. */
export function pageTitlesOf(all: readonly Weighed[]): ReadonlySet<number> {
  const asking = all.filter(({ resolved, leave }) => resolved.target !== null && leave !== "search" && leave !== "password");
  const counts = new Map<number, number>();
  for (const { guess } of asking)
    for (const block of new Set(guess.control.titles.map((title) => title.block))) counts.set(block, (counts.get(block) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count === asking.length).map(([block]) => block));
}
