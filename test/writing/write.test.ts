/** Writing into pages, in a real Chromium and from an isolated world, as the content script does. */
import type { Page } from "@playwright/test";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bundle, type World } from "../page/browser.ts";
import { stageFor } from "../page/stage.ts";
import type * as Writing from "./write-world.ts";

declare const writing: typeof Writing;

/** How long the page may wait for its server, on a machine that runs other browsers at the same time. */
const SLOW_SERVER_MS = 2_000;

const stage = stageFor(new URL("./write-world.ts", import.meta.url), "writing");
const { worldOf } = stage;
let page: Page;
beforeEach(() => {
  page = stage.page();
});

const fill = (world: World, requests: Writing.Request[], settleMs = 60) =>
  world.run(({ requests, settleMs }) => writing.fill(requests, settleMs), { requests, settleMs });
const restore = (world: World, settleMs = 60) => world.run((ms) => writing.restore(ms), settleMs);
const value = (selector: string) => page.locator(selector).inputValue();

test("lots: a box is ticked, a button and an option are chosen by their whole words, a sworn box never", async () => {
  const world = await worldOf(`<!DOCTYPE html><body><input type="checkbox" id="un"><input type="checkbox" id="jure">
    <input type="radio" name="l" id="deux" value="x"><select id="liste"><option value="">Choisir</option><option value="17">Lot 2 : sud</option></select>`);
  const lot = { target: "lot", answer: true } as const;
  expect(
    await fill(world, [
      { ...lot, selector: "#un", label: "Lot 1 – Gros œuvre" },
      { ...lot, selector: "#jure", label: "Lot 1 : je certifie avoir visité le site" },
      { ...lot, selector: "#deux", label: "Lot 2 : sud", answer: "Lot 2 : sud" },
      { ...lot, selector: "#liste", label: "Lot concerné", answer: "Lot 2 : sud" },
    ]),
  ).toEqual({ "#un": "filled", "#jure": "notOurs", "#deux": "filled", "#liste": "filled" });
  expect(await page.locator("input:checked").evaluateAll((all) => all.map(({ id }) => id))).toEqual(["un", "deux"]);
  expect(await value("#liste")).toBe("17");
  await restore(world);
  expect([await page.locator("input:checked").count(), await value("#liste")]).toEqual([0, ""]);
});

