/**
 * Checks before a deposit: sizes and names of files against the portal's limits, files opened again, and whether the upload
 * can end before the deadline. Pure. It advises: the extension never deposits.
 */
import type { DepositLimits, Sourced } from "../domain/deposit-limits.ts";
import type { PreparedFile, Reopened } from "../domain/prepared.ts";
import type { MaxSize } from "../domain/slot-limits.ts";
import type { CompletenessCheck } from "./completeness.ts";

/** The rate used to estimate the upload: typed by the person, measured to the proxy, or assumed. */
export interface UploadRate {
  readonly from: "typed" | "measured" | "supposed";
  /** Bits per second. */
  readonly bits: number;
}

/** The usual best upload rate of an ADSL line. */
export const CAUTIOUS_RATE: UploadRate = { from: "supposed", bits: 1_000_000 };

/** The time left is tight below this many upload durations: a portal may require a second attempt. */
const TIGHT = 3;

export interface Reading {
  readonly file: PreparedFile;
  /** `null` while it is being opened. */
  readonly reopened: Reopened | null;
}

export interface PreflightFacts {
  readonly files: readonly Reading[];
  readonly limits: DepositLimits;
  /** ISO 8601. */
  readonly deadline: string | undefined;
  readonly now: Date;
  readonly rate: UploadRate;
}

/**
 * The portal's limits, unless the page gives others: what it writes of its deposit or beside the dossier's upload slot is more reliable
 * than a table.
 * @param slots those of the page; only those for the whole dossier count
 * @param deposit what the page says of the whole deposit
 * @param today "2026-05-31"
 */
export function limitsOf(
  portal: DepositLimits,
  slots: readonly { readonly made: "pdf" | "zip" | null; readonly maxSize?: MaxSize | undefined }[],
  deposit: MaxSize | undefined,
  today: string,
): DepositLimits {
  const said = slots.flatMap(({ made, maxSize }) => (made !== null && maxSize !== undefined ? [maxSize] : []));
  const [least] = said.toSorted((a, b) => a.bytes - b.bytes);
  const quoted = ({ bytes, said: text }: MaxSize) => ({ value: bytes, source: `« ${text} »`, readOn: today, confidence: "high" }) as const;
  return {
    ...portal,
    ...(least !== undefined && { fileBytes: quoted(least) }),
    ...(deposit !== undefined && { totalBytes: quoted(deposit) }),
  };
}

type Level = "ok" | "warn" | "bad" | "unknown";
type LimitName = keyof DepositLimits;
/** Where a limit was read, without its value. */
export type LimitSource = Pick<Sourced<unknown>, "source" | "readOn" | "confidence">;

export type Check = CompletenessCheck | OfFiles;
type OfFiles = { readonly level: Level; readonly source?: LimitSource | undefined } & (
  | { readonly about: "opening"; readonly left: number }
  | { readonly about: "sound"; readonly files: number; readonly pages: number; readonly entries: number }
  | { readonly about: "unsound"; readonly fileName: string; readonly why: Exclude<Reopened["state"], "sound"> }
  | { readonly about: "total"; readonly bytes: number; readonly limit: number | null }
  | { readonly about: "file"; readonly fileName: string; readonly bytes: number; readonly limit: number | null }
  | { readonly about: "extension"; readonly fileName: string; readonly taken: readonly string[] }
  | { readonly about: "nameLength"; readonly fileName: string; readonly length: number; readonly limit: number }
  | { readonly about: "names"; readonly longest: number; readonly known: boolean }
  | { readonly about: "upload"; readonly seconds: number }
  | { readonly about: "tight" | "late"; readonly seconds: number; readonly left: number }
  | { readonly about: "over" }
  | { readonly about: "noDeadline" }
);

/** The checks in reading order: the files, then the portal, then the time. */
export function preflight(facts: PreflightFacts): Check[] {
  if (facts.files.length === 0) return [];
  return [...opened(facts), ...weights(facts), ...names(facts), ...time(facts)];
}

/** `unknown`: files are still being opened. */
export interface Verdict {
  readonly level: Level;
  /** Reasons against the deposit, worst first. */
  readonly against: readonly Check[];
  readonly others: readonly Check[];
}

