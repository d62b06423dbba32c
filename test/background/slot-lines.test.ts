/** What a screen proposes for each upload slot, as the background says it. */
import { expect, test } from "vitest";
import { slotLinesOf } from "../../src/background/slot-lines.ts";
import { EMPTY_TAB, type TabState } from "../../src/background/tabs.ts";
import type { Dossier } from "../../src/domain/dossier.ts";
import { READY } from "../components/situations.ts";
import { page, slot } from "./pages.ts";

const DOSSIER = READY.dossier as Dossier;

function linesOf(more: Partial<TabState> = {}) {
  const controls = [
    slot("vig", "document.attestationVigilance"),
    slot("dc", "document.autre"),
    slot("autres", "document.autre", { multiple: true }),
    slot("pli", "document.candidature", { accept: ".pdf" }),
    slot("zip", "document.zip", { accept: ".zip" }),
    slot("pris", "document.attestationFiscale", { empty: false }),
    slot("vide", "document.qualibat"),
  ];
  const tab: TabState = { ...EMPTY_TAB, frames: { 0: { document: "d", url: "https://portail.test/", page: page(controls) } }, ...more };
  return Object.fromEntries(slotLinesOf(tab, DOSSIER, null, []).map((line) => [line.id, line]));
}

test("one document settled asks nothing, one of several is chosen, several are ticked, the whole goes into a PDF or a ZIP", () => {
  const lines = linesOf();
  expect(Object.fromEntries(Object.entries(lines).map(([id, { status, choice, made }]) => [id, [status, choice, made]]))).toEqual({
    vig: ["ready", "nothing", null],
    dc: ["ask", "one", null],
    autres: ["ask", "several", null],
    pli: ["ready", "whole", "pdf"],
    zip: ["ready", "whole", "zip"],
    pris: ["taken", "nothing", null],
    vide: ["missing", "nothing", null],
  });
});

test("what is attached asks nothing more; what the page refused is chosen again", () => {
  const done = (id: string, outcome: "attached" | "refused") => ({ [`0#${id}`]: { frameId: 0, id, outcome, files: [] } });
  const lines = linesOf({ attached: { ...done("pli", "attached"), ...done("autres", "refused") } });
  expect([lines.pli?.status, lines.pli?.choice, lines.pli?.made]).toEqual(["attached", "nothing", "pdf"]);
  expect([lines.autres?.status, lines.autres?.choice]).toEqual(["failed", "several"]);
});

test("where the form sends to another site, nothing is chosen before the person does: the host is told", () => {
  const doubts = [{ about: "elsewhere", text: "collecte.example" }] as const;
  const controls = [
    slot("vig", "document.attestationVigilance", { tier: "proposed", doubts }),
    slot("pli", "document.candidature", { accept: ".pdf", tier: "proposed", doubts }),
  ];
  const tab: TabState = { ...EMPTY_TAB, frames: { 0: { document: "d", url: "https://portail.test/", page: page(controls) } } };
  expect(slotLinesOf(tab, DOSSIER, null, [])).toMatchObject([
    { status: "ask", choice: "one", proposed: [], candidates: [expect.any(String)], sendsTo: "collecte.example" },
    { status: "ask", choice: "whole", proposed: [], sendsTo: "collecte.example" },
  ]);
});

test("the whole is not ready while none of the pieces goes along of itself: the person ticks them", () => {
  const spared = DOSSIER.pieces.filter(({ kind }) => kind === "immatriculation" || kind === "avisInsee");
  const pieces = spared.map((piece) => ({ ...piece, chosen: true, downloadable: true }));
  expect(pieces.length).toBeGreaterThan(0);
  const controls = [slot("pli", "document.candidature", { accept: ".pdf" })];
  const tab: TabState = { ...EMPTY_TAB, frames: { 0: { document: "d", url: "https://portail.test/", page: page(controls) } } };
  const [line] = slotLinesOf(tab, { ...DOSSIER, pieces }, null, []);
  expect(line).toMatchObject({ status: "ask", choice: "whole", proposed: [], candidates: pieces.map(({ id }) => id) });
});
