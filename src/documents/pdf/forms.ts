/** Draws the values of form fields that no program has drawn: flattening keeps only what is drawn. */
import {
  decodePDFRawStream,
  layoutMultilineText,
  PDFAcroCheckBox,
  PDFAcroChoice,
  PDFAcroRadioButton,
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  type PDFField,
  type PDFFont,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFOptionList,
  PDFRawStream,
  PDFSignature,
  PDFStream,
  PDFString,
  PDFTextField,
  TextAlignment,
} from "pdf-lib";
import { squeeze } from "../../domain/plain.ts";

const name = (text: string) => PDFName.of(text);

/**
 * Draws missing values, and outdated ones when the form says that its appearances are outdated, in the font given.
 * @returns true when every value is drawn; false when some could not be: the page then shows less than the form holds
 */
export async function drawFieldValues(doc: PDFDocument, embedFont: () => Promise<PDFFont>): Promise<boolean> {
  const form = doc.catalog.lookup(name("AcroForm"));
  if (!(form instanceof PDFDict)) return true;
  const asksAnew = form.lookup(name("NeedAppearances")) === PDFBool.True;
  let complete = true;
  let font: PDFFont | null = null;
  for (const field of doc.getForm().getFields()) {
    if (field instanceof PDFSignature) continue;
    if (asksAnew) showState(field);
    writeAsShown(field);
    if (isDrawn(field) && !(asksAnew && isOutOfDate(field))) continue;
    try {
      for (const widget of field.acroField.getWidgets()) keepBorder(widget.dict);
      font ??= await embedFont();
      const fits = writeWithin(field, font);
      field.defaultUpdateAppearances(font);
      if (!fits || !canWrite(font, writtenIn(field))) complete = false;
    } catch {
      complete = false;
    }
  }
  return complete;
}

/** Gives the value as readers show it: a star for each letter of a password, the words of a choice rather than what is sent for it. */
function writeAsShown(field: PDFField): void {
  const { dict } = field.acroField;
  if (field instanceof PDFTextField && field.isPassword()) {
    const { length } = writtenIn(field) ?? "";
    if (length > 0) dict.set(name("V"), PDFHexString.fromText("*".repeat(length)));
  }
  const { acroField } = field;
  if (!(acroField instanceof PDFAcroChoice)) return;
  const words = new Map(acroField.getOptions().map(({ value, display }) => [value.decodeText(), display ?? value] as const));
  const chosen = acroField.getValues().map((value) => words.get(value.decodeText()) ?? value);
  if (chosen.length > 0) dict.set(name("V"), chosen.length === 1 ? (chosen[0] ?? PDFNull) : dict.context.obj([...chosen]));
}

/** The smallest letters that are still read, in points. */
const LEAST_SIZE = 4;

/**
 * Makes the letters of lines that go beyond their field smaller, since nobody can scroll a page. @returns false when they do not fit even so
 */
function writeWithin(field: PDFField, font: PDFFont): boolean {
  const isList = field instanceof PDFOptionList;
  if (!isList && !(field instanceof PDFTextField && field.isMultiline())) return true;
  const text = isList ? field.getOptions().join("\n") : (field.getText() ?? "");
  let least = Number.POSITIVE_INFINITY;
  let fits = true;
  for (const widget of field.acroField.getWidgets()) {
    const { width, height } = widget.getRectangle();
    const inset = 2 * ((widget.getBorderStyle()?.getWidth() ?? 0) + 1);
    const bounds = { x: 0, y: 0, width: width - inset, height: height - inset };
    const { fontSize, lineHeight, lines } = layoutMultilineText(text, { alignment: TextAlignment.Left, font, bounds });
    fits &&= lines.length * lineHeight <= bounds.height || fontSize > LEAST_SIZE;
    least = Math.min(least, fontSize);
  }
  const asked = SIZE.exec(field.acroField.getDefaultAppearance() ?? "");
  if (text !== "" && asked !== null && Number(asked[1]) > least) field.setFontSize(least);
  return fits;
}

/** In the default appearance of a field: "/Helv 12 Tf". */
const SIZE = /\s(\d*\.?\d+)\s+Tf/;

function isDrawn(field: PDFField): boolean {
  return field.acroField.getWidgets().every((widget) => {
    const normal = widget.getAppearances()?.normal;
    return normal instanceof PDFStream || normal instanceof PDFDict || isHidden(widget.dict);
  });
}

function isHidden(widget: PDFDict): boolean {
  return widget.lookup(name("Hidden")) === PDFBool.True;
}

/** True when the existing appearance does not show the value: the program that filled the form left the drawing to the reader. */
function isOutOfDate(field: PDFField): boolean {
  const value = writtenIn(field);
  if (value === null || value.trim() === "") return false;
  const wanted = squeeze(value);
  return field.acroField.getWidgets().some((widget) => {
    const normal = widget.getAppearances()?.normal;
    // Of another script nothing can be compared: it is drawn again.
    return normal instanceof PDFStream && (wanted === "" || !squeeze(textDrawnBy(normal)).includes(wanted));
  });
}

/** The text of a field, or the choice in a list; `null` for a button. */
function writtenIn({ acroField }: PDFField): string | null {
  if (acroField instanceof PDFAcroCheckBox || acroField instanceof PDFAcroRadioButton) return null;
  const value = acroField.V();
  const parts = value instanceof PDFArray ? value.asArray().map((_, index) => value.lookup(index)) : [value];
  const texts = parts.flatMap((part) => (part instanceof PDFString || part instanceof PDFHexString ? [part.decodeText()] : []));
  return texts.length === 0 ? null : texts.join("");
}

const STRINGS = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9a-fA-F\s]+>/g;

/** The strings of a drawing, as one-byte fonts write them. A value drawn in another way is not recognised, and is drawn again. */
function textDrawnBy(stream: PDFStream): string {
  if (!(stream instanceof PDFRawStream)) return "";
  const content = new TextDecoder("latin1").decode(decodePDFRawStream(stream).decode());
  return [...content.matchAll(STRINGS)]
    .map(([text]) => (text.startsWith("(") ? PDFString.of(text.slice(1, -1)) : PDFHexString.of(text.slice(1, -1).replace(/\s/g, ""))))
    .map((text) => new TextDecoder("latin1").decode(text.asBytes()))
    .join("");
}

function canWrite(font: PDFFont, value: string | null): boolean {
  const known = new Set(font.getCharacterSet());
  return [...(value ?? "")].every((letter) => /\s/.test(letter) || known.has(letter.codePointAt(0) ?? 0));
}

/** Makes a button show the appearance of its field's value. */
function showState({ acroField }: PDFField): void {
  if (!(acroField instanceof PDFAcroCheckBox || acroField instanceof PDFAcroRadioButton)) return;
  const value = acroField.V();
  if (!(value instanceof PDFName)) return;
  for (const widget of acroField.getWidgets()) {
    const on = widget.getOnValue();
    if (on !== undefined) widget.setAppearanceState(on === value ? on : name("Off"));
  }
}

/** Keeps a border whose width is given the old way (Border), or not at all, which means one point (ISO 32000, 12.5.4). */
function keepBorder(widget: PDFDict): void {
  const characteristics = widget.lookup(name("MK"));
  if (widget.has(name("BS")) || !(characteristics instanceof PDFDict) || !characteristics.has(name("BC"))) return;
  const border = widget.lookup(name("Border"));
  const width = border instanceof PDFArray ? border.lookup(2) : undefined;
  widget.set(name("BS"), widget.context.obj({ W: width instanceof PDFNumber ? width.asNumber() : 1 }));
}
