/** The rows of the reader's vocabulary beside the catalogue's synonyms, and what each serves. */
import { z } from "zod";
import { FIELD_KEYS, fieldOf } from "../../src/domain/fields.ts";
import { isPieceKind, pieceOf } from "../../src/domain/pieces.ts";
import { lexiconPhrases } from "../../src/reading/lexicon.ts";
import { piecePhrases } from "../../src/reading/pieces.ts";
import { significant, wordsOf } from "../../src/reading/words.ts";

/**
 * Why a row found in one family at most is kept. `variant`: it is made of words that the catalogue or a row seen in several families
 * has for the same thing, in another order or number · `english`: few of the labelled pages are in English · else a sentence, in French.
 */
const Entry = z.object({ seen: z.array(z.string()), changes: z.array(z.string()).optional(), why: z.string().min(1).optional() });
/** By field or piece, then by phrase. */
export const Vocabulary = z.record(z.string(), z.record(z.string(), Entry));
type Vocabulary = z.infer<typeof Vocabulary>;

interface Phrase {
  readonly concept: string;
  readonly text: string;
  /** The words, normalised as the reader compares them. */
  readonly words: readonly string[];
}

export interface Row extends Phrase {
  /** Families of pages where it stands. */
  readonly seen: readonly string[];
  /** Pages that are read differently without it. */
  readonly changes: readonly string[];
  readonly why?: string | undefined;
}

export function rowsOf(): readonly Phrase[] {
  return [...lexiconPhrases(), ...piecePhrases()];
}

/** Name of a family of pages: the repository that they come from, or else its first page. */
export function nameOfFamily(family: string, slugs: readonly string[]): string {
  const repository = family.replace(/ \(.*$/, "");
  return /^[\w.-]+\/[\w.-]+$/.test(repository) ? repository : (slugs.toSorted()[0] ?? family);
}

/** Keeps what was said earlier of pages that were not read this time, and adds what is said now. Sorted. */
export function stillSaid(before: readonly string[] | undefined, read: ReadonlySet<string>, now: readonly string[]): string[] {
  return [...new Set([...(before ?? []).filter((one) => !read.has(one)), ...now])].sort();
}

/** Why a row that few pages hold is kept: the reason written before, or else one drawn from its words. */
export function whyOf(row: Row, all: readonly Row[], before: Vocabulary): Pick<Row, "why"> {
  if (row.seen.length > 1) return {};
  const why = before[row.concept]?.[row.text]?.why;
  if (why !== undefined && why !== "variant" && why !== "english") return { why };
  if (isEnglish(row)) return { why: "english" };
  return isVariant(row, all) ? { why: "variant" } : {};
}

/** Rows that stand in one family at most and don't say why they are kept. */
export function unexplained(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ seen, why }) => seen.length < 2 && why === undefined);
}

function isVariant({ concept, text, words }: Row, all: readonly Row[]): boolean {
  const known = all.filter((row) => row.concept === concept && row.text !== text && row.seen.length > 1).flatMap((row) => row.words);
  const own = new Set([...known, ...synonymsOf(concept).flatMap((one) => significant(wordsOf(one)))]);
  return words.some((word) => word.length > 2 && own.has(word));
}

function synonymsOf(concept: string): readonly string[] {
  if (isPieceKind(concept)) return pieceOf(concept).synonyms;
  return FIELD_KEYS.filter((key) => key === concept).flatMap((key) => fieldOf(key).synonyms);
}

const ENGLISH = new Set(
  `access account accounts activity address annual apartment area authorised bank bidder brand business capital category certificate chief city civil client code
  commercial company confirm contact corporate country currency date decree designation details director discount economic electronic email employees empowered enter
  enterprise entity establishment executive extract file financial first form foreign forename founded function fax head headcount home homepage house id identification
  incorporation insurance issue job last legal liability line location mail mailing manager managing medium mobile municipality name national number office officer operator order
  organization organisation owner person phone physical place position postal postcode president price principal quantity record reference registered
  registration region repeat representative revenue role sector share sized size sme social staff state statement statements street subject suite supplier
  tax telefax tenderer ten territory title town trade trading type uk url user username vat verify web website work workforce year years zip zipcode`.split(
    /\s+/,
  ),
);

function isEnglish({ text }: Row): boolean {
  const words = wordsOf(text).filter((word) => word.length > 2 && !/^(and|the|for|your|you|our)$/.test(word));
  return words.length > 0 && words.every((word) => ENGLISH.has(word));
}

/** One row a line. */
export function vocabularyText(rows: readonly Row[]): string {
  const entry = ({ seen, changes, why }: Row) =>
    JSON.stringify({ seen, ...(changes.length === 0 ? {} : { changes }), ...(why === undefined ? {} : { why }) });
  const groups = [...Map.groupBy(rows, ({ concept }) => concept)].map(
    ([concept, own]) =>
      `  ${JSON.stringify(concept)}: {\n${own.map((row) => `    ${JSON.stringify(row.text)}: ${entry(row)}`).join(",\n")}\n  }`,
  );
  return `{\n${groups.join(",\n")}\n}\n`;
}
