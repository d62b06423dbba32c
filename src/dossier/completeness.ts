/**
 * Whether a deposit is complete, since it replaces earlier ones (R2151-6): empty upload slots, documents asked for and missing,
 * left out of the files, or expired on the judging day. Pure. The offer is not seen from here: the bidder must check that it is included.
 */
import type { AskedNow } from "../domain/asked.ts";
import type { SentPiece } from "../domain/kept-consultation.ts";
import type { PieceKind } from "../domain/pieces.ts";
import { type PreparedRemark, titlesLeftOut } from "../domain/prepared.ts";
import { type Day, validityOf } from "../domain/validity.ts";

export type CompletenessCheck = { readonly level: "ok" | "warn" | "bad" | "unknown"; readonly source?: undefined } & (
  | { readonly about: "emptyPlace"; readonly fileName: string }
  | { readonly about: "askedMissing" | "askedOutside"; readonly kinds: readonly PieceKind[] }
  | { readonly about: "askedDead"; readonly kind: PieceKind; readonly until: Day | undefined }
  | { readonly about: "leftOut"; readonly fileName: string }
  | { readonly about: "dead"; readonly fileName: string; readonly until: Day }
  | { readonly about: "deadAtAward"; readonly titles: readonly string[] }
  | { readonly about: "otherPieces" }
  | { readonly about: "whole"; readonly before: string | null }
);

export interface CompletenessFacts {
  /** Documents that the prepared files hold. */
  readonly holds: readonly SentPiece[];
  readonly remarks: readonly PreparedRemark[];
  readonly places: readonly {
    readonly kind: PieceKind;
    readonly pageLabel: string;
    readonly required: boolean;
    readonly status: "ready" | "ask" | "missing" | "attached" | "failed" | "taken";
  }[];
  /** What the consultation's documents ask of every candidate. */
  readonly asked: readonly AskedNow[];
  /** False once the person picked other documents than those that the files were made of. */
  readonly isPicked: boolean;
  /** The judging day, and the estimated day when the winner is asked for proofs. */
  readonly on: Day;
  readonly awardOn?: Day | undefined;
  /** When the last pli was deposited, according to its receipt or the person; `null` when none was. */
  readonly depositedAt: string | null;
}

/** In the order in which to fix them. */
export function completeness(facts: CompletenessFacts): CompletenessCheck[] {
  const { holds, remarks, places, on, awardOn, depositedAt } = facts;
  const held = new Set(holds.map(({ kind }) => kind));
  const empty = places.filter(({ kind, required, status }) => required && EMPTY.has(status) && !held.has(kind));
  const dead = holds.flatMap((piece): CompletenessCheck[] => {
    const { status, until } = validityOf(piece, on);
    return status === "expired" && until !== undefined ? [{ about: "dead", level: "bad", fileName: piece.title, until }] : [];
  });
  return [
    ...(facts.isPicked ? [] : [{ about: "otherPieces", level: "warn" } as const]),
    ...empty.map(({ pageLabel }): CompletenessCheck => ({ about: "emptyPlace", level: "bad", fileName: pageLabel })),
    ...demands(facts, held),
    ...titlesLeftOut(remarks).map((fileName): CompletenessCheck => ({ about: "leftOut", level: "bad", fileName })),
    ...dead,
    ...dyingBetween(holds, on, awardOn),
    { about: "whole", level: depositedAt === null ? "unknown" : "warn", before: depositedAt },
  ];
}

const EMPTY: ReadonlySet<string> = new Set(["missing", "failed"]);

/** What is asked and that the deposit would not hold: absent, expired on the judging day, or left beside the files. */
function demands({ asked, places, remarks }: CompletenessFacts, held: ReadonlySet<PieceKind>): CompletenessCheck[] {
  const given = new Set([...held, ...places.filter(({ status }) => !EMPTY.has(status)).map(({ kind }) => kind)]);
  const told = new Set(titlesLeftOut(remarks));
  const open = asked.filter((one) => !held.has(one.kind) && (one.has === "nothing" || !held.has(one.by)));
  const missing = open.filter(({ has }) => has === "nothing").map(({ kind }) => kind);
  const outside = open.filter(
    (one) =>
      one.has === "piece" &&
      ![one.kind, one.by, ...one.forms].some((kind) => given.has(kind)) &&
      // Told already, with the reason.
      !told.has(one.title),
  );
  return [
    ...(missing.length === 0 ? [] : [{ about: "askedMissing", level: "warn", kinds: missing } as const]),
    ...open.flatMap((one): CompletenessCheck[] =>
      one.has === "dead" ? [{ about: "askedDead", level: "warn", kind: one.kind, until: one.until }] : [],
    ),
    ...(outside.length === 0 ? [] : [{ about: "askedOutside", level: "warn", kinds: outside.map(({ kind }) => kind) } as const]),
  ];
}

/** Documents valid for the candidature that must be renewed for the award: they do not prevent a deposit. */
function dyingBetween(holds: readonly SentPiece[], on: Day, awardOn: Day | undefined): CompletenessCheck[] {
  if (awardOn === undefined) return [];
  const titles = holds
    .filter((piece) => validityOf(piece, on).status !== "expired" && validityOf(piece, awardOn).status === "expired")
    .map(({ title }) => title);
  return titles.length === 0 ? [] : [{ about: "deadAtAward", level: "ok", titles }];
}
