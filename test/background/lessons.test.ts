/** What was taught of a form: it wins there, nowhere else, and makes nothing fillable that never is. */
import { describe, expect, test } from "vitest";
import { type Lessons, saidOf, sayingsOf, withLessons, withSaid } from "../../src/background/lessons.ts";
import { portalMapOf, readMap, withMap } from "../../src/background/portal-map.ts";
import { EMPTY_TAB, type TabState } from "../../src/background/tabs.ts";
import type { TaughtAnswer } from "../../src/domain/lessons.ts";
import type { ControlReport } from "../../src/messages/page.ts";
import { control, page } from "./pages.ts";

const NOW = new Date("2026-11-24T10:00:00.000Z");
const HOST = "depot.ville.example";

function tabOf(controls: ControlReport[], host = HOST, document = "now"): TabState {
  return { ...EMPTY_TAB, frames: { 0: { document, url: `https://${host}/form?id=42`, page: page(controls) } } };
}

const DOUBTFUL = { tier: "proposed", doubts: [{ about: "title", text: "Suivi commercial" }] } as const;
const form = (): ControlReport[] => [
  control("a", "raisonSociale", { label: "Dénomination", heading: "Votre entreprise" }),
  control("b", "contactNom", { label: "Nom", heading: "Suivi commercial", ...DOUBTFUL }),
  control("c", null, { label: "Code maison", heading: "Votre entreprise" }),
  control("d", null, { label: "Code maison", heading: "Votre entreprise" }),
];

async function taught(controls: ControlReport[], id: string, asks: TaughtAnswer | null, before: Lessons = []) {
  return withSaid(before, await saidOf(tabOf(controls), [{ ref: { frameId: 0, id }, asks, how: "reassigned" }]), NOW);
}

const readWith = async (controls: ControlReport[], lessons: Lessons, host?: string) =>
  Object.fromEntries(
    ((await withLessons(tabOf(controls, host), lessons)).frames[0]?.page.controls ?? []).map((one) => [one.id, one] as const),
  );

describe("the same form", () => {
  test("asks what the person said, and of two controls that look the same only the one meant", async () => {
    const again = await readWith(form(), await taught(form(), "d", "codeNaf"));
    expect(again["d"]).toMatchObject({ target: "codeNaf", tier: "sure", taught: "person" });
    expect(again["c"]).toMatchObject({ target: null });
  });

  test("nothing goes where the person said so", async () => {
    expect((await readWith(form(), await taught(form(), "a", "none")))["a"]).toMatchObject({ target: null, taught: "person" });
  });

  test("what was said last holds, and what is forgotten is as it was read", async () => {
    const once = await taught(form(), "c", "codeNaf");
    const twice = await taught(form(), "c", "siren", once);
    expect((await readWith(form(), twice))["c"]).toMatchObject({ target: "siren" });
    expect(await taught(form(), "c", null, twice)).toEqual([]);
  });

  test("a line that was accepted is sure; another doubt than those seen still asks", async () => {
    const said = sayingsOf(
      [{ frameId: 0, id: "b", also: [], status: "proposed" }],
      { accepted: [{ frameId: 0, id: "b" }], except: [] },
      tabOf(form()),
    );
    const lessons = withSaid([], await saidOf(tabOf(form()), said), NOW);
    expect((await readWith(form(), lessons))["b"]).toMatchObject({ target: "contactNom", tier: "sure", doubts: [] });
    const elsewhere = form().map((one) =>
      one.id === "b" ? { ...one, doubts: [...one.doubts, { about: "elsewhere" as const, text: "other.example" }] } : one,
    );
    expect((await readWith(elsewhere, lessons))["b"]).toMatchObject({ tier: "proposed", doubts: [{ about: "elsewhere" }] });
  });

  test("a sure line that was left out is asked again, not written", async () => {
    const said = sayingsOf(
      [{ frameId: 0, id: "a", also: [], status: "ready" }],
      { accepted: [], except: [{ frameId: 0, id: "a" }] },
      tabOf(form()),
    );
    const lessons = withSaid([], await saidOf(tabOf(form(), HOST, "before"), said), NOW);
    expect((await readWith(form(), lessons))["a"]).toMatchObject({
      target: "raisonSociale",
      tier: "proposed",
      doubts: [{ about: "refused" }],
    });
  });
});

