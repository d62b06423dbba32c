/** Versions of the extension and what each one brought, told once after an update. Pure. */

/** What a version brought, in a few plain lines of each language. The French ones stand in CHANGELOG.md. */
export interface Release {
  /** "0.2.0". */
  readonly version: string;
  readonly fr: readonly string[];
  readonly en: readonly string[];
}

/** Below zero when the first is older. Parts that are no number are zero. */
export function comparedVersions(one: string, other: string): number {
  const parts = (version: string) => version.split(".").map((part) => Number(part) || 0);
  const [left, right] = [parts(one), parts(other)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What came after a version, up to the one that runs, the latest first. */
export function releasesSince(releases: readonly Release[], since: string, current: string): Release[] {
  return releases
    .filter(({ version }) => comparedVersions(version, since) > 0 && comparedVersions(version, current) <= 0)
    .toSorted((one, other) => comparedVersions(other.version, one.version));
}
