/**
 * A form → PDF. Known values are printed; the rest are AcroForm fields named after their line, to be
 * filled in any reader. The document embeds a record of each printed value with its rubric and origin.
 */
import { PDFDocument, type PDFField, type PDFForm, PDFHexString, PDFName, rgb } from "pdf-lib";
import { type Letters, lettersFor, type TextStyle, type Typefaces } from "../documents/pdf/letters.ts";
import { addMetadata } from "../documents/pdf/outline.ts";
import { PAGE, type Pen, penOn } from "../documents/pdf/pen.ts";
import type { BoxLine, Cell, ChoiceLine, Form, Line, Rubric, SwornLine, TableLine, TextLine } from "./form.ts";
import { leftToPerson, recordOf } from "./form.ts";
import { SHEET } from "./words.ts";

const INK = rgb(0.11, 0.13, 0.17);
const QUIET = rgb(0.36, 0.39, 0.45);
const EDGE = rgb(0.45, 0.5, 0.58);
const PAPER = rgb(0.96, 0.97, 0.99);

const STYLES = {
  code: { size: 22, color: INK, weight: "bold" },
  title: { size: 13, color: INK, weight: "bold" },
  rubric: { size: 11, color: INK, weight: "bold" },
  label: { size: 9, color: QUIET },
  value: { size: 10, color: INK },
  quiet: { size: 8.5, color: QUIET },
} as const satisfies Record<string, TextStyle>;

/** Points. */
const LEFT = PAGE.margin;
const RIGHT = PAGE.width - PAGE.margin;
const VALUE = LEFT + 178;
const BOX = 10;
const FIELD = 17;
const LONG_FIELD = 46;
/** Distance between lines, as a multiple of the font size. */
const LEADING = 1.38;

/** The company of the form, for the document's properties. */
export interface Subject {
  readonly author: string;
  /** ISO 8601. */
  readonly madeAt: string;
}

/** Deterministic: the same form and the same instant give the same bytes. */
export async function drawForm(
  form: Form,
  { author, madeAt }: Subject,
  typefaces: Typefaces,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; pages: number }> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const letters = await lettersFor(doc, typefaces, [JSON.stringify(form), JSON.stringify(SHEET), "0123456789 X?–"]);
  const sheet: Sheet = { pen: penOn(doc, letters), letters, form: doc.getForm() };
  const { pen } = sheet;
  pen.paragraph(form.code, LEFT, STYLES.code);
  pen.paragraph(form.title, LEFT, STYLES.title);
  pen.down(4);
  pen.paragraph(form.plan, LEFT, STYLES.quiet);
  if (leftToPerson(form).length > 0) pen.paragraph(SHEET.toFill, LEFT, STYLES.quiet);
  pen.down(6);
  for (const rubric of form.rubrics) writeRubric(sheet, rubric);
  numberPages(doc, letters, form.code);
  const record = { form: form.code, madeAt, values: recordOf(form) };
  await doc.attach(new TextEncoder().encode(JSON.stringify(record, null, 1)), SHEET.recordName, {
    mimeType: "application/json",
    description: SHEET.recordDescription,
    creationDate: new Date(madeAt),
    modificationDate: new Date(madeAt),
  });
  addMetadata(doc, { title: `${form.code} – ${form.title}`, author, subject: form.title, madeAt });
  return { bytes: (await doc.save()) as Uint8Array<ArrayBuffer>, pages: doc.getPageCount() };
}

interface Sheet {
  readonly pen: Pen;
  readonly letters: Letters;
  readonly form: PDFForm;
}

function writeRubric(sheet: Sheet, { letter, title, lines }: Rubric): void {
  const { pen, letters } = sheet;
  pen.room(70);
  const { page, y } = pen.take(20);
  page.drawRectangle({ x: LEFT, y, width: RIGHT - LEFT, height: 20, color: PAPER });
  letters.draw(page, `${letter} – ${title}`, { x: LEFT + 6, y: y + 6 }, STYLES.rubric);
  pen.down(6);
  for (const line of lines) writeLine(sheet, line);
  pen.down(8);
}

