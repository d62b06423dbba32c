/** Builds generated pages, reads them with the real code, and says which promises were broken. */
import { finish } from "../../src/page/slices.ts";
import { readHere } from "./read-here.ts";

/** A piece of page: a tag with attributes, texts and children; or a shadow root. */
export interface Piece {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly shadow: boolean;
  readonly children: readonly Piece[];
}

const NEVER_WRITTEN =
  "input[type=password], input[type=search], [role=search] input, [role=search] select, [style*='display:none' i] input[type=text]";

/** The broken promises of each page; an empty list for a page that came through. */
export function examine(pages: readonly (readonly Piece[])[]): string[][] {
  return pages.map((pieces) => {
    document.body.replaceChildren(...pieces.map(build));
    const before = document.body.innerHTML;
    try {
      return [...promises(), ...(document.body.innerHTML === before ? [] : ["la page a changé"])];
    } catch (error) {
      return [`exception : ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
    }
  });
}

function promises(): string[] {
  const broken: string[] = [];
  const { page, elementOf } = finish(readHere(document, { portal: null }));
  const again = finish(readHere(document, { portal: null })).page;
  if (JSON.stringify(again) !== JSON.stringify(page)) broken.push("deux lectures diffèrent");
  const ids = new Set(page.controls.map(({ id }) => id));
  if (ids.size !== page.controls.length) broken.push("deux contrôles ont le même nom");
  for (const { id, selector, shadow, target, leave } of page.controls) {
    const element = elementOf(id);
    if (element === null) broken.push(`${id} n'a pas d'élément`);
    let root: Document | ShadowRoot | null = document;
    for (const host of shadow?.split(" >>> ") ?? []) root = root?.querySelector(host)?.shadowRoot ?? null;
    if (root?.querySelector(selector) !== element) broken.push(`${id} ne se retrouve pas`);
    if (target !== null && leave === undefined && element?.matches(NEVER_WRITTEN) === true) broken.push(`${id} serait écrit : ${target}`);
  }
  return broken;
}

function build({ tag, attributes, text, shadow, children }: Piece): Element {
  const element = document.createElement(shadow ? "x-piece" : tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const root = shadow ? element.attachShadow({ mode: "open" }) : element;
  if (text !== "") root.append(text);
  root.append(...children.map(build));
  return element;
}
