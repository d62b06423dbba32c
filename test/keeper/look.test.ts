/** Opening the coffre's page: each document is opened once, whatever is asked of it. */
import { expect, test, vi } from "vitest";
import { coffreOf } from "../../src/coffre/coffre.ts";
import { look } from "../../src/keeper/look.ts";
import { documentOf, NOW, newCoffre, OTHER, SIREN } from "../coffre/world.ts";

test("the first look opens each document's record once, and finds every company that has one", async () => {
  const { db, unlocked, coffre } = await newCoffre();
  await coffre.keep([documentOf("un"), documentOf("deux"), documentOf("trois", { siren: OTHER })], NOW);
  const opening = vi.spyOn(crypto.subtle, "decrypt");
  const seen = await look(
    { coffre: coffreOf(db, unlocked.key), show: async () => ({ companies: [], company: null, notices: [], readsScans: true }) },
    SIREN,
  );
  expect(opening).toHaveBeenCalledTimes(3);
  opening.mockRestore();
  expect(seen.pieces).toHaveLength(2);
  expect(seen.companies.map(({ siren }) => siren).sort()).toEqual([OTHER, SIREN].sort());
});
