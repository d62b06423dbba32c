/** Properties of the catalogues that a script never reads stay out of it; the rest is untouched. */
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

test("the properties are taken out whole, whatever their values, and nothing else is", () => {
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

test("a catalogue written in another form stops the build", () => {
  expect(() => withoutProperties('    synonyms: ["siret"', ["synonyms"])).toThrow("no end");
});

test("a module that reads what is left out is told apart from one that does not", () => {
  const looksUp = 'import { isFieldKey, fieldOf } from "../domain/fields.ts";\n';
  expect(reads(`${looksUp}const { type, label } = fieldOf(key);`, "label")).toBe(true);
  expect(reads(`${looksUp}return fieldOf(key).label;`, "label")).toBe(true);
  expect(reads(`${looksUp}return fieldOf(key).type;`, "label")).toBe(false);
  // The label of another object, in a module that looks no entry up.
  expect(reads('import type { FieldKey } from "../domain/fields.ts";\ncontrol.label;', "label")).toBe(false);
  expect(reads("for (const word of entry.synonyms) add(word);", "synonyms")).toBe(true);
});
