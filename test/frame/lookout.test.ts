/** The script that is in every frame of a portal: when it asks for the reader, and how little it does before. */
import { beforeAll, describe, expect, test } from "vitest";
import { bundle, pageForTests, World } from "../page/browser.ts";
import type * as Lookout from "./lookout-world.ts";

declare const lookout: typeof Lookout;

const PROSE = "<h1>Avis de marché</h1><p>Référence : 2026-TRX-0147</p><input type='hidden' name='jeton'><button>Imprimer</button>";
const SEARCH = "<form role='search'><input name='mots'><select><option>Tous</option></select></form><input name='q'><input type='search'>";
const FORM = "<label>SIRET <input name='siret'></label>";

describe("the lookout", () => {
  const pageOfFile = pageForTests();
  let script: string;
  beforeAll(async () => {
    script = await bundle(new URL("./lookout-world.ts", import.meta.url), "lookout");
  });

  async function open(body: string, prepare: () => void = () => {}) {
    const page = pageOfFile();
    await page.setContent(`<!DOCTYPE html><html lang="fr"><body>${body}</body></html>`);
    await page.evaluate(prepare);
    const world = await World.open(page, script);
    const first = await world.run(() => lookout.start(), null);
    return { page, world, first, told: () => world.run(() => lookout.told(), null) };
  }

  test("asks, observes and times nothing in a page without a form", async () => {
    const { first, told } = await open(`${PROSE}${SEARCH}`);
    expect(first).toEqual({ asked: 0, wakes: 0, stopped: 0, watched: 0 });
    expect(await told()).toEqual({ asked: 0, wakes: 0, stopped: 0, watched: 0 });
  });

  test.each([
    ["a form", FORM],
    ["a list", "<select name='forme'><option>SAS</option></select>"],
    ["a place where files are dropped", "<div class='dropzone'>Déposez ici vos fichiers</div>"],
    ["a form beside a search", `${SEARCH}${FORM}`],
  ])("%s: the reader is asked for at once, and there is no more to look out for", async (_, body) => {
    const { told } = await open(body);
    expect(await told()).toMatchObject({ asked: 1, stopped: 1, watched: 0 });
  });

  test("sees a form in an open shadow root inside another one", async () => {
    const { told } = await open("<x-depot></x-depot>", () => {
      const outer = document.querySelector("x-depot")?.attachShadow({ mode: "open" });
      const inner = document.createElement("x-form");
      outer?.append(inner);
      inner.attachShadow({ mode: "open" }).innerHTML = "<input name='siret'>";
    });
    expect(await told()).toMatchObject({ asked: 1 });
  });

  test("sees a form drawn later when the person turns to it, or when the page shows another view", async () => {
    for (const turn of ["focus", "click", "hash"] as const) {
      const { page, told } = await open(PROSE);
      await page.evaluate((form) => document.body.insertAdjacentHTML("beforeend", form), FORM);
      expect(await told()).toMatchObject({ asked: 0 });
      if (turn === "focus") await page.locator("[name=siret]").focus();
      else if (turn === "click") await page.locator("h1").click();
      else await page.evaluate(() => window.dispatchEvent(new HashChangeEvent("hashchange")));
      expect(await told()).toMatchObject({ asked: 1, stopped: 1, watched: 0 });
      await page.goto("about:blank");
    }
  });

  test("sees a field deep in the shadow roots of a large page when the person focuses it", async () => {
    const { page, told } = await open(`${"<p>ligne</p>".repeat(3_000)}<x-depot></x-depot>`, () => {
      const root = document.querySelector("x-depot")?.attachShadow({ mode: "open" });
      if (root !== undefined) root.innerHTML = "<input name='siret'>";
    });
    expect(await told()).toMatchObject({ asked: 0 });
    await page.locator("[name=siret]").focus();
    expect(await told()).toMatchObject({ asked: 1 });
  });

  test("woken by the background, has a page without a form read too, and hands over to the reader", async () => {
    const { world, told } = await open(PROSE);
    await world.run(() => lookout.wake(), null);
    expect(await told()).toEqual({ asked: 1, wakes: 1, stopped: 1, watched: 0 });
    await world.run(() => lookout.wake(), null);
    expect(await told()).toMatchObject({ asked: 1, wakes: 2 });
  });

  test("asks again at the next occasion for a reader that could not be injected", async () => {
    const { page, world, told } = await open(PROSE);
    await world.run(() => lookout.bringNothing(), null);
    await page.evaluate((form) => document.body.insertAdjacentHTML("beforeend", form), FORM);
    await page.locator("h1").click();
    await page.locator("h1").click();
    expect(await told()).toMatchObject({ asked: 2, stopped: 0 });
  });

  test("stops and asks nobody once the extension is gone", async () => {
    const { page, world, told } = await open(PROSE);
    await world.run(() => lookout.orphan(), null);
    await page.evaluate((form) => document.body.insertAdjacentHTML("beforeend", form), FORM);
    await page.locator("h1").click();
    expect(await told()).toMatchObject({ asked: 0, stopped: 1 });
  });
});
