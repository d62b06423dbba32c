/** The stores' texts: within what the stores take, the package's own words, and each permission justified. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import config from "../../wxt.config.ts";

const page = readFileSync("docs/magasins.md", "utf8");
/** Characters that Chrome's and Edge's short description, Mozilla's summary, any description and Chrome's justification may have. */
const MOST = { short: 132, summary: 250, description: 16_000, justification: 1000 } as const;

/** What stands under a title, up to the next. */
function under(language: string, title: string): string {
  const part = page.split(`\n## ${language}\n`)[1]?.split("\n## ")[0] ?? "";
  return (part.split(`\n### ${title}\n`)[1]?.split("\n### ")[0] ?? "").trim();
}

test.each([
  ["fr", "Français", "Résumé"],
  ["en", "English", "Summary"],
] as const)("the summary and the description in %s are the package's, and no longer than the stores take", (locale, language, title) => {
  const messages = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, "utf8")) as { description: { message: string } };
  const summary = under(language, title);
  expect(summary).toBe(messages.description.message);
  expect(summary.length).toBeLessThanOrEqual(Math.min(MOST.short, MOST.summary));
  const description = under(language, "Description");
  expect(description.length).toBeGreaterThan(MOST.summary);
  expect(description.length).toBeLessThan(MOST.description);
});

test("each permission of the packages is justified, in a sentence that the form takes", async () => {
  const { manifest } = config;
  if (typeof manifest !== "function") throw new Error("the manifest depends on the browser");
  const { permissions, optional_permissions, optional_host_permissions } = await manifest({
    browser: "chrome",
    mode: "production",
    command: "build",
    manifestVersion: 3,
  });
  // The side panel's is added by its entry point.
  const asked = [permissions, optional_permissions, optional_host_permissions, ["sidePanel"]].flatMap((some) => [...(some ?? [])]);
  const rows = [...page.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name = "", why = ""]) => [name, why] as const);
  expect(rows.map(([name]) => name).sort()).toEqual(asked.map(String).sort());
  for (const [, why] of rows) expect(why.length).toBeLessThanOrEqual(MOST.justification);
});

test("the same pictures are there in both languages, of the size that the stores take", () => {
  const named = (folder: string) => globSync("*.png", { cwd: folder }).sort();
  const [french, english] = ["docs/store", "docs/store/en"] as const;
  expect(named(french).length).toBeGreaterThanOrEqual(5);
  expect(named(english)).toEqual(named(french));
  for (const folder of [french, english])
    for (const name of named(folder)) {
      const bytes = readFileSync(`${folder}/${name}`);
      // The size stands in the first chunk of a PNG.
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], `${folder}/${name}`).toEqual([1280, 800]);
    }
});
