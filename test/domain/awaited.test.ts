/** Pieces that the person went to obtain: awaited on the site that delivers them, until the coffre receives one. */
import { expect, test } from "vitest";
import { type AwaitedPiece, stillAwaited } from "../../src/domain/awaited.ts";
import type { CoffrePiece } from "../../src/domain/coffre.ts";
import { isDeliveredAt } from "../../src/domain/pieces.ts";

test.each([
  ["www.urssaf.fr", true],
  ["mon.urssaf.fr", true],
  ["urssaf.fr:8443", true],
  ["urssaf.fr.exemple.com", false],
  ["faux-urssaf.fr", false],
])("the attestation de vigilance is delivered at %s: %s", (host, expected) => {
  expect(isDeliveredAt("attestationVigilance", host)).toBe(expected);
});

test("a piece that no known site delivers is awaited nowhere", () => {
  expect(isDeliveredAt("rcPro", "www.assureur.example")).toBe(false);
});

test("a piece is awaited for its company, until the coffre receives one, and two months at most", () => {
  const now = new Date("2026-11-24T10:00:00Z");
  const one: AwaitedPiece = { siren: "900000019", kind: "attestationVigilance", at: "2026-11-20T10:00:00.000Z" };
  const kept = (addedAt: string, kind = "attestationVigilance") => [{ kind, addedAt }] as CoffrePiece[];
  expect(stillAwaited([one], one.siren, [], now)).toEqual([one]);
  expect(stillAwaited([one], "900000027", [], now)).toEqual([]);
  expect(stillAwaited([one], one.siren, kept("2026-11-19T10:00:00.000Z"), now)).toEqual([one]);
  expect(stillAwaited([one], one.siren, kept("2026-11-21T10:00:00.000Z"), now)).toEqual([]);
  expect(stillAwaited([one], one.siren, kept("2026-11-21T10:00:00.000Z", "msa"), now)).toEqual([one]);
  expect(stillAwaited([{ ...one, at: "2026-09-20T10:00:00.000Z" }], one.siren, [], now)).toEqual([]);
});