function writeLine(sheet: Sheet, line: Line): void {
  if (line.kind === "note") sheet.pen.paragraph(line.text, LEFT, STYLES.quiet);
  else if (line.kind === "text") writeText(sheet, line);
  else if (line.kind === "choice") writeChoice(sheet, line);
  else if (line.kind === "table") writeTable(sheet, line);
  else writeBox(sheet, line);
}

/** Draws lines one below another; the first one's top is at `top`. */
function drawLines(
  { letters }: Sheet,
  lines: readonly string[],
  at: { page: Place["page"]; x: number; top: number },
  style: TextStyle,
): void {
  for (const [rank, text] of lines.entries()) {
    letters.draw(at.page, text, { x: at.x, y: at.top - style.size - 1 - rank * style.size * LEADING }, style);
  }
}

/** The label on the left, and the value or its empty field beside it. */
function writeText(sheet: Sheet, { name, label, known, long }: TextLine): void {
  const { pen, letters } = sheet;
  const labels = letters.lines(label, VALUE - LEFT - 10, STYLES.label);
  const values = known === null ? [] : letters.lines(known.text, RIGHT - VALUE, STYLES.value);
  const height = known === null ? (long ? LONG_FIELD : FIELD) : values.length * STYLES.value.size * LEADING;
  const whole = Math.max(height, labels.length * STYLES.label.size * LEADING);
  if (known !== null && labels.length === 1) {
    // A value longer than a page continues on the next; a shorter one stays with its label.
    pen.room(Math.min(whole, 400) + 4);
    pen.at(label, LEFT, STYLES.label);
    pen.paragraph(known.text, VALUE, STYLES.value);
    pen.down(3);
    return;
  }
  const { page, y } = pen.take(whole);
  const top = y + whole;
  drawLines(sheet, labels, { page, x: LEFT, top }, STYLES.label);
  drawLines(sheet, values, { page, x: VALUE, top }, STYLES.value);
  if (known === null) addField(sheet, { name, label, x: VALUE, y: top - height, width: RIGHT - VALUE, height, page, long: long === true });
  pen.down(4);
}

interface Place {
  readonly name: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly page: ReturnType<Pen["take"]>["page"];
  readonly long: boolean;
}

function addField({ form }: Sheet, { name, label, x, y, width, height, page, long }: Place): void {
  const field = form.createTextField(name);
  if (long) field.enableMultiline();
  field.addToPage(page, { x, y, width, height, borderWidth: 0.75, borderColor: EDGE, backgroundColor: PAPER });
  field.setFontSize(10);
  tell(field, label);
}

/** The field's name for screen readers (ISO 32000, 12.7.3.1: `TU`). */
function tell(field: PDFField, label: string): void {
  field.acroField.dict.set(PDFName.of("TU"), PDFHexString.fromText(label));
}

function writeChoice(sheet: Sheet, { name, label, options, known }: ChoiceLine): void {
  const { pen, letters, form } = sheet;
  pen.room(20 + options.length * 16);
  pen.paragraph(label, LEFT, STYLES.label);
  const group = known === null ? form.createRadioGroup(name) : null;
  if (group !== null) tell(group, label);
  for (const { id, text } of options) {
    const { page, y } = pen.take(15);
    if (group === null) drawBox(sheet, page, y + 2, known?.text === id);
    else group.addOptionToPage(id, page, { x: LEFT + 8, y: y + 2, width: BOX, height: BOX, borderWidth: 0.75, borderColor: EDGE });
    letters.draw(page, text, { x: LEFT + 26, y: y + 4 }, STYLES.value);
  }
  pen.down(3);
}

