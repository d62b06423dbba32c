import { expect, test } from "vitest";
import { isLotAmong, lotsOffered } from "../../src/domain/bid.ts";

const LOTS = [{ numero: "1" }, { numero: "2" }];

test.each([["2"], ["02"], ["Lot 2"], ["LOT-0002"]])(
  "a member's lot written %s is the bid's lot 2: no other is offered beside it",
  (own) => {
    expect(lotsOffered([own], LOTS)).toEqual(LOTS);
    expect(isLotAmong("2", [own])).toBe(true);
    expect(isLotAmong("1", [own])).toBe(false);
  },
);

test("a lot that the bid has not is offered, to be removed", () => {
  expect(lotsOffered(["12"], LOTS)).toEqual([...LOTS, { numero: "12" }]);
  expect(lotsOffered([], LOTS)).toEqual(LOTS);
});
