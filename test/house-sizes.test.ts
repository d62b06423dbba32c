/**
 * No file over 400 lines but data, no function over 60 lines or 15 branches: what is longer says why in its comment, after
 * "Long on purpose:". Branches are decisions of the function itself; those of a function inside it are counted there.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sizesOf } from "./sizes.ts";

const LINES_OF_A_FILE = 400;
const LINES = 60;
const BRANCHES = 15;

/** Long files without logic. */
const DATA: Readonly<Record<string, string>> = {
  "src/domain/fields.ts": "the catalogue of fields, one row each",
  "src/i18n/fr.ts": "every text of the screens",
  "src/i18n/en.ts": "every text of the screens",
  "src/reading/lexicon.ts": "the words by which pages ask for fields",
  "src/documents/recognise/rules.ts": "the marks by which documents are recognised",
  "simulator/companies.ts": "the fictitious companies",
  "test/components/situations.ts": "the states that the screens are drawn in",
  "test/documents/recognise-specimens.ts": "papers, and what is right of each",
  "test/documents/recognise-series.ts": "papers, and what is right of each",
  "test/documents/recognise-first-sight.ts": "papers, and what is right of each",
  "test/documents/recognise-later-sight.ts": "papers, and what is right of each",
};

/** Of the tests only the length of files is held: a test says in one piece what happens in turn. */
const TESTS = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((name) => `test/${name}`)
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));
const LINES_OF_TESTS = new Map(TESTS.map((path) => [path, readFileSync(path, "utf8").trimEnd().split("\n").length]));

const ROOMS = ["src", "components", "entrypoints", "proxy", "simulator", "scripts"];
const FILES = ROOMS.flatMap((room) => readdirSync(room, { recursive: true, encoding: "utf8" }).map((name) => `${room}/${name}`)).filter(
  (path) => /\.(tsx?|mjs)$/.test(path) && !path.endsWith(".d.ts"),
);
const SIZES = new Map(FILES.map((path) => [path, sizesOf(path, readFileSync(path, "utf8"))]));

const isLong = ({ lines, branches }: { readonly lines: number; readonly branches: number }) => lines > LINES || branches > BRANCHES;

const isLongFile = (path: string, lines: number) => lines > LINES_OF_A_FILE && !(path in DATA);

function tooLong(): string[] {
  return [...SIZES].flatMap(([path, { lines, functions }]) => [
    ...(isLongFile(path, lines) ? [path] : []),
    ...functions.filter((one) => isLong(one) && one.reason === null).map(({ name }) => `${path} ${name}`),
  ]);
}

describe("sizes", () => {
  test("what is too long gives its reason", () => {
    expect(tooLong()).toEqual([]);
  });

  test("no test file is long but data", () => {
    expect([...LINES_OF_TESTS].flatMap(([path, lines]) => (isLongFile(path, lines) ? [path] : []))).toEqual([]);
  });

  test("a reason is given for what is long only", () => {
    const idle = [...SIZES].flatMap(([path, { functions }]) => {
      const long = functions.filter(isLong).map(({ reason }) => reason);
      return functions.filter(({ reason }) => reason !== null && !long.includes(reason)).map(({ name }) => `${path} ${name}`);
    });
    expect(idle).toEqual([]);
  });

  test("every file said to be data is long", () => {
    expect(Object.keys(DATA).filter((path) => (SIZES.get(path)?.lines ?? LINES_OF_TESTS.get(path) ?? 0) <= LINES_OF_A_FILE)).toEqual([]);
  });

  test("most files of the house are read", () => {
    expect(FILES.length).toBeGreaterThan(300);
  });
});

describe("the measure", () => {
  const sizeOf = (text: string) => sizesOf("a.tsx", text).functions;

  test("counts lines, and decisions of the function itself", () => {
    const text = `function outer(a) {
      const inner = (b) => (b && a ? 1 : 2);
      if (a ?? inner(a)) return 1;
      for (const one of a) try { one(); } catch {}
      switch (a) { case 1: return 2; default: return 3; }
    }`;
    expect(sizeOf(text).map(({ name, line, lines, branches }) => [name, line, lines, branches])).toEqual([
      ["outer", 1, 6, 5],
      ["inner", 2, 1, 2],
    ]);
  });

  test("takes a function's name from what holds it or what it is given to", () => {
    expect(sizeOf("const a = { b: () => 1, c() {} }; d(() => 2); (() => 3)();").map(({ name }) => name)).toEqual([
      "b",
      "c",
      "d()",
      "(anonymous)",
    ]);
  });

  test("reads the reason in the comment of the function, and takes none that says nothing", () => {
    const reasonOf = (comment: string) => sizeOf(`${comment}\nexport const a = () => 1;`)[0]?.reason;
    expect(reasonOf("/** Does. Long on purpose: one table of forty rows. */")).toBe("one table of forty rows.");
    expect(reasonOf("/**\n * Long on purpose: one table of\n * forty rows.\n */")).toBe("one table of forty rows.");
    expect(reasonOf("/** Long on purpose: yes. */")).toBeNull();
    expect(reasonOf("/** Does. */")).toBeNull();
  });
});
