/** Text in real PDF files made here: pages of text, tables, scans, damaged and locked files. */
import { crc32, deflateSync } from "node:zlib";
import { PDFOperatorNames as Op, PDFDocument, type PDFFont, PDFNumber, PDFOperator, type PDFPage, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { recognise } from "../../src/documents/recognise/recognise.ts";
import { textOf } from "../../src/documents/recognise/text.ts";
import { linesOf } from "../../src/documents/recognise/text-lines.ts";
import { FAMILIES, type Particulars, specimenOf } from "./recognise-specimens.ts";

const EXPECTED = { siren: "913456786", names: ["ATELIERS VERNEUIL"], today: "2026-11-24" };
const PARTICULARS: Particulars = {
  name: "ATELIERS VERNEUIL",
  siren: "913456786",
  siret: "91345678600015",
  issuerSiren: "895000412",
  city: "Lyon",
  issuedOn: "2026-05-12",
  code: "AB2CD3EF4GH5JK6",
  write: (day) => day.split("-").reverse().join("/"),
};

interface Pen {
  readonly pdf: PDFDocument;
  readonly font: PDFFont;
}

async function drawn(draw: (pen: Pen) => Promise<void> | void): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  await draw({ pdf, font: await pdf.embedFont(StandardFonts.Helvetica) });
  return pdf.save();
}

function drawLines({ pdf, font }: Pen, lines: readonly string[]): PDFPage {
  const page = pdf.addPage([595, 842]);
  lines.forEach((line, index) => {
    page.drawText(line, { x: 50, y: 790 - 18 * index, size: 9, font });
  });
  return page;
}

/** A grey PNG with one pixel per point. */
function pngOf(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, 200);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

async function paintWholePage(page: PDFPage, pdf: PDFDocument): Promise<void> {
  page.drawImage(await pdf.embedPng(pngOf(60, 85)), { x: 0, y: 0, width: 595, height: 842 });
}

async function recognised(bytes: Uint8Array) {
  const outcome = await textOf(bytes);
  if (outcome.state !== "text") throw new Error(outcome.state);
  return { read: recognise(outcome.text, EXPECTED), layer: outcome.text.layer };
}

test.each(Object.keys(FAMILIES).filter((family) => !family.startsWith("autre")))("drawn and read back: %s", async (family) => {
  const specimen = specimenOf(family, PARTICULARS);
  const bytes = await drawn((pen) => {
    for (const lines of specimen.pages) drawLines(pen, lines);
  });
  const { read, layer } = await recognised(bytes);
  expect(layer).toBe("printed");
  expect(read.kind).toMatchObject({ value: specimen.kind, confidence: "sure" });
  expect(Object.fromEntries(Object.entries(read.dates).map(([field, it]) => [field, it.value]))).toEqual(specimen.dates);
  expect(read.asks).toEqual([]);
});

test("under a row of headings, each date goes to its own heading", async () => {
  const bytes = await drawn((pen) => {
    const page = drawLines(pen, ["QUALIBAT", "CERTIFICAT DE QUALIFICATION", "SIRET 91345678600015"]);
    const { font } = pen;
    ["Délivré le", "Valable jusqu'au", "Classe"].forEach((text, column) => {
      page.drawText(text, { x: 50 + 150 * column, y: 600, size: 9, font });
    });
    ["03/04/2026", "02/04/2027", "12"].forEach((text, column) => {
      page.drawText(text, { x: 55 + 150 * column, y: 585, size: 9, font });
    });
  });
  const { read } = await recognised(bytes);
  expect(read.dates).toMatchObject({
    issuedOn: { value: "2026-04-03", confidence: "sure" },
    validUntil: { value: "2027-04-02", confidence: "sure" },
  });
});

test("when dates are not under their headings, they are asked", async () => {
  const bytes = await drawn((pen) => {
    drawLines(pen, [
      "QUALIBAT",
      "CERTIFICAT DE QUALIFICATION",
      "SIRET 91345678600015",
      "Délivré le",
      "Valable jusqu'au",
      "03/04/2026",
      "02/04/2027",
    ]);
  });
  const { read } = await recognised(bytes);
  expect(read.dates.validUntil?.confidence).toBe("unsure");
  expect(read.asks.map(({ about }) => about)).toContain("validUntil");
});

