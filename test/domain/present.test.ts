import { expect, test } from "vitest";
import { present } from "../../src/domain/present.ts";

test("what is undefined is absent, and everything else stays", () => {
  const left = present({ a: undefined, b: null, c: 0, d: "", e: false, f: [] });
  expect(Object.keys(left)).toEqual(["b", "c", "d", "e", "f"]);
  expect(left).toEqual({ b: null, c: 0, d: "", e: false, f: [] });
});

test("in the type, what may be missing is optional and never undefined", () => {
  const on = "2026-05-31" as string | undefined;
  const left: { readonly on?: string; readonly title: string } = present({ on, title: "x" });
  expect(left.on).toBe("2026-05-31");
  const title: { readonly title: string } = present({ title: "x" });
  expect(title.title).toBe("x");
  // @ts-expect-error the value may be missing
  const sure: { readonly on: string } = present({ on });
  expect(sure).toEqual({ on });
});
