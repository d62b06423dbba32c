/** Which piece goes into which upload slot. Pure. A wrong attestation is worse than none: anything uncertain is asked of the person. */

import type { ControlReading } from "../domain/page-reading.ts";
import type { PieceKind } from "../domain/pieces.ts";
import { isAccepted } from "./attach-accept.ts";

/** A piece ready to be attached. */
export interface SlotPiece {
  readonly id: string;
  readonly kind: PieceKind;
  readonly fileName: string;
  /** Media type, "application/pdf". */
  readonly type: string;
}

export interface SlotAssignment {
  /** Id of the slot's control. */
  readonly slot: string;
  /** Ids of the pieces, in the order given. */
  readonly pieces: readonly string[];
}

interface SlotQuestion {
  /**
   * - `severalSlots`: several slots could take the piece;
   * - `severalPieces`: several pieces for a slot that takes one;
   * - `noSlot`: no slot asks for it; `slots` are those that would take any piece;
   * - `filled`: the slot holds a file already;
   * - `notAccepted`: the slot refuses this type of file.
   */
  readonly reason: "severalSlots" | "severalPieces" | "noSlot" | "filled" | "notAccepted";
  readonly pieces: readonly string[];
  /** Ids of the slots among which to choose; may be empty. */
  readonly slots: readonly string[];
}

export interface SlotPlan {
  readonly assignments: readonly SlotAssignment[];
  readonly questions: readonly SlotQuestion[];
}

/** Kinds that also fit a slot of a broader kind, when no slot asks for them by name. */
const BROADER: { readonly [K in PieceKind]?: PieceKind } = { rcPro: "assurance", decennale: "assurance" };

/** Plans what is attached: each piece to the slot that asks for it, and a question wherever a person must choose. */
export function whichSlots(slots: readonly ControlReading[], pieces: readonly SlotPiece[]): SlotPlan {
  const open = slots.filter(({ leave, target }) => leave === undefined && target?.startsWith("document."));
  const anyPiece = open.filter((slot) => slot.target === "document.autre").map(({ id }) => id);
  const assignments: SlotAssignment[] = [];
  const questions: SlotQuestion[] = [];
  const wanted = new Map<ControlReading, SlotPiece[]>();

  for (const piece of pieces) {
    const takers = takersOf(piece, open);
    const accepting = takers.filter((slot) => isAccepted(piece, slot.accept));
    const [slot, other] = accepting;
    if (takers.length === 0) questions.push({ reason: "noSlot", pieces: [piece.id], slots: anyPiece });
    else if (slot === undefined) questions.push({ reason: "notAccepted", pieces: [piece.id], slots: idsOf(takers) });
    else if (other !== undefined) questions.push({ reason: "severalSlots", pieces: [piece.id], slots: idsOf(accepting) });
    else wanted.set(slot, [...(wanted.get(slot) ?? []), piece]);
  }
  for (const [slot, chosen] of wanted) {
    const reason = !slot.empty ? "filled" : chosen.length > 1 && slot.multiple !== true ? "severalPieces" : null;
    if (reason === null) assignments.push({ slot: slot.id, pieces: idsOf(chosen) });
    else questions.push({ reason, pieces: idsOf(chosen), slots: [slot.id] });
  }
  return { assignments, questions };
}

/** The slots that ask for the piece's kind, else those that ask for a broader one. */
function takersOf({ kind }: SlotPiece, slots: readonly ControlReading[]): readonly ControlReading[] {
  const asking = (wanted: PieceKind) => slots.filter((slot) => slot.target === `document.${wanted}`);
  if (kind === "autre") return [];
  const exact = asking(kind);
  const broader = BROADER[kind];
  return exact.length > 0 || broader === undefined ? exact : asking(broader);
}

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}
