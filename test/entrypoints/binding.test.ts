/** The dossier's page and its consultation, through what its tab may show. */
import { beforeEach, expect, test } from "vitest";
import { type Binding, createBinding } from "../../entrypoints/dossier/binding.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { READY } from "../components/situations.ts";

let kept: Map<string, string>;
let binding: Binding;
beforeEach(() => {
  kept = new Map();
  binding = createBinding({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) });
});

const showing = (consultation: object | null, work: string): Situation =>
  ({ ...READY, work, page: READY.page === null ? null : { ...READY.page, consultation } }) as Situation;
const OTHER = showing({ portal: "p", url: "u", reference: "AUTRE-1" }, "other");
const SILENT = showing(null, "silent");
const CLOSED: Situation = { ...READY, work: "closed", page: null };

test("the page stays with the first consultation that its tab tells, and says when the tab is closed or elsewhere", () => {
  expect(binding.bind(SILENT).work).toBe("silent");
  expect(binding.bind(READY)).toBe(READY);
  for (const [shown, drift] of [
    [SILENT, null],
    [OTHER, "elsewhere"],
    [CLOSED, "gone"],
  ] as const) {
    expect(binding.bind(shown)).toMatchObject({ work: READY.work, page: READY.page });
    expect(binding.drift()).toBe(drift);
  }
  expect(binding.bind(READY)).toBe(READY);
  expect(binding.drift()).toBeNull();
});

test("the consultation is remembered when the page is loaded again, with what was prepared for it only", () => {
  const prepared = { work: READY.work ?? "", tabId: 1, at: "2026-11-24T10:00:00Z", form: "pdf", files: [], remarks: [] } as const;
  binding.bind({ ...READY, prepared: { ...prepared, files: [], remarks: [] } });
  const reloaded = createBinding({ getItem: (key) => kept.get(key) ?? null, setItem: () => {} });
  expect(reloaded.bind({ ...OTHER, prepared: { ...prepared, work: "other", files: [], remarks: [] } }).prepared?.work).toBe(READY.work);
});

test("the consultation is let go when the company changes", () => {
  binding.bind(READY);
  const changed = { ...OTHER, company: { siret: "90000002700012", name: null } };
  expect(binding.bind(changed)).toBe(changed);
});

test("when its tab is closed, documents stay judged at the deadline, and one that ends before it is not chosen", () => {
  const dossier = READY.dossier;
  if (dossier === null) throw new Error("the situation has no dossier");
  const today = "2026-11-24";
  const short = {
    ...dossier.pieces[0],
    id: "short",
    kind: "rcPro",
    title: "RC",
    validUntil: "2026-11-30",
    validityBasis: "document",
  } as const;
  const judgedOn = (on: string, status: "expired" | "expiringSoon"): Situation =>
    ({
      ...READY,
      dossier: { ...dossier, on, pieces: [{ ...short, chosen: status !== "expired", validity: { status, rule: "assurance" } }] },
    }) as Situation;
  binding.bind(judgedOn("2026-12-15", "expired"));
  const closed = binding.bind({ ...judgedOn(today, "expiringSoon"), work: "closed", page: null });
  expect(closed.dossier).toMatchObject({ on: "2026-12-15", pieces: [{ id: "short", chosen: false, validity: { status: "expired" } }] });
});
