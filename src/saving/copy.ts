/**
 * Copies a document without any value: elements, labels, help texts and names stay; what controls hold, scripts, styles, comments, hidden
 * inputs, addresses and pictures do not. The page is not changed, and only what is on a list is copied.
 */
import {
  attributeOf,
  bodyOf,
  childNodesOf,
  closest,
  localNameOf,
  nodeTypeOf,
  nodeValueOf,
  parentElementOf,
  query,
  queryAll,
  shadowOf,
  textOf,
  titleOf,
} from "../page/dom.ts";
import { selectorOf } from "../page/selector.ts";
import { isAuthorsName, type Known, keptText, type Place, unusualWords, wordsKnownFrom } from "./words.ts";

/** Where a control is in the page, and where its copy is. */
export interface CopiedControl {
  readonly was: { readonly selector: string; readonly shadow?: string };
  readonly is: { readonly selector: string; readonly shadow?: string };
}

export interface FrameCopy {
  /** Path to the frame: at each level from the page down, the frame's number in its parent; empty for the page itself. */
  readonly path: readonly number[];
  readonly html: string;
  readonly controls: readonly CopiedControl[];
  /** Words that stayed in it but are not common to all forms. */
  readonly words: readonly string[];
}

export interface CopyOptions {
  /** What is known of the person and their company, taken out everywhere. */
  readonly known: readonly string[];
  /** True when a person sees the element; for a control, when they see it or what stands for it, such as its label. */
  readonly isShown: (element: Element) => boolean;
}

/** Elements that are not copied, nor anything in them. */
const DROPPED = new Set(
  "script style link meta base noscript template svg canvas img picture video audio source track object embed applet map area math".split(
    " ",
  ),
);
const CONTROLS = new Set(["input", "select", "textarea"]);
/** Elements whose text is the same for every visitor. */
const SAYING = "label, legend, h1, h2, h3, h4, h5, h6, th, dt, button, summary, caption, [role=heading], [role=tab], [role=button]";
/** Attributes that are copied as they are, when they have this form. */
const PLAIN: Readonly<Record<string, RegExp>> = {
  type: /^[a-z-]{1,20}$/i,
  role: /^[a-z -]{1,40}$/i,
  scope: /^[a-z]{1,10}$/i,
  dir: /^[a-z]{1,5}$/i,
  lang: /^[a-z-]{1,8}$/i,
  method: /^[a-z]{1,8}$/i,
  autocomplete: /^[a-z -]{1,60}$/i,
  inputmode: /^[a-z]{1,10}$/i,
  accept: /^(\.?[a-z0-9]{2,5}|[a-z]+\/[\w.*+-]{1,80})(\s*,\s*(\.?[a-z0-9]{2,5}|[a-z]+\/[\w.*+-]{1,80}))*$/i,
  maxlength: /^\d{1,4}$/,
  minlength: /^\d{1,4}$/,
  size: /^\d{1,3}$/,
  rows: /^\d{1,3}$/,
  cols: /^\d{1,3}$/,
  colspan: /^\d{1,3}$/,
  rowspan: /^\d{1,3}$/,
  required: /^(required|true|false)?$/i,
  readonly: /^(readonly|true|false)?$/i,
  disabled: /^(disabled|true|false)?$/i,
  multiple: /^(multiple|true|false)?$/i,
  hidden: /^(hidden|until-found)?$/i,
  "aria-required": /^(true|false)$/,
  "aria-readonly": /^(true|false)$/,
  "aria-disabled": /^(true|false)$/,
  "aria-hidden": /^(true|false)$/,
  "aria-expanded": /^(true|false)$/,
  "aria-level": /^\d$/,
};
/** Attributes that name elements: each name stays, or is replaced by the same other name everywhere. */
const REFERENCES = new Set(["id", "for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"]);
const DEEPEST = 200;

export function copyOf(document: Document, { known, isShown }: CopyOptions): FrameCopy {
  return new Copier(document, wordsKnownFrom([...known, ...valuesOf(document)]), isShown).copy();
}

class Copier {
  readonly #page: Document;
  readonly #known: Known;
  readonly #isShown: CopyOptions["isShown"];
  readonly #to: Document;
  readonly #names = new Map<string, string>();
  readonly #controls: { readonly was: Element; readonly is: Element }[] = [];

  constructor(page: Document, known: Known, isShown: CopyOptions["isShown"]) {
    this.#page = page;
    this.#known = known;
    this.#isShown = isShown;
    this.#to = page.implementation.createHTMLDocument("");
  }

