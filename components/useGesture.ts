import { useEffect, useState } from "react";
import type { Busy, Said } from "./ActionBar.tsx";
import { useWords } from "./words.tsx";

interface Gesture {
  readonly busy: Busy;
  /** What became of the last one. */
  readonly said: Said | null;
  readonly perform: (what: Exclude<Busy, null>, work: () => Promise<Said>) => Promise<void>;
}

/**
 * One gesture of the person on the page at a time, and what became of it.
 * @param page names the page: what was said of another is over
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
