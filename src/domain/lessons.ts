/**
 * What a person taught about a form: this control asks for that field, or for nothing. A lesson holds words of the page and a field of the
 * catalogue, no value. It applies only to the form that it was taught on: the same host and the same structure.
 */
import { z } from "zod";
import { FieldKeySchema, Instant } from "./answer.ts";
import { isFieldKey, mayBeTaught } from "./fields.ts";
import { PIECE_KINDS, type PieceKind } from "./pieces.ts";
import { plainWords } from "./plain.ts";
import { maskedText } from "./values.ts";

const TEXT = z.string().max(300);

/** How a control is found again in its form: its kind, the text beside and above it, and its rank among those that look the same. */
export const ControlSign = z.object({
  type: z.string().max(20),
  label: TEXT,
  /** Nearest first. */
  titles: z.array(TEXT).max(21),
  nth: z.number().int().min(0).max(3_000),
});
export type ControlSign = z.infer<typeof ControlSign>;

export const TaughtField = FieldKeySchema.refine(mayBeTaught);

/** A piece that a person may assign to an upload slot. */
export type TaughtPiece = `document.${PieceKind}`;
export const TaughtPiece = z.enum(PIECE_KINDS.map((kind): TaughtPiece => `document.${kind}`));

/** What was taught about one control; `none`: nothing goes there. */
export const TaughtAnswer = z.union([TaughtField, TaughtPiece, z.literal("none")]);
export type TaughtAnswer = z.infer<typeof TaughtAnswer>;

const Seen = z.object({ about: z.string(), text: z.string() });

export const Lesson = z.object({
  control: ControlSign,
  asks: TaughtAnswer,
  /** `reassigned` by the person · `confirmed` as it was read · `refused` left out of a filling, asked again next time. */
  how: z.enum(["reassigned", "confirmed", "refused"]),
  /** For `refused`: the page's document, in which the person may still change their mind. */
  in: z.string().max(64).optional(),
  /** The doubts shown when the person answered: only these are settled. */
  doubts: z.array(Seen),
});
export type Lesson = z.infer<typeof Lesson>;

/** A form, identified by its host and structure. */
const FormName = z.object({
  /** "www.example.fr", with its port where it has one. */
  host: z.string().min(1).max(255),
  /** SHA-256 of the text from `structureOf`, in hexadecimal. */
  structure: z.string().regex(/^[0-9a-f]{64}$/),
});

export const TaughtForm = FormName.extend({
  /** `map`: from another person, not confirmed here. */
  by: z.enum(["person", "map"]),
  at: Instant,
  lessons: z.array(Lesson).max(500),
});
export type TaughtForm = z.infer<typeof TaughtForm>;

/** A control as a lesson sees it. */
export interface Signed {
  readonly type: string;
  readonly label: string;
  readonly heading?: string | undefined;
  readonly above?: readonly string[] | undefined;
  readonly maxLength?: number | undefined;
}

/** Controls to which a person may assign a field. Check boxes keep what was read. */
export const NAMEABLE: ReadonlySet<string> = new Set(["text", "textarea", "select"]);
/** Upload slots, to which a person may assign a piece. */
export const SLOTS: ReadonlySet<string> = new Set(["file", "dropZone"]);

/** The signs of the controls of one form, in their order. */
export function signsOf(controls: readonly Signed[]): ControlSign[] {
  const counts = new Map<string, number>();
  return controls.map(({ type, label, heading, above = [] }) => {
    const titles = [...(heading === undefined ? [] : [heading]), ...above].slice(0, 21).map(textKept);
    const sign = { type, label: textKept(label), titles };
    const key = JSON.stringify(wordsOfSign(sign));
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    return { ...sign, nth };
  });
}

/** True when both designate the same control of one form: punctuation and accents may have changed, not words. */
export function isSameControl(one: ControlSign, other: ControlSign): boolean {
  return one.nth === other.nth && JSON.stringify(wordsOfSign(one)) === JSON.stringify(wordsOfSign(other));
}

/**
 * A form's structure as a text: its controls that take text, in order, each with its words and all its titles. When there is
 * none, its upload slots, by their titles only: a slot's own text changes with the file that it holds.
 */
export function structureOf(controls: readonly Signed[]): string {
  const written = controls.filter(({ type }) => NAMEABLE.has(type));
  if (written.length === 0)
    return JSON.stringify(signsOf(controls.filter(({ type }) => SLOTS.has(type))).map(({ type, titles }) => [type, titles]));
  return JSON.stringify(signsOf(written).map((sign, at) => [...wordsOfSign(sign), written[at]?.maxLength ?? 0]));
}

/** A target of a reading or a map as a taught answer; `null` when it may not be taught. */
export function answerOf(target: string | null): TaughtAnswer | null {
  if (target === null) return "none";
  return isFieldKey(target) && mayBeTaught(target) ? target : null;
}

function wordsOfSign({ type, label, titles }: Omit<ControlSign, "nth">): readonly unknown[] {
  return [type, plainWords(label), titles.map(plainWords)];
}

/** Words of the page, without the numbers and addresses that it may write among them. */
function textKept(text: string): string {
  return maskedText(text).slice(0, 300);
}
