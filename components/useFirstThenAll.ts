import { createContext, startTransition, useContext, useEffect, useState } from "react";

/** More than a tall screen shows. */
const FIRST_ROWS = 24;

/** True in a list that opens scrolled: all of it is drawn at once. */
export const AllAtOnce = createContext(false);

/**
 * False in the first drawing, true as soon as that is shown: what lies below the part in sight waits for it.
 * @param isReady false while there is nothing to draw yet
 */
export function useAfterFirst(isReady = true): boolean {
  const isAtOnce = useContext(AllAtOnce);
  const [isAfter, setAfter] = useState(false);
  useEffect(() => {
    if (isReady) startTransition(() => setAfter(true));
  }, [isReady]);
  return isAtOnce || isAfter;
}

/**
 * The first items, which fill the screen, are drawn at once; all of them as soon as those are shown.
 * @param first how many fill it; fewer for tall ones
 */
export function useFirstThenAll<Item>(items: readonly Item[], first = FIRST_ROWS): readonly Item[] {
  const isAll = useAfterFirst(items.length > 0);
  return isAll ? items : items.slice(0, first);
}
