/** Captions written after their boxes, read in a real Chromium. */
import { describe, expect, test } from "vitest";
import { readerStage } from "./stage.ts";

const { readHtml } = readerStage();

const asked = async (form: string) => {
  const { controls } = await readHtml(`<h1>Candidature à la consultation</h1><form method=post>${form}</form>`);
  return controls.map(({ target, tier }) => `${target ?? "-"}${target !== null && tier !== "sure" ? "?" : ""}`);
};

describe("a form that writes its captions after its boxes", () => {
  const AFTER = ["raisonSociale", "siret", "codePostal", "commune"];

  test("row by row, several to a row", async () => {
    const rows =
      "<div><input><i>Dénomination</i></div><div><input><i>SIRET</i></div><div><input><i>Code postal</i> <input><i>Commune</i></div>";
    expect(await asked(`<h2>Votre entreprise</h2>${rows}`)).toEqual(AFTER);
    expect(await asked(`<p>Tout est à remplir.</p>${rows}<button>Envoyer</button>`)).toEqual(AFTER);
  });

  test("line by line, or caption by caption, in one container", async () => {
    expect(await asked("<input> Dénomination<br><input> SIRET<br><input> Code postal<br><input> Commune")).toEqual(AFTER);
    const under = ["Dénomination", "SIRET", "Code postal", "Commune"].map((text) => `<input><p>${text}</p>`);
    expect(await asked(`<h2>Votre entreprise</h2>${under.join("")}`)).toEqual(AFTER);
  });

  test("whose boxes stand in both orders says nothing surely of a text between two boxes", async () => {
    const before = "<p>Dénomination <input></p><p>SIRET <input></p>";
    const both = await asked(`${before}<p><input> Code postal <input> Commune</p>`);
    expect(both.slice(0, 2)).toEqual(["raisonSociale", "siret"]);
    expect(both.slice(2)).toEqual(["-", "-"]);
    expect(await asked("<p><input> SIRET <input> Code postal</p>")).toEqual(["-", "-"]);
  });

  test("is not told by a unit, nor by what one ticks", async () => {
    expect(
      await asked("<p>SIRET <input> (14 chiffres)</p><p>Capital <input> € <input type=checkbox> sans capital</p><p>Ville <input></p>"),
    ).toEqual(["siret", "capitalSocial", "-", "commune"]);
  });
});
