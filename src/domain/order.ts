/**
 * Compares days, instants and identifiers, which are plain ASCII. `localeCompare` is for names that people read: its first
 * use makes a screen wait for the browser's collation tables.
 */
export function inCodeOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
