/** The keys under which screens keep their own state. The background never reads them. */
export const SCREEN_KEYS = "screen/";

/** Of a page of the extension that lives in that tab, as the dossier's. */
export function keyOfPage(tabId: number): string {
  return `${SCREEN_KEYS}page/${tabId}`;
}

export function keyOfScreen(tabId: number | null): string {
  return `${SCREEN_KEYS}${tabId ?? "-"}`;
}
