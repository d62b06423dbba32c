/** A store in memory that outlives the worker, as `storage.session` does. */
import type { Store } from "../../src/store/cells.ts";

export function memoryStore(): Store & { readonly content: Map<string, string> } {
  const content = new Map<string, string>();
  let line: Promise<unknown> = Promise.resolve();
  return {
    content,
    get: async (key) => (content.has(key) ? JSON.parse(content.get(key) ?? "null") : undefined),
    set: async (key, value) => void content.set(key, JSON.stringify(value)),
    remove: async (key) => void content.delete(key),
    alone: (_, work) => {
      const turn = line.then(work, work);
      line = turn.catch(() => undefined);
      return turn;
    },
    keys: async (prefix) => [...content.keys()].filter((key) => key.startsWith(prefix)),
  };
}
