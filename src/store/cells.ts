/**
 * Typed places in a key-value store. A worker may be stopped between any two lines: what matters is in the store, and every change
 * is one atomic write. Values read back are parsed: another version of the extension may have written them.
 */
import { z } from "zod";

/** `storage.session` or `storage.local`, or a map in tests. */
export interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** Keys that start with the prefix. */
  keys(prefix: string): Promise<string[]>;
  /** Runs the work alone for that key, across all pages and workers of this browser. */
  alone?<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
}

/** The part of a browser's storage area that is used here. */
export interface StorageArea {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Keys read in one turn. Sent at the end of the turn, or before anything is written in it. */
interface Question {
  readonly keys: string[];
  readonly answer: ReturnType<StorageArea["get"]>;
  send(): ReturnType<StorageArea["get"]>;
}

/** A storage area of the browser as a `Store`. What is read in one turn is asked of the browser at once: each question costs it as much as its answer. */
export function storeOf(area: StorageArea): Store {
  let asked: Question | null = null;

  function question(): Question {
    const keys: string[] = [];
    let answer: ReturnType<StorageArea["get"]> | null = null;
    const send = () => {
      if (answer === null) {
        asked = null;
        answer = area.get(keys);
      }
      return answer;
    };
    return { keys, send, answer: Promise.resolve().then(send) };
  }

  return {
    get: async (key) => {
      asked ??= question();
      asked.keys.push(key);
      return (await asked.answer)[key];
    },
    set: (key, value) => {
      void asked?.send();
      return area.set({ [key]: value });
    },
    remove: (key) => {
      void asked?.send();
      return area.remove(key);
    },
    keys: async (prefix) => Object.keys(await area.get(null)).filter((key) => key.startsWith(prefix)),
    alone: (key, work) => navigator.locks.request(`cell ${key}`, work) as ReturnType<typeof work>,
  };
}

export interface Cell<T> {
  read(): Promise<T>;
  /** Reads, changes, writes; changes of one cell wait for each other. Writes nothing when nothing changed. */
  update(change: (value: T) => T): Promise<T>;
  clear(): Promise<void>;
}

/** Migrations between versions: the first step turns version 1 into 2, and so on. */
export type Past = readonly ((old: unknown) => unknown)[];

/**
 * @param past for values that outlive an update of the extension: they are written with their version. A value that cannot be read, because
 * a later version wrote it or because it is broken, is set aside before it is overwritten, never lost.
 */
export type Cells = <T>(key: string, schema: z.ZodType<T>, initial: T, past?: Past) => Cell<T>;

const Versioned = z.object({ version: z.number().int().min(1), value: z.unknown() });
/** Prefix of the keys of values set aside. */
const ASIDE = "aside/";

/** The cells of one store. Call it once for each store: it orders the changes. */
export function cellsOf(store: Store): Cells {
  const lines = new Map<string, Promise<unknown>>();

  function inLine<T>(key: string, work: () => Promise<T>): Promise<T> {
    const guarded = () => (store.alone === undefined ? work() : store.alone(key, work));
    const turn = (lines.get(key) ?? Promise.resolve()).then(guarded, guarded);
    lines.set(key, turn);
    const leave = () => {
      if (lines.get(key) === turn) lines.delete(key);
    };
    turn.then(leave, leave);
    return turn;
  }

  return (key, schema, initial, past) => {
    async function look() {
      const stored = await store.get(key);
      const parsed = schema.safeParse(past === undefined ? stored : presentOf(stored, past));
      return { stored, value: parsed.success ? parsed.data : initial, isRead: parsed.success };
    }
    async function write(value: unknown): Promise<void> {
      await store.set(key, past === undefined ? value : { version: past.length + 1, value });
    }
    return {
      read: async () => (await look()).value,
      update: (change) =>
        inLine(key, async () => {
          const { stored, value: before, isRead } = await look();
          const after = change(before);
          if (JSON.stringify(after) === JSON.stringify(before)) return after;
          if (past !== undefined && !isRead && stored !== undefined) await store.set(`${ASIDE}${key}`, stored);
          await write(after);
          return after;
        }),
      clear: () => inLine(key, () => store.remove(key)),
    };
  };
}

/** The stored value, migrated step by step to the present version. A value without a version is of the first. */
function presentOf(stored: unknown, past: Past): unknown {
  const { data } = Versioned.safeParse(stored);
  const { version, value } = data ?? { version: 1, value: stored };
  if (version > past.length + 1) return undefined;
  try {
    return past.slice(version - 1).reduce((old, step) => step(old), value);
  } catch {
    return undefined;
  }
}
