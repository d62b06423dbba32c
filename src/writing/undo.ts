/**
 * What the filled controls held before, and the way back: exact, also after the page rendered them again, and without touching
 * what the user changed since.
 */
import type { ControlReading } from "../domain/page-reading.ts";
import { plainWords } from "../domain/plain.ts";
import { contains, isConnected } from "../page/dom.ts";
import type { Finder, Found, Missing } from "../page/sight.ts";
import { pacer } from "../page/slices.ts";
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
  /** The state in which we left the control. */
  left: ControlState | null;
  sent: boolean;
  /** True when the person let what they had typed be replaced: undoing brings it back. */
  replaces: boolean;
  unhighlight: (() => void) | null;
}

export class UndoLog {
  readonly #finder: Finder;
  /** The entries, by the controls' handles. */
  readonly #entries = new Map<string, Entry>();

  constructor(finder: Finder) {
    this.#finder = finder;
  }

  /**
   * Notes the state of a control before it is written; `replaces` when the person had typed in it and agreed to replace it.
   * @param writes what will be written there, when that is known
   */
  remember(
    control: ControlReading,
    element: Element,
    { replaces = false, writes = null }: { readonly replaces?: boolean; readonly writes?: ControlState | null } = {},
  ): void {
    const known = this.#entries.get(control.id);
    if (known === undefined) {
      const former = this.#formerUnderOurs(element) ?? stateOf(element);
      this.#entries.set(control.id, { control, element, former, left: writes, sent: false, replaces, unhighlight: null });
      return;
    }
    known.element = element;
    known.left = writes ?? known.left;
    known.replaces ||= replaces;
  }

  /** Notes the state in which a control was left, and highlights it. */
  leave(control: ControlReading, element: Element, { highlighted = true, sent = false } = {}): void {
    const entry = this.#entries.get(control.id);
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

  /** The state that a control had before we wrote in it. */
  formerOf({ id }: ControlReading): ControlState | null {
    return this.#entries.get(id)?.former ?? null;
  }

  /** True when the portal uploaded a file from this control at once: another file would be added to it, not replace it. */
  hasSent({ id }: ControlReading): boolean {
    return this.#entries.get(id)?.sent === true;
  }

  /** Forgets a control that is back in its former state. */
  forget({ id }: ControlReading): void {
    this.#entries.get(id)?.unhighlight?.();
    this.#entries.delete(id);
  }

  /** Reads the page again for controls that we wrote and that were rendered again, so that their new elements are known. */
  async follow(): Promise<void> {
    for (const { control, element } of this.#entries.values()) if (!isConnected(element)) await this.#finder.seek(control.id);
  }

  /** True when the control is in the state in which we left it; for a radio button, when its group is. */
  isOurs(element: Element): boolean {
    const mates = matesOf(element);
    return [...this.#entries.values()].some(({ control, element: known, left }) => {
      const found = isConnected(known) ? known : elementIn(this.#finder.find(control.id));
      return left !== null && found !== null && mates.includes(found) && isState(found, left);
    });
  }

  /** Takes back what we wrote in an element that now asks something else, where it would be a wrong answer. */
  takeBackElsewhere(id: string, element: Element | null, watch: TypedWatch): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.element === element || !isConnected(entry.element)) return;
    const { element: elsewhere, left, former } = entry;
    if (left === null || former === null || entry.sent || !isNearly(elsewhere, left) || isTyped(watch, elsewhere)) return;
    entry.unhighlight?.();
    entry.unhighlight = null;
    watch.quietly(() => putExactly(elsewhere, former));
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
      await this.#seek(entry);
      this.#putBack(entry, watch);
      await pause(0);
    }
    if (entries.length > 0) await pause(settleMs);
    const outcomes: UndoOutcome[] = [];
    const breathe = pacer();
    for (const entry of entries) {
      await breathe();
      await this.#seek(entry);
      outcomes.push({ id: entry.control.id, ...this.#putBack(entry, watch) });
    }
    return outcomes;
  }

  /** Reads the page again when the control is no longer as we left it. */
  async #seek({ control, element, left }: Entry): Promise<void> {
    if (!isConnected(element) || left === null || !isState(element, left)) await this.#finder.seek(control.id);
  }

  /** Puts one control back; does nothing when it is already back. */
  #putBack(entry: Entry, watch: TypedWatch): Omit<UndoOutcome, "id"> {
    const { former, left, sent, replaces } = entry;
    const live = this.#whereWritten(entry);
    if (live === null) return { outcome: "left", reason: sent ? "sent" : "gone" };
    const isBack = former !== null && isState(live, former);
    const isAsWeLeft = left !== null && isState(live, left);
    if (isTyped(watch, live) && !(replaces && (isAsWeLeft || isBack))) return { outcome: "left", reason: "typed" };
    if (former === null || sent) return { outcome: "left", reason: "sent" };
    watch.quietly(() => putExactly(live, former));
    return isState(live, former) ? { outcome: "restored" } : { outcome: "left", reason: "pageRefused" };
  }

  /** The element that we wrote, while it holds what we left, even if the page renamed it since; otherwise what asks the same now. */
  #whereWritten({ control, element, left, former }: Entry): Element | null {
    const isThere = isConnected(element);
    if (isThere && left !== null && isState(element, left)) return element;
    const found = elementIn(this.#finder.find(control.id));
    // The element is the drop zone's own input.
    if (found !== null && isThere && contains(found, element)) return element;
    return found ?? (isThere && former !== null && isState(element, former) ? element : null);
  }

  /** The state of an element before our first writing in it, while it still holds what we wrote. */
  #formerUnderOurs(element: Element): ControlState | null {
    const below = [...this.#entries.values()].find(
      ({ element: known, left }) => known === element && left !== null && isState(element, left),
    );
    return below?.former ?? null;
  }
}

function elementIn(found: Found | Missing): Element | null {
  return typeof found === "string" ? null : found.element;
}

/** True in that state, or in the same state as the page spells it. */
function isNearly(element: Element, state: ControlState): boolean {
  if (isState(element, state)) return true;
  const now = stateOf(element);
  return now?.kind === "text" && state.kind === "text" && plainWords(now.value) !== "" && plainWords(now.value) === plainWords(state.value);
}

function matesOf(element: Element): readonly Element[] {
  return element instanceof HTMLInputElement && element.type === "radio" ? groupOf(element) : [element];
}

/** True when the user typed in the control, or chose any button of its radio group. */
export function isTyped(watch: TypedWatch, element: Element): boolean {
  return matesOf(element).some((mate) => watch.isTyped(mate));
}
