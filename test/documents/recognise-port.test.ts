import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { recogniseFile, recogniserOver, serveRecognition } from "../../src/documents/recognise/port.ts";

const EXPECTED = { siren: "913456786", today: "2026-11-24" };

async function vigilance(day: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  ["ATTESTATION DE VIGILANCE", "Urssaf — SIRET 91345678600015", "à jour de ses obligations", `à la date du ${day}`].forEach(
    (line, index) => {
      page.drawText(line, { x: 40, y: 700 - 20 * index, size: 10, font });
    },
  );
  return pdf.save();
}

test("several files sent at once each get their own answer", async () => {
  const { port1, port2 } = new MessageChannel();
  serveRecognition(port2);
  const recogniser = recogniserOver(port1);
  const days = ["31/03/2026", "30/06/2026", "31/08/2026"];
  const answers = await Promise.all(
    days.map(async (day) => recogniser({ bytes: await vigilance(day), type: "application/pdf" }, EXPECTED, { readsScans: true })),
  );
  port1.close();
  const read = answers.map((it) => (it.state === "read" ? it.recognition.dates.validFrom?.value : it.state));
  expect(read).toEqual(["2026-03-31", "2026-06-30", "2026-08-31"]);
});

test("everything is asked about a picture; a damaged file is reported as damaged", async () => {
  const picture = await recogniseFile({ bytes: new Uint8Array([0xff, 0xd8, 0xff]), type: "image/jpeg" }, EXPECTED);
  expect(picture.state === "read" && picture.recognition.asks.map(({ why }) => why)).toEqual(["noText", "noText"]);
  const damaged = await recogniseFile({ bytes: new TextEncoder().encode("%PDF-1.7 rien"), type: "application/pdf" }, EXPECTED);
  expect(damaged).toEqual({ state: "unreadable" });
});
