import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writePrivacyPages } from "../../scripts/privacy-pages.ts";

test("the extension's own pages say what the docs say, run nothing and lead nowhere else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "privacy-"));
  await writePrivacyPages(folder);
  for (const [file, said] of [
    ["privacy-fr.html", "Rien n'est compté"],
    ["privacy-en.html", "Nothing is counted"],
  ] as const) {
    const page = readFileSync(join(folder, file), "utf8").replaceAll("&#39;", "'");
    expect(page).toContain(said);
    expect(page).not.toMatch(/<script|<a |https?:|\son\w+=/);
  }
  rmSync(folder, { recursive: true });
});

test("both languages have the same parts, and as many lines in each table", () => {
  const shapeOf = (file: string) => readFileSync(file, "utf8").match(/^(#+ |\| |- )/gm);
  expect(shapeOf("docs/privacy.en.md")).toEqual(shapeOf("docs/privacy.md"));
});
