/** Combines what was read in a consultation's files into one reading, and a new reading with the last one. Pure. */
import { ASKED_POINTS, type AskedPieceFound, type AskedPoint, type AskedPointFound, type ConsultationReading } from "../domain/asked.ts";
import { present } from "../domain/present.ts";
import { lotsLimiting } from "../requirements/lots.ts";
import type { Refusal } from "../requirements/open/paged.ts";
import type { Requirements } from "../requirements/requirements.ts";

/** A file that was read, or the reason why not. */
export type FileRead = { readonly file: string } & (
  | { readonly asks: Requirements; readonly recognised?: true }
  | { readonly refused: Refusal }
);

type ReadFile = Extract<FileRead, { readonly asks: Requirements }>;

/** @param at ISO instant of the reading */
export function readingOf(files: readonly FileRead[], at: string): ConsultationReading {
  return {
    at,
    documents: files.map((one) =>
      "refused" in one
        ? { file: one.file, kind: "other", left: one.refused }
        : { file: one.file, kind: one.asks.kind, ...present({ recognised: one.recognised }) },
    ),
    pieces: files.flatMap((one) => ("asks" in one && one.asks.kind !== "other" ? piecesOf(one, one.asks) : [])),
    points: files.flatMap((one) => ("asks" in one && one.asks.kind !== "other" ? pointsOf(one, one.asks) : [])),
  };
}

function piecesOf({ file, recognised }: ReadFile, { candidature, attributaire, offre }: Requirements): AskedPieceFound[] {
  const lists = [
    ["candidature", candidature],
    ["attributaire", attributaire],
    ["offre", offre],
  ] as const;
  return lists.flatMap(([list, pieces]) =>
    (pieces ?? []).map((asked): AskedPieceFound => {
      const { quote, page, or, lots, ...rest } = { or: undefined, lots: undefined, ...asked };
      return { file, list, quote, page, ...present({ recognised }), ...rest, ...present({ or: or && [...or], lots: lots && [...lots] }) };
    }),
  );
}

type Said = AskedPointFound["said"];

function pointsOf({ file, recognised }: ReadFile, asks: Requirements): AskedPointFound[] {
  return ASKED_POINTS.flatMap((point) => {
    const told = asks[point];
    if (told === null) return [];
    const all = Array.isArray(told) ? told : [told];
    return all.map(({ quote, page, ...said }): AskedPointFound => {
      const lots = BY_LOT.has(point) ? lotsLimiting(quote) : null;
      return { file, point, quote, page, ...present({ recognised }), said: plainly(lots === null ? said : { ...said, onlyLots: lots }) };
    });
  });
}

/** Points that may concern some lots only. */
const BY_LOT: ReadonlySet<AskedPoint> = new Set(["minima", "visite", "criteres"]);

/** The lots that a point is limited to; `null`: none. */
export function lotsOfPoint({ said: { onlyLots } }: AskedPointFound): string[] | null {
  return Array.isArray(onlyLots) ? onlyLots : null;
}

/** Values that can be compared and stored: flat, with lots as their numbers. */
function plainly(said: object): Said {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]): [string, Said[string]][] => {
      if (Array.isArray(value)) return [[name, value.map((one) => (typeof one === "object" ? lotNamed(one) : String(one)))]];
      if (value === null || ["string", "number", "boolean"].includes(typeof value)) return [[name, value as Said[string]]];
      return [];
    }),
  );
}

function lotNamed(lot: { readonly number?: string; readonly title?: string | null }): string {
  return [lot.number, lot.title].filter(Boolean).join(". ");
}

/**
 * Replaces the last reading by the new one, kind by kind: a notice read before
 * stays beside a règlement read now.
 */
export function followedBy(before: ConsultationReading | null, now: ConsultationReading): ConsultationReading {
  if (before === null) return now;
  const kinds = new Set(now.documents.map(({ kind }) => kind));
  const stays = before.documents.filter(
    ({ kind, file }) => kind !== "other" && !kinds.has(kind) && !now.documents.some((one) => one.file === file),
  );
  const isKept = ({ file }: { readonly file: string }) => stays.some((one) => one.file === file);
  return {
    at: now.at,
    documents: [...now.documents, ...stays],
    pieces: [...now.pieces, ...before.pieces.filter(isKept)],
    points: [...now.points, ...before.points.filter(isKept)],
  };
}

/** True when a règlement or a notice was found among the files. */
export function saysSomething({ documents }: ConsultationReading): boolean {
  return documents.some(({ kind }) => kind !== "other");
}

/** What the documents say of a point, the règlement first. */
export function toldOf(reading: ConsultationReading, point: AskedPoint): AskedPointFound[] {
  const kindOf = (file: string) => reading.documents.find((one) => one.file === file)?.kind;
  const found = reading.points.filter((one) => one.point === point);
  return [...found.filter(({ file }) => kindOf(file) === "rc"), ...found.filter(({ file }) => kindOf(file) !== "rc")];
}
