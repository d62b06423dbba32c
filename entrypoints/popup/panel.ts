/** The side panel of Chrome, the sidebar of Firefox: the same screen, which stays beside a long form. */
import browser from "webextension-polyfill";

/** What each browser offers beyond the shared interface. */
const { sidePanel } = ((globalThis as { chrome?: unknown }).chrome ?? {}) as {
  readonly sidePanel?: { open(options: { readonly windowId: number }): Promise<void> };
};
const { sidebarAction } = browser as unknown as { readonly sidebarAction?: { open(): Promise<void> } };

/** Known beforehand: asked for in the person's gesture, it would lose the gesture. */
let windowId: number | undefined;
void browser.windows.getCurrent().then(({ id }) => {
  windowId = id;
});

/** Opens it and closes the popup; to be called in the person's gesture. `null` where the browser has none. */
export const openPanel: (() => void) | null =
  sidePanel !== undefined
    ? () => void (windowId === undefined ? undefined : sidePanel.open({ windowId }).then(() => window.close()))
    : sidebarAction !== undefined
      ? () => void sidebarAction.open().then(() => window.close())
      : null;
