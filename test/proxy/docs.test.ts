/** The operator's documents say what is, no more and no less. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { VARIABLES } from "../../proxy/config.ts";
import { SECRETS } from "../../proxy/credentials.ts";

test("docs/operator.md names every variable that exists, and no other", () => {
  const text = readFileSync("docs/operator.md", "utf8");
  const named = new Set([...text.matchAll(/`((?:PLI_PRET_|REDIS_|DATABASE_)[A-Z_]+)`/g)].map(([, name]) => name));
  const known = [...VARIABLES, ...SECRETS].filter((name) => name !== "HOST" && name !== "PORT");
  expect([...named].sort()).toEqual(known.sort());
});

test("docs/security.md names, for every threat, a test that exists", () => {
  const [proxy = "", extension = ""] = readFileSync("docs/security.md", "utf8").split("\n## L'extension\n");
  const rowsOf = (part: string) => part.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| menace"));
  expect(rowsOf(proxy).length).toBeGreaterThan(30);
  expect(rowsOf(extension).length).toBeGreaterThan(10);
  const rows = [
    ...rowsOf(proxy).map((row) => ({ row, folder: "test/proxy" })),
    ...rowsOf(extension).map((row) => ({ row, folder: "test" })),
  ];
  for (const { row, folder } of rows) {
    const named = [...row.slice(row.lastIndexOf(" | ")).matchAll(/`([\w./-]+\.(?:test|e2e)\.ts)`((?:,? « .+? »)*)/g)];
    expect(named.length, row).toBeGreaterThan(0);
    for (const [, file = "", names = ""] of named) {
      expect(existsSync(`${folder}/${file}`), row).toBe(true);
      const text = readFileSync(`${folder}/${file}`, "utf8");
      for (const [, name] of names.matchAll(/« (.+?) »/g)) expect(text, row).toContain(`"${name}"`);
      expect(text, row).toMatch(/\btest(\.each)?\(/);
    }
  }
});
