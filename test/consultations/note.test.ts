/** Events noted for consultations: pages merge when they are about one, never when they may be about two. */
import { describe, expect, test } from "vitest";
import { MOST_CONSULTATIONS, withChange, withDeposit, withEvent } from "../../src/consultations/note.ts";
import type { Consultation } from "../../src/domain/consultation.ts";
import { KeptConsultation } from "../../src/domain/kept-consultation.ts";
import { BUYER, event, SIREN, some } from "./some.ts";

const PAGE: Consultation = {
  portal: "place",
  url: "https://www.marches-publics.gouv.fr/consultation/1",
  reference: "2026-TRX-12",
  objet: "Réfection de la toiture de l'école",
};
const at = "2026-11-24T10:00:00.000Z";
const note = (kept: readonly KeptConsultation[], consultation: Consultation, happened = event("filled", at), newId = "new") =>
  withEvent(kept, { siren: SIREN, consultation, event: happened }, newId);

describe("one consultation", () => {
  test("a first page makes one; the next adds to it and keeps what it does not mention", () => {
    const first = note([], { ...PAGE, acheteurSiret: BUYER, dateLimite: "2026-12-04T12:00:00+01:00" }, event("met", at), "c9");
    const [one, ...others] = note(first, { portal: "place", url: `${PAGE.url}/depot`, reference: "2026-TRX-12" });
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      id: "c9",
      acheteurSiret: BUYER,
      dateLimite: "2026-12-04T12:00:00+01:00",
      objet: PAGE.objet,
      url: PAGE.url,
    });
    expect(one?.events.map(({ what }) => what)).toEqual(["met", "filled"]);
    expect(KeptConsultation.parse(one)).toEqual(one);
  });

  test("a deadline that the page moves is the new one, and the one before is kept; the same instant written otherwise moves nothing", () => {
    const noon = "2026-12-04T12:00:00+01:00";
    const later = "2026-12-11T12:00:00+01:00";
    const kept = [some({ dateLimite: noon })];
    expect(note(kept, { ...PAGE, dateLimite: "2026-12-04T11:00:00Z" })[0]?.deadlineBefore).toBeUndefined();
    const [moved] = note(kept, { ...PAGE, dateLimite: later });
    expect(moved).toMatchObject({ dateLimite: later, deadlineBefore: noon });
    const [seen] = note(moved === undefined ? [] : [moved], { ...PAGE, dateLimite: later });
    expect(seen).toMatchObject({ dateLimite: later, deadlineBefore: noon });
  });

  test.each([
    ["the same reference written otherwise", { reference: "2026 trx-12" }],
    ["the same host with its other name", { url: "https://marches-publics.gouv.fr/autre/page" }],
    ["the buyer's name written otherwise, the title as it was", { acheteurNom: "VILLE DE LYON - Direction des achats" }],
  ])("%s: it is the same one", (_, part) => {
    expect(note([some({ acheteurNom: "Ville de Lyon" })], { ...PAGE, ...part })).toHaveLength(1);
  });

  test.each([
    ["another reference, the same title", { reference: "2027-TRX-01" }],
    ["the same reference at another host of the portal", { url: "https://marches.maximilien.example/consultation/1" }],
    ["the same reference of another buyer, by its SIRET", { acheteurSiret: "21690123100011" }],
    ["the same reference, another buyer's name and another title", { acheteurNom: "Département du Rhône", objet: "Achat de véhicules" }],
  ])("%s: it is another one", (_, part) => {
    const kept = [some({ acheteurSiret: BUYER, acheteurNom: "Ville de Lyon" })];
    expect(note(kept, { ...PAGE, ...part })).toHaveLength(2);
  });

  test("a title alone makes no consultation and merges none", () => {
    const { reference: _, ...untold } = PAGE;
    expect(note([], untold)).toEqual([]);
    const elsewhere = { ...untold, url: "https://www.marches-publics.gouv.fr/consultation/2", dateLimite: "2026-12-04T12:00:00+01:00" };
    expect(note([some()], elsewhere)).toHaveLength(2);
  });

  test("a page that gives its reference late is found by its address and title", () => {
    const { reference: _, ...untold } = PAGE;
    const first = note([], { ...untold, dateLimite: "2026-12-04T12:00:00+01:00" }, event("met", at), "c9");
    expect(note(first, PAGE)).toMatchObject([{ id: "c9", reference: "2026-TRX-12" }]);
  });

  test("another company's work makes another one", () => {
    expect(note([some({ siren: "900000027" })], PAGE)).toHaveLength(2);
  });

  test("when two are possible, the address decides; otherwise neither is changed and no third is made", () => {
    const kept = [some({ id: "a", acheteurSiret: BUYER }), some({ id: "b", acheteurSiret: "21690123100011", url: `${PAGE.url}/b` })];
    expect(note(kept, PAGE).map(({ id, events }) => [id, events.length])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
    const alike = kept.map((one) => ({ ...one, url: PAGE.url }));
    expect(note(alike, PAGE)).toEqual(alike);
    const elsewhere = { ...PAGE, url: `${PAGE.url}/c` };
    expect(note(note(kept, elsewhere), elsewhere)).toHaveLength(3);
  });
});

