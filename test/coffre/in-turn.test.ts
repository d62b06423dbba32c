import { expect, test } from "vitest";
import { inTurn } from "../../src/coffre/in-turn.ts";

test("never two at once, never one lost, once for all that is asked meanwhile", async () => {
  let state = 0;
  const seen: number[] = [];
  let finish = () => {};
  const look = inTurn(async () => {
    const read = state;
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    seen.push(read);
  });
  const first = look();
  const later: Promise<void>[] = [];
  for (state = 1; state < 50; state++) later.push(look());
  finish();
  await first;
  await new Promise((turn) => setTimeout(turn));
  finish();
  await Promise.all(later);
  expect(seen).toEqual([0, 50]);
});

test("a work that fails says so to who asked, and the next is done all the same", async () => {
  let fails = true;
  const look = inTurn(async () => {
    if (fails) throw new Error("no");
  });
  const first = look();
  const second = look();
  fails = false;
  await expect(first).rejects.toThrow("no");
  await expect(second).resolves.toBeUndefined();
});
