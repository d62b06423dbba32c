/** The catalogues agree with the folders and with each other: what a person would have to remember, checked. */

import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Answer, valueSchemaOf } from "../src/domain/answer.ts";
import { FIELD_KEYS, fieldOf } from "../src/domain/fields.ts";
import { PIECE_KINDS, pieceOf } from "../src/domain/pieces.ts";
import { fold } from "../src/domain/plain.ts";
import { PORTALS } from "../src/portals/portals.ts";
import { SOURCES } from "../src/sources/index.ts";

function foldersOf(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

describe("the house", () => {
  test("every source folder is listed, and every listed source has its folder", () => {
    const rooms = foldersOf("src/sources").filter((folder) => folder !== "families");
    expect(SOURCES.map((source) => source.id).sort()).toEqual(rooms);
  });

  test("a folder of a portal is that of a listed portal", () => {
    const ids = PORTALS.map(({ id }) => id);
    expect(foldersOf("src/portals").filter((name) => !ids.includes(name))).toEqual([]);
  });

  test("every field said to come from sources is read by one", () => {
    const read = new Set(SOURCES.flatMap((source) => Object.keys(source.reads)));
    const unanswered = FIELD_KEYS.filter((key) => fieldOf(key).origin === "sources" && !read.has(key));
    expect(unanswered).toEqual([]);
  });

  test("no source reads a field that only the user or the page may give", () => {
    for (const source of SOURCES) {
      for (const key of FIELD_KEYS) {
        if (source.reads[key] === undefined) continue;
        expect(["sources", "derived"], `${source.id} lit ${key}`).toContain(fieldOf(key).origin);
      }
    }
  });

  test("every field and piece has a label, and synonyms without accents or capitals", () => {
    for (const key of FIELD_KEYS) {
      expect(fieldOf(key).label.length, key).toBeGreaterThan(1);
      for (const synonym of fieldOf(key).synonyms) expect(synonym, key).toBe(fold(synonym));
    }
    for (const kind of PIECE_KINDS) {
      expect(pieceOf(kind).slug, kind).toMatch(/^[a-z0-9-]+$/);
      for (const synonym of pieceOf(kind).synonyms) expect(synonym, kind).toBe(fold(synonym));
    }
  });

  test("a value outside a field's format never makes an answer", () => {
    expect(valueSchemaOf("siret").safeParse("123").success).toBe(false);
    expect(valueSchemaOf("codePostal").safeParse("75012").success).toBe(true);
    expect(valueSchemaOf("dateCreation").safeParse("31/12/2020").success).toBe(false);
    expect(Answer.safeParse({ state: "delivered", siret: "1" }).success).toBe(false);
  });

  test("nothing lies loose in entrypoints, and every room has its tests", () => {
    const loose = readdirSync("entrypoints", { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(loose.map((entry) => entry.name)).toEqual([]);
    const rooms = [...foldersOf("src"), "components", "entrypoints", "proxy", "simulator"];
    expect(rooms.filter((room) => !existsSync(`test/${room}`))).toEqual([]);
  });

  test("no secret and no shared contract text is in the project", () => {
    const ignore = readFileSync(".gitignore", "utf8");
    expect(ignore).toContain("demo-output/");
    expect(existsSync("shared")).toBe(false);
  });

  test("no file names a folder of some machine", () => {
    const folders = ["src", "components", "entrypoints", "proxy", "simulator", "scripts", "test", "bench", "docs"];
    const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,mjs,md,json,html}`));
    expect(files.length).toBeGreaterThan(600);
    const machine = new RegExp(["work", "home", "root", "Users"].map((name) => `["'\`( ]/${name}/[a-z]`).join("|"));
    expect(files.filter((file) => machine.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  /** Rules with one home: what no other file may write again. */
  test.each([
    ["the folding of accents", /normalize\("NFD"\)/, "src/domain/plain.ts"],
    ["what masks a value", /DIFFUSIBLE\)?\\/, "src/domain/mask.ts"],
    ["the configuration of zod", /jitless/, "src/store/zod.ts"],
    ["the signatures of files", /0x89, 0x50/, "src/domain/files.ts"],
  ])("%s has one home", (_rule, written, home) => {
    const folders = ["src", "components", "entrypoints", "proxy", "simulator"];
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
    );
    const sources = files.filter((name) => /\.tsx?$/.test(name));
    expect(sources.filter((name) => written.test(readFileSync(name, "utf8")))).toEqual([home]);
  });
});
