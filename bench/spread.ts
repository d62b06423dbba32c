/** Where a measure stands among those of its series. */

/** The value under which `share` of them stand (0: the smallest, 1: the largest); not a number where there is none. Any order. */
export function shareOf(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}
