/**
 * A page that did not change is not gone through again, and whatever changes in it is read. `PROPERTY_RUNS=10000` for the full run; `PROPERTY_SEED` to
 * run a failure again.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { bundle, pageForTests, World } from "../page/browser.ts";
import type * as Kept from "./kept-world.ts";

declare const kept: typeof Kept;

const PAGE = `<!DOCTYPE html><html lang="fr"><head><title>Dépôt</title><style>.ferme { display: none }</style></head><body>
  <h1>Candidature</h1><dl><dt>Référence de la consultation</dt><dd id="reference">2026-TRX-0147</dd></dl>
  <form><h2>Candidat</h2>
    <p><label id="nom">Raison sociale <input id="rs" name="rs"></label></p>
    <p><label>SIRET <input id="siret" name="s"></label> <span id="aide">Quatorze chiffres</span></p>
    <p><label>Code postal <input id="cp"></label></p>
    <p><input id="nu" name="nu"></p>
    <p><select id="forme" aria-label="Forme juridique"><option>SARL</option><option>SAS</option></select></p>
    <p>Votre entreprise est-elle une PME ? <label><input type="radio" name="pme" value="oui" id="oui"> Oui</label>
      <label><input type="radio" name="pme" value="non"> Non</label></p>
    <input type="hidden" id="mode" value="depot"><div id="vide"></div><button id="envoi">Déposer</button>
  </form></body></html>`;

const RUNS = Number(process.env.PROPERTY_RUNS ?? 60);
const SEED = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** What is told of the controls. */
const CONTROLS = ["inventory", "evidence", "ways"];

