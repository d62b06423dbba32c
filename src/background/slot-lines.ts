/** The page's upload slots beside the pieces of the dossier: what goes where, what the person must choose, what is missing. */

import { FORM_KINDS } from "../domain/bid.ts";
import type { Dossier, DossierPiece } from "../domain/dossier.ts";
import { exigibilitiesOf } from "../domain/exigibility.ts";
import { refOf } from "../domain/page-reading.ts";
import { isPieceKind, type PieceKind, pieceOf } from "../domain/pieces.ts";
import type { PreparedDossier, PreparedFile } from "../domain/prepared.ts";
import { present } from "../domain/present.ts";
import type { ControlReport } from "../messages/page.ts";
import type { SlotLine, SourceLine } from "../messages/situation.ts";
import { isAccepted } from "../writing/attach-accept.ts";
import { madeFormatOf } from "../writing/made-format.ts";
import { type SlotAssignment, type SlotPiece, type SlotPlan, whichSlots } from "../writing/slots.ts";
import { teachableAs } from "./lessons.ts";
import { detectedFrames, type TabState } from "./tabs.ts";

/** The one file made of all chosen pieces, as a piece among the others: a PDF, or a ZIP of the originals. */
const WHOLE = ["candidature", "zip"] as const satisfies readonly PieceKind[];
type Whole = (typeof WHOLE)[number];

function isWhole(kind: PieceKind): kind is Whole {
  return WHOLE.some((one) => one === kind);
}

interface Slot {
  readonly frameId: number;
  readonly kind: PieceKind;
  readonly control: ControlReport;
}

/** In the page's order. */
export function slotLinesOf(
  tab: TabState,
  dossier: Dossier | null,
  prepared: PreparedDossier | null,
  sources: readonly SourceLine[],
): SlotLine[] {
  const slots = slotsOf(tab);
  const pieces = dossier?.pieces ?? [];
  const chosen = pieces.filter((piece) => piece.chosen);
  const plan = whichSlots(
    slots.map(({ frameId, control }) => ({ ...control, id: refOf({ frameId, id: control.id }), clues: [] })),
    [...chosen.map(asSlotPiece), ...(chosen.length > 0 ? [wholeFor(slots, "candidature"), wholeFor(slots, "zip")] : [])],
  );
  const labels = slots.map(({ control }) => control.label);
  const isShared = (label: string) => labels.indexOf(label) !== labels.lastIndexOf(label);
  return slots.map((slot) => lineOf(slot, tab, pieces, { plan, prepared, sources, isShared }));
}

function slotsOf(tab: TabState): Slot[] {
  return detectedFrames(tab).flatMap(({ frameId, page }) =>
    page.controls.flatMap((control): Slot[] => {
      const kind = control.target?.startsWith("document.") ? control.target.slice("document.".length) : "";
      return isPieceKind(kind) && control.leave !== "disabled" && control.leave !== "hidden" ? [{ frameId, kind, control }] : [];
    }),
  );
}

interface Ready {
  readonly plan: SlotPlan;
  readonly prepared: PreparedDossier | null;
  readonly sources: readonly SourceLine[];
  /** True for words that the page writes beside several slots. */
  readonly isShared: (label: string) => boolean;
}

function lineOf({ frameId, kind, control }: Slot, tab: TabState, pieces: readonly DossierPiece[], ready: Ready): SlotLine {
  const { plan, prepared, sources, isShared } = ready;
  const ref = refOf({ frameId, id: control.id });
  const made = isWhole(kind) ? madeFormatOf(kind, control.accept) : null;
  const usable = pieces.filter((piece) => piece.downloadable && piece.barred === undefined && piece.validity.status !== "expired");
  const assigned = plan.assignments.find((assignment) => assignment.slot === ref);
  const asked = plan.questions.filter((question) => question.slots.includes(ref) && question.reason !== "filled");
  const candidates =
    made !== null || kind === "autre" ? usable : usable.filter((piece) => piece.kind === kind || idsAsked(asked).has(piece.id));
  const done = tab.attached[ref];
  const sendsTo = control.doubts.find(({ about }) => about === "elsewhere")?.text;
  const whole = made === null ? (assigned?.pieces ?? []) : usable.filter(goesAlong).map(({ id }) => id);
  // An imported map proposes; only what the person chooses goes there.
  const isHeld = sendsTo !== undefined || control.doubts.some(({ about }) => about === "map");
  const proposed = isHeld ? [] : whole;
  return {
    frameId,
    id: control.id,
    kind,
    pageLabel: labelOf(control, isShared),
    ...present({ heading: control.heading }),
    required: control.required,
    ...present({ taught: control.taught }),
    ...(teachableAs(control) === null ? {} : { teachable: true }),
    ...present({ accept: control.accept, maxSize: control.maxSize }),
    status: statusOf(),
    choice: choiceOf(statusOf()),
    ...present({ sendsTo }),
    proposed: [...proposed],
    candidates: candidates.map(({ id }) => id),
    made,
    files: done?.files ?? [],
    ...present({ why: whyOf(statusOf()) }),
    prepared: made !== null ? preparedFor(control, prepared?.files ?? []) : [],
  };

  function statusOf(): SlotLine["status"] {
    if (done?.outcome === "attached") return "attached";
    if (!control.empty) return "taken";
    if (done !== undefined) return "failed";
    // The whole may be of pieces that the law spares: none of them goes along unless the person ticks it.
    if (isAssigned(assigned) && proposed.length > 0) return "ready";
    return candidates.length > 0 ? "ask" : "missing";
  }

  function choiceOf(status: SlotLine["status"]): SlotLine["choice"] {
    if (!isOpen(status)) return "nothing";
    if (made !== null) return "whole";
    if (control.multiple === true) return "several";
    return status === "ask" || candidates.length > 1 ? "one" : "nothing";
  }

  function whyOf(status: SlotLine["status"]): SlotLine["why"] {
    if (status === "failed") return done?.outcome === "noDocument" ? { state: "notObtained" } : undefined;
    return status === "missing" && made === null ? whyMissing(kind, pieces, sources) : undefined;
  }
}

