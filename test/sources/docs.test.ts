import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourcesPage } from "../../scripts/sources-doc.ts";
import { SOURCES } from "../../src/sources/index.ts";

test("docs/sources.md is the list: run `node scripts/sources-doc.ts` after changing a source", () => {
  expect(readFileSync("docs/sources.md", "utf8")).toBe(sourcesPage(SOURCES));
});
