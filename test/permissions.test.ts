/** Every permission that the manifest asks for is justified in docs/permissions.md, and nothing else is listed there. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { matchPatterns } from "../src/portals/find.ts";
import { PORTALS } from "../src/portals/portals.ts";
import config from "../wxt.config.ts";

const page = readFileSync("docs/permissions.md", "utf8");
/** What stands first in a row of a table, in code. */
const listed = [...page.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = ""]) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ""),
);

async function manifestOf(browser: "chrome" | "firefox") {
  const { manifest } = config;
  if (typeof manifest !== "function") throw new Error("the manifest depends on the browser");
  return manifest({ browser, mode: "production", command: "build", manifestVersion: 3 });
}

async function asked(browser: "chrome" | "firefox"): Promise<string[]> {
  const made = await manifestOf(browser);
  return [made.permissions, made.optional_permissions, made.optional_host_permissions].flatMap((some) => (some ?? []) as string[]);
}

test.each(["chrome", "firefox"] as const)("what the manifest of %s asks for is justified", async (browser) => {
  const wanted = await asked(browser);
  expect(wanted.length).toBeGreaterThan(5);
  expect(wanted.filter((permission) => !listed.includes(permission))).toEqual([]);
});

test.each(["chrome", "firefox"] as const)("%s lets scripts into the portals' pages, and no other", async (browser) => {
  const { host_permissions } = await manifestOf(browser);
  expect([...(host_permissions ?? [])].sort()).toEqual(matchPatterns(PORTALS).sort());
});

test("no permission is justified that nobody asks for", async () => {
  // The side panel's is added by its entry point, in Chrome only.
  const wanted = new Set([...(await asked("chrome")), ...(await asked("firefox")), "sidePanel"]);
  expect(listed.filter((permission) => !wanted.has(permission))).toEqual([]);
});

test("what Firefox shows at installation is what the stores are told", async () => {
  const { browser_specific_settings: settings } = await manifestOf("firefox");
  const [, answers = ""] = readFileSync("docs/magasins.md", "utf8").split("## Les réponses sur les données");
  const told = [...answers.matchAll(/\(`(\w+)`\)/g)].map(([, kind]) => kind);
  expect(settings?.gecko?.data_collection_permissions?.required).toEqual(told);
});
