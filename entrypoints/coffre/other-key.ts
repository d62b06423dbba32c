import browser from "webextension-polyfill";
import { resume, type Unlocked } from "../../src/coffre/keys.ts";
import { COFFRE_SESSION } from "../../src/store/session-key.ts";

/** Calls back with the session's new key when the coffre is opened, protected or erased, here or in another window. */
export function onOtherKey(take: (unlocked: Unlocked) => void): () => void {
  const hear = (changes: Record<string, { readonly newValue?: unknown }>) => {
    const change = changes[COFFRE_SESSION];
    if (change === undefined) return;
    if (typeof change.newValue === "string") void resume(change.newValue).then(take);
    else location.reload();
  };
  browser.storage.session.onChanged.addListener(hear);
  return () => browser.storage.session.onChanged.removeListener(hear);
}
