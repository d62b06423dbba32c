/** The option that says a value, by its value, its words or their meaning; none when two could. */
import { expect, test } from "vitest";
import type { FieldKey } from "../../src/domain/fields.ts";
import { isPlaceholderOption } from "../../src/page/empty.ts";
import type { CanonicalValue } from "../../src/writing/format.ts";
import { bracketIn } from "../../src/writing/headcount.ts";
import { booleanIn, optionFor } from "../../src/writing/options.ts";
import type { Place } from "../../src/writing/place.ts";

/** "value=text", or "text" alone, whose value is then its index. */
function chosen(key: FieldKey, value: CanonicalValue, texts: readonly string[], part?: Place["part"]): string | null {
  const options = texts.map((text, index) => {
    const [code = "", words] = text.split("=");
    return words === undefined ? { value: String(index + 100), text } : { value: code, text: words };
  });
  const index = optionFor(key, value, options, part);
  return index === null ? null : (texts[index] ?? null);
}

const SAS = "SAS, société par actions simplifiée";
const SASU = "Société par actions simplifiée à associé unique ou société par actions simplifiée unipersonnelle";
const FORMS = ["=Choisissez", "Entrepreneur individuel", "EURL", "SARL", "SAS", "SASU", "SA", "SCOP", "Association", "Autre"];

test.each<[FieldKey, CanonicalValue, readonly string[], string | null]>([
  ["pays", "FR", ["=-", "BEL=Belgique", "FRA=France"], "FRA=France"],
  ["pays", "FR", ["be=", "fr="], null],
  ["pays", "FR", ["FR=FR", "BE=BE"], "FR=FR"],
  ["pays", "FR", ["1=(988) Nouvelle-Calédonie", "2=FRANCE", "3=Polynésie française", "4=Guyane (France)"], "2=FRANCE"],
  ["pays", "FR", ["France (FR)", "Belgique (BE)"], "France (FR)"],
  ["pays", "FR", ["99100=FRANCE METROPOLITAINE", "99131=BELGIQUE"], "99100=FRANCE METROPOLITAINE"],
  ["pays", "FR", ["Belgium", "France"], "France"],
  ["pays", "DE", ["Belgium", "Germany"], "Germany"],
  ["pays", "FR", ["0=Sélectionnez", "1=ALLEMAGNE", "2=BELGIQUE"], null],
  ["formeJuridique", SAS, FORMS, "SAS"],
  ["formeJuridique", SASU, FORMS, "SASU"],
  ["formeJuridique", SASU, ["SARL", "SAS", "Autre"], "SAS"],
  ["formeJuridique", SAS, ["SASU", "SARL"], null],
  ["formeJuridique", SAS, ["SAS / SASU", "SARL / EURL"], "SAS / SASU"],
  ["formeJuridique", SAS, ["5710=", "5499="], null],
  ["formeJuridique", SAS, ["5710=5710", "5499=5499"], "5710=5710"],
  ["formeJuridique", "Société à responsabilité limitée (sans autre indication)", FORMS, "SARL"],
  ["formeJuridique", "Société à responsabilité limitée (sans autre indication)", ["S.A.R.L.", "S.A.S.", "S.A."], "S.A.R.L."],
  [
    "formeJuridique",
    "SA à conseil d'administration (s.a.i.)",
    ["SA à conseil d'administration", "SA à directoire"],
    "SA à conseil d'administration",
  ],
  ["formeJuridique", "SA à conseil d'administration (s.a.i.)", FORMS, "SA"],
  ["formeJuridique", "Société anonyme", ["SA à conseil d'administration", "SA à directoire"], null],
  ["formeJuridique", "SARL coopérative ouvrière de production (SCOP)", FORMS, "SCOP"],
  ["formeJuridique", "SARL unipersonnelle", ["SARL (hors EURL)", "EURL"], "EURL"],
  ["formeJuridique", "Association déclarée, reconnue d'utilité publique", FORMS, "Association"],
  ["formeJuridique", "Entrepreneur individuel", ["Micro-entrepreneur", "Entreprise individuelle", "SARL"], "Entreprise individuelle"],
  ["formeJuridique", "Entrepreneur individuel", ["Micro-entrepreneur", "SARL"], null],
  ["formeJuridiqueCode", "5710", FORMS, "SAS"],
  ["formeJuridiqueCode", "5710", ["5499=SARL", "5710=SAS, société par actions simplifiée"], "5710=SAS, société par actions simplifiée"],
  [
    "categorieEntreprise",
    "PME",
    ["=Choisir", "Petite ou moyenne entreprise (PME)", "Entreprise de taille intermédiaire (ETI)", "Grande entreprise"],
    "Petite ou moyenne entreprise (PME)",
  ],
  ["categorieEntreprise", "GE", ["TPE/PME", "ETI", "Grande entreprise"], "Grande entreprise"],
  ["categorieEntreprise", "PME", ["TPE/PME", "ETI", "Grande entreprise"], "TPE/PME"],
  ["categorieEntreprise", "PME", ["Microentreprise", "PME", "ETI", "GE"], "PME"],
  ["categorieEntreprise", "PME", ["Micro-entreprise", "Petite et moyenne entreprise", "ETI"], null],
  ["effectif", "20 à 49 salariés", ["0", "1 à 9", "10 à 19", "20 à 49", "50 et plus"], "20 à 49"],
  ["effectif", "12", ["Moins de 10", "De 10 à 49", "50 à 249", "Plus de 250"], "De 10 à 49"],
  ["effectif", "20 à 49 salariés", ["1-10", "11-50", "51-250"], "11-50"],
  ["effectif", "1 000 à 1 999 salariés", ["Moins de 250", "250 à 4 999", "5 000 et plus"], "250 à 4 999"],
  ["effectif", "250 à 499 salariés", ["Moins de 250", "Plus de 250"], null],
  ["effectif", "10 à 19 salariés", ["Moins de 15", "15 et plus"], null],
  ["effectif", "NN", ["0", "1 à 9"], null],
  ["departement", "69", ["0=Choisissez", "d59=59 - Nord", "d69=69 - Rhône"], "d69=69 - Rhône"],
  ["departement", "69", ["Rhône-Alpes", "Rhône (69)"], "Rhône (69)"],
  ["departement", "2A", ["2A=Corse-du-Sud", "2B=Haute-Corse"], "2A=Corse-du-Sud"],
  ["departement", "01", ["01=01", "10=10"], "01=01"],
  ["contactCivilite", "Mme", ["0=", "1=Madame", "2=Monsieur"], "1=Madame"],
  ["contactCivilite", "M", ["M.", "Mme"], "M."],
  ["contactCivilite", "M", ["Monsieur et Madame", "Madame"], null],
  ["contactCivilite", "Mme", ["Mr", "Mme / Mlle"], "Mme / Mlle"],
  ["estPme", true, ["=-", "Oui", "Non"], "Oui"],
  ["estPme", false, ["1=Oui, moins de 250 salariés", "0=Non"], "0=Non"],
  ["etabliEnFrance", true, ["À l'étranger", "En France"], "En France"],
  ["codeNaf", "62.01Z", ["62.01Z - Programmation informatique", "62.02A - Conseil"], "62.01Z - Programmation informatique"],
  ["codeNaf", "62.01Z", ["6201Z=Programmation", "6202A=Conseil"], "6201Z=Programmation"],
  ["exerciceAnneeN1", "2025", ["2024", "2025", "2026"], "2025"],
  ["contactFonction", "Gérante", ["Gérante", "GERANTE"], null],
])("%s %j among %j → %s", (key, value, options, expected) => {
  // A two-letter value under an empty text is not an answer that a person could read.
  expect(chosen(key, value, options)).toBe(expected);
});

