/** A company carried to another browser: it arrives whole, joins what is there, loses nothing, and tells what differs. */
import { beforeEach, expect, test } from "vitest";
import { bidsOf, keepBid } from "../../src/background/bids.ts";
import { carriedOf, takeCarried } from "../../src/background/carried.ts";
import { consultationsCell } from "../../src/background/consultations.ts";
import { allDiligence, diligenceOf } from "../../src/background/diligence.ts";
import { NO_POLICY } from "../../src/background/policy.ts";
import { settingsCell, withCompany, withEntries } from "../../src/background/settings.ts";
import { type Entries, NO_ENTRIES } from "../../src/coffre/entries.ts";
import { NO_BID } from "../../src/domain/bid.ts";
import { Carried } from "../../src/domain/carried.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { some } from "../consultations/some.ts";
import { memoryStore } from "../store/memory-store.ts";

const SIRET = "90000001900019";
const OTHER = "90000002700012";
const WORK = `${SIRET}|2026-TRX-12`;

function browser() {
  let entries: Entries = NO_ENTRIES;
  const local = cellsOf(memoryStore());
  const coffre = {
    entries: async () => entries,
    changeEntries: async (change: (entries: Entries) => Entries) => (entries = change(entries)),
  };
  const settings = settingsCell({ local, coffre, policy: async () => NO_POLICY, sayLanguage: async () => {} });
  return { local, settings, consultations: consultationsCell(local) };
}
type Browser = ReturnType<typeof browser>;

const type = async ({ settings }: Browser, siret: string, values: Parameters<typeof withEntries>[2]) =>
  void (await settings.update((before) => withEntries(withCompany(before, siret), siret, values).settings));
const line = (at: string) => ({ at, what: "prepared" as const, fileName: "pli.pdf", sha256: "aa", size: 1 });

let here: Browser;
let there: Browser;
beforeEach(async () => {
  [here, there] = [browser(), browser()];
  await type(there, SIRET, { contactNom: "Lemaire", contactEmail: "offres@toits.example" });
  await type(there, OTHER, { contactNom: "Autre" });
  await there.consultations.update(() => [some({ id: "t" }), some({ id: "o", siren: OTHER.slice(0, 9) })]);
  await keepBid(there.local, { work: WORK, at: "2026-11-20T09:00:00.000Z", bid: { ...NO_BID, role: "alone" } });
  await diligenceOf(there.local, WORK).add([line("2026-11-20T09:00:00.000Z")]);
});

test("one company goes alone, and arrives whole where nothing is", async () => {
  const carried = Carried.parse(JSON.parse(JSON.stringify(await carriedOf(there, SIRET.slice(0, 9)))));
  expect(JSON.stringify(carried)).not.toContain(OTHER.slice(0, 9));
  const report = await takeCarried(here, carried, "here");
  expect(report).toEqual({ consultations: { added: 1, joined: 0 }, taken: ["contactNom", "contactEmail"], differences: [] });
  expect(await carriedOf(here, null)).toEqual(carried);
});

test("joined twice it changes nothing", async () => {
  const carried = await carriedOf(there, null);
  await takeCarried(here, carried, "here");
  const once = await carriedOf(here, null);
  expect(await takeCarried(here, carried, "here")).toMatchObject({ consultations: { added: 0, joined: 2 }, taken: [], differences: [] });
  expect(await carriedOf(here, null)).toEqual(once);
});

test("what both say otherwise stays as here and is told, until the person takes the file's", async () => {
  await type(here, SIRET, { contactNom: "Morel", contactPrenom: "Ada" });
  await keepBid(here.local, { work: WORK, at: "2026-11-22T09:00:00.000Z", bid: { ...NO_BID, role: "lead" } });
  await diligenceOf(here.local, WORK).add([line("2026-11-22T09:00:00.000Z")]);
  const carried = await carriedOf(there, SIRET.slice(0, 9));
  const { taken, differences } = await takeCarried(here, carried, "here");
  expect(taken).toEqual(["contactEmail"]);
  expect(differences).toEqual([
    { about: "entry", name: "contactNom", here: "Morel", there: "Lemaire" },
    { about: "answers", name: "2026-TRX-12", here: "2026-11-22T09:00:00.000Z", there: "2026-11-20T09:00:00.000Z" },
  ]);
  const kept = { contactNom: "Morel", contactPrenom: "Ada", contactEmail: "offres@toits.example" };
  expect((await here.settings.read()).manual[SIRET]).toEqual(kept);
  expect((await bidsOf(here.local).read())[0]?.bid.role).toBe("lead");
  expect((await allDiligence(here.local))[WORK]?.map(({ at }) => at.slice(8, 10))).toEqual(["20", "22"]);
  await takeCarried(here, carried, "file");
  expect((await here.settings.read()).manual[SIRET]).toEqual({ ...kept, contactNom: "Lemaire" });
  expect((await bidsOf(here.local).read())[0]?.bid.role).toBe("alone");
});

test("the company shown here stays so; the file's joins the list", async () => {
  await type(here, OTHER, { contactNom: "Autre" });
  await takeCarried(here, await carriedOf(there, SIRET.slice(0, 9)), "here");
  const { siret, companies } = await here.settings.read();
  expect([siret, companies.map((one) => one.siret)]).toEqual([OTHER, [OTHER, SIRET]]);
});
