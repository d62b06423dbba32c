/** Navigation inside a document: its bookmarks and links, read before its pages are taken. */
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRef, PDFString } from "pdf-lib";
import { present } from "../../domain/present.ts";

const name = (text: string) => PDFName.of(text);

/** A place in a document: a page, and how it is shown ("/XYZ 0 700 null"). */
export interface Place {
  /** From 0. */
  readonly page: number;
  readonly how: readonly PDFObject[];
}

export interface Bookmark {
  readonly title: string;
  readonly place: Place | null;
  /** The web address that it leads to instead of a place. */
  readonly address?: string;
  readonly children: readonly Bookmark[];
}

/** Levels of bookmarks read at most, so that a cyclic or absurdly deep tree ends. */
const DEEPEST = 12;
const MOST = 5000;

export interface Places {
  /** The place in the document that a link or bookmark leads to; `null` when it leads elsewhere or nowhere. */
  of(holder: PDFDict): Place | null;
}

export function placesOf(doc: PDFDocument): Places {
  const pages = new Map<PDFObject, number>();
  doc.getPages().forEach(({ ref, node }, index) => {
    pages.set(ref, index);
    pages.set(node, index);
  });
  const named = namedPlaces(doc);
  const placeOf = (given: PDFObject | undefined, depth = 0): Place | null => {
    const found = doc.context.lookup(given);
    if (found instanceof PDFArray) {
      const [first, ...how] = found.asArray();
      const page = first === undefined ? undefined : pages.get(first);
      return page === undefined ? null : { page, how: how.filter((part) => !(part instanceof PDFRef)) };
    }
    if (found instanceof PDFDict) return placeOf(found.get(name("D")), depth + 1);
    const key = textOf(found);
    return key === null || depth > 2 ? null : placeOf(named.get(key), depth + 1);
  };
  return {
    of: (holder) => {
      const place = placeOf(holder.get(name("Dest")));
      const action = holder.lookup(name("A"));
      if (place !== null || !(action instanceof PDFDict) || action.lookup(name("S")) !== name("GoTo")) return place;
      return placeOf(action.get(name("D")));
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

/** The document's bookmarks, without those that lead nowhere and have no children. */
export function bookmarksOf(doc: PDFDocument, places: Places): Bookmark[] {
  const seen = new Set<PDFDict>();
  const level = (first: unknown, depth: number): Bookmark[] => {
    const found: Bookmark[] = [];
    for (let entry = first; entry instanceof PDFDict && !seen.has(entry) && seen.size < MOST; entry = entry.lookup(name("Next"))) {
      seen.add(entry);
      const title = textOf(entry.lookup(name("Title"))) ?? "";
      const children = depth < DEEPEST ? level(entry.lookup(name("First")), depth + 1) : [];
      const place = places.of(entry);
      const address = place === null ? addressOf(entry) : undefined;
      if (place !== null || address !== undefined || children.length > 0)
        found.push({ title: title.replace(/[\p{Cc}\p{Cf}]/gu, " ").trim(), place, children, ...present({ address }) });
    }
    return found;
  };
  const root = doc.catalog.lookup(name("Outlines"));
  return root instanceof PDFDict ? level(root.lookup(name("First")), 0) : [];
}

/** A web page or a mail address; what acts, or leads into another file, is no address. */
function addressOf(entry: PDFDict): string | undefined {
  const action = entry.lookup(name("A"));
  const address = action instanceof PDFDict && action.lookup(name("S")) === name("URI") ? textOf(action.lookup(name("URI"))) : null;
  return address !== null && /^(?:https?:|mailto:)/i.test(address) ? address : undefined;
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
