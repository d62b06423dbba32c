/** The drawing state of a pdf.js page, which its operators change. */
import type { getResolvedPDFJS } from "unpdf";

/** `[a, b, c, d, e, f]` of PDF: x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

export type Operators = Awaited<ReturnType<typeof getResolvedPDFJS>>["OPS"];

interface DrawingState {
  /** To be called for each operator, in order. */
  follow(operation: number, args: unknown): void;
  /** Where the unit square, and an image in it, is drawn. */
  matrix(): Matrix;
  /** The area that an image covers, in square points. */
  unitArea(): number;
  showsText(): boolean;
}

export function drawingState(OPS: Operators): DrawingState {
  const saved: { matrix: Matrix; mode: number }[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let mode = 0;
  const apply = (more: unknown) => {
    if (isMatrix(more)) matrix = multiply(matrix, more);
  };
  return {
    follow: (operation, args) => {
      if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) saved.push({ matrix, mode });
      if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) ({ matrix, mode } = saved.pop() ?? { matrix, mode });
      else if (operation === OPS.transform) apply(args);
      else if (!Array.isArray(args)) return;
      else if (operation === OPS.paintFormXObjectBegin) apply(args[0]);
      else if (operation === OPS.setTextRenderingMode && typeof args[0] === "number") mode = args[0];
    },
    matrix: () => matrix,
    unitArea: () => Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]),
    showsText: () => mode !== INVISIBLE && mode !== CLIPPING,
  };
}

/** Text rendering modes of PDF (ISO 32000, 9.3.6). */
const INVISIBLE = 3;
const CLIPPING = 7;

function isMatrix(args: unknown): args is Matrix {
  return Array.isArray(args) && args.length === 6 && args.every((it) => typeof it === "number");
}

/** The matrix that applies `inner`, then `outer`. */
export function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
