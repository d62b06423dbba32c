/** The side panel of Chrome, the sidebar of Firefox: the same screen, which stays beside a long form. */
import browser from "webextension-polyfill";
import { openSidePanel } from "../../src/messages/bus-panel.ts";

/** Not in the polyfill's types either. */
const { sidebarAction } = browser as unknown as { readonly sidebarAction?: { open(): Promise<void> } };

/** Read beforehand: awaiting it during the person's gesture would lose the gesture. */
let windowId: number | undefined;
void browser.windows.getCurrent().then(({ id }) => {
  windowId = id;
});

const open = openSidePanel;

/** Opens it and closes the popup; to be called in the person's gesture. `null` where the browser has none. */
export const openPanel: (() => void) | null =
  open !== null
    ? () => void (windowId === undefined ? undefined : open(windowId).then(() => window.close()))
    : sidebarAction !== undefined
      ? () => void sidebarAction.open().then(() => window.close())
      : null;
