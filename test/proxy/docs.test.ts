/** The operator's documents say what is, no more and no less. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { VARIABLES } from "../../proxy/config.ts";
import { SECRETS } from "../../proxy/credentials.ts";

test("docs/operator.md names every variable, and none that does not exist", () => {
  const text = readFileSync("docs/operator.md", "utf8");
  const named = new Set([...text.matchAll(/`((?:PLI_PRET_|REDIS_|DATABASE_)[A-Z_]+)`/g)].map(([, name]) => name));
  const known = [...VARIABLES, ...SECRETS].filter((name) => name !== "HOST" && name !== "PORT");
  expect([...named].sort()).toEqual(known.sort());
});

test("docs/security.md names, for every threat, a test that exists", () => {
  const rows = readFileSync("docs/security.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| menace"));
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    const [, file = "", name = ""] = /`([\w.-]+\.test\.ts)` « (.+) » \|$/.exec(row) ?? [];
    expect(existsSync(`test/proxy/${file}`), row).toBe(true);
    expect(readFileSync(`test/proxy/${file}`, "utf8"), row).toContain(`"${name}"`);
  }
});

test("one exact Node: that of the image is the one the launcher brings", () => {
  const exact = readFileSync(".node-version", "utf8").trim();
  expect(exact).toMatch(/^24\.\d+\.\d+$/);
  const tags = [...readFileSync("Dockerfile", "utf8").matchAll(/^FROM node:(\S+?)-/gm)].map(([, tag]) => tag);
  expect(tags).toEqual([exact, exact]);
  expect(readFileSync("scripts/launch.mjs", "utf8")).toMatch(/node@\$\{NODE_EXACT\}/);
});
