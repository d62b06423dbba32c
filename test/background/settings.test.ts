import { describe, expect, test } from "vitest";
import { NO_POLICY, type Policy, policyOf } from "../../src/background/policy.ts";
import {
  DEFAULT_SETTINGS,
  settingsCell,
  withCompany,
  withCorrection,
  withEntries,
  withName,
  withoutCompany,
} from "../../src/background/settings.ts";
import { type Entries, NO_ENTRIES } from "../../src/coffre/entries.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { memoryStore } from "../store/memory-store.ts";
import { SIRET } from "./answers.ts";

describe("settings", () => {
  test("the company chosen comes first and keeps its name", () => {
    const named = withName(withCompany(DEFAULT_SETTINGS, SIRET), SIRET, "ATELIER");
    const other = withCompany(named, "35600000000048");
    expect(withCompany(other, SIRET).companies).toEqual([
      { siret: SIRET, name: "ATELIER" },
      { siret: "35600000000048", name: null },
    ]);
    expect(withName(named, SIRET, "ATELIER")).toBe(named);
  });

  test("entries are kept in the catalogue's form, or refused by name", () => {
    const { settings, refused } = withEntries(DEFAULT_SETTINGS, SIRET, {
      contactNom: " Lemaire ",
      contactEmail: "camille.lemaire@atelier.test",
      contactTelephone: "01 23",
      chiffreAffairesN1: "1 250 000,50 €",
      exerciceFinN1: "31/12/2025",
      contactCivilite: "Docteur",
    });
    expect(settings.manual[SIRET]).toEqual({
      contactNom: "Lemaire",
      contactEmail: "camille.lemaire@atelier.test",
      chiffreAffairesN1: 1250000.5,
      exerciceFinN1: "2025-12-31",
    });
    expect(refused).toEqual(["contactTelephone", "contactCivilite"]);
    expect(withEntries(settings, SIRET, { contactNom: "" }).settings.manual[SIRET]).not.toHaveProperty("contactNom");
  });

  test("what is of one consultation alone, or sworn, is never remembered: neither entered nor corrected", () => {
    const entered = withEntries(DEFAULT_SETTINGS, SIRET, { lot: "2", chiffreAffairesPart: "40", declarationHonneur: "true" });
    expect(entered.refused).toEqual(["lot", "chiffreAffairesPart", "declarationHonneur"]);
    expect(entered.settings.manual[SIRET]).toEqual({});
    const corrected = withCorrection(DEFAULT_SETTINGS, SIRET, "place", "chiffreAffairesPart", "40");
    expect(corrected.refused).toEqual(["chiffreAffairesPart"]);
    expect(corrected.settings.corrections[SIRET]?.place).toBeUndefined();
  });

  test("forgetting a company forgets what was entered for it", () => {
    const { settings } = withEntries(withCompany(DEFAULT_SETTINGS, SIRET), SIRET, { contactNom: "Lemaire" });
    expect(withoutCompany(settings, SIRET)).toEqual(DEFAULT_SETTINGS);
  });
});

