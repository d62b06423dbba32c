/**
 * The order of days, instants and identifiers, which are plain ASCII. A language's order (`localeCompare`) is for names that people read: the first
 * use of it makes a screen wait for the browser's tables.
 */
export function inCodeOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
