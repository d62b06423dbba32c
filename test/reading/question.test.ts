/** What of a page goes to the background, to be decided there. */
import { beforeAll, expect, test } from "vitest";
import { Question } from "../../src/messages/question.ts";
import { bundle, pageForTests, World } from "../page/browser.ts";
import type * as Reader from "./read-world.ts";

declare const reader: typeof Reader;

const pageOfFile = pageForTests(false);
let script: string;
beforeAll(async () => {
  script = await bundle(new URL("./read-world.ts", import.meta.url), "reader");
});

test("a field that two thousand labels name is asked about as any other", async () => {
  const page = pageOfFile();
  await page.goto("about:blank");
  await page.setContent(`<h1>Candidature</h1><form><input id="a">${'<label for="a">SIRET</label>'.repeat(2_000)}</form>`);
  const world = await World.open(page, script);
  const [question] = await world.run(() => reader.asked(), null);
  expect(Question.safeParse(question).success).toBe(true);
  expect(question?.evidence.controls[0]?.labels.length).toBeLessThanOrEqual(50);
});

test("what a person typed or chose stays in the page: neither it nor what the server wrote in a field is part of the question", async () => {
  const page = pageOfFile();
  await page.goto("about:blank");
  await page.setContent(`<!DOCTYPE html><html lang="fr"><body><main><h1>Candidature</h1><div contenteditable id="long"></div>
    <form><label>SIRET <input id="a"></label><label>Raison sociale <input id="b" value="rendu par le serveur"></label>
    <label>Activité <textarea id="c">rendu par le serveur</textarea></label><label>Mot de passe <input type="password" id="d"></label>
    <input type="hidden" value="rendu par le serveur"></form></main></body></html>`);
  await page.evaluate(() => {
    for (const field of document.querySelectorAll("input, textarea")) (field as HTMLInputElement).value = "secret tapé";
    for (const one of document.querySelectorAll("#long")) one.textContent = "secret tapé";
  });
  const world = await World.open(page, script);
  const questions = await world.run(() => reader.asked(), null);
  expect(questions).toHaveLength(1);
  expect(questions[0]?.evidence.controls).toHaveLength(4);
  expect(JSON.stringify(questions)).not.toMatch(/secret|serveur/);
});
