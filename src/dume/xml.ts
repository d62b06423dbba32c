/** XML of ESPD-EDM v4.1.0: a document that could reach outside is refused, and UBL's namespaces are written. */
import { type Document, type Element, parseXmlDocument, serializeToWellFormedString } from "slimdom";

export const EDM = { version: "4.1.0", profile: "ESPD-EDMv4.1.0" } as const;

export const NS = {
  response: "urn:oasis:names:specification:ubl:schema:xsd:QualificationApplicationResponse-2",
  request: "urn:oasis:names:specification:ubl:schema:xsd:QualificationApplicationRequest-2",
  cac: "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
  cbc: "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
} as const;

const XINCLUDE = "http://www.w3.org/2001/XInclude";

/** In characters: a request with a thousand criteria is about ten times shorter. */
const MOST = 30_000_000;

export type Unreadable = "tooLarge" | "doctype" | "include" | "notXml";

/**
 * A document without DTD: no entity is ever declared, so none can be expanded or fetched. Nothing outside is ever read, nor is an order to
 * include something kept.
 * @returns why it cannot be read, instead of a document
 */
export function readXml(text: string): Document | Unreadable {
  if (text.length > MOST) return "tooLarge";
  if (/<!\s*(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text)) return "doctype";
  try {
    const document = parseXmlDocument(text.replace(/^\uFEFF/, ""));
    // Whoever reads our answer next might follow it.
    return document.getElementsByTagNameNS(XINCLUDE, "*").length > 0 ? "include" : document;
  } catch {
    return "notXml";
  }
}

/** The children of that name. */
export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter(({ localName }) => localName === name);
}

/** The first descendant along a path of names, or `undefined`. */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((found, name) => found && childrenOf(found, name)[0], element);
}

/** Its text, without the spaces around; "" when there is none. */
export function textAt(element: Element | undefined, ...path: readonly string[]): string {
  return at(element, ...path)?.textContent?.trim() ?? "";
}

/** All descendants of that name, in the order of the document. */
export function allOf(element: Element, name: string): Element[] {
  return element.getElementsByTagNameNS("*", name);
}

export type Attributes = Readonly<Record<string, string>>;

/** Makes the elements of one document. */
export interface Maker {
  /** A basic component: a text. */
  cbc(name: string, text: string, attributes?: Attributes): Element;
  /** An aggregate: elements; those that are `null` are left out. */
  cac(name: string, ...children: readonly (Element | null)[]): Element;
}

export function makerOf(document: Document): Maker {
  return {
    cbc: (name, text, attributes = {}) => {
      const element = document.createElementNS(NS.cbc, `cbc:${name}`);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.append(writable(text));
      return element;
    },
    cac: (name, ...children) => {
      const element = document.createElementNS(NS.cac, `cac:${name}`);
      element.append(...children.filter((child) => child !== null));
      return element;
    },
  };
}

/** XML cannot write most control characters. */
function writable(text: string): string {
  return text.normalize("NFC").replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, " ");
}

/** One element on each line, so that versions can be compared by line. Elements that already hold text or line breaks keep them. */
export function serialize(document: Document): string {
  const root = document.documentElement;
  if (root !== null) indent(document, root, 1);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serializeToWellFormedString(document)}\n`;
}

function indent(document: Document, element: Element, depth: number): void {
  const children = [...element.children];
  const hasText = [...element.childNodes].some((node) => node.nodeType === node.TEXT_NODE);
  if (children.length === 0 || hasText) return;
  for (const child of children) {
    element.insertBefore(document.createTextNode(`\n${" ".repeat(depth)}`), child);
    indent(document, child, depth + 1);
  }
  element.append(`\n${" ".repeat(depth - 1)}`);
}
