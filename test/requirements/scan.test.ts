/** A scanned règlement, read by the product's own OCR. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFiles } from "../../scripts/requirements/read.ts";
import { RC } from "../consultation/readings.ts";
import { photographed, scanOf } from "../documents/scans.ts";
import { missing } from "../documents/tools.ts";

/** Without Poppler to draw pages there is no scan to read: `npm test` says at its start that it is missing. */
const cannot = missing("pdftoppm").length > 0;
/** A line of the paper. */
const WIDTH = 90;

function wrapped(line: string): string[] {
  if (line.length <= WIDTH) return [line];
  const at = line.lastIndexOf(" ", WIDTH);
  return [line.slice(0, at), ...wrapped(line.slice(at + 1))];
}

test.skipIf(cannot)("a scanned règlement is read, marked as recognised, and its date gives its sentence only", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pli-pret-scan-rc-"));
  try {
    const path = join(folder, "RC.pdf");
    writeFileSync(path, await scanOf(await photographed(RC.split("\n").flatMap(wrapped))));
    const [read] = await readFiles([path]);
    expect(read?.told).toMatchObject({ file: "RC.pdf", kind: "rc", recognised: true });
    expect(read?.told.deadline).toMatchObject({ iso: null, doubt: "recognised", day: "2026-12-15", page: 1 });
    const pieces = read?.told.candidature?.map(({ piece, what }) => what ?? piece);
    expect(pieces).toEqual(["dc1", "immatriculation", "chiffreAffaires", "attestationVigilance", "rib"]);
    expect(read?.told.attributaire?.map(({ piece }) => piece)).toEqual(["attestationFiscale"]);
    expect(read?.quotes.told).toBe(read?.quotes.standing);
    expect((await readFiles([path], false))[0]?.told).toMatchObject({ refused: "scan", candidature: null });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
