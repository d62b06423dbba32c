/** Navigation inside a document: its bookmarks and links, read before its pages are taken. */
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRef, PDFString } from "pdf-lib";
import { present } from "../../domain/present.ts";

const name = (text: string) => PDFName.of(text);

/** A place in a document: a page, and how it is shown ("/XYZ 0 700 null"). */
export interface Place {
  /** From 0. */
  readonly page: number;
  readonly how: readonly PDFObject[];
}

/** Where a link, a bookmark or a button leads. */
export interface Lead {
  readonly place: Place | null;
  /** The web, mail or phone address that it leads to instead of a place. */
  readonly address?: string;
  /** What merging cannot keep of it: `file` it leads to another file, or through an article; `command` it does something else. */
  readonly loses?: "file" | "command";
}

export interface Bookmark extends Pick<Lead, "place" | "address"> {
  readonly title: string;
  readonly children: readonly Bookmark[];
}

/** Levels of bookmarks read at most, so that a cyclic or absurdly deep tree ends. */
const DEEPEST = 12;
const MOST = 5000;

export interface Places {
  /** @param page the page that a link is on, from 0 */
  of(holder: PDFDict, page?: number): Lead;
}

/** Actions that lead to another file, or along an article, whose pages do not say its order. */
const TO_A_FILE = ["GoToR", "GoToE", "Launch", "URI", "Thread"].map(name);

export function placesOf(doc: PDFDocument): Places {
  const pages = new Map<PDFObject, number>();
  doc.getPages().forEach(({ ref, node }, index) => {
    pages.set(ref, index);
    pages.set(node, index);
  });
  const count = doc.getPageCount();
  const named = namedPlaces(doc);
  const base = baseOf(doc);
  /** The page itself, its number (which readers take too), or an element of the structure that is on it. */
  const pageOf = (first: PDFObject | undefined): number | undefined => {
    if (first instanceof PDFNumber) return first.asNumber() in doc.getPages() ? first.asNumber() : undefined;
    const element = doc.context.lookup(first);
    const on = element instanceof PDFDict ? element.get(name("Pg")) : undefined;
    return first === undefined ? undefined : (pages.get(first) ?? (on === undefined ? undefined : pages.get(on)));
  };
  const placeOf = (given: PDFObject | undefined, depth = 0): Place | null => {
    const found = doc.context.lookup(given);
    if (found instanceof PDFArray) {
      const [first, ...how] = found.asArray();
      const page = pageOf(first);
      return page === undefined ? null : { page, how: how.filter((part) => !(part instanceof PDFRef)) };
    }
    if (found instanceof PDFDict) return placeOf(found.get(name("D")), depth + 1);
    const key = textOf(found);
    return key === null || depth > 2 ? null : placeOf(named.get(key), depth + 1);
  };
  /** "NextPage", "LastPage"…: a page of the whole dossier would be another. */
  const turned = (action: PDFDict, from: number | undefined): Place | null => {
    const turns = { FirstPage: 0, LastPage: count - 1, ...(from === undefined ? {} : { NextPage: from + 1, PrevPage: from - 1 }) };
    const page = new Map(Object.entries(turns)).get(textOf(action.lookup(name("N"))) ?? "");
    return page === undefined ? null : { page: Math.min(Math.max(page, 0), count - 1), how: [name("Fit")] };
  };
  return {
    of: (holder, from) => {
      const place = placeOf(holder.get(name("Dest")));
      const action = holder.lookup(name("A"));
      if (place !== null || !(action instanceof PDFDict)) return { place };
      const kind = action.lookup(name("S"));
      // A place that is not in the document was lost before.
      if (kind === name("GoTo")) return { place: placeOf(action.get(name("D"))) ?? placeOf(action.get(name("SD"))) };
      if (kind === name("Named")) {
        const to = turned(action, from);
        return { place: to, ...(to === null ? { loses: "command" } : {}) };
      }
      const address = kind === name("URI") ? addressOf(action.lookup(name("URI")), base) : undefined;
      if (address !== undefined) return { place: null, address };
      return { place: null, loses: TO_A_FILE.some((one) => one === kind) ? "file" : "command" };
    },
  };
}

