/** What the page still requires, and what no source may put in a box that wants something else. */
import { expect, test } from "vitest";
import { fieldLinesOf } from "../../src/background/field-lines.ts";
import { remainingOf } from "../../src/background/remaining.ts";
import { slotLinesOf } from "../../src/background/slot-lines.ts";
import { bidderSirets, EMPTY_TAB, type TabState } from "../../src/background/tabs.ts";
import type { Dossier } from "../../src/domain/dossier.ts";
import type { ControlReport } from "../../src/messages/page.ts";
import type { SourceLine } from "../../src/messages/situation.ts";
import { READY } from "../components/situations.ts";
import { control, page, slot } from "./pages.ts";

const DOSSIER = READY.dossier as Dossier;
const [SOURCE] = READY.sources;
const tabOf = (controls: ControlReport[], more: object = {}): TabState => ({
  ...EMPTY_TAB,
  frames: { 0: { document: "d", url: "https://portail.test/", page: { ...page(controls), ...more } } },
});
const asked = (id: string, more: Partial<ControlReport> = {}): ControlReport => ({
  ...control(id, "contactFax"),
  target: null,
  required: true,
  label: id,
  ...more,
});

test("what is required, empty and nobody's to fill is listed once a question; what will be filled, hidden or a file is not", () => {
  const controls = [
    asked("règles", { type: "checkbox" }),
    asked("oui", { type: "radio", heading: "Groupement ?" }),
    asked("non", { type: "radio", heading: "Groupement ?" }),
    asked("rempli", { empty: false }),
    asked("caché", { leave: "hidden" }),
    asked("facultatif", { required: false }),
    asked("fichier", { type: "file" }),
    asked("fax"),
  ];
  const tab = tabOf(controls);
  expect(remainingOf(tab, []).map(({ label }) => label)).toEqual(["règles", "Groupement ?", "fax"]);
  const [line] = READY.fields;
  if (line === undefined) throw new Error("no line");
  expect(remainingOf(tab, [{ ...line, id: "fax", status: "ready" }]).map(({ id }) => id)).toEqual(["règles", "oui"]);
});

test("a landline is not written where a mobile number is asked, a mobile one is", () => {
  const tab = tabOf([{ ...control("m", "contactTelephone"), label: "Téléphone portable *" }]);
  const of = (value: string) => {
    const known = { value, origin: { from: "manual" as const }, alternatives: [] };
    return fieldLinesOf(tab, { ...DOSSIER, values: { contactTelephone: known } }, {})[0]?.status;
  };
  expect([of("01 40 50 60 70"), of("+33140506070")]).toEqual(["missing", "missing"]);
  expect([of("06 12 34 56 78"), of("+33 7 12 34 56 78"), of("+32 470 12 34 56")]).toEqual(["ready", "ready", "ready"]);
});

test("only a SIRET that the page says to be the bidder's is offered, never the buyer's", () => {
  const sirets = [
    { siret: "90000001900019", where: "text", party: "unknown" },
    { siret: "90000002700012", where: "input", party: "candidat" },
    { siret: "90000003500015", where: "text", party: "acheteur" },
  ];
  expect(bidderSirets(tabOf([], { sirets }))).toEqual(["90000002700012"]);
});

test("an empty slot says which of six reasons it has", () => {
  const tab = tabOf([slot("vig", "document.attestationVigilance")]);
  const why = (more: Partial<SourceLine>) => {
    const line = { ...SOURCE, id: "u", provider: "URSSAF", pieceKinds: ["attestationVigilance"], ...more } as SourceLine;
    return slotLinesOf(tab, { ...DOSSIER, pieces: [] }, null, [line])[0]?.why?.state;
  };
  expect([
    why({ state: "asking" }),
    why({ state: "refused" }),
    why({ state: "unavailable" }),
    why({ state: "pending" }),
    why({ state: "notPermitted", reason: "proxy.signInNeeded" }),
    why({ state: "notFound" }),
  ]).toEqual(["asking", "refused", "waiting", "waiting", "signIn", undefined]);
  const [held] = DOSSIER.pieces;
  if (held === undefined) throw new Error("no piece");
  const toConfirm = { ...DOSSIER, pieces: [{ ...held, barred: "toConfirm" as const, chosen: false }] };
  expect(slotLinesOf(tab, toConfirm, null, [])[0]).toMatchObject({ status: "missing", why: { state: "toConfirm" } });
});

test("a slot bears its own label; the title of its block where several bear the same", () => {
  const titled = (id: string, label: string, heading: string) => ({ ...slot(id, "document.autre"), label, heading });
  const same = tabOf([titled("a", "Ajouter un fichier", "Kbis"), titled("b", "Ajouter un fichier", "RIB")]);
  expect(slotLinesOf(same, null, null, []).map(({ pageLabel }) => pageLabel)).toEqual(["Kbis", "RIB"]);
  const own = tabOf([titled("a", "Kbis", "Pièces de la candidature"), titled("b", "RIB", "Pièces de la candidature")]);
  expect(slotLinesOf(own, null, null, []).map(({ pageLabel }) => pageLabel)).toEqual(["Kbis", "RIB"]);
});
