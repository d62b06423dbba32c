/** Canonical values in the formats that pages take; a value that does not fit is never cut. */
import { describe, expect, test } from "vitest";
import type { FieldKey } from "../../src/domain/fields.ts";
import { type CanonicalValue, pageTextOf } from "../../src/writing/format.ts";
import type { Place } from "../../src/writing/place.ts";

type Row = readonly [key: FieldKey, value: CanonicalValue, place: Partial<Place>, expected: string];

function written(key: FieldKey, value: CanonicalValue, place: Partial<Place>): string {
  const result = pageTextOf(key, value, { type: "text", hint: "", ...place });
  return "text" in result ? result.text : `(${result.misfit})`;
}

function check(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    test.each(rows)("%s %j in %j → %s", (key, value, place, expected) => {
      expect(written(key, value, place)).toBe(expected);
    });
  });
}

check("identifiers", [
  ["siret", "73282932000074", {}, "73282932000074"],
  ["siret", "73282932000074", { maxLength: 14 }, "73282932000074"],
  ["siret", "73282932000074", { hint: "000 000 000 00000", maxLength: 17 }, "732 829 320 00074"],
  ["siret", "73282932000074", { hint: "SIRET, sans espace. Ex : 000 000 000 00000" }, "73282932000074"],
  ["siret", "73282932000074", { hint: "000 000 000 00000", maxLength: 14 }, "73282932000074"],
  ["siret", "73282932000074", { pattern: "\\d{3} \\d{3} \\d{3} \\d{5}" }, "732 829 320 00074"],
  ["siret", "73282932000074", { pattern: "([0-9] ?){14}" }, "73282932000074"],
  ["siret", "73282932000074", { maxLength: 9 }, "(tooLong)"],
  ["siret", "73282932000074", { part: { from: 0, to: 9 }, maxLength: 9 }, "732829320"],
  ["siret", "73282932000074", { part: { from: 9, to: 14 }, maxLength: 5 }, "00074"],
  ["siret", "73282932000074", { part: { from: 9, to: 14 }, maxLength: 4 }, "(tooLong)"],
  ["siret", "73282932000074", { part: { from: 9, to: 20 } }, "(format)"],
  ["siren", "732829320", { hint: "ex. 123 456 789" }, "732 829 320"],
  ["nic", "00074", { type: "number" }, "00074"],
  ["codeNaf", "62.01Z", {}, "62.01Z"],
  ["codeNaf", "62.01Z", { maxLength: 5 }, "6201Z"],
  ["codeNaf", "62.01Z", { hint: "ex : 4120A" }, "6201Z"],
  ["tvaIntracommunautaire", "FR48672039971", { maxLength: 13 }, "FR48672039971"],
  ["tvaIntracommunautaire", "FR48672039971", { hint: "FR 00 000 000 000" }, "FR 48 672 039 971"],
  ["tvaIntracommunautaire", "FR48672039971", { maxLength: 11 }, "(tooLong)"],
  ["iban", "FR7630006000011234567890189", { hint: "FR76 3000 6000" }, "FR76 3000 6000 0112 3456 7890 189"],
  ["iban", "FR7630006000011234567890189", { part: { from: 4, to: 8 }, maxLength: 4 }, "3000"],
  ["codePostal", "01000", { type: "number" }, "01000"],
  ["raisonSociale", "Une raison sociale", { maxLength: 5 }, "(tooLong)"],
  ["raisonSociale", "Une raison sociale", { maxLength: 18 }, "Une raison sociale"],
]);

