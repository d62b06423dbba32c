/**
 * What lies over a page (form fields, stamps, comments, signatures' looks) becomes part of the page: merged alone, it would be lost or
 * drag the whole document along. What a reader must draw by itself stays an annotation, freed of its ties.
 */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFPageLeaf, PDFRef, PDFStream } from "pdf-lib";
import { drawOver } from "./content.ts";
import { numberIn } from "./open.ts";

const name = (text: string) => PDFName.of(text);

/** Flags of an annotation (ISO 32000, 12.5.3). */
const HIDDEN = 2;
const NO_VIEW = 32;

/** What ties an annotation to the rest of its document, or makes it act. */
const TIES = ["P", "Parent", "Popup", "IRT", "AA", "Dest", "StructParent", "Kids", "V"];

/** Flattens the annotations of one page, whose content is enclosed. */
export function flattenAnnotations(doc: PDFDocument, page: PDFPageLeaf): void {
  const annotations = page.lookup(name("Annots"));
  page.delete(name("Annots"));
  if (!(annotations instanceof PDFArray)) return;
  const kept: PDFDict[] = [];
  let drawing = "";
  for (let index = 0; index < annotations.size(); index++) {
    const annotation = annotations.lookup(index);
    if (!(annotation instanceof PDFDict)) continue;
    const subtype = annotation.lookup(name("Subtype"));
    if (subtype === name("Popup") || (numberIn(annotation, "F", 0) & (HIDDEN | NO_VIEW)) !== 0) continue;
    const look = lookOf(annotation);
    const placed = look === null ? null : placeOf(annotation, look.stream);
    if (look !== null) {
      if (placed === null) continue;
      drawing += `q ${placed.join(" ")} cm ${page.newXObject("Flat", completed(doc, annotation, look)).asString()} Do Q\n`;
    } else if (subtype !== name("Widget")) kept.push(untied(annotation));
  }
  if (drawing !== "") drawOver(page, drawing);
  if (kept.length > 0) page.set(name("Annots"), doc.context.obj(kept));
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

/** What old writers leave out of an appearance. */
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

/** The matrix that puts an appearance in the annotation's rectangle (ISO 32000, 12.5.5); `null` when it has no size. */
function placeOf(annotation: PDFDict, { dict }: PDFStream): readonly number[] | null {
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
  return [sx, 0, 0, sy, to.x - from.x * sx, to.y - from.y * sy].map((value) => Number(value.toFixed(5)));
}

function numbersOf(array: unknown): number[] {
  if (!(array instanceof PDFArray)) return [];
  return array
    .asArray()
    .map((_, index) => array.lookup(index))
    .flatMap((value) => (value instanceof PDFNumber ? [value.asNumber()] : []));
}

/** Keeps what a reader draws, and the address of a link; nothing that acts or leads into the document left behind. */
function untied(annotation: PDFDict): PDFDict {
  for (const tie of TIES) annotation.delete(name(tie));
  const action = annotation.lookup(name("A"));
  if (!(action instanceof PDFDict) || action.lookup(name("S")) !== name("URI")) annotation.delete(name("A"));
  else action.delete(name("Next"));
  return annotation;
}
