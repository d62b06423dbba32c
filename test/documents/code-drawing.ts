/** Papers with a code that is drawn module after module, as lines are. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PDFDocument, rgb, StandardFonts } from "pdf-lib";
import { prepareZXingModule, type WriterOptions, writeBarcode } from "zxing-wasm/writer";

export const inPackages = (path: string) => readFileSync(fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url)));

export const GS = "\x1d";
export const IBAN = "FR7630006000011234567890189";
/** Version 4, of 5 October 2026, a RIB; the signature is made of meaningless letters. */
export const CODE = `DC04FR030001262E262E0301FR30SARL/BRUN/COUVERTURE${GS}31${IBAN}${GS}32AGRIFRPP${GS}\x1fABCDEFGHIJKLMNOP234567`;
async function drawnCode(
  text: string,
  format: NonNullable<WriterOptions["format"]>,
): Promise<{ readonly size: number; readonly isDark: (x: number, y: number) => boolean }> {
  const program = new Uint8Array(inPackages("zxing-wasm/dist/writer/zxing_writer.wasm"));
  prepareZXingModule({ overrides: { wasmBinary: program.buffer } });
  const { symbol } = await writeBarcode(text, { format });
  if (symbol === null) throw new Error("Not written.");
  return { size: symbol.width, isDark: (x, y) => (symbol.data[y * symbol.width + x] ?? 255) < 128 };
}

/** A RIB whose code is drawn module after module, as lines are. @param side points of one module */
export async function ribWith(
  text: string,
  format: NonNullable<WriterOptions["format"]> = "DataMatrix",
  side = 1.2,
  iban = IBAN,
): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  const page = doc.addPage([595, 842]);
  const font = await doc.embedFont(StandardFonts.Helvetica);
  const lines = ["BANQUE FICTIVE", "RELEVÉ D'IDENTITÉ BANCAIRE", "Titulaire : SARL BRUN COUVERTURE", `IBAN : ${iban}   BIC : AGRIFRPP`];
  for (const [index, line] of lines.entries()) page.drawText(line, { x: 50, y: 760 - 24 * index, size: 11, font });
  const { size, isDark } = await drawnCode(text, format);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (isDark(x, y)) page.drawRectangle({ x: 400 + x * side, y: 560 - y * side, width: side, height: side, color: rgb(0, 0, 0) });
    }
  }
  return doc.save();
}
