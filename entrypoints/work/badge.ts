import browser from "webextension-polyfill";

/** Says on the toolbar's icon that the page holds a form. The icon goes when the tab shows something else. */
export function showBadge(tabId: number, detected: boolean): void {
  const gone = () => undefined;
  void browser.action.setBadgeText({ tabId, text: detected ? "●" : "" }).catch(gone);
  void browser.action.setBadgeBackgroundColor({ tabId, color: "#0d4a58" }).catch(gone);
  void browser.action.setBadgeTextColor({ tabId, color: "#ffffff" }).catch(gone);
}
