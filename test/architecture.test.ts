/** The architecture rules must be able to fail: each planted violation is found, and the clean tree is clean. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, expect, test } from "vitest";

const { options, forbidden } = createRequire(import.meta.url)("../.dependency-cruiser.cjs");

/** File → what it imports, and the rule that must refuse it (`null`: allowed). */
const PLANTED: readonly [file: string, imported: string, rule: string | null][] = [
  ["src/domain/a.ts", "../sources/index.ts", "domain"],
  ["src/domain/b.ts", "react", "domain"],
  ["src/domain/c.ts", "zod", null],
  ["src/sources/one/index.ts", "../two/index.ts", "sources-rooms"],
  ["src/sources/one/c.ts", "../index.ts", "source-room-not-list"],
  ["src/sources/one/d.ts", "../../forms/write.ts", "sources-rooms"],
  ["src/sources/one/e.ts", "../../domain/siret.ts", null],
  ["src/portals/one/index.ts", "../../sources/index.ts", "portals-rooms"],
  ["src/forms/write.ts", "../sources/index.ts", "forms"],
  ["src/forms/zod.ts", "zod", "forms"],
  ["src/documents/merge.ts", "../dossier/assemble.ts", "documents"],
  ["src/dossier/assemble.ts", "../sources/index.ts", "dossier"],
  ["src/forms/browser.ts", "webextension-polyfill", "one-bus"],
  ["src/documents/file.ts", "node:fs", "src-knows-no-node"],
  ["components/Popup.tsx", "../src/sources/index.ts", "components-no-entrypoint"],
  ["entrypoints/popup/main.ts", "../../proxy/app.ts", "entrypoints-never-proxy"],
  ["entrypoints/popup/other.ts", "../background/index.ts", "entrypoints-never-each-other"],
  ["proxy/app.ts", "../src/forms/write.ts", "proxy-keeps-to-itself"],
  ["proxy/ask.ts", "../src/sources/index.ts", null],
];
const TARGETS = ["src/sources/index.ts", "src/sources/two/index.ts", "src/domain/siret.ts", "entrypoints/background/index.ts"];

let root = "";
let result: ICruiseResult;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "pli-pret-house-"));
  for (const name of ["zod", "react", "webextension-polyfill"]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", type: "module", main: "index.js" }));
    write(`node_modules/${name}/index.js`, "export const here = 1;\n");
  }
  for (const file of TARGETS) write(file, "export const here = 1;\n");
  for (const [file, imported] of PLANTED) write(file, `import * as it from "${imported}";\nexport const there = it;\n`);
  const home = process.cwd();
  process.chdir(root);
  try {
    const cruised = await cruise(["src", "proxy", "components", "entrypoints"], {
      ...options,
      tsConfig: undefined,
      baseDir: root,
      ruleSet: { forbidden },
      validate: true,
    });
    result = cruised.output as ICruiseResult;
  } finally {
    process.chdir(home);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

test.each(PLANTED)("%s importing %s → %s", (file, _imported, rule) => {
  const rules = result.summary.violations.filter((violation) => violation.from === file).map((violation) => violation.rule.name);
  if (rule === null) expect(rules).toEqual([]);
  else expect(rules).toContain(rule);
});
