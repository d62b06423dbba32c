import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { portalsPage } from "../../scripts/portals-doc.ts";
import { PORTALS } from "../../src/portals/index.ts";

test("docs/portals.md is the list: run `node scripts/portals-doc.ts` after changing a portal", () => {
  expect(readFileSync("docs/portals.md", "utf8")).toBe(portalsPage(PORTALS));
});
