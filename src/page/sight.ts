/**
 * What a frame sees of its page, and the names it gives to what is asked there. A handle names one question: an element together with what
 * the page writes beside it. An element whose words changed asks something else, and has another handle; an element drawn again in its
 * place, alone to ask the same, inherits the handle. A position names nothing: a page that draws one row more moves them all.
 */
import type { ControlReading, PageReading } from "../domain/page-reading.ts";
import { plainWords } from "../domain/plain.ts";
import { isConnected } from "./dom.ts";
import { finish, inSlices, type Steps } from "./slices.ts";

/** What is written beside a control, remembered to be looked at again. */
export interface Witness {
  /** The words that tell the question, without what only decorates it. */
  readonly asks: string;
  /** The names that its author gave the element: "id name". */
  readonly named: string;
  /** True while the page writes beside the element exactly what was read: cheap, local, never wrong when true. */
  stands(): boolean;
}

/** A reading with the way to its live elements. */
export interface LiveReading {
  readonly page: PageReading;
  readonly elementOf: (id: string) => Element | null;
  readonly witnessOf: (id: string) => Witness | null;
}

/** `gone`: nothing on the page asks it any more · `changed`: what stood there asks something else now. */
export type Missing = "gone" | "changed";

/** A control as it stands now. */
export interface Found {
  readonly control: ControlReading;
  readonly element: Element;
}

/** The way from a handle to what asks the same now. */
export interface Finder {
  /** As last read, while the page still writes beside the element what was read: to be asked in the very piece of script that writes. */
  find(handle: string): Found | Missing;
  /** The same, once the page was read again in pieces where it no longer writes that. */
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

/** Questions that left the page are remembered up to this number, in case they come back. */
const MOST_LOST = 1_000;
/** What was not there is not looked for again within this time, in milliseconds: looking costs a reading. */
const LOOKED_MS = 50;
/** Readings in pieces of what changes again before each is done; then one all at once, which nothing can change. */
const MOST_SOUGHT = 3;

/** Tells whether the page changes while it is read in pieces. */
type Watch = Parameters<typeof inSlices>[1];

export class Sight implements Finder {
  readonly #read: () => Steps<LiveReading>;
  readonly #watch: Watch;
  readonly #name: string;
  readonly #known = new Map<string, Known>();
  #handles = new WeakMap<Element, string>();
  #page: PageReading = NOTHING_READ;
  #controls: ReadonlyMap<string, ControlReading> = new Map();
  #lookedAt = 0;
  #given = 0;

  /** @param name of the document: no handle of another document is ever taken for one of this */
  constructor(name: string, read: () => Steps<LiveReading>, watch: Watch) {
    this.#name = name;
    this.#read = read;
    this.#watch = watch;
  }

  /** The last reading; its controls are named by their handles. */
  get page(): PageReading {
    return this.#page;
  }

  /** Reads the page, in pieces: at once when the first is enough. A page that changes meanwhile is read anew. */
  look(): PageReading | Promise<PageReading> {
    const live = inSlices(this.#read, this.#watch);
    return live instanceof Promise ? live.then((reading) => this.#take(reading)) : this.#take(live);
  }

  #take({ page, elementOf, witnessOf }: LiveReading): PageReading {
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

  /** The control as last read; `null` when it was not there. */
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
      else this.#take(finish(this.#read()));
    }
    return this.#standing(handle) ?? missing(element);
  }

  #standing(handle: string): Found | null {
    return this.#known.get(handle)?.witness.stands() === true ? this.#foundAt(handle) : null;
  }

  /** What was there when the page was last read may have been drawn again; what was not, only some time later. */
  #mayHaveCome(handle: string): boolean {
    return this.#foundAt(handle) !== null || performance.now() - this.#lookedAt > LOOKED_MS;
  }

  #foundAt(handle: string): Found | null {
    const [control, element] = [this.controlOf(handle), this.elementOf(handle)];
    return control === null || element === null ? null : { control, element };
  }

  /** Where that was asked when it was last read. */
  elementOf(handle: string): Element | null {
    return this.#known.get(handle)?.element.deref() ?? null;
  }

  /** First the elements that ask what they asked, then what was drawn again and is alone to ask it, then what is new. */
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

/** What one control asks, by its words; `null` when nothing is written beside it. */
function byWords({ control: { type, label }, witness }: Pick<Seen, "control" | "witness">): string | null {
  return plainWords(label) === "" ? null : `${type} ${witness.asks}`;
}

/** The same, with the names that the page's author gave it. */
function exactly({ control, witness }: Pick<Seen, "control" | "witness">): string | null {
  return witness.named === "" ? null : `${control.type} ${witness.asks} ${witness.named}`;
}

/**
 * True for the same element under the same words. A page may add to the words of a field that is still read as the same field
 * ("SIRET", then "SIRET : valide"); never to those of a slot, where one word more is another piece.
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
