/** A page's picture in grey: its images where the page draws them, turned upright. Pure. */
import { type Matrix, multiply } from "../recognise/drawing.ts";

/** One byte per pixel, 0 black to 255 white, row by row from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** An image and where the page draws it. */
export interface PlacedImage extends Raster {
  /** Of the unit square, in points. */
  readonly matrix: Matrix;
  /** True when only its dark pixels are drawn: a stencil, or a transparent image. */
  readonly isStencil: boolean;
}

/** How a page is shown: its box in points, and its rotation in clockwise quarter turns. */
export interface Shown {
  readonly view: readonly [number, number, number, number];
  readonly quarters: number;
}

/** Pixels per point. A finer picture costs time and reads no better; a coarser one is enlarged for the reader. */
const FINEST = 210 / 72;
const COARSEST = 150 / 72;
/** Longest side in pixels: large formats are read at a smaller scale. */
const LONGEST = 2600;

/** Draws the images of a page on white. */
export function pageOf(images: readonly PlacedImage[], { view, quarters }: Shown): Raster {
  const [left, bottom, right, top] = view;
  const [across, up] = [right - left, top - bottom];
  const finest = Math.max(...images.map(({ width, matrix: [a, b] }) => width / Math.max(1, Math.hypot(a, b))));
  const scale = Math.min(LONGEST / Math.max(across, up), Math.max(COARSEST, Math.min(FINEST, finest)));
  const [width, height] = [Math.max(1, Math.round(across * scale)), Math.max(1, Math.round(up * scale))];
  const page = { width, height, grey: new Uint8Array(width * height).fill(255) };
  // From points, upwards, to pixels, downwards.
  const toPixels: Matrix = [scale, 0, 0, -scale, -left * scale, top * scale];
  for (const image of images) draw(page, image, multiply(toPixels, image.matrix));
  return turned(page, quarters);
}

/** @param matrix of the unit square, in pixels of the page */
function draw(page: Raster, image: PlacedImage, [a, b, c, d, e, f]: Matrix): void {
  const determinant = a * d - b * c;
  if (Math.abs(determinant) < 1e-9) return;
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const [x0, x1] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(page.width, Math.ceil(Math.max(...xs)))];
  const [y0, y1] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(page.height, Math.ceil(Math.max(...ys)))];
  // One pixel step in the page, in pixels of the image: to the right (ux, vx) and down (uy, vy).
  const [ux, uy] = [(d / determinant) * image.width, (-c / determinant) * image.width];
  const [vx, vy] = [(b / determinant) * image.height, (-a / determinant) * image.height];
  const sample = Math.hypot(ux, vx) > 1.2 ? averaging(image, [ux, uy, vx, vy]) : between(image);
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const [dx, dy] = [x + 0.5 - e, y + 0.5 - f];
      const u = dx * ux + dy * uy;
      const v = image.height + dx * vx + dy * vy;
      if (u < 0 || v < 0 || u >= image.width || v >= image.height) continue;
      const at = y * page.width + x;
      const grey = sample(u, v);
      page.grey[at] = image.isStencil ? Math.min(page.grey[at] ?? 255, grey) : grey;
    }
  }
}

type Sample = (u: number, v: number) => number;

const MOST_SAMPLES = 4;

/** For a finer image: the mean of the pixels under one pixel of the page. */
function averaging({ width, height, grey }: Raster, [ux, uy, vx, vy]: readonly [number, number, number, number]): Sample {
  const count = Math.min(MOST_SAMPLES, Math.ceil(Math.max(Math.hypot(ux, vx), Math.hypot(uy, vy))));
  const steps = Array.from({ length: count }, (_, index) => (index + 0.5) / count - 0.5);
  const around = steps.flatMap((dx) => steps.map((dy) => [dx * ux + dy * uy, dx * vx + dy * vy] as const));
  return (u, v) => {
    let sum = 0;
    for (const [du, dv] of around) {
      const column = Math.min(width - 1, Math.max(0, Math.floor(u + du)));
      const row = Math.min(height - 1, Math.max(0, Math.floor(v + dv)));
      sum += grey[row * width + column] ?? 255;
    }
    return sum / around.length;
  };
}

/** For a coarser image: interpolates between the four pixels around. */
function between({ width, height, grey }: Raster): Sample {
  const at = (column: number, row: number) =>
    grey[Math.min(height - 1, Math.max(0, row)) * width + Math.min(width - 1, Math.max(0, column))] ?? 255;
  return (u, v) => {
    const [column, row] = [Math.floor(u - 0.5), Math.floor(v - 0.5)];
    const [right, down] = [u - 0.5 - column, v - 0.5 - row];
    const above = at(column, row) * (1 - right) + at(column + 1, row) * right;
    const below = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right;
    return above * (1 - down) + below * down;
  };
}

/** The picture turned clockwise by quarter turns. */
export function turned({ width, height, grey }: Raster, quarters: number): Raster {
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return { width, height, grey };
  const [across, down] = turns === 2 ? [width, height] : [height, width];
  const made = new Uint8Array(grey.length);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const [column, row] = turns === 1 ? [y, height - 1 - x] : turns === 2 ? [width - 1 - x, height - 1 - y] : [width - 1 - y, x];
      made[y * across + x] = grey[row * width + column] ?? 255;
    }
  }
  return { width: across, height: down, grey: made };
}

/** Step in pixels when telling lines from columns. */
const STRIDE = 2;
const DARK = 128;
/** Width in pixels of a strip narrow enough to show lines on a page that slopes a little. */
const STRIP = 128;

/** Slopes of a page laid askew, in pixels down for each to the right: up to three degrees either way. */
const SLOPES = [-0.05, -0.025, 0, 0.025, 0.05];

/** True when the ink alternates from column to column rather than from row to row, along any of the slopes: lines of text that stand upright. */
export function liesOnItsSide(page: Raster): boolean {
  const unevenness = (raster: Raster) => Math.max(...SLOPES.map((slope) => unevennessOf(raster, slope)));
  return unevenness(turned(page, 1)) > unevenness(page);
}

/** How much the ink of a row differs from that of the row above, strip by strip. @param slope of the rows within a strip */
function unevennessOf({ width, height, grey }: Raster, slope: number): number {
  let sum = 0;
  for (let left = 0; left < width; left += STRIP) {
    let above = 0;
    for (let y = 0; y < height; y += STRIDE) {
      let ink = 0;
      for (let x = left; x < Math.min(width, left + STRIP); x += STRIDE) {
        const row = y + Math.round(slope * (x - left));
        if ((grey[row * width + x] ?? 255) < DARK) ink += 1;
      }
      sum += (ink - above) ** 2;
      above = ink;
    }
  }
  return sum;
}

/** The picture as a file that any reader of images opens: PGM. */
export function pgmOf({ width, height, grey }: Raster): Uint8Array {
  const head = new TextEncoder().encode(`P5 ${width} ${height} 255\n`);
  const file = new Uint8Array(head.length + grey.length);
  file.set(head);
  file.set(grey, head.length);
  return file;
}
