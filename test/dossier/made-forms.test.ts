/** Forms made for a consultation join its dossier, first, and leave it once the dossier knows something else. */
import { expect, test } from "vitest";
import type { MadeForm, MadeForms } from "../../src/domain/bid.ts";
import type { DossierPiece } from "../../src/domain/dossier.ts";
import { basisOf, isCurrent, staleRecap, withMadeForms } from "../../src/dossier/made-forms.ts";
import { dossierOf } from "../formulaires/candidature-world.ts";

const file = (kind: MadeForm["kind"], more: Partial<MadeForm> = {}): MadeForm => ({
  key: `made|${kind}${more.mediaType ?? ""}`,
  kind,
  title: kind.toUpperCase(),
  fileName: `${kind}.pdf`,
  mediaType: "application/pdf",
  sha256: "0".repeat(64),
  size: 1,
  pages: 1,
  left: [],
  sworn: 0,
  ...more,
});
const coffre = (id: string, kind: DossierPiece["kind"], chosen = true): DossierPiece => ({
  id,
  kind,
  title: id,
  validityBasis: "document",
  downloadable: true,
  origin: { from: "coffre", pieceId: id },
  validity: { status: "toCheck", rule: "parConsultation" },
  chosen,
});
const DOSSIER = {
  ...dossierOf(1, { facts: { raisonSociale: "A", commune: "Lyon" } }),
  pieces: [coffre("kbis", "immatriculation"), coffre("old", "dc1")],
};
const forms = (...files: MadeForm[]): MadeForms => ({ work: "w", tabId: 1, at: "2026-11-24T10:00:00Z", basis: basisOf(DOSSIER), files });
const told = (made: MadeForms | null, dossier = DOSSIER) => withMadeForms(dossier, made).pieces.map(({ id, chosen }) => [id, chosen]);

test("made forms come first, in a candidature's order, instead of the coffre's form", () => {
  expect(told(forms(file("dume"), file("dc2"), file("dc1")))).toEqual([
    ["made|dc1", true],
    ["old", false],
    ["made|dc2", true],
    ["made|dume", true],
    ["kbis", true],
  ]);
});

test("without made forms, the coffre's form comes first too, and stays chosen", () => {
  expect(told(null)).toEqual([
    ["old", true],
    ["kbis", true],
  ]);
});

test("a DUME with open questions is not chosen, nor is its XML", () => {
  expect(told(forms(file("dume", { left: ["Motif"] }), file("dume", { mediaType: "application/xml" })))).toEqual([
    ["old", true],
    ["made|dume", false],
    ["made|dumeapplication/xml", false],
    ["kbis", true],
  ]);
});

test("made forms leave a dossier whose values changed, and come back with the former values", () => {
  const made = forms(file("dc1"));
  const changed = { ...dossierOf(1, { facts: { raisonSociale: "B", commune: "Lyon" } }), pieces: DOSSIER.pieces };
  expect(isCurrent(made, changed)).toBe(false);
  expect(told(made, changed)).toEqual(told(null));
  expect(told(made, withMadeForms(changed, made) && DOSSIER)).toEqual(told(made));
});

test("forms of another consultation never stay", () => {
  const withOthers = withMadeForms(DOSSIER, forms(file("dc1")));
  expect(told(null, withOthers).map(([id]) => id)).toEqual(["old", "kbis"]);
});

test("a summary comes between the forms and the other documents, replaces none, and is stale once others are picked", () => {
  const recap = file("recap", { lists: ["made|dc1", "kbis"] });
  const dossier = { ...DOSSIER, pieces: [...DOSSIER.pieces, coffre("note", "autre")] };
  expect(told(forms(recap, file("dc1")), dossier)).toEqual([
    ["made|dc1", true],
    ["old", false],
    ["made|recap", true],
    ["kbis", true],
    ["note", true],
  ]);
  const made = forms(recap, file("dc1"));
  expect(staleRecap(made, ["kbis", "made|dc1", "made|recap"])).toBeNull();
  expect(staleRecap(made, ["kbis", "made|recap"])).toBe(recap);
  expect(staleRecap(made, ["kbis", "made|dc1", "note"])).toBe(recap);
  expect(staleRecap(forms(file("dc1")), ["kbis"])).toBeNull();
});
