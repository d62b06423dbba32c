/** Prepared dossiers after the browser was closed: found again for their work, for as long as the person wants, and not while the coffre is closed. */
import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { diligenceOf } from "../../src/background/diligence.ts";
import { eraseOver, preparedFor, removeDossiers, settleDossiers, settlePrepared } from "../../src/background/kept-dossiers.ts";
import { type PreparedDossiers, preparedDossiers } from "../../src/background/prepared.ts";
import { DEFAULT_SETTINGS, type SettingsCell } from "../../src/background/settings.ts";
import type { CoffreDatabase } from "../../src/coffre/database.ts";
import { protect } from "../../src/coffre/passphrase.ts";
import type { PreparedDossier } from "../../src/domain/prepared.ts";
import { pliOf } from "../../src/dossier/receipt.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { type CoffreDoor, coffreDoor, keepOpen } from "../../src/store/coffre-door.ts";
import { type MadeShelf, madeShelf } from "../../src/store/made-shelf.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { CHEAP, newProfile, opened } from "../coffre/world.ts";
import { memoryStore } from "../store/memory-store.ts";

const WORK = "90000001900018|2026-17";
const BYTES = new TextEncoder().encode("%PDF-1.7 pli");
const local = cellsOf(memoryStore());
let db: CoffreDatabase;
let days = 30;
let today = "2026-11-20T10:00:00.000Z";

interface Browsing {
  readonly session: ReturnType<typeof cellsOf>;
  readonly coffre: CoffreDoor;
  readonly made: MadeShelf;
  readonly prepared: PreparedDossiers;
  readonly local: typeof local;
  readonly settings: SettingsCell;
  readonly now: () => Date;
}

/** From the browser's start to its end: the memory that lasts so long is new. */
function start(): Browsing {
  const session = cellsOf(memoryStore());
  const coffre = coffreDoor(session, async () => db);
  const made = madeShelf(openShelf(session, `kept-${crypto.randomUUID()}`), coffre);
  const settings = { read: async () => ({ ...DEFAULT_SETTINGS, keepsPrepared: days }) } as SettingsCell;
  return { session, coffre, made, prepared: preparedDossiers(session, made), local, settings, now: () => new Date(today) };
}

async function make({ made, prepared }: Browsing, at = today, sha256 = "aa"): Promise<PreparedDossier> {
  const key = await made.put({ fileName: "pli.pdf", mediaType: "application/pdf", bytes: BYTES.slice(), putAt: Date.parse(at) });
  const file = { key, fileName: "pli.pdf", mediaType: "application/pdf", sha256, size: BYTES.length, pages: 1, oversize: false } as const;
  const dossier: PreparedDossier = { work: WORK, tabId: 7, at, form: "pdf", files: [file], remarks: [], holds: [] };
  await prepared.keep(dossier);
  return dossier;
}

/** As a screen of another tab, on a page that tells its consultation, reads it. */
async function found({ prepared, coffre }: Browsing, work = WORK) {
  return preparedFor(work, await prepared.find(work, 8, true), (await (await coffre.dossiers())?.list()) ?? [], days);
}

beforeEach(async () => {
  db = await newProfile();
  days = 30;
  today = "2026-11-20T10:00:00.000Z";
});

test("the browser closed, it is found for its work with its files and its term, and the receipt is compared with it", async () => {
  const first = start();
  const dossier = await make(first);
  await settleDossiers(first);
  expect(await found(first)).toEqual({ ...dossier, until: "2026-12-20" });
  const later = start();
  const again = await found(later);
  expect(again).toEqual({ ...dossier, tabId: null, until: "2026-12-20" });
  expect(await later.made.get(dossier.files[0]?.key ?? "")).toMatchObject({
    fileName: "pli.pdf",
    mediaType: "application/pdf",
    bytes: BYTES,
  });
  expect(pliOf([], again).files).toMatchObject([{ fileName: "pli.pdf", sha256: "aa" }]);
  expect(await found(later, "90000001900018|2026-18")).toBeNull();
});

test("what was just prepared is answered with its last day, and the screens that saw it before are told; while the coffre is closed, neither", async () => {
  const store = memoryStore();
  const open = { ...start(), session: cellsOf(store) };
  expect(await settlePrepared(open, await make(open))).toBe("2026-12-20");
  expect([...store.content.keys()]).toContain("coffre-changed");

  await protect(db, await opened(db), "une phrase à moi", CHEAP);
  const other = memoryStore();
  const closed = { ...start(), session: cellsOf(other) };
  expect(await settlePrepared(closed, await make(closed))).toBeUndefined();
  expect([...other.content.keys()]).toEqual([]);
});

test("its last day is the one said; past it, it is erased", async () => {
  const first = start();
  await make(first);
  await settleDossiers(first);
  today = "2026-12-20T22:00:00.000Z";
  const last = start();
  await eraseOver(last);
  expect(await found(last)).not.toBeNull();
  today = "2026-12-20T23:30:00.000Z";
  await eraseOver(last);
  expect(await found(last)).toBeNull();
  expect(await db.count("files")).toBe(0);
});

test("none wanted: nothing is kept, and what was kept is erased", async () => {
  const first = start();
  await make(first);
  await settleDossiers(first);
  days = 0;
  await settleDossiers(first);
  expect(await found(first)).not.toHaveProperty("until");
  expect([await db.count("dossiers"), await db.count("files")]).toEqual([0, 0]);
});

test("prepared while the coffre is closed, it is kept as soon as it opens; closed again, it cannot be read", async () => {
  const key = await protect(db, await opened(db), "une phrase à moi", CHEAP);
  const browsing = start();
  const dossier = await make(browsing);
  await settleDossiers(browsing);
  expect(await db.count("dossiers")).toBe(0);
  await keepOpen(browsing.session, key);
  await settleDossiers(browsing);
  expect(await found(browsing)).toMatchObject({ until: "2026-12-20" });
  const closed = start();
  expect(await found(closed)).toBeNull();
  expect(await closed.made.get(dossier.files[0]?.key ?? "")).toBeNull();
  await keepOpen(closed.session, key);
  expect(await found(closed)).toMatchObject({ at: dossier.at });
});

test("the next one of its work takes its place, unless a file of it was given to a page: that one is what was sent", async () => {
  const browsing = start();
  const ats = ["2026-11-20T10:00:00.000Z", "2026-11-20T11:00:00.000Z", "2026-11-20T12:00:00.000Z"];
  await make(browsing, ats[0], "aa");
  await settleDossiers(browsing);
  await make(browsing, ats[1], "bb");
  await settleDossiers(browsing);
  await diligenceOf(local, WORK).add([{ at: ats[1] ?? "", what: "attached", fileName: "pli.pdf", sha256: "bb", size: 1 }]);
  await make(browsing, ats[2], "cc");
  await settleDossiers(browsing);
  const kept = (await (await browsing.coffre.dossiers())?.list()) ?? [];
  expect(kept.map(({ at }) => at)).toEqual([ats[2], ats[1]]);
});

test("erased by hand, it is erased from this session too: nothing keeps it again", async () => {
  const browsing = start();
  const dossier = await make(browsing);
  await settleDossiers(browsing);
  const [kept] = (await (await browsing.coffre.dossiers())?.list()) ?? [];
  await removeDossiers(browsing, [kept?.id ?? ""]);
  await settleDossiers(browsing);
  expect(await found(browsing)).toBeNull();
  expect(await browsing.made.get(dossier.files[0]?.key ?? "")).toBeNull();
});
