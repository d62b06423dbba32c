import { expect, test } from "vitest";
import type { ComparedField } from "../../src/domain/account.ts";
import { isSameValue, type Sameness } from "../../src/dossier/same-value.ts";

const IBAN = "FR7630006000011234567890189";
const PHONE = "0123456789";

test.each<[ComparedField, held: string, known: string, same: Sameness]>([
  ["contactTelephone", "33123456789", PHONE, true],
  ["contactTelephone", "+33 (0) 1.23.45.67.89", PHONE, true],
  ["contactTelephone", "01 23 45 67 89, poste 12", PHONE, true],
  ["contactTelephone", "06 12 34 56 78 / 01 23 45 67 89", PHONE, true],
  ["contactTelephone", "06 12 34 56 78 / 01 23 45 67 88", PHONE, false],
  ["contactTelephone", "01 23 ** ** 89", PHONE, null],
  ["contactTelephone", "01 XX XX XX 89", PHONE, null],
  ["contactTelephone", "+262 262 12 34 56", "0262123456", true],
  ["contactTelephone", "00596 696 12 34 56", "0696123456", true],
  ["contactTelephone", "+687 27 12 34", "271234", true],
  ["contactTelephone", "0032 2 123 45 67", "+3221234567", true],
  ["contactTelephone", "+49 (0) 30 123456", "+4930123456", true],
  ["contactTelephone", "+41 1 234 567 89", PHONE, false],
  ["iban", "IBAN FR76 3000 6000 0112 3456 7890 189", IBAN, true],
  ["iban", "30006 00001 12345678901 89", IBAN, true],
  ["iban", "30006 00001 12345678902 86", IBAN, false],
  ["iban", "FR76 3000 6000 0112 3456 7890 18", IBAN, false],
  ["iban", "FR76...0189", IBAN, null],
  ["iban", "FR76 … 0189", IBAN, null],
  ["iban", "•0189", IBAN, null],
  ["iban", "0189", IBAN, null],
  ["iban", "FR76 ---- ---- ---- ---- ---- 189", IBAN, null],
  ["iban", "FR76 #### #### 0189", IBAN, null],
  ["iban", "FR76 xxx xxx 189", IBAN, null],
  ["iban", "FR76 XXXX XXXX XXXX XXXX XXXX 189", IBAN, null],
  ["iban", "FR76 ▪▪▪▪ 0189", IBAN, null],
  ["iban", "compte se terminant par 0189", IBAN, null],
  ["siren", "913 456 786 00015", "913456786", true],
  ["siren", "900 000 019 00015", "913456786", false],
  ["codeNaf", "43.91A - Travaux de charpente", "43.91A", true],
  ["codeNaf", "4391A Travaux de charpente", "43.91A", true],
  ["codeNaf", "43.99C - Travaux de maçonnerie", "43.91A", false],
  ["capitalSocial", "€ 10’000", "10000", true],
  ["dateCreation", "01-03-2019", "2019-03-01", true],
  ["dateCreation", "1er mars 2019", "2019-03-01", true],
  ["dateCreation", "2019-03-01T00:00:00", "2019-03-01", true],
  ["dateCreation", "01/03/19", "2019-03-01", null],
  ["codePostal", "F-69003", "69003", true],
  ["codePostal", "69003 LYON", "69003", true],
  ["codePostal", "69004 LYON", "69003", false],
  ["raisonSociale", "DUPONT SAS au capital de 10 000 euros", "DUPONT", true],
  ["raisonSociale", "Dupont + Frs", "DUPONT ET FRERES", true],
  ["raisonSociale", "Entreprise individuelle Martin", "MARTIN", true],
  ["raisonSociale", "Jean Martin", "MARTIN JEAN", true],
  ["raisonSociale", "Groupe Dupont", "DUPONT", false],
])("%s: %s / %s : %s", (field, held, known, same) => {
  expect(isSameValue(field, held, known)).toBe(same);
});