test("a scan has no text", async () => {
  const bytes = await drawn(async ({ pdf }) => paintWholePage(pdf.addPage([595, 842]), pdf));
  expect(await textOf(bytes)).toEqual({ state: "scan", pageCount: 1 });
});

test("text that a scanner hid behind its image is read, and each of its dates is asked", async () => {
  const { pages } = specimenOf("vigilance, une page", PARTICULARS);
  const bytes = await drawn(async (pen) => {
    const page = pen.pdf.addPage([595, 842]);
    await paintWholePage(page, pen.pdf);
    page.pushOperators(PDFOperator.of(Op.SetTextRenderingMode, [PDFNumber.of(3)]));
    pages[0]?.forEach((line, index) => {
      page.drawText(line, { x: 50, y: 790 - 18 * index, size: 9, font: pen.font });
    });
  });
  const { read, layer } = await recognised(bytes);
  expect(layer).toBe("ocr");
  expect(read.kind?.value).toBe("attestationVigilance");
  expect(read.asks.map(({ about }) => about)).toContain("validFrom");
});

test("a page with visible text over a background picture is not a scan", async () => {
  const { pages } = specimenOf("vigilance, une page", PARTICULARS);
  const bytes = await drawn(async (pen) => {
    const page = pen.pdf.addPage([595, 842]);
    await paintWholePage(page, pen.pdf);
    pages[0]?.forEach((line, index) => {
      page.drawText(line, { x: 50, y: 790 - 18 * index, size: 9, font: pen.font });
    });
  });
  const { read, layer } = await recognised(bytes);
  expect(layer).toBe("printed");
  expect(read.asks).toEqual([]);
});

test("a file that is no PDF, is cut or needs a password is reported as such, and its bytes are not changed", async () => {
  const whole = await drawn((pen) => {
    drawLines(pen, ["ATTESTATION"]);
  });
  expect(await textOf(new TextEncoder().encode("<html>503</html>"))).toEqual({ state: "unreadable" });
  expect(await textOf(new Uint8Array())).toEqual({ state: "unreadable" });
  const before = whole.length;
  await textOf(whole);
  expect(whole.length).toBe(before);
  const pdf = await PDFDocument.load(whole);
  pdf.encrypt({ userPassword: "secret", ownerPassword: "maître" });
  expect(await textOf(await pdf.save())).toEqual({ state: "locked" });
  for (const cut of [20, 200, before - 30]) expect(["unreadable", "text", "scan"]).toContain((await textOf(whole.slice(0, cut))).state);
});

test("lines can be read as drawn: each cell at its column, a single cell too", () => {
  const at = (str: string, x: number, y: number, width: number) => ({ str, x, y, width, size: 10 });
  const cells = [
    at("Pièce", 50, 100, 25),
    at("Observations", 150, 100, 60),
    at("en cours de validité", 150, 85, 80),
    at("DC1", 50, 70, 20),
  ];
  expect(linesOf(cells, false)).toEqual([`Pièce${" ".repeat(15)}Observations`, `${" ".repeat(20)}en cours de validité`, "DC1"]);
});

test("in a line, pieces share a baseline, columns stay apart, letters of a word come together", () => {
  const at = (str: string, x: number, y: number, width: number) => ({ str, x, y, width, size: 10 });
  expect(linesOf([at("Bonjour", 0, 100, 35), at("monde", 39, 100.5, 30), at("Droite", 200, 100, 30), at("Dessous", 0, 80, 35)])).toEqual([
    "Bonjour monde   Droite",
    "Dessous",
  ]);
  expect(linesOf([at("Val", 0, 50, 15), at("able", 15.2, 50, 20)])).toEqual(["Valable"]);
  expect(linesOf([at("Du", 0, 50, 15), at("Au", 100, 50, 15), at("01/02/2026", 0, 35, 50), at("03/04/2026", 100, 35, 50)])).toEqual([
    "Du 01/02/2026",
    "Au 03/04/2026",
  ]);
});
