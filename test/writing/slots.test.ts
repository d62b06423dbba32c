/** Which piece goes into which slot, and when a person is asked. */

import { describe, expect, test } from "vitest";
import type { ControlReading, Target } from "../../src/domain/page-reading.ts";
import { isAccepted } from "../../src/writing/attach-accept.ts";
import { type SlotPiece, whichSlots } from "../../src/writing/slots.ts";
import { PLAIN } from "../page/plain-control.ts";

function slot(id: string, target: Target, more: Partial<ControlReading> = {}): ControlReading {
  return {
    id,
    selector: `#${id}`,
    type: "file",
    target,
    ...PLAIN,
    ...more,
  };
}
function piece(kind: SlotPiece["kind"], id: string = kind, fileName = `${id}.pdf`): SlotPiece {
  return { id, kind, fileName, type: "application/pdf" };
}

describe("each piece into the slot that asks for it", () => {
  test("each piece goes to the slot that asks for its kind", () => {
    const plan = whichSlots(
      [slot("a", "document.attestationFiscale"), slot("b", "document.attestationVigilance"), slot("nom", "raisonSociale")],
      [piece("attestationVigilance"), piece("attestationFiscale")],
    );
    expect(plan).toEqual({
      assignments: [
        { slot: "b", pieces: ["attestationVigilance"] },
        { slot: "a", pieces: ["attestationFiscale"] },
      ],
      questions: [],
    });
  });

  test("a slot that a person cannot see does not count", () => {
    expect(whichSlots([slot("a", "document.rge", { leave: "hidden" })], [piece("rge")]).assignments).toEqual([]);
  });

  test("several pieces go, in order, into a slot that takes several", () => {
    const plan = whichSlots(
      [slot("a", "document.bilans", { multiple: true })],
      [piece("bilans", "b3"), piece("bilans", "b1"), piece("bilans", "b2")],
    );
    expect(plan.assignments).toEqual([{ slot: "a", pieces: ["b3", "b1", "b2"] }]);
  });

  test("a slot of a broader kind takes a piece that no slot asks for by name", () => {
    expect(whichSlots([slot("a", "document.assurance")], [piece("rcPro")]).assignments).toEqual([{ slot: "a", pieces: ["rcPro"] }]);
    const both = whichSlots([slot("a", "document.assurance"), slot("b", "document.decennale")], [piece("decennale")]);
    expect(both.assignments).toEqual([{ slot: "b", pieces: ["decennale"] }]);
  });
});

describe("a person is asked", () => {
  test.each([
    ["two slots for one piece", [slot("a", "document.rge"), slot("b", "document.rge")], [piece("rge")], "severalSlots", ["a", "b"]],
    ["two pieces for one place", [slot("a", "document.assurance")], [piece("rcPro"), piece("decennale")], "severalPieces", ["a"]],
    ["no slot", [slot("a", "document.rge")], [piece("qualibat")], "noSlot", []],
    ["no slot but a free one", [slot("a", "document.autre")], [piece("qualibat")], "noSlot", ["a"]],
    ["a piece of no known kind", [slot("a", "document.autre")], [piece("autre")], "noSlot", ["a"]],
    ["a slot that holds a file", [slot("a", "document.rge", { empty: false })], [piece("rge")], "filled", ["a"]],
    ["a type that the slot refuses", [slot("a", "document.rge", { accept: ".zip" })], [piece("rge")], "notAccepted", ["a"]],
    ["a slot to be left", [slot("a", "document.rge", { leave: "disabled" })], [piece("rge")], "noSlot", []],
  ] as const)("%s", (_, slots, pieces, reason, among) => {
    const plan = whichSlots([...slots], [...pieces]);
    expect(plan.assignments).toEqual([]);
    expect(plan.questions).toEqual([{ reason, pieces: pieces.map(({ id }) => id), slots: among }]);
  });

  test("when only one of two slots takes the type of file, nobody is asked", () => {
    const plan = whichSlots(
      [slot("a", "document.rge", { accept: ".zip" }), slot("b", "document.rge", { accept: "application/pdf" })],
      [piece("rge")],
    );
    expect(plan).toEqual({ assignments: [{ slot: "b", pieces: ["rge"] }], questions: [] });
  });

  test("every piece is in exactly one assignment or question", () => {
    const pieces = [piece("rge", "r1"), piece("rge", "r2"), piece("msa"), piece("rcPro"), piece("autre")];
    const { assignments, questions } = whichSlots(
      [slot("a", "document.rge"), slot("b", "document.assurance"), slot("c", "document.assurance")],
      pieces,
    );
    expect([...assignments, ...questions].flatMap((it) => it.pieces).sort()).toEqual(pieces.map(({ id }) => id).sort());
  });
});

test.each([
  ["a.pdf", "application/pdf", ".pdf,.zip", true],
  ["A.PDF", "application/pdf", ".pdf", true],
  ["a.pdf", "application/pdf", "application/pdf", true],
  ["a.jpg", "image/jpeg", "application/pdf, image/*", true],
  ["a.zip", "application/zip", ".pdf", false],
  ["a.pdf", "", "application/pdf", false],
  ["a.pdf", "application/pdf", undefined, true],
  ["a.pdf", "application/pdf", " ", true],
  ["a.pdf", "application/pdf", "pdf,doc", true],
  ["apdf", "text/plain", "pdf", false],
  ["a.pdf", "application/pdf", "*/*", true],
])("%s (%s) in accept=%j: %s", (fileName, type, accept, expected) => {
  expect(isAccepted({ fileName, type }, accept)).toBe(expected);
});
