/** The titles of a control's row and column, in a table. */
import {
  attributeOf,
  childrenOf,
  closest,
  firstElementOf,
  localNameOf,
  parentElementOf,
  previousElementOf,
  query,
  queryAll,
  textOf,
} from "../page/dom.ts";
import { CONTROLS, meaningful, NOTHING, type Parts, partsOf, textBefore } from "./texts.ts";
import { wordsOf } from "./words.ts";

/**
 * The cells on the left that hold no control, nearest first: one of them names the piece, others say whether it is required.
 * The nearest may hold the box where the piece is named: "Autre document : ____".
 */
export function cellsBefore(element: Element): Element[] {
  const cells: Element[] = [];
  const nearest = previousElementOf(closest(element, "td, th")) ?? null;
  for (let cell = nearest; cell !== null; cell = previousElementOf(cell)) {
    if (query(cell, CONTROLS) === null || (cell === nearest && query(cell, "input[type=file], select") === null)) cells.push(cell);
  }
  return cells;
}

/** The row's and the column's title of a control in a table. */
export function tableLabels(element: Element): { readonly row: Parts | null; readonly column: Parts | null } {
  const cell = closest(element, "td, th");
  const row = parentElementOf(cell);
  if (cell === null || cell === undefined || row === null || row === undefined || localNameOf(row) !== "tr")
    return { row: null, column: null };
  // A table inside a cell, that only holds the control, belongs to that cell.
  const table = closest(row, "table");
  const isAlone = table !== null && queryAll(table, CONTROLS).length === 1 && !meaningful(partsOf(table, element).text);
  const outer = isAlone ? closest(parentElementOf(table), "td, th") : null;
  if (outer != null) return tableLabelsAt(outer, element);
  return tableLabelsAt(cell, element);
}

function tableLabelsAt(cell: Element, element: Element) {
  return { row: rowLabel(cell, element), column: columnLabel(cell, element) };
}

/** The nearest cell on the left that speaks and holds no control. A row where every cell holds one has no such title. */
function rowLabel(cell: Element, element: Element): Parts | null {
  // What the cell itself writes before the control is nearer.
  if (meaningful(textBefore(cell, element).before.text)) return null;
  let help: Parts | null = null;
  for (let left = previousElementOf(cell); left !== null; left = previousElementOf(left)) {
    if (query(left, CONTROLS) !== null) {
      const first = firstCell(cell);
      return first !== null && query(first, CONTROLS) === null && isGridRow(cell) ? nonEmpty(partsOf(first, element)) : null;
    }
    const parts = partsOf(left, element);
    if (!meaningful(parts.text)) continue;
    // Where only a number stands before it, the description is the question.
    if (help !== null) return /\p{L}{3}/u.test(parts.text) ? parts : help;
    if (!isHelpColumn(left, element)) return parts;
    help = parts;
  }
  if (help !== null) return help;
  return spanningLabel(cell, element);
}

/** "Description", "Aide": a column that explains the question of another. */
function isHelpColumn(cell: Element, element: Element): boolean {
  return /^(descriptions?|aides?|commentaires?|precisions?|explications?|exemples?|formats?|observations?|remarques?|consignes?|help|notes?|hint|guidance)$/.test(
    wordsOf(columnLabel(cell, element)?.text ?? "").join(" "),
  );
}

/** A title of an earlier row that spans this one. */
function spanningLabel(cell: Element, element: Element): Parts | null {
  let distance = 0;
  for (let row: Element | null = parentElementOf(cell); row !== null && distance < 8; row = previousElementOf(row), distance++) {
    const first = firstElementOf(row);
    if (first === null || first === cell || query(first, CONTROLS) !== null) continue;
    if (Number(attributeOf(first, "rowspan") ?? 1) > distance && (distance > 0 || first !== cell))
      return distance === 0 ? null : nonEmpty(partsOf(first, element));
  }
  return null;
}

function nonEmpty(parts: Parts): Parts | null {
  return meaningful(parts.text) ? parts : null;
}

function firstCell(cell: Element): Element | null {
  return firstElementOf(parentElementOf(cell)) ?? null;
}

/** A row of values under columns: its label is its first cell, for all of its controls. */
function isGridRow(cell: Element): boolean {
  const cells = [...(childrenOf(parentElementOf(cell)) ?? [])];
  return cells.length > 2 && cells.slice(1).every((one) => query(one, CONTROLS) !== null || !meaningful(textOf(one) ?? ""));
}

/** The header of the cell's column, colspans counted. */
function columnLabel(cell: Element, element: Element): Parts | null {
  const table = closest(cell, "table");
  const row = parentElementOf(cell);
  if (table === null || row === null) return null;
  const index = columnOf(cell);
  const rows = [...queryAll(table, "tr")].filter((one) => closest(one, "table") === table);
  const at = rows.indexOf(row as HTMLTableRowElement);
  for (let above = at - 1; above >= 0; above--) {
    const candidate = rows[above];
    if (candidate === undefined || query(candidate, CONTROLS) !== null) continue;
    const cells = [...childrenOf(candidate)];
    const isHeader =
      localNameOf(parentElementOf(candidate)) === "thead" ||
      cells.every((one) => localNameOf(one) === "th") ||
      cells.length === childrenOf(row).length;
    if (!isHeader || cells.length < 2) continue;
    const header = cells.find((one) => columnOf(one) <= index && index < columnOf(one) + spanOf(one));
    const parts = header === undefined ? NOTHING : partsOf(header, element);
    return meaningful(parts.text) ? parts : null;
  }
  return null;
}

function columnOf(cell: Element): number {
  let column = 0;
  for (let left = previousElementOf(cell); left !== null; left = previousElementOf(left)) column += spanOf(left);
  return column;
}

function spanOf(cell: Element): number {
  return Math.max(1, Number(attributeOf(cell, "colspan") ?? 1) || 1);
}
