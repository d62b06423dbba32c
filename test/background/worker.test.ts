/** The background's work as a whole, with a service, a page and a shelf in memory. */
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createCollector } from "../../src/background/collector.ts";
import type { SendToFrame } from "../../src/background/context.ts";
import { diligenceOf } from "../../src/background/diligence.ts";
import { dataCell } from "../../src/background/issued-data.ts";
import { DATA_KEY, PACKAGED_DATA } from "../../src/background/packaged-data.ts";
import { NO_POLICY } from "../../src/background/policy.ts";
import type { FetchedDocument, Inquiry } from "../../src/background/service.ts";
import { settingsCell } from "../../src/background/settings.ts";
import { createWorker } from "../../src/background/worker.ts";
import { type Entries, NO_ENTRIES } from "../../src/coffre/entries.ts";
import type { Answer } from "../../src/domain/answer.ts";
import { NO_BID } from "../../src/domain/bid.ts";
import type { CompanyNotes } from "../../src/domain/coffre.ts";
import { NO_ANSWERS } from "../../src/domain/grounds.ts";
import { NO_CHOICE, NO_MEANS } from "../../src/domain/means.ts";
import { KeptPackets } from "../../src/domain/packet.ts";
import type { FillOutcome } from "../../src/domain/page-reading.ts";
import { basisOf } from "../../src/dossier/made-forms.ts";
import { fr } from "../../src/i18n/fr.ts";
import type { Input, NameFor, Origin } from "../../src/messages/contract.ts";
import type { ControlReport, PageReport } from "../../src/messages/page.ts";
import { cellsOf } from "../../src/store/cells.ts";
import type { CoffreDoor } from "../../src/store/coffre-door.ts";
import { madeShelf } from "../../src/store/made-shelf.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { memoryStore } from "../store/memory-store.ts";
import { answerOf, NOW, SIRET, serviceOf } from "./answers.ts";
import { control, page, slot } from "./pages.ts";

const TAB = 7;
const SCREEN: Origin = { from: "screen" };
const BYTES = new TextEncoder().encode("%PDF-1.7 specimen");

const IDENTITY = answerOf("insee", { facts: { raisonSociale: "ATELIER DES TOITS CLAIRS", siret: SIRET, codePostal: "99012" } });
const VIGILANCE = answerOf("urssaf", {
  pieces: [
    {
      n: 0,
      kind: "attestationVigilance",
      title: "Attestation de vigilance",
      validFrom: "2026-02-28",
      validityBasis: "source",
      downloadable: true,
    },
  ],
});

/** A frame that writes what it is told into its own reading. */
function frameOf(controls: ControlReport[]) {
  const state = { controls, gone: false, goneFrames: [] as number[], files: [] as { name: string; bytes: number }[] };
  const parts = new Map<string, number>();
  const reading = (): PageReport => page(state.controls);
  const send = (async <Name extends NameFor<"content">>(_tab: number, frameId: number, name: Name, input: unknown) => {
    if (state.gone || state.goneFrames.includes(frameId)) throw new Error("gone");
    if (name === "fillPage") {
      const { entries } = input as Input<"fillPage">;
      const outcomes = entries.flatMap(({ id, value, field }): FillOutcome[] => {
        const target = field ?? state.controls.find((one) => one.id === id)?.target ?? null;
        return target === null ? [] : [{ id, target, outcome: "filled", written: String(value) }];
      });
      state.controls = state.controls.map((one) => (entries.some(({ id }) => id === one.id) ? { ...one, empty: false } : one));
      return { outcomes, page: reading() };
    }
    if (name === "fillField") {
      const { field, value } = input as Input<"fillField">;
      const [first] = state.controls;
      if (first === undefined) return { outcome: null, page: reading() };
      state.controls = state.controls.map((one) => (one === first ? { ...one, empty: false } : one));
      return { outcome: { id: first.id, target: field, outcome: "filled", written: String(value) }, page: reading() };
    }
    if (name === "undoPage") {
      const filled = state.controls.filter((one) => !one.empty);
      state.controls = state.controls.map((one) => ({ ...one, empty: true }));
      return { outcomes: filled.map(({ id }) => ({ id, outcome: "restored" as const })), page: reading() };
    }
    if (name === "receivePart") {
      const { file, base64 } = input as Input<"receivePart">;
      parts.set(file, (parts.get(file) ?? 0) + atob(base64).length);
      return {};
    }
    if (name === "attachPage") {
      const { id, files } = input as Input<"attachPage">;
      for (const file of files) state.files.push({ name: file.name, bytes: parts.get(file.file) ?? 0 });
      state.controls = state.controls.map((one) => (one.id === id ? { ...one, empty: false } : one));
      return { outcome: { id, target: "document.attestationVigilance", outcome: "filled" }, page: reading() };
    }
    return reading();
  }) as SendToFrame;
  return { state, send, reading };
}