describe("a place for files", () => {
  const slot = (id: string, heading: string, more: Partial<ControlReport> = {}) =>
    control(id, "document.autre", { type: "file", label: "Parcourir", heading, ...more });
  const slots = () => [slot("s", "Pouvoirs"), slot("t", "Moyens"), control("o", null, { type: "file", label: "DPGF" })];

  test("asks the piece that the person said, again the next time, on that form alone", async () => {
    const lessons = await taught(slots(), "s", "document.pouvoir");
    const again = await readWith(slots(), lessons);
    expect(again["s"]).toMatchObject({ target: "document.pouvoir", taught: "person" });
    expect(again["t"]).toMatchObject({ target: "document.autre" });
    expect((await readWith([...slots(), slot("u", "Pouvoirs")], lessons))["s"]).toMatchObject({ target: "document.autre" });
    expect((await readWith(slots(), lessons, "autre.example"))["s"]).toMatchObject({ target: "document.autre" });
  });

  test("beside boxes to fill, it is of their form; nothing may go there; what was said is forgotten", async () => {
    const whole = [...form(), slot("s", "Pouvoirs")];
    const none = await taught(whole, "s", "none");
    expect((await readWith(whole, none))["s"]).toMatchObject({ target: null, taught: "person" });
    expect(await taught(whole, "s", null, none)).toEqual([]);
  });

  test("a field never goes in a place for files, nor a piece in a box; the offer's own place is left", async () => {
    expect(await taught(slots(), "s", "siren")).toEqual([]);
    expect(await taught(form(), "c", "document.rib")).toEqual([]);
    expect(await taught(slots(), "o", "document.memoire")).toEqual([]);
  });

  test("where its form sends is said again, whatever was said of it", async () => {
    const doubts = [{ about: "elsewhere" as const, text: "other.example" }];
    const sent = [slot("s", "Pouvoirs", { tier: "proposed", doubts })];
    expect((await readWith(sent, await taught(sent, "s", "document.pouvoir")))["s"]).toMatchObject({ tier: "proposed", doubts });
  });

  test("goes with the map, which proposes it", async () => {
    const map = readMap(portalMapOf(await taught(slots(), "s", "document.pouvoir")), NOW);
    expect(Array.isArray(map)).toBe(true);
    const again = await readWith(slots(), withMap([], map as Exclude<typeof map, { problem: unknown }>));
    expect(again["s"]).toMatchObject({ target: "document.pouvoir", tier: "proposed", doubts: [{ about: "map" }], taught: "map" });
  });
});

describe("another form", () => {
  const changes: [string, (controls: ControlReport[]) => ControlReport[]][] = [
    ["one more control", (all) => [...all, control("e", null, { label: "Ville" })]],
    ["one control less", (all) => all.slice(0, 3)],
    ["another label", (all) => all.map((one) => (one.id === "a" ? { ...one, label: "Nom du sous-traitant" } : one))],
    ["another title over the block", (all) => all.map((one) => ({ ...one, above: ["Votre sous-traitant"] }))],
    ["another order", (all) => all.toReversed()],
    ["another length", (all) => all.map((one) => (one.id === "c" ? { ...one, maxLength: 5 } : one))],
    ["controls gone to another form", (all) => all.map((one, at) => ({ ...one, form: at % 2 }))],
  ];
  test.each(changes)("is not trusted: %s", async (_, change) => {
    const lessons = await taught(form(), "c", "codeNaf");
    expect((await readWith(change(form()), lessons))["c"]?.target ?? null).toBeNull();
  });

  test("the same form on another host is not it", async () => {
    expect((await readWith(form(), await taught(form(), "c", "codeNaf"), "autre.example"))["c"]).toMatchObject({ target: null });
  });

  test("boxes to tick, files and what stands in the controls do not change what a form is", async () => {
    const lessons = await taught(form(), "c", "codeNaf");
    const lots = [
      control("lot", null, { type: "checkbox", label: "Lot 3 : couverture" }),
      ...form().map((one) => ({ ...one, empty: false })),
    ];
    expect((await readWith(lots, lessons))["c"]).toMatchObject({ target: "codeNaf" });
  });
});

