import type { Storage } from "webextension-polyfill";
import type { Store } from "../../src/worker/cells.ts";

/** A storage area of the browser as the worker wants it. */
export function storeOf(area: Storage.StorageArea): Store {
  return {
    get: async (key) => (await area.get(key))[key],
    set: (key, value) => area.set({ [key]: value }),
    remove: (key) => area.remove(key),
    keys: async (prefix) => Object.keys(await area.get(null)).filter((key) => key.startsWith(prefix)),
  };
}
