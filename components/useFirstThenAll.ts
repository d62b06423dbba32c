import { startTransition, useEffect, useState } from "react";

/** More than a tall screen shows. */
const FIRST_ROWS = 24;

/**
 * The first items, which fill the screen, are drawn at once; all of them as soon as those are shown.
 * @param first how many fill it; fewer for tall ones
 */
export function useFirstThenAll<Item>(items: readonly Item[], first = FIRST_ROWS): readonly Item[] {
  const [isAll, setAll] = useState(false);
  const hasItems = items.length > 0;
  useEffect(() => {
    if (hasItems) startTransition(() => setAll(true));
  }, [hasItems]);
  return isAll ? items : items.slice(0, first);
}
