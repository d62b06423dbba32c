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
  /** The state in which we left it. */
  left: ControlState | null;
  sent: boolean;
  /** What the person typed gave way, at their word: it comes back. */
  replaces: boolean;
  unhighlight: (() => void) | null;
}

export class UndoLog {
  readonly #finder: Finder;
  /** By the handles of the controls. */
  readonly #entries = new Map<string, Entry>();

  constructor(finder: Finder) {
    this.#finder = finder;
  }

  /**
   * Notes the state of a control before it is written; `replaces` when the person had typed it and let it go.
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

  /** The state before us of a control that we wrote. */
  formerOf({ id }: ControlReading): ControlState | null {
    return this.#entries.get(id)?.former ?? null;
  }

  /** True when the portal took a file from this control at once: another would come beside it. */
  hasSent({ id }: ControlReading): boolean {
    return this.#entries.get(id)?.sent === true;
  }

  /** Forgets a control that stands again as it was. */
  forget({ id }: ControlReading): void {
    this.#entries.get(id)?.unhighlight?.();
    this.#entries.delete(id);
  }

  /** Reads the page again where what we wrote was drawn again: what is asked next knows where it stands now. */
  async follow(): Promise<void> {
    for (const { control, element } of this.#entries.values()) if (!isConnected(element)) await this.#finder.seek(control.id);
  }

  /** True when the control stands as we left it; for a radio button, when its group does. */
  isOurs(element: Element): boolean {
    const mates = matesOf(element);
    return [...this.#entries.values()].some(({ control, element: known, left }) => {
      const found = isConnected(known) ? known : elementIn(this.#finder.find(control.id));
      return left !== null && found !== null && mates.includes(found) && isState(found, left);
    });
  }

  /** Takes back what we wrote for a control in an element that asks something else since: there it would be a wrong answer. */
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

  /** Reads the page again where it no longer stands as we left it. */
  async #seek({ control, element, left }: Entry): Promise<void> {
    if (!isConnected(element) || left === null || !isState(element, left)) await this.#finder.seek(control.id);
  }

  /** Puts one control back; nothing happens when it already stands as it was. */
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
    // A drop zone's own input.
    if (found !== null && isThere && contains(found, element)) return element;
    return found ?? (isThere && former !== null && isState(element, former) ? element : null);
  }

  /** What stood in an element before the first of ours, when it still holds ours. */
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

/** In that state, or in the page's own writing of it. */
function isNearly(element: Element, state: ControlState): boolean {
  if (isState(element, state)) return true;
  const now = stateOf(element);
  return now?.kind === "text" && state.kind === "text" && plainWords(now.value) !== "" && plainWords(now.value) === plainWords(state.value);
}

function matesOf(element: Element): readonly Element[] {
  return element instanceof HTMLInputElement && element.type === "radio" ? groupOf(element) : [element];
}

/** For a radio button, the user's choice of any of its group counts. */
export function isTyped(watch: TypedWatch, element: Element): boolean {
  return matesOf(element).some((mate) => watch.isTyped(mate));
}
