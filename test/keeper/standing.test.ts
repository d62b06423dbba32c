/** A document just kept, beside those that the coffre had of its kind. */
import { expect, test } from "vitest";
import type { CoffrePiece } from "../../src/domain/coffre.ts";
import { standingOf } from "../../src/keeper/standing.ts";

const TODAY = "2026-11-24";
const vigilance = (id: string, validFrom: string | undefined, more: Partial<CoffrePiece> = {}): CoffrePiece => ({
  id,
  siren: "900000019",
  kind: "attestationVigilance",
  title: "Attestation de vigilance URSSAF",
  fileName: `${id}.pdf`,
  type: "application/pdf",
  size: 1,
  sha256: id,
  addedAt: "2026-11-24T10:00:00.000Z",
  validFrom,
  validityBasis: "computed",
  confirmed: true,
  ...more,
});
const may = vigilance("may", "2026-05-31");
const october = vigilance("october", "2026-10-31");

test.each([
  ["the first of its kind", october, [], { beside: "first", until: "2027-04-30" }],
  ["a later one", october, [may], { beside: "newer", until: "2027-04-30", otherUntil: "2026-11-30" }],
  ["an older one", may, [october], { beside: "older", until: "2026-11-30", otherUntil: "2027-04-30" }],
  ["the same file again", may, [october, may], { beside: "same" }],
  ["one that awaits the person's word", { ...october, confirmed: false }, [may], { beside: "undated" }],
  ["one without a date", vigilance("blank", undefined), [may], { beside: "undated" }],
  ["beside one that nobody confirmed", october, [{ ...may, confirmed: false }], { beside: "first" }],
  [
    "another certificate of a kind that has several",
    { ...october, kind: "rge", title: "RGE Chauffage" },
    [{ ...may, kind: "rge", title: "RGE Isolation" }],
    { beside: "first" },
  ],
] as [string, CoffrePiece, CoffrePiece[], object][])("%s", (_, piece, before, expected) => {
  expect(standingOf(piece, before, TODAY)).toMatchObject(expected);
});
