/** What a new version of a consultation's documents changes, and which work already done it affects. Pure. */
import type { AskedPieceFound, AskedPoint, AskedPointFound, ConsultationReading } from "../domain/asked.ts";
import { isPieceKind } from "../domain/pieces.ts";
import type { PreparedDossier } from "../domain/prepared.ts";
import type { SlotLine } from "../messages/situation.ts";
import { keyOf } from "./checklist.ts";

/** `touches`: what must be checked again, the prepared dossier or the files attached to the page. */
interface Touched {
  readonly touches: readonly ("prepared" | "attached")[];
}
export type Change = Touched &
  (
    | { readonly what: "piece"; readonly before: AskedPieceFound | null; readonly after: AskedPieceFound | null }
    | {
        readonly what: "point";
        readonly point: AskedPoint;
        readonly before: readonly AskedPointFound[];
        readonly after: readonly AskedPointFound[];
      }
  );

/** What was done for the consultation before the new reading. */
export interface Done {
  readonly prepared: Pick<PreparedDossier, "at"> | null;
  readonly slots: readonly Pick<SlotLine, "kind" | "status">[];
}

/** Points about a dossier's files. */
const OF_FILES: ReadonlySet<AskedPoint> = new Set(["formats", "maxSize", "fileNames", "langues", "signature"]);

/** The differences between two readings, pieces first. Another wording with the same meaning is no difference. */
export function changesOf(before: ConsultationReading, after: ConsultationReading, done: Done): Change[] {
  const wasPrepared = done.prepared !== null && done.prepared.at < after.at;
  const pieces = pairs(before.pieces, after.pieces, keyOf).flatMap(([old, now]): Change[] => {
    if (old !== null && now !== null && saidOfPiece(old) === saidOfPiece(now)) return [];
    const one = now ?? old;
    const isAttached = done.slots.some(({ kind, status }) => status === "attached" && one?.piece === kind && isPieceKind(kind));
    return [{ what: "piece", before: old, after: now, touches: touched(wasPrepared && one?.list === "candidature", isAttached) }];
  });
  const points = [...new Set([...before.points, ...after.points].map(({ point }) => point))].flatMap((point): Change[] => {
    const [old, now] = [before, after].map(({ points: all }) => all.filter((one) => one.point === point)) as [
      AskedPointFound[],
      AskedPointFound[],
    ];
    if (saidOfPoint(old) === saidOfPoint(now)) return [];
    const isOfFiles = OF_FILES.has(point);
    const isAttached = isOfFiles && done.slots.some(({ status }) => status === "attached");
    return [{ what: "point", point, before: old, after: now, touches: touched(wasPrepared && isOfFiles, isAttached) }];
  });
  return [...pieces, ...points];
}

function touched(prepared: boolean, attached: boolean): Touched["touches"] {
  return [...(prepared ? (["prepared"] as const) : []), ...(attached ? (["attached"] as const) : [])];
}

/** Entries with the same key, in pairs; `null` where one side has none. */
function pairs<T>(before: readonly T[], after: readonly T[], keyed: (one: T) => string): [T | null, T | null][] {
  const old = new Map(before.map((one) => [keyed(one), one]));
  const now = new Map(after.map((one) => [keyed(one), one]));
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => [old.get(key) ?? null, now.get(key) ?? null]);
}

function saidOfPiece({ age, years, or, equivalent, condition, perMember, lots }: AskedPieceFound): string {
  return JSON.stringify([age, years, or, equivalent, condition, perMember, lots]);
}

/** The values understood; the sentence for a point without a value. */
function saidOfPoint(found: readonly AskedPointFound[]): string {
  return JSON.stringify(
    found
      .map(({ said, quote }) => (Object.keys(said).length === 0 ? quote : said))
      .map((one) => JSON.stringify(one))
      .sort(),
  );
}
