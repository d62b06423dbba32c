/** The day on which a page's pieces are judged, from what the page tells of its deadline. */
import { expect, test } from "vitest";
import { emptyCollection } from "../../src/background/collection.ts";
import { DEFAULT_SETTINGS } from "../../src/background/settings.ts";
import { dossierOf } from "../../src/background/situation.ts";
import { EMPTY_TAB, withFrame } from "../../src/background/tabs.ts";
import type { Consultation } from "../../src/domain/consultation.ts";
import { page } from "./pages.ts";

const SIRET = "91345678600015";

function daysOf(consultation: Partial<Consultation>, now: string) {
  const told = { portal: "", url: "https://achats.example.org/", ...consultation };
  const tab = withFrame(EMPTY_TAB, 0, told.url, { document: "d", page: page([], { consultation: told }) });
  const collection = emptyCollection({ siret: SIRET, recipient: null, object: "" });
  const dossier = dossierOf({ settings: { ...DEFAULT_SETTINGS, siret: SIRET }, tab, collection, coffre: [], now: new Date(now) });
  return [dossier?.on, dossier?.awardOn];
}

test.each([
  [
    "to come: the deadline, then the award",
    { dateLimite: "2026-12-15T12:00:00+01:00" },
    "2026-11-15T10:00:00Z",
    ["2026-12-15", "2027-03-15"],
  ],
  ["past: today", { dateLimite: "2026-06-30T12:00:00+02:00" }, "2026-10-01T10:00:00Z", ["2026-10-01", undefined]],
  ["past since this morning: today", { dateLimite: "2026-10-01T08:00:00+02:00" }, "2026-10-01T10:00:00Z", ["2026-10-01", "2026-12-30"]],
  ["unknown: today", {}, "2026-10-01T10:00:00Z", ["2026-10-01", undefined]],
  ["no instant: today", { dateLimite: "bientôt" }, "2026-10-01T10:00:00Z", ["2026-10-01", undefined]],
  [
    "of a doubtful hour: its day",
    { doubt: { why: "otherClock", said: "heure locale", written: "15/12/2026 12:00", day: "2026-12-15" } as const },
    "2026-11-15T10:00:00Z",
    ["2026-12-15", "2027-03-15"],
  ],
] as const)("a deadline %s", (_what, consultation, now, days) => expect(daysOf(consultation, now)).toEqual(days));
