/**
 * Tables drawn with spaces: the positions of their columns, and the cell of each part of a line. A cell that continues below
 * stays one text, whatever its neighbours hold. Pure.
 */

/** A part of a line, between two wide gaps. */
export interface Fragment {
  readonly column: number;
  readonly text: string;
}

/** At least this many spaces separate two cells of a line. */
const GAP = /\s{3,}/;
/** The nearest column to the margin, in characters: nearer text follows a list's mark. */
const NEAREST = 12;
/** A column needs this many lines with a part there, and as many of them with another part before it. */
const LINES = 3;
const ROWS = 2;
/** How far a part may be from its column, in characters. */
const SLACK = 1;

/** The parts of a line, each at its column. */
export function fragmentsOf(line: string): Fragment[] {
  const fragments: Fragment[] = [];
  let at = 0;
  for (const part of line.split(new RegExp(`(${GAP.source})`))) {
    if (part.trim() !== "") {
      const indent = part.length - part.trimStart().length;
      fragments.push({ column: at + indent, text: part.replace(/\s+/g, " ").trim() });
    }
    at += part.length;
  }
  return fragments;
}

/** The columns of a page's tables from left to right, without the margin. */
export function columnsOf(lines: readonly string[]): number[] {
  const found = lines.flatMap((line) =>
    fragmentsOf(line).flatMap(({ column }, index) => (column < NEAREST ? [] : [{ column, isRow: index > 0 }])),
  );
  const columns: number[] = [];
  for (const { column } of found.toSorted((one, other) => one.column - other.column)) {
    if (columns.length > 0 && column - (columns.at(-1) ?? 0) <= 2 * SLACK) continue;
    const here = found.filter((one) => Math.abs(one.column - column) <= SLACK);
    if (here.length >= LINES && here.filter(({ isRow }) => isRow).length >= ROWS) columns.push(column);
  }
  return columns;
}

/** The cell of a part: 0 left of every column; `null` when it is at none. */
export function cellOf(columns: readonly number[], { column }: Fragment): number | null {
  const before = columns.filter((one) => one <= column + SLACK);
  const last = before.at(-1);
  if (last === undefined) return 0;
  return column - last <= SLACK ? before.length : null;
}
