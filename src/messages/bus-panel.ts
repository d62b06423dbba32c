/** Chrome's side panel, of which the shared interface knows nothing; Firefox has its sidebar instead. */
const { sidePanel } = ((globalThis as { chrome?: unknown }).chrome ?? {}) as {
  readonly sidePanel?: { open(options: { readonly windowId: number }): Promise<void> };
};

/** Opens it beside that window's page; to be called in the person's gesture. `null` where the browser has none. */
export const openSidePanel: ((windowId: number) => Promise<void>) | null =
  sidePanel === undefined ? null : (windowId) => sidePanel.open({ windowId });
