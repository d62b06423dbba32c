import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digitsOf, formatSiret, isSiren, isSiret, nicOf, sirenOf, siretProblem, siretsIn, tvaOf } from "../../src/domain/siret.ts";

/** Completes thirteen digits with the Luhn key. */
function withKey(digits: string): string {
  const key = [...Array(10).keys()].find((candidate) => luhn(`${digits}${candidate}`));
  return `${digits}${key}`;
}
function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
const someSiret = fc
  .tuple(fc.stringMatching(/^[1-9]\d{7}$/), fc.stringMatching(/^\d{4}$/))
  .map(([company, establishment]) => withKey(`${withKey(company)}${establishment}`));

describe("SIRET", () => {
  test("accepts a valid key and nothing else", () => {
    fc.assert(
      fc.property(someSiret, fc.integer({ min: 1, max: 9 }), (siret, shift) => {
        expect(isSiret(siret)).toBe(true);
        const wrong = siret.slice(0, 13) + ((Number(siret[13]) + shift) % 10);
        if (!siret.startsWith("356000000")) expect(isSiret(wrong)).toBe(false);
      }),
    );
  });

  test("a valid key over an impossible SIREN makes no SIRET", () => {
    expect(isSiren("732829321")).toBe(false);
    expect(isSiret("73282932100007")).toBe(false);
    fc.assert(fc.property(fc.stringMatching(/^[1-9]\d{12}$/).map(withKey), (siret) => isSiret(siret) === isSiren(siret.slice(0, 9))));
  });

  test("accepts La Poste's exception: digits that sum to a multiple of five", () => {
    expect(isSiret("35600000000048")).toBe(true);
    expect(isSiret("35600000049837")).toBe(true);
    expect(isSiret("35600000049838")).toBe(false);
  });

  test("says why a typed SIRET cannot be used", () => {
    expect(siretProblem(" ")).toBe("siret.empty");
    expect(siretProblem("bonjour")).toBe("siret.notDigits");
    expect(siretProblem("123 456 789")).toBe("siret.length");
    expect(siretProblem("12345678901234")).toBe("siret.key");
    expect(siretProblem("356 000 000 00048")).toBeNull();
  });

  test("is split, shown and found whatever people type between digits", () => {
    fc.assert(
      fc.property(someSiret, fc.constantFrom(" ", "\u00a0", "\u202f", ""), (siret, space) => {
        const shown = formatSiret(siret).replaceAll(" ", space);
        expect(digitsOf(shown)).toBe(siret);
        expect(sirenOf(siret) + nicOf(siret)).toBe(siret);
        expect(siretsIn(`SIRET : ${shown}, à jour.`)).toEqual([siret]);
      }),
    );
  });

  test("is not found inside longer numbers", () => {
    expect(siretsIn("FR7635600000000048000000000")).toEqual([]);
  });

  test("gives the VAT number of its company", () => {
    expect(tvaOf("672039971")).toBe("FR48672039971");
    expect(isSiren("672039971")).toBe(true);
    expect(isSiren("000000000")).toBe(false);
  });
});
