/** The limits that a page writes beside an upload slot; an unclear text gives no limit. */
import { expect, test } from "vitest";
import { limitsSaid } from "../../src/domain/slot-limits.ts";

test.each([
  ["Taille maximale : 10 Mo", 10_000_000],
  ["Poids max. 2,5 Mo par fichier", 2_500_000],
  ["Le fichier ne doit pas dépasser 500 Ko", 500_000],
  ["Files up to 1 GB", 1_000_000_000],
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
