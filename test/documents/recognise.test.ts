import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Recognition } from "../../src/documents/recognise/reading.ts";
import { draftOf, recognise } from "../../src/documents/recognise/recognise.ts";
import { present } from "../../src/domain/present.ts";
import { type DateField, validityOf } from "../../src/domain/validity.ts";
import { EXPECTED, NAMES, OTHER, particularsOf, SIREN, TODAY } from "./recognise-particulars.ts";
import { FAMILIES, type Specimen, specimenOf } from "./recognise-specimens.ts";
import { randomOf, VARIANTS } from "./recognise-variants.ts";

const families = Object.keys(FAMILIES);
const variants = Object.keys(VARIANTS);

function readingOf(specimen: Specimen, variant: string, seed: number): Recognition {
  const change = VARIANTS[variant];
  if (change === undefined) throw new Error(variant);
  return recognise(change(specimen.pages, randomOf(seed + 1)), EXPECTED);
}

/** Wrong dates and kinds that were taken without asking. */
function silentErrors(specimen: Specimen, read: Recognition): string[] {
  const wrong = Object.entries(read.dates).filter(
    ([field, it]) => it.confidence === "sure" && specimen.kind !== null && it.value !== specimen.dates[field as DateField],
  );
  const kind = read.kind?.confidence === "sure" && read.kind.value !== specimen.kind ? [`kind ${read.kind.value}`] : [];
  return [...kind, ...wrong.map(([field, it]) => `${field} ${it.value} « ${it.evidence.text} »`)];
}

describe("each family, as it is written", () => {
  test.each(families)("%s", (family) => {
    for (let seed = 1; seed <= 12; seed++) {
      const specimen = specimenOf(family, particularsOf(seed));
      const read = readingOf(specimen, "tel quel", seed);
      const where = `${family} ${seed} ${JSON.stringify(read)}`;
      if (specimen.kind === null) {
        expect(read.kind?.confidence ?? "unsure", where).toBe("unsure");
        expect(draftOf(read), where).toMatchObject({ kind: "autre", confirmed: false });
        continue;
      }
      expect(read.kind, where).toMatchObject({ value: specimen.kind, confidence: "sure" });
      expect(read.asks, where).toEqual([]);
      expect(Object.fromEntries(Object.entries(read.dates).map(([field, it]) => [field, it.value])), where).toEqual(specimen.dates);
      expect(read.securityCode?.value, where).toBe(specimen.securityCode);
      expect(draftOf(read), where).toMatchObject({ kind: specimen.kind, confirmed: true, ...specimen.dates });
    }
  });
});

test("no wrong kind or date is ever taken without asking, whatever happens to the text", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...families),
      fc.constantFrom(...variants),
      fc.integer({ min: 1, max: 1_000_000 }),
      (family, variant, seed) => {
        const specimen = specimenOf(family, particularsOf(seed));
        expect(silentErrors(specimen, readingOf(specimen, variant, seed))).toEqual([]);
      },
    ),
    { numRuns: 3000 },
  );
});

