/** What each version kept for good is read by this one. A new version of a shape adds its example here; none is ever changed or taken away. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { awaitedCell } from "../../src/background/awaited.ts";
import { bidFor } from "../../src/background/bids.ts";
import { consultationsCell } from "../../src/background/consultations.ts";
import { allDiligence } from "../../src/background/diligence.ts";
import { dataCell } from "../../src/background/issued-data.ts";
import { lessonsCell } from "../../src/background/lessons.ts";
import { NO_POLICY } from "../../src/background/policy.ts";
import { allReadings } from "../../src/background/readings.ts";
import { remind } from "../../src/background/reminders.ts";
import { settingsCell, withCompany } from "../../src/background/settings.ts";
import { type Entries, NO_ENTRIES } from "../../src/coffre/entries.ts";
import { NO_TASK } from "../../src/domain/bid.ts";
import { NO_CHOICE } from "../../src/domain/means.ts";
import { cellsOf, type Store } from "../../src/store/cells.ts";
import { memoryStore } from "../store/memory-store.ts";
import { POLICY } from "./coffre-piece.ts";
import recorded from "./past/kept.json" with { type: "json" };

const KEPT: Readonly<Record<string, readonly unknown[]>> = recorded;
const SIRET = recorded.settings[0]?.siret ?? "";

async function keeping(key: string, version: number): Promise<Store> {
  const store = memoryStore();
  await store.set(key, KEPT[key]?.[version - 1]);
  return store;
}

function settingsOf(store: Store) {
  let entries: Entries = NO_ENTRIES;
  return settingsCell({
    local: cellsOf(store),
    policy: async () => NO_POLICY,
    coffre: { entries: async () => entries, changeEntries: async (change: (entries: Entries) => Entries) => (entries = change(entries)) },
    sayLanguage: async () => {},
  });
}

test("every shape that is kept for good has an example of each version", async () => {
  const sources = globSync("src/**/*.ts").map((file) => readFileSync(file, "utf8"));
  const keys = sources.flatMap((text) => [...text.matchAll(/\blocal\("([\w-]+)",/g)].map(([, key = ""]) => key));
  expect([...new Set(keys)].sort()).toEqual(Object.keys(KEPT).sort());
  for (const [key, examples] of Object.entries(KEPT)) {
    const versions = examples.map((example) => (example as { version?: number }).version ?? 1);
    expect(versions, key).toEqual(examples.map((_, index) => index + 1));
  }
  const store = memoryStore();
  await settingsOf(store).update((before) => withCompany(before, SIRET));
  expect(await store.get("settings")).toMatchObject({ version: KEPT.settings?.length });
});

test.each([
  [1, { service: { kind: "proxy", url: "https://proxy.example" }, language: "en", portalsOff: ["aws-achat"], reminders: true }],
  [2, { service: { kind: "open" }, language: "fr", portalsOff: [], reminders: true }],
  [3, { service: { kind: "open" }, language: "auto", portalsOff: ["place"], reminders: false }],
])("settings, version %i: the choices, the companies and what was typed are there", async (version, choices) => {
  const settings = await settingsOf(await keeping("settings", version)).read();
  expect(settings).toMatchObject({ ...choices, siret: SIRET, companies: [{ siret: SIRET, name: "ATELIER DES TOITS CLAIRS" }] });
  expect(settings.manual).toEqual(version === 3 ? {} : { [SIRET]: { contactNom: "Lemaire" } });
});

test("what was taught of forms, version 1", async () => {
  const [form, slots] = await lessonsCell(cellsOf(await keeping("lessons", 1))).read();
  expect(slots).toMatchObject({ lessons: [{ asks: "document.pouvoir" }] });
  expect(form).toMatchObject({ host: "depot.ville.example", by: "person", lessons: [{ asks: "codeNaf", how: "reassigned" }] });
});

test("the signed data that were taken in, version 1", async () => {
  const data = await dataCell(cellsOf(await keeping("data", 1))).read();
  expect(data).toMatchObject({
    version: 3,
    issuedOn: "2026-12-02",
    forms: [{ host: "depot.ville.example", lessons: [{ asks: "codeNaf" }] }],
  });
});

test.each([1, 2])("what was read of a consultation's documents, version %i", async (version) => {
  const [kept] = Object.values(await allReadings(cellsOf(await keeping("readings", version))));
  expect(kept?.current.pieces.map(({ lots }) => lots)).toEqual(version === 1 ? [undefined] : [undefined, ["2"]]);
  expect(kept?.current).toMatchObject({ at: "2026-11-20T08:00:00.000Z" });
  expect([kept?.current.documents[0]?.kind, kept?.current.pieces[0]?.page, kept?.current.points[0]?.point]).toEqual(["rc", 3, "deadline"]);
});