test.each<[Place["part"], readonly string[], string | null]>([
  [{ piece: "day" }, ["4", "5", "6"], "5"],
  [{ piece: "day" }, ["04", "05", "06"], "05"],
  [{ piece: "month" }, ["01", "02", "03"], "02"],
  [{ piece: "month" }, ["Janvier", "Février", "Mars"], "Février"],
  [{ piece: "month" }, ["janv.", "févr.", "mars"], "févr."],
  [{ piece: "year" }, ["2019", "2020"], "2020"],
  [{ piece: "year" }, ["2019", "2018"], null],
])("the date 2020-02-05, part %j among %j → %s", (part, options, expected) => {
  expect(chosen("dateCreation", "2020-02-05", options, part)).toBe(expected);
});

test("the country code of a French number", () => {
  expect(chosen("contactTelephone", "0123456789", ["Belgique (+32)", "France (+33)", "Gabon (+331)"], { piece: "countryCode" })).toBe(
    "France (+33)",
  );
});

test.each([
  ["moins de 10", 0, 9],
  ["< 10", 0, 9],
  ["10 ou plus", 10, Number.POSITIVE_INFINITY],
  ["≥ 250", 250, Number.POSITIVE_INFINITY],
  ["plus de 250 salariés", 251, Number.POSITIVE_INFINITY],
  ["jusqu'à 9", 0, 9],
  ["Aucun salarié", 0, 0],
  ["1 000 à 1 999 salariés", 1000, 1999],
])("bracket %s", (text, from, to) => {
  expect(bracketIn(text)).toEqual({ from, to });
});

test("a text that names no bracket, or more than one, gives none", () => {
  expect(bracketIn("Effectif inconnu")).toBe(null);
  expect(bracketIn("10 à 19 en 2025")).toBe(null);
});

test("words of a lone button or box", () => {
  expect(booleanIn("statutEss", { value: "1", text: "Oui" })).toBe(true);
  expect(booleanIn("statutEss", { value: "1", text: "Entreprise de l'ESS" })).toBe(null);
  expect(booleanIn("etabliEnFrance", { value: "x", text: "Entreprise non établie en France" })).toBe(false);
  expect(booleanIn("estPme", { value: "non", text: "" })).toBe(false);
});

test("placeholders are never chosen", () => {
  for (const text of ["", "-", "Choisissez", "Sélectionner une option", "Veuillez choisir"])
    expect(isPlaceholderOption({ value: "0", text })).toBe(true);
  expect(isPlaceholderOption({ value: "0", text: "Entrepreneur individuel" })).toBe(false);
});
