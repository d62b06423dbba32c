import { expect, test } from "vitest";
import { activeAfter } from "../../components/active-line.ts";

test("arrows go around the list, other keys belong to the field", () => {
  expect([activeAfter("ArrowDown", 0, 3), activeAfter("ArrowDown", 2, 3), activeAfter("ArrowUp", 0, 3)]).toEqual([1, 0, 2]);
  expect([activeAfter("Home", 2, 3), activeAfter("End", 0, 3)]).toEqual([0, 2]);
  expect([activeAfter("Enter", 0, 3), activeAfter("a", 0, 3), activeAfter("ArrowDown", 0, 0)]).toEqual([null, null, null]);
});
