/** The little of Chrome's API that tests evaluate inside the browser. */
declare const chrome: {
  readonly storage: {
    readonly local: { set(items: object): Promise<void> };
    readonly session: {
      clear(): Promise<void>;
      get(keys: null): Promise<Record<string, { frames?: Record<string, { url?: string }> } | undefined>>;
    };
  };
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
};
