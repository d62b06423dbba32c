/** Precision and recall of the recognition on the specimens and their variants; the table of the documentation is this one. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { recognise } from "../../src/documents/recognise/recognise.ts";
import type { DocumentText } from "../../src/documents/recognise/stream.ts";
import { pieceOf } from "../../src/domain/pieces.ts";
import type { DateField } from "../../src/domain/validity.ts";
import { EXPECTED, particularsOf } from "./recognise-particulars.ts";
import { FAMILIES, type Specimen, specimenOf } from "./recognise-specimens.ts";
import { randomOf, VARIANTS } from "./recognise-variants.ts";

const SEEDS = 6;

class Tally {
  documents = 0;
  kindSure = 0;
  kindRight = 0;
  kindExpected = 0;
  kindProposed = 0;
  dateSure = 0;
  dateRight = 0;
  dateExpected = 0;
  dateProposed = 0;

  add(specimen: Specimen, variant: string, seed: number, layer?: DocumentText["layer"]): void {
    const change = VARIANTS[variant];
    if (change === undefined) throw new Error(variant);
    const text = change(specimen.pages, randomOf(seed + 1));
    const read = recognise(layer === undefined ? text : { ...text, layer }, EXPECTED);
    this.documents += 1;
    if (specimen.kind !== null) this.kindExpected += 1;
    if (read.kind?.confidence === "sure") {
      this.kindSure += 1;
      if (read.kind.value === specimen.kind) this.kindRight += 1;
    } else if (specimen.kind !== null && read.kind?.value === specimen.kind) this.kindProposed += 1;
    if (specimen.kind === null) return;
    for (const [field, it] of Object.entries(read.dates)) {
      const right = it.value === specimen.dates[field as DateField];
      if (it.confidence === "sure") {
        this.dateSure += 1;
        if (right) this.dateRight += 1;
      } else if (right) this.dateProposed += 1;
    }
    this.dateExpected += Object.keys(specimen.dates).length;
  }

  row(title: string): string {
    const percent = (part: number, whole: number) => (whole === 0 ? "–" : `${Math.round((100 * part) / whole)} %`);
    const cells = [
      this.documents,
      percent(this.kindRight, this.kindSure),
      percent(this.kindRight, this.kindExpected),
      percent(this.kindProposed, this.kindExpected),
      percent(this.dateRight, this.dateSure),
      percent(this.dateRight, this.dateExpected),
      percent(this.dateProposed, this.dateExpected),
      this.dateSure - this.dateRight,
    ];
    return `| ${title} | ${cells.join(" | ")} |`;
  }
}

const HEAD = [
  "| documents | nature : précision | nature : rappel | nature juste, à confirmer | dates : précision | dates : rappel | dates justes, à confirmer | dates fausses admises |",
  "|---|---|---|---|---|---|---|---|",
];

function table(first: string, tallies: ReadonlyMap<string, Tally>): string {
  const [head = "", rule = ""] = HEAD;
  return [`| ${first} ${head}`, `|---${rule}`, ...[...tallies].map(([title, tally]) => tally.row(title))].join("\n");
}

function tallied(tallies: Map<string, Tally>, title: string): Tally {
  const tally = tallies.get(title) ?? new Tally();
  tallies.set(title, tally);
  return tally;
}

test("the documentation's table is the measured one, and shows no wrong date", () => {
  const byVariant = new Map<string, Tally>();
  const byKind = new Map<string, Tally>();
  const unflagged = new Map<string, Tally>();
  for (const variant of Object.keys(VARIANTS)) {
    for (const family of Object.keys(FAMILIES)) {
      for (let seed = 1; seed <= SEEDS; seed++) {
        const specimen = specimenOf(family, particularsOf(seed));
        tallied(byVariant, variant).add(specimen, variant, seed);
        if (variant.startsWith("lecture optique"))
          tallied(unflagged, `${variant}, que le fichier ne montre pas`).add(specimen, variant, seed, "printed");
        else tallied(byKind, specimen.kind === null ? "hors catalogue" : pieceOf(specimen.kind).label).add(specimen, variant, seed);
      }
    }
  }
  for (const tally of [...byVariant.values(), ...byKind.values()]) expect(tally.dateSure - tally.dateRight).toBe(0);
  const docs = readFileSync("docs/coffre.md", "utf8");
  expect(docs).toContain(table("variante", byVariant));
  expect(docs).toContain(table("pièce", byKind));
  expect(docs).toContain(table("limite connue", unflagged));
});
