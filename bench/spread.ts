/** Where a measure stands among those of its series. */

/** The value below which `share` of the values lie (0: the smallest, 1: the largest), in any order; NaN when there are none. */
export function shareOf(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}
