/** The keys under which screens keep their own state. The background never reads them. */
export const SCREEN_KEYS = "screen/";

/** The key of an extension page open in that tab, such as the dossier's. */
export function keyOfPage(tabId: number): string {
  return `${SCREEN_KEYS}page/${tabId}`;
}

export function keyOfScreen(tabId: number | null): string {
  return `${SCREEN_KEYS}${tabId ?? "-"}`;
}
