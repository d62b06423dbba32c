/** A family describes itself: code that asks its sources knows no family by name. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { addressVariable, VARIABLES } from "../../proxy/config.ts";
import { SECRETS } from "../../proxy/credentials.ts";
import { apiEntreprise } from "../../src/sources/families/api-entreprise.ts";
import { FAMILIES, SOURCES } from "../../src/sources/index.ts";
import { quotaOf } from "../../src/sources/source.ts";

/** Files that talk to API Entreprise only: its `/privileges` and their caller. */
const OWN = new Set(["proxy/privileges.ts", "proxy/service.ts"]);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map(({ name }) => `${folder}/${name}`);
}

test("no generic file tells families apart by their names", () => {
  // The list of sources and the shapes shared by a family's sources (insee.ts, recherche.ts…) name what they read.
  const generic = [
    ...filesIn("proxy"),
    ...filesIn("src/background"),
    ...["ask", "open", "source", "transport"].map((name) => `src/sources/${name}.ts`),
  ].filter((file) => !OWN.has(file));
  const ids = FAMILIES.map(({ id }) => id);
  const named = new RegExp(`["'](${ids.join("|")})["']|families/(?!family\\.ts)`);
  const found = generic.filter((file) => named.test(readFileSync(file, "utf8")));
  expect(generic.length).toBeGreaterThan(30);
  expect(found).toEqual([]);
});

test("each family has its own id and address, and counts its calls", () => {
  expect(new Set(FAMILIES.map(({ id }) => id)).size).toBe(FAMILIES.length);
  for (const { id, base, quota, errors, linkSeconds } of FAMILIES) {
    expect(id).toMatch(/^[a-z][A-Za-z]*$/);
    expect(base, id).toMatch(/^https:\/\/[^/]+$/);
    expect(quota.calls * quota.seconds, id).toBeGreaterThan(0);
    expect(linkSeconds === undefined || linkSeconds > 120, id).toBe(true);
    expect(errors === undefined || id === apiEntreprise.id).toBe(true);
  }
});

test("all sources of a quota group declare the same number of calls", () => {
  const groups = new Map<string, string>();
  for (const source of SOURCES) {
    const { group, calls, seconds } = quotaOf(source);
    expect(groups.get(group) ?? `${calls}/${seconds}`, group).toBe(`${calls}/${seconds}`);
    groups.set(group, `${calls}/${seconds}`);
  }
});

test("an operator can change each family's address, and is asked for the secrets it needs", () => {
  for (const family of FAMILIES) expect(VARIABLES).toContain(addressVariable(family));
  expect(SECRETS).toEqual(expect.arrayContaining(["PLI_PRET_API_ENTREPRISE_TOKEN", "PLI_PRET_INPI_USERNAME", "PLI_PRET_INPI_PASSWORD"]));
});
