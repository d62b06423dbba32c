/** The answers to the grounds of exclusion lie in the coffre, and nowhere else. */
import { beforeEach, expect, test } from "vitest";
import { bidsOf, keepBid } from "../../src/background/bids.ts";
import { forgetGrounds, groundsFor, keepGrounds } from "../../src/background/grounds.ts";
import { CompanyNotes } from "../../src/domain/coffre.ts";
import { NO_ANSWERS } from "../../src/domain/grounds.ts";
import { type Cells, cellsOf } from "../../src/store/cells.ts";
import { memoryStore } from "../store/memory-store.ts";

const SIRET = "99990000400014";
const [ONE, OTHER] = [`${SIRET}|2026-17`, `${SIRET}|https://portail.example/c/18`];
const YES = { corruption: { applies: true, explanation: "Un fait" } };
const AT = "2026-11-24T09:00:00.000Z";

let local: Cells;
let notes: CompanyNotes;
let isOpen: boolean;
const coffre = {
  notesOf: async () => (isOpen ? notes : null),
  changeNotes: async (_: string, change: (notes: CompanyNotes) => CompanyNotes) => {
    if (isOpen) notes = change(notes);
    return isOpen;
  },
};

beforeEach(() => {
  local = cellsOf(memoryStore());
  notes = CompanyNotes.parse({ siren: SIRET.slice(0, 9) });
  isOpen = true;
});

test("they are kept for each consultation, the last of another one beside, and not while the coffre is closed", async () => {
  expect(await keepGrounds(coffre, ONE, AT, YES)).toBe(true);
  expect(await groundsFor(local, coffre, ONE)).toEqual({ grounds: YES, past: null });
  expect(await groundsFor(local, coffre, OTHER)).toEqual({ grounds: {}, past: { at: AT, reference: "2026-17", grounds: YES } });
  await keepGrounds(coffre, OTHER, AT, { fraud: { applies: false } });
  expect((await groundsFor(local, coffre, ONE))?.past).toMatchObject({ reference: "", grounds: { fraud: { applies: false } } });
  isOpen = false;
  expect(await keepGrounds(coffre, ONE, AT, {})).toBe(false);
  expect(await groundsFor(local, coffre, ONE)).toBeNull();
  isOpen = true;
  expect((await groundsFor(local, coffre, ONE))?.grounds).toEqual(YES);
});

test("what an earlier version kept beside the bid goes into the coffre once it is open, and is no more there", async () => {
  await keepBid(local, { work: ONE, at: AT, dume: { ...NO_ANSWERS, size: "small", grounds: YES } });
  isOpen = false;
  expect(await groundsFor(local, coffre, ONE)).toBeNull();
  expect((await bidsOf(local).read())[0]?.dume.grounds).toEqual(YES);
  isOpen = true;
  expect((await groundsFor(local, coffre, ONE))?.grounds).toEqual(YES);
  expect((await bidsOf(local).read())[0]?.dume).toEqual({ ...NO_ANSWERS, size: "small" });
  // What was answered since stays.
  await keepGrounds(coffre, ONE, AT, {});
  await keepBid(local, { work: ONE, at: AT, dume: { ...NO_ANSWERS, grounds: YES } });
  expect((await groundsFor(local, coffre, ONE))?.grounds).toEqual({});
});

test("they go with the company, and an unknown one of a later version goes alone", async () => {
  await keepGrounds(coffre, ONE, AT, YES);
  await keepGrounds(coffre, "99990000400022|x", AT, YES);
  await forgetGrounds(coffre, SIRET);
  expect(notes.grounds.map(({ work }) => work)).toEqual(["99990000400022|x"]);
  const later = CompanyNotes.parse({ ...notes, grounds: [{ work: ONE, at: AT, grounds: { unheardOf: 1 } }, ...notes.grounds] });
  expect(later.grounds).toEqual(notes.grounds);
});