/** A browser under load. Exchanges on one key keep their order, as they do there. */
function slowStore(seed: number): ReturnType<typeof memoryStore> {
  const store = memoryStore();
  let drawn = seed;
  const lines = new Map<string, Promise<unknown>>();
  const wait = async () => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    for (let turn = drawn % 12; turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...store,
    get: async (key) => {
      await wait();
      return store.get(key);
    },
    set: async (key, value) => {
      await wait();
      await store.set(key, value);
    },
    remove: async (key) => {
      await wait();
      await store.remove(key);
    },
    keys: async (prefix) => {
      await wait();
      return store.keys(prefix);
    },
    alone: (key, work) => {
      const turn = (lines.get(key) ?? Promise.resolve()).then(work, work);
      lines.set(
        key,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}

let shelves = 0;

/** @param seed of a store that takes its time: each exchange some milliseconds, drawn; none given, it takes none */
function start(frame: ReturnType<typeof frameOf>, answers: Answer[] = [IDENTITY, VIGILANCE], seed = 0) {
  const [session, local] = seed === 0 ? [memoryStore(), memoryStore()] : [slowStore(seed), slowStore(seed + 1)];
  const inquiries: Inquiry[] = [];
  const badges: boolean[] = [];
  /** The alarms asked for, and whether the mark of an erasing stood by then. */
  const wakes: { readonly time: Date; readonly isErasing: boolean }[] = [];
  let document: FetchedDocument | { problem: "notADocument" } = { bytes: BYTES, mediaType: "application/pdf", fileName: "vigilance.pdf" };
  let downloads = 0;
  let erasures = 0;
  let failures = 0;
  let signOut: Promise<void> = Promise.resolve();
  let answersHeld: Promise<void> | undefined;
  let asking = () => {};
  let held: { readonly asked: () => void; readonly given: Promise<void> } | null = null;
  let entries: Entries = NO_ENTRIES;
  const notes = new Map<string, CompanyNotes>();
  let isClosed = false;
  const service = async () => ({
    describe: async () => serviceOf("insee", "urssaf"),
    ask: async (inquiry: Inquiry, id: string) => {
      inquiries.push(inquiry);
      asking();
      await answersHeld;
      return answers.find((answer) => answer.provenance.source === id) ?? answerOf(id, { state: "notFound" });
    },
    measureUpload: async () => ({ bitsPerSecond: 8_000_000 }),
    search: async () => ({ companies: [{ siret: SIRET, name: "ATELIER DES TOITS CLAIRS", place: null }], total: 1 }),
    document: async () => {
      downloads += 1;
      held?.asked();
      await held?.given;
      return document;
    },
  });
  let address: string | null = "https://portail.test/depot";
  const injected: number[] = [];
  const cells = cellsOf(session);
  const collector = createCollector({ cells, store: session, service, wakeAt: () => {}, now: () => NOW });
  shelves += 1;
  const shelf = openShelf(cells, `shelf-${shelves}`);
  const noteOf = (siren: string) => notes.get(siren) ?? { siren, manual: {}, explications: [], means: NO_MEANS, grounds: [] };
  const coffre: CoffreDoor = {
    list: async () => [],
    entries: async () => entries,
    changeEntries: async (change) => {
      entries = change(entries);
      return entries;
    },
    notesOf: async (siren) => (isClosed ? null : noteOf(siren)),
    changeNotes: async (siren, change) => {
      if (!isClosed) notes.set(siren, change(noteOf(siren)));
      return !isClosed;
    },
    bytesOf: async () => undefined,
    isLocked: async () => false,
    dossiers: async () => null,
    erase: async () => {
      if (failures > 0) {
        failures -= 1;
        throw new Error("disk");
      }
      erasures += 1;
      entries = NO_ENTRIES;
    },
  };
  const settings = settingsCell({ local: cellsOf(local), coffre, policy: async () => NO_POLICY, sayLanguage: async () => {} });
  const brought: [number, number][] = [];
  let waking = Promise.resolve();
  const worker = createWorker({
    session: cells,
    sessionStore: session,
    local: cellsOf(local),
    localStore: { sealAll: async () => {}, opens: async () => true, erase: async () => local.content.clear() },
    erasing: cellsOf(local)("erasing", z.boolean(), false),
    settings,
    collector,
    service,
    issued: { packaged: PACKAGED_DATA, key: DATA_KEY, organisation: async () => null },
    publicServices: async () => ({ names: [], origins: [] }),
    shelf,
    identity: {
      signIn: async () => "failed",
      signOut: async () => signOut,
      tokenFor: async () => null,
      renew: async () => ({ state: "over" }),
      personAt: async () => null,
    },
    coffre,
    sendToFrame: frame.send,
    addressOf: async () => address,
    inject: async (tabId, frameId) => {
      if (frameId === undefined) injected.push(tabId);
      else brought.push([tabId, frameId]);
    },
    wakeTab: () => waking,
    words: async () => ({ language: "fr", m: fr }),
    badge: (_, detected) => badges.push(detected),
    wakeAt: (time) => wakes.push({ time, isErasing: local.content.has("erasing") }),
    now: () => NOW,
  });
  const { handlers } = worker;
  return {
    ...{ worker, handlers, shelf, session, local, settings, inquiries, badges, wakes, injected, brought },
    showAt: (url: string | null) => {
      address = url;
    },
    /** The page is read when the test says so. */
    holdWaking: () => {
      const woken = Promise.withResolvers<void>();
      waking = woken.promise;
      return woken.resolve;
    },
    coffreErasures: () => erasures,
    closeCoffre: () => {
      isClosed = true;
    },
    downloads: () => downloads,
    failErasing: () => {
      failures = 1;
    },
    muteProxy: () => {
      signOut = new Promise(() => {});
    },
    /** The sources think: `asked` once the first is asked, `give` lets all answer, `settled` once they did. */
    holdAnswers: () => {
      const [asked, given] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      asking = asked.resolve;
      answersHeld = given.promise;
      return { asked: asked.promise, give: given.resolve };
    },
    /** Lets everything that can happen without time happen. */
    turns: () => new Promise((resolve) => setTimeout(resolve, 20)),
    holdDocuments: () => {
      const [asked, given] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      held = { asked: asked.resolve, given: given.promise };
      return { asked: asked.promise, give: given.resolve };
    },
    refuseDocuments: () => {
      document = { problem: "notADocument" };
    },
    report: (more: Partial<PageReport> = {}, documentId = "d1", url = "https://portail.test/depot") =>
      handlers.pageRead({ document: documentId, page: { ...frame.reading(), ...more } }, { from: "content", tabId: TAB, frameId: 0, url }),
    choose: async () => {
      await handlers.chooseCompany({ siret: SIRET }, SCREEN);
      await handlers.show({ tabId: TAB }, SCREEN);
      await collector.settled();
    },
    show: () => handlers.show({ tabId: TAB }, SCREEN),
  };
}

const FORM = [
  control("rs", "raisonSociale"),
  control("cp", "codePostal"),
  control("nom", "contactNom"),
  control("tape", "siret", { empty: false }),
  control("honneur", "declarationHonneur", { type: "checkbox", leave: "sworn" }),
  control("secret", "password", { leave: "password" }),
  slot("vig", "document.attestationVigilance"),
  slot("fisc", "document.attestationFiscale"),
];

describe("worker", () => {
  let frame: ReturnType<typeof frameOf>;
  let world: ReturnType<typeof start>;
  beforeEach(() => {
    frame = frameOf(FORM);
    world = start(frame);
  });

  test("from a page to a filled form and back", async () => {
    await world.report();
    expect(world.badges).toEqual([true]);
    expect((await world.show()).stage).toBe("noCompany");
    await world.choose();
    const ready = await world.show();
    expect(ready.stage).toBe("ready");
    expect(ready.company?.name).toBe("ATELIER DES TOITS CLAIRS");
    expect(ready.fields.map(({ id, status }) => [id, status])).toEqual([
      ["rs", "ready"],
      ["cp", "ready"],
      ["nom", "missing"],
      ["tape", "left"],
      ["honneur", "left"],
    ]);
    expect(await world.handlers.fill({ tabId: TAB, except: [{ frameId: 0, id: "cp" }], accepted: [] }, SCREEN)).toEqual({
      filled: 1,
      left: 0,
      gone: false,
    });
    const half = await world.show();
    expect(half.fields.find(({ id }) => id === "rs")).toMatchObject({ status: "filled", written: "ATELIER DES TOITS CLAIRS" });
    expect(half.fields.find(({ id }) => id === "cp")?.status).toBe("ready");
    await world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN);
    expect((await world.show()).stage).toBe("filled");
    expect(await world.handlers.undo({ tabId: TAB }, SCREEN)).toMatchObject({ gone: false });
    const back = await world.show();
    expect(back.undoable).toBe(false);
    expect(back.fields.find(({ id }) => id === "rs")?.status).toBe("ready");
  });

  test("what is only proposed is not written by the one click; accepted, it is", async () => {
    const doubts = [{ about: "title", text: "Suivi commercial" }] as const;
    frame = frameOf([control("rs", "raisonSociale"), control("cp", "codePostal", { tier: "proposed", doubts })]);
    world = start(frame);
    await world.report();
    await world.choose();
    expect((await world.show()).fields).toMatchObject([{ status: "ready" }, { status: "proposed", value: expect.any(String), doubts }]);
    expect(await world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN)).toMatchObject({ filled: 1 });
    expect((await world.show()).fields.map(({ status }) => status)).toEqual(["filled", "proposed"]);
    const accepted = [{ frameId: 0, id: "cp" }];
    expect(await world.handlers.fill({ tabId: TAB, except: [], accepted }, SCREEN)).toMatchObject({ filled: 1 });
    expect((await world.show()).fields.map(({ status }) => status)).toEqual(["filled", "filled"]);
  });

  test("what a control asks, said once, is written there, remembered for the form, listed, and erased with everything", async () => {
    const controls = [control("rs", "raisonSociale"), control("x", null, { label: "Code maison" })];
    const frame = frameOf(controls);
    const world = start(frame);
    await world.choose();
    await world.report();
    expect((await world.show()).unread).toMatchObject([{ id: "x", label: "Code maison" }]);
    expect(await world.handlers.teach({ tabId: TAB, frameId: 0, id: "x", asks: "codePostal" }, SCREEN)).toEqual({ kept: true });
    expect((await world.show()).fields.find(({ id }) => id === "x")).toMatchObject({
      status: "ready",
      field: "codePostal",
      taught: "person",
    });
    expect(await world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN)).toMatchObject({ filled: 2 });
    expect((await world.show()).taught).toMatchObject([{ host: "portail.test", by: "person", lessons: [{ asks: "codePostal" }] }]);
    expect(JSON.parse((await world.handlers.exportAll({}, SCREEN)).json).lessons).toHaveLength(1);
    await world.handlers.eraseAll({}, SCREEN);
    expect((await world.show()).taught).toEqual([]);
  });

  test("the signed data taken in are proposed in the page, written by nobody's leave but the person's, and left in one gesture", async () => {
    const world = start(frameOf([control("rs", "raisonSociale"), control("x", null, { label: "Code maison" })]));
    await world.choose();
    await world.report();
    await world.handlers.teach({ tabId: TAB, frameId: 0, id: "x", asks: "codePostal" }, SCREEN);
    const [form] = (await world.show()).taught;
    if (form === undefined) throw new Error("nothing was taught");
    const { host, structure, lessons } = form;
    await world.handlers.forgetForm({ host, structure, by: "person" }, SCREEN);
    await dataCell(cellsOf(world.local)).update(() => ({ version: 9, issuedOn: "2026-11-24", forms: [{ host, structure, lessons }] }));
    const { fields, data, taught } = await world.show();
    expect(fields.find(({ id }) => id === "x")).toMatchObject({ status: "proposed", field: "codePostal", doubts: [{ about: "map" }] });
    expect([data, taught]).toEqual([{ from: "file", version: 9, issuedOn: "2026-11-24", forms: 1, sites: 1 }, []]);
    expect(await world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN)).toMatchObject({ filled: 1 });
    expect(JSON.parse((await world.handlers.exportAll({}, SCREEN)).json).data).toMatchObject({ version: 9 });
    await world.handlers.leaveData({}, SCREEN);
    expect((await world.show()).unread).toMatchObject([{ id: "x" }]);
    expect((await world.show()).data).toMatchObject({ from: "package", forms: 0 });
  });

  test("a line left out is asked again on the next page of that form, not on this one", async () => {
    const world = start(frameOf([control("rs", "raisonSociale")]));
    await world.choose();
    await world.report();
    await world.handlers.fill({ tabId: TAB, except: [{ frameId: 0, id: "rs" }], accepted: [] }, SCREEN);
    expect((await world.show()).fields[0]?.status).toBe("ready");
    await world.report({}, "d2");
    expect((await world.show()).fields[0]).toMatchObject({ status: "proposed", doubts: [{ about: "refused" }] });
  });

  test("what a screen shows is a read: nothing is kept by it", async () => {
    await world.report();
    await world.choose();
    const kept = () => [world.local, world.session].map(({ content }) => Object.fromEntries(content));
    const before = kept();
    await world.show();
    await world.show();
    expect(kept()).toEqual(before);
  });

  test("the name of a company is learned when its sources answer, and is there at once when the company is chosen again", async () => {
    await world.choose();
    const kept = async () => (await world.settings.read()).companies;
    expect(await kept()).toEqual([{ siret: SIRET, name: "ATELIER DES TOITS CLAIRS" }]);
    await world.handlers.forgetCompany({ siret: SIRET }, SCREEN);
    await world.handlers.chooseCompany({ siret: SIRET }, SCREEN);
    expect(await kept()).toEqual([{ siret: SIRET, name: "ATELIER DES TOITS CLAIRS" }]);
  });

  test("a worker stopped between an answer and the name it tells learns the name when it starts again", async () => {
    await world.choose();
    await world.settings.update((before) => ({ ...before, companies: [{ siret: SIRET, name: null }] }));
    expect((await world.show()).company?.name).toBe("ATELIER DES TOITS CLAIRS");
    await world.worker.resume();
    expect(await world.settings.read()).toMatchObject({ companies: [{ name: "ATELIER DES TOITS CLAIRS" }] });
  });

  test("what the person enters is remembered for the company and becomes ready", async () => {
    await world.report();
    await world.choose();
    const { refused } = await world.handlers.remember(
      { siret: SIRET, values: { contactNom: "Lemaire", contactEmail: "pas une adresse" } },
      SCREEN,
    );
    expect(refused).toEqual(["contactEmail"]);
    expect((await world.show()).fields.find(({ id }) => id === "nom")).toMatchObject({
      status: "ready",
      value: "Lemaire",
      origin: { from: "manual" },
    });
  });

  test("the menu proposes what is known of the company, and fills one field where no form was found; it is undone", async () => {
    expect((await world.worker.menu()).items).toEqual([]);
    const consultation = { portal: "p", url: "u", reference: "2026-TRX-0147" };
    await world.report({ detected: false, consultation });
    await world.choose();
    const { title: heading, items } = await world.worker.menu();
    expect(heading).toBe("Remplir ce champ avec…");
    expect(items.map(({ title }) => title)).toEqual(["Raison sociale", "SIRET", "SIREN", "Code postal"]);
    expect(await world.worker.fillFromMenu(TAB, 0, "codePostal")).toBe(true);
    expect((await world.show()).undoable).toBe(true);
    expect(await world.handlers.undo({ tabId: TAB }, SCREEN)).toMatchObject({ gone: false });
    expect((await world.show()).undoable).toBe(false);
    expect(await world.worker.fillFromMenu(TAB, 0, "capitalSocial")).toBe(false);
  });

  test("a correction holds on its portal only, and can be forgotten", async () => {
    await world.report();
    await world.choose();
    const correct = (value: string, everywhere = false) =>
      world.handlers.correct({ tabId: TAB, field: "raisonSociale", value, everywhere }, SCREEN);
    expect(await correct("ATELIER (établissement de Brécourt)")).toEqual({ accepted: true });
    const line = async () => (await world.show()).fields.find(({ id }) => id === "rs");
    expect(await line()).toMatchObject({ value: "ATELIER (établissement de Brécourt)", origin: { from: "manual" } });
    await world.report({ portal: "autre-portail" });
    expect(await line()).toMatchObject({ value: "ATELIER DES TOITS CLAIRS", origin: { from: "source" } });
    await world.report();
    await correct("");
    expect(await line()).toMatchObject({ value: "ATELIER DES TOITS CLAIRS" });
    await correct("ATELIER (partout)", true);
    await world.report({ portal: "autre-portail" });
    expect(await line()).toMatchObject({ value: "ATELIER (partout)", origin: { from: "manual" } });
    await correct("");
    await world.report();
    expect(await line()).toMatchObject({ value: "ATELIER DES TOITS CLAIRS" });
    expect(await world.handlers.correct({ tabId: TAB, field: "codePostal", value: "abc", everywhere: false }, SCREEN)).toEqual({
      accepted: false,
    });
  });

  test("what an older version kept of one consultation is not written in the next", async () => {
    frame.state.controls = [control("part", "chiffreAffairesPart"), control("rs", "raisonSociale")];
    await world.report();
    await world.choose();
    await world.handlers.correct({ tabId: TAB, field: "raisonSociale", value: "ATELIER", everywhere: false }, SCREEN);
    const settings = await world.settings.read();
    const portal = Object.keys(settings.corrections[SIRET] ?? {})[0] ?? "";
    const values = { chiffreAffairesPart: 40, raisonSociale: "ATELIER" };
    await world.settings.update((before) => ({ ...before, manual: { [SIRET]: values }, corrections: { [SIRET]: { [portal]: values } } }));
    const { fields } = await world.show();
    expect(fields.map(({ id, status }) => [id, status])).toEqual([
      ["part", "missing"],
      ["rs", "ready"],
    ]);
    expect(fields[1]).toMatchObject({ value: "ATELIER" });
  });

  test("an attestation goes into its slot, its bytes whole, downloaded once", async () => {
    await world.report();
    await world.choose();
    const { slots } = await world.show();
    expect(slots.map(({ id, status, proposed }) => [id, status, proposed])).toEqual([
      ["vig", "ready", ["urssaf#0"]],
      ["fisc", "missing", []],
    ]);
    const choices = [{ frameId: 0, id: "vig", pieces: ["urssaf#0"], made: [] }];
    const { outcomes } = await world.handlers.attach({ tabId: TAB, choices }, SCREEN);
    expect(outcomes).toMatchObject([{ outcome: "attached", files: ["01_attestation-vigilance-urssaf_900000019_2026-08-31.pdf"] }]);
    expect(frame.state.files).toEqual([{ name: "01_attestation-vigilance-urssaf_900000019_2026-08-31.pdf", bytes: BYTES.length }]);
    expect((await world.show()).slots[0]?.status).toBe("attached");
    await world.handlers.bringPiece({ tabId: TAB, pieceId: "urssaf#0" }, SCREEN);
    expect(world.downloads()).toBe(1);
    expect(await world.handlers.undo({ tabId: TAB }, SCREEN)).toMatchObject({ files: 1, gone: false });
  });

  test("a store that is full: the file is in the slot and said to be, and older logs give way to its line", async () => {
    await world.report();
    await world.choose();
    const old = Array.from({ length: 20 }, (_, n) => ({
      at: NOW.toISOString(),
      what: "prepared" as const,
      fileName: `${n}.pdf`,
      sha256: "",
      size: 1,
    }));
    for (const work of ["une|A", "une|B"]) await diligenceOf(cellsOf(world.local), work).add(old);
    const { set } = world.local;
    const most = world.local.content.get("diligence")?.length ?? 0;
    let refusals = 0;
    world.local.set = async (key, value) => {
      if (key === "diligence" && JSON.stringify(value).length > most) {
        refusals += 1;
        throw new DOMException("full", "QuotaExceededError");
      }
      await set(key, value);
    };
    const choices = [{ frameId: 0, id: "vig", pieces: ["urssaf#0"], made: [] }];
    expect((await world.handlers.attach({ tabId: TAB, choices }, SCREEN)).outcomes).toMatchObject([{ outcome: "attached" }]);
    expect(refusals).toBe(1);
    const { diligence } = JSON.parse((await world.handlers.exportAll({}, SCREEN)).json);
    expect(Object.keys(diligence)).toHaveLength(2);
    expect(Object.values(diligence).flat()).toContainEqual(expect.objectContaining({ what: "attached", host: "portail.test" }));

    // Not even that: the file is in the slot all the same, and it is said.
    world.local.set = async () => Promise.reject(new DOMException("full", "QuotaExceededError"));
    frame.state.controls = FORM;
    await world.report({}, "d2");
    expect((await world.handlers.attach({ tabId: TAB, choices }, SCREEN)).outcomes).toMatchObject([{ outcome: "attached" }]);
  });

  test("a shelf that is full keeps no document, which goes into its slot all the same", async () => {
    await world.report();
    await world.choose();
    world.shelf.begin = async () => async () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    const choices = [{ frameId: 0, id: "vig", pieces: ["urssaf#0"], made: [] }];
    expect((await world.handlers.attach({ tabId: TAB, choices }, SCREEN)).outcomes).toMatchObject([{ outcome: "attached" }]);
    expect(frame.state.files).toMatchObject([{ bytes: BYTES.length }]);
  });

  test("what was prepared is offered where the whole candidature goes, attached whole, and logged; then erased with the rest", async () => {
    const consultation = { portal: "p", url: "u", reference: "2026-17" };
    const whole = [slot("pli", "document.candidature", { accept: ".pdf" }), slot("zip", "document.zip", { accept: ".zip" })];
    frame.state.controls = whole;
    await world.report({ consultation });
    await world.choose();
    const { work } = await world.show();
    if (work === null) throw new Error("No company is chosen.");
    const made = madeShelf(world.shelf);
    const key = await made.put({ fileName: "dossier.pdf", mediaType: "application/pdf", bytes: BYTES.slice(), putAt: NOW.getTime() });
    const file = {
      key,
      fileName: "dossier.pdf",
      mediaType: "application/pdf",
      sha256: "ab",
      size: BYTES.length,
      pages: 1,
      oversize: false,
    } as const;
    const holds = [{ kind: "rcPro" as const, title: "RC pro", validUntil: "2026-12-31", validityBasis: "document" as const }];
    const dossier = { work, tabId: TAB, at: NOW.toISOString(), form: "pdf" as const, files: [file], remarks: [], holds };
    await world.handlers.keepPrepared(dossier, SCREEN);
    const { prepared, slots } = await world.show();
    expect(prepared).toEqual(dossier);
    expect(slots.map((one) => one.prepared)).toEqual([[[key]], []]);
    const { outcomes } = await world.handlers.attach({ tabId: TAB, choices: [{ frameId: 0, id: "pli", pieces: [], made: [key] }] }, SCREEN);
    expect(outcomes).toMatchObject([{ outcome: "attached", files: ["dossier.pdf"] }]);
    expect(frame.state.files).toEqual([{ name: "dossier.pdf", bytes: BYTES.length }]);
    const { entries } = await world.handlers.readDiligence({ work }, SCREEN);
    expect(entries.map(({ what, fileName, place }) => [what, fileName, place])).toEqual([
      ["prepared", "dossier.pdf", undefined],
      ["attached", "dossier.pdf", "pli"],
    ]);
    const [one] = (await world.handlers.readConsultations({}, SCREEN)).consultations;
    expect(one?.events.map(({ what, files, pieces }) => [what, files[0]?.fileName, pieces])).toEqual([
      ["prepared", "dossier.pdf", holds],
      ["attached", "dossier.pdf", holds],
    ]);
    await world.handlers.eraseAll({}, SCREEN);
    expect(await made.get(key)).toBeNull();
    expect(await world.handlers.readDiligence({ work }, SCREEN)).toEqual({ entries: [] });
  });

  test("a form made for the consultation goes into its slot, and leaves it with the choice or the fact that it was made of", async () => {
    frame.state.controls = [slot("lettre", "document.dc1", { accept: ".pdf" })];
    await world.report({ consultation: { portal: "p", url: "u", reference: "2026-17" } });
    await world.choose();
    const { work, dossier, slots } = await world.show();
    if (work === null || dossier === null) throw new Error("No company is chosen.");
    expect(slots[0]).toMatchObject({ status: "missing", why: { state: "canBeMade" } });
    const made = madeShelf(world.shelf);
    const keep = async (at: string) => {
      const key = await made.put({ fileName: "dc1.pdf", mediaType: "application/pdf", bytes: BYTES.slice(), putAt: NOW.getTime() });
      const file = { key, kind: "dc1", title: "DC1", fileName: "dc1.pdf", mediaType: "application/pdf", sha256: "ab", size: 3 } as const;
      const files = [{ ...file, pages: 1, left: [], sworn: 1 }];
      await world.handlers.keepForms({ work, tabId: TAB, at, basis: basisOf(dossier), files }, SCREEN);
      return key;
    };
    const key = await keep(NOW.toISOString());
    expect((await world.show()).slots[0]).toMatchObject({ status: "ready", proposed: [key] });
    const { outcomes } = await world.handlers.attach(
      { tabId: TAB, choices: [{ frameId: 0, id: "lettre", pieces: [key], made: [] }] },
      SCREEN,
    );
    expect(outcomes).toMatchObject([{ outcome: "attached", files: ["01_dc1_900000019.pdf"] }]);
    const { entries } = await world.handlers.readDiligence({ work }, SCREEN);
    expect(entries.map(({ what }) => what)).toEqual(["prepared", "attached"]);
    await world.handlers.chooseBid({ work, bid: { ...NO_BID, role: "alone" } }, SCREEN);
    expect([(await world.show()).dossier?.pieces.some(({ id }) => id === key), await made.get(key)]).toEqual([false, null]);
    const again = await keep(NOW.toISOString());
    await world.handlers.remember({ siret: SIRET, values: { nomCommercial: "Les Toits" } }, SCREEN);
    expect((await world.show()).dossier?.pieces.some(({ id }) => id === again)).toBe(false);
    expect(await world.handlers.readForms({ work }, SCREEN)).toMatchObject({ bid: { role: "alone" }, past: null });
  });

  test("what a person answered is kept for its consultation, shown with its day for another, and forgotten with the company", async () => {
    await world.choose();
    const [one, other] = [`${SIRET}|2026-17`, `${SIRET}|2026-18`];
    const answers = { ...NO_ANSWERS, grounds: { fraud: { applies: false } } };
    await world.handlers.answerDume({ work: one, answers }, SCREEN);
    expect(await world.handlers.readForms({ work: one }, SCREEN)).toMatchObject({ bid: NO_BID, dume: answers, past: null });
    const past = { at: NOW.toISOString(), reference: "2026-17", grounds: answers.grounds };
    expect(await world.handlers.readForms({ work: other }, SCREEN)).toEqual({
      bid: NO_BID,
      dume: NO_ANSWERS,
      means: NO_CHOICE,
      past,
      forms: null,
      packets: null,
      kept: NO_MEANS,
    });
    expect(JSON.parse((await world.handlers.exportAll({}, SCREEN)).json).bids).toHaveLength(1);
    await world.handlers.forgetCompany({ siret: SIRET }, SCREEN);
    expect(await world.handlers.readForms({ work: other }, SCREEN)).toMatchObject({ past: null });
  });

  test("what a member of the group gave goes with that member, and with the group", async () => {
    await world.report();
    await world.choose();
    const { work } = await world.show();
    if (work === null) throw new Error("No company is chosen.");
    const made = madeShelf(world.shelf);
    const [one, other] = ["99990000400014", "99990100200009"];
    const given = async (siret: string) => ({
      key: await made.put({ fileName: "dc2.pdf", mediaType: "application/pdf", bytes: BYTES.slice(), putAt: NOW.getTime() }),
      ...{ siret, member: "M", madeAt: NOW.toISOString(), kind: "dc2", title: "DC2", fileName: "dc2.pdf", mediaType: "application/pdf" },
      ...{ size: 3, sha256: "0".repeat(64), source: "x", validityBasis: "computed" },
    });
    const files = KeptPackets.shape.files.parse([await given(one), await given(other)]);
    const bid = { ...NO_BID, role: "lead" as const, others: [one, other].map((siret) => ({ siret, name: "" })) };
    await world.handlers.chooseBid({ work, bid }, SCREEN);
    await world.handlers.keepPackets({ work, tabId: TAB, files }, SCREEN);
    expect((await world.handlers.readForms({ work }, SCREEN)).packets?.files).toHaveLength(2);
    await world.handlers.chooseBid({ work, bid: { ...bid, others: bid.others.slice(1) } }, SCREEN);
    expect((await world.handlers.readForms({ work }, SCREEN)).packets?.files.map(({ siret }) => siret)).toEqual([other]);
    expect(await made.get(files[0]?.key ?? "")).toBeNull();
    await world.handlers.chooseBid({ work, bid: { ...bid, role: "alone" } }, SCREEN);
    expect((await world.handlers.readForms({ work }, SCREEN)).packets).toBeNull();
    expect(await made.get(files[1]?.key ?? "")).toBeNull();
  });

  test("what a company shows is kept once, chosen for each consultation; forms that showed otherwise are let go", async () => {
    await world.report();
    await world.choose();
    const { work, dossier } = await world.show();
    if (work === null || dossier === null) throw new Error("No company is chosen.");
    const put = { id: "r1", client: "Commune d'Essai", objet: "Toiture", contact: {} };
    const { kept } = await world.handlers.changeMeans({ work, change: { kind: "references", put } }, SCREEN);
    expect(kept?.references).toEqual([put]);
    const made = madeShelf(world.shelf);
    const files = await Promise.all(
      (["dc1", "dc2", "dume"] as const).map(async (kind) => ({
        key: await made.put({ fileName: kind, mediaType: "application/pdf", bytes: BYTES.slice(), putAt: NOW.getTime() }),
        ...{
          kind,
          title: kind,
          fileName: kind,
          mediaType: "application/pdf" as const,
          sha256: "ab",
          size: 3,
          pages: 1,
          left: [],
          sworn: 0,
        },
      })),
    );
    await world.handlers.keepForms({ work, tabId: TAB, at: NOW.toISOString(), basis: basisOf(dossier), files }, SCREEN);
    const means = { ...NO_CHOICE, references: ["r1"] };
    await world.handlers.chooseMeans({ work, means }, SCREEN);
    const known = await world.handlers.readForms({ work }, SCREEN);
    expect(known).toMatchObject({ means, kept: { references: [put] } });
    expect(known.forms?.files.map(({ kind }) => kind)).toEqual(["dc1"]);
    expect(await world.handlers.readForms({ work: `${SIRET}|2026-99` }, SCREEN)).toMatchObject({
      means: NO_CHOICE,
      kept: { references: [put] },
    });
    world.closeCoffre();
    expect(await world.handlers.changeMeans({ work, change: { kind: "remove", of: "references", id: "r1" } }, SCREEN)).toEqual({
      kept: null,
    });
    expect((await world.handlers.readForms({ work }, SCREEN)).kept).toBeNull();
  });

  test("another company's public facts are asked of the open register alone, by its SIRET", async () => {
    await world.choose();
    const { work } = await world.show();
    world.inquiries.length = 0;
    const told = await world.handlers.lookUpParty({ work: work ?? "", siret: SIRET }, SCREEN);
    expect(world.inquiries.map(({ siret, recipient }) => [siret, recipient])).toEqual([[SIRET, null]]);
    expect(told).toEqual({ problem: "unknown" });
  });

  test("the lists of a page are filled cell by cell once the person asks for it, and undone with the rest", async () => {
    const cell = { list: "references", column: "client", at: 0 } as const;
    frame.state.controls = [...FORM, control("client", null, { cell }), control("taken", null, { cell: { ...cell, at: 1 }, empty: false })];
    await world.report();
    await world.choose();
    expect((await world.show()).lists).toEqual([
      { frameId: 0, id: "client", cell, type: "text", pageLabel: "client", empty: true },
      { frameId: 0, id: "taken", cell: { ...cell, at: 1 }, type: "text", pageLabel: "taken", empty: false },
    ]);
    await world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN);
    expect(frame.reading().controls.find(({ id }) => id === "client")?.empty).toBe(true);
    const cells = [{ frameId: 0, id: "client", cell, value: "Commune d'Essai" }];
    expect(await world.handlers.fillLists({ tabId: TAB, cells }, SCREEN)).toEqual({ filled: 1, left: 0, gone: false });
    expect((await world.show()).undoable).toBe(true);
    frame.state.gone = true;
    expect(await world.handlers.fillLists({ tabId: TAB, cells }, SCREEN)).toEqual({ filled: 0, left: 0, gone: true });
  });

  test("a tab that left its portal is no longer named; one that only changed its own address is", async () => {
    await world.report();
    await world.choose();
    await world.worker.tabLoads(TAB);
    expect((await world.show()).page?.host).toBe("portail.test");
    frame.state.gone = true;
    await world.worker.tabLoads(TAB);
    const { page, fields } = await world.show();
    expect([page, fields]).toEqual([null, []]);
    // The next page of the portal says itself what it is, be it before the former is found gone.
    await world.report({}, "d2");
    const leaving = world.worker.tabLoads(TAB);
    await world.report({}, "d3");
    await leaving;
    expect((await world.show()).page?.host).toBe("portail.test");
  });

  test("the reader is brought into the frame that asks for it, and nowhere else", async () => {
    await world.handlers.needReader({}, { from: "content", tabId: TAB, frameId: 3, url: "https://portail.test/" });
    expect(world.brought).toEqual([[TAB, 3]]);
  });

  test("a screen over a page that nobody read waits until it was; over a form that is known it does not", async () => {
    const read = world.holdWaking();
    let looked = false;
    const looking = world.handlers.lookAt({ tabId: TAB }, SCREEN).then(() => {
      looked = true;
    });
    await world.turns();
    expect(looked).toBe(false);
    await world.report({ detected: false });
    read();
    await looking;
    expect((await world.show()).page?.detected).toBe(false);

    await world.report();
    world.holdWaking();
    await world.handlers.lookAt({ tabId: TAB }, SCREEN);
    expect((await world.show()).page?.detected).toBe(true);
  });

  test("of the next page, a frame that tells of itself before the page does is kept; those of the page before are not", async () => {
    const from = (frameId: number): Origin => ({ from: "content", tabId: TAB, frameId, url: `https://portail.test/${frameId}` });
    const report = (frameId: number, document: string) => world.handlers.pageRead({ document, page: frame.reading() }, from(frameId));
    await report(0, "d1");
    await report(4, "d2");
    frame.state.goneFrames = [4];
    await report(5, "d3");
    await report(0, "d4");
    const frames = await world.session.get("tab/7");
    expect(frames).toMatchObject({ frames: { 0: { document: "d4" }, 5: { document: "d3" } } });
    expect(Object.keys((frames as { frames: object }).frames)).toEqual(["0", "5"]);
    // Gone, with a page that holds nothing to read: only what is in its frames is known.
    frame.state.goneFrames = [0];
    await world.worker.tabLoads(TAB);
    expect(Object.keys(((await world.session.get("tab/7")) as { frames: object }).frames)).toEqual(["5"]);
  });

  test("a document that is a web page is not attached, and the reason is told", async () => {
    world.refuseDocuments();
    await world.report();
    await world.choose();
    const choices = [{ frameId: 0, id: "vig", pieces: ["urssaf#0"], made: [] }];
    const { outcomes } = await world.handlers.attach({ tabId: TAB, choices }, SCREEN);
    expect(outcomes).toMatchObject([{ outcome: "noDocument", problem: "notADocument" }]);
    expect(frame.state.files).toEqual([]);
    expect((await world.show()).slots[0]?.status).toBe("failed");
  });

  test("the buyer and the reference are the purpose of the calls; another consultation is another inquiry", async () => {
    const consultation = { portal: "p", url: "u", reference: " 2026-TRX\u0007-0147 ", acheteurSiret: SIRET };
    await world.report({ consultation });
    await world.choose();
    expect(world.inquiries[0]).toEqual({ siret: SIRET, recipient: SIRET, object: "2026-TRX -0147" });
    const before = world.inquiries.length;
    await world.report({ consultation: { ...consultation, reference: "AUTRE" } });
    await world.choose();
    expect(world.inquiries.length).toBe(before * 2);
  });

  test("a consultation that is met, filled and attached to is kept for the company, changed by the person, taken away and erased", async () => {
    const consultation = { portal: "p", url: "https://portail.test/17", reference: "2026-17", dateLimite: "2026-12-04T12:00:00+01:00" };
    const kept = async () => (await world.handlers.readConsultations({}, SCREEN)).consultations;
    await world.report({ consultation });
    await world.choose();
    expect(await kept()).toEqual([]);
    await world.report({ consultation }, "d2");
    expect(await kept()).toMatchObject([{ ...consultation, siren: SIRET.slice(0, 9), events: [{ what: "met" }] }]);
    await world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN);
    // What the page says after it was filled is what it says here.
    await world.report({ consultation }, "d2");
    const choices = [{ frameId: 0, id: "vig", pieces: ["urssaf#0"], made: [] }];
    await world.handlers.attach({ tabId: TAB, choices }, SCREEN);
    await world.worker.resume();
    const [one, ...others] = await kept();
    expect(others).toEqual([]);
    expect(one?.events.map(({ what, fields, pieces }) => [what, fields, pieces.map(({ kind, validFrom }) => [kind, validFrom])])).toEqual([
      ["met", undefined, []],
      ["filled", 2, []],
      ["attached", undefined, [["attestationVigilance", "2026-02-28"]]],
    ]);
    await world.handlers.changeConsultation({ id: one?.id ?? "", change: "deposited" }, SCREEN);
    expect((await kept())[0]?.events.at(-1)?.what).toBe("deposited");
    expect(JSON.parse((await world.handlers.exportAll({}, SCREEN)).json).consultations).toEqual(await kept());
    await world.handlers.eraseAll({}, SCREEN);
    await world.choose();
    expect(await kept()).toEqual([]);
  });

  test("a page of a private window is not noted as met, nor one that tells no consultation", async () => {
    const consultation = { portal: "p", url: "https://portail.test/17", reference: "2026-17" };
    await world.choose();
    await world.report();
    const origin = { from: "content", tabId: TAB, frameId: 0, url: "https://portail.test/17", incognito: true } as const;
    await world.handlers.pageRead({ document: "d2", page: { ...frame.reading(), consultation } }, origin);
    expect((await world.handlers.readConsultations({}, SCREEN)).consultations).toEqual([]);
  });

  test("a page that navigated forgets what was done in the former one", async () => {
    await world.report();
    await world.choose();
    await world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN);
    await world.report({}, "d2");
    const after = await world.show();
    expect(after.undoable).toBe(false);
    expect(after.fields.every(({ status }) => status !== "filled")).toBe(true);
  });

  test("a page that rendered its form again, empty, is ready to be filled again", async () => {
    await world.report();
    await world.choose();
    await world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN);
    frame.state.controls = FORM;
    await world.report();
    expect((await world.show()).fields.find(({ id }) => id === "rs")?.status).toBe("ready");
  });

  test("a page that is gone is said, not thrown", async () => {
    await world.report();
    await world.choose();
    frame.state.gone = true;
    expect(await world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN)).toEqual({ filled: 0, left: 0, gone: true });
    expect(await world.handlers.undo({ tabId: TAB }, SCREEN)).toEqual({ restored: 0, files: 0, gone: true });
  });

  test("a closed establishment blocks, and names the one that took over", async () => {
    const closed = answerOf("insee", {
      facts: { raisonSociale: "ATELIER", etatAdministratif: "F" },
      notices: [{ kind: "etablissementFerme", status: "info", title: "Établissement fermé", siret: "35600000000048" }],
    });
    world = start(frame, [closed]);
    await world.report();
    await world.choose();
    const situation = await world.show();
    expect(situation.stage).toBe("blocked");
    expect(situation.dossier?.conflicts).toMatchObject([{ code: "etablissementFerme", siret: "35600000000048" }]);
  });

  test("on a portal turned off nothing is read by itself; the person may still ask for that page", async () => {
    await world.report({ portal: "place" });
    await world.choose();
    await world.handlers.choosePortal({ id: "place", wanted: false }, SCREEN);
    await world.report({ portal: "place" });
    expect((await world.show()).page).toBeNull();
    expect(world.badges.at(-1)).toBe(false);
    await world.handlers.readPage({ tabId: TAB }, SCREEN);
    expect((await world.show()).fields.length).toBeGreaterThan(0);
    await world.report({ portal: "place" }, "d2");
    expect((await world.show()).page).toBeNull();
    await world.handlers.choosePortal({ id: "place", wanted: true }, SCREEN);
    expect((await world.show()).page?.detected).toBe(true);
  });

  test("over plain http nothing is read and no script goes in, whichever way it is asked", async () => {
    await world.choose();
    world.showAt("http://portail.test/depot");
    await world.report({}, "d1", "http://portail.test/depot");
    expect((await world.show()).page).toBeNull();
    expect(await world.handlers.readPage({ tabId: TAB }, SCREEN)).toEqual({ detected: false, plain: true });
    await world.worker.fillFromMenu(TAB, 0, "raisonSociale");
    expect(world.injected).toEqual([]);

    world.showAt("http://127.0.0.1:8080/depot");
    await world.report({}, "d2", "http://127.0.0.1:8080/depot");
    expect((await world.show()).page?.detected).toBe(true);
    expect(await world.handlers.readPage({ tabId: TAB }, SCREEN)).toEqual({ detected: true, plain: false });
    await world.worker.fillFromMenu(TAB, 0, "raisonSociale");
    expect(world.injected).toEqual([TAB, TAB]);
  });

  test("everything kept is taken away in one text: choices, entries, corrections, logs", async () => {
    await world.report();
    await world.choose();
    await world.handlers.chooseLanguage({ language: "en" }, SCREEN);
    await world.handlers.remember({ siret: SIRET, values: { contactNom: "Lemaire" } }, SCREEN);
    await world.handlers.attach({ tabId: TAB, choices: [{ frameId: 0, id: "vig", pieces: ["urssaf#0"], made: [] }] }, SCREEN);
    const kept = JSON.parse((await world.handlers.exportAll({}, SCREEN)).json);
    expect(kept.settings).toMatchObject({ language: "en", companies: [{ siret: SIRET }], manual: { [SIRET]: { contactNom: "Lemaire" } } });
    expect(Object.values(kept.diligence).flat()).toMatchObject([{ what: "attached", host: "portail.test" }]);
  });

  test("erasing that the browser cut goes on at its next start", async () => {
    await world.report();
    await world.choose();
    await world.local.set("erasing", true);
    await world.worker.resume();
    expect(world.coffreErasures()).toBe(1);
    expect([...world.local.content.keys()]).toEqual([]);
    expect((await world.show()).stage).toBe("noCompany");
  });

  test("a worker that is stopped while it erases is woken: the alarm is asked for once the mark stands", async () => {
    await world.choose();
    await world.handlers.eraseAll({}, SCREEN);
    expect(world.wakes).toEqual([{ time: new Date(NOW.getTime() + 30_000), isErasing: true }]);
  });

  test("erasing does not wait for a proxy that says nothing", async () => {
    await world.choose();
    world.muteProxy();
    await world.handlers.eraseAll({}, SCREEN);
    expect(world.coffreErasures()).toBe(1);
    expect([...world.local.content.keys()]).toEqual([]);
  });

  test("a document that comes after the sign-out is nobody's", async () => {
    await world.report();
    await world.choose();
    const taken = world.holdDocuments();
    const bringing = world.handlers.bringPiece({ tabId: TAB, pieceId: "urssaf#0" }, SCREEN);
    await taken.asked;
    await world.handlers.signOut({ tabId: TAB, everywhere: false }, SCREEN);
    taken.give();
    expect(await bringing).toEqual({ problem: "notPermitted" });
  });

  test("erasing everything leaves nothing", async () => {
    await world.report();
    await world.choose();
    await world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN);
    await world.local.set("reminders-told", ["un rappel"]);
    const erasing = world.handlers.eraseAll({}, SCREEN);
    const screen = setInterval(() => void world.show(), 0);
    await erasing;
    clearInterval(screen);
    expect((await world.show()).stage).toBe("noCompany");
    expect([...world.session.content.keys()].filter((key) => key.startsWith("collection/"))).toEqual([]);
    expect(world.coffreErasures()).toBe(1);
    expect([...world.local.content.keys()]).toEqual([]);
    expect([...world.session.content].join()).not.toContain("ATELIER DES TOITS CLAIRS");
  });

  /** What of the company is kept anywhere. */
  const left = () => {
    const kept = [...world.session.content, ...world.local.content].map(([key, value]) => `${key} ${value}`);
    return kept.filter((one) => one.includes(SIRET) || one.includes("ATELIER DES TOITS CLAIRS"));
  };

  test.each(["while everything is erased", "once everything is erased"])("answers that come %s are nobody's", async (when) => {
    await world.report();
    await world.handlers.chooseCompany({ siret: SIRET }, SCREEN);
    const answers = world.holdAnswers();
    await world.show();
    await answers.asked;
    expect(left()).not.toEqual([]);
    const erasing = world.handlers.eraseAll({}, SCREEN);
    if (when.startsWith("once")) await erasing;
    answers.give();
    await erasing;
    await world.turns();
    expect(left()).toEqual([]);
  });

  test("a screen that reads the company as everything is erased has nothing asked or kept after it", async () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      frame = frameOf(FORM);
      world = start(frame, undefined, seed);
      await world.report();
      await world.handlers.chooseCompany({ siret: SIRET }, SCREEN);
      const begun: Promise<unknown>[] = [world.show(), world.handlers.retry({ tabId: TAB, sourceId: null }, SCREEN), world.worker.resume()];
      for (let turn = 0; turn < seed; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const erasing = world.handlers.eraseAll({}, SCREEN);
      begun.push(world.show());
      await erasing;
      const asked = world.inquiries.length;
      await Promise.all(begun);
      await world.turns();
      expect([seed, left(), world.inquiries.length - asked]).toEqual([seed, [], 0]);
    }
  });

  test("what was being written in a page, chosen or prepared as everything was erased is kept nowhere", async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      frame = frameOf(FORM);
      world = start(frame, undefined, seed);
      await world.report();
      await world.choose();
      const { work } = await world.show();
      const files = [{ fileName: "dossier.pdf", sha256: "ab", size: 3 }];
      const choices = [{ frameId: 0, id: "vig", pieces: ["urssaf#0"], made: [] }];
      const begun = [
        world.handlers.attach({ tabId: TAB, choices }, SCREEN),
        world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN),
        world.handlers.recordPrepared({ work: work ?? "", files }, SCREEN),
        world.handlers.remember({ siret: SIRET, values: { contactNom: "Lemaire" } }, SCREEN),
      ];
      for (let turn = 0; turn < 2 * seed; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      await world.handlers.eraseAll({}, SCREEN);
      await Promise.all(begun);
      await world.turns();
      expect([seed, left(), [...world.local.content.keys()]]).toEqual([seed, [], []]);
      expect(await world.settings.read()).toMatchObject({ siret: null, manual: {} });
    }
  });

  test("once everything is erased, the memory keeps only what the open pages say of themselves", async () => {
    await world.report();
    await world.choose();
    await world.session.set("coffre-shown", "900000019");
    await world.session.set("what-another-screen-left", SIRET);
    await world.handlers.eraseAll({}, SCREEN);
    expect([...world.session.content.keys()]).toEqual([`tab/${TAB}`]);
    expect((await world.show()).page?.host).toBe("portail.test");
  });

  test("erasing that fails is told; the mark stays, and the next start does it", async () => {
    await world.choose();
    world.failErasing();
    await expect(world.handlers.eraseAll({}, SCREEN)).rejects.toThrow("disk");
    expect((await world.show()).stage).toBe("noCompany");
    expect(await world.local.get("erasing")).toBe(true);
    await world.worker.resume();
    expect([...world.local.content.keys()]).toEqual([]);
  });
});
