/** What the person chose on this screen for one page, kept while the browser runs, and what became of their gestures. */
import { useEffect, useState } from "react";
import { exigibilitiesOf } from "../src/domain/exigibility.ts";
import { refOf } from "../src/domain/page-reading.ts";
import type { DocumentProblem } from "../src/domain/prepared.ts";
import type { Messages } from "../src/i18n/fr.ts";
import type { AttachOutcome, AttachReport } from "../src/messages/contract.ts";
import { toggled } from "../src/messages/kept-screen.ts";
import type { FieldLine, Situation, SlotLine } from "../src/messages/situation.ts";
import type { Said } from "./ActionBar.tsx";
import { whyLeftOut } from "./left-out.ts";
import type { ScreenActions } from "./Screen.tsx";
import { useGesture } from "./useGesture.ts";
import type { Kept } from "./useKept.ts";
import { useWords } from "./words.tsx";

export interface Work extends Omit<ReturnType<typeof useGesture>, "perform"> {
  /** Lines of the form that are not to be written, by their reference. */
  readonly excluded: ReadonlySet<string>;
  readonly exclude: (ref: string, isExcluded: boolean) => void;
  /** Proposed lines that the person ticked. */
  readonly accepted: ReadonlySet<string>;
  readonly accept: (ref: string, isAccepted: boolean) => void;
  /** What will be written. */
  readonly ready: readonly FieldLine[];
  /** The slots where something will go. */
  readonly open: readonly SlotLine[];
  /** What will go into a slot. */
  readonly chosen: (slot: SlotLine) => readonly string[];
  /** Whether the slot is ticked. A slot for a piece that nobody may demand starts unticked. */
  readonly isTicked: (slot: SlotLine) => boolean;
  readonly tick: (ref: string, ticked: boolean) => void;
  readonly choose: (ref: string, pieceIds: readonly string[]) => void;
  /** By piece or slot: why it could not be had or attached. */
  readonly problems: ReadonlyMap<string, string>;
  readonly fill: () => void;
  readonly undo: () => void;
  readonly attach: () => void;
  /** Has a document opened or downloaded. */
  readonly bring: (pieceId: string, action: (pieceId: string) => Promise<DocumentProblem | null>) => void;
}

