/** Before a deposit, which replaces earlier ones: what is empty, missing, left out or expired is told, and so is what cannot be seen. */
import { expect, test } from "vitest";
import type { SentPiece } from "../../src/domain/kept-consultation.ts";
import { type CompletenessFacts, completeness } from "../../src/dossier/completeness.ts";

const vigilance = (validFrom: string): SentPiece => ({
  kind: "attestationVigilance",
  title: "Attestation de vigilance",
  validFrom,
  validityBasis: "computed",
});
const place = (status: CompletenessFacts["places"][number]["status"], required = true) => ({
  kind: "rcPro" as const,
  pageLabel: "Assurance",
  required,
  status,
});
const RC: SentPiece = { kind: "rcPro", title: "RC", validUntil: "2027-12-31", validityBasis: "document" };
const rc = (has: "dead" | "piece" | "nothing", kind: "rcPro" | "assurance" = "rcPro") =>
  ({ kind, has, by: "rcPro", title: "RC", forms: [] }) as const;
const facts = (more: Partial<CompletenessFacts>): CompletenessFacts => ({
  holds: [],
  remarks: [],
  places: [],
  asked: [],
  isPicked: true,
  on: "2026-12-15",
  depositedAt: null,
  ...more,
});
const said = (more: Partial<CompletenessFacts>) => completeness(facts(more)).map(({ about, level }) => `${about} ${level}`);

test.each<[string, Partial<CompletenessFacts>, string[]]>([
  ["nothing seen to be wrong: the offer is still to be looked at", {}, ["whole unknown"]],
  ["a pli was deposited before", { depositedAt: "2026-12-10T10:00:00Z" }, ["whole warn"]],
  ["a place that must be filled is empty", { places: [place("missing")] }, ["emptyPlace bad", "whole unknown"]],
  ["the page did not take it", { places: [place("failed")] }, ["emptyPlace bad", "whole unknown"]],
  ["a place that may stay empty", { places: [place("missing", false)] }, ["whole unknown"]],
  ["a place filled, or that will be", { places: [place("attached"), place("ready")] }, ["whole unknown"]],
  ["an empty place for what the files hold", { places: [place("missing")], holds: [RC] }, ["whole unknown"]],
  ["asked and absent", { asked: [{ kind: "rcPro", has: "nothing" }] }, ["askedMissing warn", "whole unknown"]],
  ["asked, and dead on the day that judges", { asked: [rc("dead")] }, ["askedDead warn", "whole unknown"]],
  ["asked, held, and beside the files", { asked: [rc("piece")] }, ["askedOutside warn", "whole unknown"]],
  ["asked, held, and given to its own place", { asked: [rc("piece")], places: [place("attached")] }, ["whole unknown"]],
  [
    "asked, held, and left out of the files with its reason",
    { asked: [rc("piece")], remarks: [{ title: "RC", about: "password" }] },
    ["leftOut bad", "whole unknown"],
  ],
  ["asked, and in the files", { asked: [rc("piece"), rc("nothing")], holds: [RC] }, ["whole unknown"]],
  ["asked under a wider name", { asked: [rc("piece", "assurance")], holds: [RC] }, ["whole unknown"]],
  [
    "asked, and answered by a form in the files",
    { asked: [{ ...rc("piece"), forms: ["dc2"] }], holds: [{ kind: "dc2", title: "DC2", validityBasis: "computed" }] },
    ["whole unknown"],
  ],
  ["made of other documents than those now picked", { isPicked: false }, ["otherPieces warn", "whole unknown"]],
  ["left out of the files", { remarks: [{ title: "Bilan", about: "password" }] }, ["leftOut bad", "whole unknown"]],
  ["merged with a remark only", { remarks: [{ title: "Bilan", about: "signed" }] }, ["whole unknown"]],
  ["dead on the day that judges", { holds: [vigilance("2026-05-31")] }, ["dead bad", "whole unknown"]],
  ["good then, dead at the award", { holds: [vigilance("2026-08-31")], awardOn: "2027-03-15" }, ["deadAtAward ok", "whole unknown"]],
  ["good all along", { holds: [vigilance("2026-10-31")], awardOn: "2027-03-15" }, ["whole unknown"]],
])("%s", (_, more, expected) => {
  expect(said(more)).toEqual(expected);
});