test("the consultations that a company worked on, version 2: what came after the deposit is there", async () => {
  const [one] = await consultationsCell(cellsOf(await keeping("consultations", 2))).read();
  expect(one?.award).toMatchObject({
    askedBy: "2027-01-15",
    contract: { subcontractors: [{ name: "ZINGUERIE DU LAC" }], given: [{ of: "own" }] },
  });
});

test("the consultations that a company worked on, version 3: a subcontractor without a SIRET is there", async () => {
  const [one] = await consultationsCell(cellsOf(await keeping("consultations", 3))).read();
  expect(one?.award?.contract?.subcontractors.map(({ name }) => name)).toEqual(["ZINGUERIE DU LAC", "TOITURES DE MEUSE"]);
});

test("the consultations that a company worked on, version 1", async () => {
  const [one] = await consultationsCell(cellsOf(await keeping("consultations", 1))).read();
  expect(one).toMatchObject({ reference: "2026-TRAVAUX-12", siren: SIRET.slice(0, 9), archived: false });
  expect(one?.events.map(({ what, pieces }) => [what, pieces.length])).toEqual([
    ["met", 0],
    ["filled", 0],
    ["attached", 1],
    ["deposited", 0],
  ]);
});

test("the pieces that the person went to obtain, version 1", async () => {
  const kept = await awaitedCell(cellsOf(await keeping("awaited", 1))).read();
  expect(kept).toEqual([{ siren: SIRET.slice(0, 9), kind: "attestationVigilance", at: "2026-11-24T10:04:00.000Z" }]);
});

test("the log of what was attached, version 1", async () => {
  const [lines] = Object.values(await allDiligence(cellsOf(await keeping("diligence", 1))));
  expect(lines).toMatchObject([{ what: "attached", fileName: "kbis.pdf", place: "Extrait Kbis" }]);
});

test("the log closed by a receipt, version 2", async () => {
  const [lines] = Object.values(await allDiligence(cellsOf(await keeping("diligence", 2))));
  expect(lines).toMatchObject([{ what: "receipt", receipt: { depositedAt: "2026-10-02T09:42:00.000Z", files: [{ found: "name" }] } }]);
});

const SHOWN = { references: ["r1"], team: [], equipment: ["e1"], headcounts: [], aim: { cpv: "45261200", amount: 250_000 } };

const TASKS = [
  { performs: "Couverture", share: 60, lots: ["2"] },
  { performs: "Charpente", share: 40, lots: [] },
];

test.each([
  [1, NO_CHOICE, [NO_TASK, NO_TASK]],
  [2, SHOWN, [NO_TASK, NO_TASK]],
  [3, SHOWN, TASKS],
  [4, SHOWN, TASKS],
])("how the person bids, what was answered in a DUME, what is shown, version %i", async (version, means, tasks) => {
  const kept = await bidFor(cellsOf(await keeping("bids", version)), `${SIRET}|2026-17`);
  expect(kept.means).toEqual(means);
  expect([kept.bid, ...kept.bid.others].map(({ task }) => task)).toEqual(tasks);
  expect(kept.bid.needsPerLot).toBe(version >= 3);
  const abroad = kept.bid.subcontractors.filter((one) => !("siret" in one));
  expect(abroad.map(({ name }) => name)).toEqual(version === 4 ? ["TOITURES DE MEUSE"] : []);
  expect(kept).toMatchObject({ bid: { role: "lead", groupForm: "conjoint" }, dume: { size: "small", lot: "LOT-0002" } });
  expect(kept.bid.portee).toEqual({ sur: "lots", lots: [{ numero: "2", intitule: "Charpente" }] });
  expect(kept.dume.grounds.corruption).toEqual({ applies: true, explanation: "Un fait", measures: "Une mesure" });
});

test("when the closed coffre was last spoken of, version 1: it is not spoken of again that week", async () => {
  const invited: string[] = [];
  const look = async (store: Store, day: string) =>
    remind({
      local: cellsOf(store),
      isWanted: async () => true,
      isLocked: async () => true,
      pieces: async () => [],
      notify: async () => {},
      consultations: async () => [],
      notifyDeadline: async () => {},
      notifyAfter: async () => {},
      notifyLocked: async () => void invited.push(day),
      now: () => new Date(`${day}T09:00:00Z`),
    });
  const store = await keeping("reminders-looked", 1);
  await look(store, "2026-11-24");
  await look(store, "2026-11-28");
  expect(invited).toEqual(["2026-11-28"]);
});

test("what was told of the documents' ends, version 1: it is not told again", async () => {
  const told: string[] = [];
  const store = await keeping("reminders-told", 1);
  await remind({
    local: cellsOf(store),
    isWanted: async () => true,
    isLocked: async () => false,
    pieces: async () => [POLICY],
    notify: async ({ id }) => void told.push(id),
    consultations: async () => [],
    notifyDeadline: async () => {},
    notifyAfter: async () => {},
    notifyLocked: async () => {},
    now: () => new Date("2026-12-05T09:00:00Z"),
  });
  expect(told).toEqual([]);
});
