/** "Pièce n / page m", at the visible foot of a page, whatever its rotation and size. */
import type { PDFFont, PDFPage } from "pdf-lib";
import { drawOver } from "./content.ts";

/** Points. */
const MARGIN = 12;

/** Draws on a page whose content is enclosed, over everything, and legible even on a dark scan. */
export function addFooter(page: PDFPage, text: string, font: PDFFont): void {
  const box = page.getCropBox();
  const turned = ((page.getRotation().angle % 360) + 360) % 360;
  const seen = turned === 90 || turned === 270 ? { width: box.height, height: box.width } : box;
  // Large formats are read from further away, or reduced.
  const size = Math.min(40, Math.max(6, (Math.min(seen.width, seen.height) / 595) * 8));
  const x = Math.max(MARGIN, seen.width - MARGIN - font.widthOfTextAtSize(text, size));
  const key = page.node.newFontDictionary("Foot", font.ref);
  const [left, bottom, right, top] = [box.x, box.y, box.x + box.width, box.y + box.height];
  const matrices: Record<number, readonly number[]> = {
    0: [1, 0, 0, 1, left, bottom],
    90: [0, 1, -1, 0, right, bottom],
    180: [-1, 0, 0, -1, right, top],
    270: [0, -1, 1, 0, left, top],
  };
  const matrix = (matrices[turned] ?? matrices[0] ?? []).map((value) => value.toFixed(3)).join(" ");
  const write = (mode: string) =>
    `BT ${mode} ${key.asString()} ${size.toFixed(2)} Tf ${x.toFixed(2)} ${MARGIN} Td ${font.encodeText(text)} Tj ET`;
  drawOver(
    page.node,
    `/Artifact BMC q ${matrix} cm 1 1 1 RG ${(size / 3).toFixed(2)} w 1 j ${write("1 Tr")} 0.2 0.23 0.3 rg ${write("0 Tr")} Q EMC\n`,
  );
}
