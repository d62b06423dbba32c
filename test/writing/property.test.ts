/**
 * Generated forms in a real Chromium: no exception, no hidden or user-typed control changed, undo exact.
 * `PROPERTY_RUNS=10000` for the full run; `PROPERTY_SEED` to run a failure again.
 */
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { FIELD_KEYS, type FieldKey, fieldOf } from "../../src/domain/fields.ts";
import { bundle, pageForTests, World } from "../page/browser.ts";
import type * as Property from "./property-world.ts";

declare const property: typeof Property;

const RUNS = Number(process.env.PROPERTY_RUNS ?? 400);
const SEED = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Forms examined together in one page: they wait together. */
const BATCH = 100;

const pageOfFile = pageForTests();
let world: World;
beforeEach(async () => {
  const page = pageOfFile();
  await page.setContent("<!DOCTYPE html><body></body>");
  world = await World.open(page, await bundle(new URL("./property-world.ts", import.meta.url), "property"));
});

const words = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom(
    "Toitures du Val",
    "3 RUE DES LILAS",
    "Éts Pâquerette & fils",
    "a\nb",
    " ",
    "0",
    "http://",
    "SAS, société par actions simplifiée",
    "PME",
    "FR",
    "Mme",
  ),
);

/** Values of the catalogue's type, and sometimes of another type. */
function answerOf(key: FieldKey): fc.Arbitrary<string | number | boolean> {
  const { type, format } = fieldOf(key);
  const day = fc
    .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const usual: Record<typeof type, fc.Arbitrary<string | number | boolean>> = {
    text: format === undefined ? words : fc.stringMatching(format),
    longText: words,
    choice: format === undefined ? words : fc.stringMatching(format),
    email: fc.emailAddress(),
    phone: fc.oneof(fc.stringMatching(/^0[1-9]\d{8}$/), fc.stringMatching(/^\+33 [1-9]( \d\d){4}$/), words),
    url: fc.webUrl(),
    year: fc.stringMatching(/^(19|20)\d\d$/),
    date: day,
    boolean: fc.boolean(),
    integer: fc.integer(),
    amount: fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.double()),
    percent: fc.double({ min: 0, max: 100 }),
  };
  return fc.oneof({ weight: 9, arbitrary: usual[type] }, { weight: 1, arbitrary: fc.oneof(words, fc.integer(), fc.boolean()) });
}

const rarely = <T>(arbitrary: fc.Arbitrary<T>, weight = 1) => fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight, arbitrary });

function controlFor(target: FieldKey): fc.Arbitrary<Property.ControlSpec> {
  return fc.record({
    kind: fc.constantFrom(
      "text",
      "text",
      "text",
      "tel",
      "email",
      "number",
      "date",
      "textarea",
      "select",
      "select",
      "radio",
      "checkbox",
      "password",
      "search",
    ),
    target: fc.constant(target),
    answer: answerOf(target),
    label: fc.constantFrom(
      fieldOf(target).label,
      "Oui",
      "Non",
      "En France",
      "À l'étranger",
      "J'atteste sur l'honneur",
      "Je certifie que tout est exact",
      "jj/mm/aaaa",
      "",
    ),
    initial: fc.oneof(
      { weight: 5, arbitrary: fc.constant("") },
      { weight: 2, arbitrary: fc.constantFrom("http://", "0,00", "on", "Choisissez", "__/__/____") },
      { weight: 1, arbitrary: words },
    ),
    options: fc.array(
      fc.oneof(
        words,
        fc.constantFrom(
          "Choisissez",
          "France",
          "Belgique",
          "SAS",
          "SARL",
          "PME",
          "ETI",
          "Oui",
          "Non",
          "10 à 49",
          "69 - Rhône",
          "01",
          "2020",
        ),
      ),
      { maxLength: 8 },
    ),
    hiding: rarely(fc.constantFrom("hiddenType", "display", "visibility", "opacity", "offscreen", "size", "clip", "parent")),
    typed: rarely(words),
    typedSince: rarely(words),
    locked: rarely(fc.constantFrom("readonly", "disabled")),
    maxLength: rarely(fc.integer({ min: 0, max: 40 }), 3),
    placeholder: fc.constantFrom("", "", "000 000 000 00000", "jj/mm/aaaa", "mm/yyyy", "01 02 03 04 05", "1 000 000"),
    style: rarely(fc.constantFrom("color:red", "outline: 3px dashed blue", " border : 1px solid ", "outline-offset:4px!important")),
    leave: rarely(fc.constantFrom("readOnly", "disabled", "sworn", "hidden", "otherParty", "password", "captcha", "search")),
    part: rarely(
      fc.oneof(
        fc.record({ from: fc.integer({ min: 0, max: 9 }), to: fc.integer({ min: 0, max: 14 }) }),
        fc.constantFrom({ piece: "day" }, { piece: "month" }, { piece: "year" }, { piece: "countryCode" }),
      ) as fc.Arbitrary<NonNullable<Property.ControlSpec["part"]>>,
    ),
    unit: rarely(fc.constantFrom("kEUR", "MEUR")),
    reaction: rarely(fc.constantFrom("clears", "clearsOnce", "cuts", "capitals", "copies", "removes", "throws", "postback")),
  }) as fc.Arbitrary<Property.ControlSpec>;
}
const control = fc.oneof(...FIELD_KEYS.map(controlFor));
const form: fc.Arbitrary<Property.FormSpec> = fc.array(control, { minLength: 1, maxLength: 12 });

const examine = (forms: readonly Property.FormSpec[]) => world.run((specs) => property.examine(specs), forms);
const generated = (seed: number) => fc.sample(form, { seed, numRuns: BATCH });

test(`${RUNS} generated forms keep every promise (seed ${SEED})`, async () => {
  const end = SEED + Math.ceil(RUNS / BATCH);
  let forms = generated(SEED);
  for (let seed = SEED; seed < end; seed++) {
    const examined = examine(forms);
    // The next forms are made while the page examines these.
    forms = seed + 1 < end ? generated(seed + 1) : [];
    const failing = (await examined).findIndex((broken) => broken.length > 0);
    if (failing >= 0) await explain(seed, failing);
  }
});

/** Runs the failing form again alone, and shrinks it to the least that still fails. */
async function explain(seed: number, index: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(form, async (specs) => {
      expect(await examine([specs])).toEqual([[]]);
    }),
    { seed, path: String(index), numRuns: index + 1, interruptAfterTimeLimit: 120_000 },
  );
  throw new Error(`Le formulaire ${index} (graine ${seed}) n'échoue qu'au milieu des autres.`);
}
