/** Under which keys screens keep what they show: nothing of it is the background's. */
export const SCREEN_KEYS = "screen/";

export function keyOfScreen(tabId: number | null): string {
  return `${SCREEN_KEYS}${tabId ?? "-"}`;
}
