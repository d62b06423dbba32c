/**
 * Codes printed in documents, read by the product's own reader from pages that these tests draw: reported, compared, never called genuine.
 */
import { PDFDocument, StandardFonts } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { codeReaderBy } from "../../src/documents/codes/read-codes.ts";
import { twoDDocOf } from "../../src/documents/codes/two-d-doc.ts";
import { COVER } from "../../src/documents/make/cover-words.ts";
import { recogniserOver, serveRecognition } from "../../src/documents/recognise/port.ts";
import { CoffrePiece } from "../../src/domain/coffre.ts";
import { CODES } from "../../src/i18n/codes.ts";
import { CODE, GS, IBAN, inPackages, ribWith } from "./code-drawing.ts";
import { pageAsScanned, pgm } from "./scans.ts";
import { missing, transform } from "./tools.ts";

const READ = codeReaderBy({
  pdfium: async () => new Uint8Array(inPackages("@embedpdf/pdfium/dist/pdfium.wasm")),
  zxing: async () => new Uint8Array(inPackages("zxing-wasm/dist/reader/zxing_reader.wasm")),
});

const SAID = {
  ...{ form: "2d-doc", authority: "FR03", certificate: "0001", type: "03", issuedOn: "2026-10-05", signedOn: "2026-10-05" },
  ...{ holder: "SARL BRUN COUVERTURE", iban: IBAN },
};

const recognised = async (bytes: Uint8Array) => {
  const { port1, port2 } = new MessageChannel();
  serveRecognition(port1, { readCodes: READ });
  const outcome = await recogniserOver(port2)(
    { bytes, type: "application/pdf" },
    { siren: "913456786", names: ["BRUN COUVERTURE"], today: "2026-11-25" },
    { readsScans: false },
  );
  port1.close();
  if (outcome.state !== "read") throw new Error(outcome.state);
  return outcome;
};

describe("the data of a 2D-Doc", () => {
  test("are read: the header of each version, days counted from 2000, fields of fixed and variable length", () => {
    expect(twoDDocOf(CODE)).toEqual(SAID);
    const second = `DC02FR010A1CFFFF16360110SOCIETE BRUN${GS}2435000\x1fAB`;
    expect(twoDDocOf(second)).toEqual({
      form: "2d-doc",
      authority: "FR01",
      certificate: "0A1C",
      type: "01",
      signedOn: "2015-07-27",
      holder: "SOCIETE BRUN",
    });
    const work = `DC03FR000001FFFF16361001082000509134567860001553F00D5MBRUN COUVERTURE${GS}\x1fAB`;
    expect(twoDDocOf(work)).toMatchObject({ company: "91345678600015", holder: "BRUN COUVERTURE", expiresOn: "2022-06-06" });
  });

  test("are left out when cut short, of another perimeter or unknown; another code gives none", () => {
    expect(twoDDocOf(`DC03FR000001FFFF1636030130BRUN COUVER\x1e31${IBAN}${GS}\x1fAB`)).toMatchObject({ iban: IBAN });
    expect(twoDDocOf(`DC03FR000001FFFF1636030130BRUN COUVER\x1e31${IBAN}${GS}\x1fAB`)).not.toHaveProperty("holder");
    expect(twoDDocOf(`DC04FR000001262E262E030AFR31${IBAN}${GS}\x1fAB`)).not.toHaveProperty("iban");
    expect(twoDDocOf(`DC03FR000001FFFF16360301ZZ5012345678901234\x1fAB`)).not.toHaveProperty("company");
    expect(twoDDocOf("DC04")).toBeUndefined();
    expect(twoDDocOf("https://exemple.fr")).toBeUndefined();
  });
});

test("the example of the specification, a proof of address, is read", () => {
  const fields = ["26FR", "2475000", `10MME/SPECIMEN/NATACHA${GS}`, `22145 AVENUE DES SPECIMENS${GS}`];
  expect(twoDDocOf(`DC02FR000001125E125B01${fields.join("")}\x1f54LDD5F7JD4JEFR6WZYVZVB2JZXPZB73SP7WUTN5N44P3GESXW75`)).toEqual({
    ...{ form: "2d-doc", authority: "FR00", certificate: "0001", type: "01" },
    ...{ issuedOn: "2012-11-15", signedOn: "2012-11-12", holder: "MME SPECIMEN NATACHA" },
  });
});