/** A check that could not be made is no reason against a deposit; a file that is still being opened delays the verdict. */
export function verdictOf(checks: readonly Check[]): Verdict {
  const bad = checks.filter(({ level }) => level === "bad");
  const warn = checks.filter(({ level }) => level === "warn");
  const against = [...bad, ...warn];
  const others = checks.filter((check) => !against.includes(check));
  const waits = checks.some(({ about }) => about === "opening");
  return { level: bad.length > 0 ? "bad" : waits ? "unknown" : warn.length > 0 ? "warn" : "ok", against, others };
}

function opened({ files }: PreflightFacts): Check[] {
  const unsound = files.flatMap(({ file, reopened }): Check[] =>
    reopened === null || reopened.state === "sound"
      ? []
      : [{ about: "unsound", level: "bad", fileName: file.fileName, why: reopened.state }],
  );
  const left = files.filter(({ reopened }) => reopened === null).length;
  if (left > 0) return [...unsound, { about: "opening", level: "unknown", left }];
  if (unsound.length > 0) return unsound;
  const count = (mediaType: PreparedFile["mediaType"]) =>
    files.reduce((sum, { file, reopened }) => sum + (file.mediaType === mediaType && reopened?.state === "sound" ? reopened.count : 0), 0);
  return [{ about: "sound", level: "ok", files: files.length, pages: count("application/pdf"), entries: count("application/zip") }];
}

function weights({ files, limits }: PreflightFacts): Check[] {
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const total: Check = { about: "total", bytes, ...within(bytes, limits, "totalBytes") };
  const heavy = files.filter(({ file }) => limits.fileBytes !== undefined && file.size > limits.fileBytes.value);
  const heaviest = files.toSorted((a, b) => b.file.size - a.file.size).slice(0, 1);
  const own = (heavy.length > 0 ? heavy : heaviest).map(
    ({ file }): Check => ({ about: "file", fileName: file.fileName, bytes: file.size, ...within(file.size, limits, "fileBytes") }),
  );
  return [total, ...own];
}

function within(bytes: number, limits: DepositLimits, name: Extract<LimitName, "totalBytes" | "fileBytes">) {
  const limit = limits[name];
  if (limit === undefined) return { level: "unknown", limit: null } as const;
  return { level: bytes > limit.value ? ("bad" as const) : ("ok" as const), limit: limit.value, source: sourceOf(limit) };
}

function names({ files, limits: { nameLength, extensions } }: PreflightFacts): Check[] {
  const wrong = files.flatMap(({ file: { fileName } }): Check[] => {
    const checks: Check[] = [];
    const extension = fileName.split(".").at(-1)?.toLowerCase() ?? "";
    if (extensions !== undefined && !extensions.value.includes(extension))
      checks.push({ about: "extension", level: "bad", fileName, taken: extensions.value, source: sourceOf(extensions) });
    if (nameLength !== undefined && fileName.length > nameLength.value) {
      const length = fileName.length;
      checks.push({ about: "nameLength", level: "bad", fileName, length, limit: nameLength.value, source: sourceOf(nameLength) });
    }
    return checks;
  });
  if (wrong.length > 0) return wrong;
  const limit = nameLength ?? extensions;
  const longest = Math.max(...files.map(({ file }) => file.fileName.length));
  const source = limit === undefined ? undefined : sourceOf(limit);
  return [{ about: "names", level: limit === undefined ? "unknown" : "ok", longest, known: limit !== undefined, source }];
}

function time({ files, deadline, now, rate }: PreflightFacts): Check[] {
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const seconds = Math.ceil((bytes * 8) / rate.bits);
  const end = deadline === undefined ? Number.NaN : Date.parse(deadline);
  if (Number.isNaN(end)) {
    return [
      { about: "upload", level: "unknown", seconds },
      { about: "noDeadline", level: "unknown" },
    ];
  }
  const left = Math.floor((end - now.getTime()) / 1000);
  if (left <= 0) return [{ about: "over", level: "bad" }];
  if (seconds >= left) return [{ about: "late", level: "bad", seconds, left }];
  if (seconds * TIGHT >= left) return [{ about: "tight", level: "warn", seconds, left }];
  return [{ about: "upload", level: rate.from === "supposed" ? "unknown" : "ok", seconds }];
}

function sourceOf({ source, readOn, confidence }: Sourced<unknown>): LimitSource {
  return { source, readOn, confidence };
}
