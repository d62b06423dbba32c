/** Chrome's side panel, which the shared interface lacks; Firefox has its sidebar instead. */
const { sidePanel } = ((globalThis as { chrome?: unknown }).chrome ?? {}) as {
  readonly sidePanel?: { open(options: { readonly windowId: number }): Promise<void> };
};

/** Opens it in that window; call it in the person's gesture. `null` when the browser has none. */
export const openSidePanel: ((windowId: number) => Promise<void>) | null =
  sidePanel === undefined ? null : (windowId) => sidePanel.open({ windowId });
