/**
 * What lies over a page (form fields, stamps, comments, signatures' looks) becomes part of the page: merged alone, it would be lost or
 * drag the whole document along. What a reader must draw by itself stays an annotation, freed of its ties.
 */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPageLeaf,
  PDFRef,
  PDFStream,
  PDFString,
} from "pdf-lib";
import { drawOver } from "./content.ts";
import type { Lead, Place, Places } from "./navigation.ts";
import { numberIn } from "./open.ts";
import { actionTo } from "./outline.ts";

const name = (text: string) => PDFName.of(text);

/** Flags of an annotation (ISO 32000, 12.5.3). */
const HIDDEN = 2;
const PRINT = 4;
const NO_VIEW = 32;

const NO_ROTATE = 16;

/** Entries that tie an annotation to the rest of its document, or make it act. */
const TIES = ["P", "Parent", "Popup", "IRT", "AA", "Dest", "StructParent", "Kids", "V"];

/** A link to another page of the document: the annotation that is kept, and where it led. */
export interface InnerLink {
  readonly annotation: PDFDict;
  readonly place: Place;
}

interface Flattened {
  /** The links to pages of the document. */
  readonly links: readonly InnerLink[];
  /** False when a link or a button led to where a merged document cannot: its look is kept. */
  readonly isWhole: boolean;
}

/** Flattens the annotations of one page, whose content is already enclosed. @param index the page's, from 0 */
export function flattenAnnotations(doc: PDFDocument, page: PDFPageLeaf, places: Places, index: number): Flattened {
  const annotations = page.lookup(name("Annots"));
  page.delete(name("Annots"));
  if (!(annotations instanceof PDFArray)) return { links: [], isWhole: true };
  const kept = new Map<PDFDict, PDFObject>();
  const links: InnerLink[] = [];
  let drawing = "";
  let isWhole = true;
  for (const held of annotations.asArray()) {
    const annotation = doc.context.lookup(held);
    if (!(annotation instanceof PDFDict)) continue;
    if (annotation.lookup(name("Subtype")) === name("Popup") || isUnseen(annotation, kept)) continue;
    const lead = places.of(annotation, index);
    isWhole &&= keepsIts(lead, annotation);
    const look = lookOf(annotation);
    const isDrawn = look !== null && !isLeft(annotation);
    if (isDrawn) drawing += drawnOn(page, doc, annotation, look);
    else if (look !== null) completed(doc, annotation, look);
    const left = isWidget(annotation) ? linkOver(annotation, lead) : isDrawn ? null : annotation;
    if (left === null) continue;
    kept.set(left, left === annotation ? held : left);
    untied(left, annotation, lead, kept);
    if (lead.place !== null) links.push({ annotation: left, place: lead.place });
  }
  if (drawing !== "") drawOver(page, drawing);
  if (kept.size > 0) page.set(name("Annots"), doc.context.obj([...kept.values()]));
  return { links, isWhole };
}

/** The operators that draw an appearance in its place; none when it has no size. */
function drawnOn(page: PDFPageLeaf, doc: PDFDocument, annotation: PDFDict, look: Look): string {
  const fixed = (numberIn(annotation, "F", 0) & NO_ROTATE) !== 0;
  const placed = placeOf(annotation, look.stream, fixed ? turnOf(page) : 0);
  if (placed === null) return "";
  return `q ${placed.join(" ")} cm ${page.newXObject("Flat", completed(doc, annotation, look)).asString()} Do Q\n`;
}

/** True for what neither a screen nor paper shows; the hidden answer to a note that is kept is read in its thread. */
function isUnseen(annotation: PDFDict, kept: ReadonlyMap<PDFDict, PDFObject>): boolean {
  const flags = numberIn(annotation, "F", 0);
  if ((flags & HIDDEN) !== 0) return !answersOne(annotation, kept);
  return (flags & NO_VIEW) !== 0 && ((flags & PRINT) === 0 || isWidget(annotation));
}

function answersOne(annotation: PDFDict, kept: ReadonlyMap<PDFDict, PDFObject>): boolean {
  const answered = annotation.lookup(name("IRT"));
  return answered instanceof PDFDict && kept.has(answered) && saysSomething(annotation);
}

const isWidget = (annotation: PDFDict) => annotation.lookup(name("Subtype")) === name("Widget");

/** False when a link led to another file, or did something, or a button led to a file: what else buttons do is to compute a form, now drawn. */
function keepsIts({ loses }: Lead, annotation: PDFDict): boolean {
  return loses === undefined || (loses === "command" && isWidget(annotation));
}

/** True for what is left to the reader: a link, the words of a note, what only paper shows. Drawn on the page they would be lost, or seen. */
function isLeft(annotation: PDFDict): boolean {
  const subtype = annotation.lookup(name("Subtype"));
  if (subtype === name("Link")) return true;
  if (subtype === name("Widget") || subtype === name("FreeText")) return false;
  return saysSomething(annotation) || (numberIn(annotation, "F", 0) & NO_VIEW) !== 0;
}

function saysSomething(annotation: PDFDict): boolean {
  const words = annotation.lookup(name("Contents"));
  return (words instanceof PDFString || words instanceof PDFHexString) && words.asBytes().some((byte) => byte > 0x20 && byte < 0xfe);
}

