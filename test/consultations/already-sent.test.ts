/** What a buyer already received: found by its SIRET, and claimed only when the person says that they deposited. */
import { expect, test } from "vitest";
import { alreadySent } from "../../src/consultations/already-sent.ts";
import { REFERENCES } from "../../src/domain/references.ts";
import { BUYER, event, some, VIGILANCE } from "./some.ts";

const TODAY = "2026-12-01";
const RC = { kind: "rcPro", title: "RC pro", validUntil: "2026-11-15", validityBasis: "document" } as const;
const RIB = { kind: "rib", title: "RIB", validityBasis: "unknown" } as const;
const attached = (at: string, ...pieces: (typeof VIGILANCE | typeof RC | typeof RIB)[]) => event("attached", at, { pieces });

test("the sentence names deposited documents that are still valid; expired ones are only listed, with their state", () => {
  const deposited = event("deposited", "2026-11-02T15:00:00.000Z");
  const kept = [
    some({ acheteurSiret: BUYER, acheteurNom: "Ville", events: [attached("2026-11-01T10:00:00.000Z", VIGILANCE, RC, RIB), deposited] }),
  ];
  const [ledger] = alreadySent(kept, TODAY);
  expect(ledger).toMatchObject({ siret: BUYER, name: "Ville" });
  expect(ledger?.sent.map(({ piece, validity }) => [piece.title, validity.status])).toEqual([
    ["Attestation de vigilance", "valid"],
    ["RC pro", "expired"],
    ["RIB", "valid"],
  ]);
  expect(ledger?.sentence).toContain("n° 2026-TRX-12, « Réfection de la toiture de l'école », déposée le 02/11/2026");
  expect(ledger?.sentence).toContain("Attestation de vigilance (valable jusqu'au 31/03/2027), RIB.");
  expect(ledger?.sentence).not.toContain("RC pro");
  expect(ledger?.sentence?.endsWith(REFERENCES.dejaTransmis.text)).toBe(true);
});

test("it says what this buyer was given, and of the article no more than what is known: not whether another buyer's documents count", () => {
  const events = [attached("2026-11-01T10:00:00.000Z", VIGILANCE), event("deposited", "2026-11-02T15:00:00.000Z")];
  const [ledger] = alreadySent([some({ acheteurSiret: BUYER, events })], TODAY);
  expect(ledger?.sentence).toMatch(/^Documents que nous avons déjà transmis à l'acheteur et qui demeurent valables, dans la consultation /);
  expect(ledger?.sentence).not.toContain("même acheteur");
  expect(ledger?.sentence).not.toContain("procédure");
});

test("an attached document is not a deposited one: it is listed, and no sentence claims it", () => {
  const [ledger] = alreadySent([some({ acheteurSiret: BUYER, events: [attached("2026-11-01T10:00:00.000Z", VIGILANCE)] })], TODAY);
  expect(ledger?.sent).toHaveLength(1);
  expect(ledger?.sentence).toBeNull();
});

test("a document given twice is listed once, by its deposit; another issue is another document", () => {
  const renewed = { ...VIGILANCE, validFrom: "2026-03-31" };
  const kept = [
    some({
      id: "a",
      reference: "A-1",
      acheteurSiret: BUYER,
      events: [attached("2026-10-01T10:00:00.000Z", VIGILANCE), event("deposited", "2026-10-02T10:00:00.000Z")],
    }),
    some({ id: "b", reference: "B-1", acheteurSiret: BUYER, events: [attached("2026-11-01T10:00:00.000Z", VIGILANCE, renewed)] }),
  ];
  const [ledger] = alreadySent(kept, TODAY);
  expect(ledger?.sent.map(({ piece, consultation }) => [piece.validFrom, consultation.id])).toEqual([
    ["2026-03-31", "b"],
    ["2026-09-30", "a"],
  ]);
});

test("two buyers with one name are two, and a buyer without a known SIRET is left out", () => {
  const own = { acheteurNom: "Centre hospitalier", events: [attached("2026-11-01T10:00:00.000Z", VIGILANCE)] };
  const kept = [
    some({ ...own, acheteurSiret: BUYER }),
    some({ ...own, id: "b", acheteurSiret: "26690027200015" }),
    some({ ...own, id: "c" }),
  ];
  expect(
    alreadySent(kept, TODAY)
      .map(({ siret }) => siret)
      .toSorted(),
  ).toEqual([BUYER, "26690027200015"].toSorted());
});

test("the last pli alone was opened: what was attached for the one that it replaced, or after it, is not claimed", () => {
  const deposit = (at: string) => event("deposited", at, { operation: `receipt ${at}` });
  const events = [
    attached("2026-11-01T10:00:00.000Z", VIGILANCE),
    deposit("2026-11-01T11:00:00.000Z"),
    attached("2026-11-03T10:00:30.000Z", RIB),
    deposit("2026-11-03T10:00:00.000Z"),
    attached("2026-11-04T10:00:00.000Z", { ...RC, validUntil: "2027-11-15" }),
  ];
  const [ledger] = alreadySent([some({ acheteurSiret: BUYER, events })], TODAY);
  expect(ledger?.sent.map(({ piece, depositedAt }) => [piece.title, depositedAt])).toEqual([
    ["RC pro", undefined],
    ["RIB", "2026-11-03T10:00:00.000Z"],
    ["Attestation de vigilance", undefined],
  ]);
  expect(ledger?.sentence).toContain("déposée le 03/11/2026 : RIB.");
});
