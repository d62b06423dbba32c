/**
 * Typed places in a key-value store. A worker may be stopped between any two lines: what matters is in the store, and every change
 * is one atomic write. What is read back is parsed: another version of the extension may have written it.
 */
import type { z } from "zod";

/** `storage.session` or `storage.local`, or a map in tests. */
export interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** Keys that start with the prefix. */
  keys(prefix: string): Promise<string[]>;
}

/** A storage area of the browser, as far as it is used here. */
export interface StorageArea {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

export function storeOf(area: StorageArea): Store {
  return {
    get: async (key) => (await area.get(key))[key],
    set: (key, value) => area.set({ [key]: value }),
    remove: (key) => area.remove(key),
    keys: async (prefix) => Object.keys(await area.get(null)).filter((key) => key.startsWith(prefix)),
  };
}

export interface Cell<T> {
  read(): Promise<T>;
  /** Reads, changes, writes; changes of one cell wait for each other. Writes nothing when nothing changed. */
  update(change: (value: T) => T): Promise<T>;
  clear(): Promise<void>;
}

export type Cells = <T>(key: string, schema: z.ZodType<T>, initial: T) => Cell<T>;

/** The cells of one store. One maker a store: it is what keeps changes in line. */
export function cellsOf(store: Store): Cells {
  const lines = new Map<string, Promise<unknown>>();

  function inLine<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (lines.get(key) ?? Promise.resolve()).then(work, work);
    lines.set(key, turn);
    const leave = () => {
      if (lines.get(key) === turn) lines.delete(key);
    };
    turn.then(leave, leave);
    return turn;
  }

  return (key, schema, initial) => {
    async function read() {
      const parsed = schema.safeParse(await store.get(key));
      return parsed.success ? parsed.data : initial;
    }
    return {
      read,
      update: (change) =>
        inLine(key, async () => {
          const before = await read();
          const after = change(before);
          if (JSON.stringify(after) !== JSON.stringify(before)) await store.set(key, after);
          return after;
        }),
      clear: () => inLine(key, () => store.remove(key)),
    };
  };
}
