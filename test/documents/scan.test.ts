/** Scans and photographs: their text is recognised and proposed, and never counts as sure. */
import { describe, expect, test } from "vitest";
import { READ_SCAN } from "../../scripts/documents/scan.ts";
import { type ReadScan, recogniseFile, recogniserOver, serveRecognition } from "../../src/documents/recognise/port.ts";
import { draftOf } from "../../src/documents/recognise/recognise.ts";
import { liesOnItsSide, turned } from "../../src/documents/scan/raster.ts";
import { CODINGS, codedAs, pgm, photographed, scanOf } from "./scans.ts";
import { missing, transform } from "./tools.ts";

const EXPECTED = { siren: "913456786", today: "2026-11-24" };
const LINES = [
  "URSSAF Pays de la Loire",
  "ATTESTATION DE VIGILANCE",
  "La société MENUISERIE DU GRAND BOIS, SIRET 913 456 786 00015,",
  "est à jour de ses obligations de déclaration et de paiement",
  "à la date du 31/10/2026.",
  "Fait à Nantes, le 04/11/2026",
];
/** Without Poppler there is no scan to read: `npm test` reports at its start that it is absent. */
const cannot = missing("pdftoppm").length > 0;
const cannotCode = cannot || missing("convert").length > 0;

async function read(bytes: Uint8Array, type: "application/pdf" | "image/jpeg" = "application/pdf") {
  const recognised = await recogniseFile({ bytes, type }, EXPECTED, { readScan: READ_SCAN });
  if (recognised.state !== "read") throw new Error(recognised.state);
  return recognised.recognition;
}

const PROPOSED = {
  kind: { value: "attestationVigilance", confidence: "unsure" },
  dates: { validFrom: { value: "2026-10-31", confidence: "unsure" }, issuedOn: { value: "2026-11-04", confidence: "unsure" } },
};

describe.skipIf(cannot)("a page that holds a picture", () => {
  test("is read and proposed: nothing is taken without the person", async () => {
    const recognition = await read(await scanOf(await photographed(LINES)));
    expect(recognition).toMatchObject({ ...PROPOSED, siret: { value: "91345678600015", confidence: "unsure" } });
    expect(recognition.asks[0]).toMatchObject({ about: "kind", why: "scanned", proposals: [{ value: "attestationVigilance" }] });
    expect(draftOf(recognition)).toMatchObject({ kind: "autre", confirmed: false });
    expect(draftOf(recognition)).not.toHaveProperty("validFrom");
  });

  test.each([1, 2, 3])("is read upright when turned by %i quarters", async (quarters) => {
    expect(await read(await scanOf(await photographed(LINES), quarters))).toMatchObject(PROPOSED);
  });

  test("is read line by line when it slopes", async () => {
    expect(await read(await scanOf(await photographed(LINES, 3)))).toMatchObject(PROPOSED);
  });

  /** A full page: 28 lines that differ. */
  const FULL = Array.from({ length: 28 }, (_, line) =>
    LINES.map((one) => one.slice(line % 5))
      .join(" ")
      .slice(line, line + 90),
  );

  test.each([-3, -2, -1, 0, 1, 2, 3])("is known to be upright or on its side when it leans by %i degrees", async (lean) => {
    const page = await photographed(FULL, lean);
    expect([0, 1, 2, 3].map((quarters) => liesOnItsSide(turned(page, quarters)))).toEqual([false, true, false, true]);
  });

  test("is reported as damaged when cut short", async () => {
    const { grey, width, height } = await photographed(LINES);
    const cut = { bytes: grey.slice(0, 40), about: { Filter: "JPXDecode" } };
    expect((await read(await scanOf({ grey, width, height }, 0, cut))).asks.map(({ why }) => why)).toEqual(["damagedScan", "damagedScan"]);
  });
});

describe.skipIf(cannotCode)("a picture of another kind", () => {
  test.each(CODINGS)("%s, as an office scanner codes it, is read", async (coding) => {
    const picture = await photographed(LINES);
    expect(await read(await scanOf(picture, 0, codedAs(coding, picture)))).toMatchObject(PROPOSED);
  });

  test("a photograph is read as dropped; when cut short, it is reported as damaged", async () => {
    const photo = transform("convert", pgm(await photographed(LINES)), (from, to) => [from, "-quality", "60", to], "jpg");
    expect(await read(photo, "image/jpeg")).toMatchObject(PROPOSED);
    expect((await read(photo.slice(0, photo.length / 2), "image/jpeg")).asks[0]).toMatchObject({ why: "damagedScan" });
  });
});

describe("how much of a scan is read", () => {
  /** Pages as a scan would give them, and how many were asked for. */
  function pagesOf(...pages: readonly (readonly string[])[]) {
    const asked: number[] = [];
    const readScan: ReadScan = async function* () {
      yield* pages;
    };
    return { asked, scanning: { readScan, onPage: (page: number) => asked.push(page) } };
  }
  const PHOTO = { bytes: new Uint8Array([0xff, 0xd8, 0xff]), type: "image/jpeg" } as const;

  test("is only the pages needed to propose all that is asked, three at most", async () => {
    const first = pagesOf(LINES, ["page 2"]);
    await recogniseFile(PHOTO, EXPECTED, first.scanning);
    expect(first.asked).toEqual([1]);
    const later = pagesOf(["Bordereau d'envoi"], LINES, ["page 3"]);
    expect(await recogniseFile(PHOTO, EXPECTED, later.scanning)).toMatchObject({ recognition: PROPOSED });
    expect(later.asked).toEqual([1, 2]);
    const never = pagesOf(["un"], ["deux"], ["trois"], ["quatre"]);
    await recogniseFile(PHOTO, EXPECTED, never.scanning);
    expect(never.asked).toEqual([1, 2, 3]);
  });

  test("is nothing when the person does not want it", async () => {
    const { port1, port2 } = new MessageChannel();
    const { asked, scanning } = pagesOf(LINES);
    serveRecognition(port2, { readScan: scanning.readScan });
    const recogniser = recogniserOver(port1);
    const how = { onPage: (page: number) => asked.push(page) };
    const off = await recogniser(PHOTO, EXPECTED, { readsScans: false, ...how });
    const on = await recogniser(PHOTO, EXPECTED, { readsScans: true, ...how });
    port1.close();
    expect(off.state === "read" && off.recognition.asks.map(({ why }) => why)).toEqual(["noText", "noText"]);
    expect(on).toMatchObject({ recognition: PROPOSED });
    expect(asked).toEqual([1]);
  });
});
