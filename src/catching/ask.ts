/**
 * Asks a site for one document with the session that the person has there, as its own page would. Bounded in size and time; the answer is
 * judged by its bytes, never by its name or by what the site says that it is.
 */
import { base64Of, bodyOf } from "../domain/bytes.ts";
import { type CatchFailure, type Caught, MOST_CAUGHT } from "../domain/catching.ts";
import { fileTypeOf } from "../domain/files.ts";
import { parseJson } from "../domain/json.ts";
import { otherTypeOf } from "../domain/other-files.ts";
import { fold } from "../domain/plain.ts";
import { fileNameOf } from "./file-name.ts";

/** What to ask. `body`: of a form that is posted. */
export interface Asked {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly body?: BodyInit;
  /** True for what the tab shows: it is taken from the browser's cache, so that the site does nothing twice. */
  readonly isShown?: boolean;
  /** Names the file when neither the answer nor its address does. */
  readonly label: string;
  /** The name under which the page has it saved, unless the answer tells another. */
  readonly download?: string;
}

interface Means {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Resolves once the answer has been waited for long enough. */
  readonly patience: () => Promise<void>;
  readonly mostBytes?: number;
}

/** Milliseconds that a site has to make a document and send it whole. */
const PATIENCE_MS = 45_000;
const patience = () => new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));

export async function askFor(asked: Asked, means: Means = { fetch: (url, init) => fetch(url, init), patience }): Promise<Caught> {
  const abort = new AbortController();
  const late = means.patience().then(() => {
    abort.abort();
    return { failure: "tooSlow" } as const;
  });
  const caught = await Promise.race([answered(asked, means, abort), late]);
  return asked.isShown === true && "failure" in caught && NOT_THE_DOCUMENT.has(caught.failure) ? { failure: "notAgain" } : caught;
}

/** Said of the address of a document that the tab shows: what is there comes from a form, or went with its page. */
const NOT_THE_DOCUMENT: ReadonlySet<CatchFailure> = new Set<CatchFailure>(["page", "refused", "gone"]);

async function answered(asked: Asked, { fetch: ask, mostBytes = MOST_CAUGHT }: Means, abort: AbortController): Promise<Caught> {
  const { url, method, body, isShown = false } = asked;
  const cache = isShown ? "force-cache" : "default";
  const init: RequestInit = { method, credentials: "include", cache, signal: abort.signal, ...(body !== undefined && { body }) };
  const response = await ask(url, init).catch(() => null);
  if (response !== null) return read(response, asked, mostBytes, abort);
  if (abort.signal.aborted) return { failure: "tooSlow" };
  return { failure: method === "GET" ? await whyNothing(url, ask, abort.signal) : "elsewhere" };
}

/** Without a session, or with one that is over: as HTTP says it, and as two widespread frameworks do (419, 440). */
const ENDED: ReadonlySet<number> = new Set([401, 403, 419, 440]);

async function read(response: Response, asked: Asked, mostBytes: number, abort: AbortController): Promise<Caught> {
  if (ENDED.has(response.status)) return { failure: "session" };
  const bytes = await bodyOf(response, mostBytes).catch(() => null);
  if (bytes === null) return { failure: abort.signal.aborted ? "tooSlow" : "unreachable" };
  if (bytes === "tooLarge") return { failure: bytes };
  if (isPage(bytes)) return { failure: response.ok ? kindOfPage(new TextDecoder().decode(bytes), response, asked.url) : "refused" };
  if (!response.ok || bytes.length === 0) return { failure: "refused" };
  if (saysOver(bytes)) return { failure: "session" };
  const data = dataIn(bytes);
  if (data !== undefined) return documentIn(data, response, asked) ?? { failure: "refused" };
  return { base64: base64Of(bytes), fileName: fileNameOf(response, asked) };
}

/** A page may not follow a redirect to another site: all it can know is that there is one. */
async function whyNothing(url: string, ask: Means["fetch"], signal: AbortSignal): Promise<CatchFailure> {
  if (/^blob:/.test(url)) return "gone";
  const response = await ask(url, { method: "GET", credentials: "include", redirect: "manual", signal }).catch(() => null);
  await response?.body?.cancel().catch(() => undefined);
  return response?.type === "opaqueredirect" ? "elsewhere" : "unreachable";
}

/** A PDF may hold markup, and its header may come late: what is a document is never taken for a page. */
function isPage(bytes: Uint8Array): boolean {
  return fileTypeOf(bytes) === undefined && otherTypeOf(bytes) === "text/html";
}

const SIGN_IN =
  /\b(?:login|logon|signin|sign in|connexion|se connecter|sso|saml|oauth|openid|authentification|authentication|identification)\b/;

