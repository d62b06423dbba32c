/** In a frame of the page: lists what it shows or links to, and fetches one of these once the person pressed its line. */
import type { Catchable, Caught } from "../domain/catching.ts";
import { attributeOf, baseOf, matches, methodOfForm, query, queryAll, shadowOf } from "../page/dom.ts";
import { decoded, fileNameIn } from "./address.ts";
import { besideOf, clean, headingOf, labelOf } from "./around.ts";
import { type Asked, askFor } from "./ask.ts";
import { offered, PDF, type Written } from "./choose.ts";
import { addressIn, programInWords, shownBy } from "./written.ts";

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
      const trees = [...treesOf(page)];
      const seen = [...shownIn(page, trees), ...trees.flatMap((tree) => [...linksIn(tree, page), ...buttonsIn(tree)])];
      const all = seen.map((one, index): Found => ({ ...one, id: String(index) }));
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

function plainly({ url, way, label, beside, download }: Found): Asked {
  return { url, method: "GET", isShown: way === "tab", label: label === "" ? beside : label, ...(download !== undefined && { download }) };
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
type Tree = Document | ShadowRoot;

/** The page, and the open trees that its components draw in. */
function* treesOf(tree: Tree): Generator<Tree> {
  yield tree;
  for (const element of queryAll(tree, "*")) {
    const own = shadowOf(element);
    if (own !== null) yield* treesOf(own);
  }
}

/** The tab itself when it is a document, and the documents that frames of the page show. */
function* shownIn(page: Document, trees: readonly Tree[]): Generator<Seen> {
  const { contentType, URL: address } = page;
  if (contentType === PDF) {
    yield { way: "tab", url: address, label: fileIn(address), beside: "", type: contentType };
    return;
  }
  for (const element of trees.flatMap((tree) => [...queryAll(tree, "iframe[src], embed[src], object[data]")])) {
    const asked = addressOf(element, matches(element, "object") ? "data" : "src");
    const shown = shownBy(asked);
    const url = shown ?? asked;
    const label = clean(attributeOf(element, "title") ?? "") || fileIn(url);
    const type = shown === undefined ? typeShownIn(element, url) : PDF;
    yield { way: "embedded", url, label, beside: "", ...(type !== "" && { type }) };
  }
}

/** The type that a frame announces; else that of the document in it, where the page may see it. */
function typeShownIn(element: Element, url: string): string {
  const { contentDocument } = element as HTMLIFrameElement;
  const isThere = contentDocument !== null && contentDocument !== undefined && contentDocument.URL === url;
  return typeOf(element) || (isThere ? contentDocument.contentType : "");
}

const LINKS = "a, area, button, input[type=button], [role=button], [role=link], [onclick]";

/** Links, and what plays one. */
function* linksIn(tree: Tree, page: Document): Generator<Seen> {
  for (const element of queryAll(tree, LINKS)) {
    const led = isSender(element) ? null : ledFrom(element, page);
    if (led === null) continue;
    const download = attributeOf(element, "download");
    const type = matches(element, "a, area") ? typeOf(element) : "";
    yield {
      way: "link",
      ...led,
      label: labelOf(element),
      beside: besideOf(element),
      under: headingOf(element),
      ...(type !== "" && { type }),
      ...(download !== null && { download }),
    };
  }
}

/** Where it leads away from the page: by its link, else by the address in its data or in what its click runs, on the same site. */
function ledFrom(element: Element, page: Document): Pick<Seen, "url" | "program"> | null {
  const href = (attributeOf(element, "href") ?? "").trim();
  const runs = href === "" || href === "#" || /^javascript:/i.test(href);
  const program = runs ? `${href} ${attributeOf(element, "onclick") ?? ""}` : "";
  const written = runs ? addressIn(dataOf(element), program) : href;
  const address = written === undefined ? "" : addressFrom(element, written);
  if (address === "" || plain(address) === plain(page.URL) || (runs && !isOfSite(address, page))) return null;
  return { url: shownBy(address) ?? address, ...(runs && { program: programInWords(program) }) };
}

const plain = (address: string) => address.replace(/#.*$/, "");
const isOfSite = (address: string, page: Document) => URL.canParse(page.URL) && new URL(address).origin === new URL(page.URL).origin;

function dataOf(element: Element): readonly (readonly [string, string])[] {
  const names = Element.prototype.getAttributeNames.call(element);
  return names.flatMap((name) => (name.startsWith("data-") ? [[name.slice(5), attributeOf(element, name) ?? ""] as const] : []));
}

const SENDERS = "button:not([type]), button[type=submit], input[type=submit], input[type=image]";
const isSender = (element: Element) => matches(element, SENDERS) && (element as HTMLButtonElement).form !== null;

/** Buttons that send a form, wherever they stand: never one that holds a password or a file. */
function* buttonsIn(tree: Tree): Generator<Seen> {
  for (const button of queryAll<HTMLButtonElement>(tree, SENDERS)) {
    const { form } = button;
    if (form === null || matches(button, ":disabled") || query(form, "input[type=password], input[type=file]") !== null) continue;
    const url = attributeOf(button, "formaction") === null ? addressOf(form, "action") : addressOf(button, "formaction");
    yield { way: "form", url, label: labelOf(button), beside: besideOf(button), under: headingOf(button), form, button };
  }
}

const addressOf = (element: Element, name: string) => addressFrom(element, attributeOf(element, name) ?? "");

function addressFrom(element: Element, written: string): string {
  const base = baseOf(element);
  return URL.canParse(written, base) ? new URL(written, base).href : "";
}

const typeOf = (element: Element) => (attributeOf(element, "type") ?? "").split(";", 1).join("").trim().toLowerCase();

const fileIn = (address: string) => (/^(?:blob|data):/.test(address) ? "" : clean(decoded(fileNameIn(address))));
