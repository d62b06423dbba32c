/** The pages written from the lists are the lists'. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pages } from "../scripts/docs.ts";

test.each([...pages()])("%s is up to date: run `npm run docs` after changing a source, an API family or a portal", (page, text) => {
  expect(readFileSync(page, "utf8"), `${page} is not what the lists say: run npm run docs`).toBe(text);
});
