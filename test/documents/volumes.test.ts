/** Volumes of a limited size, which never split or reorder documents, and the names of made files. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeDossier, shareOut } from "../../src/documents/make/dossier.ts";
import { dossierFileName, NAME_LENGTH, pieceFileName, slugOf } from "../../src/domain/file-names.ts";
import { PIECE_KINDS } from "../../src/domain/pieces.ts";
import { depsOf, itemsOf, requestOf } from "./dossier-world.ts";
import * as corpus from "./merge-corpus.ts";
import { faultsOf, missing, textOfPages } from "./tools.ts";

const absent = missing("qpdf", "pdftotext");

describe("sharing out", () => {
  it("keeps the order, splits nothing, and exceeds the size only for a single document", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3_000_000), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 200_000, max: 4_000_000 }),
        (sizes, target) => {
          const items = itemsOf(sizes.map((_, index) => String(index))).map((item, index) => ({ item, number: index + 1 }));
          const weights = new Map(sizes.map((size, index) => [String(index), size]));
          const volumes = shareOut(items, weights, target);
          expect(volumes.flatMap((volume) => volume.items)).toEqual(items);
          expect(volumes.map(({ n, of }) => [n, of])).toEqual(volumes.map((_, index) => [index + 1, volumes.length]));
          for (const volume of volumes) {
            const weight = volume.items.reduce((sum, { item }) => sum + (weights.get(item.id) ?? 0), 0);
            if (volume.items.length > 1) expect(weight).toBeLessThanOrEqual(target);
          }
        },
      ),
    );
  });
});

it("a dossier is made for a consultation that tells more than its cover says: lots, an hour in doubt", async () => {
  const told = {
    ...{ portal: "place", url: "https://portail.exemple.fr/1", reference: "2026-AO-17", acheteurNom: "Ville d'Exemple" },
    lots: [{ numero: "1", intitule: "Gros œuvre" }, { numero: "2" }],
    doubt: { why: "otherClock", said: "heure de La Réunion", written: "15/12/2026 12:00" },
  };
  const documents = new Map([["a", await corpus.scanned(10)]]);
  const { files } = await makeDossier(requestOf(itemsOf(documents.keys()), { consultation: told }), depsOf(documents));
  expect(files.map(({ items }) => items)).toEqual([["a"]]);
});

describe.skipIf(absent.length > 0)("a dossier in volumes", () => {
  it("keeps each under the size, unless its only document exceeds it; all are sound and numbered", async () => {
    const heavy = await corpus.scanned(900);
    const light = await corpus.scanned(400);
    const documents = new Map(["a", "b", "HEAVY", "c", "d"].map((id) => [id, id === "HEAVY" ? heavy : light] as const));
    const targetBytes = 120_000 + 2 * light.length + 40_000;
    expect(heavy.length).toBeGreaterThan(targetBytes);
    const { files, outcomes } = await makeDossier(requestOf(itemsOf(documents.keys()), { targetBytes, footers: true }), depsOf(documents));
    expect(files.map(({ items }) => items.join(""))).toEqual(["ab", "HEAVY", "cd"]);
    expect(files.map(({ oversize }) => oversize)).toEqual([false, true, false]);
    for (const { bytes, oversize } of files) {
      expect(faultsOf(bytes)).toBe("");
      expect(bytes.length <= targetBytes).toBe(!oversize);
    }
    expect(files.map(({ fileName }) => fileName)).toEqual(
      [1, 2, 3].map((n) => `dossier-candidature_999900004_2026-11-25_volume-${n}-sur-3.pdf`),
    );
    expect(textOfPages(files[2]?.bytes ?? new Uint8Array())).toMatch(/Volume 3 sur 3[\s\S]*Pièce 5 \/ page 1/);
    expect(outcomes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("names of files", () => {
  it("give the number, the document, the company and the end of its validity", () => {
    const named = { order: 1, kind: "attestationVigilance", title: "x", siren: "732829320", mediaType: "application/pdf" } as const;
    expect(pieceFileName({ ...named, until: "2026-05-31" })).toBe("01_attestation-vigilance-urssaf_732829320_2026-05-31.pdf");
    expect(pieceFileName({ ...named, kind: "bilans", closingOn: "2025-12-31" })).toMatch(/^01_.*-2025_732829320\.pdf$/);
    expect(pieceFileName({ ...named, kind: "autre", title: "Société d'Étude n° 2 – Œuvre" })).toBe(
      "01_societe-d-etude-n-2-oeuvre_732829320.pdf",
    );
    expect(dossierFileName("732829320", "2026-05-31", "application/zip")).toBe("dossier-candidature_732829320_2026-05-31.zip");
  });

  it("are ASCII and limited in length, and keep order and extension whatever the title", () => {
    const mediaTypes = ["application/pdf", "image/jpeg", "image/png"];
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.constantFrom(...PIECE_KINDS),
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom(...mediaTypes),
        fc.constantFrom(NAME_LENGTH, 60, 45),
        (title, kind, order, mediaType, length) => {
          const name = pieceFileName({ order, kind, title, siren: "732829320", until: "2026-05-31", mediaType }, length);
          expect(name).toMatch(/^\d{2,3}_[a-z0-9-]+_732829320_2026-05-31\.(pdf|jpg|png)$/);
          expect(name.length).toBeLessThanOrEqual(length);
          expect(slugOf(title)).toMatch(/^[a-z0-9-]*$/);
        },
      ),
    );
  });
});
