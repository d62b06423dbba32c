/** Pages made to keep the person waiting: what is too large is left alone at once, what is nested without end does not hide the form beside it. */
import { beforeAll, describe, expect, test } from "vitest";
import { bundle, pageForTests, World } from "./browser.ts";
import type * as Clobbered from "./clobbered-world.ts";

declare const clobbered: typeof Clobbered;

const FORM = `<h1>Candidature</h1><form><fieldset><legend>Candidat</legend><label>Raison sociale <input></label>
  <label>SIRET <input></label><label>Code postal <input></label></fieldset><div id="more"></div></form>`;

describe("a page that costs", () => {
  const pageOfFile = pageForTests();
  let script: string;
  beforeAll(async () => {
    script = await bundle(new URL("./clobbered-world.ts", import.meta.url), "clobbered");
  });

  /** Reads the page once it was made larger: what was asked there, and the milliseconds that it took. */
  async function read(enlarge: () => void) {
    const page = pageOfFile();
    await page.setContent(`<!DOCTYPE html><html lang="fr"><body>${FORM}</body></html>`);
    await page.evaluate(enlarge);
    const world = await World.open(page, script);
    return world.run(async () => {
      const started = performance.now();
      clobbered.start();
      const ms = performance.now() - started;
      const { controls, detected, unread } = await clobbered.read();
      return { ms, detected, unread, targets: controls.map(({ target }) => target) };
    }, null);
  }

  test("100 000 controls: left alone, in less than a second", async () => {
    const { ms, detected, unread } = await read(() => {
      const more = document.createDocumentFragment();
      for (let n = 0; n < 100_000; n += 1) more.append(Object.assign(document.createElement("input"), { name: `n${n}` }));
      document.body.append(more);
    });
    expect(detected).toBe(false);
    expect(unread).toBe("tooMany");
    expect(ms).toBeLessThan(1_000);
  });

  test("20 000 levels, a field at the bottom: the form beside is read, in less than a second", async () => {
    const { ms, detected, unread, targets } = await read(() => {
      const top = document.createElement("div");
      let bottom = top;
      for (let n = 0; n < 20_000; n += 1) bottom = bottom.appendChild(document.createElement("div"));
      bottom.innerHTML = "<label>Commune <input></label>";
      // Drawn, so many levels are more than Chromium itself bears.
      top.hidden = true;
      document.querySelector("#more")?.append(top);
    });
    expect(detected).toBe(true);
    expect(unread).toBeUndefined();
    expect(targets).toEqual(["raisonSociale", "siret", "codePostal"]);
    expect(ms).toBeLessThan(1_000);
  });

  test("fields at the bottom of 20 000 levels and nowhere else: said, not passed in silence", async () => {
    const { detected, unread, targets } = await read(() => {
      let bottom = document.body.appendChild(document.createElement("div"));
      for (let n = 0; n < 20_000; n += 1) bottom = bottom.appendChild(document.createElement("div"));
      const form = document.querySelector("form");
      if (form !== null) bottom.append(form);
      document.body.hidden = true;
    });
    expect([detected, unread, targets]).toEqual([false, "tooDeep", []]);
  });

  test("a form of 300 fields is read whole", async () => {
    const { targets } = await read(() => {
      const row = (n: number) => `<p><label>Chiffre d'affaires du lot ${n} <input></label></p>`;
      document.body.insertAdjacentHTML("beforeend", Array.from({ length: 297 }, (_, n) => row(n)).join(""));
    });
    expect(targets).toHaveLength(300);
  });
});