describe("never fillable", () => {
  const leaves = ["sworn", "password", "captcha", "price", "search", "hidden", "otherParty", "readOnly", "disabled"] as const;
  test.each(leaves)("%s: taught, nothing is kept", async (leave) => {
    const controls = form().map((one) => (one.id === "c" ? { ...one, leave } : one));
    expect(await taught(controls, "c", "codeNaf")).toEqual([]);
  });

  test.each(leaves)("%s: taught before, then left by the reading: left", async (leave) => {
    const lessons = await taught(form(), "c", "codeNaf");
    const controls = form().map((one) => (one.id === "c" ? { ...one, leave } : one));
    expect((await readWith(controls, lessons))["c"]).toMatchObject({ target: null, leave });
  });

  test("a box is never made to say another thing, nor one part of a split number", async () => {
    const box = [...form(), control("x", null, { type: "checkbox", label: "PME" }), control("y", "siret", { part: { from: 0, to: 3 } })];
    expect(await taught(box, "x", "estPme")).toEqual([]);
    expect(await taught(box, "y", "siren")).toEqual([]);
    expect(await taught(box, "y", "none")).toHaveLength(1);
  });
});

test("no value is kept: numbers and addresses among a page's words are masked", async () => {
  const controls = [
    control("a", null, {
      label: "SIRET : 900 000 019 00019, jeanne@toits.example",
      heading: "Dossier 20261124-77 de https://toits.example/a?b=c",
    }),
  ];
  const kept = JSON.stringify(await taught(controls, "a", "siret"));
  for (const value of ["900", "00019", "jeanne", "20261124", "toits.example"]) expect(kept).not.toContain(value);
  expect(kept).toContain("SIRET : #");
});

describe("a portal map", () => {
  const mapped = async () => portalMapOf(await taught(form(), "c", "codeNaf"));

  test("taken in by another person, it proposes, and says where it comes from", async () => {
    const forms = readMap(await mapped(), NOW);
    if (!Array.isArray(forms)) throw new Error(forms.problem);
    expect((await readWith(form(), withMap([], forms)))["c"]).toMatchObject({
      target: "codeNaf",
      tier: "proposed",
      taught: "map",
      doubts: [{ about: "map" }],
    });
  });

  test("what the person says wins over it; taken in twice, it is there once", async () => {
    const forms = readMap(await mapped(), NOW);
    if (!Array.isArray(forms)) throw new Error(forms.problem);
    const both = withMap(withMap(await taught(form(), "c", "siren"), forms), forms);
    expect(both).toHaveLength(2);
    expect((await readWith(form(), both))["c"]).toMatchObject({ target: "siren", taught: "person" });
  });

  test("what was left out once, and what was imported, is in no map", async () => {
    const said = await saidOf(tabOf(form()), [{ ref: { frameId: 0, id: "a" }, asks: "raisonSociale", how: "refused" }]);
    expect(JSON.parse(portalMapOf(withSaid([], said, NOW))).forms).toEqual([]);
    const forms = readMap(await mapped(), NOW);
    expect(Array.isArray(forms) && JSON.parse(portalMapOf(forms)).forms).toEqual([]);
  });

  test.each([
    ["not JSON", "<html>", "notJson"],
    ["not a map", '{"format":"other"}', "notAMap"],
    ["of a later version", '{"format":"pli-pret.portal-map","version":2,"forms":[]}', "otherVersion"],
    ["too large", " ".repeat(5_000_001), "tooLarge"],
  ])("%s: said, and refused", (_, text, problem) => {
    expect(readMap(text, NOW)).toEqual({ problem });
  });

  test.each(["declarationHonneur", "password", "chiffreAffairesPart", "inconnu"])("that names %s is refused whole", async (field) => {
    expect(readMap((await mapped()).replace("codeNaf", field), NOW)).toEqual({ problem: "notAMap" });
  });
});
