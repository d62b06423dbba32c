/**
 * What the filled controls held before, and the way back: exact, also after the page rendered them again, and without touching
 * what the user changed since.
 */
import type { ControlReading } from "../domain/page-reading.ts";
import { liveElement } from "../page/find.ts";
import { type ControlState, groupOf, isState, putExactly, stateOf } from "../page/state.ts";
import type { TypedWatch } from "../page/typed.ts";
import { pause, SETTLE_MS } from "../page/wait.ts";
import { highlight } from "./highlight.ts";

export interface UndoOutcome {
  readonly id: string;
  readonly outcome: "restored" | "left";
  /** `sent`: the portal received the file at once; only its own page can remove it. */
  readonly reason?: "typed" | "gone" | "pageRefused" | "sent" | undefined;
}

interface Entry {
  readonly control: ControlReading;
  element: Element;
  readonly former: ControlState | null;
  /** The state in which we left it. */
  left: ControlState | null;
  sent: boolean;
  /** What the person typed gave way, at their word: it comes back. */
  replaces: boolean;
  unhighlight: (() => void) | null;
}

export class UndoLog {
  readonly #entries = new Map<string, Entry>();

  /** True when nothing can be undone. */
  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  /** Notes the state of a control before it is first written; `replaces` when the person had typed it and let it go. */
  remember(control: ControlReading, element: Element, { replaces = false } = {}): void {
    const key = keyOf(control);
    const known = this.#entries.get(key);
    if (known === undefined) {
      this.#entries.set(key, { control, element, former: stateOf(element), left: null, sent: false, replaces, unhighlight: null });
      return;
    }
    known.element = element;
    known.replaces ||= replaces;
  }

  /** Notes the state in which a control was left, and highlights it. */
  leave(control: ControlReading, element: Element, { highlighted = true, sent = false } = {}): void {
    const entry = this.#entries.get(keyOf(control));
    if (entry === undefined) return;
    if (entry.element !== element || !highlighted) {
      entry.unhighlight?.();
      entry.unhighlight = null;
    }
    entry.element = element;
    entry.left = stateOf(element);
    entry.sent ||= sent;
    if (highlighted && element instanceof HTMLElement) entry.unhighlight ??= highlight(element);
  }

  /** The state before us of a control that we wrote. */
  formerOf(control: ControlReading): ControlState | null {
    return this.#entries.get(keyOf(control))?.former ?? null;
  }

  /** True when the portal took a file from this control at once: another would come beside it. */
  hasSent(control: ControlReading): boolean {
    return this.#entries.get(keyOf(control))?.sent === true;
  }

  /** Forgets a control that stands again as it was. */
  forget(control: ControlReading): void {
    this.#entries.get(keyOf(control))?.unhighlight?.();
    this.#entries.delete(keyOf(control));
  }

  /** True when the control stands as we left it; for a radio button, when its group does. */
  isOurs(element: Element): boolean {
    const mates: readonly Element[] = element instanceof HTMLInputElement && element.type === "radio" ? groupOf(element) : [element];
    return [...this.#entries.values()].some(({ control, element: known, left }) => {
      const live = liveElement(control, known);
      return left !== null && live !== null && mates.includes(live) && isState(live, left);
    });
  }

  /**
   * Restores every control, last written first, then empties the log. What the page changes back within `settleMs`
   * (milliseconds) is restored once more.
   */
  async restore(watch: TypedWatch, settleMs = SETTLE_MS): Promise<UndoOutcome[]> {
    const entries = [...this.#entries.values()].reverse();
    this.#entries.clear();
    for (const entry of entries) {
      entry.unhighlight?.();
      putBack(entry, watch);
      await pause(0);
    }
    if (entries.length > 0) await pause(settleMs);
    return entries.map((entry) => ({ id: entry.control.id, ...putBack(entry, watch) }));
  }
}

/** Puts one control back; nothing happens when it already stands as it was. */
function putBack({ control, element, former, left, sent, replaces }: Entry, watch: TypedWatch): Omit<UndoOutcome, "id"> {
  const live = liveElement(control, element);
  if (live === null) return { outcome: "left", reason: "gone" };
  const isBack = former !== null && isState(live, former);
  const isAsWeLeft = left !== null && isState(live, left);
  if (isTyped(watch, live) && !(replaces && (isAsWeLeft || isBack))) return { outcome: "left", reason: "typed" };
  if (former === null || sent) return { outcome: "left", reason: "sent" };
  watch.quietly(() => putExactly(live, former));
  return isState(live, former) ? { outcome: "restored" } : { outcome: "left", reason: "pageRefused" };
}

/** For a radio button, the user's choice of any of its group counts. */
export function isTyped(watch: TypedWatch, element: Element): boolean {
  const mates: readonly Element[] = element instanceof HTMLInputElement && element.type === "radio" ? groupOf(element) : [element];
  return mates.some((mate) => watch.isTyped(mate));
}

function keyOf({ shadow, selector }: ControlReading): string {
  return `${shadow ?? ""} >>> ${selector}`;
}
