/** What the texts around a form say of it, read in a real Chromium. */
import { describe, expect, test } from "vitest";
import { readerStage } from "./stage.ts";

const { readHtml, targetsOf } = readerStage();

describe("in a page", () => {
  test("sentences set apart by their look are no title; the small print of a card names its piece", async () => {
    const table = `<table><tr><td colspan=2>À compléter avant le 4. Direction des achats et de la logistique.</td></tr></table>
      <table><tr><td>Rue</td><td><input></td></tr><tr><td>Code postal</td><td><input></td></tr></table>`;
    expect(await targetsOf(`<h1>Candidature</h1><label>SIRET <input></label>${table}`)).toEqual(["siret", "adresseLigne1", "codePostal"]);
    const card = "<li><h3>Impôts</h3><small>Attestation de régularité fiscale</small><input type=file></li>";
    expect(await targetsOf(`<h1>Candidature</h1><label>SIRET <input></label><ul>${card}</ul>`)).toEqual([
      "siret",
      "document.attestationFiscale",
    ]);
  });

  test("an element of the page's own that is named a header is the title of what stands below it", async () => {
    const part = (name: string, title: string) =>
      `<div><${name}>${title}</${name}><div><label>Nom officiel <input></label><label>SIRET <input></label></div></div>`;
    for (const name of ["mat-expansion-panel-header", "app-card-header", "ville-titre"])
      expect(
        await targetsOf(
          `<h1>Candidature</h1>${part(name, "Procédure et acheteur")}${part(name, "Candidat")}<label>Effectif <input></label>`,
        ),
      ).toEqual([null, null, "raisonSociale", "siret", "effectif"]);
  });

  test("a slot with its own label keeps the name that its row says", async () => {
    const slot = '<td><input type="file" aria-label="Attestation de vigilance"></td>';
    const slots = ["Charpentes du Lac", "Toits d'Été"].map((name) => `<tr><td>${name}</td>${slot}</tr>`).join("");
    const { controls } = await readHtml(
      `<h1>Candidature du groupement</h1><h2>Pièces des membres</h2><table><tr><th>Membre</th><th>Attestation</th></tr>${slots}</table>`,
    );
    expect(controls.map(({ label, beside }) => [label, beside])).toEqual([
      ["Attestation de vigilance", ["Charpentes du Lac"]],
      ["Attestation de vigilance", ["Toits d'Été"]],
    ]);
  });

  test("a day asked beside the turnover of a year closes that year; a PME is told in whatever words", async () => {
    const year = (said: string) => `<tr><th>${said}</th><td><input></td><td><input type=date></td></tr>`;
    const table = `<h2>Chiffre d'affaires</h2><table><tr><th></th><th>Chiffre d'affaires HT</th><th>Jour</th></tr>${year("N-1")}${year("N-2")}</table>`;
    expect(await targetsOf(`<h1>Candidature</h1><label>SIRET <input></label>${table}`)).toEqual([
      "siret",
      "chiffreAffairesN1",
      "exerciceFinN1",
      "chiffreAffairesN2",
      "exerciceFinN2",
    ]);
    const asked = (question: string) => `<fieldset><legend>${question}</legend><label><input type=radio name=p> Oui</label></fieldset>`;
    expect(
      (
        await targetsOf(
          `<h1>Candidature</h1><label>SIRET <input></label>${asked("Le soumissionnaire entre-t-il au rang des petites, très petites ou moyennes entreprises ?")}`,
        )
      )[1],
    ).toBe("estPme");
    expect(
      (
        await targetsOf(`<h1>Candidature</h1><label>SIRET <input></label>${asked("Achetez-vous à des petites ou moyennes entreprises ?")}`)
      )[1],
    ).not.toBe("estPme");
  });

  test("a page without a main part says what it is for after its title; a town's letter is a newsletter", async () => {
    const said = "<p>Avant de télécharger le dossier de consultation, laissez vos coordonnées.</p>";
    const form = "<form><label>Entreprise <input></label><label>SIRET <input></label><label>Mél <input></label></form>";
    const read = async (html: string) => (await readHtml(html)).controls.map(({ target, tier }) => `${target} ${tier}`);
    expect((await read(`<h2>Toiture du gymnase</h2>${said}${form}`))[1]).toBe("siret sure");
    expect((await read(`<h2>Toiture du gymnase</h2>${form}`))[1]).toBe("siret proposed");
    const letter = `<form class="n"><label>La lettre de la ville, votre mail : <input type=email></label><button>OK</button></form>`;
    expect((await readHtml(`<h1>Candidature</h1>${form}${letter}`)).controls.at(-1)?.leave).toBe("search");
  });
});
