/** Texts and names of a page as plain words: what a label, a heading and a `name` attribute share. */
import { fold } from "../domain/plain.ts";

/** Each text of a page is read many times. Beyond this number all are forgotten: a page that changes brings new ones without end. */
const MOST_KNOWN = 4_000;

/** The same work on the same text is done once. @param mayKeep absent: always */
export function remembering<T>(work: (text: string) => T, mayKeep: () => boolean = () => true): (text: string) => T {
  const known = new Map<string, { readonly done: T }>();
  return (text) => {
    if (!mayKeep()) return work(text);
    const before = known.get(text);
    if (before !== undefined) return before.done;
    if (known.size >= MOST_KNOWN) known.clear();
    const done = work(text);
    known.set(text, { done });
    return done;
  };
}

/** "N° de SIRET (obligatoire) *" → ["n", "de", "siret", "obligatoire"]: no accent, no capital, no punctuation. */
export const wordsOf: (text: string) => readonly string[] = remembering(wordsIn);

function wordsIn(text: string): string[] {
  return fold(text)
    .replace(/(?<=[a-z])\((?:s|e|es|x|ne|fe|le|trice|rice)\)/g, "")
    .replace(/(?<=[a-z]{2})[·•]\w{1,5}(?:[·•]s)?\b/g, "")
    .replace(/(?<=[a-z])['’]s\b/g, "")
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1")
    .replace(/\be[- ]?mail/g, "email")
    .replace(/\bk[- ]bis\b/g, "kbis")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .filter((word) => word !== "");
}

/**
 * The words of an `id` or `name`: camelCase, snake_case, dots, brackets and PRADO paths apart; figures apart from letters.
 * "ctl0$CONTENU_PAGE$raisonSocial" → ["ctl", "0", "contenu", "page", "raison", "social"].
 */
export const nameWordsOf: (name: string) => readonly string[] = remembering((name) =>
  wordsIn(
    name
      .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
      .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
      .replace(/([a-zA-Z])(\d)/g, "$1 $2")
      .replace(/(\d)([a-zA-Z])/g, "$1 $2"),
  ),
);

/** Words that forms write short, wherever they stand. */
const SHORT: Readonly<Record<string, string>> = {
  ...{
    ste: "societe",
    ets: "etablissement",
    adr: "adresse",
    dpt: "departement",
    dept: "departement",
    bat: "batiment",
    appt: "appartement",
    immat: "immatriculation",
  },
  ...{
    nb: "nombre",
    nbr: "nombre",
    nbre: "nombre",
    num: "numero",
    rais: "raison",
    jur: "juridique",
    compl: "complement",
    cplt: "complement",
  },
  ...{ cinq: "5", repr: "representant", resp: "responsable", intracom: "intracommunautaire", tel: "telephone" },
};

/** A word in full, without the mark of the plural or of the feminine: both sides of a comparison go through it. */
export function stemOf(word: string): string {
  if (word.length <= 3 || SHORT[word] !== undefined) return SHORT[word] ?? word;
  const one = /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  return (
    SHORT[one] ??
    one
      .replace(/ee+$/, "e")
      .replace(/(?<=\w{3}[ae]nt)e$/, "")
      .replace(/trice$/, "teur")
  );
}

/** The words of a list, without the mark of the plural. */
export const stemsOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(stemOf));

const DIGITS = /^(\d+|premiers?|suivants?|derniers?|chiffres?|caracteres?|digits?|first|next|last|les|partie|groupe|bloc)$/;

/** "3 premiers chiffres" tells which part of a number is asked, not which number. */
export function countsDigits(text: string): boolean {
  return wordsOf(text).every((word) => DIGITS.test(word));
}

/** True when `phrase` stands in `words`, in one piece, from `at` on. */
export function standsAt(words: readonly string[], phrase: readonly string[], at: number): boolean {
  return phrase.every((word, i) => words[at + i] === word);
}

/** A text as a person reads it: spaces folded. */
export function readable(text: string | null | undefined): string {
  // Most texts have but single spaces, or nothing else than spaces.
  return (text ?? "").trim().replace(/\s{2,}|[^\S ]/g, " ");
}

/** Linking words, dropped on both sides of a comparison. */
const LINKING = new Set(
  "le la les l de du des d un une et ou a au aux en dans sur pour par avec the of and or in for to your our my votre vos notre nos mon ma mes son sa ses leur leurs ce cet cette ces que qui dont est sont il elle vous nous lors durant pendant".split(
    " ",
  ),
);

/** The words that count, stemmed; linking words left out. */
export function significant(words: readonly string[]): string[] {
  return words.filter((word) => !LINKING.has(word)).map(stemOf);
}
