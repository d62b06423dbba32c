/**
 * A copy of a page holds no value: values drawn at random are put wherever one can be, and none is found in the file. In a real Chromium.
 * `PROPERTY_RUNS=5000` for a long run; `PROPERTY_SEED` to run a failure again.
 */
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { fold } from "../../src/domain/plain.ts";
import { unusualWords } from "../../src/saving/words.ts";
import { bundle, pageForTests, World } from "../page/browser.ts";
import type * as Copying from "./copy-world.ts";

declare const copying: typeof Copying;

const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 150);
const SEED = Number(process.env["PROPERTY_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

const pageOfFile = pageForTests();
let world: World;
beforeEach(async () => {
  const page = pageOfFile();
  await page.setContent("<!DOCTYPE html><body></body>");
  world = await World.open(page, await bundle(new URL("./copy-world.ts", import.meta.url), "copying"));
});

const copied = (html: string, known: readonly string[] = []) => world.run(({ a, b }) => copying.copied(a, b), { a: html, b: known });

/** Places where a value can be; `{V}` is the value, `{W}` a single word of it for places without spaces. */
const PLACES = [
  '<label>Ville <input name="ville" value="{V}"></label>',
  '<label>Ville <input data-typed="{V}"></label>',
  '<input type="hidden" name="jeton" value="{V}">',
  '<label>Ville <input placeholder="{V}"></label>',
  '<label>Ville <input title="{V}"></label>',
  '<label>Ville <input data-valeur="{V}" data-{W}="{V}"></label>',
  "<label>Observations <textarea>{V}</textarea></label>",
  '<label>Observations <textarea data-typed="{V}"></textarea></label>',
  '<label>Compte <select><option>Choisir</option><option selected value="{V}">{V}</option></select></label>',
  '<label>Compte <select><option>Choisir</option><option value="{V}">{V}</option></select></label>',
  "<!-- {V} -->",
  '<p style="background:url({V})">Aide</p>',
  "<style>.a::after { content: '{V}' }</style>",
  '<script type="application/json">{"a":"{V}"}</script>',
  '<a href="https://a.example/p?qui={V}#{W}">Suite</a>',
  '<form action="/depot/{W}?jeton={V}"><input name="a"></form>',
  '<form action="https://{W}.example/"><input name="a"></form>',
  "<p>Bonjour M. {V}, voici votre espace</p>",
  "<h1>Bienvenue {V}</h1>",
  "<h2>Dossier de Madame {V}</h2>",
  "<label>Monsieur {V} <input></label>",
  "<table><tr><td>{V}</td><td>12</td></tr></table>",
  "<table><tr><th>Nom</th></tr><tr><td>{V}</td></tr></table>",
  "<div contenteditable>{V}</div>",
  "<h3 contenteditable>{V}</h3>",
  '<div><template shadowrootmode="open"><p>{V}</p><label>Ville <input value="{V}"></label></template></div>',
  '<img alt="{V}" src="/{V}.png">',
  "<svg><text>{V}</text></svg>",
  '<iframe srcdoc="{V}" title="{V}"></iframe>',
  '<label>Ville <input list="l"></label><datalist id="l"><option value="{V}"></datalist>',
  '<output>{V}</output><progress title="{V}"></progress>',
  '<span aria-description="{V}" onclick="f(\'{W}\')">Aide</span>',
  // A control's value is also taken out of names and labels.
  '<label for="f-{W}">Ville <input id="f-{W}" name="n[{W}]" class="c-{W}" value="{V}"></label><h2>Compte de {V}</h2>',
] as const;

const letters = fc.stringMatching(/^[bcdfghjklmnpqrstvwxz]{5,9}$/);
const name = letters.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
const value = fc.oneof(
  letters,
  name,
  name.map((word) => word.toUpperCase()),
  fc.tuple(name, name).map((both) => both.join(" ")),
  fc.tuple(letters, letters).map(([one, other]) => `${one}@${other}.example`),
  fc.stringMatching(/^0[1-7]( [0-9]{2}){4}$/),
  fc.stringMatching(/^[1-9][0-9]{8}( ?[0-9]{5})?$/),
  fc.stringMatching(/^FR[0-9]{2}( [0-9A-Z]{4}){5}$/),
  fc.stringMatching(/^[1-9][0-9]{0,2}( [0-9]{3}){1,3}(,[0-9]{2})? €$/),
  fc.uuid(),
);

/** What must not be found: the value, and each of its words or numbers of four characters or more. */
function tracesOf(value: string): string[] {
  const pieces = fold(value).split(/[^a-z0-9]+/);
  return [fold(value), ...pieces.filter((piece) => piece.length >= 4 && piece !== "example" && !/^20[0-4]\d$/.test(piece))];
}

describe("no value survives", () => {
  test.each(PLACES)("%s", async (place) => {
    await fc.assert(
      fc.asyncProperty(value, async (drawn) => {
        const word = fold(drawn).match(/[a-z0-9]+/)?.[0] ?? "";
        const { html } = await copied(place.replaceAll("{V}", drawn).replaceAll("{W}", word));
        const text = fold(html.replace(/<head>.*?<\/head>/s, ""));
        for (const trace of tracesOf(drawn)) expect(text).not.toContain(trace);
      }),
      { numRuns: Math.ceil(RUNS / 10), seed: SEED },
    );
  });

  test("when all of them are in one page, each with its own value", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: PLACES.length, maxLength: PLACES.length }), async (drawn) => {
        const page = PLACES.map((place, at) =>
          place.replaceAll("{V}", drawn[at] ?? "").replaceAll("{W}", fold(drawn[at] ?? "").match(/[a-z0-9]+/)?.[0] ?? ""),
        );
        const { html, found } = await copied(page.join("\n"));
        const text = fold(html);
        for (const trace of drawn.flatMap(tracesOf)) expect(text).not.toContain(trace);
        expect(found).not.toContain(false);
      }),
      { numRuns: Math.ceil(RUNS / 10), seed: SEED },
    );
  });

  test("what is known of the company is taken out of labels and titles", async () => {
    const { html } = await copied("<h2>Fiche atelier des zinguries</h2><label>Zinguries <input></label>", ["ATELIER DES ZINGURIES"]);
    expect(fold(html)).not.toContain("zinguries");
    expect(html).toContain("Fiche");
  });
});