  copy(): FrameCopy {
    const body = bodyOf(this.#page);
    this.#to.title = keptText(titleOf(this.#page), "label", this.#known);
    if (body !== null) {
      this.#attributes(body, this.#to.body);
      this.#children(body, this.#to.body, 0);
    }
    return {
      path: pathOf(this.#page.defaultView),
      html: htmlOf(this.#to),
      controls: this.#controls.map(({ was, is }) => ({ was: placeOf(was), is: placeOf(is) })),
      words: unusualWords(saidIn(this.#to.body)),
    };
  }

  #children(from: Node, to: Node, depth: number): void {
    for (const node of childNodesOf(from)) {
      if (nodeTypeOf(node) === 3) this.#text(node, to);
      else if (nodeTypeOf(node) === 1) this.#element(node as Element, to, depth + 1);
    }
  }

  #text(node: Node, to: Node): void {
    const parent = from(node);
    if (parent !== null && attributeOf(parent, "contenteditable") !== null && attributeOf(parent, "contenteditable") !== "false") return;
    to.appendChild(this.#to.createTextNode(keptText(nodeValueOf(node) ?? "", parent === null ? "text" : placeFor(parent), this.#known)));
  }

  #element(element: Element, to: Node, depth: number): void {
    const name = localNameOf(element);
    if (depth > DEEPEST || DROPPED.has(name) || !/^[a-z][a-z0-9-]*$/.test(name) || isHiddenInput(element)) return;
    const copy = this.#to.createElement(isAuthorsName(name, this.#known) ? name : "x-element");
    to.appendChild(copy);
    this.#attributes(element, copy);
    if (!this.#isShown(element)) copy.setAttribute("style", "display:none");
    if (CONTROLS.has(name)) this.#controls.push({ was: element, is: copy });
    if (name === "iframe") copy.setAttribute("data-frame", String(frameNumber(element as HTMLIFrameElement, this.#page.defaultView)));
    if (name === "input" || name === "textarea" || name === "iframe") return;
    const shadow = shadowOf(element);
    if (shadow !== null) this.#children(shadow, copy.attachShadow({ mode: "open" }), depth);
    this.#children(element, copy, depth);
  }

  #attributes(element: Element, copy: Element): void {
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const value = attributeOf(element, name) ?? "";
      const kept = this.#attribute(element, name, value);
      if (kept !== null) copy.setAttribute(name, kept);
    }
  }

  /** Long on purpose: one kind of attribute a line. */
  #attribute(element: Element, name: string, value: string): string | null {
    const plain = PLAIN[name];
    if (plain !== undefined) return plain.test(value) ? value : null;
    if (REFERENCES.has(name))
      return value
        .split(/\s+/)
        .filter(Boolean)
        .map((one) => this.#named(one))
        .join(" ");
    if (name === "name" || name === "formcontrolname") return value === "" ? null : this.#named(value);
    if (name === "slot") return this.#named(value);
    if (name === "class")
      return value
        .split(/\s+/)
        .filter((one) => isAuthorsName(one, this.#known) && !/\d{3,}/.test(one))
        .join(" ");
    if (name === "placeholder" || name === "title") return keptText(value, "text", this.#known);
    if (name === "aria-label") return keptText(value, "label", this.#known);
    if (name === "pattern") return /[\p{L}\d]{4,}/u.test(value) ? null : value;
    if (name === "action") return this.#address(value);
    if (name === "href") return "#";
    return name === "value" ? this.#value(element, value) : null;
  }

  /** The value of a button is the same for every visitor; that of a box or an option is kept only when its words are common. */
  #value(element: Element, value: string): string | null {
    const type = (attributeOf(element, "type") ?? "").toLowerCase();
    const name = localNameOf(element);
    if (name === "button" || (name === "input" && /^(submit|button|reset)$/.test(type))) return keptText(value, "label", this.#known);
    if (name === "option" || type === "radio" || type === "checkbox") return keptText(value, "text", this.#known);
    return null;
  }

  /** What is kept of a form's address: the words that tell a search, and whether it is another site's. */
  #address(value: string): string | null {
    const own = /^https?:/.test(this.#page.baseURI) ? this.#page.baseURI : "https://page.example/";
    if (!URL.canParse(value, own)) return null;
    const url = new URL(value, own);
    const isElsewhere = url.host !== new URL(own).host;
    const words = url.pathname
      .split(/[^\p{L}]+/u)
      .filter(Boolean)
      .map((word) => keptText(word, "text", this.#known));
    return `${isElsewhere ? "https://ailleurs.example" : ""}/${words.join("/")}`;
  }

  #named(name: string): string {
    if (isAuthorsName(name, this.#known)) return name;
    const known = this.#names.get(name) ?? `nom-${this.#names.size + 1}`;
    this.#names.set(name, known);
    return known;
  }
}

const from = (node: Node): Element | null => parentElementOf(node);

/** An option of a list may name a person; so may a table cell, unless it is beside a control of its row. */
function placeFor(element: Element): Place {
  if (closest(element, "option") !== null) return "text";
  if (closest(element, SAYING) !== null) return "label";
  const cell = closest(element, "td");
  const row = cell === null ? null : closest(cell, "tr");
  if (cell === null || row === null || query(cell, "input, select, textarea") !== null) return "text";
  return query(row, "input:not([type=hidden]), select, textarea") === null ? "text" : "label";
}

function isHiddenInput(element: Element): boolean {
  return localNameOf(element) === "input" && (attributeOf(element, "type") ?? "").toLowerCase() === "hidden";
}

/** All texts of the page where a value can be, in its open shadow roots too. */
function* valuesOf(root: Document | ShadowRoot): Generator<string> {
  for (const element of queryAll<Element>(root, "*")) {
    yield* heldBy(element);
    for (const attribute of Element.prototype.getAttributeNames.call(element)) {
      if (attribute.startsWith("data-")) yield attributeOf(element, attribute) ?? "";
      if (attribute === "href" || attribute === "src" || attribute === "action") yield queryIn(attributeOf(element, attribute) ?? "");
    }
    const shadow = shadowOf(element);
    if (shadow !== null) yield* valuesOf(shadow);
  }
  if (root.nodeType === 9) yield queryIn((root as Document).URL);
}

/** The content of a control, or of an editable element. */
function* heldBy(element: Element): Generator<string> {
  const name = localNameOf(element);
  const type = (attributeOf(element, "type") ?? "").toLowerCase();
  if ((name === "input" || name === "textarea") && !/^(submit|button|reset|radio|checkbox)$/.test(type)) {
    yield (element as HTMLInputElement).value ?? "";
    yield attributeOf(element, "value") ?? "";
  }
  if (name === "textarea" || attributeOf(element, "contenteditable") !== null) yield textOf(element);
  if (name === "select") for (const { text, value } of (element as HTMLSelectElement).selectedOptions ?? []) yield `${text} ${value}`;
}

/** The query of an address: what follows its question mark. */
const queryIn = (address: string): string =>
  address
    .split("?")
    .slice(1)
    .join(" ")
    .replace(/[\w-]+=/g, " ");

function placeOf(element: Element): CopiedControl["is"] {
  const hosts: string[] = [];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) hosts.unshift(selectorOf(root.host));
  const selector = selectorOf(element);
  return hosts.length === 0 ? { selector } : { selector, shadow: hosts.join(" >>> ") };
}

function pathOf(view: Window | null): number[] {
  const path: number[] = [];
  for (let one = view; one !== null && one.parent !== one; one = one.parent) {
    let at = 0;
    while (at < one.parent.length && one.parent[at] !== one) at += 1;
    path.unshift(at);
  }
  return path;
}

/** Its number among the frames of its page; -1 when it is not among them. */
function frameNumber(frame: HTMLIFrameElement, view: Window | null): number {
  for (let at = 0; at < (view?.length ?? 0); at++) if (view?.[at] === frame.contentWindow) return at;
  return -1;
}

/** All text of the copy, with its help texts and its open shadow roots. */
function saidIn(node: Node): string {
  const element = node.nodeType === 1 ? (node as Element) : null;
  const told = ["placeholder", "title", "aria-label", "value"].map((name) => element?.getAttribute(name) ?? "");
  const within = [...(element?.shadowRoot?.childNodes ?? []), ...node.childNodes].map(saidIn);
  return [node.nodeType === 3 ? (node.nodeValue ?? "") : "", ...told, ...within].join(" ");
}

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The document as HTML, with its open shadow roots declared. */
function htmlOf(document: Document): string {
  const title = escaped(document.title);
  return `<!DOCTYPE html>\n<html lang="fr">\n<head><meta charset="utf-8"><title>${title}</title></head>\n${nodeHtml(document.body)}\n</html>\n`;
}

function nodeHtml(node: Node): string {
  if (node.nodeType === 3) return escaped(node.nodeValue ?? "");
  if (node.nodeType !== 1) return "";
  const element = node as Element;
  const attributes = element.getAttributeNames().map((name) => ` ${name}="${escaped(element.getAttribute(name) ?? "")}"`);
  const opening = `<${element.localName}${attributes.join("")}>`;
  if (VOID.has(element.localName)) return opening;
  const shadow = element.shadowRoot;
  const inner = shadow === null ? "" : `<template shadowrootmode="open">${[...shadow.childNodes].map(nodeHtml).join("")}</template>`;
  return `${opening}${inner}${[...element.childNodes].map(nodeHtml).join("")}</${element.localName}>`;
}