describe("its deadline", () => {
  const doubt = { why: "otherClock", said: "heure de Cayenne", written: "04/12/2026 12:00", day: "2026-12-04" } as const;
  const on = (kept: Partial<KeptConsultation>, told: Partial<Consultation>) => note([some(kept)], { ...PAGE, ...told })[0];

  test("keeps the last value when it is postponed", () => {
    expect(on({ dateLimite: "2026-12-04T12:00:00+01:00" }, { dateLimite: "2026-12-11T12:00:00+01:00" })?.dateLimite).toBe(
      "2026-12-11T12:00:00+01:00",
    );
  });

  test("is never certain again once doubted, and no hour stays beside the doubt", () => {
    const doubted = on({ dateLimite: "2026-12-04T12:00:00+01:00" }, { doubt });
    expect(doubted).toMatchObject({ doubt });
    expect(doubted).not.toHaveProperty("dateLimite");
    const later = on({ doubt }, { dateLimite: "2026-12-04T12:00:00+01:00" });
    expect(later).toMatchObject({ doubt });
    expect(later).not.toHaveProperty("dateLimite");
  });

  test("has no known day when it is doubted and postponed", () => {
    expect(on({ doubt }, { dateLimite: "2026-12-18T12:00:00+01:00" })?.doubt).not.toHaveProperty("day");
  });
});

describe("events", () => {
  test("the same work noted twice is one event, and a second visit is none", () => {
    const attached = event("attached", at, { operation: "op1" });
    const once = note([some()], PAGE, attached);
    expect(note(note(once, PAGE, attached), PAGE, event("met", at))).toEqual(once);
    expect(note(once, PAGE, event("attached", at, { operation: "op2" }))[0]?.events).toHaveLength(3);
  });

  test("events stay in order and below a limit, and a deposit is never dropped", () => {
    let kept = withChange([some()], "c1", "deposited", "2026-11-21T09:00:00.000Z");
    for (let n = 0; n < 150; n++) kept = note(kept, PAGE, event("filled", `2026-11-24T10:00:00.${String(n).padStart(3, "0")}Z`));
    const events = kept[0]?.events ?? [];
    expect(events).toHaveLength(100);
    expect(events[0]?.what).toBe("deposited");
    expect(events.at(-1)?.at).toBe("2026-11-24T10:00:00.149Z");
  });

  test("beyond the limit of consultations, archived and visited ones are dropped before those where something was done", () => {
    const done = Array.from({ length: MOST_CONSULTATIONS - 2 }, (_, n) =>
      some({ id: `d${n}`, reference: `R-${n}`, events: [event("filled", "2020-01-01T00:00:00.000Z")] }),
    );
    const kept = [some({ id: "met", reference: "MET-1" }), some({ id: "old", reference: "OLD-1", archived: true }), ...done];
    const ids = note(kept, { ...PAGE, reference: "NEW-1" }, event("met", at), "new").map(({ id }) => id);
    expect(ids).toHaveLength(MOST_CONSULTATIONS);
    expect(ids).toContain("new");
    expect(ids).toContain("d0");
    expect(ids.includes("met") && ids.includes("old")).toBe(false);
  });
});

test("the person archives, brings back, deposits once, takes that back, and forgets", () => {
  const kept = [some(), some({ id: "c2", reference: "B-2" })];
  const said = (...changes: Parameters<typeof withChange>[2][]) => changes.reduce((all, change) => withChange(all, "c1", change, at), kept);
  expect(said("archive")[0]?.archived).toBe(true);
  expect(said("archive", "bringBack")).toEqual(kept);
  expect(said("deposited", "deposited")[0]?.events.filter(({ what }) => what === "deposited")).toHaveLength(1);
  expect(said("deposited", "notDeposited")).toEqual(kept);
  expect(said("forget").map(({ id }) => id)).toEqual(["c2"]);
});

describe("deposits", () => {
  const receipt = (at: string) => ["c1", at, `receipt ${at}`] as const;
  const depositsIn = (kept: readonly KeptConsultation[]) =>
    (kept[0]?.events ?? []).flatMap(({ what, at }) => (what === "deposited" ? [at] : []));

  test("the receipt's instant stands in place of that at which the person said it, the second in place of its minute", () => {
    const said = withDeposit([some()], "c1", "2026-11-21T11:45:00.000Z");
    const minute = withDeposit(said, ...receipt("2026-11-21T11:42:00.000Z"));
    expect(depositsIn(minute)).toEqual(["2026-11-21T11:42:00.000Z"]);
    expect(depositsIn(withDeposit(minute, ...receipt("2026-11-21T11:42:13.000Z")))).toEqual(["2026-11-21T11:42:13.000Z"]);
    expect(depositsIn(withDeposit(minute, "c1", "2026-11-22T09:00:00.000Z"))).toEqual(["2026-11-21T11:42:00.000Z"]);
  });

  test("a pli that replaces another is a second deposit, in whatever order the receipts come", () => {
    const [first, second] = ["2026-11-21T11:42:00.000Z", "2026-11-23T08:00:00.000Z"] as const;
    const said = withDeposit([some()], "c1", first);
    expect(depositsIn(withDeposit(said, ...receipt(second)))).toEqual([first, second]);
    const both = withDeposit(withDeposit([some()], ...receipt(second)), ...receipt(first));
    expect(depositsIn(both)).toEqual([first, second]);
    expect(depositsIn(withDeposit(both, ...receipt(first)))).toEqual([first, second]);
    expect(depositsIn(withChange(both, "c1", "notDeposited", second))).toEqual([]);
  });
});
