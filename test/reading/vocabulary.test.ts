/** Every turn of phrase beside the catalogue says where it was seen, or why it is kept: a word for one page only is none of the reader's. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { nameOfFamily, type Row, rowsOf, stillSaid, unexplained, Vocabulary, whyOf } from "../../scripts/evaluation/vocabulary.ts";

const kept = Vocabulary.parse(JSON.parse(readFileSync(new URL("./vocabulary.json", import.meta.url), "utf8")));
const rows = rowsOf().map((phrase): Row => {
  const { seen, changes, why } = kept[phrase.concept]?.[phrase.text] ?? { seen: [] };
  return { ...phrase, seen, changes: changes ?? [], why };
});

describe("each row of the vocabulary", () => {
  test("is in vocabulary.json, which `npm run vocabulary -- DIR…` writes, and nothing else is", () => {
    const inFile = Object.entries(kept).flatMap(([concept, own]) => Object.keys(own).map((text) => `${concept}: ${text}`));
    expect(rowsOf().map(({ concept, text }) => `${concept}: ${text}`)).toEqual(inFile);
  });

  test("stands in two families of pages, or says why it is kept", () => {
    expect(unexplained(rows).map(({ concept, text }) => `${concept}: ${text}`)).toEqual([]);
  });

  test("says truly that it is a variant, or English", () => {
    const said = rows.filter(({ why, seen }) => seen.length < 2 && (why === "variant" || why === "english"));
    expect(said.filter((row) => whyOf(row, rows, {}).why !== row.why).map(({ text }) => text)).toEqual([]);
  });

  test("a row that no page holds and that nothing explains is refused", () => {
    const row: Row = { concept: "commune", text: "zingage", words: ["zingage"], seen: ["one page"], changes: ["one page"] };
    expect(unexplained([{ ...row, ...whyOf(row, [], {}) }])).toHaveLength(1);
  });
});

test("a contributor without all the pages changes only what was found on those at hand", () => {
  expect(stillSaid(["far", "here"], new Set(["here"]), [])).toEqual(["far"]);
  expect(stillSaid(["far"], new Set(["here"]), ["here", "far"])).toEqual(["far", "here"]);
  expect(stillSaid(undefined, new Set(), ["here"])).toEqual(["here"]);
});

test("a family is called by its repository, else by its first page", () => {
  expect(nameOfFamily("SocialGouv/vao (Vue)", ["b", "a"])).toBe("SocialGouv/vao");
  expect(nameOfFamily("a file found somewhere (React)", ["b", "a"])).toBe("a");
});
