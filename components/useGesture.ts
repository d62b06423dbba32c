import { useState } from "react";
import type { Busy, Said } from "./ActionBar.tsx";
import { useWords } from "./words.tsx";

interface Gesture {
  readonly busy: Busy;
  /** What became of the last one. */
  readonly said: Said | null;
  readonly perform: (what: Exclude<Busy, null>, work: () => Promise<Said>) => Promise<void>;
}

/** One gesture of the person on the page at a time, and what became of it. */
export function useGesture(): Gesture {
  const { m } = useWords();
  const [busy, setBusy] = useState<Busy>(null);
  const [said, setSaid] = useState<Said | null>(null);
  return {
    busy,
    said,
    perform: async (what, work) => {
      setBusy(what);
      setSaid(null);
      setSaid(await work().catch(() => ({ tone: "bad" as const, text: m.actions.pageGone })));
      setBusy(null);
    },
  };
}
