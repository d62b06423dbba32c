/** What the tab offers the coffre, over this browser: a script of the package looks in its frames, and asks there for what the person pressed. */
import browser from "webextension-polyfill";
import { askFor } from "../../src/catching/ask.ts";
import type { FrameCatcher } from "../../src/catching/page.ts";
import { isSafeAddress } from "../../src/domain/addresses.ts";
import type { Catchable, Caught, Surveyed } from "../../src/domain/catching.ts";

type FrameFound = ReturnType<FrameCatcher["look"]>;

/** `null` when the browser gives no access: the person has not opened the extension over that tab. */
export async function surveyTab(tabId: number): Promise<Surveyed | null> {
  const target = { tabId, allFrames: true };
  const results = await browser.scripting.executeScript({ target, files: ["/catcher.js"] }).catch(() => []);
  const frames = results.flatMap(({ frameId, result }) => (result == null ? [] : [{ frameId, found: result as FrameFound }]));
  const page = frames.find(({ frameId }) => frameId === 0);
  if (page === undefined) return byAddress(tabId);
  const all = frames.toSorted((a, b) => a.frameId - b.frameId);
  return {
    host: page.found.host,
    catchables: all.flatMap(({ frameId, found }) => found.catchables.map((one): Catchable => ({ ...one, frameId }))),
    more: all.reduce((sum, { found }) => sum + found.more, 0),
    told: all.flatMap(({ found }) => found.told),
    isByAddress: false,
    needsAccess: false,
  };
}

/** Firefox lets no script into its PDF viewer: only the tab's address is known. */
async function byAddress(tabId: number): Promise<Surveyed | null> {
  if (import.meta.env.BROWSER !== "firefox") return null;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab?.url === undefined || tab.incognito || !isSafeAddress(tab.url)) return null;
  const one: Catchable = { id: "tab", frameId: 0, way: "tab", label: tab.title ?? "", beside: "", isSure: false };
  const { host, hostname } = new URL(tab.url);
  const isAllowed = await browser.permissions.contains({ origins: [`https://${hostname}/*`] });
  return { host, catchables: [one], more: 0, told: [], isByAddress: true, needsAccess: !isAllowed };
}

export async function takeFrom(tabId: number, { host, isByAddress }: Surveyed, { frameId, id }: Catchable): Promise<Caught> {
  if (isByAddress) return takeByAddress(tabId, host);
  const results = await browser.scripting
    .executeScript({ target: { tabId, frameIds: [frameId] }, func: takeInFrame, args: [id] })
    .catch(() => []);
  return (results[0]?.result as Caught | null | undefined) ?? { failure: "gone" };
}

/** The tab may show another site by now, which was not allowed. */
async function takeByAddress(tabId: number, host: string): Promise<Caught> {
  const { url = "", title = "" } = await browser.tabs.get(tabId);
  if (!URL.canParse(url) || new URL(url).host !== host) return { failure: "gone" };
  return askFor({ url, method: "GET", isShown: true, label: title });
}

/** Runs in the frame, in the isolated world. */
async function takeInFrame(id: string): Promise<Caught | null> {
  return (await (globalThis as { pliPretCatcher?: FrameCatcher }).pliPretCatcher?.take(id)) ?? null;
}

/** The document as a file that was dropped. */
export function fileOf({ base64, fileName }: Extract<Caught, { readonly base64: string }>): File {
  return new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName);
}
