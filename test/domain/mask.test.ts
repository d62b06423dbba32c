import { expect, test } from "vitest";
import { isMasked } from "../../src/domain/mask.ts";

test.each(["[ND]", "[nd]", "[ ND ]", "[NON-DIFFUSIBLE]", "[NON DIFFUSIBLE]", "[ NON-DIFFUSIBLE ]", "[NONDIFFUSIBLE]", "75012 [nd]"])(
  "%s masks a value",
  (text) => expect(isMasked(text)).toBe(true),
);

test("other texts, numbers and absences are no mask", () => {
  for (const value of ["ND", "LANDES", "[LAND]", "non diffusible", 12, true, null, undefined]) expect(isMasked(value)).toBe(false);
});

test("one masked value among several is enough", () => {
  expect(isMasked("BREST", null, "[ND]")).toBe(true);
  expect(isMasked("BREST", null, "29200")).toBe(false);
  expect(isMasked()).toBe(false);
});
