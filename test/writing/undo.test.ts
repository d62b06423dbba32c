/** The way back: exact, and never over what the user did since. */
import type { Page } from "@playwright/test";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bundle, pageForTests, World } from "../page/browser.ts";
import type * as Writing from "./write-world.ts";

declare const writing: typeof Writing;

const pageOfFile = pageForTests();
let page: Page;
let script: string;

beforeAll(async () => {
  script = await bundle(new URL("./write-world.ts", import.meta.url), "writing");
});
beforeEach(() => {
  page = pageOfFile();
});

const fill = (world: World, requests: Writing.Request[]) => world.run((it) => writing.fill(it, 40), requests);
const restore = (world: World) => world.run(() => writing.restore(40), null);
/** Everything that a page keeps of its controls: markup, values, choices. */
const snapshot = () =>
  page.evaluate(() => ({
    html: document.body.outerHTML,
    controls: [...document.querySelectorAll<HTMLInputElement>("input, select, textarea")].map(({ value, checked }) => [value, checked]),
    selected: [...document.querySelectorAll("select")].map((list) => [...list.selectedOptions].map((option) => option.index)),
  }));

const FORM = `<form>
  <input id="rs" style="color:red;outline:1px dotted blue" class="x"><input id="site" value="http://" style=" border : 1px solid "><textarea id="objet"></textarea>
  <select id="pays"><option value="0">Choisissez</option><option value="FR">France</option></select>
  <select id="sans" size="3"><option value="FR">France</option><option value="BE">Belgique</option></select>
  <input type="checkbox" id="pme"><label><input type="radio" name="r" id="oui">Oui</label><label><input type="radio" name="r" id="non">Non</label>
  <input type="date" id="jour"><input type="number" id="ca"></form>`;
const REQUESTS: Writing.Request[] = [
  { selector: "#rs", target: "raisonSociale", answer: "Toitures du Val" },
  { selector: "#site", target: "siteWeb", answer: "https://toitures.example" },
  { selector: "#objet", target: "activitePrincipale", answer: "Couverture" },
  { selector: "#pays", target: "pays", answer: "FR" },
  { selector: "#sans", target: "pays", answer: "FR" },
  { selector: "#pme", target: "estPme", answer: true, label: "PME" },
  { selector: "#oui", target: "statutEss", answer: true, label: "Oui" },
  { selector: "#jour", target: "dateCreation", answer: "2020-02-05" },
  { selector: "#ca", target: "chiffreAffairesN1", answer: 1234567 },
];

test("values, choices, ticks and styles come back exactly, markup included", async () => {
  await page.setContent(FORM);
  const before = await snapshot();
  const world = await World.open(page, script);
  expect(new Set(Object.values(await fill(world, REQUESTS)))).toEqual(new Set(["filled"]));
  const filled = await snapshot();
  expect(filled.html).toContain("outline: rgb(46, 125, 50) solid 2px !important");
  expect(filled.controls).not.toEqual(before.controls);
  expect(new Set(Object.values(await restore(world)))).toEqual(new Set(["restored"]));
  expect(await snapshot()).toEqual(before);
});

test("under a strict content policy, everything comes back too", async () => {
  await page.route("**/*", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": "default-src 'none'" },
      body: `<!DOCTYPE html><body>${FORM}</body>`,
    }),
  );
  await page.goto("http://portail.example/");
  const before = await snapshot();
  const world = await World.open(page, script);
  await fill(world, REQUESTS);
  expect(await page.locator("#objet").evaluate((it) => getComputedStyle(it).outlineStyle)).toBe("solid");
  await restore(world);
  expect(await snapshot()).toEqual(before);
});

describe("what changed since", () => {
  test("what the user typed over ours stays; its highlight goes", async () => {
    await page.setContent(FORM);
    const world = await World.open(page, script);
    await fill(world, REQUESTS);
    await page.locator("#objet").press("End");
    await page.locator("#objet").pressSequentially(" et zinguerie");
    await page.locator("#non").click();
    const outcomes = await restore(world);
    expect(outcomes).toMatchObject({ "#objet": "typed", "#oui": "typed", "#rs": "restored" });
    expect(await page.inputValue("#objet")).toBe("Couverture et zinguerie");
    expect(await page.locator("#non").isChecked()).toBe(true);
    expect(await page.locator("#objet").getAttribute("style")).toBe(null);
  });

  test("styles that the page set since are kept", async () => {
    await page.setContent(FORM);
    const world = await World.open(page, script);
    await fill(world, REQUESTS);
    await page.evaluate(() => document.querySelector<HTMLElement>("#rs")?.style.setProperty("background-color", "pink"));
    await restore(world);
    expect(await page.locator("#rs").evaluate((it) => [it.style.backgroundColor, it.style.outlineStyle, it.style.outlineColor])).toEqual([
      "pink",
      "dotted",
      "blue",
    ]);
  });

  test("a control rendered again is found and restored; a removed one is reported", async () => {
    await page.setContent(FORM);
    const world = await World.open(page, script);
    await fill(world, REQUESTS);
    await page.evaluate(() => {
      const again = document.createElement("input");
      again.id = "rs";
      again.setAttribute("value", "Toitures du Val");
      document.querySelector("#rs")?.replaceWith(again);
      document.querySelector("#objet")?.remove();
      const list = document.createElement("select");
      list.id = "pays";
      list.append(new Option("France", "FR", true, true), new Option("Choisissez", "0"));
      document.querySelector("#pays")?.replaceWith(list);
    });
    expect(await restore(world)).toMatchObject({ "#rs": "restored", "#objet": "gone", "#pays": "restored" });
    expect(await page.inputValue("#rs")).toBe("");
    expect(await page.inputValue("#pays")).toBe("0");
  });

  test("what the page changes back once is restored again", async () => {
    await page.setContent(`<input id="rs"><script>
      let times = 0;
      rs.addEventListener("change", () => { if (rs.value === "" && times++ === 0) setTimeout(() => { rs.value = "Toitures du Val"; }, 10); });</script>`);
    const world = await World.open(page, script);
    await fill(world, REQUESTS.slice(0, 1));
    expect(await restore(world)).toEqual({ "#rs": "restored" });
    expect(await page.inputValue("#rs")).toBe("");
  });
});

test("restoring twice does nothing more", async () => {
  await page.setContent(FORM);
  const world = await World.open(page, script);
  await fill(world, REQUESTS);
  await restore(world);
  await page.locator("#rs").fill("Moi");
  expect(await restore(world)).toEqual({});
  expect(await page.inputValue("#rs")).toBe("Moi");
});
