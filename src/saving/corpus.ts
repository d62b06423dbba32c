/** A saved page in the evaluation's format: `pages/<slug>.html`, which holds its frames, and `labels/<slug>.json`. */
import { strToU8, zipSync } from "fflate";
import type { PageReading } from "../domain/page-reading.ts";
import { present } from "../domain/present.ts";
import type { FrameCopy } from "./copy.ts";
import { STAND_IN } from "./words.ts";

/** What the reader found for one control, and what the person said of it. */
interface Read {
  readonly selector: string;
  readonly shadow?: string | undefined;
  readonly target: string | null;
  readonly leave?: string | undefined;
  readonly tier: "sure" | "proposed";
  readonly taught?: "person" | "map" | undefined;
}

export interface ReadFrame {
  readonly frameId: number;
  readonly detected: boolean;
  readonly kind: PageReading["kind"];
  readonly portal: string | null;
  readonly controls: readonly Read[];
}

export interface CopiedFrame {
  readonly frameId: number;
  readonly copy: FrameCopy;
}

export interface SavedPage {
  readonly slug: string;
  readonly html: string;
  /** JSON. */
  readonly labels: string;
  /** Words that are not common to all forms: the person may have them taken out. */
  readonly words: readonly string[];
  /** How many controls it holds. */
  readonly controls: number;
}

/** Reasons for which nothing is written in a control, whatever it asks. */
const LEFT: ReadonlySet<string> = new Set(["sworn", "otherParty", "hidden", "captcha", "search", "price"]);

/**
 * @param without words that the person had taken out
 * @throws when the page itself was not copied
 */
export function savedPage(
  given: readonly CopiedFrame[],
  readings: readonly ReadFrame[],
  host: string,
  without: readonly string[] = [],
): SavedPage {
  const frames = given.map(({ frameId, copy }) => ({ frameId, copy: withoutWords(copy, without) }));
  const copies = frames.map(({ copy }) => copy);
  const top = copies.find(({ path }) => path.length === 0);
  if (top === undefined) throw new Error("la page n'a pas été copiée");
  const seen = readings.filter(({ detected }) => detected);
  const slug = `${host.replace(/[^a-z0-9]+/gi, "-")}-${seen[0]?.kind ?? "page"}`.toLowerCase();
  const controls = frames.flatMap(({ frameId, copy }) => {
    const read = readings.find((one) => one.frameId === frameId)?.controls ?? [];
    const frame = copy.path.map((_, depth) => `#${nameOfFrame(copy.path.slice(0, depth + 1))}`).join(" >>> ");
    return copy.controls.map(({ was, is }) => ({
      ...is,
      ...(frame === "" ? {} : { frame }),
      ...fieldOf(read.find((one) => one.selector === was.selector && one.shadow === was.shadow)),
    }));
  });
  const labels = {
    slug,
    source: { host },
    ...present({ portal: seen[0]?.portal ?? undefined, kind: seen[0]?.kind ?? undefined }),
    expectDetected: seen.length > 0,
    rendering: "saved by a person, without its values; labelled by the reading and by what they said",
    controls,
  };
  const words = [...new Set(copies.flatMap((copy) => copy.words))].sort((one, other) => one.localeCompare(other, "fr"));
  return { slug, html: withFrames(top, copies), labels: `${JSON.stringify(labels, null, 1)}\n`, words, controls: controls.length };
}

function fieldOf(read: Read | undefined): { readonly field: string; readonly note?: string } {
  if (read === undefined) return { field: "none", note: "not read" };
  const { target, leave, tier, taught } = read;
  const field = leave === "password" ? "password" : target === null || (leave !== undefined && LEFT.has(leave)) ? "none" : target;
  if (taught !== undefined) return { field, note: taught === "person" ? "said by the person" : "said by an imported map" };
  return { field, note: tier === "proposed" && field !== "none" ? "read, to confirm" : "read" };
}

const nameOfFrame = (path: readonly number[]): string => `cadre-${path.join("-")}`;

/** Puts each copied frame in its place; other frames stay empty. */
function withFrames({ html, path }: FrameCopy, copies: readonly FrameCopy[]): string {
  return html.replace(/<iframe[^>]*? data-frame="(-?\d+)"[^>]*>/g, (tag, number: string) => {
    const inner = [...path, Number(number)];
    const copy = copies.find((one) => one.path.join() === inner.join());
    const hidden = tag.includes("display:none") ? ' style="display:none"' : "";
    const content =
      copy === undefined ? "" : ` srcdoc="${withFrames(copy, copies).replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`;
    return `<iframe id="${nameOfFrame(inner)}"${hidden}${content}>`;
  });
}

/** The copy without these words, wherever its text holds them. */
function withoutWords(copy: FrameCopy, words: readonly string[]): FrameCopy {
  if (words.length === 0) return copy;
  const any = new RegExp(`(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`, "gu");
  const masked = (text: string) => text.replace(any, STAND_IN);
  const html = copy.html.replace(/<[^>]*>|[^<]+/g, (piece) => (piece.startsWith("<") ? piece.replace(/"[^"]*"/g, masked) : masked(piece)));
  const controls = copy.controls.map(({ was, is }) => ({
    was,
    is: { ...is, selector: masked(is.selector), ...(is.shadow === undefined ? {} : { shadow: masked(is.shadow) }) },
  }));
  return { ...copy, html, controls, words: copy.words.filter((word) => !words.includes(word)) };
}

/** The folder that `npm run evaluate` takes, in one file. */
export function corpusZip({ slug, html, labels }: SavedPage): Uint8Array<ArrayBuffer> {
  return zipSync({ [`pages/${slug}.html`]: strToU8(html), [`labels/${slug}.json`]: strToU8(labels) }) as Uint8Array<ArrayBuffer>;
}
