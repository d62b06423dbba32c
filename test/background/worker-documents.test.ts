/** Documents that go into places of a page: fetched once, attached whole, told when they are not. */
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { diligenceOf } from "../../src/background/diligence.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { madeShelf } from "../../src/store/made-shelf.ts";
import { NOW } from "./answers.ts";
import { slot } from "./pages.ts";
import { BYTES, FORM, frameOf, SCREEN, start, TAB } from "./worker-world.ts";

describe("documents", () => {
  let frame: ReturnType<typeof frameOf>;
  let world: ReturnType<typeof start>;
  beforeEach(() => {
    frame = frameOf(FORM);
    world = start(frame);
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
});
