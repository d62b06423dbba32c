/** The person's choices on this screen, kept while the browser runs. */
import { useState } from "react";
import { type KeptScreen, keptFor, withDraft } from "../src/messages/kept-screen.ts";
import type { Situation } from "../src/messages/situation.ts";

/** Where a screen keeps what must outlive it. */
export interface ScreenMemory {
  /** What was kept when the screen opened. */
  readonly first: KeptScreen;
  readonly keep: (kept: KeptScreen) => void;
}

export interface Kept {
  readonly kept: KeptScreen;
  readonly change: (to: (kept: KeptScreen) => Partial<KeptScreen>) => void;
  /** Keeps a text that is being typed; `null` when it is used or left. */
  readonly draft: (name: string, text: string | null) => void;
}

export function useKept({ company, page }: Situation, { first, keep }: ScreenMemory): Kept {
  const [state, setState] = useState(first);
  const current = (kept: KeptScreen) => keptFor(kept, company?.siret ?? null, page?.document ?? "");
  const change: Kept["change"] = (to) =>
    setState((before) => {
      const now = current(before);
      const next = { ...now, ...to(now) };
      keep(next);
      return next;
    });
  return {
    kept: current(state),
    change,
    draft: (name, text) => change(({ drafts }) => ({ drafts: withDraft(drafts, name, text) })),
  };
}
