/** What buyers may not demand: claimed only from texts that were read, when they apply, with the article in the sentence to paste. */
import { describe, expect, test } from "vitest";
import { type Asking, allExigibilities, exigibilitiesOf } from "../../src/domain/exigibility.ts";

const ARTICLE = /articles? ([A-Z]\d+-\d+)/;
const SAS: Asking = { buyer: "Commune de Brécourt", legalForm: "5710", createdOn: "2015-03-01", noProcedure: true, today: "2026-11-15" };
const exemptions = (kind: Parameters<typeof exigibilitiesOf>[0], asking?: Asking) =>
  exigibilitiesOf(kind, asking).map(({ exemption }) => exemption);

test("every sentence names its article and the company", () => {
  const notes = allExigibilities();
  expect(notes.length).toBeGreaterThan(5);
  for (const { reference, sentence } of notes) {
    const article = ARTICLE.exec(reference.text)?.[1];
    expect(article, reference.text).toBeDefined();
    expect(sentence("900000019")).toContain(article);
    expect(sentence("900000019")).toContain("900 000 019");
  }
});

describe("the tax certificate, which an administration gets itself", () => {
  test.each([
    "Commune de Brécourt",
    "Ville de Brécourt-sur-Vaudre",
    "Communauté de communes du Val de Briance",
    "Conseil départemental de la Vière",
    "Ministère de l'Intérieur",
    "CHU de Pontaret",
    "Syndicat intercommunal du plateau",
  ])("%s", (buyer) => {
    const [first] = exigibilitiesOf("attestationFiscale", { ...SAS, buyer });
    expect(first?.exemption).toBe("online");
    expect(first?.reference.text).toMatch(/L113-12.*D114-9-1/);
  });

  test.each([
    ["a buyer that is no administration", { buyer: "SEM Ville Renouvelée" }],
    ["a social landlord", { buyer: "Office public de l'habitat de Brécourt" }],
    ["a company of a town", { buyer: "SPL Aménagement de la métropole" }],
    ["a buyer unknown", { buyer: undefined }],
    ["a sole trader", { legalForm: "1000" }],
    ["a partnership", { legalForm: "5202" }],
    ["one person's SARL", { legalForm: "5498" }],
    ["an association", { legalForm: "9220" }],
    ["a form unknown", { legalForm: undefined }],
    ["a company created this year", { createdOn: "2026-02-01" }],
    ["a day of creation unknown", { createdOn: undefined }],
    ["a company in proceedings", { noProcedure: false }],
  ])("nothing is claimed for %s", (_what, known) => expect(exemptions("attestationFiscale", { ...SAS, ...known })).toEqual(["later"]));
});

describe("the registry's extract", () => {
  test("cannot be demanded, on the mainland nor in the overseas départements", () => {
    for (const buyer of [undefined, "Commune de Brécourt", "Région Guadeloupe", "Département de La Réunion"])
      expect(exemptions("immatriculation", { ...SAS, buyer })).toEqual(["never"]);
    const [note] = exigibilitiesOf("immatriculation");
    expect(note?.reference.text).toContain("R2143-9");
    expect(note?.but?.text).toContain("R2661-3");
  });

  test.each(["Ville de Nouméa", "Gouvernement de la Nouvelle-Calédonie", "Polynésie française", "Territoire de Wallis-et-Futuna", "TAAF"])(
    "may be demanded where another article applies: %s",
    (buyer) => expect(exemptions("immatriculation", { ...SAS, buyer })).toEqual([]),
  );

  test.each([
    ["an association", "9220"],
    ["a foreign company", "3120"],
  ])("nothing is claimed for %s, which has no extract", (_what, legalForm) =>
    expect(exemptions("immatriculation", { ...SAS, legalForm })).toEqual([]),
  );
});

test("social certificates come later unless the number of candidates is limited; nothing is claimed for kinds outside the lists", () => {
  for (const kind of ["attestationVigilance", "msa", "cibtp", "cnetp"] as const) {
    expect(exemptions(kind)).toEqual(["later"]);
    expect(exigibilitiesOf(kind)[0]?.but?.text).toContain("R2144-5");
    expect(exigibilitiesOf(kind)[0]?.text).toContain("limite le nombre de candidats");
  }
  expect(exigibilitiesOf("probtp")).toEqual([]);
  expect(exigibilitiesOf("rcPro")).toEqual([]);
  expect(exigibilitiesOf("rge")[0]?.reference.text).toContain("R2143-13");
});
