/** A company is identified by what a bidder pastes from a company extract, an invoice or a mail. */
import { expect, test } from "vitest";
import { companyQueryOf, searchOf } from "../../src/domain/company-query.ts";

const SIRET = "99990000400014";
const SIREN = "999900004";

test.each([
  "99990000400014",
  "999 900 004 00014",
  "SIRET : 999 900 004 00014",
  "n° 999.900.004.00014 RCS Brécourt",
  "999900004 00014\n",
  "999\u00a0900\u00a0004\u202f00014",
  "SIREN 999 900 004, SIRET 999 900 004 00014",
])("%j holds the SIRET", (text) => {
  expect(companyQueryOf(text)).toEqual({ kind: "sirets", sirets: [SIRET] });
});

test("several SIRETs are all offered", () => {
  const text = "Siège 90000001900019, agence 90000002700012";
  expect(companyQueryOf(text)).toEqual({ kind: "sirets", sirets: ["90000001900019", "90000002700012"] });
});

test.each(["999900004", "999 900 004", "R.C.S. Brécourt 999 900 004", "FR50999900004", "TVA : FR 50 999 900 004"])(
  "%j holds a SIREN, which is searched",
  (text) => {
    const query = companyQueryOf(text);
    expect(query).toEqual({ kind: "siren", siren: SIREN });
    expect(searchOf(query)).toBe(SIREN);
  },
);

test.each([
  ["BE0123456789", "BE"],
  ["DE 811 569 869", "DE"],
  ["nl 1234 5678 9B01", "NL"],
])("%j holds a VAT number of another State", (text, state) => {
  expect(companyQueryOf(text)).toEqual({ kind: "foreign", state });
});

test("a VAT number whose key is wrong identifies no company", () => {
  expect(companyQueryOf("FR12999900004")).toEqual({ kind: "wrong", problem: "tva.key" });
});

test("a name is searched from three letters on, even when it holds digits", () => {
  expect(searchOf(companyQueryOf("LU"))).toBeNull();
  expect(searchOf(companyQueryOf("  lumi "))).toBe("lumi");
  expect(searchOf(companyQueryOf("3M France"))).toBe("3M France");
  expect(searchOf(companyQueryOf("Degré 2000"))).toBe("Degré 2000");
});

test("the digits of an incomplete number are counted, a mistake in a complete one is told, and none is corrected", () => {
  expect(companyQueryOf("")).toEqual({ kind: "empty" });
  expect(companyQueryOf("999 900")).toEqual({ kind: "typing", digits: 6 });
  expect(companyQueryOf("9999000040001")).toEqual({ kind: "typing", digits: 13 });
  // Otherwise the head office would be offered instead of the establishment being typed.
  expect(companyQueryOf("999 900 004 0001")).toEqual({ kind: "typing", digits: 13 });
  expect(companyQueryOf("999 900 004 0")).toEqual({ kind: "typing", digits: 10 });
  expect(companyQueryOf("SIRET : 999 900 004 0001").kind).toBe("wrong");
  expect(companyQueryOf("99990000400015")).toEqual({ kind: "wrong", problem: "siret.key" });
  expect(companyQueryOf("SIRET 99990000400015")).toEqual({ kind: "wrong", problem: "siret.key" });
  expect(companyQueryOf("9999O000400014")).toEqual({ kind: "wrong", problem: "siret.notDigits" });
  expect(companyQueryOf("999900004000141")).toEqual({ kind: "wrong", problem: "siret.length" });
});
