/** The pieces that the person went to obtain: kept on this machine until they are in the coffre, or no more awaited. */
import { z } from "zod";
import { AwaitedPiece } from "../domain/awaited.ts";
import type { Cell, Cells } from "../store/cells.ts";

export const awaitedCell = (local: Cells): Cell<AwaitedPiece[]> => local("awaited", z.array(AwaitedPiece), [], []);

/** One wait for each kind and company: the latest. Only a document that came after it ends it. */
export function withAwaited(kept: readonly AwaitedPiece[], one: AwaitedPiece): AwaitedPiece[] {
  return [...withoutAwaited(kept, one), one];
}

export function withoutAwaited(kept: readonly AwaitedPiece[], { siren, kind }: Pick<AwaitedPiece, "siren" | "kind">): AwaitedPiece[] {
  return kept.filter((other) => other.siren !== siren || other.kind !== kind);
}
