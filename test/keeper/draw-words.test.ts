/** Words drawn for a passphrase. */
import { expect, test } from "vitest";
import { strengthOf } from "../../src/domain/passphrase.ts";
import { drawWords, FRENCH_WORDS } from "../../src/keeper/draw-words.ts";

test("the list has 2,048 words, all different, without accents", () => {
  expect(new Set(FRENCH_WORDS).size).toBe(2_048);
  expect(FRENCH_WORDS.every((word) => /^[a-z]{5,9}$/.test(word))).toBe(true);
});

test("a drawn passphrase has five words, is never the same, and is strong", () => {
  const drawn = Array.from({ length: 200 }, drawWords);
  expect(new Set(drawn).size).toBe(200);
  expect(drawn.every((words) => words.split(" ").length === 5)).toBe(true);
  expect(drawn.filter((words) => strengthOf(words) === "weak")).toEqual([]);
});
