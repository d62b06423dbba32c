/** What each doubt alone holds back: right and wrong, by families, pages at most proposed left out. */
import { expect, test } from "vitest";
import { heldBack, heldText } from "../../scripts/evaluation/doubts.ts";
import type { LabelledControl, RecordedPage } from "../../scripts/evaluation/evidence.ts";
import type { Evidence } from "../../src/domain/evidence.ts";
import { type Asked, evidenceOf } from "../reading/evidence.ts";

const COMPANY: readonly Asked[] = [{ label: "SIRET" }, { label: "Raison sociale" }];

/** @param fields what the labels say of the controls, in their order; `-`: nothing is said */
function page(family: string, asked: readonly Asked[], fields: readonly string[], atMost?: "proposed"): RecordedPage {
  const evidence = JSON.parse(JSON.stringify(evidenceOf("Candidature à la consultation", [...COMPANY, ...asked]))) as Evidence;
  const labels = fields.flatMap((field, at): LabelledControl[] =>
    field === "-" ? [] : [{ label: { selector: `#c${at}`, field, ...(atMost === undefined ? {} : { atMost }) }, at, isThere: true }],
  );
  return { slug: family, family, expectDetected: true, frames: [{ evidence, labels }] };
}

const UNDER: readonly Asked[] = [{ label: "Courriel", under: ["Bergerie Zanolini"] }];

test("a doubt that holds a right value and a wrong one says both, and in how many families", () => {
  const pages = [
    page("one", UNDER, ["siret", "raisonSociale", "contactEmail"]),
    page("two", UNDER, ["siret", "raisonSociale", "contactEmail"]),
    page("three", UNDER, ["siret", "raisonSociale", "none"]),
  ];
  expect(heldBack(pages)).toEqual([{ doubts: ["title"], right: 2, wrong: 1, families: { right: 2, wrong: 1 } }]);
  expect(heldText(heldBack(pages))).toBe("title : 2 juste(s) dans 2 famille(s), 1 faux dans 1");
});

test("what is sure, what no label speaks of and what is at most proposed hold nothing back", () => {
  expect(heldBack([page("one", [], ["siret", "raisonSociale"])])).toEqual([]);
  expect(heldBack([page("one", UNDER, ["siret", "raisonSociale", "-"])])).toEqual([]);
  expect(heldBack([page("one", UNDER, ["siret", "raisonSociale", "contactEmail"], "proposed")])).toEqual([]);
});
