/** The project's own pages, filled whole from what their labels say that each control asks; one is really deposited. */

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { beforeEach, expect, test } from "vitest";
import { type FieldKey, isFieldKey } from "../../src/domain/fields.ts";
import { present } from "../../src/domain/present.ts";
import type { CanonicalValue } from "../../src/writing/format.ts";
import { stageFor } from "../page/stage.ts";
import type * as Writing from "./write-world.ts";

declare const writing: typeof Writing;

/** A fictitious company, in canonical values. */
const COMPANY: { readonly [K in FieldKey]?: CanonicalValue } = {
  siret: "73282932000074",
  siren: "732829320",
  nic: "00074",
  raisonSociale: "TOITURES DU VAL",
  formeJuridique: "SAS, société par actions simplifiée",
  categorieEntreprise: "PME",
  codeNaf: "43.91B",
  activitePrincipale: "Travaux de couverture",
  effectif: "20 à 49 salariés",
  dateCreation: "2009-03-02",
  tvaIntracommunautaire: "FR44732829320",
  adresseLigne1: "3 RUE DES LILAS",
  adresseComplement: "BATIMENT B",
  codePostal: "69001",
  commune: "LYON",
  departement: "69",
  pays: "FR",
  contactNom: "Lilas",
  contactPrenom: "Camille",
  contactNomComplet: "Camille Lilas",
  contactCivilite: "Mme",
  contactFonction: "Gérante",
  contactEmail: "camille@toitures.example",
  contactTelephone: "+33 4 72 00 00 00",
  contactFax: "+33 4 72 00 00 01",
  chiffreAffairesN1: 1234567,
  chiffreAffairesN2: 1100000,
  chiffreAffairesN3: 980000,
  exerciceFinN1: "2025-12-31",
  exerciceFinN2: "2024-12-31",
  exerciceFinN3: "2023-12-31",
  statutEss: false,
};

const stage = stageFor(new URL("./write-world.ts", import.meta.url), "writing");
let page: Page;
beforeEach(() => {
  page = stage.page();
});

