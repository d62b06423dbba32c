/**
 * What is about to be done in a page, noted before the page is touched. The worker may be stopped at any instant: when it comes back, it asks
 * the frames what came of each intent, and the tab's record is made whole.
 */
import { z } from "zod";
import { Scalar } from "../domain/answer.ts";
import { hexOf } from "../domain/bytes.ts";
import { Diligence } from "../domain/diligence.ts";
import { Origin } from "../domain/dossier.ts";

const Proposed = z.object({ value: Scalar, origin: Origin });

export const Intent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("fill"),
    frameId: z.number().int(),
    /** By the control's handle. */
    values: z.record(z.string(), Proposed),
    /** Where the person points, whose handle only the frame knows. */
    pointed: Proposed.optional(),
  }),
  z.object({
    kind: z.literal("attach"),
    frameId: z.number().int(),
    id: z.string(),
    files: z.array(z.string()),
    /** The log that keeps it; `null` while no company is chosen. */
    work: z.string().nullable(),
    lines: z.array(Diligence.omit({ what: true })),
  }),
  z.object({ kind: z.literal("undo"), frameId: z.number().int() }),
]);
export type Intent = z.infer<typeof Intent>;
export type FillIntent = Intent & { kind: "fill" };
export type AttachIntent = Intent & { kind: "attach" };

/** Names a piece of work in a frame. */
export function newOperation(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(12)));
}
