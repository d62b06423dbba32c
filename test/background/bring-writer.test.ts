/** What writes is in a frame before it is asked to write, and only then. */
import { expect, test } from "vitest";
import { withWriter } from "../../src/background/bring-writer.ts";
import type { SendToFrame } from "../../src/background/context.ts";

function world(isGone = false) {
  const done: string[] = [];
  const send = (async (_tab: number, frameId: number, name: string) => {
    done.push(`${name} ${frameId}`);
    return {};
  }) as unknown as SendToFrame;
  const bring = async (_tab: number, frameId: number) => {
    if (isGone) throw new Error("no such frame");
    done.push(`bring ${frameId}`);
  };
  return { done, send: withWriter(send, bring) };
}

test("comes first where something is written, attached or put back", async () => {
  const { done, send } = world();
  await send(1, 7, "fillPage", { operation: "a", entries: [] });
  await send(1, 8, "undoPage", { operation: "b" });
  await send(1, 9, "receivePart", { file: "f", part: 0, base64: "" });
  expect(done).toEqual(["bring 7", "fillPage 7", "bring 8", "undoPage 8", "bring 9", "receivePart 9"]);
});

test("does not come where the page is only read", async () => {
  const { done, send } = world();
  await send(1, 7, "read", {});
  await send(1, 7, "account", { operations: [] });
  expect(done).toEqual(["read 7", "account 7"]);
});

test("a frame that is gone is asked nothing", async () => {
  const { done, send } = world(true);
  await expect(send(1, 7, "fillPage", { operation: "a", entries: [] })).rejects.toThrow("no such frame");
  expect(done).toEqual([]);
});