check("dates", [
  ["dateCreation", "2020-02-05", {}, "05/02/2020"],
  ["dateCreation", "2020-02-05", { type: "date" }, "2020-02-05"],
  ["dateCreation", "2020-02-05", { type: "month" }, "2020-02"],
  ["dateCreation", "2020-02-05", { hint: "jj-mm-aaaa" }, "05-02-2020"],
  ["dateCreation", "2020-02-05", { hint: "AAAA-MM-JJ" }, "2020-02-05"],
  ["dateCreation", "2020-02-05", { hint: "mm/dd/yyyy" }, "02/05/2020"],
  ["dateCreation", "2020-02-05", { hint: "exemple : 31.12.2019" }, "05.02.2020"],
  ["dateCreation", "2020-02-05", { hint: "mm/yyyy" }, "02/2020"],
  ["dateCreation", "2020-02-05", { maxLength: 7 }, "02/2020"],
  ["dateCreation", "2020-02-05", { maxLength: 4 }, "2020"],
  ["dateCreation", "2020-02-05", { hint: "Année de création" }, "2020"],
  ["dateCreation", "2020-02-05", { hint: "Année de création", type: "number" }, "2020"],
  ["dateCreation", "2020-02-05", { hint: "Date de création", type: "number" }, "(format)"],
  ["dateCreation", "2020-02-05", { maxLength: 8 }, "(tooLong)"],
  ["dateCreation", "2020-02-05", { maxLength: 8, hint: "jjmmaaaa" }, "05022020"],
  ["dateCreation", "2020-02-05", { pattern: "\\d{2}-\\d{2}-\\d{4}" }, "05-02-2020"],
  ["dateCreation", "2020-02-05", { part: { piece: "day" } }, "05"],
  ["dateCreation", "2020-02-05", { part: { piece: "day" }, maxLength: 1 }, "5"],
  ["dateCreation", "2020-12-05", { part: { piece: "month" }, maxLength: 2 }, "12"],
  ["dateCreation", "2020-02-05", { part: { piece: "year" } }, "2020"],
  ["dirigeantDateNaissance", "1975-05", { hint: "mm/aaaa" }, "05/1975"],
  ["dirigeantDateNaissance", "1975-05", { type: "month" }, "1975-05"],
  ["dirigeantDateNaissance", "1975-05", { type: "date" }, "(format)"],
  ["dirigeantDateNaissance", "1975-05", { hint: "jj/mm/aaaa" }, "(format)"],
  ["dirigeantDateNaissance", "1975-05", {}, "(format)"],
  ["dirigeantDateNaissance", "1975-05", { part: { piece: "day" } }, "(format)"],
  ["exerciceAnneeN1", "2025", { type: "number" }, "2025"],
  ["exerciceAnneeN1", "2025", { type: "date" }, "(format)"],
]);

check("amounts and numbers", [
  ["chiffreAffairesN1", 1234567, {}, "1234567"],
  ["chiffreAffairesN1", 1234567, { type: "number" }, "1234567"],
  ["chiffreAffairesN1", 1234567, { hint: "ex : 1 000 000" }, "1 234 567"],
  ["chiffreAffairesN1", 1234567, { type: "textarea" }, "1 234 567"],
  ["chiffreAffairesN1", 1234567, { type: "number", hint: "ex : 1 000 000" }, "1234567"],
  ["chiffreAffairesN1", 1234567, { unit: "kEUR" }, "1235"],
  ["chiffreAffairesN1", 1234567, { unit: "kEUR", type: "number" }, "1235"],
  ["chiffreAffairesN1", 1400, { unit: "kEUR" }, "1,4"],
  ["chiffreAffairesN1", 1400, { unit: "kEUR", type: "number" }, "(format)"],
  ["chiffreAffairesN1", 1400, { unit: "kEUR", type: "number", step: "0.1" }, "1.4"],
  ["chiffreAffairesN1", 1234567, { unit: "MEUR" }, "1,235"],
  ["chiffreAffairesN1", 1234567, { unit: "MEUR", type: "number" }, "(format)"],
  ["chiffreAffairesN1", 1234567, { unit: "MEUR", type: "number", step: "any" }, "1.235"],
  ["chiffreAffairesN1", 2000000, { unit: "MEUR", type: "number" }, "2"],
  ["chiffreAffairesN1", 1234567, { maxLength: 5 }, "(tooLong)"],
  ["chiffreAffairesN1", 1234567, { type: "number", max: "1000" }, "(format)"],
  ["capitalSocial", 50000.5, {}, "50000,5"],
  ["capitalSocial", 50000.5, { type: "number" }, "50001"],
  ["capitalSocial", 50000.5, { type: "number", step: "0.01" }, "50000.5"],
  ["capitalSocial", 50000.5, { pattern: "[0-9]*" }, "50001"],
  ["capitalSocial", 0, {}, "0"],
  ["resultatNet", -12345, { type: "textarea" }, "-12 345"],
  ["resultatNet", -12345, { type: "number", min: "0" }, "(format)"],
  ["chiffreAffairesPart", 12.5, {}, "12,5"],
  ["chiffreAffairesPart", 12.5, { type: "number" }, "(format)"],
  ["effectifMoyenN1", 12, { type: "number" }, "12"],
  ["chiffreAffairesN1", Number.NaN, {}, "(format)"],
  ["chiffreAffairesN1", "beaucoup", {}, "(format)"],
]);