describe("frameworks", () => {
  let react: string;
  beforeAll(async () => {
    react = `${await bundle(new URL("./write-react-page.tsx", import.meta.url), "react")}; react.draw()`;
  });

  test("React's state follows every kind of control, and follows the undo", async () => {
    await page.setContent("<!DOCTYPE html><body></body>");
    await page.evaluate(react);
    await page.waitForSelector("#etat");
    const before = await page.textContent("#etat");
    const world = await stage.world();
    const outcomes = await fill(world, [
      { selector: "#siret", target: "siret", answer: "73282932000074" },
      { selector: "#pays", target: "pays", answer: "FR" },
      { selector: "#oui", target: "statutEss", answer: true, label: "Oui" },
      { selector: "#non", target: "statutEss", answer: true, label: "Non" },
      { selector: "#pme", target: "estPme", answer: true, label: "Petite ou moyenne entreprise" },
      { selector: "#remarque", target: "activitePrincipale", answer: "Travaux de toiture" },
    ]);
    expect(outcomes).toEqual({
      "#siret": "filled",
      "#pays": "filled",
      "#oui": "filled",
      "#non": "alreadyRight",
      "#pme": "filled",
      "#remarque": "filled",
    });
    const state = JSON.parse((await page.textContent("#etat")) ?? "");
    expect(state).toEqual({ siret: "73282932000074", pays: "fr", ess: "oui", pme: true, remarque: "Travaux de toiture" });

    expect(new Set(Object.values(await restore(world)))).toEqual(new Set(["restored"]));
    const after = JSON.parse((await page.textContent("#etat")) ?? "");
    // A person cannot uncheck a radio button either: React keeps its old value, while the page shows none.
    expect({ ...after, ess: "" }).toEqual(JSON.parse(before ?? ""));
    expect(await page.locator("input:checked").count()).toBe(0);
  });

  test("with React in the page's own world, the property that tracks the control is bypassed", async () => {
    await page.setContent("<!DOCTYPE html><body></body>");
    await page.evaluate(react);
    await page.waitForSelector("#etat");
    await page.evaluate(`${stage.script()}; globalThis.writing = writing;`);
    await page.evaluate(() => writing.fill([{ selector: "#siret", target: "siret", answer: "73282932000074" }], 20));
    expect(await page.textContent("#etat")).toContain("73282932000074");
  });

  test("listeners written as for Angular, Vue and jQuery receive the events that they wait for", async () => {
    const world = await worldOf(`
      <input id="angular"><input id="vue"><select id="liste"><option value="">-</option><option value="FR">France</option></select>
      <script>
        window.heard = [];
        const hear = (id, types) => { for (const type of types) document.getElementById(id).addEventListener(type, (event) => heard.push(id + " " + type + " " + event.target.value)); };
        hear("angular", ["focus", "input", "blur"]);
        hear("vue", ["input", "change"]);
        document.body.addEventListener("focusout", (event) => heard.push(event.target.id + " focusout"));
        document.body.addEventListener("keyup", (event) => heard.push(event.target.id + " keyup " + event.target.value));
        hear("liste", ["change"]);
      </script>`);
    await fill(world, [
      { selector: "#angular", target: "commune", answer: "Lyon" },
      { selector: "#vue", target: "codePostal", answer: "69001" },
      { selector: "#liste", target: "pays", answer: "FR" },
    ]);
    expect(await page.evaluate("heard")).toEqual([
      "angular focus ",
      "angular input Lyon",
      "angular keyup Lyon",
      "angular blur Lyon",
      "angular focusout",
      "vue input 69001",
      "vue keyup 69001",
      "vue change 69001",
      "vue focusout",
      "liste change FR",
      "liste focusout",
    ]);
  });

  test("a mask may write the value in its own way", async () => {
    const world = await worldOf(`<input id="tel" placeholder="__ __ __ __ __"><input id="ca">
      <script>
        const mask = (id, write) => document.getElementById(id).addEventListener("input", ({ target }) => setTimeout(() => { target.value = write(target.value); }));
        mask("tel", (text) => text.replace(/\\D/g, "").replace(/(\\d\\d)(?=\\d)/g, "$1 "));
        mask("ca", (text) => Number(text).toLocaleString("fr-FR", { style: "currency", currency: "EUR" }));
      </script>`);
    const outcomes = await fill(world, [
      { selector: "#tel", target: "contactTelephone", answer: "+33123456789" },
      { selector: "#ca", target: "chiffreAffairesN1", answer: 1234567 },
    ]);
    expect(outcomes).toEqual({ "#tel": "filled", "#ca": "filled" });
    expect(await value("#tel")).toBe("01 23 45 67 89");
    await restore(world);
    expect(await value("#tel")).toBe("");
  });

  test("a value that a mask cuts is taken out again and reported", async () => {
    const world = await worldOf(
      `<input id="nom"><script>document.getElementById("nom").addEventListener("input", ({ target }) => { target.value = target.value.slice(0, 6); });</script>`,
    );
    expect(await fill(world, [{ selector: "#nom", target: "raisonSociale", answer: "Toitures du Val" }])).toEqual({ "#nom": "tooLong" });
    expect(await value("#nom")).toBe("");
    expect(await page.locator("#nom").getAttribute("style")).toBe(null);
  });

  test("a value longer than maxlength is left out, not cut", async () => {
    const world = await worldOf(`<input id="nom" maxlength="6">`);
    expect(await fill(world, [{ selector: "#nom", target: "raisonSociale", answer: "Toitures du Val" }])).toEqual({ "#nom": "tooLong" });
    expect(await value("#nom")).toBe("");
  });
});

