/** Tables drawn with spaces. */
import { expect, test } from "vitest";
import { cellOf, columnsOf, fragmentsOf } from "../../src/requirements/columns.ts";
import { requirementsOf } from "../../src/requirements/requirements.ts";
import { segmentsOf } from "../../src/requirements/segments.ts";

const TABLE = [
  "5     Attestations d'assurance décennale et de responsabilité   En cours",
  "      civile                                                    de validité",
  "6     Liste de travaux similaires                               Avec montant",
  "7     Effectifs de l'entreprise                                 Sur trois ans",
];

test("a column is where several lines have a part after another", () => {
  expect(columnsOf(TABLE)).toEqual([64]);
  expect(columnsOf(["Le titulaire   exécute les", "prestations      et en rend", "compte     au maître"])).toEqual([]);
  expect(fragmentsOf("5     Attestations     En cours")).toEqual([
    { column: 0, text: "5" },
    { column: 6, text: "Attestations" },
    { column: 23, text: "En cours" },
  ]);
  expect(cellOf([64], { column: 6, text: "" })).toBe(0);
  expect(cellOf([64], { column: 65, text: "" })).toBe(1);
  expect(cellOf([64], { column: 80, text: "" })).toBeNull();
});

test("a cell that continues below is one text, and no quote crosses cells", () => {
  const [first, ...others] = segmentsOf({ pages: [{ number: 1, lines: TABLE }], lines: "wrapped" });
  expect(first?.text).toBe("5 Attestations d'assurance décennale et de responsabilité civile En cours de validité");
  expect(first?.text.slice(0, first.head)).toBe("5 Attestations d'assurance décennale et de responsabilité civile");
  expect(others.map(({ text }) => text)).toEqual([
    "6 Liste de travaux similaires Avec montant",
    "7 Effectifs de l'entreprise Sur trois ans",
  ]);
});

test("a line across the page ends the table", () => {
  const after = "Les candidats peuvent, s'ils le souhaitent, remettre les documents ci-dessus dans un autre ordre.";
  const segments = segmentsOf({ pages: [{ number: 1, lines: [...TABLE, after] }], lines: "wrapped" });
  expect(segments.at(-1)?.text).toBe(after);
});

test("a substitute in the candidate's own words, or an example, is no demand", () => {
  const asked = (line: string) =>
    requirementsOf({
      pages: [{ number: 1, lines: ["RÈGLEMENT DE LA CONSULTATION", "À l'appui de leur candidature, les candidats produisent :", line] }],
      lines: "blocks",
    }).candidature?.map(({ piece, what }) => what ?? piece) ?? [];
  const services = "- La liste des principaux services des trois dernières années. Ils sont prouvés par des attestations du destinataire";
  expect(asked(`${services} ;`)).toEqual(["references", "attestationsBonneExecution"]);
  expect(asked(`${services} ou, à défaut, par une déclaration du candidat ;`)).toEqual(["references"]);
  expect(asked("- Tout document utile (par exemple : effectifs, moyens matériels) ;")).toEqual([]);
});
