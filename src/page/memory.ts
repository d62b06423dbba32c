/**
 * What was told of a page from its elements, texts and attributes alone, kept while none of them changes: a page is read each time the person opens the
 * extension and each time something is written, and most of those times it says the same. What is drawn, what a control holds and what stands in a
 * shadow root may change unseen: none of it is kept here.
 */
import { attributeOf, localNameOf } from "./dom.ts";
import type { Steps } from "./slices.ts";

/** Remembers what does not change. */
export interface Memory {
  /**
   * What `tell` says, or said if nothing of the page changed since it began to.
   * @param about what it depends on besides the page
   */
  of<Told>(name: string, tell: () => Steps<Told>, about?: unknown): Steps<Told>;
  /** To be called once a page is worth it: nothing is observed before, and nothing is kept. */
  watch(): void;
  forget(): void;
  stop(): void;
}

/** Keeps nothing. */
export const NO_MEMORY: Memory = { of: (_, tell) => tell(), watch: () => {}, forget: () => {}, stop: () => {} };

/** A memory of one document, empty until it is watched. */
export function memoryOf(document: Document): Memory {
  const kept = new Map<string, { readonly told: unknown; readonly about: unknown }>();
  const observer = new MutationObserver(take);
  let isWatched = false;
  /** How often the page changed. */
  let changes = 0;

  function take(records: readonly MutationRecord[]): void {
    if (!records.some(matters)) return;
    changes += 1;
    kept.clear();
  }

  return {
    *of<Told>(name: string, tell: () => Steps<Told>, about: unknown = null) {
      take(observer.takeRecords());
      const known = kept.get(name);
      if (known !== undefined && known.about === about) return known.told as Told;
      const before = changes;
      const told = yield* tell();
      take(observer.takeRecords());
      if (isWatched && changes === before) kept.set(name, { told, about });
      return told;
    },
    watch: () => {
      if (isWatched) return;
      observer.observe(document, { childList: true, characterData: true, attributes: true, subtree: true });
      isWatched = true;
    },
    forget: () => {
      changes += 1;
      kept.clear();
    },
    stop: () => {
      observer.disconnect();
      isWatched = false;
      kept.clear();
    },
  };
}

/** Inputs whose `value` attribute is a text of the page, not what they begin with. */
const SAID_BY_VALUE = /^(radio|checkbox|submit|button|image|reset|hidden)$/;

/** False for what changes how an element looks and what is typed in it, which is read each time. */
function matters({ type, attributeName, target }: MutationRecord): boolean {
  if (type !== "attributes") return true;
  if (attributeName === "style") return false;
  const input = target as Element;
  return (
    attributeName !== "value" || localNameOf(input) !== "input" || SAID_BY_VALUE.test((attributeOf(input, "type") ?? "").toLowerCase())
  );
}