test("a date that is not sure is asked, with what was read as a proposal", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...families),
      fc.constantFrom(...variants),
      fc.integer({ min: 1, max: 1_000_000 }),
      (family, variant, seed) => {
        const read = readingOf(specimenOf(family, particularsOf(seed)), variant, seed);
        for (const [field, it] of Object.entries(read.dates)) {
          if (it.confidence === "unsure") expect(read.asks.map(({ about }) => about)).toContain(field);
        }
        if (read.asks.length > 0) expect(draftOf(read).confirmed).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test("a document taken without asking is judged by its date: valid, then about to end, then over", () => {
  const { pages } = specimenOf("vigilance, une page", particularsOf(5));
  const dated = pages.map((lines) => lines.map((line) => (line.startsWith("à la date du") ? "à la date du 31/10/2026" : line)));
  const undated = dated.map((lines) => lines.filter((line) => !line.startsWith("Délivrée")));
  const draft = draftOf(recognise({ pages: undated, layer: "printed" }, EXPECTED));
  expect(draft).toMatchObject({ confirmed: true, validFrom: "2026-10-31", validityBasis: "computed" });
  expect(validityOf(draft, TODAY)).toMatchObject({ status: "valid", until: "2027-04-30" });
  expect(validityOf(draft, "2027-04-20")).toMatchObject({ status: "expiringSoon" });
  expect(validityOf(draft, "2027-05-01")).toMatchObject({ status: "expired" });
});

describe("whose document it is", () => {
  test.each(families.filter((family) => !family.startsWith("autre") && family !== "mémoire technique"))(
    "%s of another company is flagged or asked, never taken",
    (family) => {
      const read = readingOf(specimenOf(family, particularsOf(7, OTHER)), "tel quel", 7);
      expect(read.asks.map(({ about }) => about)).toContain("company");
      expect(draftOf(read).confirmed).toBe(false);
    },
  );

  test("a vigilance of another company is flagged with its SIREN", () => {
    const read = readingOf(specimenOf("vigilance, une page", particularsOf(7, OTHER)), "tel quel", 7);
    expect(draftOf(read).otherSiren).toBe(OTHER);
    expect(read.asks).toMatchObject([{ about: "company", why: "otherCompany" }]);
  });

  const insurance = (insured: string, ...more: string[]) => [
    "ATTESTATION D'ASSURANCE",
    "Responsabilité civile professionnelle",
    `Nous attestons que ${insured} est titulaire du contrat n° 55 120 774`,
    "Attestation valable pour la période du 01/01/2026 au 31/12/2026",
    ...more,
  ];
  const owned = (lines: readonly string[], names?: readonly string[]) =>
    recognise({ pages: [lines], layer: "printed" }, { siren: SIREN, today: TODAY, ...present({ names }) }).asks;

  test("without a number, the company's name says whose it is, with or without its legal form", () => {
    expect(owned(insurance("ELAN BATI"), ["SARL Élan Bâti"])).toEqual([]);
    expect(owned(insurance("Élan Bâti S.A.R.L."), ["ELAN BATI"])).toEqual([]);
    expect(owned(insurance("Menuiseries Ozanne"), NAMES[SIREN])).toMatchObject([{ about: "company", why: "missing" }]);
    expect(owned(insurance("ELAN BATI"))).toMatchObject([{ about: "company", why: "missing" }]);
    // A short name inside a word does not count.
    expect(owned(insurance("la société Bonnétan"), ["NET"])).toMatchObject([{ about: "company", why: "missing" }]);
  });

  test("another's account is never taken for the company's", () => {
    const read = readingOf(specimenOf("RIB", particularsOf(2, OTHER)), "tel quel", 2);
    expect(read.asks).toMatchObject([{ about: "company", why: "missing" }]);
    expect(draftOf(read).confirmed).toBe(false);
  });

  test("a subcontractor's document that names the company as its client is asked about", () => {
    const client = "Donneur d'ordre : ATELIERS VERNEUIL, SIREN 913 456 786";
    expect(owned(insurance("Menuiseries Ozanne (SIREN 902 100 072)", client), NAMES[SIREN])).toMatchObject([
      { about: "company", why: "unclear", proposals: [{ value: SIREN }, { value: OTHER }] },
    ]);
  });

  test("a company that presides the document's company, named after it, does not hide whose it is", () => {
    const president = "Président : la société SIREN 902 100 072";
    expect(owned(insurance("ATELIERS VERNEUIL (SIREN 913 456 786)", president), NAMES[SIREN])).toEqual([]);
  });

  test("the number of the issuer or printer of the document is not taken for its owner's", () => {
    const read = readingOf(specimenOf("Kbis", particularsOf(3)), "autre entreprise et autres dates en pied de page", 3);
    expect(read.asks).toEqual([]);
    expect(read.otherSiren).toBeUndefined();
  });
});

describe("what cannot be read is asked", () => {
  test("is a scan without text, and a stamp alone", () => {
    for (const pages of [[], [[]], [["1/2"]]]) {
      const read = recognise({ pages, layer: "printed" }, EXPECTED);
      expect(read.asks.map(({ why }) => why)).toEqual(["noText", "noText"]);
    }
  });

  test("is a vigilance whose day was cut off, although it is dated", () => {
    const { pages } = specimenOf("vigilance, une page", particularsOf(5));
    const cut = pages.map((lines) => lines.map((line) => (line.startsWith("à la date du") ? "à la date du" : line)));
    const read = recognise({ pages: cut, layer: "printed" }, EXPECTED);
    expect(read.dates.validFrom?.confidence).not.toBe("sure");
    expect(read.asks.map(({ about }) => about)).toContain("validFrom");
  });

  test("is a day that does not exist, one in the future, and an end before its beginning", () => {
    const certificate = (...lines: string[]) =>
      recognise({ pages: [["QUALIBAT", "CERTIFICAT de qualification", `SIRET 91345678600015`, ...lines]], layer: "printed" }, EXPECTED);
    expect(certificate("Valable jusqu'au 31/02/2027").asks).toMatchObject([{ about: "validUntil", why: "missing" }]);
    expect(
      certificate("Valable du 01/03/2027 au 28/02/2026")
        .asks.map(({ about }) => about)
        .sort(),
    ).toEqual(["validFrom", "validUntil"]);
    expect(certificate("Valable jusqu'au 1/3/27").asks).toMatchObject([{ about: "validUntil", why: "unclear" }]);
    expect(certificate("Valable jusqu'au 01/03/2027").asks).toEqual([]);
  });

  test("a refused attestation is never taken for a delivered one, and the refusal is reported", () => {
    for (const family of ["autre : refus de l'Urssaf", "autre : refus de la DGFIP"]) {
      const read = readingOf(specimenOf(family, particularsOf(4)), "tel quel", 4);
      expect(read.asks[0]).toMatchObject({ about: "kind", why: "refusal" });
      expect(Object.values(read.dates).every(({ confidence }) => confidence === "unsure")).toBe(true);
    }
  });

  test("is an attestation for two guarantees whose periods differ", () => {
    const lines = [
      "ATTESTATION D'ASSURANCE",
      "Responsabilité civile professionnelle et responsabilité décennale, article L. 241-1 du code des assurances",
      "Assuré : SIREN 913456786, contrat n° 1",
      "Période de garantie du 01/01/2026 au 31/12/2026 (responsabilité civile)",
      "Chantiers ouverts entre le 01/07/2025 et le 30/06/2026 (décennale)",
    ];
    const read = recognise({ pages: [lines], layer: "printed" }, EXPECTED);
    expect(read.asks.map(({ about }) => about)).toEqual(expect.arrayContaining(["kind", "validUntil"]));
    expect(read.asks.find(({ about }) => about === "validUntil")?.proposals).toHaveLength(2);
  });

  test("is a file with documents of two kinds", () => {
    const one = specimenOf("vigilance, une page", particularsOf(5)).pages;
    const two = specimenOf("fiscale, imprimé", particularsOf(5)).pages;
    const read = recognise({ pages: [...one, ...two], layer: "printed" }, EXPECTED);
    expect(read.asks[0]).toMatchObject({ about: "kind", why: "unclear", proposals: [{}, {}] });
    expect(Object.values(read.dates).every(({ confidence }) => confidence === "unsure")).toBe(true);
  });
});

test("a RIB gives its account when its key is right", () => {
  const rib = specimenOf("RIB", particularsOf(2));
  expect(draftOf(readingOf(rib, "tel quel", 2)).facts).toEqual({ iban: "FR7630006000011234567890189", bic: "AGRIFRPPXXX" });
  const wrong = rib.pages.map((lines) => lines.map((line) => line.replace("890 189", "890 188")));
  expect(recognise({ pages: wrong, layer: "printed" }, EXPECTED).iban).toBeUndefined();
});
