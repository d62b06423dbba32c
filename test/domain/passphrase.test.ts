/** The strength of a passphrase, shown before it is accepted. */
import { expect, test } from "vitest";
import { strengthOf } from "../../src/domain/passphrase.ts";

const KNOWN = ["913456786", "VERNEUIL TOITURES"];

test.each([
  "",
  "aaaaaaaaaaaa",
  "abababababab",
  "abcdefghijkl",
  "123456789012",
  "azertyuiop123",
  "91345678600012",
  "913 456 786",
  "Verneuil2026!",
  "Verneuil Toitures 2026",
  "MotDePasse2026",
  "motdepasse motdepasse motdepasse",
  "candidature marché",
])("« %s » is too easy to guess", (passphrase) => {
  expect(strengthOf(passphrase, KNOWN)).toBe("weak");
});

test.each(["trois petits plis prêts", "menthe galaxie octroi 5817"])("« %s » resists for a while", (passphrase) => {
  expect(strengthOf(passphrase, KNOWN)).toBe("fair");
});

test.each(["menthe abrasif galaxie pelouse octroi", "kX9#vQ2!mZ7$pL4&", "le merle du voisin chante faux au printemps"])(
  "« %s » is strong",
  (passphrase) => {
    expect(strengthOf(passphrase, KNOWN)).toBe("strong");
  },
);
