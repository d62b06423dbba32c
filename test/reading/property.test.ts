/**
 * Generated pages in a real Chromium: reading never throws, changes nothing, names each control once and finds it again, and claims
 * nothing that is never written. `PROPERTY_RUNS=10000` for the full run; `PROPERTY_SEED` to run a failure again.
 */
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { bundle, pageForTests, World } from "../page/browser.ts";
import type * as Property from "./property-world.ts";

declare const readProperty: typeof Property;

const RUNS = Number(process.env.PROPERTY_RUNS ?? 400);
const SEED = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
const BATCH = 100;

const pageOfFile = pageForTests();
let world: World;
beforeEach(async () => {
  const page = pageOfFile();
  await page.setContent("<!DOCTYPE html><body></body>");
  world = await World.open(page, await bundle(new URL("./property-world.ts", import.meta.url), "readProperty"));
});

const said = fc.oneof(
  fc.constantFrom(
    "",
    "",
    "SIRET",
    "SIREN / SIRET",
    "Nom",
    "Prénom",
    "Adresse",
    "Ville",
    "Code postal",
    "Acheteur",
    "Candidat",
    "N-1",
    "2025",
    "*",
  ),
  fc.constantFrom(
    "Raison sociale",
    "Mot de passe",
    "Rechercher",
    "J'atteste sur l'honneur",
    "Ajouter un fichier",
    "Kbis",
    "1.2 Adresse, Ville",
  ),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);
const named = fc.oneof(
  fc.constantFrom("siret", "nom", "ctl0$a$siren", 'x[0]["y"]', "a b", "é", "", "toString", "1"),
  fc.string({ maxLength: 12 }),
);
const attributes = fc
  .record(
    {
      id: named,
      name: named,
      class: fc.constantFrom("titre", "hint", "panel-title", "dropzone", "fr-hint-text", ""),
      title: said,
      placeholder: said,
      "aria-label": said,
      "aria-labelledby": named,
      for: named,
      type: fc.constantFrom(
        "text",
        "password",
        "search",
        "email",
        "tel",
        "file",
        "radio",
        "checkbox",
        "hidden",
        "date",
        "number",
        "submit",
      ),
      role: fc.constantFrom("search", "group", "radiogroup", "heading", "button", ""),
      style: fc.constantFrom("display:none", "opacity:0", "", "position:absolute;left:-999px"),
      maxlength: fc.constantFrom("5", "9", "14", "0", "-1", "abc"),
      colspan: fc.constantFrom("2", "0", "x"),
      rowspan: fc.constantFrom("2", "3", "-4"),
      value: said,
    },
    { requiredKeys: [] },
  )
  .map((record) => record as Record<string, string>);
const TAGS = [
  "div",
  "p",
  "form",
  "fieldset",
  "legend",
  "h2",
  "h4",
  "label",
  "table",
  "tr",
  "td",
  "th",
  "dl",
  "dt",
  "dd",
  "ul",
  "li",
  "span",
  "b",
  "section",
  "nav",
  "select",
  "option",
  "textarea",
  "small",
  "template",
];
const { piece } = fc.letrec<{ piece: Property.Piece }>((tie) => ({
  piece: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ tag: fc.constant("input"), attributes, text: fc.constant(""), shadow: fc.constant(false), children: fc.constant([]) }),
    fc.record({
      tag: fc.constantFrom(...TAGS),
      attributes,
      text: said,
      shadow: fc.oneof({ weight: 12, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      children: fc.array(tie("piece"), { maxLength: 5 }),
    }),
  ),
}));
const page = fc.array(piece, { minLength: 1, maxLength: 6 });

test(`${RUNS} generated pages keep every promise (seed ${SEED})`, async () => {
  for (let seed = SEED; seed < SEED + Math.ceil(RUNS / BATCH); seed++) {
    const pages = fc.sample(page, { seed, numRuns: BATCH });
    const broken = await world.run((all) => readProperty.examine(all), pages);
    const failing = broken.findIndex((one) => one.length > 0);
    if (failing < 0) continue;
    await fc.assert(
      fc.asyncProperty(page, async (pieces) => {
        expect(await world.run((all) => readProperty.examine(all), [pieces])).toEqual([[]]);
      }),
      { seed, path: String(failing), numRuns: 1, interruptAfterTimeLimit: 60_000 },
    );
    throw new Error(`La page ${failing} (graine ${seed}) : ${broken[failing]?.join(" ; ")}`);
  }
});
