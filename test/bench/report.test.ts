/** The figures as they are gathered from what the measurements print, and as the docs keep them. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { curvesOf, numberOf, pageOf, svgOf, tablesOf } from "../../scripts/bench-report.ts";

const PRINTED = `Deux cœurs, au repos

| pages | outil | processeur (s) |
|---|---|---|
| 100 | Pli prêt | 1.20 |
| 10 | Pli prêt | 0,40 |
| 100 | qpdf | 0.50 |

quelques mots

| ouvertures | médiane |
|---|---|
| première image (ms) | 164 |
`;
const FIGURES = [{ measure: "documents", title: "Fusion", seconds: 3, tables: tablesOf(PRINTED) }];

describe("the figures of the bench", () => {
  test("every measure that the docs keep holds figures", () => {
    const kept = JSON.parse(readFileSync(new URL("../../docs/figures/figures.json", import.meta.url), "utf8")) as {
      figures: typeof FIGURES;
    };
    expect(kept.figures.length).toBeGreaterThan(10);
    expect(kept.figures.filter(({ tables }) => !tables.some(({ rows }) => rows.length > 0)).map(({ title }) => title)).toEqual([]);
  });

  test("every table that is printed is found, and nothing else", () => {
    expect(tablesOf(PRINTED)).toEqual([
      {
        columns: ["pages", "outil", "processeur (s)"],
        rows: [
          ["100", "Pli prêt", "1.20"],
          ["10", "Pli prêt", "0,40"],
          ["100", "qpdf", "0.50"],
        ],
      },
      { columns: ["ouvertures", "médiane"], rows: [["première image (ms)", "164"]] },
    ]);
    expect(tablesOf("rien à lire")).toEqual([]);
  });

  test("a number is read as the tables write it", () => {
    expect(["12,5 ms", "1 048 éléments", "× 3.2", "-", "0"].map(numberOf)).toEqual([12.5, 1048, 3.2, null, 0]);
  });

  test("a curve follows one tool from the smallest to the largest", () => {
    const curves = curvesOf({ file: "f", title: "t", measure: "documents", x: "pages", y: ["processeur (s)"], by: "outil" }, FIGURES);
    expect(curves).toEqual([
      {
        name: "Pli prêt",
        points: [
          [10, 0.4],
          [100, 1.2],
        ],
      },
      { name: "qpdf", points: [[100, 0.5]] },
    ]);
    expect(curvesOf({ file: "f", title: "t", measure: "reading", x: "pages", y: ["processeur (s)"] }, FIGURES)).toEqual([]);
  });

  test("the picture of a curve holds one point for each figure, and escapes the names", () => {
    const svg = svgOf("Temps & mémoire", "pages", [
      {
        name: "<qpdf>",
        points: [
          [1, 1],
          [2, 4],
        ],
      },
    ]);
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg).toContain("Temps &amp; mémoire");
    expect(svg).not.toContain("<qpdf>");
  });

  test("the page tells every measure", () => {
    expect(pageOf("Deux cœurs", FIGURES)).toContain(
      "## Fusion\n\n| pages | outil | processeur (s) |\n| --- | --- | --- |\n| 100 | Pli prêt | 1.20 |",
    );
  });
});
