/** A screen follows what changes faster than it is answered. */
import { expect, test } from "vitest";
import { looksAt } from "../../components/looks.ts";

function asked() {
  const answers: PromiseWithResolvers<string>[] = [];
  const drawn: string[] = [];
  const clock = { now: 0 };
  const read = () => {
    const answer = Promise.withResolvers<string>();
    answers.push(answer);
    return answer.promise;
  };
  const looks = looksAt(
    read,
    (value) => void drawn.push(value),
    () => void drawn.push("failed"),
    () => clock.now,
  );
  const settle = async (at: number, value: string | Error) => {
    if (value instanceof Error) answers[at]?.reject(value);
    else answers[at]?.resolve(value);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { answers, drawn, clock, looks, settle };
}

test("changes that come while a look is under way are drawn by one more look, and that look is drawn too", async () => {
  const { answers, drawn, looks, settle } = asked();
  for (let i = 0; i < 20; i += 1) looks.look();
  expect(answers).toHaveLength(1);
  await settle(0, "first");
  expect(drawn).toEqual(["first"]);
  expect(answers).toHaveLength(2);
  await settle(1, "second");
  expect(drawn).toEqual(["first", "second"]);
  expect(answers).toHaveLength(2);
});

test("a look that failed is told, and the next one is drawn", async () => {
  const { drawn, looks, settle } = asked();
  looks.look();
  await settle(0, new Error("stopped"));
  looks.look();
  await settle(1, "back");
  expect(drawn).toEqual(["failed", "back"]);
});

test("a look that is never answered does not stop the next ones, and is not drawn over them", async () => {
  const { answers, drawn, clock, looks, settle } = asked();
  looks.look();
  clock.now = 9_000;
  looks.look();
  expect(answers).toHaveLength(1);
  clock.now = 10_500;
  looks.look();
  expect(answers).toHaveLength(2);
  await settle(1, "now");
  await settle(0, "of before");
  expect(drawn).toEqual(["now"]);
});

test("once stopped, nothing is drawn or asked", async () => {
  const { answers, drawn, looks, settle } = asked();
  looks.look();
  looks.look();
  looks.stop();
  await settle(0, "late");
  expect([drawn, answers.length]).toEqual([[], 1]);
});