describe("a page that is remembered", () => {
  const pageOfFile = pageForTests(false);
  let script: string;
  beforeAll(async () => {
    script = await bundle(new URL("./kept-world.ts", import.meta.url), "kept");
  });

  async function opened(prepare: () => void = () => {}) {
    const page = pageOfFile();
    await page.goto("about:blank");
    await page.setContent(PAGE);
    await page.evaluate(prepare);
    return { page, world: await World.open(page, script) };
  }

  test("is asked four times less when it did not change", async () => {
    const { world } = await opened();
    await world.run(() => kept.settle(), null);
    const { anew, kept: again } = await world.run(() => kept.visits(), null);
    expect(again * 4).toBeLessThan(anew);
  });

  test.each<readonly [string, () => void]>([
    [
      "a label's words",
      () => {
        (document.querySelector("#nom")?.firstChild as Text).data = "Enseigne ";
      },
    ],
    ["an attribute that names a field", () => document.querySelector("#nu")?.setAttribute("aria-label", "Courriel")],
    ["a class that makes a text help", () => document.querySelector("#aide")?.setAttribute("class", "aide")],
    ["an option", () => void (document.querySelector("#forme") as HTMLSelectElement).options[0]?.append(" unipersonnelle")],
    ["a new field", () => document.querySelector("form")?.insertAdjacentHTML("beforeend", "<label>Commune <input></label>")],
    ["a field that went", () => document.querySelector("#cp")?.remove()],
    [
      "the page's title",
      () => {
        document.title = "Mon espace";
      },
    ],
    [
      "what the button says",
      () => {
        (document.querySelector("#envoi") as HTMLElement).textContent = "Rechercher";
      },
    ],
    ["a hidden value", () => document.querySelector("#mode")?.setAttribute("value", "search")],
    ["the answer of a button", () => document.querySelector("#oui")?.setAttribute("value", "certainement")],
    ["a field that closes by its class", () => document.querySelector("#cp")?.setAttribute("class", "ferme")],
    ["a field that closes by its style", () => (document.querySelector("#cp") as HTMLElement).style.setProperty("display", "none")],
    ["a sheet that closes a field", () => void document.styleSheets[0]?.insertRule("#cp { display: none }")],
    [
      "a number that is typed",
      () => {
        (document.querySelector("#siret") as HTMLInputElement).value = "21990012300015";
      },
    ],
    [
      "a field that cannot be written any more",
      () => {
        (document.querySelector("#rs") as HTMLInputElement).disabled = true;
      },
    ],
    [
      "the consultation",
      () => {
        (document.querySelector("#reference") as HTMLElement).textContent = "2026-TRX-0200";
      },
    ],
    [
      "a shadow root that is opened",
      () => {
        const root = document.querySelector("#vide")?.attachShadow({ mode: "open" });
        if (root !== undefined) root.innerHTML = "<label>Commune <input></label>";
      },
    ],
  ])("tells anew once it changed: %s", async (_, change) => {
    const { page, world } = await opened();
    const before = await world.run(() => kept.settle(), null);
    await page.evaluate(change);
    const now = await world.run(() => kept.both(), null);
    expect(now.kept).toEqual(now.anew);
    expect(now.anew).not.toEqual(before);
  });

  test("tells anew what changes in a shadow root", async () => {
    const { page, world } = await opened(() => {
      const root = document.querySelector("#vide")?.attachShadow({ mode: "open" });
      if (root !== undefined) root.innerHTML = "<label>Commune <input></label>";
    });
    const before = await world.run(() => kept.settle(), null);
    await page.evaluate(() => {
      const label = document.querySelector("#vide")?.shadowRoot?.querySelector("label");
      (label?.firstChild as Text).data = "Courriel ";
    });
    const now = await world.run(() => kept.both(), null);
    expect(now.kept).toEqual(now.anew);
    expect(now.anew).not.toEqual(before);
  });

  test(`tells what a reading anew tells, whatever happens to the page (seed ${SEED})`, { timeout: 300_000 }, async () => {
    const { world } = await opened();
    const [, body = ""] = /<body>([\s\S]*)<\/body>/.exec(PAGE) ?? [];
    const change = fc.tuple(fc.nat(7), fc.nat(200), fc.nat(200), fc.nat(200));
    const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      expect(await world.run(([page, all]) => kept.firstStale(page, all), [body, changes] as const)).toBe(-1);
    });
    await fc.assert(property, { seed: SEED, numRuns: RUNS });
  });

  test("what is told from some attributes alone asks for no other", async () => {
    const { world } = await opened();
    expect(await world.run(() => kept.undeclared(), null)).toEqual([]);
  });

  test.each<readonly [string, () => void, readonly string[]]>([
    ["nothing, though a field says that it is wrong", () => document.querySelector("#rs")?.setAttribute("aria-invalid", "true"), []],
    [
      "neither its texts nor what they say, though a class changes",
      () => document.querySelector("#rs")?.setAttribute("class", "ng-dirty"),
      ["portal", ...CONTROLS],
    ],
    [
      "everything, though a text alone changes",
      () => document.querySelector("#aide")?.firstChild?.replaceWith("Quatorze chiffres, treize"),
      ["portal", ...CONTROLS, "sirets", "consultation"],
    ],
    [
      "everything, though a row is added",
      () => document.querySelector("form")?.insertAdjacentHTML("beforeend", "<p>Commune <input></p>"),
      ["portal", ...CONTROLS, "sirets", "consultation"],
    ],
  ])("tells anew %s", async (_, change, expected) => {
    const { page, world } = await opened();
    await world.run(() => kept.settle(), null);
    expect(await world.run(() => kept.toldAnew(), null)).toEqual([]);
    await page.evaluate(change);
    expect(await world.run(() => kept.toldAnew(), null)).toEqual(expected);
  });

  test("is remembered though the person types, and a framework says so by an attribute", async () => {
    const { page, world } = await opened();
    await world.run(() => kept.settle(), null);
    await page.evaluate(() => document.querySelector("#rs")?.setAttribute("value", "ATELIER"));
    const { anew, kept: again } = await world.run(() => kept.visits(), null);
    expect(again * 4).toBeLessThan(anew);
  });
});