describe("a page that changes while it is filled", () => {
  test("a value that it clears is written once more, and one that it refuses twice is reported", async () => {
    const world = await worldOf(`<input id="une"><input id="toujours"><input id="autre">
      <script>
        let first = true;
        une.addEventListener("change", () => { if (first) setTimeout(() => { une.value = ""; }, 30); first = false; });
        toujours.addEventListener("change", () => setTimeout(() => { toujours.value = ""; }, 30));
        autre.addEventListener("change", () => { autre.value = "Commune inconnue"; });
      </script>`);
    const outcomes = await fill(world, [
      { selector: "#une", target: "commune", answer: "Lyon" },
      { selector: "#toujours", target: "commune", answer: "Lyon" },
      { selector: "#autre", target: "commune", answer: "Lyon" },
    ]);
    expect(outcomes).toEqual({ "#une": "filled", "#toujours": "pageRefused", "#autre": "pageRefused" });
    expect(await value("#une")).toBe("Lyon");
  });

  test("a list that another field loads is filled once it is there", async () => {
    const world = await worldOf(`<input id="cp"><select id="ville"><option value="">Code postal d'abord</option></select>
      <script>cp.addEventListener("change", () => setTimeout(() => ville.append(new Option("Lyon 1er", "1"), new Option("Lyon", "2")), 30));</script>`);
    const outcomes = await fill(world, [
      { selector: "#ville", target: "commune", answer: "Lyon" },
      { selector: "#cp", target: "codePostal", answer: "69001" },
    ]);
    expect(outcomes).toEqual({ "#ville": "filled", "#cp": "filled" });
    expect(await value("#ville")).toBe("2");
  });

  test("with PRADO, a panel that the server renders again during the filling and the undoing is filled and undone", async () => {
    await page.goto(`${stage.portal().url}/entreprise-postback.html`);
    const before = await valuesOf("#ctl0_CONTENU_PAGE_panneau");
    const world = await stage.world();
    await page.evaluate(() => {
      Object.assign(window, { first: document.querySelector("[id$=_rs]") });
    });
    const field = (name: string) => `#ctl0_CONTENU_PAGE_panneau_${name}`;
    const outcomes = await fill(
      world,
      [
        { selector: field("rs"), target: "raisonSociale", answer: "Toitures du Val" },
        { selector: field("siret"), target: "siret", answer: "73282932000074" },
        { selector: field("forme"), target: "formeJuridique", answer: "SAS, société par actions simplifiée" },
        { selector: field("adresse"), target: "adresseLigne1", answer: "3 RUE DES LILAS" },
        { selector: field("cp"), target: "codePostal", answer: "69001" },
        { selector: field("ville"), target: "commune", answer: "LYON" },
        { selector: field("departement"), target: "departement", answer: "69" },
        { selector: field("courriel"), target: "contactEmail", answer: "contact@toitures.example" },
        { selector: field("telephone"), target: "contactTelephone", answer: "0123456789" },
      ],
      SLOW_SERVER_MS,
    );
    expect(new Set(Object.values(outcomes))).toEqual(new Set(["filled"]));
    expect(await page.evaluate("first.isConnected")).toBe(false);
    expect(Object.values(await valuesOf("#ctl0_CONTENU_PAGE_panneau"))).toEqual([
      "Toitures du Val",
      "73282932000074",
      "5710",
      "3 RUE DES LILAS",
      "69001",
      "LYON",
      "d69",
      "contact@toitures.example",
      "0123456789",
    ]);

    expect(new Set(Object.values(await restore(world, SLOW_SERVER_MS)))).toEqual(new Set(["restored"]));
    expect(await valuesOf("#ctl0_CONTENU_PAGE_panneau")).toEqual(before);
  });

  async function valuesOf(panel: string): Promise<Record<string, string>> {
    return page
      .locator(`${panel} :is(input, select)`)
      .evaluateAll((controls) => Object.fromEntries(controls.map((control) => [control.id, (control as HTMLInputElement).value])));
  }
});

