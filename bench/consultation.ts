/**
 * Reading a consultation's files: 200 pages, 80 MB, in a ZIP within a ZIP, generated. Told: when the règlement was read, when all was, and
 * the most memory that the process held; then the same dropped on the page, in a Chromium. `node bench/consultation.ts [megabytes]`
 */
import { randomFillSync } from "node:crypto";
import { zipSync } from "fflate";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { eachRead } from "../src/consultation/read.ts";
import { textOf } from "../src/documents/recognise/text.ts";
import { RC } from "../test/consultation/readings.ts";
import { measureInChromium } from "./consultation-chromium.ts";

const MEGABYTE = 1_000_000;
const megabytes = Number(process.argv[2] ?? 80);
const LINES = 50;
const FILLING =
  "Le titulaire exécute les prestations dans les conditions que fixent les pièces du marché, et en rend compte au maître d'ouvrage.";

/** A PDF of that many pages of text, made as heavy as plans would make it by noise that does not compress. */
async function document(title: string, pages: number, bytes: number, last = FILLING): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number++) {
    const page = pdf.addPage([595, 842]);
    const lines = number === 1 ? title.split("\n") : number === pages ? last.split("\n") : Array.from({ length: LINES }, () => FILLING);
    for (const [index, line] of lines.entries()) page.drawText(line, { x: 40, y: 800 - index * 15, size: 9, font });
  }
  const noise = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) randomFillSync(noise.subarray(at, Math.min(at + 65_536, bytes)));
  if (bytes > 0) await pdf.attach(noise, "plans.bin");
  return pdf.save();
}

const heavy = Math.round((megabytes * MEGABYTE) / 3);
const inner = zipSync({
  "CCTP.pdf": await document("CAHIER DES CLAUSES TECHNIQUES PARTICULIERES", 80, heavy),
  "CCAP.pdf": await document("CAHIER DES CLAUSES ADMINISTRATIVES PARTICULIERES", 60, heavy),
  "annexes.pdf": await document("PLANS", 30, heavy),
  "Reglement.pdf": await document("REGLEMENT DE LA CONSULTATION", 30, 0, RC),
});
const archive = zipSync({ "dce.zip": inner }, { level: 0 });
const file = new File([archive], "consultation.zip");

const started = performance.now();
const since = () => Math.round(performance.now() - started);
const pagesOf = async (bytes: Uint8Array, pages: number) => {
  const outcome = await textOf(bytes, { pages, lines: "drawn" });
  return outcome.state === "text" ? outcome.text.pages : outcome.state === "unreadable" ? "damaged" : outcome.state;
};
let first = 0;
let resident = process.memoryUsage().rss;
const before = resident;
const files: string[] = [];
for await (const read of eachRead([file], pagesOf)) {
  files.push(`${read.file.split("/").at(-1)} ${"refused" in read ? read.refused : read.asks.kind}`);
  if (first === 0 && "asks" in read && read.asks.kind === "rc") first = since();
  resident = Math.max(resident, process.memoryUsage().rss);
}
if (first === 0) throw new Error(`The règlement was not found: ${files.join(", ")}`);
const inSeconds = (ms: number) => (ms / 1000).toFixed(1);
console.log(`${files.join(", ")}

| dans Node, archive (Mo) | règlement lu (s) | tout lu (s) | mémoire avant (Mo) | au plus (Mo) |
| --- | --- | --- | --- | --- |
| ${Math.round(file.size / MEGABYTE)} | ${inSeconds(first)} | ${inSeconds(since())} | ${Math.round(before / MEGABYTE)} | ${Math.round(resident / MEGABYTE)} |
`);
await measureInChromium(archive);