const IN = "(?:connecte|reconnecte|identifie|authentifie)e?";
/** What sites say in place of a document once nobody is signed in, folded. */
const OVER = new RegExp(
  `\\b(?:${[
    "(?:re ?)?connectez vous|identifiez vous|authentifiez vous|s identifier avec|veuillez vous (?:re ?connecter|connecter|identifier|authentifier)",
    "session (?:a |est |has |is |n est )?(?:been )?(?:arrivee a expiration|plus (?:valide|active)|expiree?|terminee?|echue|inactive|invalide|expired|ended|timed ?out|timeout)",
    `avez ete (?:de ?connecte)e?|(?:devez|faut) etre ${IN}|n etes (?:plus|pas) ${IN}`,
    "(?:connexion|authentification|identification|login|sign ?in) (?:requise|necessaire|required)|must be (?:signed|logged) in|(?:sign|log) in (?:again|to continue)",
    "unauthori[sz]ed|unauthenticated|not authenticated|(?:token|jwt) (?:has |is )?(?:expired|invalid)|invalid token",
  ].join("|")})\\b`,
);
const MAY_SIGN_OUT = /\b(?:deconnexion|deconnecter|deconnectez vous|log ?out|sign ?out)\b/;

const words = (text: string) => fold(text).replace(/[^a-z]+/g, " ");

/** The longest answer in which a sentence says that nobody is signed in, in bytes; a document is longer, or has its own mark. */
const LONGEST_SENTENCE = 4_000;

/** True for a sentence or data that say it, in place of a document. */
function saysOver(bytes: Uint8Array): boolean {
  return fileTypeOf(bytes) === undefined && bytes.length <= LONGEST_SENTENCE && OVER.test(words(new TextDecoder().decode(bytes)));
}

/** What programs read of an answer; `undefined` for what may be a document. */
function dataIn(bytes: Uint8Array): unknown {
  if (fileTypeOf(bytes) !== undefined || !/^\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 20)))) return undefined;
  return parseJson(new TextDecoder().decode(bytes));
}

/** "%PDF-" by sixty-four. */
const PDF_IN_DATA = /^(?:data:application\/pdf;base64,)?(JVBERi0[\w+/=\s]+)$/;

/** The one PDF that data hold, by sixty-four, under the name that they give it. */
function documentIn(data: unknown, response: Response, { label, download }: Asked): Caught | null {
  const texts = textsIn(data);
  const [one, ...others] = texts.flatMap((text) => PDF_IN_DATA.exec(text)?.[1] ?? []);
  if (one === undefined || others.length > 0) return null;
  const name = texts.find((text) => text.length < 200 && /\.pdf$/i.test(text)) ?? download;
  return { base64: one.replace(/\s/g, ""), fileName: fileNameOf(response, { label, ...(name !== undefined && { download: name }) }) };
}

/** Data nested deeper hold no document for a person. */
const DEEPEST_DATA = 6;

function textsIn(data: unknown, depth = 0): string[] {
  if (typeof data === "string") return [data];
  if (typeof data !== "object" || data === null || depth > DEEPEST_DATA) return [];
  return Object.values(data).flatMap((value) => textsIn(value, depth + 1));
}

/** The words that a page shows, folded. */
function shownIn(html: string): string {
  return words(html.replace(/<(script|style|template|noscript)\b[\s\S]*?<\/\1\s*>/gi, " ").replace(/<[^>]*>/g, " "));
}

/** A sign-in page, or a redirect to the address of one, means that the session has ended. */
function kindOfPage(html: string, { url, redirected }: Response, asked: string): CatchFailure {
  if (/<input\b[^>]*\btype\s*=\s*["']?password/i.test(html)) return "session";
  const isMoved = redirected && url !== asked;
  const path = isMoved && URL.canParse(url) ? words(new URL(url).pathname) : "";
  if (SIGN_IN.test(path) || OVER.test(path) || leadsToSignIn(html)) return "session";
  const title = /<title[^>]*>([^<]{0,200})/i.exec(html)?.[1] ?? "";
  if (SIGN_IN.test(words(title))) return "session";
  const shown = shownIn(html);
  return OVER.test(shown) && !MAY_SIGN_OUT.test(shown) ? "session" : "page";
}

/** How little a page shows that only leads elsewhere, in letters. */
const NEARLY_NOTHING = 60;
const MOVES = [
  /<meta\b[^>]*http-equiv\s*=\s*["']?refresh[^>]*\burl\s*=\s*([^"'>\s]+)/i,
  /\blocation(?:\.href)?\s*=\s*["'`]([^"'`]+)/,
  /\blocation\.(?:replace|assign)\(\s*["'`]([^"'`]+)/,
];

/** True for a page that shows nothing and goes at once to where one signs in. */
function leadsToSignIn(html: string): boolean {
  if (shownIn(html.replace(/<title[\s\S]*?<\/title\s*>/i, " ")).trim().length > NEARLY_NOTHING) return false;
  return /\bname\s*=\s*["']?SAMLRequest\b/i.test(html) || MOVES.some((move) => SIGN_IN.test(words(move.exec(html)?.[1] ?? "")));
}
