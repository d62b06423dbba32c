import { useEffect, useState } from "react";
import type { Busy, Said } from "./ActionBar.tsx";
import { useWords } from "./words.tsx";

interface Gesture {
  readonly busy: Busy;
  /** The outcome of the last gesture. */
  readonly said: Said | null;
  readonly perform: (what: Exclude<Busy, null>, work: () => Promise<Said>) => Promise<void>;
}

/**
 * Runs one gesture of the person on the page at a time, and holds its outcome.
 * @param page identifies the page: an outcome on another page is dropped
 */
export function useGesture(page: string): Gesture {
  const { m } = useWords();
  const [busy, setBusy] = useState<Busy>(null);
  const [said, setSaid] = useState<{ readonly of: string; readonly what: Said } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, nothing else.
  useEffect(() => setSaid(null), [page]);
  return {
    busy,
    said: said?.of === page ? said.what : null,
    perform: async (what, work) => {
      setBusy(what);
      setSaid(null);
      const after = await work().catch(() => ({ tone: "bad" as const, text: m.actions.pageGone }));
      setSaid({ of: page, what: after });
      setBusy(null);
    },
  };
}