describe("what is never touched", () => {
  test("is what the user typed, chose or erased, also after the page was rendered again", async () => {
    const world =
      await worldOf(`<form><input id="nom" name="nom"><select id="pays" name="pays"><option></option><option>Belgique</option><option>France</option></select>
      <input id="efface" value="http://"><input type="radio" name="r" id="oui"><input type="radio" name="r" id="non"></form>`);
    await page.locator("#nom").pressSequentially("Moi");
    await page.locator("#pays").press("ArrowDown");
    await page.locator("#efface").clear();
    await page.locator("#non").click();
    await page.evaluate(() => {
      const former = document.querySelector("#nom") as HTMLInputElement;
      const again = former.cloneNode() as HTMLInputElement;
      again.setAttribute("value", former.value);
      former.replaceWith(again);
    });
    const requests: Writing.Request[] = [
      { selector: "#nom", target: "contactNom", answer: "Autre" },
      { selector: "#pays", target: "pays", answer: "FR" },
      { selector: "#efface", target: "siteWeb", answer: "https://exemple.fr" },
      { selector: "#oui", target: "statutEss", answer: true, label: "Oui" },
    ];
    expect(await fill(world, requests)).toEqual({ "#nom": "typed", "#pays": "typed", "#efface": "typed", "#oui": "typed" });
    expect(await value("#nom")).toBe("Moi");
    expect(await value("#pays")).toBe("Belgique");
  });

  test("an event that a page's script sends is not taken for typing", async () => {
    const world = await worldOf(`<input id="nom">`);
    await page.evaluate(() => document.querySelector("#nom")?.dispatchEvent(new Event("input", { bubbles: true })));
    expect(await fill(world, [{ selector: "#nom", target: "contactNom", answer: "Autre" }])).toEqual({ "#nom": "filled" });
  });

  test("is an answer that the server gave, whereas a default that answers nothing is replaced", async () => {
    const world = await worldOf(`<form>
      <input id="rs" value="Une Autre SARL"><input id="site" value="http://"><input id="titre" value="Votre nom" title="Votre nom"><input id="zero" value="0,00">
      <input id="pareil" value="Toitures du Val">
      <select id="premier"><option value="BE">Belgique</option><option value="FR">France</option></select>
      <select id="choisi"><option value="FR">France</option><option value="BE" selected>Belgique</option></select>
      <label><input type="radio" name="r" id="oui">Oui</label><label><input type="radio" name="r" id="non" checked>Non</label></form>`);
    const outcomes = await fill(world, [
      { selector: "#rs", target: "raisonSociale", answer: "Toitures du Val" },
      { selector: "#site", target: "siteWeb", answer: "https://exemple.fr" },
      { selector: "#titre", target: "contactNom", answer: "Lilas" },
      { selector: "#zero", target: "capitalSocial", answer: 1000 },
      { selector: "#pareil", target: "raisonSociale", answer: "TOITURES DU VAL" },
      { selector: "#premier", target: "pays", answer: "FR" },
      { selector: "#choisi", target: "pays", answer: "FR" },
      { selector: "#oui", target: "statutEss", answer: true, label: "Oui" },
    ]);
    expect(outcomes).toEqual({
      "#rs": "notEmpty",
      "#site": "filled",
      "#titre": "filled",
      "#zero": "filled",
      "#pareil": "alreadyRight",
      "#premier": "filled",
      "#choisi": "notEmpty",
      "#oui": "notEmpty",
    });
  });

  test("are hidden controls, passwords, captchas, search boxes and sworn statements, whatever the reading says", async () => {
    const html = `<style>.sr { position: absolute; width: 1px; height: 1px; clip: rect(0, 0, 0, 0); overflow: hidden; }</style><form>
      <input id="a" type="hidden"><input id="b" style="display:none"><div style="visibility:hidden"><input id="c"></div><div style="opacity:0"><input id="d"></div>
      <input id="e" style="position:absolute;left:-9999px"><div style="height:0;overflow:hidden"><input id="f"></div><input id="g" class="sr"><input id="h" style="transform:scale(0)">
      <input id="i" type="password"><input id="captcha_saisie"><input id="k" type="search"><input id="l" type="checkbox"><input id="m" readonly><fieldset disabled><input id="n"></fieldset>
      <details><summary>Plus</summary><input id="o"></details><input id="p" hidden><input id="q" style="clip-path:inset(50%)"><input id="r" type="file"><button id="s" type="button">Oui</button></form>`;
    const world = await worldOf(html);
    const before = await page.content();
    const requests = "abcdefghi"
      .split("")
      .map((id): Writing.Request => ({ selector: `#${id}`, target: "raisonSociale", answer: "Toitures du Val" }));
    requests.push({ selector: "#captcha_saisie", target: "raisonSociale", answer: "Toitures du Val" });
    requests.push(
      ...["k", "m", "n", "o", "p", "q", "r", "s"].map(
        (id): Writing.Request => ({ selector: `#${id}`, target: "raisonSociale", answer: "Toitures du Val" }),
      ),
    );
    requests.push({ selector: "#l", target: "estPme", answer: true, label: "J'atteste sur l'honneur être une PME" });
    const outcomes = await fill(world, requests);
    expect(Object.values(outcomes)).not.toContain("filled");
    for (const id of "bcdefghopq") expect([id, outcomes[`#${id}`]]).toEqual([id, "hidden"]);
    for (const id of ["a", "i", "captcha_saisie", "k", "l", "r", "s"]) expect([id, outcomes[`#${id}`]]).toEqual([id, "notOurs"]);
    for (const id of "mn") expect(outcomes[`#${id}`]).toBe("readOnly");
    expect(await page.content()).toBe(before);
    expect(
      await page.locator("input").evaluateAll((all) => all.some((input) => (input as HTMLInputElement).value === "Toitures du Val")),
    ).toBe(false);
  });

  test("is a control that the reading says to leave, or a field that only the bidder may answer", async () => {
    const world = await worldOf(`<input id="a"><input id="b"><label><input id="c" type="checkbox">x</label>`);
    const outcomes = await fill(world, [
      { selector: "#a", target: "raisonSociale", answer: "Toitures du Val", leave: "otherParty" },
      { selector: "#b", target: "password", answer: "secret" },
      { selector: "#c", target: "declarationHonneur", answer: true },
    ]);
    expect(new Set(Object.values(outcomes))).toEqual(new Set(["notOurs"]));
  });
});

