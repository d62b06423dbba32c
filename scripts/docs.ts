/**
 * `npm run docs`: writes what the docs say of the lists of sources and portals, and of the imports. Tests fail when a page differs from its
 * list.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PORTALS } from "../src/portals/portals.ts";
import { FAMILIES, SOURCES } from "../src/sources/index.ts";
import { withDiagram } from "./architecture-doc.ts";
import { withAddresses } from "./operator-doc.ts";
import { portalsPage } from "./portals-doc.ts";
import { sourcesPage } from "./sources-doc.ts";
import { ROOT } from "./steps.ts";

/** Each generated page and its text. */
export function pages(): ReadonlyMap<string, string> {
  const operator = readFileSync(join(ROOT, "docs/operator.md"), "utf8");
  const architecture = readFileSync(join(ROOT, "docs/architecture.md"), "utf8");
  return new Map([
    ["docs/architecture.md", withDiagram(architecture)],
    ["docs/sources.md", sourcesPage(SOURCES)],
    ["docs/portals.md", portalsPage(PORTALS)],
    ["docs/operator.md", withAddresses(operator, FAMILIES)],
  ]);
}

if (import.meta.main) {
  for (const [page, text] of pages()) {
    if (readFileSync(join(ROOT, page), "utf8") === text) continue;
    writeFileSync(join(ROOT, page), text);
    console.log(`${page} : écrit.`);
  }
}
