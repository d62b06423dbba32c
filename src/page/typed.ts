/** Knows which controls the user has typed in or chosen, so that nothing of theirs is ever overwritten. */
import { attributeOf, idOf, listen, tagNameOf, unlisten } from "./dom.ts";

export interface TypedWatch {
  /** True when the user changed this control, or the one that stood in its place before the page rendered it again. */
  isTyped(element: Element): boolean;
  /** Runs synchronous work of ours: its events do not count as the user's, even those that the browser marks as trusted. */
  quietly<T>(work: () => T): T;
  stop(): void;
}

/**
 * Starts listening on a document; input events cross open shadow roots. Only trusted events count: a script of the page is not the user.
 */
export function watchTrusted(document: Document): TypedWatch {
  const elements = new WeakSet<Element>();
  const names = new Set<string>();
  let ours = 0;

  const note = (event: Event): void => {
    if (!event.isTrusted || ours > 0) return;
    const target = event.composedPath()[0];
    if (!(target instanceof Element)) return;
    elements.add(target);
    const name = nameOf(target);
    if (name !== null) names.add(name);
  };
  const kinds = ["input", "change"] as const;
  for (const kind of kinds) listen(document, kind, note, { capture: true, passive: true });

  return {
    isTyped: (element) => elements.has(element) || names.has(nameOf(element) ?? ""),
    quietly: (work) => {
      ours += 1;
      try {
        return work();
      } finally {
        ours -= 1;
      }
    },
    stop: () => {
      for (const kind of kinds) unlisten(document, kind, note, { capture: true });
    },
  };
}

/** What identifies a control after the page rendered it again: its kind, its name and its id. */
function nameOf(element: Element): string | null {
  const name = attributeOf(element, "name") ?? "";
  return name === "" && idOf(element) === ""
    ? null
    : `${tagNameOf(element)} ${attributeOf(element, "type") ?? ""} ${idOf(element)} ${name}`;
}
