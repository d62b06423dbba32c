/**
 * Code that is brought when it is first wanted. A service worker may import nothing by itself once it was installed, but for the scripts that it
 * took then: each of them leaves in the global scope what it makes.
 */

/** Runs a script of the package, by its path. @throws when it cannot be read */
export type Bring = (file: string) => Promise<void>;

/**
 * @param find what the script leaves, once it ran
 * @returns the same, brought once; tried again after a failure
 */
export function brought<Found>(find: () => Found | undefined, bring: () => Promise<void>): () => Promise<Found> {
  let coming: Promise<Found> | null = null;

  async function come(): Promise<Found> {
    const there = find();
    if (there !== undefined) return there;
    await bring();
    const found = find();
    if (found === undefined) throw new Error("the script left nothing");
    return found;
  }

  return () => {
    coming ??= come().catch((error: unknown) => {
      coming = null;
      throw error;
    });
    return coming;
  };
}
