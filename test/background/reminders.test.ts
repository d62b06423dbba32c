import { expect, test } from "vitest";
import { remind } from "../../src/background/reminders.ts";
import type { KeptConsultation } from "../../src/domain/kept-consultation.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { memoryStore } from "../store/memory-store.ts";
import { POLICY } from "./coffre-piece.ts";

test("each reminder is told once, a failed one again, and none when they are not wanted", async () => {
  const local = cellsOf(memoryStore());
  const told: string[] = [];
  let wanted = true;
  let fails = true;
  let day = "2026-12-05T09:00:00Z";
  const look = () =>
    remind({
      local,
      isWanted: async () => wanted,
      isLocked: async () => false,
      consultations: async () => [],
      notifyDeadline: async () => {},
      notifyAfter: async () => {},
      notifyLocked: async () => void told.push("locked"),
      pieces: async () => [POLICY],
      notify: async ({ piece, daysLeft }) => {
        if (fails) throw new Error("no notification");
        told.push(`${piece.id} ${daysLeft}`);
      },
      now: () => new Date(day),
    });
  await expect(look()).rejects.toThrow();
  fails = false;
  await look();
  await look();
  expect(told).toEqual(["p1 26"]);
  day = "2026-12-29T09:00:00Z";
  await look();
  expect(told).toEqual(["p1 26", "p1 2"]);
  wanted = false;
  day = "2026-12-31T09:00:00Z";
  await look();
  expect(told).toHaveLength(2);
});

test("closed by its passphrase, no date is told: an invitation to open it, once a week at most, and all that is due once it is open", async () => {
  const store = memoryStore();
  const told: string[] = [];
  let locked = true;
  const on = (day: string) =>
    remind({
      local: cellsOf(store),
      isWanted: async () => true,
      isLocked: async () => locked,
      pieces: async () => (locked ? [] : [POLICY]),
      notify: async ({ daysLeft }) => void told.push(`${daysLeft}`),
      consultations: async () => [],
      notifyDeadline: async () => {},
      notifyAfter: async () => {},
      notifyLocked: async () => void told.push("locked"),
      now: () => new Date(`${day}T09:00:00Z`),
    });
  for (const day of ["2026-12-01", "2026-12-02", "2026-12-07", "2026-12-08"]) await on(day);
  expect(told).toEqual(["locked", "locked"]);
  locked = false;
  await on("2026-12-09");
  locked = true;
  await on("2026-12-15");
  expect(told).toEqual(["locked", "locked", "22"]);
  await on("2026-12-16");
  expect(told).toHaveLength(4);
  // What lies outside the coffre names neither the document nor its end.
  const kept = JSON.stringify([...store.content]);
  for (const secret of [POLICY.id, POLICY.title, POLICY.kind, "2026-12-31"]) expect(kept).not.toContain(secret);
});

const CONSULTATION: KeptConsultation = {
  id: "k1",
  siren: "900000019",
  portal: "place",
  url: "https://www.marches-publics.gouv.fr/a",
  events: [],
  archived: false,
};

test("a deadline is told once a delay, also while the coffre is closed; put off, it is told anew", async () => {
  const local = cellsOf(memoryStore());
  const told: string[] = [];
  const one: KeptConsultation = { ...CONSULTATION, objet: "Toitures", dateLimite: "2026-12-15T11:00:00.000Z" };
  const on = (day: string, consultations: readonly KeptConsultation[] = [one]) =>
    remind({
      local,
      isWanted: async () => true,
      isLocked: async () => true,
      pieces: async () => [],
      consultations: async () => consultations,
      notify: async () => {},
      notifyDeadline: async ({ consultation, daysLeft }) => void told.push(`${consultation.objet} ${daysLeft}`),
      notifyAfter: async () => {},
      notifyLocked: async () => {},
      now: () => new Date(`${day}T09:00:00Z`),
    });
  for (const day of ["2026-12-07", "2026-12-08", "2026-12-09", "2026-12-13", "2026-12-15"]) await on(day);
  expect(told).toEqual(["Toitures 7", "Toitures 2", "Toitures 0"]);
  await on("2026-12-15", [{ ...one, dateLimite: "2026-12-18T11:00:00.000Z" }]);
  expect(told.at(-1)).toBe("Toitures 3");
  const deposited = { at: "2026-12-10T09:00:00.000Z", what: "deposited" as const, files: [], pieces: [] };
  await on("2026-12-17", [
    { ...one, dateLimite: "2026-12-18T11:00:00.000Z", archived: true },
    { ...one, id: "k2", dateLimite: "2026-12-18T11:00:00.000Z", events: [deposited] },
    { ...one, id: "k3", dateLimite: "2026-12-16T11:00:00.000Z" },
  ]);
  expect(told).toHaveLength(4);
});

/** What is told of one consultation, looked at when told. */
function reminding(dateLimite: string, isLocked = false) {
  const local = cellsOf(memoryStore());
  const told: string[] = [];
  const at = (instant: string) =>
    remind({
      local,
      isWanted: async () => true,
      isLocked: async () => isLocked,
      pieces: async () => [],
      consultations: async () => [{ ...CONSULTATION, dateLimite }],
      notify: async () => {},
      notifyDeadline: async ({ daysLeft }) => void told.push(`${instant} ${daysLeft}`),
      notifyAfter: async () => {},
      notifyLocked: async () => void told.push(`${instant} locked`),
      now: () => new Date(instant),
    });
  return { told, at };
}

test("a machine that slept past the hour of the deadline tells nothing of it; awake before, it does", async () => {
  const { told, at } = reminding("2026-12-15T11:00:00.000Z");
  await at("2026-12-15T11:00:01.000Z");
  expect(told).toEqual([]);
  await at("2026-12-15T10:59:00.000Z");
  expect(told).toEqual(["2026-12-15T10:59:00.000Z 0"]);
});

test.each([
  ["spring", "2027-03-30T10:00:00.000Z", ["2027-03-22T23:30:00Z", "2027-03-26T23:30:00Z", "2027-03-28T22:30:00Z"]],
  ["autumn", "2026-10-27T11:00:00.000Z", ["2026-10-19T22:30:00Z", "2026-10-23T22:30:00Z", "2026-10-25T23:30:00Z"]],
])(
  "across the change of the hour in %s, half past midnight in Paris is the next day there: 7, 3 and 1 days left",
  async (_, limit, instants) => {
    const { told, at } = reminding(limit);
    for (const instant of instants) await at(instant);
    expect(told).toEqual(instants.map((instant, index) => `${instant} ${[7, 3, 1][index]}`));
  },
);

test("a machine whose clock was years ahead, then set right, tells again that the coffre is closed, and its deadlines", async () => {
  const { told, at } = reminding("2026-12-15T11:00:00.000Z", true);
  await at("2031-01-01T09:00:00Z");
  await at("2026-12-12T09:00:00Z");
  await at("2026-12-13T09:00:00Z");
  expect(told).toEqual(["2031-01-01T09:00:00Z locked", "2026-12-12T09:00:00Z 3", "2026-12-12T09:00:00Z locked"]);
});
