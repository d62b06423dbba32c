/** What a script never reads of the catalogues stays out of it; the rest is untouched. */
import { expect, test } from "vitest";
import { reads, withoutProperties } from "../../scripts/unread.ts";

const CATALOGUE = `export const FIELDS = {
  siret: {
    label: "SIRET",
    synonyms: ["siret", "numero, ou \\"siret\\""],
    format: /^\\d{14}$/,
  },
  piece: {
    label: "Pièce",
    synonyms: [
      ...COMMON,
      "l'autre (pièce)",
    ],
    obtainAt: { label: "Là, ou ailleurs", url: "https://la.example" },
    type: "text",
  },
  short: { label: "Court", synonyms: ["court"], type: "text" },
  last: { label: "Fin", synonyms: ["fin"] },
};
`;

test("the properties go whole, whatever their values, and nothing else does", () => {
  expect(withoutProperties(CATALOGUE, ["synonyms", "obtainAt"])).toBe(`export const FIELDS = {
  siret: {
    label: "SIRET",
    
    format: /^\\d{14}$/,
  },
  piece: {
    label: "Pièce",
    
    
    type: "text",
  },
  short: { label: "Court",  type: "text" },
  last: { label: "Fin", },
};
`);
});

test("a catalogue that is written otherwise stops the build", () => {
  expect(() => withoutProperties('    synonyms: ["siret"', ["synonyms"])).toThrow("no end");
});

test("a module that reads what is left out is told from one that does not", () => {
  const looksUp = 'import { isFieldKey, fieldOf } from "../domain/fields.ts";\n';
  expect(reads(`${looksUp}const { type, label } = fieldOf(key);`, "label")).toBe(true);
  expect(reads(`${looksUp}return fieldOf(key).label;`, "label")).toBe(true);
  expect(reads(`${looksUp}return fieldOf(key).type;`, "label")).toBe(false);
  // Another thing's label, where no entry is looked up.
  expect(reads('import type { FieldKey } from "../domain/fields.ts";\ncontrol.label;', "label")).toBe(false);
  expect(reads("for (const word of entry.synonyms) add(word);", "synonyms")).toBe(true);
});
