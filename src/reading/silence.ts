/** Words that the reading ignores for a while, to prove that it does not depend on the words of one page. It has no other use. */

const NONE: ReadonlySet<string> = new Set();
let silent: ReadonlySet<string> = NONE;

/** @param words a phrase of the lexicon or one word of a title, as they are compared */
export function isSilent(words: string): boolean {
  return silent !== NONE && silent.has(words);
}

export function isAnySilent(): boolean {
  return silent !== NONE;
}

/** Does the work as if these words were not in the vocabulary. */
export function withoutWords<T>(words: ReadonlySet<string>, work: () => T): T {
  silent = words;
  try {
    return work();
  } finally {
    silent = NONE;
  }
}