describe("what is kept", () => {
  const FORM = `<form method="post" action="/candidature/depot">
    <h1>Votre candidature</h1>
    <fieldset><legend>Identité de l'entreprise</legend>
    <label for="rs">Raison sociale *</label><input id="rs" name="soum_rs" maxlength="60" required aria-describedby="h" value="ZQRTX">
    <small id="h">Telle qu'elle figure au registre</small>
    <table><tr><td>Chiffre d'affaires global</td><td><input name="ca"></td></tr></table>
    <label>Suivi <select><option value="">Choisir</option><option>Oui</option></select></label>
    <label>Code zorglub <input></label>
    <input type="checkbox" id="h1"><label for="h1">J'atteste sur l'honneur</label></fieldset>
    <input name="piege" style="display:none"><button>Valider</button></form>`;

  test("is labels, titles, help, names, lengths, answers and what is hidden", async () => {
    const { html, controls } = await copied(FORM);
    for (const kept of [
      "Votre candidature",
      "Identité de l'entreprise",
      "Raison sociale *",
      'name="soum_rs"',
      'maxlength="60"',
      'aria-describedby="h"',
      "Chiffre d'affaires global",
      "<option>Oui</option>",
      "Code zorglub",
      "J'atteste sur l'honneur",
      'name="piege" style="display:none"',
      'action="/candidature/depot"',
    ])
      expect(html).toContain(kept);
    expect(controls).toHaveLength(6);
  });

  test("a word that is not common to all forms is shown to the person who gives the copy away", async () => {
    expect((await copied(FORM)).words).toContain("zorglub");
    expect(unusualWords("Raison sociale, xxxx")).toEqual([]);
  });
});
