import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { archiveOf, filesUnder, sourcesOf } from "../../scripts/archive.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folderOf(files: readonly (readonly [path: string, text: string])[], name: string): string {
  const root = mkdtempSync(join(tmpdir(), name));
  folders.push(root);
  for (const [path, text] of files) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

test("the same files make the same bytes, in whatever folder, order, year and hour they were written", () => {
  const files = [
    ["a.js", "1"],
    ["chunks/b.js", "2"],
    ["chunks/a.js", "3"],
  ] as const;
  const one = folderOf(files, "un-");
  const other = folderOf([...files].reverse(), "à côté ");
  utimesSync(join(other, "a.js"), new Date(2031, 6, 14), new Date(2031, 6, 14));
  const archive = archiveOf(filesUnder(one));
  expect(Buffer.from(archive).equals(archiveOf(filesUnder(other)))).toBe(true);
  expect(Object.keys(unzipSync(archive))).toEqual(["a.js", "chunks/a.js", "chunks/b.js"]);
});

test("the sources hold what builds and tests, and nothing installed, made, hidden or elsewhere", () => {
  const root = folderOf(
    [
      ["package.json", "{}"],
      [".node-version", "24"],
      ["src/a.ts", ""],
      ["node_modules/x/index.js", ""],
      [".output/chrome-mv3/background.js", ""],
      [".git/config", ""],
      [".env", "TOKEN=secret"],
      ["release/pli-pret.zip", ""],
      ["demo-output/report.json", ""],
      ["debug.log", ""],
    ],
    "sources-",
  );
  symlinkSync("/etc/hostname", join(root, "src", "elsewhere"));
  expect([...sourcesOf(root).keys()].sort()).toEqual([".node-version", "package.json", "src/a.ts"]);
});
