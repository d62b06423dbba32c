/** True when nothing has the focus: it was never given, or what had it is gone. */
export function isFocusNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
