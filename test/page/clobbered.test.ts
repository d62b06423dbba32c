/**
 * Fields named after what every element answers ("children", "elements", "parentNode"…) stop nothing: such a form is read, filled and put
 * back.
 */
import { globSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { bundle, pageForTests, World } from "./browser.ts";
import type * as Clobbered from "./clobbered-world.ts";
import { unguardedReads } from "./clobbering.ts";

declare const clobbered: typeof Clobbered;

test("no room that reads or writes a page reads a property of a form that its fields may hide", { retry: 0 }, () => {
  const rooms = /^src\/(page|reading|writing|frame|portals)\//;
  const found = unguardedReads(
    globSync("src/{page,reading,writing,frame,portals}/*.ts"),
    (file) => rooms.test(file) && file !== "src/page/dom.ts",
  );
  expect(found.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
});

describe("in Chromium", () => {
  const pageOfFile = pageForTests();
  let script: string;
  beforeAll(async () => {
    script = await bundle(new URL("./clobbered-world.ts", import.meta.url), "clobbered");
  });

  const FORM = `<h1>Candidature</h1><form action="/depot" method="post"><table><tr><td>Référence de la consultation</td><td>2026-TRX-0147</td></tr></table>
    <fieldset><legend>Candidat</legend>
      <p><label for="rs">Raison sociale</label> <input id="rs"></p>
      <table><tr><th>SIRET</th><td><input name="s" maxlength="14"></td></tr><tr><td>Code postal</td><td><input name="cp"></td></tr></table>
      <div>Ville<br><input name="v"></div>
      <p>Site</p><p><input type="url" name="w"></p>
      <label>Effectif <select name="e"><option value="">Choisir</option><option>1 à 9</option></select></label>
      <div><span>Attestation de vigilance</span><input type="file" name="f"></div>
    </fieldset>
    <form-part><p>Adresse électronique <input name="m" type="email"></p></form-part></form>`;

  /** Hides the properties of the browser's prototypes: in each form by a field, in the document by a picture. */
  async function work(hide: boolean) {
    const page = pageOfFile();
    await page.setContent(`<!DOCTYPE html><html lang="fr"><head><title>Candidature</title></head><body>${FORM}</body></html>`);
    const hidden = await page.evaluate((wanted) => {
      const namesOf = (...homes: object[]) => [...new Set(homes.flatMap((home) => Object.getOwnPropertyNames(home)))];
      const ofForms = namesOf(HTMLFormElement.prototype, HTMLElement.prototype, Element.prototype, Node.prototype, EventTarget.prototype);
      const ofDocuments = namesOf(Document.prototype, Node.prototype, EventTarget.prototype);
      if (!wanted) return { ofForms, ofDocuments };
      const make = (tag: string, name: string) => {
        const made = document.createElement(tag);
        made.setAttribute("name", name);
        if (tag === "input") made.setAttribute("type", "hidden");
        return made;
      };
      const form = document.querySelector("form");
      const [addTo, body] = [Element.prototype.append, document.body];
      if (form === null) throw new Error("no form");
      const fields = ofForms.map((name) => make("input", name));
      const pictures = ofDocuments.map((name) => make("img", name));
      for (const field of fields) addTo.call(form, field);
      for (const picture of pictures) addTo.call(body, picture);
      return { ofForms, ofDocuments };
    }, hide);
    const world = await World.open(page, script);
    const isHidden = await world.run(() => {
      const form = Document.prototype.querySelector.call(document, "form");
      return form !== null && (form as Element).children instanceof HTMLInputElement;
    }, null);
    // The names of a document are hidden in the page's own world only.
    expect(isHidden).toBe(hide);
    expect(hidden.ofForms).toEqual(expect.arrayContaining(["children", "elements", "parentNode", "nodeType", "getAttribute"]));
    const read = async () => {
      const { controls, ...rest } = await world.run(() => clobbered.read(), null);
      return { rest, controls: controls.map(({ id: _id, ...one }) => one) };
    };
    await world.run(() => clobbered.start(), null);
    const before = await read();
    const filled = await world.run(() => clobbered.fillAll(), null);
    const values = () =>
      page.evaluate(() =>
        [...Document.prototype.querySelectorAll.call(document, "input:not([type=hidden],[type=file])")].map(
          (one) => (one as HTMLInputElement).value,
        ),
      );
    const during = await values();
    const restored = await world.run(() => clobbered.undo(), null);
    return { before, filled, during, restored, after: await values() };
  }

  test("a form with a field named after each is read, filled and put back as without them", async () => {
    const plain = await work(false);
    expect(plain.before.controls.map(({ target }) => target)).toEqual(
      expect.arrayContaining(["raisonSociale", "siret", "codePostal", "commune", "document.attestationVigilance"]),
    );
    expect(plain.before.rest.consultation?.reference).toBe("2026-TRX-0147");
    expect(plain.filled).toBeGreaterThan(2);
    expect(plain.restored).toBe(plain.filled);
    expect(await work(true)).toEqual(plain);
  });
});
