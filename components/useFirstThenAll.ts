import { startTransition, useEffect, useState } from "react";

/** More than a tall screen shows. */
const FIRST_ROWS = 24;

/** What the screen can show, drawn at once; the rest as soon as that is on the screen. */
export function useFirstThenAll<Item>(items: readonly Item[]): readonly Item[] {
  const [isAll, setAll] = useState(false);
  const hasItems = items.length > 0;
  useEffect(() => {
    if (hasItems) startTransition(() => setAll(true));
  }, [hasItems]);
  return isAll ? items : items.slice(0, FIRST_ROWS);
}
