/** The architecture rules must be able to fail: each planted violation is found, and the clean tree is clean. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, expect, test } from "vitest";

const { options, forbidden } = createRequire(import.meta.url)("../.dependency-cruiser.cjs");

/** File → what it imports, and the rule that must refuse it (`null`: allowed). At least one refusal a room. */
const PLANTED: readonly [file: string, imported: string, rule: string | null][] = [
  ["src/domain/a.ts", "../sources/index.ts", "room:src/domain"],
  ["src/domain/b.ts", "react", "room:src/domain"],
  ["src/domain/c.ts", "zod", null],
  ["src/sources/one/index.ts", "../two/index.ts", "sources-apart"],
  ["src/sources/one/c.ts", "../index.ts", "source-room-not-list"],
  ["src/sources/one/d.ts", "../../writing/write.ts", "room:src/sources"],
  ["src/sources/one/e.ts", "../../domain/siret.ts", null],
  ["src/sources/family.ts", "../background/worker.ts", "room:src/sources"],
  ["src/portals/one/index.ts", "../../sources/index.ts", "room:src/portals"],
  ["src/portals/two/index.ts", "../one/index.ts", "portals-apart"],
  ["src/page/visible.ts", "../writing/write.ts", "room:src/page"],
  ["src/reading/read.ts", "../writing/write.ts", "room:src/reading"],
  ["src/reading/zod.ts", "zod", "room:src/reading"],
  ["src/writing/undo.ts", "../reading/read.ts", "room:src/writing"],
  ["src/writing/browser.ts", "webextension-polyfill", "one-bus"],
  ["src/frame/coffre.ts", "../coffre/coffre.ts", "room:src/frame"],
  ["src/frame/write.ts", "../writing/write.ts", null],
  ["src/documents/loose.ts", "../dossier/assemble.ts", "room:src/documents"],
  ["src/documents/recognise/a.ts", "../pdf/merge.ts", "room:src/documents/recognise"],
  ["src/documents/scan/a.ts", "../pdf/merge.ts", "room:src/documents/scan"],
  ["src/documents/codes/a.ts", "../pdf/merge.ts", "room:src/documents/codes"],
  ["src/documents/pdf/merge.ts", "../make/volume.ts", "room:src/documents/pdf"],
  ["src/documents/make/volume.ts", "../recognise/a.ts", "room:src/documents/make"],
  ["src/documents/pdf/file.ts", "node:fs", "src-knows-no-node"],
  ["src/formulaires/dc1.ts", "../dossier/assemble.ts", "room:src/formulaires"],
  ["src/requirements/read.ts", "../documents/recognise/text.ts", "room:src/requirements"],
  ["src/consultation/read.ts", "../background/worker.ts", "room:src/consultation"],
  ["src/saving/copy.ts", "../writing/write.ts", "room:src/saving"],
  ["src/catching/page.ts", "../reading/read.ts", "room:src/catching"],
  ["src/requirements/zip.ts", "node:zlib", "src-knows-no-node"],
  ["src/dume/response.ts", "../formulaires/dc1.ts", "room:src/dume"],
  ["src/dume/answers.ts", "../formulaires/known.ts", null],
  ["src/consultations/list.ts", "../dossier/assemble.ts", "room:src/consultations"],
  ["src/dossier/assemble.ts", "../sources/index.ts", "room:src/dossier"],
  ["src/coffre/coffre.ts", "../background/worker.ts", "room:src/coffre"],
  ["src/store/shelf.ts", "../background/worker.ts", "room:src/store"],
  ["src/store/database.ts", "../coffre/database.ts", null],
  ["src/messages/contract.ts", "../reading/read.ts", "room:src/messages"],
  ["src/i18n/words.ts", "../background/worker.ts", "room:src/i18n"],
  ["src/i18n/problem.ts", "../../proxy/problem.ts", "room:src/i18n"],
  ["src/keeper/keep.ts", "../writing/write.ts", "room:src/keeper"],
  ["src/maker/screen.ts", "../../components/Popup.tsx", "room:src/maker"],
  ["src/maker/problem.ts", "../../proxy/problem.ts", "room:src/maker"],
  ["src/background/problem.ts", "../../proxy/problem.ts", "room:src/background"],
  ["src/background/popup.ts", "../../entrypoints/background/index.ts", "room:src/background"],
  ["src/background/page.ts", "../reading/read.ts", "room:src/background"],
  ["src/background/react.ts", "react", "room:src/background"],
  ["components/Popup.tsx", "../src/sources/index.ts", "room:components"],
  ["components/Store.tsx", "../src/background/worker.ts", "room:components"],
  ["components/React.tsx", "react", null],
  ["entrypoints/popup/main.ts", "../../proxy/problem.ts", "room:entrypoints"],
  ["entrypoints/popup/other.ts", "../background/index.ts", "entrypoints-never-each-other"],
  ["entrypoints/options/popup.ts", "../popup/main.ts", "entrypoints-share-the-popup-with-the-panel"],
  ["entrypoints/sidepanel/main.ts", "../popup/main.ts", null],
  ["proxy/app.ts", "../src/writing/write.ts", "room:proxy"],
  ["proxy/ask.ts", "../src/sources/index.ts", null],
  ["proxy/core.ts", "node:fs", null],
  ["proxy/world.ts", "../simulator/world.ts", "demonstration-alone-meets-the-simulator"],
  ["proxy/demonstration.ts", "../simulator/world.ts", null],
  ["simulator/world.ts", "../proxy/problem.ts", "room:simulator"],
  ["simulator/http.ts", "node:http", null],
];
/** What is imported of the project, made beside the files that import it. */
const TARGETS = PLANTED.filter(([, imported]) => imported.startsWith(".")).map(([file, imported]) => join(dirname(file), imported));

/** Folders that hold rooms of their own beside the room that they are. */
const ROOMS = [
  ...foldersOf("src").map((name) => `src/${name}`),
  ...foldersOf("src/documents").map((name) => `src/documents/${name}`),
  "components",
  "entrypoints",
  "proxy",
  "simulator",
];

test.each(ROOMS)("%s has a wall, and a planted violation of it", (folder) => {
  const rules = (forbidden as { name: string; from: { path?: string }; to: { pathNot?: unknown } }[]).filter(
    ({ name }) => name === `room:${folder}`,
  );
  expect(rules).toHaveLength(1);
  expect(rules[0]?.from.path).toBe(`^${folder}/`);
  expect(rules[0]?.to.pathNot).toBeInstanceOf(Array);
  expect(PLANTED.some(([file, , rule]) => rule === `room:${folder}` && file.startsWith(`${folder}/`))).toBe(true);
});

test("the README's plan names the same rooms", () => {
  const plan = /```\n(entrypoints\/[\s\S]*?)```/.exec(readFileSync("README.md", "utf8"))?.[1] ?? "";
  const named = [...plan.matchAll(/^(\S+)\/ /gm)].map(([, name]) => name);
  const parts = ROOMS.filter((folder) => !/^src\/documents\/./.test(folder));
  expect(named.filter((name) => name !== "test").sort()).toEqual(parts.sort());
});

function foldersOf(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

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
    const cruised = await cruise(["src", "proxy", "simulator", "components", "entrypoints"], {
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
