/** The shortcut of the side panel in Chrome; Firefox has its own command for its sidebar. */
import browser from "webextension-polyfill";
import { openSidePanel } from "../../src/messages/bus-panel.ts";

/** As the manifest names it. */
const COMMAND = "open-panel";

/** To be called in the worker's first turn. The panel opens in the very gesture: nothing may be awaited before. */
export function onPanelShortcut(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === COMMAND && tab?.windowId !== undefined) void openSidePanel?.(tab.windowId);
  });
}
