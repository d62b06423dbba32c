/** What only a person may answer stops the reader and the writer alike. */
import { beforeAll, expect, test } from "vitest";
import { CAPTCHAS, CONSENTS, OATHS } from "../../src/page/refused-words.ts";
import { bundle, pageForTests, World } from "./browser.ts";
import type * as Judge from "./refused-words-world.ts";

declare const judging: typeof Judge;

const pageOfFile = pageForTests();
let script: string;

beforeAll(async () => {
  script = await bundle(new URL("./refused-words-world.ts", import.meta.url), "judging");
});

async function judged(bodies: readonly string[]) {
  const page = pageOfFile();
  await page.setContent("<!DOCTYPE html><body></body>");
  const world = await World.open(page, script);
  return world.run((bodies) => judging.judge(bodies), bodies);
}

const box = (words: string) =>
  `<h1>Candidature</h1><form><label><input type=checkbox name=b> Mon entreprise, ${words}, est une PME</label></form>`;
const text = (words: string) => `<h1>Candidature</h1><form><label>Saisir : ${words} <input name=t></label></form>`;
const named = (name: string) => `<h1>Candidature</h1><form><label>Raison sociale <input id="${name}"></label></form>`;

test("each word of an oath or a consent stops the reader and the writer", async () => {
  const words = [...OATHS, ...CONSENTS];
  const verdicts = await judged(words.map(box));
  const missed = words.filter((_, at) => verdicts[at]?.read !== "sworn" || verdicts[at]?.written !== "notOurs");
  expect(missed).toEqual([]);
});

test("an oath is a sworn statement, a consent is not", async () => {
  const [oath, consent] = await judged([box("je l'atteste sur l'honneur"), box("j'accepte les CGU")]);
  expect(oath?.target).toBe("declarationHonneur");
  expect(consent?.target).not.toBe("declarationHonneur");
});

test("each word of a test against robots stops the reader and the writer, in a label and in a name", async () => {
  const bodies = [...CAPTCHAS.map(text), ...["recaptcha", "g-recaptcha-response", "champ_anti_robot", "CaptchaCode"].map(named)];
  const verdicts = await judged(bodies);
  const missed = bodies.filter((_, at) => verdicts[at]?.read !== "captcha" || verdicts[at]?.written !== "notOurs");
  expect(missed).toEqual([]);
});

test("a box that commits to nothing is written", async () => {
  const [verdict] = await judged([
    `<h1>Candidature</h1><form><label><input type=checkbox name=b> Mon entreprise est une PME</label></form>`,
  ]);
  expect(verdict?.read).toBeUndefined();
  expect(verdict?.written).toBeNull();
});
