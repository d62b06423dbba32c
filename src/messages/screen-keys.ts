/** Under which keys screens keep what they show: nothing of it is the background's. */
export const SCREEN_KEYS = "screen/";

/** Of a page of the extension that lives in that tab, as the dossier's. */
export function keyOfPage(tabId: number): string {
  return `${SCREEN_KEYS}page/${tabId}`;
}

export function keyOfScreen(tabId: number | null): string {
  return `${SCREEN_KEYS}${tabId ?? "-"}`;
}
