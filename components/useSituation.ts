/** Follows the situation: read at once, again whenever the background's state changed, and now and then. */
import { useEffect, useState } from "react";
import type { Situation } from "../src/messages/situation.ts";
import { looksAt } from "./looks.ts";

/** While something is awaited, looking again also wakes a worker that the browser stopped. */
const LOOK_MS = 1_500;
const CALM_LOOK_MS = 20_000;

export interface SituationFeed {
  /** Reads the situation, and has what is missing asked. */
  readonly read: () => Promise<Situation>;
  /** The first, when it came before anything was drawn. */
  readonly known?: Situation | null;
  /** Calls back on every change; returns the way to stop. */
  readonly onChange: (callback: () => void) => () => void;
}

/** `broken`: the background does not answer. */
export function useSituation({ read, known = null, onChange }: SituationFeed): {
  readonly situation: Situation | null;
  readonly broken: boolean;
} {
  const [situation, setSituation] = useState(known);
  const [broken, setBroken] = useState(false);
  const isWaiting =
    situation?.sources.some(({ state, busy }) => state === "asking" || busy) === true || (situation?.service.trouble ?? null) !== null;

  useEffect(() => {
    const draw = (next: Situation) => {
      setSituation(next);
      setBroken(false);
    };
    const looks = looksAt(read, draw, () => setBroken(true));
    looks.look();
    const stop = onChange(looks.look);
    const timer = setInterval(looks.look, isWaiting ? LOOK_MS : CALM_LOOK_MS);
    return () => {
      looks.stop();
      stop();
      clearInterval(timer);
    };
  }, [read, onChange, isWaiting]);

  return { situation, broken };
}
