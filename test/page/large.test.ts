/**
 * Pages made to keep the person waiting: what is too large is left alone at once, what is nested without end does not hide the form beside
 * it, and no piece of the reading is long. Work is counted in visits of the page's nodes, the same on any machine.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { bundle, pageForTests, World } from "./browser.ts";
import type * as Clobbered from "./clobbered-world.ts";

declare const clobbered: typeof Clobbered;

const FORM = `<h1>Candidature</h1><form><fieldset><legend>Candidat</legend><label>Raison sociale <input></label>
  <label>SIRET <input></label><label>Code postal <input></label></fieldset><div id="more"></div></form>`;
const ASKED = ["raisonSociale", "siret", "codePostal"];

/** Calls of the browser in one piece, at most: some milliseconds on a slow machine. */
const MOST_CALLS = 10_000;
/** How often one piece may make the browser go through the page: it goes through 100 000 nodes in a few milliseconds. */
const MOST_WALKS = 2.5;

describe("a costly page", () => {
  const pageOfFile = pageForTests();
  let script: string;
  beforeAll(async () => {
    script = await bundle(new URL("./clobbered-world.ts", import.meta.url), "clobbered");
  });

  /** Enlarges the page and reads it: returns what it asks, and how much reading it cost. */
  async function read(enlarge: (where: string) => void, where = "body") {
    const page = pageOfFile();
    await page.setContent(`<!DOCTYPE html><html lang="fr"><body>${FORM}</body></html>`);
    await page.evaluate(enlarge, where);
    const nodes = await page.evaluate(() => {
      const walker = document.createTreeWalker(document);
      let counted = 1;
      while (walker.nextNode() !== null) counted += 1;
      return counted;
    });
    const world = await World.open(page, script);
    const { mostWalked, ...counted } = await world.run(() => clobbered.count(), null);
    return { ...counted, walks: mostWalked / nodes };
  }

  test("100 000 controls are left alone, and most of them are not even looked at", async () => {
    const { calls, mostCalls, walks, detected, unread } = await read(() => {
      const more = document.createDocumentFragment();
      for (let n = 0; n < 100_000; n += 1) more.append(Object.assign(document.createElement("input"), { name: `n${n}` }));
      document.body.append(more);
    });
    expect([detected, unread]).toEqual([false, "tooMany"]);
    expect(calls).toBeLessThan(8_000);
    expect(mostCalls).toBeLessThan(MOST_CALLS);
    expect(walks).toBeLessThan(MOST_WALKS);
  });

  test("beside 20 000 levels with a field at the bottom, the form is read without going down", async () => {
    const { calls, mostCalls, walks, detected, unread, targets } = await read(() => {
      const top = document.createElement("div");
      let bottom = top;
      for (let n = 0; n < 20_000; n += 1) bottom = bottom.appendChild(document.createElement("div"));
      bottom.innerHTML = "<label>Commune <input></label>";
      // Hidden, because Chromium itself cannot draw so many levels.
      top.hidden = true;
      document.querySelector("#more")?.append(top);
    });
    expect([detected, unread, targets]).toEqual([true, undefined, ASKED]);
    expect(calls).toBeLessThan(2_500);
    expect(mostCalls).toBeLessThan(MOST_CALLS);
    expect(walks).toBeLessThan(MOST_WALKS);
  });

  test("fields found only at the bottom of 20 000 levels are reported, not passed over in silence", async () => {
    const { detected, unread, targets } = await read(() => {
      let bottom = document.body.appendChild(document.createElement("div"));
      for (let n = 0; n < 20_000; n += 1) bottom = bottom.appendChild(document.createElement("div"));
      const form = document.querySelector("form");
      if (form !== null) bottom.append(form);
      document.body.hidden = true;
    });
    expect([detected, unread, targets]).toEqual([false, "tooDeep", []]);
  });

  test.each([
    ["in the page", "body"],
    ["in its main part", "main"],
    ["in the form, before a field", "form"],
  ])("beside 30 000 paragraphs %s, the form is read in pieces none of which is long", async (_, where) => {
    const { mostCalls, walks, targets } = await read((place) => {
      const more = document.createDocumentFragment();
      for (let n = 0; n < 30_000; n += 1) more.append(Object.assign(document.createElement("p"), { textContent: `Un texte ${n} :` }));
      more.append(document.createElement("input"));
      if (place === "main") document.body.append(document.createElement("main"));
      document.querySelector(place)?.append(more);
    }, where);
    expect(targets).toEqual([...ASKED, null]);
    expect(mostCalls).toBeLessThan(MOST_CALLS);
    expect(walks).toBeLessThan(MOST_WALKS);
  });

  test("a form of 900 fields is read whole, in pieces none of which is long", async () => {
    const { calls, mostCalls, targets } = await read(() => {
      const row = (n: number) => `<p><label>Chiffre d'affaires du lot ${n} <input></label></p>`;
      document.querySelector("form")?.insertAdjacentHTML("beforeend", Array.from({ length: 897 }, (_, n) => row(n)).join(""));
    });
    expect(targets).toHaveLength(900);
    expect(calls).toBeLessThan(170_000);
    expect(mostCalls).toBeLessThan(MOST_CALLS);
  });
});