check("telephones", [
  ["contactTelephone", "+33 1 23 45 67 89", {}, "0123456789"],
  ["contactTelephone", "01.23.45.67.89", { hint: "sans espace. Ex : +33140506070 ou 0140506070" }, "0123456789"],
  ["contactTelephone", "0123456789", { hint: "Format attendu : +33 1 22 33 44 55" }, "+33 1 23 45 67 89"],
  ["contactTelephone", "0123456789", { hint: "Format attendu : +33122334455" }, "+33123456789"],
  ["contactTelephone", "0123456789", { hint: "01 22 33 44 55" }, "01 23 45 67 89"],
  ["contactTelephone", "0123456789", { hint: "01.22.33.44.55" }, "01.23.45.67.89"],
  ["contactTelephone", "+33 (0)1 23 45 67 89", { pattern: "\\d{10}" }, "0123456789"],
  ["contactTelephone", "0123456789", { pattern: "\\+33\\d{9}" }, "+33123456789"],
  ["contactTelephone", "0123456789", { maxLength: 14, hint: "+33 1 22 33 44 55" }, "0123456789"],
  ["contactTelephone", "+32 2 123 45 67", {}, "+3221234567"],
  ["contactTelephone", "01 23 45 67 89 poste 12", {}, "01 23 45 67 89 poste 12"],
  ["contactTelephone", "01 23 45 67 89 poste 12", { pattern: "\\d*" }, "(format)"],
  ["contactTelephone", "0123456789", { part: { from: 2, to: 4 }, maxLength: 2 }, "23"],
  ["contactTelephone", "+33123456789", { part: { piece: "countryCode" } }, "+33"],
  ["contactTelephone", "+3221234567", { part: { piece: "countryCode" } }, "(format)"],
]);

check("words", [
  ["pays", "FR", {}, "France"],
  ["pays", "BE", {}, "Belgique"],
  ["pays", "FR", { maxLength: 2 }, "FR"],
  ["pays", "FR", { maxLength: 3 }, "FRA"],
  ["pays", "FR", { hint: "Code pays" }, "FR"],
  ["departement", "69", {}, "Rhône"],
  ["departement", "2A", { maxLength: 3 }, "2A"],
  ["departement", "69", { hint: "N° du département" }, "69"],
  ["contactCivilite", "Mme", {}, "Madame"],
  ["contactCivilite", "M", { maxLength: 2 }, "M."],
  ["formeJuridique", "SAS, société par actions simplifiée", { maxLength: 10 }, "SAS"],
  ["formeJuridique", "SARL coopérative ouvrière de production (SCOP)", { maxLength: 10 }, "(tooLong)"],
  ["estPme", true, {}, "Oui"],
  ["statutEss", false, {}, "Non"],
  ["adresseComplete", "3 rue des Lilas\n69001 Lyon", {}, "3 rue des Lilas, 69001 Lyon"],
  ["adresseComplete", "3 rue des Lilas\n69001 Lyon", { type: "textarea" }, "3 rue des Lilas\n69001 Lyon"],
  ["siteWeb", "https://exemple.fr", { type: "url" }, "https://exemple.fr"],
  ["contactEmail", "a@b.fr", { minLength: 10 }, "(format)"],
  ["raisonSociale", "Éts Lilas", { pattern: "[" }, "Éts Lilas"],
]);
