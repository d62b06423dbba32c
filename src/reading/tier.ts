/**
 * Sure or proposed. Sure is written by one click: the label says one known thing and no more, each title of the block is understood, the field
 * is asked once on the page, and the page is clearly a company that presents itself. Each doubt says why, in data; the panel has the words.
 */
import { type FieldKey, isFieldKey } from "../domain/fields.ts";
import type { Doubt, Target } from "../domain/page-reading.ts";
import type { Weighed } from "./decide.ts";
import type { Evidence } from "./evidence.ts";
import { CONTROL } from "./weights.ts";
import { wordsOf } from "./words.ts";

/** Persons of the company: which one must be said. */
const PERSONAL = /^(contact(Nom|Prenom|NomComplet|Civilite|Fonction)|dirigeant|signataire)/;

interface Known {
  readonly pageTitles: ReadonlySet<number>;
  readonly repeated: ReadonlySet<Weighed>;
  readonly isClear: boolean;
  /** The page asks for a signatory, an officer or a third person too: a bare "Nom" may be any of them. */
  readonly hasSeveralPersons: boolean;
}

export function doubtsOf(one: Weighed, known: Known): Doubt[] {
  const { target } = one.resolved;
  if (target === null || target === "password" || target === "declarationHonneur") return [];
  return [
    ...(known.isClear ? [] : [{ about: "page", text: "" } as const]),
    ...titleDoubts(one, known.pageTitles, target.startsWith("document.")),
    ...ownDoubts(one, target, known),
  ];
}

/** A form that sends to another site: nothing goes there before the person saw which. */
export function sendingDoubts({ guess, resolved: { target } }: Weighed, forms: Evidence["forms"]): Doubt[] {
  const sendsTo = guess.control.form === null ? undefined : forms[guess.control.form]?.sendsTo;
  return target === null || target === "password" || sendsTo === undefined ? [] : [{ about: "elsewhere", text: sendsTo }];
}

/** Titles over the control alone, not over the whole page: each must be understood. */
function titleDoubts({ guess }: Weighed, pageTitles: ReadonlySet<number>, isSlot: boolean): Doubt[] {
  return guess.over.flatMap(({ text, isUnderstood, party }, at): Doubt[] => {
    if (pageTitles.has(guess.control.titles[at]?.block ?? -1)) return [];
    if (!isUnderstood) return [{ about: "title", text }];
    return party === "autre" && !isSlot ? [{ about: "party", text }] : [];
  });
}

function ownDoubts(one: Weighed, target: Target, { repeated, hasSeveralPersons }: Known): Doubt[] {
  const { guess } = one;
  const found: Doubt["about"][] = [];
  if (isSaidVaguely(one, target)) found.push("label");
  const isPersonal = isFieldKey(target) && PERSONAL.test(target) && !saysRole(target, one);
  if (hasSeveralPersons && isPersonal && guess.role === undefined) found.push("person");
  if (repeated.has(one)) found.push("twice");
  return found.map((about) => ({ about, text: guess.label }));
}

function isSaidVaguely({ guess, leave }: Weighed, target: Target): boolean {
  // Of a piece that we don't know the person says which.
  if (target.startsWith("document.")) return target === "document.autre";
  // A list of sectors is the page's own.
  const isOwnList = target === "activitePrincipale" && (guess.control.type === "select" || leave !== undefined);
  return isOwnList || guess.confidence < CONTROL.sure;
}

function saysRole(target: FieldKey, { guess }: Weighed): boolean {
  return guess.concept === target && target.startsWith("dirigeant");
}

/** Fields that the page asks more than once, though not in parts: which of them is meant is not known. */
export function repeatedOf(all: readonly Weighed[]): ReadonlySet<Weighed> {
  const byTarget = new Map<string, Weighed[]>();
  for (const one of all) {
    const { target, part, of } = one.resolved;
    if (target === null || !isFieldKey(target) || part !== undefined || one.guess.control.type === "radio" || one.leave !== undefined)
      continue;
    const key = `${target}|${of ?? ""}`;
    byTarget.set(key, [...(byTarget.get(key) ?? []), one]);
  }
  return new Set([...byTarget.values()].filter((list) => list.length > 1 && !areApart(list)).flat());
}

/**
 * "Fixe" and "Portable" side by side, "Courriel" of the company and of its contact: one number, one address serves them all, as long as each
 * stands under another title or another label.
 */
function areApart(list: readonly Weighed[]): boolean {
  const places = new Set(list.map(({ guess }) => `${guess.control.titles[0]?.block ?? ""}|${guess.label}`));
  return (
    list.every(({ resolved: { target } }) => target === "contactTelephone" || target === "contactEmail") && places.size === list.length
  );
}

export function hasSeveralPersons(all: readonly Weighed[]): boolean {
  const roles = new Set(all.flatMap(({ guess, leave }) => (leave === undefined && guess.role !== undefined ? [guess.role] : [])));
  const asksCapacity = all.some(({ guess }) => wordsOf(guess.label).some((word) => word === "qualite" || word === "signataire"));
  return asksCapacity || roles.has("dirigeant") || roles.has("autre");
}

/** Titles that stand over every control of the page: they speak of the page, which its verdict weighs. */
export function pageTitlesOf(all: readonly Weighed[]): ReadonlySet<number> {
  const asking = all.filter(({ resolved, leave }) => resolved.target !== null && leave !== "search" && leave !== "password");
  const counts = new Map<number, number>();
  for (const { guess } of asking)
    for (const block of new Set(guess.control.titles.map((title) => title.block))) counts.set(block, (counts.get(block) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count === asking.length).map(([block]) => block));
}