/** Fills the page and returns the content of each control that asks a field, and its outcome when it is not "filled". */
async function filled(slug: string, readings: Readonly<Record<string, Partial<Writing.Request>>> = {}): Promise<Record<string, string>> {
  const labels: { controls: { selector: string; field: string; shadow?: string }[] } = JSON.parse(
    readFileSync(new URL(`../portals/labels/${slug}.json`, import.meta.url), "utf8"),
  );
  await page.goto(`${stage.portal().url}/${slug}.html`);
  if (slug === "composants") await page.waitForSelector("fiche-entreprise");
  const world = await stage.world();
  const requests = labels.controls.flatMap(({ selector, field, shadow }): Writing.Request[] => {
    const answer = isFieldKey(field) ? COMPANY[field] : undefined;
    if (!isFieldKey(field) || answer === undefined) return [];
    return [{ selector, target: field, answer, ...present({ shadow }), ...readings[selector] }];
  });
  const outcomes = await world.run((it) => writing.fill(it), requests);
  const standing: [string, string][] = [];
  for (const { selector } of requests) {
    const control = page.locator(selector).first();
    const stands = (await control.getAttribute("type")) === "radio" ? String(await control.isChecked()) : await control.inputValue();
    const outcome = outcomes[selector];
    standing.push([
      (/_?([\w-]+)("?\])?$/.exec(selector)?.[1] ?? selector).replace(/^.*_(?=\D)/, ""),
      outcome === "filled" ? stands : `${stands} (${outcome})`,
    ]);
  }
  return Object.fromEntries(standing);
}

test("on PLACE, the twelve fields that a French company sees are filled", async () => {
  expect(await filled("place-retrait-dce", { "#ctl0_CONTENU_PAGE_FormulaireRetrait_tel": { label: "Téléphone" } })).toEqual({
    nom: "Lilas",
    prenom: "Camille",
    courriel: "camille@toitures.example",
    raisonSoc: "TOITURES DU VAL",
    siren: "732829320",
    siret: "00074",
    adr: "3 RUE DES LILAS",
    adr2: "BATIMENT B",
    tel: "0472000000",
    cp: "69001",
    ville: "LYON",
    fax: "0472000001",
  });
  expect(await page.locator("[id$=_pays]").inputValue()).toBe("0");
  expect(await page.locator("[id$=_accepterRegles]").isChecked()).toBe(false);
});

test("a deposit form laid out in tables is filled, sent and received", async () => {
  expect(await filled("depot-classique")).toEqual({
    rs: "TOITURES DU VAL",
    ident: "73282932000074",
    fj: "4",
    adr1: "3 RUE DES LILAS",
    adr2: "BATIMENT B",
    cp: "69001",
    vil: "LYON",
    pays: "FRA",
    tva: "FR44732829320",
    civ: "1",
    fct: "Gérante",
    n: "Lilas",
    p: "Camille",
    m: "camille@toitures.example",
    t: "0472000000",
  });
  await Promise.all([page.waitForURL("**/deposer"), page.click("input[type=submit]")]);
  const fields = new Map(
    stage
      .portal()
      .deposits.at(-1)
      ?.fields.map(({ name, value }) => [name, value]),
  );
  expect(fields.get("soum_rs")).toBe("TOITURES DU VAL");
  expect(fields.get("soum_fj")).toBe("4");
  expect(fields.has("hon")).toBe(false);
});

test("on DSFR, turnover, dates, a category and a yes or no are filled", async () => {
  const id = (rest: string) => `#candidature_reponses_attributes_${rest}`;
  await filled("passe-marche-candidature", { [id("431_choix_oui")]: { label: "Oui" }, [id("431_choix_non")]: { label: "Non" } });
  const values = (rests: readonly string[]) => Promise.all(rests.map((rest) => page.inputValue(id(rest))));
  expect(await values(["402_texte", "404_choix", "421_annee_1_montant", "421_annee_3_montant", "421_annee_2_cloture"])).toEqual([
    "73282932000074",
    "a",
    "1234567",
    "980000",
    "2024-12-31",
  ]);
  expect(await page.isChecked(id("431_choix_non"))).toBe(true);
  expect(await page.isChecked("#candidature_attestation")).toBe(false);
});

test("on a page in two languages, a date in three parts, a country code and thousands of euros are filled", async () => {
  const named = (name: string) => `[name="${name}"]`;
  const standing = await filled("bilingue", {
    [`input${named("f04_d")}`]: { part: { piece: "day" } },
    [`input${named("f04_m")}`]: { part: { piece: "month" } },
    [`input${named("f04_y")}`]: { part: { piece: "year" } },
    [`select${named("f11_c")}`]: { part: { piece: "countryCode" } },
    [`input${named("f12")}`]: { unit: "kEUR" },
  });
  expect(standing).toMatchObject({
    f01: "TOITURES DU VAL",
    f02: "732 829 320",
    d: "02",
    m: "03",
    y: "2009",
    f08: "FR",
    c: "33",
    n: "0472000000",
    f12: "1235",
  });
});

test("on a group's page, only the candidate's own fields are filled", async () => {
  const standing = await filled("groupement");
  expect(standing).toEqual({
    denomination: "TOITURES DU VAL",
    siret: "732 829 320 00074",
    forme: "S.A.S.",
    effectif: "2",
    rue: "3 RUE DES LILAS",
    cp: "69001",
    ville: "LYON",
    courriel: "camille@toitures.example",
  });
});

test("the open shadow roots of a form that comes late are filled", async () => {
  expect(Object.values(await filled("composants"))).toEqual([
    "TOITURES DU VAL",
    "73282932000074",
    "43.91B",
    "3 RUE DES LILAS",
    "69001",
    "LYON",
    "camille@toitures.example",
  ]);
});
