/** What the background does for each message, the browser given: pages, fields, screens. */
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { dataCell } from "../../src/background/issued-data.ts";
import type { Origin } from "../../src/messages/contract.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { answerOf, SIRET } from "./answers.ts";
import { control } from "./pages.ts";
import { FORM, frameOf, SCREEN, start, TAB } from "./worker-world.ts";

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

  test("until the sources have all answered, what they may tell is on its way: not what is of this consultation alone, nor what is the person's", async () => {
    world = start(frameOf([control("rs", "raisonSociale"), control("part", "chiffreAffairesPart"), control("nom", "contactNom")]));
    await world.report();
    const answers = world.holdAnswers();
    await world.handlers.chooseCompany({ siret: SIRET }, SCREEN);
    expect((await world.show()).coming).toBe(1);
    await answers.asked;
    expect((await world.show()).coming).toBe(1);
    answers.give();
    await world.choose();
    expect((await world.show()).coming).toBe(0);
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

  test("a field that was filled and that the person changed since is told as theirs, and the others are not", async () => {
    await world.report();
    await world.choose();
    await world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN);
    frame.state.controls = frame.state.controls.map((one) => (one.id === "rs" ? { ...one, typed: true } : one));
    await world.report();
    const filled = (await world.show()).fields.filter(({ status }) => status === "filled");
    expect(filled.map(({ id, edited }) => [id, edited])).toEqual([
      ["rs", true],
      ["cp", undefined],
    ]);
  });

  test("the coffre's page is told the company and what is published of it; what was never asked is asked then", async () => {
    const insolvent = answerOf("insee", {
      facts: { raisonSociale: "ATELIER", formeJuridiqueCode: "5710" },
      notices: [{ kind: "procedureCollective", status: "open", title: "Redressement judiciaire" }],
    });
    world = start(frame, [insolvent]);
    const look = () => world.handlers.showCompany({}, SCREEN);
    expect(await look()).toEqual({ company: null, companies: [], notices: [], readsScans: true });
    await world.handlers.chooseCompany({ siret: SIRET }, SCREEN);
    expect(await look()).toMatchObject({ company: { siret: SIRET, name: null }, notices: [] });
    await vi.waitFor(async () => expect((await look()).notices).toMatchObject([{ title: "Redressement judiciaire" }]), { timeout: 60_000 });
    expect(await look()).toMatchObject({ company: { siret: SIRET, name: "ATELIER" }, legalForm: "5710" });
    expect(world.inquiries.map(({ siret }) => siret)).toEqual([SIRET, SIRET]);
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
});
