import { expect, test } from "vitest";
import { inTurn } from "../../src/coffre/in-turn.ts";

test("work never runs twice at once, none is lost, and requests made meanwhile share one run", async () => {
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

test("a failure is reported to whoever asked, and the next run still happens", async () => {
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
