/** How the coffre's documents are put together, and found again. */
import { describe, expect, test } from "vitest";
import { filedUnder, foreignGroups, isFound, NOTHING_SOUGHT, shelvesOf } from "../../components/coffre-lists.ts";
import type { CoffrePiece } from "../../src/domain/coffre.ts";
import { pieceOf } from "../../src/domain/pieces.ts";

const OTHER = "913456786";
const TODAY = "2026-11-24";

function piece(id: string, about: Partial<CoffrePiece> = {}): CoffrePiece {
  return {
    ...{ id, siren: "900000019", kind: "rcPro", title: "Assurance", fileName: `${id}.pdf`, type: "application/pdf", size: 1, sha256: id },
    ...{ addedAt: "2026-11-24T10:00:00.000Z", validityBasis: "document", confirmed: true },
    ...about,
  };
}

const foreign = (id: string, asks: CoffrePiece["asks"] = []) =>
  piece(id, {
    otherSiren: OTHER,
    confirmed: false,
    asks: [{ about: "company", why: "otherCompany", proposals: [{ value: OTHER, page: 1, line: "SIREN 913 456 786" }] }, ...asks],
  });

describe("documents of another company", () => {
  test("those that name the same one are asked about together; one alone, or one that names several, is not", () => {
    const several = piece("several", {
      ...{ otherSiren: OTHER, confirmed: false },
      asks: [
        {
          ...{ about: "company", why: "unclear" },
          proposals: [
            { value: OTHER, page: 1, line: "a" },
            { value: "900000027", page: 1, line: "b" },
          ],
        },
      ],
    });
    expect(foreignGroups([foreign("one")])).toEqual([]);
    const [group, ...others] = foreignGroups([foreign("one"), several, foreign("two")]);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ siren: OTHER, pieces: [{ id: "one" }, { id: "two" }] });
  });

  test("a document filed for that company keeps its other questions", () => {
    expect(filedUnder(foreign("one"), OTHER)).toMatchObject({ siren: OTHER, confirmed: true });
    expect(filedUnder(foreign("one"), OTHER)).not.toHaveProperty("otherSiren");
    const asked = filedUnder(foreign("two", [{ about: "validUntil", why: "missing", proposals: [] }]), OTHER);
    expect(asked).toMatchObject({ siren: OTHER, confirmed: false, asks: [{ about: "validUntil" }] });
  });
});

describe("the shelves", () => {
  const [now, before, long] = ["2027-12-31", "2025-12-31", "2023-12-31"].map((validUntil) => piece(validUntil, { validUntil }));
  const all = [long, before, now].filter((one) => one !== undefined);

  test("the latest document comes first, and those that it replaces are apart", () => {
    const [shelf] = shelvesOf(all, TODAY);
    expect(shelf?.pieces.map(({ id }) => id)).toEqual(["2027-12-31"]);
    expect(shelf?.replaced.map(({ id }) => id)).toEqual(["2025-12-31", "2023-12-31"]);
  });

  test("an outdated document is not replaced when nothing else stands, or only a document with another name", () => {
    const [shelf] = shelvesOf([piece("a", { validUntil: "2025-12-31" }), piece("b", { title: "Autre", validUntil: "2027-12-31" })], TODAY);
    expect(shelf?.replaced).toEqual([]);
  });

  test("a document is found by words in any order, without accents, by its kind or by a year", () => {
    const name = (kind: CoffrePiece["kind"]) => pieceOf(kind).label;
    const found = (sought: Partial<typeof NOTHING_SOUGHT>) =>
      all.filter((one) => isFound(one, { ...NOTHING_SOUGHT, ...sought }, name)).map(({ id }) => id);
    expect(found({})).toHaveLength(3);
    expect(found({ text: "2025 RESPONSABILITÉ" })).toEqual(["2025-12-31"]);
    expect(found({ text: "2025 décennale" })).toEqual([]);
    expect(found({ year: "2027" })).toEqual(["2027-12-31"]);
    expect(found({ kind: "rib" })).toEqual([]);
  });
});