describe("codes of a document", () => {
  test.skipIf(missing("pdftoppm", "convert").length > 0).each(["2", "-3"])(
    "a 2D-Doc on a photographed page that leans by %s degrees, noisy and heavily compressed, is read",
    async (lean) => {
      const page = pgm(pageAsScanned(await ribWith(CODE)));
      const noise = ["-seed", "7", "-attenuate", "0.3", "+noise", "Gaussian", "-quality", "40"];
      const photo = transform("convert", page, (from, to) => [from, "-background", "white", "-rotate", lean, ...noise, to], "jpg");
      expect(await READ({ bytes: photo, type: "image/jpeg" })).toEqual([SAID]);
    },
  );

  test("a 2D-Doc drawn in a PDF is read with its data", async () => {
    expect(await READ({ bytes: await ribWith(CODE), type: "application/pdf" })).toEqual([SAID]);
  });

  test("a QR code that leads to a site is reported; one for a payment is not", async () => {
    const url = "https://controle.exemple.fr/verifier?code=AbC123";
    expect(await READ({ bytes: await ribWith(url, "QRCode", 2), type: "application/pdf" })).toEqual([{ form: "address", url }]);
    expect(await READ({ bytes: await ribWith("BCD\n002\n1\nSCT", "QRCode", 2), type: "application/pdf" })).toEqual([]);
  });

  test("pages without anything like a code are neither drawn nor read", async () => {
    const doc = await PDFDocument.create();
    doc.addPage().drawText("Attestation de vigilance", { font: await doc.embedFont(StandardFonts.Helvetica) });
    const never = codeReaderBy({ pdfium: () => Promise.reject(new Error("loaded")), zxing: () => Promise.reject(new Error("loaded")) });
    expect(await never({ bytes: await doc.save(), type: "application/pdf" })).toEqual([]);
  });

  test("a code that agrees with the text changes nothing, one that contradicts it is asked about", async () => {
    const same = await recognised(await ribWith(CODE));
    expect(same.codes).toEqual([SAID]);
    expect(same.recognition.asks).toEqual([]);
    const other = await recognised(await ribWith(CODE.replace(IBAN, "FR1420041010050500013M02606")));
    expect(other.recognition.asks).toMatchObject([{ about: "kind", why: "codeDiffers" }]);
    expect(other.recognition.kind?.confidence).toBe("unsure");
  });

  test("a code that makes the reader fail does not stop the rest from being read", async () => {
    const { port1, port2 } = new MessageChannel();
    serveRecognition(port1, { readCodes: () => Promise.reject(new Error("no memory")) });
    const dropped = { bytes: await ribWith(CODE), type: "application/pdf" } as const;
    const outcome = await recogniserOver(port2)(
      dropped,
      { siren: "913456786", names: ["BRUN COUVERTURE"], today: "2026-11-25" },
      { readsScans: false },
    );
    port1.close();
    expect(outcome).toMatchObject({ state: "read", recognition: { kind: { value: "rib", confidence: "sure" } } });
  });

  test("the coffre and the cover say whose certificate it is, and that nothing was verified", () => {
    const code = CoffrePiece.shape.codes.parse([SAID])?.[0];
    if (code === undefined) throw new Error("Not kept.");
    for (const said of [CODES.fr.seen(code), CODES.en.seen(code), COVER.seenCode(code)]) {
      expect(said).toMatch(/non vérifié|not verified/);
      expect(said).toContain("FR03");
    }
    expect(CODES.fr.seen(code)).not.toContain(IBAN);
    expect(COVER.seenCode(code)).not.toContain(IBAN);
    expect(COVER.seenCode({ form: "address", url: "https://controle.exemple.fr/a?b=secret" })).toBe(
      "Code imprimé, non vérifié ici : il mène à controle.exemple.fr",
    );
    expect(CoffrePiece.shape.codes.parse([{ form: "new" }])).toBeUndefined();
  });
});
