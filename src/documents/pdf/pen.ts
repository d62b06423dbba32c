/** A pen that writes a document of ours from top to bottom. */
import { type PDFDocument, type PDFPage, rgb } from "pdf-lib";
import type { Letters, TextStyle } from "./letters.ts";

/** Points; A4. */
export const PAGE = { width: 595.28, height: 841.89, margin: 48, foot: 56 };
const RULE = rgb(0.8, 0.82, 0.86);

/** Writes from top to bottom, page after page. */
export interface Pen {
  /** Writes on the current line, without moving to the next. */
  at(text: string, x: number, style: TextStyle): void;
  /** Writes from the current line on, then moves below. */
  paragraph(text: string, x: number, style: TextStyle, until?: number): void;
  down(points: number): void;
  rule(): void;
  /** Starts a new page when less than that is left. */
  room(points: number): void;
  /** Reserves that much of the page for the caller to draw in, and moves below. @returns the page, and the `y` of the reserved bottom */
  take(points: number): { readonly page: PDFPage; readonly y: number };
  pages(): number;
}

/** @returns a pen at the top of a new first page of the document */
export function penOn(doc: PDFDocument, letters: Letters): Pen {
  let count = 0;
  let page: PDFPage;
  let y = 0;
  const turn = () => {
    page = doc.insertPage(count, [PAGE.width, PAGE.height]);
    count += 1;
    y = PAGE.height - PAGE.margin;
  };
  turn();
  const room = (points: number) => {
    if (y - points < PAGE.foot) turn();
  };
  return {
    at: (text, x, style) => letters.draw(page, text, { x, y: y - style.size }, style),
    paragraph: (text, x, style, until = PAGE.width - PAGE.margin) => {
      for (const line of letters.lines(text, until - x, style)) {
        room(style.size * 1.3);
        letters.draw(page, line, { x, y: y - style.size }, style);
        y -= style.size * 1.38;
      }
    },
    down: (points) => {
      y -= points;
    },
    rule: () => {
      y -= 3;
      page.drawLine({ start: { x: PAGE.margin, y }, end: { x: PAGE.width - PAGE.margin, y }, thickness: 0.5, color: RULE });
      y -= 6;
    },
    room,
    take: (points) => {
      room(points);
      y -= points;
      return { page, y };
    },
    pages: () => count,
  };
}
