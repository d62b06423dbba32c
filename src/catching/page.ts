/** In a frame of the page: lists what it shows or links to, and fetches one of these once the person pressed its line. */
import type { Catchable, Caught, Told } from "../domain/catching.ts";
import { attributeOf, baseOf, matches, queryAll, shadowOf } from "../page/dom.ts";
import { decoded, fileNameIn } from "./address.ts";
import { besideOf, clean, headingOf, labelOf } from "./around.ts";
import { type Asked, askFor } from "./ask.ts";
import { offered, PDF, type Pressed, told, type Written } from "./choose.ts";
import { asksFirst, dataOf, isPressable, runBy, sentByProgram, writtenToRun } from "./gesture.ts";
import { sendingIn } from "./sending.ts";
import { addressOfForm, formOf, goesNowhere, isOtherMethod, isPrivate, requestOf, type SentForm, saidBy } from "./sent-form.ts";
import { addressIn, programInWords, shownBy } from "./written.ts";

interface FrameFound {
  readonly host: string;
  readonly catchables: readonly Omit<Catchable, "frameId">[];
  readonly more: number;
  readonly told: readonly Told[];
}

export interface FrameCatcher {
  look(): FrameFound;
  take(id: string): Promise<Caught>;
}

/** The element behind a line. */
interface Found extends Written {
  readonly id: string;
  readonly sent?: SentForm;
}

export function catcherIn(page: Document, ask: typeof askFor = askFor): FrameCatcher {
  let found: ReadonlyMap<string, Found> = new Map();
  return {
    look() {
      const trees = [...treesOf(page)];
      const gestures = trees.flatMap((tree) => [...gesturesIn(tree, page)]);
      const seen = [...shownIn(page, trees), ...gestures.filter(isKnown)];
      const all = seen.map((one, index): Found => ({ ...one, id: String(index) }));
      found = new Map(all.map((one) => [one.id, one]));
      const pressed = gestures.filter((one): one is Pressed => !isKnown(one));
      return { host: new URL(page.URL).host, ...offered(all), told: told(pressed) };
    },
    take: async (id) => {
      const one = found.get(id);
      if (one === undefined) return { failure: "gone" };
      const asked = one.sent === undefined ? plainly(one) : requestOf(one.sent, one.url, one.label);
      return asked === null ? { failure: "incomplete" } : ask(asked);
    },
  };
}

function plainly({ url, way, label, beside, download }: Found): Asked {
  return { url, method: "GET", isShown: way === "tab", label: label === "" ? beside : label, ...(download !== undefined && { download }) };
}

type Seen = Omit<Found, "id">;
const isKnown = (one: Seen | Pressed): one is Seen => "way" in one;
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
    yield { way: "embedded", url, label, beside: "", isPlugin: matches(element, "embed, object"), ...(type !== "" && { type }) };
  }
}

/** The type that a frame announces; else that of the document in it, where the page may see it. */
function typeShownIn(element: Element, url: string): string {
  const { contentDocument } = element as HTMLIFrameElement;
  const isThere = contentDocument !== null && contentDocument !== undefined && contentDocument.URL === url;
  return typeOf(element) || (isThere ? contentDocument.contentType : "");
}

const LINKS = "a, area, button, input[type=button], [role=button], [role=link], [onclick]";
const SENDERS = "button:not([type]), button[type=submit], input[type=submit], input[type=image]";
const isSender = (element: Element) => matches(element, SENDERS) && (element as HTMLButtonElement).form !== null;

/** Links and buttons, wherever they stand: those whose request is known, and those that only the page's program can press. */
function* gesturesIn(tree: Tree, page: Document): Generator<Seen | Pressed> {
  for (const element of queryAll(tree, `${LINKS}, ${SENDERS}`)) {
    const sender = sentByProgram(element);
    if (sender === "removes" || asksFirst(element)) continue;
    const around = () => ({ label: labelOf(element), beside: besideOf(element), under: headingOf(element) });
    const known = sender === "asks" ? null : knownOf(element, tree, page);
    if (known === "none") continue;
    if (known !== null) yield { ...known, ...around() };
    else if (isPressable(element)) yield { ...around(), program: programInWords(writtenToRun(element)) };
  }
}

type Known = Omit<Seen, "label" | "beside" | "under">;

/** What pressing it asks of the site; `null` where only the page's program knows, "none" where nothing is to be asked for somebody. */
function knownOf(element: Element, tree: Tree, page: Document): Known | "none" | null {
  const run = runBy(element);
  const sending = run === "" ? null : sendingIn(run);
  if (sending !== null) {
    const sent = formOf(tree, element, sending);
    return sent === null ? null : formed(sent, addressOfForm(sent, sending.action));
  }
  if (!isSender(element)) return linked(element, page);
  const button = element as HTMLButtonElement;
  // Its program has the browser send nothing: it asks by itself.
  if (/\breturn false\b|preventDefault|\.ab\(/.test(run)) return null;
  const sent = { form: button.form as HTMLFormElement, button };
  return matches(button, ":disabled") ? "none" : formed(sent, addressOfForm(sent));
}

/** Sent to another site, its answer could not be read, and it would have been sent. */
function formed(sent: SentForm, url: string): Known | "none" | null {
  if (isPrivate(sent.form) || isOtherMethod(sent)) return "none";
  if (url === "" || goesNowhere(sent) || new URL(url).origin !== globalThis.origin) return null;
  return { way: "form", url, sent, program: programInWords(saidBy(sent)) };
}

/** Where it leads away from the page: by its link, else by the address in its data or in what its click runs, on the same site. */
function linked(element: Element, page: Document): Known | "none" | null {
  const href = (attributeOf(element, "href") ?? "").trim();
  const runs = href === "" || href === "#" || /^javascript:/i.test(href);
  const program = runs ? runBy(element) : "";
  const written = runs ? addressIn(dataOf(element), program) : href;
  const address = written === undefined ? "" : addressFrom(element, written);
  if (address === "" || plain(address) === plain(page.URL) || (runs && !isOfSite(address, page))) return runs ? null : "none";
  const known: Known = { way: "link", url: shownBy(address) ?? address, ...(runs && { program: programInWords(program) }) };
  return { ...known, ...announced(element) };
}

/** What the page says of what a link leads to. */
function announced(element: Element): Pick<Written, "type" | "download"> {
  const download = attributeOf(element, "download");
  const type = matches(element, "a, area") ? typeOf(element) : "";
  return { ...(type !== "" && { type }), ...(download !== null && { download }) };
}

const plain = (address: string) => address.replace(/#.*$/, "");
const isOfSite = (address: string, page: Document) => URL.canParse(page.URL) && new URL(address).origin === new URL(page.URL).origin;

const addressOf = (element: Element, name: string) => addressFrom(element, attributeOf(element, name) ?? "");

function addressFrom(element: Element, written: string): string {
  const base = baseOf(element);
  return URL.canParse(written, base) ? new URL(written, base).href : "";
}

const typeOf = (element: Element) => (attributeOf(element, "type") ?? "").split(";", 1).join("").trim().toLowerCase();

const fileIn = (address: string) => (/^(?:blob|data):/.test(address) ? "" : clean(decoded(fileNameIn(address))));
