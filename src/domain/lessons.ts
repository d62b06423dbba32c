/**
 * What a person taught of a form: this control asks that field, or nothing. A lesson holds words of the page and a field of the catalogue, no
 * value. It is for the form that it was taught on: the host, and the structure of the form under which it stood.
 */
import { z } from "zod";
import { FieldKeySchema, Instant } from "./answer.ts";
import { isFieldKey, mayBeTaught } from "./fields.ts";
import { PIECE_KINDS, type PieceKind } from "./pieces.ts";
import { plainWords } from "./plain.ts";
import { maskedText } from "./values.ts";

const TEXT = z.string().max(300);

/** How a control is found again in its form: what kind it is, what is written beside and over it, and which of those that look the same. */
export const ControlSign = z.object({
  type: z.string().max(20),
  label: TEXT,
  /** Nearest first. */
  titles: z.array(TEXT).max(21),
  nth: z.number().int().min(0).max(3_000),
});
export type ControlSign = z.infer<typeof ControlSign>;

export const TaughtField = FieldKeySchema.refine(mayBeTaught);

/** A piece that a person may name for a place that takes files. */
export type TaughtPiece = `document.${PieceKind}`;
export const TaughtPiece = z.enum(PIECE_KINDS.map((kind): TaughtPiece => `document.${kind}`));

/** What was taught of one control; `none`: nothing goes there. */
export const TaughtAnswer = z.union([TaughtField, TaughtPiece, z.literal("none")]);
export type TaughtAnswer = z.infer<typeof TaughtAnswer>;

const Seen = z.object({ about: z.string(), text: z.string() });

export const Lesson = z.object({
  control: ControlSign,
  asks: TaughtAnswer,
  /** `reassigned` said by the person · `confirmed` accepted as it was read · `refused` left out of a filling: asked again next time. */
  how: z.enum(["reassigned", "confirmed", "refused"]),
  /** Of `refused`: the document where it was, in which the person may still change their mind. */
  in: z.string().max(64).optional(),
  /** The doubts that were shown when the person answered: those are settled, another is not. */
  doubts: z.array(Seen),
});
export type Lesson = z.infer<typeof Lesson>;

/** A form, by where it stands and how it is made. */
const FormName = z.object({
  /** "www.example.fr", with its port where it has one. */
  host: z.string().min(1).max(255),
  /** SHA-256, in hexadecimal, of what `structureOf` answers. */
  structure: z.string().regex(/^[0-9a-f]{64}$/),
});

export const TaughtForm = FormName.extend({
  /** `map`: of another person, and confirmed by nobody here. */
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

/** Controls that take a value that a person may name. Boxes to tick keep what was read. */
export const NAMEABLE: ReadonlySet<string> = new Set(["text", "textarea", "select"]);
/** Places for files: the piece may be named. */
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

/** True when both name the same control of one form: marks and accents may have changed, not words. */
export function isSameControl(one: ControlSign, other: ControlSign): boolean {
  return one.nth === other.nth && JSON.stringify(wordsOfSign(one)) === JSON.stringify(wordsOfSign(other));
}

/**
 * What a form is made of, as a text: the controls where something is written, in their order, each with its words and all its titles. Where
 * nothing is written, its places for files, by their titles: what a place says of itself changes with the file that it holds.
 */
export function structureOf(controls: readonly Signed[]): string {
  const written = controls.filter(({ type }) => NAMEABLE.has(type));
  if (written.length === 0)
    return JSON.stringify(signsOf(controls.filter(({ type }) => SLOTS.has(type))).map(({ type, titles }) => [type, titles]));
  return JSON.stringify(signsOf(written).map((sign, at) => [...wordsOfSign(sign), written[at]?.maxLength ?? 0]));
}

/** What a reading or a map says, as an answer that may be taught; `null` when it may not. */
export function answerOf(target: string | null): TaughtAnswer | null {
  if (target === null) return "none";
  return isFieldKey(target) && mayBeTaught(target) ? target : null;
}

function wordsOfSign({ type, label, titles }: Omit<ControlSign, "nth">): readonly unknown[] {
  return [type, plainWords(label), titles.map(plainWords)];
}

/** Words of the page: numbers and addresses that a page may write among them are no part of them. */
function textKept(text: string): string {
  return maskedText(text).slice(0, 300);
}
