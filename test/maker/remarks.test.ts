/** What a person is told about each document of a made dossier. */
import { expect, test } from "vitest";
import { remarksOf } from "../../src/maker/prepare.ts";
import { outcome } from "./outcome.ts";

test("a document left out is told with why it was not available, before why it was not merged", () => {
  const outcomes = [outcome("one", { leftOut: "unobtainable" }), outcome("two", { leftOut: "password" }), outcome("three")];
  expect(remarksOf({ files: [], outcomes, problems: new Map([["one", "notPermitted"]]) }, "pdf")).toEqual([
    { title: "Document one", about: "notPermitted" },
    { title: "Document two", about: "password" },
  ]);
});

test("merging breaks a signature and says so; a ZIP keeps the original without remark", () => {
  const outcomes = [outcome("one", { signed: true }), outcome("two", { incompleteForm: true })];
  expect(remarksOf({ files: [], outcomes, problems: new Map() }, "pdf")).toEqual([
    { title: "Document one", about: "signed" },
    { title: "Document two", about: "incompleteForm" },
  ]);
  expect(remarksOf({ files: [], outcomes, problems: new Map() }, "zip")).toEqual([]);
});
