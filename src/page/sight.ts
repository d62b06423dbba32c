/**
 * What a frame read in its page, and the names it gives to the questions there. A handle names one question: an element together with the
 * words beside it. An element whose words changed asks something else, and gets another handle. A re-rendered element inherits the handle
 * when it alone asks the same. Handles are never positions: one more row in a page would move them all.
 */
import type { ControlReading, PageReading } from "../domain/page-reading.ts";
import { plainWords } from "../domain/plain.ts";
import { isConnected } from "./dom.ts";
import { atOnce, inSlices, type Steps, type Watch } from "./slices.ts";

/** The words beside a control, remembered so that they can be compared later. */
export interface Witness {
  /** The words that tell the question, without what only decorates it. */
  readonly asks: string;
  /** The names that its author gave the element: "id name". */
  readonly named: string;
  /** True while the words beside the element are exactly those that were read. Cheap and local; `true` is never wrong. */
  stands(): boolean;
}

/** A reading with the way to its live elements. */
export interface LiveReading {
  readonly page: PageReading;
  readonly elementOf: (id: string) => Element | null;
  readonly witnessOf: (id: string) => Witness | null;
}

/** `gone`: nothing on the page asks it any more · `changed`: its element now asks something else. */
export type Missing = "gone" | "changed";

/** A control as it is now. */
export interface Found {
  readonly control: ControlReading;
  readonly element: Element;
}

/** Finds the element that now asks the question of a handle. */
export interface Finder {
  /** The control as last read, if the words beside it are still the same. Call it just before writing, in the same synchronous code. */
  find(handle: string): Found | Missing;
  /** The same, but first reads the page again, in pieces, if those words changed. */
  seek(handle: string): Promise<Found | Missing>;
}

interface Known {
  readonly control: ControlReading;
  readonly witness: Witness;
  readonly element: WeakRef<Element>;
}

const NOTHING_READ: PageReading = {
  detected: false,
  kind: null,
  portal: null,
  why: [],
  controls: [],
  sirets: [],
  consultation: null,
};

/** At most this many questions that left the page are remembered, in case they come back. */
const MOST_LOST = 1_000;
/** A missing question is not searched for again within this time, in milliseconds: each search costs a reading. */
const LOOKED_MS = 50;
/**
 * How often a page that keeps changing is read in pieces; then it is read at once, when nothing can change it: that reading counts only if its evidence
 * was decided before.
 */
const MOST_SOUGHT = 3;

export class Sight implements Finder {
  readonly #read: () => Steps<LiveReading | null>;
  readonly #watch: () => Watch;
  readonly #name: string;
  readonly #known = new Map<string, Known>();
  #handles = new WeakMap<Element, string>();
  #page: PageReading = NOTHING_READ;
  #controls: ReadonlyMap<string, ControlReading> = new Map();
  #lookedAt = 0;
  #given = 0;

  /**
   * @param name of the document, so that handles of another document are never taken for its own
   * @param read returns `null` when nobody decided what the page asks; the reading before it stays
   */
  constructor(name: string, read: () => Steps<LiveReading | null>, watch: () => Watch) {
    this.#name = name;
    this.#read = read;
    this.#watch = watch;
  }

  /** The last reading; its controls are named by their handles. */
  get page(): PageReading {
    return this.#page;
  }

  /** Reads the page in pieces: synchronously when one piece is enough. A page that changes meanwhile is read again. */
  look(): PageReading | Promise<PageReading> {
    const live = inSlices(this.#read, this.#watch);
    return live instanceof Promise ? live.then((reading) => this.#take(reading)) : this.#take(live);
  }

  #take(reading: LiveReading | null): PageReading {
    if (reading === null) return this.#page;
    const { page, elementOf, witnessOf } = reading;
    const seen: Seen[] = page.controls.flatMap((control) => {
      const [element, witness] = [elementOf(control.id), witnessOf(control.id)];
      return element === null || witness === null ? [] : [{ control, element, witness }];
    });
    const named = this.#named(seen);
    for (const { control, element, witness, handle } of named) {
      this.#known.delete(handle);
      this.#known.set(handle, { control, witness, element: new WeakRef(element) });
      this.#handles.set(element, handle);
    }
    for (const handle of [...this.#known.keys()].slice(0, -(named.length + MOST_LOST))) this.#known.delete(handle);
    this.#page = { ...page, controls: named.map(({ control, handle }) => ({ ...control, id: handle })) };
    this.#controls = new Map(this.#page.controls.map((control) => [control.id, control]));
    this.#lookedAt = performance.now();
    return this.#page;
  }

  /** The control as last read; `null` when the last reading did not find it. */
  controlOf(handle: string): ControlReading | null {
    return this.#controls.get(handle) ?? null;
  }

  /** The handle of an element as last read. */
  handleOf(element: Element): string | null {
    const handle = this.#handles.get(element);
    return handle !== undefined && this.elementOf(handle) === element && this.#controls.has(handle) ? handle : null;
  }

  find(handle: string): Found | Missing {
    return this.#standing(handle) ?? missing(this.elementOf(handle));
  }

  async seek(handle: string): Promise<Found | Missing> {
    const element = this.elementOf(handle);
    for (let sought = 0; sought <= MOST_SOUGHT && this.#standing(handle) === null && this.#mayHaveCome(handle); sought += 1) {
      if (sought < MOST_SOUGHT) await this.look();
      else this.#take(atOnce(this.#read())?.result ?? null);
    }
    return this.#standing(handle) ?? missing(element);
  }

  #standing(handle: string): Found | null {
    return this.#known.get(handle)?.witness.stands() === true ? this.#foundAt(handle) : null;
  }

  /** True when a new reading may find it: it was there at the last one, or that one is old enough. */
  #mayHaveCome(handle: string): boolean {
    return this.#foundAt(handle) !== null || performance.now() - this.#lookedAt > LOOKED_MS;
  }

  #foundAt(handle: string): Found | null {
    const [control, element] = [this.controlOf(handle), this.elementOf(handle)];
    return control === null || element === null ? null : { control, element };
  }