/** A link over a button that is drawn on the page; `null` when it leads nowhere. */
function linkOver(button: PDFDict, { place, address }: Lead): PDFDict | null {
  if (place === null && address === undefined) return null;
  const link = button.context.obj({ Type: "Annot", Subtype: "Link", Border: [0, 0, 0] });
  for (const key of ["Rect", "F", "OC"]) {
    const value = button.get(name(key));
    if (value !== undefined) link.set(name(key), value);
  }
  return link;
}

/** By how many quarter turns the page is shown rotated, clockwise. */
function turnOf(page: PDFPageLeaf): number {
  const rotate = page.context.lookup(page.getInheritableAttribute(name("Rotate")));
  return rotate instanceof PDFNumber ? ((Math.round(rotate.asNumber() / 90) % 4) + 4) % 4 : 0;
}

interface Look {
  readonly stream: PDFStream;
  readonly ref: PDFRef | null;
}

/** The normal appearance: the one of its state, when it has several. */
function lookOf(annotation: PDFDict): Look | null {
  const looks = annotation.lookup(name("AP"));
  if (!(looks instanceof PDFDict)) return null;
  const normal = looks.lookup(name("N"));
  if (normal instanceof PDFStream) return { stream: normal, ref: refIn(looks, "N") };
  const state = annotation.lookup(name("AS"));
  if (!(normal instanceof PDFDict) || !(state instanceof PDFName)) return null;
  const chosen = normal.lookup(state);
  const ref = normal.get(state);
  return chosen instanceof PDFStream ? { stream: chosen, ref: ref instanceof PDFRef ? ref : null } : null;
}

function refIn(dict: PDFDict, key: string): PDFRef | null {
  const value = dict.get(name(key));
  return value instanceof PDFRef ? value : null;
}

/** The appearance with the entries that old programs leave out. */
function completed(doc: PDFDocument, annotation: PDFDict, { stream, ref }: Look): PDFRef {
  const { dict } = stream;
  dict.set(name("Type"), name("XObject"));
  dict.set(name("Subtype"), name("Form"));
  const form = doc.catalog.lookup(name("AcroForm"));
  const shared = form instanceof PDFDict ? form.get(name("DR")) : undefined;
  if (dict.get(name("Resources")) === undefined && shared !== undefined) dict.set(name("Resources"), shared);
  const layer = annotation.get(name("OC"));
  if (layer !== undefined && dict.get(name("OC")) === undefined) dict.set(name("OC"), layer);
  return ref ?? doc.context.register(stream);
}

/** The cosine and the sine of each number of quarter turns, anticlockwise. */
const QUARTERS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/**
 * The matrix that puts an appearance in the annotation's rectangle (ISO 32000, 12.5.5); `null` when it has no size.
 * @param upright quarter turns of the page that the annotation does not follow: it is turned back around its upper left corner
 */
function placeOf(annotation: PDFDict, { dict }: PDFStream, upright: number): readonly number[] | null {
  const rect = numbersOf(annotation.lookup(name("Rect")));
  const box = numbersOf(dict.lookup(name("BBox")));
  if (rect.length !== 4 || box.length !== 4) return null;
  const given = numbersOf(dict.lookup(name("Matrix")));
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = given.length === 6 ? given : [];
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const);
  const from = { x: Math.min(...corners.map(([x]) => x)), y: Math.min(...corners.map(([, y]) => y)) };
  const width = Math.max(...corners.map(([x]) => x)) - from.x;
  const height = Math.max(...corners.map(([, y]) => y)) - from.y;
  const [r0 = 0, s0 = 0, r1 = 0, s1 = 0] = rect;
  const to = { x: Math.min(r0, r1), y: Math.min(s0, s1), width: Math.abs(r1 - r0), height: Math.abs(s1 - s0) };
  if (width === 0 || height === 0 || to.width === 0 || to.height === 0) return null;
  const sx = to.width / width;
  const sy = to.height / height;
  const [cos, sin] = QUARTERS[upright] ?? QUARTERS[0];
  const [left, top] = [to.x, to.y + to.height];
  const [dx, dy] = [to.x - from.x * sx - left, to.y - from.y * sy - top];
  return [sx * cos, sx * sin, -sy * sin, sy * cos, left + dx * cos - dy * sin, top + dx * sin + dy * cos].map((value) =>
    Number(value.toFixed(5)),
  );
}

function numbersOf(array: unknown): number[] {
  if (!(array instanceof PDFArray)) return [];
  return array
    .asArray()
    .map((_, index) => array.lookup(index))
    .flatMap((value) => (value instanceof PDFNumber ? [value.asNumber()] : []));
}

/** Keeps what a reader draws, the address of a link and the answer to a note, but nothing that acts or leads into the old document. */
function untied(left: PDFDict, annotation: PDFDict, { address }: Lead, kept: ReadonlyMap<PDFDict, PDFObject>): void {
  const answered = annotation.get(name("IRT"));
  const isAnswer = answersOne(annotation, kept);
  for (const tie of TIES) left.delete(name(tie));
  if (isAnswer && answered instanceof PDFRef) left.set(name("IRT"), answered);
  if (address === undefined) left.delete(name("A"));
  else left.set(name("A"), actionTo(left.context, address));
}
