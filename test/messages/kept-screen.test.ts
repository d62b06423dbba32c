/** What a screen keeps when it opens again, or turns to another company or page. */
import { describe, expect, test } from "vitest";
import { keptFor, keptScreenIn, NOTHING_KEPT } from "../../src/messages/kept-screen.ts";

const CHOSEN = { ...keptFor(NOTHING_KEPT, "99990500300003", "page"), tab: "sources", scroll: 40, excluded: ["siret"] } as const;

test("the kept screen is complete for the same company and page", () => {
  expect(keptFor({ ...CHOSEN, excluded: ["siret"] }, "99990500300003", "page")).toEqual(CHOSEN);
});

test("the kept screen is only the shown tab for another company, without choices made for the first", () => {
  const other = keptFor({ ...CHOSEN, excluded: ["siret"] }, "99990500300011", "page");
  expect(other).toEqual({ ...NOTHING_KEPT, of: other.of, tab: "sources" });
});

describe("a stored state", () => {
  const WHOLE = { ...NOTHING_KEPT, of: "one", scroll: 12, ticked: { a: true }, choices: { a: ["b"] }, drafts: { c: "d" } };

  test("comes back complete", () => {
    expect(keptScreenIn(structuredClone({ ...WHOLE, tab: "pieces" }))).toEqual({ ...WHOLE, tab: "pieces" });
  });

  test.each([
    ["nothing", undefined],
    ["no object", "screen"],
    ["a list", [WHOLE]],
    ["a part", { of: "one", tab: null }],
    ["an unknown tab", { ...WHOLE, tab: "settings" }],
    ["no number", { ...WHOLE, scroll: "12" }],
    ["another list", { ...WHOLE, excluded: [1] }],
    ["another record", { ...WHOLE, ticked: { a: "yes" } }],
    ["another choice", { ...WHOLE, choices: { a: "b" } }],
    ["another draft", { ...WHOLE, drafts: [] }],
  ])("%s counts as an empty state", (_, stored) => {
    expect(keptScreenIn(stored)).toEqual(NOTHING_KEPT);
  });
});
