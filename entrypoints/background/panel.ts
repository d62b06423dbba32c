/** The shortcut of the side panel in Chrome; Firefox has its own command for its sidebar. */
import browser from "webextension-polyfill";

const { sidePanel } = ((globalThis as { chrome?: unknown }).chrome ?? {}) as {
  readonly sidePanel?: { open(options: { readonly windowId: number }): Promise<void> };
};
/** As the manifest names it. */
const COMMAND = "open-panel";

/** To be called in the worker's first turn. The panel opens in the very gesture: nothing may be awaited before. */
export function onPanelShortcut(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === COMMAND && tab?.windowId !== undefined) void sidePanel?.open({ windowId: tab.windowId });
  });
}
