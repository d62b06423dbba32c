/** Words that are not to be known for a while: the proof that the reading does not stand on the words of one page. Nothing else uses it. */

const NONE: ReadonlySet<string> = new Set();
let silent: ReadonlySet<string> = NONE;

/** @param words a phrase of the lexicon or one word of a title, as they are compared */
export function isSilent(words: string): boolean {
  return silent !== NONE && silent.has(words);
}

export function isAnySilent(): boolean {
  return silent !== NONE;
}

/** Does the work as if these words had never been written down. */
export function withoutWords<T>(words: ReadonlySet<string>, work: () => T): T {
  silent = words;
  try {
    return work();
  } finally {
    silent = NONE;
  }
}
