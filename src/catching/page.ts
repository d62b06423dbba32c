/** In a frame of the page: lists what it shows or links to, and fetches one of these once the person pressed its line. */
import type { Catchable, Caught } from "../domain/catching.ts";
import { attributeOf, baseOf, closest, matches, methodOfForm, query, queryAll, textOf } from "../page/dom.ts";
import { decoded, fileNameIn } from "./address.ts";
import { type Asked, askFor } from "./ask.ts";
import { offered, type Written } from "./choose.ts";

interface FrameFound {
  readonly host: string;
  readonly catchables: readonly Omit<Catchable, "frameId">[];
  readonly more: number;
}

export interface FrameCatcher {
  look(): FrameFound;
  take(id: string): Promise<Caught>;
}

/** The element behind a line. */
interface Found extends Written {
  readonly id: string;
  readonly form?: HTMLFormElement;
  readonly button?: HTMLElement;
}

export function catcherIn(page: Document, ask: typeof askFor = askFor): FrameCatcher {
  let found: ReadonlyMap<string, Found> = new Map();
  return {
    look() {
      const all = [...shownIn(page), ...linksIn(page), ...buttonsIn(page)].map((one, index): Found => ({ ...one, id: String(index) }));
      found = new Map(all.map((one) => [one.id, one]));
      return { host: new URL(page.URL).host, ...offered(all) };
    },
    take: async (id) => {
      const one = found.get(id);
      if (one === undefined) return { failure: "gone" };
      const asked = one.form === undefined ? plainly(one) : sent(one, one.form);
      return asked === null ? { failure: "incomplete" } : ask(asked);
    },
  };
}

function plainly({ url, way, label, beside }: Found): Asked {
  return { url, method: "GET", isShown: way === "tab", label: label === "" ? beside : label };
}

/** The request that the browser would send for that button; `null` while the form is incomplete. */
function sent({ url, button, label }: Found, form: HTMLFormElement): Asked | null {
  const novalidate = attributeOf(form, "novalidate") !== null || (button !== undefined && attributeOf(button, "formnovalidate") !== null);
  if (!novalidate && !HTMLFormElement.prototype.checkValidity.call(form)) return null;
  const data = new FormData(form, button);
  const method = (button === undefined ? null : attributeOf(button, "formmethod")) ?? methodOfForm(form);
  const fields = () => new URLSearchParams([...data].map(([name, value]) => [name, typeof value === "string" ? value : value.name]));
  if (method.toLowerCase() !== "post") {
    const address = new URL(url);
    address.search = fields().toString();
    return { url: address.href, method: "GET", label };
  }
  const isMultipart = attributeOf(form, "enctype")?.toLowerCase() === "multipart/form-data";
  return { url, method: "POST", body: isMultipart ? data : fields(), label };
}

type Seen = Omit<Found, "id">;

/** The tab itself when it is a document, and the documents that frames of the page show. */
function* shownIn(page: Document): Generator<Seen> {
  const { contentType, URL: address } = page;
  if (contentType === "application/pdf") {
    yield { way: "tab", url: address, label: fileIn(address), beside: "", type: contentType };
    return;
  }
  for (const element of queryAll(page, "iframe[src], embed[src], object[data]")) {
    const url = addressOf(element, matches(element, "object") ? "data" : "src");
    yield { way: "embedded", url, label: clean(attributeOf(element, "title") ?? "") || fileIn(url), beside: "", type: typeOf(element) };
  }
}

function* linksIn(page: Document): Generator<Seen> {
  for (const element of queryAll(page, "a[href], area[href]")) {
    const download = attributeOf(element, "download");
    const url = addressOf(element, "href");
    const isHere = url.replace(/#.*$/, "") === page.URL.replace(/#.*$/, "");
    if (isHere) continue;
    const type = typeOf(element);
    yield {
      way: "link",
      url,
      label: labelOf(element),
      beside: besideOf(element),
      ...(type !== "" && { type }),
      ...(download !== null && { download }),
    };
  }
}

/** Buttons that send a form: never one that holds a password or a file. */
function* buttonsIn(page: Document): Generator<Seen> {
  for (const button of queryAll<HTMLElement>(
    page,
    "form button:not([type]), form button[type=submit], form input[type=submit], form input[type=image]",
  )) {
    const form = closest(button, "form");
    if (
      !(form instanceof HTMLFormElement) ||
      matches(button, ":disabled") ||
      query(form, "input[type=password], input[type=file]") !== null
    )
      continue;
    const url = attributeOf(button, "formaction") === null ? addressOf(form, "action") : addressOf(button, "formaction");
    yield { way: "form", url, label: labelOf(button), beside: besideOf(button), form, button };
  }
}

function addressOf(element: Element, name: string): string {
  const written = attributeOf(element, name) ?? "";
  const base = baseOf(element);
  return URL.canParse(written, base) ? new URL(written, base).href : "";
}

const typeOf = (element: Element) => (attributeOf(element, "type") ?? "").trim().toLowerCase();

const MOST_LETTERS = 110;
const clean = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, MOST_LETTERS);

function labelOf(element: Element): string {
  const inside = query(element, "img[alt], svg title");
  const value = matches(element, "input") ? (attributeOf(element, "value") ?? attributeOf(element, "alt")) : textOf(element);
  const said = [
    attributeOf(element, "aria-label"),
    value,
    attributeOf(element, "title"),
    inside === null ? "" : (attributeOf(inside, "alt") ?? textOf(inside)),
  ];
  return said.map((one) => clean(one ?? "")).find((one) => one !== "") ?? "";
}

/** The other text in its line of a list or table. */
function besideOf(element: Element): string {
  const line = closest(element, "tr, li, [role=row], [role=listitem], dd, article, fieldset");
  return line === null ? "" : clean(textOf(line).replace(textOf(element), " "));
}

const fileIn = (address: string) => clean(decoded(fileNameIn(address)));
