import type { DocumentProblem, LeftOutReason } from "../src/domain/prepared.ts";
import type { Messages } from "../src/i18n/fr.ts";

/** A reason of the making, or why the document could not be had. */
export function whyLeftOut(why: DocumentProblem | LeftOutReason, m: Messages): string {
  return why in m.dossier.leftOut ? m.dossier.leftOut[why as LeftOutReason] : m.pieces.problems[why as DocumentProblem];
}