  /** The element that asked it when it was last read. */
  elementOf(handle: string): Element | null {
    return this.#known.get(handle)?.element.deref() ?? null;
  }

  /** Gives handles: first to elements that still ask the same, then to re-rendered ones that alone ask it, then to new ones. */
  #named(seen: readonly Seen[]): (Seen & { readonly handle: string })[] {
    const handles = new Map<Seen, string>();
    for (const one of seen) {
      const handle = this.#handles.get(one.element);
      const known = handle === undefined ? undefined : this.#known.get(handle);
      if (handle !== undefined && known !== undefined && this.elementOf(handle) === one.element && asksSame(known, one)) {
        handles.set(one, handle);
      }
    }
    const taken = new Set(handles.values());
    const lost = [...this.#known].flatMap(([handle, known]) => (taken.has(handle) ? [] : [{ ...known, handle }]));
    for (const keyOf of [exactly, byWords]) {
      const standing = groupsOf([...handles.keys()], keyOf);
      const heirs = groupsOf(
        lost.filter(({ handle }) => !taken.has(handle)),
        keyOf,
      );
      for (const [key, [one, other]] of groupsOf(
        seen.filter((it) => !handles.has(it)),
        keyOf,
      )) {
        const [heir, rival] = heirs.get(key) ?? [];
        if (one === undefined || other !== undefined || heir === undefined || rival !== undefined || standing.has(key)) continue;
        handles.set(one, heir.handle);
        taken.add(heir.handle);
      }
    }
    return seen.map((one) => ({ ...one, handle: handles.get(one) ?? this.#newHandle() }));
  }

  #newHandle(): string {
    this.#given += 1;
    return `${this.#name}.${this.#given}`;
  }
}

function missing(element: Element | null): Missing {
  return element !== null && isConnected(element) ? "changed" : "gone";
}

interface Seen {
  readonly control: ControlReading;
  readonly element: Element;
  readonly witness: Witness;
}

/** A key of what one control asks, by its words; `null` when there are none beside it. */
function byWords({ control: { type, label }, witness }: Pick<Seen, "control" | "witness">): string | null {
  return plainWords(label) === "" ? null : `${type} ${witness.asks}`;
}

/** The same key, with the names that the page's author gave the control. */
function exactly({ control, witness }: Pick<Seen, "control" | "witness">): string | null {
  return witness.named === "" ? null : `${control.type} ${witness.asks} ${witness.named}`;
}

/**
 * True for the same element under the same words. A page may add words to a field that is still read as the same field
 * ("SIRET", then "SIRET : valide"); but never to a slot, where one more word makes it another piece.
 */
function asksSame(before: Pick<Seen, "control" | "witness">, { control, witness }: Pick<Seen, "control" | "witness">): boolean {
  if (before.control.type !== control.type) return false;
  if (before.witness.asks === witness.asks) return control.label !== "" || before.witness.named === witness.named;
  const isSlot = control.type === "file" || control.type === "dropZone";
  if (isSlot || control.target === null || control.target !== before.control.target || control.heading !== before.control.heading)
    return false;
  const [former, now] = [plainWords(before.control.label), plainWords(control.label)];
  return former !== "" && now !== "" && (now.startsWith(former) || former.startsWith(now));
}

function groupsOf<T extends Pick<Seen, "control" | "witness">>(
  items: readonly T[],
  keyOf: (item: T) => string | null,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
