/** What the writing tests run inside a page: readings made by hand, filled and undone by the real code. */

import type { ControlReading, FillOutcome, Target } from "../../src/domain/page-reading.ts";
import { watchTrusted } from "../../src/page/typed.ts";
import type { CanonicalValue } from "../../src/writing/format.ts";
import { UndoLog, type UndoOutcome } from "../../src/writing/undo.ts";
import { fillControls } from "../../src/writing/write.ts";
import { PLAIN } from "../page/plain-control.ts";
import { finderBySelector, typeOf } from "./by-selector.ts";

/** A control to fill: what a reading would say of it, where it differs from the usual. */
export interface Request extends Partial<Pick<ControlReading, "shadow" | "leave" | "part" | "unit" | "label">> {
  readonly selector: string;
  readonly target: Target;
  readonly answer: CanonicalValue;
}

const watch = watchTrusted(document);
const finder = finderBySelector();
const undo = new UndoLog(finder);

/** Outcomes by selector: "filled", or the reason for which the control was left. */
export async function fill(requests: readonly Request[], settleMs = 500): Promise<Record<string, string>> {
  const entries = requests.map(({ answer, ...request }) => ({ control: readingOf(request), value: answer }));
  for (const { control } of entries) finder.add(control);
  return byId(await fillControls(entries, { finder, undo, watch, settleMs }));
}

export async function restore(settleMs = 500): Promise<Record<string, string>> {
  return byId(await undo.restore(watch, settleMs));
}

function readingOf(request: Omit<Request, "answer">): ControlReading {
  return {
    id: request.selector,
    type: typeOf(elementOf(request)),
    ...PLAIN,
    ...request,
  };
}

function elementOf({ selector, shadow }: Pick<Request, "selector" | "shadow">): Element {
  let root: ParentNode = document;
  for (const host of shadow?.split(" >>> ") ?? []) {
    const inner = root.querySelector(host)?.shadowRoot;
    if (inner === null || inner === undefined) throw new Error(`pas d'ombre : ${host}`);
    root = inner;
  }
  const element = root.querySelector(selector);
  if (element === null) throw new Error(`pas de contrôle : ${selector}`);
  return element;
}

function byId(outcomes: readonly (FillOutcome | UndoOutcome)[]): Record<string, string> {
  return Object.fromEntries(outcomes.map(({ id, outcome, reason }) => [id, reason ?? outcome]));
}
