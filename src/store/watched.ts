/** A value in memory that a screen follows. Each change makes a new value; none is mutated. */
export interface Watched<Value> {
  read(): Value;
  /** Calls back after each change; returns a function that stops it. */
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
