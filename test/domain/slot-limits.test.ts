/** The limits that a page writes beside an upload slot; an unclear text gives no limit. */
import { expect, test } from "vitest";
import { depositSizeSaid, limitsSaid } from "../../src/domain/slot-limits.ts";

test.each([
  ["Taille maximale : 10 Mo", 10_000_000],
  ["Poids max. 2,5 Mo par fichier", 2_500_000],
  ["Le fichier ne doit pas dépasser 500 Ko", 500_000],
  ["Files up to 1 GB", 1_000_000_000],
  ["100 Mo au plus. Formats : pdf, jpg, png, zip.", 100_000_000],
])("%s", (said, bytes) => {
  expect(limitsSaid(["Attestation de vigilance", said]).maxSize).toEqual({ bytes, said });
});

test.each([
  "Taille totale maximale : 1 Go",
  "10 Mo maximum par fichier, 100 Mo au plus pour le pli",
  "Taille conseillée : 10 Mo",
  "Au plus 10 mois",
])("no size is read in: %s", (said) => {
  expect(limitsSaid([said]).maxSize).toBeUndefined();
});

test.each([
  ["PDF, JPG uniquement", ".jpeg,.jpg,.pdf"],
  ["Formats acceptés : pdf, docx, zip.", ".docx,.pdf,.zip"],
  ["Au format PDF, 10 Mo max", ".pdf"],
])("%s", (said, accept) => {
  expect(limitsSaid([said]).accept).toBe(accept);
});

test.each([
  "PDF de préférence, format libre",
  "Formats : PDF, images",
  "Extensions refusées : zip, rar",
  "Attestation (PDF)",
  "Formats : PDF, etc.",
])("no format is read in: %s", (said) => {
  expect(limitsSaid([said]).accept).toBeUndefined();
});

test("two texts that contradict each other give no limit", () => {
  expect(limitsSaid(["Taille max : 10 Mo", "5 Mo maximum", "PDF uniquement", "ZIP uniquement"])).toEqual({});
});

test.each([
  ["* Saisie obligatoire. Taille du pli : 200 Mo au plus.", 200_000_000, "Taille du pli : 200 Mo au plus."],
  ["L'ensemble de vos fichiers ne doit pas dépasser 1,5 Go", 1_500_000_000, "L'ensemble de vos fichiers ne doit pas dépasser 1,5 Go"],
  ["Poids total maximum : 50 Mo", 50_000_000, "Poids total maximum : 50 Mo"],
  ["Your whole submission may be up to 300 MB", 300_000_000, "Your whole submission may be up to 300 MB"],
])("of the whole deposit: %s", (text, bytes, said) => {
  expect(depositSizeSaid(["Déposer votre pli", text, "Taille maximale : 10 Mo"])).toEqual({ bytes, said });
});

test.each([
  "Taille maximale : 10 Mo",
  "Chaque pièce de votre réponse : 10 Mo au plus",
  "Le dépôt accepte 20 Mo au maximum par fichier",
  "10 Mo maximum par fichier, 100 Mo au plus pour le pli",
  "Les réservoirs contiennent 200 l au plus ; le pli est à déposer en ligne",
])("nothing of the whole deposit is read in: %s", (text) => {
  expect(depositSizeSaid([text])).toBeNull();
});

test("two weights of the whole deposit give none", () => {
  expect(depositSizeSaid(["Pli : 200 Mo au plus", "Le dépôt est limité à 1 Go"])).toBeNull();
});