/** Named destinations, from both places where a PDF keeps them (ISO 32000, 12.3.2.3). */
function namedPlaces(doc: PDFDocument): Map<string, PDFObject> {
  const found = new Map<string, PDFObject>();
  const old = doc.catalog.lookup(name("Dests"));
  if (old instanceof PDFDict) for (const [key, value] of old.entries()) found.set(key.decodeText(), value);
  const names = doc.catalog.lookup(name("Names"));
  const walk = (node: unknown, depth: number): void => {
    if (!(node instanceof PDFDict) || depth > DEEPEST) return;
    const pairs = node.lookup(name("Names"));
    if (pairs instanceof PDFArray)
      for (let index = 0; index + 1 < pairs.size(); index += 2) {
        const key = textOf(pairs.lookup(index));
        const value = pairs.get(index + 1);
        if (key !== null && value !== undefined) found.set(key, value);
      }
    const kids = node.lookup(name("Kids"));
    if (kids instanceof PDFArray) for (let index = 0; index < kids.size(); index++) walk(kids.lookup(index), depth + 1);
  };
  if (names instanceof PDFDict) walk(names.lookup(name("Dests")), 0);
  return found;
}

/** The document's bookmarks. `isWhole` is false when some lead to where a merged document cannot, or are too many: their words are kept. */
export function bookmarksOf(doc: PDFDocument, places: Places): { readonly bookmarks: readonly Bookmark[]; readonly isWhole: boolean } {
  const seen = new Set<PDFDict>();
  let isWhole = true;
  const level = (first: unknown, depth: number): Bookmark[] => {
    const found: Bookmark[] = [];
    for (let entry = first; entry instanceof PDFDict && !seen.has(entry); entry = entry.lookup(name("Next"))) {
      if (seen.size >= MOST || depth > DEEPEST) {
        isWhole = false;
        break;
      }
      seen.add(entry);
      const title = (textOf(entry.lookup(name("Title"))) ?? "").replace(/[\p{Cc}\p{Cf}]/gu, " ").trim();
      const children = level(entry.lookup(name("First")), depth + 1);
      const { place, address, loses } = places.of(entry);
      if (loses !== undefined) isWhole = false;
      if (title !== "" || place !== null || address !== undefined || children.length > 0)
        found.push({ title, place, children, ...present({ address }) });
    }
    return found;
  };
  const root = doc.catalog.lookup(name("Outlines"));
  const bookmarks = root instanceof PDFDict ? level(root.lookup(name("First")), 0) : [];
  return { bookmarks, isWhole };
}

/** Where the relative addresses of a document start (ISO 32000, 12.6.4.7). */
function baseOf({ catalog }: PDFDocument): string | undefined {
  const found = catalog.lookup(name("URI"));
  const base = found instanceof PDFDict ? found.lookup(name("Base")) : undefined;
  return base === undefined ? undefined : (rawOf(base) ?? undefined);
}

const OUTSIDE = /^(?:https?|ftps?|mailto|tel):/i;

/** A web page, a mail or phone address; what acts, or leads into another file, is no address. */
function addressOf(value: PDFObject | undefined, base: string | undefined): string | undefined {
  const written = rawOf(value)?.trim() ?? "";
  if (OUTSIDE.test(written)) return written;
  if (written === "" || /^[a-z][a-z\d+.-]*:/i.test(written)) return undefined;
  // Readers take it for an address too.
  if (/^www\./i.test(written)) return `http://${written}`;
  const whole = base !== undefined && /^https?:/i.test(base) && URL.canParse(written, base) ? new URL(written, base).href : "";
  return OUTSIDE.test(whole) ? whole : undefined;
}

/** The text of an address: of ASCII as it should be, or in UTF-8 as many programs write it. */
function rawOf(value: unknown): string | null {
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(value.asBytes());
  } catch {
    return textOf(value);
  }
}

function textOf(value: unknown): string | null {
  if (value instanceof PDFName) return value.decodeText();
  return value instanceof PDFString || value instanceof PDFHexString ? decoded(value) : null;
}

function decoded(value: PDFString | PDFHexString): string {
  try {
    return value.decodeText();
  } catch {
    return "";
  }
}
