/** A value in memory that a screen follows: another one after each change, never the same one altered. */
export interface Watched<Value> {
  read(): Value;
  /** Calls back after each change; answers the way to stop. */
  onChange(callback: () => void): () => void;
}

export interface Changing<Value extends object> extends Watched<Value> {
  /** Replaces these parts. */
  set(parts: Partial<Value>): void;
}

export function changing<Value extends object>(first: Value): Changing<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    read: () => value,
    onChange: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    set: (parts) => {
      value = { ...value, ...parts };
      for (const listener of listeners) listener();
    },
  };
}
