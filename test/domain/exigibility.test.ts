/** What may not be demanded: said only by texts that were read, each with its article in the sentence to paste. */
import { expect, test } from "vitest";
import { allExigibilities, exigibilitiesOf } from "../../src/domain/exigibility.ts";
import { isShowable, REFERENCES } from "../../src/domain/references.ts";

const ARTICLE = /article ([A-Z]\d+-\d+)/;

test("every sentence names the article of its text, and the company", () => {
  const notes = allExigibilities();
  expect(notes.length).toBeGreaterThan(5);
  for (const { reference, sentence } of notes) {
    const article = ARTICLE.exec(reference.text)?.[1];
    expect(article, reference.text).toBeDefined();
    expect(sentence("900000011")).toContain(article);
    expect(sentence("900000011")).toContain("900 000 011");
  }
});

test("a text read at its source says where and when; one that was not is shown to nobody", () => {
  for (const reference of Object.values(REFERENCES)) {
    if (isShowable(reference)) expect([reference.read, reference.readOn]).toEqual([expect.stringMatching(/^[CD]$/), expect.any(String)]);
    else expect(["K", "P"]).toContain(reference.read);
  }
});

test("a Kbis cannot be demanded; a vigilance certificate waits for its text to be read", () => {
  expect(exigibilitiesOf("immatriculation").map(({ exemption }) => exemption)).toEqual(["never"]);
  expect(exigibilitiesOf("immatriculation")[0]?.reference.text).toContain("décret n° 2021-631");
  expect(exigibilitiesOf("rge")[0]?.reference.text).toContain("R2143-13");
  expect(exigibilitiesOf("attestationVigilance")).toEqual([]);
  expect(exigibilitiesOf("rcPro")).toEqual([]);
});
