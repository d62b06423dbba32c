/** Attaching from the screen: pieces as they are, prepared files, and files made now that leave the shelf afterwards. */
import { beforeEach, expect, test } from "vitest";
import type { PreparedFile } from "../../src/domain/prepared.ts";
import { attachSlots } from "../../src/maker/attach.ts";
import type { Prepared } from "../../src/maker/prepare.ts";
import type { AttachChoice, AttachOutcome, SlotChoice } from "../../src/messages/contract.ts";
import type { SlotLine } from "../../src/messages/situation.ts";
import { MERGED, READY } from "../components/situations.ts";

const NOW = new Date("2026-11-25T10:00:00Z");
const FILE: PreparedFile = {
  ...{ key: "made|now", fileName: "dossier.pdf", mediaType: "application/pdf", sha256: "0".repeat(64) },
  ...{ size: 3, pages: 1, oversize: false },
};
const lineOf = (line: SlotLine | undefined, more: Partial<SlotLine> = {}): SlotLine => {
  if (line === undefined) throw new Error("the situation has no such slot");
  return { ...line, ...more };
};
const ONE = lineOf(READY.slots[0]);
const WHOLE = lineOf(MERGED.slots[0], { prepared: [["made|before"]] });

let made: Prepared;
let formats: string[];
let given: AttachChoice[][];
let removed: string[];
let recorded: unknown[];
let attach: (choices: AttachChoice[]) => Promise<AttachOutcome[]>;
beforeEach(() => {
  made = { files: [FILE], outcomes: [], problems: new Map() };
  [formats, given, removed, recorded] = [[], [], [], []];
  attach = async (choices) => {
    given.push(choices);
    return choices.map(({ frameId, id }) => ({ frameId, id, outcome: "attached", files: ["a.pdf"] }));
  };
});

const run = (slots: SlotChoice[], situation = MERGED) =>
  attachSlots(
    {
      prepare: async (_, format) => {
        formats.push(format);
        return made;
      },
      shelf: { remove: async (keys) => void removed.push(...keys) },
      attach: (choices) => attach(choices),
      record: async (prepared) => recorded.push(prepared),
      now: () => NOW,
    },
    slots,
    situation,
  );

test("pieces go as they are, and prepared files go complete and stay on the shelf", async () => {
  const { outcomes } = await run([
    { slot: ONE, pieces: ["urssaf#0"] },
    { slot: WHOLE, pieces: ["made|before"] },
  ]);
  expect(given).toEqual([
    [
      { frameId: 0, id: ONE.id, pieces: ["urssaf#0"], made: [] },
      { frameId: 0, id: WHOLE.id, pieces: [], made: ["made|before"] },
    ],
  ]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["attached", "attached"]);
  expect([removed, recorded, formats]).toEqual([[], [], []]);
});

test("the whole candidature is made in the format that the slot accepts, is logged, and leaves the shelf once attached", async () => {
  await run([{ slot: { ...WHOLE, made: "zip" }, pieces: ["urssaf#0", "dgfip#0"] }]);
  expect(formats).toEqual(["zip"]);
  expect(given[0]).toEqual([{ frameId: 0, id: WHOLE.id, pieces: ["urssaf#0", "dgfip#0"], made: ["made|now"] }]);
  expect(recorded).toEqual([{ work: MERGED.work, files: [{ fileName: "dossier.pdf", sha256: FILE.sha256, size: 3 }] }]);
  expect(removed).toEqual(["made|now"]);
});

test("a file made for the slot leaves the shelf even when the page is gone", async () => {
  attach = async () => {
    throw new Error("gone");
  };
  await expect(run([{ slot: WHOLE, pieces: ["urssaf#0"] }])).rejects.toThrow("gone");
  expect(removed).toEqual(["made|now"]);
});

test("a document left out is told with its reason; a file without documents is not attached, the other slots are filled", async () => {
  const outcome = {
    number: 1,
    title: "t",
    fileName: "f.pdf",
    pages: 0,
    signed: false,
    signatures: [],
    incompleteForm: false,
    holdsFiles: false,
    repaired: false,
    deadLinks: false,
    leftOut: "unobtainable",
  } as const;
  made = {
    files: [],
    outcomes: [
      { ...outcome, id: "urssaf#0" },
      { ...outcome, id: "dgfip#0" },
    ],
    problems: new Map([["urssaf#0", "unreachable"]]),
  };
  const { outcomes, leftOut } = await run([
    { slot: WHOLE, pieces: ["urssaf#0", "dgfip#0"] },
    { slot: ONE, pieces: ["cibtp#0"] },
  ]);
  expect([...leftOut]).toEqual([
    ["urssaf#0", "unreachable"],
    ["dgfip#0", "unobtainable"],
  ]);
  expect(outcomes).toEqual([
    { frameId: 0, id: ONE.id, outcome: "attached", files: ["a.pdf"] },
    { frameId: 0, id: WHOLE.id, outcome: "noDocument", problem: "notADocument", files: [] },
  ]);
  expect(recorded).toEqual([]);
});

test("the page is asked for nothing when nothing could be made", async () => {
  made = { files: [], outcomes: [], problems: new Map() };
  await run([{ slot: WHOLE, pieces: ["urssaf#0"] }]);
  await run([{ slot: WHOLE, pieces: ["urssaf#0"] }], { ...MERGED, company: null, work: null });
  expect(given).toEqual([]);
});
