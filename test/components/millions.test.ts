import { expect, test } from "vitest";
import { millionsIn } from "../../components/millions.ts";

test("a size or a rate is read as it is written in French, or not at all", () => {
  expect(["20", " 2,5 ", "0.5"].map(millionsIn)).toEqual([20_000_000, 2_500_000, 500_000]);
  expect(["", "0", "-3", "vingt", "1 000 000", "2,5,5", "1e3"].map(millionsIn)).toEqual([null, null, null, null, null, null, null]);
});
