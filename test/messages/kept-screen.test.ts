/** What a screen keeps when it opens again, or turns to another company or page. */
import { expect, test } from "vitest";
import { keptFor, NOTHING_KEPT } from "../../src/messages/kept-screen.ts";

const CHOSEN = { ...keptFor(NOTHING_KEPT, "99990500300003", "page"), tab: "sources", scroll: 40, excluded: ["siret"] } as const;

test("for the same company and page, all of it", () => {
  expect(keptFor({ ...CHOSEN, excluded: ["siret"] }, "99990500300003", "page")).toEqual(CHOSEN);
});

test("for another company, the tab that the person looks at, and nothing that was chosen for the first", () => {
  const other = keptFor({ ...CHOSEN, excluded: ["siret"] }, "99990500300011", "page");
  expect(other).toEqual({ ...NOTHING_KEPT, of: other.of, tab: "sources" });
});
