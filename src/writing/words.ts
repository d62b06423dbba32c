import type { FieldType } from "../domain/fields.ts";
import { fold } from "../domain/plain.ts";

/** True when two texts give the same answer: separators, capitals and accents do not count, numbers are compared by amount. */
export function sameAnswer(one: string, other: string, type: FieldType): boolean {
  if (one === other) return true;
  if (NUMERIC.has(type)) {
    const [first, second] = [numberIn(one), numberIn(other)];
    return first !== null && first === second;
  }
  if (type === "email" || type === "url") return one.trim().toLowerCase() === other.toLowerCase();
  const squashed = lettersOf(one);
  return squashed !== "" && squashed === lettersOf(other);
}

/** Letters and digits of any script, without accents or capitals. */
function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, "");
}

const NUMERIC: ReadonlySet<FieldType> = new Set(["amount", "integer", "percent"]);

/** 1234.5 for "1 234,50 €". */
function numberIn(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f€%]/g, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
