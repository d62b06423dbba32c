/**
 * What was told of a page from its elements, texts and attributes alone, kept while none of those it was told from changes: a page is read each time the
 * person opens the extension and each time something is written, and most of those times it says the same. What is drawn, what a control holds and what
 * stands in a shadow root may change unseen: none of it is kept here.
 */
import { attributeOf, localNameOf } from "./dom.ts";
import type { Steps } from "./slices.ts";

/** What is told from, besides the elements and texts of the page. */
export interface Sources {
  /** Anything but the page. */
  readonly about?: unknown;
  /** The attributes that matter. Absent: all but those that only change how an element looks or stands. */
  readonly attributes?: readonly string[];
}

/** Remembers what does not change. */
export interface Memory {
  /** What `tell` says, or said if nothing that it is told from changed since it began to. */
  of<Told>(name: string, tell: () => Steps<Told>, sources?: Sources): Steps<Told>;
  /** To be called once a page is worth it: nothing is observed before, and nothing is kept. */
  watch(): void;
  forget(): void;
  stop(): void;
}

/** Keeps nothing. */
export const NO_MEMORY: Memory = { of: (_, tell) => tell(), watch: () => {}, forget: () => {}, stop: () => {} };

interface Kept {
  readonly sources: Sources;
  /** Absent while it is being told. */
  said?: { readonly told: unknown };
}

/** A memory of one document, empty until it is watched. */
export function memoryOf(document: Document): Memory {
  const kept = new Map<string, Kept>();
  const observer = new MutationObserver(take);
  let isWatched = false;

  function take(records: readonly MutationRecord[]): void {
    const changes = new Set(records.map(changeOf));
    for (const [name, { sources }] of kept) if ([...changes].some((change) => touches(change, sources))) kept.delete(name);
  }

  return {
    *of<Told>(name: string, tell: () => Steps<Told>, sources: Sources = {}) {
      take(observer.takeRecords());
      const known = kept.get(name);
      if (known?.said !== undefined && known.sources.about === sources.about) return known.said.told as Told;
      const begun: Kept = { sources };
      if (isWatched) kept.set(name, begun);
      const told = yield* tell();
      // What changed meanwhile took it away.
      take(observer.takeRecords());
      begun.said = { told };
      return told;
    },
    watch: () => {
      if (isWatched) return;
      observer.observe(document, { childList: true, characterData: true, attributes: true, subtree: true });
      isWatched = true;
    },
    forget: () => kept.clear(),
    stop: () => {
      observer.disconnect();
      isWatched = false;
      kept.clear();
    },
  };
}

/** Inputs whose `value` attribute is a text of the page, not what they begin with. */
const SAID_BY_VALUE = /^(radio|checkbox|submit|button|image|reset|hidden)$/;
/** Attributes that say how an element looks and what state it is in, which is read each time. */
const STATES = /^(style|checked|tabindex|aria-(busy|checked|describedby|expanded|invalid|required|selected))$/;

/** What changed of the elements and texts: no attribute is named so. */
const TREE = "";

/** The name of the attribute that changed, or `TREE`; `null` for what is read each time. */
function changeOf({ type, attributeName, target }: MutationRecord): string | null {
  if (type !== "attributes") return TREE;
  const isTyped = () =>
    localNameOf(target as Element) === "input" && !SAID_BY_VALUE.test((attributeOf(target as Element, "type") ?? "").toLowerCase());
  return STATES.test(attributeName ?? "") || (attributeName === "value" && isTyped()) ? null : attributeName;
}

function touches(change: string | null, { attributes }: Sources): boolean {
  return change !== null && (change === TREE || (attributes?.includes(change) ?? true));
}