/** True while something may still be put there. */
function isOpen(status: SlotLine["status"]): boolean {
  return status === "ready" || status === "ask" || status === "failed";
}

/** All files together where the slot takes several; else each on its own. */
function preparedFor({ accept, multiple }: ControlReport, files: readonly PreparedFile[]): string[][] {
  if (!files.every(({ fileName, mediaType }) => isAccepted({ fileName, type: mediaType }, accept))) return [];
  const keys = files.map(({ key }) => key);
  return multiple === true && keys.length > 0 ? [keys] : keys.map((key) => [key]);
}

function isAssigned(assigned: SlotAssignment | undefined): boolean {
  return assigned !== undefined && assigned.pieces.length > 0;
}

function idsAsked(questions: SlotPlan["questions"]): ReadonlySet<string> {
  return new Set(questions.flatMap(({ pieces }) => pieces));
}

/** The slot's own words. Where a portal writes the same "Ajouter un fichier" beside several, the title of its block says more. */
function labelOf({ label, heading }: ControlReport, isShared: (label: string) => boolean): string {
  const hasTitle = heading !== undefined && heading !== "";
  return label === "" || (hasTitle && isShared(label)) ? (heading ?? label) : label;
}

/** Into the whole candidature goes what may be demanded of a candidate and is certain: the person adds the rest. */
function goesAlong({ chosen, kind, validity }: DossierPiece): boolean {
  const isSpared = exigibilitiesOf(kind).some(({ exemption }) => exemption !== "later");
  return chosen && validity.status !== "toCheck" && !isSpared;
}

const WHY: Partial<Record<SourceLine["state"], NonNullable<SlotLine["why"]>["state"]>> = {
  asking: "asking",
  refused: "refused",
  pending: "waiting",
  unavailable: "waiting",
  unexpectedShape: "waiting",
};
/** What is most worth saying where several sources deliver the kind. */
const FIRST: readonly NonNullable<SlotLine["why"]>["state"][] = ["asking", "refused", "signIn", "waiting"];

/** Why nothing can go there, from the sources that deliver that kind and from the coffre. */
function whyMissing(kind: PieceKind, pieces: readonly DossierPiece[], sources: readonly SourceLine[]): SlotLine["why"] {
  if (pieces.some((piece) => piece.kind === kind && piece.barred === "toConfirm")) return { state: "toConfirm" };
  const told = sources
    .filter(({ pieceKinds }) => pieceKinds.includes(kind))
    .flatMap(({ id, provider, state, reason, nextAt }) => {
      const why = reason === "proxy.signInNeeded" ? "signIn" : WHY[state];
      return why === undefined ? [] : [{ state: why, sourceId: id, provider, ...present({ reason, nextAt }) }];
    });
  const [first] = told.toSorted((a, b) => FIRST.indexOf(a.state) - FIRST.indexOf(b.state));
  return first ?? (FORM_KINDS.some((one) => one === kind) ? { state: "canBeMade" } : undefined);
}

function asSlotPiece({ id, kind }: DossierPiece): SlotPiece {
  return { id, kind, fileName: `${pieceOf(kind).slug}.pdf`, type: "application/pdf" };
}

/** A place for the candidature that takes no PDF receives the ZIP, and the other way round. */
function wholeFor(slots: readonly Slot[], kind: Whole): SlotPiece {
  const control = slots.find((slot) => slot.kind === kind)?.control;
  const extension = madeFormatOf(kind, control?.accept);
  return { id: kind, kind, fileName: `${pieceOf(kind).slug}.${extension}`, type: `application/${extension}` };
}
