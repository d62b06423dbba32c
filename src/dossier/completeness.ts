/**
 * Whether what was prepared is whole, for a deposit that replaces those before it (R2151-6): places left empty, documents asked and not held, left
 * out of the files, or dead on the day that judges. Pure. The offer is never seen from here: that it goes along is for the bidder to look at.
 */
import type { SentPiece } from "../domain/kept-consultation.ts";
import type { PieceKind } from "../domain/pieces.ts";
import { isAttention, type PreparedRemark } from "../domain/prepared.ts";
import { type Day, validityOf } from "../domain/validity.ts";

export type CompletenessCheck = { readonly level: "ok" | "warn" | "bad" | "unknown"; readonly source?: undefined } & (
  | { readonly about: "emptyPlace"; readonly fileName: string }
  | { readonly about: "askedMissing"; readonly kinds: readonly PieceKind[] }
  | { readonly about: "leftOut"; readonly fileName: string }
  | { readonly about: "dead"; readonly fileName: string; readonly until: Day }
  | { readonly about: "deadAtAward"; readonly titles: readonly string[] }
  | { readonly about: "whole"; readonly before: string | null }
);

export interface CompletenessFacts {
  /** Documents that the files prepared hold. */
  readonly holds: readonly SentPiece[];
  readonly remarks: readonly PreparedRemark[];
  readonly places: readonly {
    readonly kind: PieceKind;
    readonly pageLabel: string;
    readonly required: boolean;
    readonly status: "ready" | "ask" | "missing" | "attached" | "failed" | "taken";
  }[];
  /** Kinds that the documents of the consultation ask of every candidate, which the company does not hold. */
  readonly askedMissing: readonly PieceKind[];
  /** The day that judges, and about when the winner is asked. */
  readonly on: Day;
  readonly awardOn?: Day | undefined;
  /** When the last pli was deposited, as its receipt or the person says; `null` when none was. */
  readonly depositedAt: string | null;
}

/** In the order in which they are mended. */
export function completeness(facts: CompletenessFacts): CompletenessCheck[] {
  const { holds, remarks, places, on, awardOn, depositedAt } = facts;
  const held = new Set(holds.map(({ kind }) => kind));
  const empty = places.filter(({ kind, required, status }) => required && EMPTY.has(status) && !held.has(kind));
  const dead = holds.flatMap((piece): CompletenessCheck[] => {
    const { status, until } = validityOf(piece, on);
    return status === "expired" && until !== undefined ? [{ about: "dead", level: "bad", fileName: piece.title, until }] : [];
  });
  const asked = facts.askedMissing.filter((kind) => !held.has(kind));
  return [
    ...empty.map(({ pageLabel }): CompletenessCheck => ({ about: "emptyPlace", level: "bad", fileName: pageLabel })),
    ...(asked.length === 0 ? [] : [{ about: "askedMissing", level: "warn", kinds: asked } as const]),
    ...remarks.flatMap(({ title, about }): CompletenessCheck[] =>
      isAttention(about) ? [] : [{ about: "leftOut", level: "bad", fileName: title }],
    ),
    ...dead,
    ...dyingBetween(holds, on, awardOn),
    { about: "whole", level: depositedAt === null ? "unknown" : "warn", before: depositedAt },
  ];
}

const EMPTY: ReadonlySet<string> = new Set(["missing", "failed"]);

/** Good for the candidature: it is renewed for the award, which speaks against no deposit. */
function dyingBetween(holds: readonly SentPiece[], on: Day, awardOn: Day | undefined): CompletenessCheck[] {
  if (awardOn === undefined) return [];
  const titles = holds
    .filter((piece) => validityOf(piece, on).status !== "expired" && validityOf(piece, awardOn).status === "expired")
    .map(({ title }) => title);
  return titles.length === 0 ? [] : [{ about: "deadAtAward", level: "ok", titles }];
}
