/** What a page writes beside an upload slot of the files it takes: "Taille maximale : 10 Mo", "PDF, JPG uniquement". Pure. */

import { present } from "./present.ts";

export interface MaxSize {
  readonly bytes: number;
  /** As the page says it. */
  readonly said: string;
}

export interface SlotLimits {
  /** As an `accept` attribute: ".pdf,.jpg,.jpeg". */
  readonly accept?: string;
  readonly maxSize?: MaxSize;
}

/** A megabyte of a portal is a million bytes or a little more: the smaller is never wrong. */
const UNITS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9 };
const SIZE = /(\d+(?:[.,]\d+)?)\s*([kmg])(?:o|b|io|ib)\b/gi;
const MOST = /max|limit|d[ée]passer|exc[ée]der|inf[ée]rieur|jusqu|up to|less than|at most/i;
const ALTOGETHER = /total|ensemble|cumul|pli\b|dossier complet/i;

const EXTENSION = /\b(pdf|jpe?g|png|gif|tiff?|docx?|xlsx?|odt|ods|rtf|txt|csv|zip|7z|rar|p7s|xml)\b/gi;
const TAKEN = /uniquement|seulement|exclusivement|accept|autoris|format|extension|types? de fichier|only|allowed|supported/i;
/** Advice, a refusal, or a list that names more than extensions: not a limit that can be held to. */
const UNSURE =
  /pr[ée]f[ée]r|conseill|recommand|exemple|sauf|refus|interdit|pas accept|non accept|not accept|except|\betc\b|\.{3}|…|image|photo|word|excel|office|autre|tous/i;
const TWINS: Readonly<Record<string, readonly string[]>> = {
  jpg: ["jpg", "jpeg"],
  jpeg: ["jpg", "jpeg"],
  tif: ["tif", "tiff"],
  tiff: ["tif", "tiff"],
};

/** @param texts what stands beside the slot; what contradicts itself or is not plain gives nothing */
export function limitsSaid(texts: readonly string[]): SlotLimits {
  const accept = oneOf(texts.map(acceptIn), (one) => one);
  const maxSize = oneOf(texts.map(maxSizeIn), ({ bytes }) => `${bytes}`);
  return present({ accept: accept ?? undefined, maxSize: maxSize ?? undefined });
}

/** The most that a unit may have been meant to be beside `UNITS`: a gigabyte of 1024³ bytes. */
const DOUBT = 1.024 ** 3;

/** True when the file is heavier than what the page says, whichever kilo-, mega- or gigabyte it means. */
export function isTooHeavy(bytes: number, maxSize: MaxSize | undefined): boolean {
  return maxSize !== undefined && bytes > maxSize.bytes * DOUBT;
}

function maxSizeIn(text: string): MaxSize | null {
  const sizes = [...text.matchAll(SIZE)];
  const [size] = sizes;
  if (size === undefined || sizes.length > 1 || !MOST.test(text) || ALTOGETHER.test(text)) return null;
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

/** What the texts that say something agree on. */
function oneOf<Value>(values: readonly (Value | null)[], keyOf: (value: Value) => string): Value | null {
  const said = values.filter((value) => value !== null);
  return new Set(said.map(keyOf)).size === 1 ? (said[0] ?? null) : null;
}
