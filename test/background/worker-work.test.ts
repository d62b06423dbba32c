/** What is made, answered and chosen for one consultation, and the consultations that are kept. */
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { NO_BID, NO_TASK } from "../../src/domain/bid.ts";
import { NO_ANSWERS } from "../../src/domain/grounds.ts";
import { NO_CHOICE, NO_MEANS } from "../../src/domain/means.ts";
import { KeptPackets } from "../../src/domain/packet.ts";
import { basisOf } from "../../src/dossier/made-forms.ts";
import type { Input } from "../../src/messages/contract.ts";
import type { ControlReport } from "../../src/messages/page.ts";
import { madeShelf } from "../../src/store/made-shelf.ts";
import { NOW, SIRET } from "./answers.ts";
import { POLICY } from "./coffre-piece.ts";
import { control, slot } from "./pages.ts";
import { BYTES, FORM, frameOf, SCREEN, start, TAB } from "./worker-world.ts";

describe("the work on a consultation", () => {
  let frame: ReturnType<typeof frameOf>;
  let world: ReturnType<typeof start>;
  beforeEach(() => {
    frame = frameOf(FORM);
    world = start(frame);
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

  test("what a page asks of the mandataire is not ours in a group that another one leads: its row is written from the list", async () => {
    const cell = { list: "members", column: "name", at: 0, said: "Mandataire" } as const;
    const town = control("ville", "codePostal", { lead: true });
    const kind = control("forme", "formeCandidature", { lead: true });
    frame.state.controls = [control("nom", "raisonSociale", { lead: true, cell }), town, kind];
    const targets: unknown[] = [];
    const send = frame.send;
    frame.send = (async (...given: Parameters<typeof send>) => {
      if (given[2] === "fillPage") for (const { target } of (given[3] as Input<"fillPage">).entries) targets.push(target);
      return send(...given);
    }) as typeof send;
    world = start(frame);
    await world.report({ consultation: { portal: "p", url: "u", reference: "2026-17" } });
    await world.choose();
    const { work, fields, lists } = await world.show();
    if (work === null) throw new Error("No company is chosen.");
    expect([fields.map(({ id, status }) => `${id} ${status}`), lists]).toEqual([["nom ready", "ville ready", "forme missing"], []]);
    await world.handlers.chooseBid({ work, bid: { ...NO_BID, role: "member" } }, SCREEN);
    const led = await world.show();
    expect([led.fields.map(({ id }) => id), led.lists]).toMatchObject([["forme"], [{ id: "nom", cell }]]);
    await world.handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN);
    expect([targets, frame.state.controls.every(({ empty }) => empty)]).toEqual([[], true]);
    const cells = [{ frameId: 0, id: "nom", cell, value: "Bêta SAS" }];
    expect(await world.handlers.fillLists({ tabId: TAB, cells }, SCREEN)).toMatchObject({ filled: 1 });
    expect([targets, frame.state.controls.map(({ empty }) => empty)]).toEqual([["raisonSociale"], [false, true, true]]);
  });

  test("a slot of the mandataire, or named for another member, never gets our piece; ours does", async () => {
    const vigilance = (id: string, more: Partial<ControlReport>) => slot(id, "document.attestationVigilance", more);
    frame.state.controls = [
      vigilance("ours", { heading: "ATELIER DES TOITS CLAIRS" }),
      vigilance("theirs", { heading: "Charpentes du Lac (S.A.S.)", above: ["Pièces du groupement"] }),
      vigilance("numbered", { heading: "Attestations", above: ["SIRET 999 901 002 00009"] }),
      vigilance("row", { label: "Attestation de vigilance", beside: ["Charpentes du Lac"], heading: "Pièces des membres" }),
      vigilance("leads", { heading: "Mandataire", lead: true }),
      control("nom", "raisonSociale", { heading: "CHARPENTES DU LAC", doubts: [{ about: "title", text: "CHARPENTES DU LAC" }] }),
    ];
    world = start(frame);
    await world.report({ consultation: { portal: "p", url: "u", reference: "2026-17" } });
    await world.choose();
    const { work } = await world.show();
    if (work === null) throw new Error("No company is chosen.");
    const others = [{ siret: "99990100200009", name: "CHARPENTES DU LAC", task: NO_TASK }];
    const shown = async (role: "alone" | "lead" | "member") => {
      await world.handlers.chooseBid({ work, bid: { ...NO_BID, role, others } }, SCREEN);
      const { slots, fields } = await world.show();
      return [slots.map(({ id }) => id), fields.map(({ id }) => id)];
    };
    expect(await shown("alone")).toEqual([["ours", "theirs", "numbered", "row", "leads"], ["nom"]]);
    expect(await shown("lead")).toEqual([["ours", "leads"], []]);
    expect(await shown("member")).toEqual([["ours"], []]);
    // Nothing of ours goes there, even where a screen that was open before asks for it.
    const piece = (await world.show()).dossier?.pieces[0]?.id ?? "";
    const choices = ["theirs", "ours"].map((id) => ({ frameId: 0, id, pieces: [piece], made: [] }));
    const { outcomes } = await world.handlers.attach({ tabId: TAB, choices }, SCREEN);
    expect(outcomes.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(["theirs gone", "ours attached"]);
    expect(frame.state.files).toHaveLength(1);
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
    const bid = { ...NO_BID, role: "lead" as const, others: [one, other].map((siret) => ({ siret, name: "", task: NO_TASK })) };
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

  test("what an account page holds of the company is told to a screen when it asks, and kept nowhere", async () => {
    const full = { empty: false };
    frame.state.controls = [
      control("rs", "raisonSociale", { ...full, leave: "readOnly" }),
      control("siret", "siret", { ...full, part: { from: 0, to: 9 } }),
      control("ville", "commune", { ...full, of: "siege", doubts: [{ about: "page", text: "" }] }),
      control("vide", "codePostal"),
      control("secret", "password", { ...full, leave: "password" }),
      control("autre", "iban", { ...full, leave: "otherParty" }),
      control("douteux", "adresseLigne1", { ...full, doubts: [{ about: "party", text: "Sous-traitant" }] }),
      control("moyen", "effectif", { ...full, of: "moyen" }),
    ];
    frame.state.texts = Object.fromEntries(frame.state.controls.map(({ id }) => [id, `dit ${id}`]));
    const sirets = [
      { siret: SIRET, where: "text" as const, party: "unknown" as const },
      { siret: "90000002700012", where: "text" as const, party: "acheteur" as const },
    ];
    await world.report({ detected: false, kind: null, sirets });
    const told = await world.handlers.readHeld({ tabId: TAB }, SCREEN);
    expect(told).toEqual({
      held: [
        { frameId: 0, id: "rs", field: "raisonSociale", label: "rs", text: "dit rs" },
        { frameId: 0, id: "siret", field: "siret", label: "siret", text: "dit siret", part: { from: 0, to: 9 } },
        { frameId: 0, id: "ville", field: "commune", label: "ville", text: "dit ville", of: "siege" },
      ],
      sirets: [SIRET],
    });
    expect(JSON.stringify([...world.session.content, ...world.local.content])).not.toContain("dit ");
    frame.state.gone = true;
    expect((await world.handlers.readHeld({ tabId: TAB }, SCREEN)).held).toEqual([]);
    expect((await world.handlers.readHeld({ tabId: TAB + 1 }, SCREEN)).held).toEqual([]);
  });

  test("a screen is told of settings that are read once, and of those changed since the next time", async () => {
    await world.report();
    await world.choose();
    const read = vi.spyOn(world.settings, "read");
    const { readsScans } = await world.show();
    expect([readsScans, read.mock.calls.length]).toEqual([true, 1]);
    await world.handlers.chooseScans({ wanted: false }, SCREEN);
    expect((await world.show()).readsScans).toBe(false);
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

  test("« Mes consultations » is told the company and its documents in one answer, and nothing while no company is chosen", async () => {
    expect(await world.handlers.readConsultations({}, SCREEN)).toEqual({ company: null, consultations: [], dossiers: null, pieces: [] });
    world.holdPieces([POLICY, { ...POLICY, id: "p2", siren: "900000027" }]);
    await world.handlers.chooseCompany({ siret: SIRET }, SCREEN);
    const { company, pieces } = await world.handlers.readConsultations({}, SCREEN);
    expect(company?.siret).toBe(SIRET);
    expect(pieces.map(({ id, inCoffre, validity }) => [id, inCoffre, validity.until])).toEqual([["p1", true, "2026-12-31"]]);
  });

  test("a page of a private window is not noted as met, nor one that tells no consultation", async () => {
    const consultation = { portal: "p", url: "https://portail.test/17", reference: "2026-17" };
    await world.choose();
    await world.report();
    const origin = { from: "content", tabId: TAB, frameId: 0, url: "https://portail.test/17", incognito: true } as const;
    await world.handlers.pageRead({ document: "d2", page: { ...frame.reading(), consultation } }, origin);
    expect((await world.handlers.readConsultations({}, SCREEN)).consultations).toEqual([]);
  });
});