/** A sworn statement is always an empty box: only a person ticks it, in the document. */
function writeBox(sheet: Sheet, line: BoxLine | SwornLine): void {
  const { pen, letters, form } = sheet;
  const lines = letters.lines(line.text, RIGHT - LEFT - 26, STYLES.value);
  const height = lines.length * STYLES.value.size * LEADING + 2;
  const { page, y } = pen.take(height);
  const top = y + height;
  if (line.kind === "box" && line.known !== null) drawBox(sheet, page, top - 13, true);
  else {
    const box = form.createCheckBox(line.name);
    box.addToPage(page, { x: LEFT + 8, y: top - 13, width: BOX, height: BOX, borderWidth: 0.75, borderColor: EDGE });
    tell(box, line.text);
  }
  drawLines(sheet, lines, { page, x: LEFT + 26, top }, STYLES.value);
  pen.down(3);
}

/** A box that is already decided: crossed or empty. */
function drawBox({ letters }: Sheet, page: Place["page"], y: number, crossed: boolean): void {
  page.drawRectangle({ x: LEFT + 8, y, width: BOX, height: BOX, borderWidth: 0.75, borderColor: EDGE });
  if (crossed) letters.draw(page, "X", { x: LEFT + 10.2, y: y + 1.6 }, { ...STYLES.value, weight: "bold" });
}

function writeTable(sheet: Sheet, { columns, rows }: TableLine): void {
  const { pen } = sheet;
  const width = RIGHT - LEFT;
  const starts = columns.map((_, at) => LEFT + width * columns.slice(0, at).reduce((sum, { share }) => sum + share, 0));
  const inner = columns.map(({ share }) => width * share - 8);
  writeRow(sheet, { cells: columns.map(({ label }) => label), labels: [], starts, inner, style: STYLES.label });
  for (const cells of rows) writeRow(sheet, { cells, labels: columns.map(({ label }) => label), starts, inner, style: STYLES.value });
  pen.down(4);
}

interface Row {
  readonly cells: readonly (Cell | string)[];
  readonly labels: readonly string[];
  readonly starts: readonly number[];
  readonly inner: readonly number[];
  readonly style: TextStyle;
}

/** Points: a row within that height is never parted. */
const WHOLE_ROW = PAGE.height - PAGE.margin - PAGE.foot;

/** A row taller than a page goes on over the next ones, line by line. */
function writeRow(sheet: Sheet, { cells, labels, starts, inner, style }: Row): void {
  const { pen, letters } = sheet;
  const texts = cells.map((cell, at) => {
    const text = typeof cell === "string" ? cell : cell.known?.text;
    return text === undefined ? null : letters.lines(text, inner[at] ?? 0, style);
  });
  const leading = style.size * LEADING;
  const least = texts.includes(null) ? FIELD : 0;
  const most = Math.floor((WHOLE_ROW - 4) / leading);
  const count = Math.max(1, ...texts.map((lines) => lines?.length ?? 0));
  for (let first = 0; first < count; first += most) {
    const height = Math.max(first === 0 ? least : 0, Math.min(most, count - first) * leading) + 4;
    const { page, y } = pen.take(height);
    const top = y + height;
    page.drawLine({ start: { x: LEFT, y }, end: { x: RIGHT, y }, thickness: 0.4, color: EDGE });
    cells.forEach((cell, at) => {
      const x = starts[at] ?? LEFT;
      const lines = texts[at] ?? null;
      drawLines(sheet, lines?.slice(first, first + most) ?? [], { page, x, top }, style);
      if (lines !== null || typeof cell === "string" || first > 0) return;
      const label = [labels[at], ...cells.filter((it) => typeof it === "string")].join(", ");
      addField(sheet, { name: cell.name, label, x, y: y + 2, width: inner[at] ?? 0, height: height - 4, page, long: height > 40 });
    });
  }
  pen.down(2);
}

function numberPages(doc: PDFDocument, letters: Letters, code: string): void {
  const pages = doc.getPages();
  for (const [at, page] of pages.entries()) letters.draw(page, SHEET.foot(code, at + 1, pages.length), { x: LEFT, y: 30 }, STYLES.quiet);
}
