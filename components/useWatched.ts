import { useSyncExternalStore } from "react";

/** A value that changes outside of React, and says so. */
export interface Watched<Value> {
  readonly read: () => Value;
  /** Calls back after each change; returns the way to stop. */
  readonly onChange: (callback: () => void) => () => void;
}

/** Follows it: drawn again after each change. */
export function useWatched<Value>({ read, onChange }: Watched<Value>): Value {
  return useSyncExternalStore(onChange, read);
}
