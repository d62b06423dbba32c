/** Documents labelled before they were read; docs/requirements.md has the figures at first sight. */
import { expect, test } from "vitest";
import { standingOf } from "../../scripts/requirements/read.ts";
import { requirementsOf } from "../../src/requirements/requirements.ts";
import { FIRST_SIGHT, textOfWritten } from "./first-sight.ts";

const named = (pieces: readonly { readonly piece: string; readonly what?: string }[] | null) =>
  (pieces ?? []).map(({ piece, what }) => (piece === "autre" ? `autre:${what}` : piece)).sort();

test.each(Object.entries(FIRST_SIGHT))("%s is read as it was labelled", (_, written) => {
  const text = textOfWritten(written);
  const read = requirementsOf(text);
  expect(read.kind).toBe(written.kind);
  expect({ iso: read.deadline?.iso ?? null, clock: read.deadline?.clock ?? null }).toEqual({ iso: written.iso, clock: written.clock });
  const missed = written.missed ?? [];
  expect(named(read.candidature)).toEqual(written.candidature.filter((piece) => !missed.includes(piece)).sort());
  expect(named(read.attributaire)).toEqual([...written.attributaire].sort());
  expect(read).toMatchObject(written.points);
  const { told, standing } = standingOf(text, read);
  expect(standing).toBe(told);
});