/** Long on purpose: small gestures over the choices of one screen. */
export function useWork({ fields, slots, coming, page }: Situation, actions: ScreenActions, { kept, change }: Kept): Work {
  const { m } = useWords();
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  /** True once the person asked for everything: values that arrive later are written too. */
  const [wantsAll, setWantsAll] = useState(false);
  const { busy, said, perform } = useGesture(page?.document ?? "");
  const excluded = new Set(kept.excluded);
  const accepted = new Set(kept.accepted);
  const chosen = (slot: SlotLine) => kept.choices[refOf(slot)] ?? proposedFor(slot);
  const isTicked = (slot: SlotLine) => kept.ticked[refOf(slot)] ?? !isSpared(slot.kind);
  const open = slots.filter((slot) => OPEN.has(slot.status) && isTicked(slot) && chosen(slot).length > 0);
  const ready = fields.filter(
    (line) => (line.status === "ready" && !excluded.has(refOf(line))) || (line.status === "proposed" && accepted.has(refOf(line))),
  );

  useEffect(() => {
    if (!wantsAll || busy !== null) return;
    if (ready.length > 0) void perform("fill", fill);
    else if (coming === 0) setWantsAll(false);
  });

  async function fill(): Promise<Said> {
    const refsIn = (refs: ReadonlySet<string>) =>
      fields.filter((line) => refs.has(refOf(line))).map(({ frameId, id }) => ({ frameId, id }));
    const { filled, left, gone } = await actions.fill(refsIn(excluded), refsIn(accepted));
    setWantsAll(coming > 0 && filled > 0);
    if (gone && filled === 0) return { tone: "bad", text: m.actions.pageGone };
    return { tone: "ok", text: left === 0 ? m.actions.filled(filled) : m.actions.filledLeft(filled, left) };
  }

  async function undo(): Promise<Said> {
    setWantsAll(false);
    const { restored, files, gone } = await actions.undo();
    if (gone && restored + files === 0) return { tone: "bad", text: m.actions.pageGone };
    return { tone: "plain", text: m.actions.restored(restored, files) };
  }

  async function attach(): Promise<Said> {
    const report = await actions.attach(open.map((slot) => ({ slot, pieces: chosen(slot) })));
    setProblems(problemsOf(report, slots, m));
    return attachSaid(report, m);
  }

  async function bring(pieceId: string, action: (pieceId: string) => Promise<DocumentProblem | null>): Promise<void> {
    const problem = await action(pieceId);
    setProblems((before) => {
      const others = [...before].filter(([id]) => id !== pieceId);
      return new Map(problem === null ? others : [...others, [pieceId, m.pieces.problems[problem]]]);
    });
  }

  return {
    ...{ busy, said, excluded, accepted, ready, open, chosen, isTicked, problems },
    exclude: (ref, isExcluded) => change((before) => ({ excluded: toggled(before.excluded, ref, isExcluded) })),
    accept: (ref, isAccepted) => change((before) => ({ accepted: toggled(before.accepted, ref, isAccepted) })),
    tick: (ref, ticked) => change((before) => ({ ticked: { ...before.ticked, [ref]: ticked } })),
    choose: (ref, ids) => change((before) => ({ choices: { ...before.choices, [ref]: [...ids] } })),
    fill: () => void perform("fill", fill),
    undo: () => void perform("undo", undo),
    attach: () => void perform("attach", attach),
    bring: (pieceId, action) => void bring(pieceId, action),
  };
}

/** True for a piece that may not be demanded of a candidate: it is attached only when the person says so. */
function isSpared(kind: SlotLine["kind"]): boolean {
  return exigibilitiesOf(kind).some(({ exemption }) => exemption === "never");
}

const OPEN: ReadonlySet<SlotLine["status"]> = new Set(["ready", "ask", "failed"]);

/** A prepared dossier goes before a file made now. When its files cannot go together, the person says which. */
function proposedFor({ prepared, proposed }: SlotLine): readonly string[] {
  const [only, ...others] = prepared;
  return only !== undefined && others.length === 0 ? only : proposed;
}

function isNotAttached({ outcome }: AttachOutcome): boolean {
  return outcome !== "attached";
}

export function problemsOf({ outcomes, leftOut }: AttachReport, slots: readonly SlotLine[], m: Messages): ReadonlyMap<string, string> {
  return new Map([
    ...outcomes.filter(isNotAttached).map((outcome) => [refOf(outcome), attachProblem(outcome, slots, m)] as const),
    ...[...leftOut].map(([id, why]) => [id, m.dossier.leftOutBecause(whyLeftOut(why, m))] as const),
  ]);
}

export function attachSaid({ outcomes, leftOut }: AttachReport, m: Messages): Said {
  const failed = outcomes.filter(isNotAttached).length;
  if (failed > 0) return { tone: "bad", text: m.actions.someNotAttached(failed) };
  const files = outcomes.reduce((sum, outcome) => sum + outcome.files.length, 0);
  if (leftOut.size > 0) return { tone: "warn", text: m.actions.attachedLeftOut(files, leftOut.size) };
  return { tone: "ok", text: m.actions.attached(files) };
}

function attachProblem(outcome: AttachOutcome, slots: readonly SlotLine[], m: Messages): string {
  const label = slots.find((slot) => refOf(slot) === refOf(outcome))?.pageLabel ?? "";
  if (outcome.problem !== undefined) return m.pieces.problem(label, m.pieces.problems[outcome.problem]);
  return m.pieces.problem(label, m.fields.reasons[outcome.outcome === "gone" ? "gone" : (outcome.reason ?? "attachFailed")]);
}
