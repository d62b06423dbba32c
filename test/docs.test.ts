/** The pages written from the lists are the lists'. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { pages } from "../scripts/docs.ts";

test.each([...pages()])(
  "%s is up to date: run `npm run docs` after changing a source, an API family, a portal or who imports whom",
  (page, text) => {
    expect(readFileSync(page, "utf8"), `${page} is not what the lists say: run npm run docs`).toBe(text);
  },
);

test.each(globSync(["*.md", "docs/*.md", "src/**/*.md"]))("%s leads to pages, pictures and headings that are there", (page) => {
  const links = [...readFileSync(page, "utf8").matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link));
  const lost = links.filter((link) => {
    const [path = "", heading] = link.split("#");
    const file = path === "" ? page : join(dirname(page), path);
    return !existsSync(file) || (heading !== undefined && !headingsOf(file).has(heading));
  });
  expect(lost).toEqual([]);
});

/** As GitHub names them. */
function headingsOf(file: string): ReadonlySet<string> {
  const headings = [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, text = ""]) => text);
  return new Set(
    headings.map((text) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}
