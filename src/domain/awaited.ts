/** A piece that the person went to obtain: it is awaited where it is delivered, until the coffre has one kept since. */
import { z } from "zod";
import { Instant, PieceKindSchema } from "./answer.ts";
import type { CoffrePiece } from "./coffre.ts";

export const AwaitedPiece = z.object({
  /** The company that it is for. */
  siren: z.string().regex(/^\d{9}$/),
  kind: PieceKindSchema,
  /** When its page was opened. */
  at: Instant,
});
export type AwaitedPiece = z.infer<typeof AwaitedPiece>;

/** Days after which nobody waits any more. */
const LONGEST_DAYS = 60;

/** Of one company: those that no document kept since answers, whether or not it is confirmed. */
export function stillAwaited(all: readonly AwaitedPiece[], siren: string, pieces: readonly CoffrePiece[], now: Date): AwaitedPiece[] {
  const since = new Date(now.getTime() - LONGEST_DAYS * 86_400_000).toISOString();
  const isKept = ({ kind, at }: AwaitedPiece) => pieces.some((piece) => piece.kind === kind && piece.addedAt >= at);
  return all.filter((one) => one.siren === siren && one.at >= since && !isKept(one));
}
