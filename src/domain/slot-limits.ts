/** The limits that a page writes: of an upload slot ("Taille maximale : 10 Mo", "PDF, JPG uniquement"), of the whole deposit. Pure. */

import { present } from "./present.ts";

export interface MaxSize {
  readonly bytes: number;
  /** In the page's words. */
  readonly said: string;
}

export interface SlotLimits {
  /** As an `accept` attribute: ".pdf,.jpg,.jpeg". */
  readonly accept?: string;
  readonly maxSize?: MaxSize;
}

/** A portal's megabyte is a million bytes or a little more: the smaller is always safe. */
const UNITS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9 };
const SIZE = /(\d+(?:[.,]\d+)?)\s*([kmg])(?:o|b|io|ib)\b/gi;
const SIZED = new RegExp(SIZE.source, "i");
const MOST = /max|limit|d[ée]passer|exc[ée]der|inf[ée]rieur|jusqu|au plus\b|up to|less than|at most/i;
const ALTOGETHER = /total|ensemble|cumul|pli\b|dossier complet/i;
/** What a company sends, as a whole. */
const DEPOSIT =
  /\bplis?\b|\bd[ée]p[ôo]ts?\b|\benvois?\b|\br[ée]ponses?\b|\bcandidatures?\b|\boffres?\b|\bdossier complet\b|\bensemble\b|\btotal|\bcumul|\bsubmissions?\b|\btenders?\b/i;
const EACH =
  /\bpar (?:fichier|pi[èe]ce|document|lot)|\bchaque\b|\bchacun|\bunitaire|\bd['’]un (?:fichier|document)|\bper (?:file|document)|\beach\b/i;

const EXTENSION = /\b(pdf|jpe?g|png|gif|tiff?|docx?|xlsx?|odt|ods|rtf|txt|csv|zip|7z|rar|p7s|xml)\b/gi;
const TAKEN = /uniquement|seulement|exclusivement|accept|autoris|format|extension|types? de fichier|only|allowed|supported/i;
/** Words of advice, of a refusal, or of a list with more than extensions: not a usable limit. */
const UNSURE =
  /pr[ée]f[ée]r|conseill|recommand|exemple|sauf|refus|interdit|pas accept|non accept|not accept|except|\betc\b|\.{3}|…|image|photo|word|excel|office|autre|tous/i;
const TWINS: Readonly<Record<string, readonly string[]>> = {
  jpg: ["jpg", "jpeg"],
  jpeg: ["jpg", "jpeg"],
  tif: ["tif", "tiff"],
  tiff: ["tif", "tiff"],
};

/** @param texts the texts beside the slot; contradictory or unclear ones give no limit */
export function limitsSaid(texts: readonly string[]): SlotLimits {
  const accept = oneOf(texts.map(acceptIn), (one) => one);
  const maxSize = oneOf(texts.map(maxSizeIn), ({ bytes }) => `${bytes}`);
  return present({ accept: accept ?? undefined, maxSize: maxSize ?? undefined });
}

/** How much larger than in `UNITS` a unit may be: a gigabyte may be 1024³ bytes. */
const DOUBT = 1.024 ** 3;

/** True when the file is too heavy, whichever kilo-, mega- or gigabyte the page means. */
export function isTooHeavy(bytes: number, maxSize: MaxSize | undefined): boolean {
  return maxSize !== undefined && bytes > maxSize.bytes * DOUBT;
}

/** The most that a whole deposit may weigh, in one sentence among the page's texts; `null` when none says it, or two say otherwise. */
export function depositSizeSaid(texts: readonly string[]): MaxSize | null {
  const sentences = texts.flatMap((text) => (SIZED.test(text) ? text.split(/(?<=[.;!?])\s+/) : []));
  const said = sentences.map((one) => (DEPOSIT.test(one) && !EACH.test(one) ? mostIn(one) : null));
  return oneOf(said, ({ bytes }) => `${bytes}`);
}

function maxSizeIn(text: string): MaxSize | null {
  return ALTOGETHER.test(text) ? null : mostIn(text);
}

/** The only size of a text that says it is the largest. */
function mostIn(text: string): MaxSize | null {
  const sizes = [...text.matchAll(SIZE)];
  const [size] = sizes;
  if (size === undefined || sizes.length > 1 || !MOST.test(text)) return null;
  const bytes = Math.floor(Number((size[1] ?? "").replace(",", ".")) * (UNITS[(size[2] ?? "").toLowerCase()] ?? 0));
  return bytes > 0 ? { bytes, said: text.slice(0, 200) } : null;
}

function acceptIn(text: string): string | null {
  if (!TAKEN.test(text) || UNSURE.test(text)) return null;
  const named = [...text.matchAll(EXTENSION)].flatMap(([found]) => TWINS[found.toLowerCase()] ?? [found.toLowerCase()]);
  return named.length === 0
    ? null
    : [...new Set(named)]
        .sort()
        .map((extension) => `.${extension}`)
        .join();
}

/** The value on which all texts that give one agree. */
function oneOf<Value>(values: readonly (Value | null)[], keyOf: (value: Value) => string): Value | null {
  const said = values.filter((value) => value !== null);
  return new Set(said.map(keyOf)).size === 1 ? (said[0] ?? null) : null;
}
