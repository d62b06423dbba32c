/** A dossier is prepared, then the person picks other documents: it is no longer theirs. */
import { expect, test } from "vitest";
import type { DossierPiece } from "../../src/domain/dossier.ts";
import type { PreparedDossier } from "../../src/domain/prepared.ts";
import { isOfPicked } from "../../src/dossier/picked.ts";
import { READY } from "../components/situations.ts";

const AT = "2026-11-24T10:00:00.000Z";
const [first, second] = READY.dossier?.pieces ?? [];
if (first === undefined || second === undefined) throw new Error("two pieces are needed");
const form = (at: string): DossierPiece => ({
  ...second,
  kind: "dc1",
  title: "DC1",
  origin: { from: "made", at, mediaType: "application/pdf" },
});
const made = (holds: readonly DossierPiece[], remarks: PreparedDossier["remarks"] = []): PreparedDossier => ({
  ...{ work: "w", tabId: 7, at: AT, form: "pdf", files: [], remarks },
  holds: holds.map(({ kind, title, issuedOn, validFrom, validUntil, validityBasis }) =>
    JSON.parse(JSON.stringify({ kind, title, issuedOn, validFrom, validUntil, validityBasis })),
  ),
});

test.each<[string, PreparedDossier, readonly DossierPiece[], boolean]>([
  ["the same", made([first, second]), [second, first], true],
  ["one unticked since", made([first, second]), [first], false],
  ["one ticked since", made([first]), [first, second], false],
  ["a newer one of that name", made([first]), [{ ...first, issuedOn: "2026-11-23" }], false],
  ["one that could not go in, with its reason", made([first], [{ title: second.title, about: "password" }]), [first, second], true],
  ["a form of before", made([form("2026-11-24T09:00:00.000Z")]), [form("2026-11-24T09:00:00.000Z")], true],
  ["the form made again since", made([form("2026-11-24T09:00:00.000Z")]), [form("2026-11-24T11:00:00.000Z")], false],
  ["made by a version that did not note it", { ...made([]), holds: undefined }, [first], true],
])("%s", (_, prepared, picked, expected) => {
  expect(isOfPicked(prepared, picked)).toBe(expected);
});
