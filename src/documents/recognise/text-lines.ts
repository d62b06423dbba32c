/** Turns pieces of text placed on a page into lines in reading order, with table cells beside their headings. Pure. */

/** Text placed as in PDF: origin at the bottom left, points. */
export interface PlacedText {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Font size, points. */
  readonly size: number;
}

interface Cell {
  text: string;
  readonly left: number;
  right: number;
}

/** Two pieces are on one line when their baselines are nearer than this part of the font size. */
const SAME_LINE = 0.4;
/** A gap wider than this part of the font size is a space; much wider, another cell. */
const SPACE = 0.15;
const NEXT_CELL = 1.8;

/** The width of a letter, as a part of the font size: one column of a drawn line. */
const LETTER = 0.5;

/**
 * The lines of a page, from top to bottom.
 * @param beside headings of a table are put beside the values below them; without, each cell stands at its column, as on the page
 */
export function linesOf(items: readonly PlacedText[], beside = true): string[] {
  const rows = rowsOf(items.filter(({ str }) => str.trim() !== ""));
  if (!beside) return drawn(rows, items);
  const lines: string[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? [];
    const below = rows[index + 1] ?? [];
    if (isHeading(row, below)) {
      row.forEach((cell, column) => {
        lines.push(`${cell.text} ${below[column]?.text ?? ""}`);
      });
      index += 1;
    } else lines.push(row.map(({ text }) => text).join("   "));
  }
  return lines;
}

/** Lines with their cells where the page has them: the margin is column 0, and at least three spaces separate two cells. */
function drawn(rows: readonly (readonly Cell[])[], items: readonly PlacedText[]): string[] {
  const margin = Math.min(...rows.flatMap((row) => row.map(({ left }) => left)));
  const sizes = items.map(({ size }) => size).toSorted((a, b) => a - b);
  const letter = LETTER * (sizes[Math.floor(sizes.length / 2)] || 10);
  return rows.map((row) =>
    row.reduce((line, { text, left }) => {
      const column = Math.round((left - margin) / letter);
      return `${line}${" ".repeat(Math.min(MOST_COLUMNS, Math.max(line === "" ? 0 : 3, column - line.length)))}${text}`;
    }, ""),
  );
}

/** The widest page, in letters. */
const MOST_COLUMNS = 200;

/** Headings over their values: as many cells, each over its own, and digits below only. */
function isHeading(row: readonly Cell[], below: readonly Cell[]): boolean {
  if (row.length < 2 || row.length !== below.length) return false;
  return (
    row.every(({ text, left, right }, column) => {
      const value = below[column];
      return value !== undefined && !/\d/.test(text) && left < value.right && value.left < right;
    }) && below.some(({ text }) => /\d{2}/.test(text))
  );
}

function rowsOf(items: readonly PlacedText[]): Cell[][] {
  const rows: PlacedText[][] = [];
  for (const item of items.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && first.y - item.y < SAME_LINE * Math.max(first.size, item.size)) row.push(item);
    else rows.push([item]);
  }
  return rows.map(cellsOf);
}

function cellsOf(row: readonly PlacedText[]): Cell[] {
  const cells: Cell[] = [];
  for (const { str, x, width, size } of row.toSorted((a, b) => a.x - b.x)) {
    const cell = cells.at(-1);
    const gap = cell === undefined ? Number.POSITIVE_INFINITY : x - cell.right;
    if (cell === undefined || gap > NEXT_CELL * size) cells.push({ text: str.trim(), left: x, right: x + width });
    else {
      cell.text += `${gap > SPACE * size && !cell.text.endsWith(" ") && !str.startsWith(" ") ? " " : ""}${str}`;
      cell.right = Math.max(cell.right, x + width);
    }
  }
  return cells;
}
