/** Recognises one person in two spellings of a name. */
import { bare } from "../domain/plain.ts";

export interface Person {
  readonly nom: string;
  readonly prenom?: string | undefined;
}

/** Words beside a person's name, which are no part of it. */
const BESIDE = new Set(
  "m mr mme mlle monsieur madame mademoiselle dr docteur me maitre pr professeur president presidente gerant gerante cogerant cogerante dirigeant dirigeante directeur directrice general generale pdg dg ceo associe associee unique administrateur administratrice representant representante legal legale".split(
    " ",
  ),
);
/** Between a name at birth and a name in use. */
const OTHER_NAME = / (?:nee?|epouse|ep|epx|veuve|vve|usage|nom d usage|dite?) /;
/** Particles are written, dropped, or put behind the name: "DE LA FONTAINE", "LA FONTAINE (DE)". */
const PARTICLES = new Set(["de", "d", "du", "des"]);

/**
 * A person by a name and the first of their first names, in any order: "Dupont Jean", "J. Dupont" and "M. Jean Dupont, gérant" are
 * "DUPONT, Jean Pierre Marie". A name at birth and a name in use each count: "Marie Martin née Dupont" is "DUPONT, Marie".
 */
export function isSamePerson(held: string, { nom, prenom }: Person): boolean {
  const first = wordsOf(prenom ?? "");
  const lasts = namesIn(nom).map(wordsOf);
  const [one = "", ...others] = namesIn(held);
  const said = wordsOf(one);
  const called = said.filter((word) => first.some((known) => isShortFor(word, known)));
  const isCalled = called.length > 0 || first.length === 0;
  const readings = [said, ...(isCalled ? others.map((other) => [...called, ...wordsOf(other)]) : [])];
  return readings.some((words) => lasts.some((last) => isNamed(words, last, first)));
}

/** The name, and the other that it is followed by: in brackets in a register, after « née » or « épouse » elsewhere. */
function namesIn(text: string): string[] {
  const [whole = text, before = text, inside = ""] = /^(.*?)\(([^)]*)\)/.exec(text) ?? [];
  const bracketed = wordsOf(inside).every((word) => PARTICLES.has(word) || BESIDE.has(word)) ? [] : [inside];
  const rest = bracketed.length === 0 ? text.replace(/\([^)]*\)/, " ") : before + text.slice(whole.length);
  const plain = ` ${bare(rest)} `.replace(/ (monsieur|madame|m|mme) l[ea] (?=gerant|president|direct)/, " ");
  return [...plain.split(OTHER_NAME), ...bracketed.map((one) => one.replace(/^\W*(?:née?|épouse|ép)\b/i, ""))];
}

function wordsOf(text: string): string[] {
  return bare(text)
    .split(" ")
    .map((word) => (word === "st" ? "saint" : word === "ste" ? "sainte" : word))
    .filter(Boolean);
}

function isNamed(said: readonly string[], name: readonly string[], first: readonly string[]): boolean {
  const isOwn = (word: string) => name.includes(word) || first.includes(word);
  const words = said.filter((word) => isOwn(word) || !(BESIDE.has(word) || PARTICLES.has(word)));
  const last = name.filter((word) => !PARTICLES.has(word) || name.length === 1);
  const bearing = withoutName(words, last);
  if (bearing === null) return false;
  const others = bearing.filter((word) => !PARTICLES.has(word));
  const [called = ""] = first;
  const isCalled = others.includes(called) || others[0] === called.slice(0, 1);
  return others.length === 0 || first.length === 0 || (isCalled && others.every((word) => first.some((one) => isShortFor(word, one))));
}

const isShortFor = (word: string, name: string) => word === name || (word.length === 1 && name.startsWith(word));

/** The other words, when these hold the name, in one run ("O'Brien", "OBRIEN") or in any order; `null` when they do not. */
function withoutName(words: readonly string[], last: readonly string[]): readonly string[] | null {
  const wanted = last.join("");
  for (let from = words.length - 1; from >= 0; from -= 1) {
    for (let to = from + 1; to <= words.length; to += 1) {
      const run = words.slice(from, to).filter((word, at) => at > 0 || last.includes(word) || !PARTICLES.has(word));
      if (run.join("") === wanted) return [...words.slice(0, from), ...words.slice(to)];
    }
  }
  return last.every((word) => words.includes(word)) ? words.filter((word) => !last.includes(word)) : null;
}