describe("where they are kept", () => {
  const IBAN = "FR7630006000011234567890189";
  /** Written by version 1, as it lay in `storage.local`. */
  const VERSION_1 = {
    service: { kind: "proxy", url: "https://proxy.example" },
    siret: SIRET,
    companies: [{ siret: SIRET, name: "ATELIER" }],
    manual: { [SIRET]: { iban: IBAN, champDisparu: "x" } },
    corrections: { [SIRET]: { place: { commune: "LYON" } } },
    reminders: true,
    language: "en",
    portalsOff: ["aws"],
  };

  function places({ isLocked = false } = {}) {
    const store = memoryStore();
    const said: string[] = [];
    const coffre = { isLocked, entries: NO_ENTRIES };
    const managed: { policy: Policy } = { policy: NO_POLICY };
    const make = () =>
      settingsCell({
        local: cellsOf(store),
        policy: async () => managed.policy,
        coffre: {
          entries: async () => (coffre.isLocked ? null : coffre.entries),
          changeEntries: async (change: (entries: Entries) => Entries) => {
            if (coffre.isLocked) return null;
            coffre.entries = change(coffre.entries);
            return coffre.entries;
          },
        },
        sayLanguage: async (language) => void said.push(language),
      });
    return { store, said, coffre, managed, make, settings: make() };
  }

  test("what was typed goes to the coffre, and not beside the choices", async () => {
    const { store, coffre, settings } = places();
    await settings.update((before) => withEntries(withCompany(before, SIRET), SIRET, { iban: IBAN }).settings);
    expect(coffre.entries.manual[SIRET]).toEqual({ iban: IBAN });
    expect([...store.content.values()].join()).not.toContain(IBAN);
    expect((await settings.read()).manual[SIRET]).toEqual({ iban: IBAN });
  });

  test("version 1: all of it is there after the update, and what was typed moves to the coffre", async () => {
    const { store, coffre, settings } = places();
    await store.set("settings", VERSION_1);
    const { manual: _, ...kept } = VERSION_1;
    const rest = { ...kept, readsScans: true, keepsPrepared: 30 };
    expect(await settings.read()).toEqual({ ...rest, manual: { [SIRET]: { iban: IBAN } } });
    await settings.settle();
    expect(coffre.entries).toEqual({ manual: { [SIRET]: { iban: IBAN } }, corrections: VERSION_1.corrections });
    expect([...store.content.values()].join()).not.toContain(IBAN);
    expect(await settings.read()).toEqual({ ...rest, manual: { [SIRET]: { iban: IBAN } } });
  });

  test("nothing chosen: the public registers are asked, and no server is needed", async () => {
    expect((await places().settings.read()).service).toEqual({ kind: "open" });
  });

  test("version 2 had chosen an address for everybody: who kept it gets the registers, who typed one keeps it", async () => {
    for (const [url, expected] of [
      ["http://127.0.0.1:8787", { kind: "open" }],
      ["https://proxy.example", { kind: "proxy", url: "https://proxy.example" }],
    ]) {
      const { store, settings } = places();
      await store.set("settings", { version: 2, value: { ...VERSION_1, service: { kind: "proxy", url } } });
      expect(await settings.read()).toMatchObject({ service: expected, companies: VERSION_1.companies });
    }
  });

  test("the organisation's address wins while it manages the browser, and is never kept as the person's", async () => {
    const { store, managed, settings } = places();
    managed.policy = policyOf({ service: "https://pli.example/" });
    expect((await settings.read()).service).toEqual({ kind: "proxy", url: "https://pli.example" });
    expect(await settings.settled()).toEqual(["service"]);
    await settings.update((before) => withCompany(before, SIRET));
    expect(JSON.stringify([...store.content.values()])).not.toContain("pli.example");
    for (const nobody of [null, "http://pli.example", "pas une adresse"]) {
      managed.policy = policyOf({ service: nobody });
      expect((await settings.read()).service).toEqual({ kind: "open" });
      expect(await settings.settled()).toEqual([]);
    }
  });

  test("the organisation's reminders and portals win while it settles them; the person's come back after", async () => {
    const { managed, settings } = places();
    await settings.update((before) => ({ ...before, portalsOff: ["place"] }));
    managed.policy = policyOf({ reminders: true, portalsOff: ["aws"] });
    expect(await settings.read()).toMatchObject({ reminders: true, portalsOff: ["aws"] });
    expect(await settings.settled()).toEqual(["reminders", "portalsOff"]);
    managed.policy = policyOf({ reminders: "oui", portalsOff: "aws" });
    expect(await settings.read()).toMatchObject({ reminders: false, portalsOff: ["place"] });
    expect(await settings.settled()).toEqual([]);
  });

  test("the organisation's company is there from the start, can be forgotten, and takes nobody's place", async () => {
    const { managed, make, settings } = places();
    managed.policy = policyOf({ company: `${SIRET.slice(0, 9)} ${SIRET.slice(9)}` });
    await settings.preload();
    expect(await settings.read()).toMatchObject({ siret: SIRET, companies: [{ siret: SIRET, name: null }] });
    await settings.update((before) => withoutCompany(before, SIRET));
    await make().preload();
    expect((await settings.read()).companies).toEqual([]);

    const other = places();
    other.managed.policy = policyOf({ company: SIRET });
    await other.settings.update((before) => withCompany(before, "35600000000048"));
    await other.settings.preload();
    expect(await other.settings.read()).toMatchObject({
      siret: "35600000000048",
      companies: [{ siret: "35600000000048" }, { siret: SIRET }],
    });
    other.managed.policy = policyOf({ company: "123" });
    await other.settings.preload();
    expect((await other.settings.read()).companies).toHaveLength(2);
  });

  test("settling when nothing awaits the coffre writes nothing", async () => {
    const { store, settings } = places();
    await settings.settle();
    expect(store.content.size).toBe(0);
  });

  test("version 1 with a service in plain http: it is asked no more, the rest is kept", async () => {
    const { store, settings } = places();
    await store.set("settings", { ...VERSION_1, service: { kind: "proxy", url: "http://proxy.example" } });
    expect(await settings.read()).toMatchObject({ service: { kind: "open" }, companies: VERSION_1.companies, portalsOff: ["aws"] });
  });

  test("typed while the coffre is closed: it serves at once, outlives the browser, and goes to the coffre when it opens", async () => {
    const { coffre, make, settings } = places({ isLocked: true });
    coffre.entries = { manual: { [SIRET]: { iban: IBAN, contactNom: "Lemaire" } }, corrections: {} };
    await settings.update((before) => withEntries(withCompany(before, SIRET), SIRET, { contactNom: "Morel" }).settings);
    const later = make();
    expect((await later.read()).manual[SIRET]).toEqual({ contactNom: "Morel" });
    expect(await later.isWaiting()).toBe(true);
    coffre.isLocked = false;
    expect((await later.read()).manual[SIRET]).toEqual({ iban: IBAN, contactNom: "Morel" });
    await later.settle();
    expect(coffre.entries.manual[SIRET]).toEqual({ iban: IBAN, contactNom: "Morel" });
    expect(await later.isWaiting()).toBe(false);
  });

  test("a company forgotten while the coffre is closed is forgotten in it when it opens", async () => {
    const { coffre, settings } = places();
    await settings.update((before) => withEntries(withCompany(before, SIRET), SIRET, { iban: IBAN }).settings);
    coffre.isLocked = true;
    await settings.update((before) => withoutCompany(before, SIRET));
    coffre.isLocked = false;
    expect((await settings.read()).manual).toEqual({});
    await settings.settle();
    expect(coffre.entries.manual).toEqual({});
  });

  test("changes made at the same time all count, and the screens are told the language", async () => {
    const { said, settings } = places();
    await Promise.all([
      settings.update((before) => withCompany(before, SIRET)),
      settings.update((before) => ({ ...before, language: "en" })),
      settings.update((before) => withEntries(before, SIRET, { iban: IBAN }).settings),
    ]);
    expect(await settings.read()).toMatchObject({ siret: SIRET, language: "en", manual: { [SIRET]: { iban: IBAN } } });
    expect(said).toEqual(["en"]);
  });
});
