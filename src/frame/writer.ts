/**
 * Writes in one frame what the background sends, and undoes it: fields, files, the notes that say where a value comes from. A script of its
 * own, brought the first time that something is written: most pages are only read. It decides nothing and asks nothing.
 */
import type { FillOutcome } from "../domain/page-reading.ts";
import { present } from "../domain/present.ts";
import type { Input } from "../messages/contract.ts";
import { activeElementOf, bodyOf, shadowOf } from "../page/dom.ts";
import type { Missing, Sight } from "../page/sight.ts";
import type { TypedWatch } from "../page/typed.ts";
import { attachFiles } from "../writing/attach.ts";
import { UndoLog } from "../writing/undo.ts";
import { type FillEntry, fillControls } from "../writing/write.ts";
import type { Done } from "./ledger.ts";
import { createNotes } from "./note.ts";
import { createParcels } from "./parcels.ts";

interface WriterDeps {
  readonly document: Document;
  /** What was read in the frame: controls are found by the handles that it gave. */
  readonly sight: Sight;
  /** What the person typed. */
  readonly watch: TypedWatch;
  /** The element where the browser's menu was last opened, since the menu itself does not tell it. */
  readonly pointed: () => Element | null;
}

export interface Writer {
  /** Fills the controls that still ask what the background read. */
  fill(entries: Input<"fillPage">["entries"]): Promise<FillOutcome[]>;
  /** Writes one value where the person points. No outcome when there is no form control. */
  fillPointed(input: Input<"fillField">): Promise<FillOutcome[]>;
  putBack(): Promise<Done["undone"]>;
  attach(input: Input<"attachPage">): Promise<FillOutcome>;
  receive(part: Input<"receivePart">): void;
  stop(): void;
}

export type MakeWriter = typeof createWriter;

/** Starts writing in a frame. Long on purpose: small functions over what was written and noted there. */
export function createWriter({ document, sight, watch, pointed }: WriterDeps): Writer {
  const undo = new UndoLog(sight);
  const parcels = createParcels();
  const notes = createNotes(document);

  /** Why nothing is written in a control that now asks something else, or is gone. */
  async function whyNot(controlId: string): Promise<Missing> {
    const found = sight.controlOf(controlId) === null ? await sight.seek(controlId) : "changed";
    return typeof found === "string" ? found : "changed";
  }

  return {
    fill: async (entries) => {
      const outcomes: FillOutcome[] = [];
      const known: FillEntry[] = [];
      for (const { id, target, field, cell, value } of entries) {
        const control = sight.controlOf(id);
        const asked = field ?? target;
        if (asked === null) continue;
        const isSame = control?.target === target && (cell === undefined || JSON.stringify(control.cell) === JSON.stringify(cell));
        if (control !== null && isSame) known.push({ control, value, ...present({ field, listed: cell && true }) });
        else outcomes.push({ id, target: asked, outcome: "left", reason: await whyNot(id) });
      }
      outcomes.push(...(await fillControls(known, { finder: sight, undo, watch })));
      for (const { id, outcome } of outcomes) {
        const element = outcome === "filled" ? sight.elementOf(id) : null;
        const note = entries.find((entry) => entry.id === id)?.note;
        if (note !== undefined && element !== null) notes.set(element, note);
      }
      return outcomes;
    },

    fillPointed: async ({ field, value, note, reasons }) => {
      // When this click injected the script, it saw no menu open; but the click has focused the control.
      const element = pointed() ?? deepestFocus(document);
      if (element === null) return [];
      const control = sight.controlOf(sight.handleOf(element) ?? "");
      if (control === null) {
        notes.tell(element, reasons["notOurs"] ?? "");
        return [];
      }
      const outcomes = await fillControls([{ control, field, value }], { finder: sight, undo, watch, replaces: true });
      const live = sight.elementOf(control.id) ?? element;
      for (const { outcome, reason } of outcomes) {
        if (outcome === "filled") notes.set(live, note);
        notes.tell(live, outcome === "left" ? (reasons[reason ?? "notOurs"] ?? "") : note);
      }
      return outcomes;
    },

    putBack: async () => {
      const outcomes = await undo.restore(watch);
      notes.clear();
      return outcomes.map(({ id, outcome }) => ({ id, outcome }));
    },

    attach: async ({ id, target, files }) => {
      const given = files.map((file) => parcels.open(file));
      const control = sight.controlOf(id);
      if (control?.target !== target) return { id, target, outcome: "left", reason: await whyNot(id) };
      return attachFiles(control, given, "replaceOurs", { finder: sight, undo, watch });
    },

    receive: (part) => parcels.receive(part),
    stop: () => notes.stop(),
  };
}

/** The element that has the focus, inside open shadow roots too. */
function deepestFocus(document: Document): Element | null {
  let focused = activeElementOf(document);
  for (let inner = focused; inner !== null; inner = shadowOf(inner)?.activeElement ?? null) focused = inner;
  return focused === bodyOf(document) ? null : focused;
}
