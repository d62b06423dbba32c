/** The rows of `docs/operator.md` that say where each API family is: written by `npm run docs`. */
import { addressVariable } from "../proxy/config.ts";
import type { Family } from "../src/sources/families/family.ts";

/** The rows, one per family, in one block. */
const ROWS = /^(?:\| `PLI_PRET_UPSTREAM_.*\n)+/m;

/** The page with its rows of addresses rewritten. @throws {Error} when the page has no such row */
export function withAddresses(page: string, families: readonly Family[]): string {
  if (!ROWS.test(page)) throw new Error("docs/operator.md : aucune ligne « PLI_PRET_UPSTREAM_ »");
  const rows = families.map(
    (family) => `| \`${addressVariable(family)}\` | \`${family.base}\` | autre adresse du service ${family.label} |\n`,
  );
  return page.replace(ROWS, rows.join(""));
}
