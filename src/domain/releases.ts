/** Versions of the extension and what each one brought, shown once after an update. Pure. */

/** What a version brought, in a few plain lines in each language. CHANGELOG.md holds the French ones. */
export interface Release {
  /** "0.2.0". */
  readonly version: string;
  readonly fr: readonly string[];
  readonly en: readonly string[];
}

/** Compares versions: below zero when the first is older. Parts that are not numbers count as zero. */
export function comparedVersions(one: string, other: string): number {
  const parts = (version: string) => version.split(".").map((part) => Number(part) || 0);
  const [left, right] = [parts(one), parts(other)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The releases after `since`, up to the current one, latest first. */
export function releasesSince(releases: readonly Release[], since: string, current: string): Release[] {
  return releases
    .filter(({ version }) => comparedVersions(version, since) > 0 && comparedVersions(version, current) <= 0)
    .toSorted((one, other) => comparedVersions(other.version, one.version));
}