describe("kinds of controls", () => {
  test("buttons drawn by their labels are clicked; panels that they open are filled", async () => {
    const world = await worldOf(`<form>
      <input id="siren" maxlength="9" style="display:none">
      <input type="radio" name="lieu" id="france" style="opacity:0;position:absolute"><label for="france">En France</label>
      <input type="radio" name="lieu" id="etranger" style="opacity:0;position:absolute"><label for="etranger">À l'étranger</label></form>
      <script>france.addEventListener("click", () => { siren.style.display = ""; });</script>`);
    const outcomes = await fill(world, [
      { selector: "#siren", target: "siren", answer: "732829320" },
      { selector: "#etranger", target: "etabliEnFrance", answer: true, label: "À l'étranger" },
      { selector: "#france", target: "etabliEnFrance", answer: true, label: "En France" },
    ]);
    expect(outcomes).toEqual({ "#siren": "filled", "#etranger": "alreadyRight", "#france": "filled" });
  });

  test("a true fact ticks a box, a false one leaves it unticked", async () => {
    const world = await worldOf(
      `<label><input id="ess" type="checkbox">Entreprise de l'ESS</label><label><input id="pme" type="checkbox">PME</label>`,
    );
    const outcomes = await fill(world, [
      { selector: "#ess", target: "statutEss", answer: false, label: "Entreprise de l'ESS" },
      { selector: "#pme", target: "estPme", answer: true, label: "PME" },
    ]);
    expect(outcomes).toEqual({ "#ess": "alreadyRight", "#pme": "filled" });
  });

  test("a date split over three controls, amounts in thousands, a number and a control in an open shadow root are filled", async () => {
    const world =
      await worldOf(`<input id="j" maxlength="2"><select id="m"><option value="">Mois</option><option value="1">janvier</option><option value="2">février</option></select><input id="a" type="number">
      <input id="ca" type="number"><input id="jour" type="date"><div id="hote"></div>
      <script>hote.attachShadow({ mode: "open" }).innerHTML = "<input name=rs>";</script>`);
    const outcomes = await fill(world, [
      { selector: "#j", target: "dateCreation", answer: "2020-02-05", part: { piece: "day" } },
      { selector: "#m", target: "dateCreation", answer: "2020-02-05", part: { piece: "month" } },
      { selector: "#a", target: "dateCreation", answer: "2020-02-05", part: { piece: "year" } },
      { selector: "#ca", target: "chiffreAffairesN1", answer: 1234567, unit: "kEUR" },
      { selector: "#jour", target: "exerciceFinN1", answer: "2025-12-31" },
      { selector: "input[name=rs]", shadow: "#hote", target: "raisonSociale", answer: "Toitures du Val" },
    ]);
    expect(new Set(Object.values(outcomes))).toEqual(new Set(["filled"]));
    expect(await Promise.all(["#j", "#m", "#a", "#ca", "#jour", "input[name=rs]"].map(value))).toEqual([
      "05",
      "2",
      "2020",
      "1235",
      "2025-12-31",
      "Toitures du Val",
    ]);
  });

  test("filling again for another company replaces what we wrote, and nothing else", async () => {
    const world = await worldOf(
      `<input id="rs"><label><input type="radio" name="r" id="oui">Oui</label><label><input type="radio" name="r" id="non">Non</label>`,
    );
    await fill(world, [
      { selector: "#rs", target: "raisonSociale", answer: "Toitures du Val" },
      { selector: "#oui", target: "statutEss", answer: true, label: "Oui" },
    ]);
    const outcomes = await fill(world, [
      { selector: "#rs", target: "raisonSociale", answer: "Les Lilas" },
      { selector: "#non", target: "statutEss", answer: false, label: "Non" },
    ]);
    expect(outcomes).toEqual({ "#rs": "filled", "#non": "filled" });
    await restore(world);
    expect(await value("#rs")).toBe("");
    expect(await page.locator("input:checked").count()).toBe(0);
  });
});
