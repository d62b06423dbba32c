/** Compares the receipt of a deposit with what was prepared. Pure. Only certain facts are read from it. */
import { base64Of, bytesOfHex } from "../domain/bytes.ts";
import { fold, squeeze } from "../domain/plain.ts";
import { present } from "../domain/present.ts";
import type { Receipt } from "../domain/receipt.ts";
import { siretsIn } from "../domain/siret.ts";
import { instantsIn } from "../domain/written-instants.ts";
import { isReceipt, isUndone } from "./receipt-words.ts";

interface Given {
  readonly fileName: string;
  readonly sha256: string;
}

export interface ReceiptKnown {
  /** The known files of the pli. */
  readonly files: readonly Given[];
  readonly reference: string | undefined;
  /** Of the bidder. */
  readonly siren?: string | undefined;
  /** The buyer's SIRET, when known. */
  readonly buyer?: string | undefined;
  /** When the first file was made. */
  readonly since: string | null;
  readonly now: Date;
}

interface LogLine {
  readonly at: string;
  readonly what: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** The known content of the pli: the last file given to the page under each name, else the prepared ones; and when the first was made. */
export function pliOf(
  log: readonly LogLine[],
  prepared: { readonly at: string; readonly files: readonly Given[] } | null,
): Pick<ReceiptKnown, "files" | "since"> {
  const attached = log.filter(({ what }) => what === "attached");
  const last = [...new Map(attached.map((line) => [line.fileName, line])).values()];
  if (last.length === 0) return { files: prepared?.files ?? [], since: prepared?.at ?? null };
  const [since = null] = last.map(({ at }) => at).toSorted();
  return { files: last.map(({ fileName, sha256 }) => ({ fileName, sha256 })), since };
}

/** How much a machine's and a portal's clocks may differ. */
const DRIFT_MS = 5 * 60_000;

/** Reads a receipt; `null` when the text neither says that a bid was received nor has the hash of a file of the pli, or says that it failed. */
export function receiptIn(text: string, { files, reference, siren, buyer, since, now }: ReceiptKnown): Receipt | null {
  const plain = fold(text);
  const signs = text.replace(/\s+/g, "");
  const named = files.map(({ fileName, sha256 }) => ({ fileName, found: foundBy(fileName, sha256, plain, signs) }));
  const doubted = namedBesideOther(text, files, named);
  const found = named.map((one) => (doubted.has(one.fileName) ? { ...one, found: "otherHash" as const } : one));
  if (isUndone(text) || !(isReceipt(text) || found.some((one) => one.found === "hash"))) return null;
  const namesReference = reference === undefined ? undefined : isWritten(reference, plain);
  const otherCompany = siren === undefined ? undefined : strangerIn(text, siren, buyer);
  return { ...present({ depositedAt: instantOf(text, since, now), namesReference, otherCompany }), files: found };
}

function foundBy(fileName: string, sha256: string, plain: string, signs: string): Receipt["files"][number]["found"] {
  // Portals write digests in hexadecimal, in pairs or not, or in base64.
  const base64 = base64Of(bytesOfHex(sha256));
  const isHex = signs
    .toLowerCase()
    .replace(/(?<=[0-9a-f]{2}):(?=[0-9a-f]{2})/g, "")
    .includes(sha256.toLowerCase());
  if (isHex || signs.includes(base64) || signs.includes(base64.replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_"))) return "hash";
  return isWritten(fileName, plain) ? "name" : "absent";
}

/** True when it is written whole: a page may break it anywhere, « 2026-12 » is not in « 2026-121 ». @param plain folded */
function isWritten(name: string, plain: string): boolean {
  const letters = [...squeeze(name)];
  return letters.length > 0 && new RegExp(`(?<![a-z0-9])${letters.join("[^a-z0-9]{0,12}")}(?![a-z0-9])`).test(plain);
}

/** The SIRET of another company, where neither the bidder's number nor another of its is written; the buyer's own is no company of the bid. */
function strangerIn(text: string, siren: string, buyer: string | undefined): string | undefined {
  if (text.replace(/\s+/g, "").includes(siren)) return undefined;
  return siretsIn(text).find((siret) => siret !== buyer);
}

/** Sixty-four digits, or 32 bytes in base64, which a page may break into lines. */
const DIGEST = /(?<![0-9a-f])(?:[0-9a-f]:?\s{0,8}){63}[0-9a-f](?![0-9a-f])|(?<![\w+/-])(?:[\w+/-]\s{0,8}){42}[\w+/-]=/gi;
/** Characters around a digest in which the name of its file is looked for. */
const BESIDE = 300;

/** The files named beside a digest that is of none of them: each digest speaks of the nearest file that its own does not prove. */
function namedBesideOther(text: string, files: readonly Given[], named: Receipt["files"]): ReadonlySet<string> {
  const known = new Set(files.flatMap(({ sha256 }) => [sha256.toLowerCase(), base64Of(bytesOfHex(sha256))]));
  const names = named.flatMap(({ fileName, found }) => (found === "name" ? [fileName] : []));
  const doubted = new Set<string>();
  for (const { 0: written, index } of names.length === 0 ? [] : text.matchAll(DIGEST)) {
    const digest = written.replace(/[\s:]/g, "");
    if (known.has(digest.toLowerCase()) || known.has(digest.replaceAll("-", "+").replaceAll("_", "/"))) continue;
    const before = squeeze(text.slice(Math.max(0, index - BESIDE), index));
    const after = squeeze(text.slice(index + written.length, index + written.length + BESIDE));
    const [nearest] = names.map((name) => ({ name, far: distance(squeeze(name), before, after) })).toSorted((a, b) => a.far - b.far);
    if (nearest !== undefined && nearest.far < BESIDE) doubted.add(nearest.name);
  }
  return doubted;
}

function distance(name: string, before: string, after: string): number {
  const [last, first] = [before.lastIndexOf(name), after.indexOf(name)];
  return Math.min(last === -1 ? BESIDE : before.length - last - name.length, first === -1 ? BESIDE : first);
}

/** The only instant between the making of the files and now; `undefined` when there are several. */
function instantOf(text: string, since: string | null, now: Date): string | undefined {
  const from = since === null ? Number.NaN : Date.parse(since) - DRIFT_MS;
  if (Number.isNaN(from)) return undefined;
  const between = instantsIn(text).flatMap(({ instant, exact, seconds }) => {
    const at = Date.parse(instant ?? exact ?? "") + seconds * 1000;
    return at >= from && at <= now.getTime() + DRIFT_MS ? [new Date(at).toISOString()] : [];
  });
  const [only, ...others] = [...new Set(between)];
  return others.length === 0 ? only : undefined;
}
