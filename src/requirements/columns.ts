/**
 * Tables that a page draws with spaces: where their columns stand, and which cell each part of a line belongs to. A cell that goes on below stays
 * one text, whatever its neighbours hold. Pure.
 */

/** A part of a line, between two wide gaps. */
export interface Fragment {
  readonly column: number;
  readonly text: string;
}

/** Two parts of a line are two cells when as many spaces part them. */
const GAP = /\s{3,}/;
/** A column stands at least so far from the margin, letters: what is nearer is a list's mark and its text. */
const NEAREST = 12;
/** A column is one when so many lines have a part there, and so many of them another part before it. */
const LINES = 3;
const ROWS = 2;
/** A column is not drawn to the letter. */
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

/** The columns of a page's tables, the margin left out, from left to right. */
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

/** Which cell a part stands in: 0 left of every column; `null` when it stands at none. */
export function cellOf(columns: readonly number[], { column }: Fragment): number | null {
  const before = columns.filter((one) => one <= column + SLACK);
  const last = before.at(-1);
  if (last === undefined) return 0;
  return column - last <= SLACK ? before.length : null;
}
