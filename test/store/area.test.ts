/** A browser's storage area as a store: what is read in one turn is one question, and nothing written changes places with what is read. */
import { expect, test } from "vitest";
import { type StorageArea, storeOf } from "../../src/store/cells.ts";

/** An area in memory that writes down what it is asked. */
function area(items: Record<string, unknown> = {}): { readonly area: StorageArea; readonly asked: string[] } {
  const held = new Map(Object.entries(items));
  const asked: string[] = [];
  return {
    asked,
    area: {
      get: async (keys) => {
        asked.push(`get ${keys === null ? "all" : [keys].flat().join()}`);
        return Object.fromEntries([...held].filter(([key]) => keys === null || [keys].flat().includes(key)));
      },
      set: async (added) => {
        asked.push(`set ${Object.keys(added).join()}`);
        for (const [key, value] of Object.entries(added)) held.set(key, value);
      },
      remove: async (key) => {
        asked.push(`remove ${key}`);
        held.delete(key);
      },
    },
  };
}

test("what is read in one turn is asked at once; what is read later is asked again", async () => {
  const { area: local, asked } = area({ a: 1, b: 2 });
  const store = storeOf(local);
  expect(await Promise.all([store.get("a"), store.get("b"), store.get("gone")])).toEqual([1, 2, undefined]);
  expect(await store.get("a")).toBe(1);
  expect(asked).toEqual(["get a,b,gone", "get a"]);
});

test("what was asked before something is written is read before it, and after it, after it", async () => {
  const { area: local, asked } = area({ a: 1 });
  const store = storeOf(local);
  const [before, , after, , gone] = await Promise.all([
    store.get("a"),
    store.set("a", 2),
    store.get("a"),
    store.remove("a"),
    store.get("a"),
  ]);
  expect([before, after, gone]).toEqual([1, 2, undefined]);
  expect(asked).toEqual(["get a", "set a", "get a", "remove a", "get a"]);
});

test("a question sent early leaves the next one to be sent before what is written", async () => {
  const { area: local, asked } = area({ a: 1, b: 2 });
  const store = storeOf(local);
  const first = store.get("a");
  const written = store.set("a", 3);
  const later = Promise.resolve().then(() => store.set("b", 9));
  expect(await Promise.all([first, written, store.get("b"), later])).toEqual([1, undefined, 2, undefined]);
  expect(asked).toEqual(["get a", "set a", "get b", "set b"]);
});

test("a question that fails fails for each who asked; the next is asked anew", async () => {
  const { area: local } = area({ a: 1 });
  let isBroken = true;
  const store = storeOf({ ...local, get: async (keys) => (isBroken ? Promise.reject(new Error("broken")) : local.get(keys)) });
  const both = await Promise.allSettled([store.get("a"), store.set("b", 2), store.get("b")]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected"]);
  isBroken = false;
  expect(await store.get("a")).toBe(1);
});
