/** The list of sources, in the order the popup shows them. One line a source. */
import type { AnySource } from "./source.ts";

export const SOURCES: readonly AnySource[] = [];

const BY_ID = new Map(SOURCES.map((source) => [source.id, source]));

/** The source of that id, or `undefined`. */
export function sourceOf(id: string): AnySource | undefined {
  return BY_ID.get(id);
}
