/** The part of Chrome's API that tests and commands use inside the browser. */
declare const chrome: {
  readonly storage: {
    readonly local: { set(items: object): Promise<void>; get(keys: null): Promise<Record<string, unknown>> };
    readonly session: {
      clear(): Promise<void>;
      remove(keys: string[]): Promise<void>;
      get(
        keys: null,
      ): Promise<Record<string, { frames?: Record<string, { url?: string; page?: { controls?: { label: string }[] } }> } | undefined>>;
    };
  };
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    reload(): void;
    getContexts(filter: { contextTypes: readonly string[] }): Promise<readonly unknown[]>;
  };
  readonly contextMenus: {
    /** Chrome's own events can be sent from inside the extension. */
    readonly onClicked: {
      dispatch(info: { menuItemId: string; frameId: number; editable: boolean }, tab: { id: number }): void;
    };
  };
  readonly sidePanel: { open(options: { windowId: number }): Promise<void> };
  readonly commands: {
    readonly onCommand: { dispatch(command: string, tab: { id: number; windowId: number }): void };
    getAll(): Promise<readonly { name?: string; shortcut?: string; description?: string }[]>;
  };
  readonly windows: { create(options: { url: string }): Promise<unknown> };
  readonly tabs: {
    query(query: object): Promise<readonly { id?: number; windowId: number; url?: string }[]>;
    sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  };
  /** Of the browser's own page of extensions alone. */
  readonly developerPrivate: { updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void> };
  readonly permissions: {
    request(asked: { origins: readonly string[] }): Promise<boolean>;
    contains(asked: { origins: readonly string[] }): Promise<boolean>;
  };
  readonly action: { openPopup(): Promise<void> };
  readonly scripting: {
    executeScript<Args extends unknown[]>(
      injection: { target: { tabId: number; allFrames?: boolean; frameIds?: number[] } } & (
        | { func: (...args: Args) => unknown; args?: Args }
        | { files: string[] }
      ),
    ): Promise<readonly { frameId: number }[]>;
  };
};
