/** Last answers with the addresses of their documents, for as long as the shortest link lives. Bounded. */
import type { Asked } from "../src/sources/ask.ts";

/** CIBTP's links live 600 s; one that is about to end is not worth following. */
const KEEP_MS = 480_000;
const MOST = 5000;

export interface RecentAnswers {
  remember(key: string, asked: Asked): void;
  /** The answer, unless it is too old or came from the provider's own cache: its links may then be dead. */
  recall(key: string): Asked | undefined;
}

export function createRecentAnswers(now: () => Date): RecentAnswers {
  const kept = new Map<string, { readonly asked: Asked; readonly at: number }>();
  return {
    remember: (key, asked) => {
      kept.delete(key);
      if (asked.locations.size === 0) return;
      kept.set(key, { asked, at: now().getTime() });
      const oldest = kept.keys().next();
      if (kept.size > MOST && oldest.done === false) kept.delete(oldest.value);
    },
    recall: (key) => {
      const entry = kept.get(key);
      if (entry === undefined || entry.asked.answer.provenance.cached) return undefined;
      return now().getTime() - entry.at <= KEEP_MS ? entry.asked : undefined;
    },
  };
}
