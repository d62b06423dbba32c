/** Follows the situation: read at once, again whenever the background's state changed, and now and then. */
import { useEffect, useState } from "react";
import type { Situation } from "../src/messages/situation.ts";

/** While something is awaited, looking again also wakes a worker that the browser stopped. */
const LOOK_MS = 1_500;
const CALM_LOOK_MS = 20_000;

export interface SituationFeed {
  /** Reads the situation, and has what is missing asked. */
  readonly read: () => Promise<Situation>;
  /** Calls back on every change; returns the way to stop. */
  readonly onChange: (callback: () => void) => () => void;
}

/** `broken`: the background does not answer. */
export function useSituation({ read, onChange }: SituationFeed): { readonly situation: Situation | null; readonly broken: boolean } {
  const [situation, setSituation] = useState<Situation | null>(null);
  const [broken, setBroken] = useState(false);
  const isWaiting =
    situation?.sources.some(({ state, busy }) => state === "asking" || busy) === true || (situation?.service.trouble ?? null) !== null;

  useEffect(() => {
    let latest = 0;
    const look = () => {
      latest += 1;
      const mine = latest;
      read().then(
        (next) => {
          if (mine === latest) setSituation(next);
          setBroken(false);
        },
        () => setBroken(mine === latest),
      );
    };
    look();
    const stop = onChange(look);
    const timer = setInterval(look, isWaiting ? LOOK_MS : CALM_LOOK_MS);
    return () => {
      latest = Number.NaN;
      stop();
      clearInterval(timer);
    };
  }, [read, onChange, isWaiting]);

  return { situation, broken };
}
