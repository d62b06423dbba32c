/**
 * The content of a form before drawing: rubrics with lines. A line is known, with its origin, or left to the person
 * as a field to type in. A sworn statement has no known state: nothing can tick it.
 */
import type { Origin } from "../domain/dossier.ts";
import type { FieldKey } from "../domain/fields.ts";

export const FORM_CODES = ["DC1", "DC2", "DC4", "Récapitulatif"] as const;
export type FormCode = (typeof FORM_CODES)[number];

/**
 * The origin: a field of the dossier, the consultation's page, the person's choice for this consultation or entry in the company's means,
 * or a published contract (`on`: the day it was read).
 */
export type KnownFrom =
  | { readonly field: FieldKey; readonly origin: Origin }
  | { readonly from: "consultation" | "choice" | "means" }
  | { readonly from: "published"; readonly provider: string; readonly on: string };

export interface Known {
  /** The printed text. */
  readonly text: string;
  readonly from: KnownFrom;
  /** The values in one cell, when there are several. */
  readonly parts?: readonly Known[];
}

/** One value or one empty field. `name` is unique in the form: the AcroForm field and the line of the record have it. */
export interface Cell {
  readonly name: string;
  readonly known: Known | null;
}

export interface TextLine extends Cell {
  readonly kind: "text";
  readonly label: string;
  /** True for a multi-line field, when it is left to the person. */
  readonly long?: boolean;
}

export interface ChoiceLine {
  readonly kind: "choice";
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  /** `text` is the id of an option. */
  readonly known: Known | null;
}

export interface BoxLine extends Cell {
  readonly kind: "box";
  readonly text: string;
}

export interface SwornLine {
  readonly kind: "sworn";
  readonly name: string;
  readonly text: string;
}

export interface TableLine {
  readonly kind: "table";
  /** `share` of the width, 0 to 1. */
  readonly columns: readonly { readonly label: string; readonly share: number }[];
  readonly rows: readonly (readonly (Cell | string)[])[];
}

export type Line = TextLine | ChoiceLine | BoxLine | SwornLine | TableLine | { readonly kind: "note"; readonly text: string };

export interface Rubric {
  /** The form's own number: "A", "C1", "F". */
  readonly letter: string;
  readonly title: string;
  readonly lines: readonly Line[];
}

export interface Form {
  readonly code: FormCode;
  readonly title: string;
  /** The official form that it follows, and the day of the text that was read. */
  readonly plan: string;
  readonly rubrics: readonly Rubric[];
}

/** A printed value in the document's record. */
export interface RecordEntry {
  readonly rubric: string;
  readonly name: string;
  readonly text: string;
  readonly from: KnownFrom;
}

/** A line that the person must fill or tick. */
export interface LeftToPerson {
  readonly rubric: string;
  readonly name: string;
  readonly label: string;
  readonly sworn: boolean;
}

/** Every value printed, in the order of the form. */
export function recordOf(form: Form): RecordEntry[] {
  return cellsOf(form).flatMap(({ rubric, name, known }) =>
    (known?.parts ?? (known === null ? [] : [known])).map(({ text, from }) => ({ rubric, name, text, from })),
  );
}

/** Everything that is left to the person, in the order of the form. */
export function leftToPerson(form: Form): LeftToPerson[] {
  return cellsOf(form).flatMap(({ rubric, name, label, known, sworn }) => (known === null ? [{ rubric, name, label, sworn }] : []));
}

function cellsOf({ rubrics }: Form) {
  return rubrics.flatMap(({ letter, lines }) =>
    lines.flatMap(cellsOfLine).map(({ name, label, known, sworn = false }) => ({ rubric: letter, name, label, known, sworn })),
  );
}

type Told = { readonly name: string; readonly label: string; readonly known: Known | null; readonly sworn?: boolean };

function cellsOfLine(line: Line): Told[] {
  if (line.kind === "note") return [];
  if (line.kind === "sworn") return [{ name: line.name, label: line.text, known: null, sworn: true }];
  if (line.kind === "box") return [{ name: line.name, label: line.text, known: line.known }];
  if (line.kind !== "table") return [{ name: line.name, label: line.label, known: line.known }];
  return line.rows.flatMap((row) =>
    row.flatMap((cell, at) => (typeof cell === "string" ? [] : [{ ...cell, label: line.columns[at]?.label ?? "" }])),
  );
}
