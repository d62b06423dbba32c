/** A piece that the person went to obtain: it is awaited on the site that delivers it, until the coffre receives one. */
import { z } from "zod";
import { Instant, PieceKindSchema } from "./answer.ts";
import type { CoffrePiece } from "./coffre.ts";

export const AwaitedPiece = z.object({
  /** The company that needs it. */
  siren: z.string().regex(/^\d{9}$/),
  kind: PieceKindSchema,
  /** When its page was opened. */
  at: Instant,
});
export type AwaitedPiece = z.infer<typeof AwaitedPiece>;

/** Days after which the wait ends. */
const LONGEST_DAYS = 60;

/** The company's pieces that are still awaited: no document of the kind came since, confirmed or not. */
export function stillAwaited(all: readonly AwaitedPiece[], siren: string, pieces: readonly CoffrePiece[], now: Date): AwaitedPiece[] {
  const since = new Date(now.getTime() - LONGEST_DAYS * 86_400_000).toISOString();
  const isKept = ({ kind, at }: AwaitedPiece) => pieces.some((piece) => piece.kind === kind && piece.addedAt >= at);
  return all.filter((one) => one.siren === siren && one.at >= since && !isKept(one));
}
