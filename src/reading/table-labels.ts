/** The titles of a control's row and column, in a table. */
import { CONTROLS, meaningful, NOTHING, type Parts, partsOf, textBefore } from "./texts.ts";

/**
 * The cells on the left that hold no control, nearest first: one of them names the piece, others say whether it is required.
 * The nearest may hold the box where the piece is named: "Autre document : ____".
 */
export function cellsBefore(element: Element): Element[] {
  const cells: Element[] = [];
  const nearest = element.closest("td, th")?.previousElementSibling ?? null;
  for (let cell = nearest; cell !== null; cell = cell.previousElementSibling) {
    if (cell.querySelector(CONTROLS) === null || (cell === nearest && cell.querySelector("input[type=file], select") === null))
      cells.push(cell);
  }
  return cells;
}

/** The row's and the column's title of a control in a table. */
export function tableLabels(element: Element): { readonly row: Parts | null; readonly column: Parts | null } {
  const cell = element.closest("td, th");
  const row = cell?.parentElement;
  if (cell === null || cell === undefined || row === null || row === undefined || row.localName !== "tr")
    return { row: null, column: null };
  // A table inside a cell, that only holds the control, belongs to that cell.
  const table = row.closest("table");
  const isAlone = table !== null && table.querySelectorAll(CONTROLS).length === 1 && !meaningful(partsOf(table, element).text);
  const outer = isAlone ? table.parentElement?.closest("td, th") : null;
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
  for (let left = cell.previousElementSibling; left !== null; left = left.previousElementSibling) {
    if (left.querySelector(CONTROLS) !== null) {
      const first = firstCell(cell);
      return first !== null && first.querySelector(CONTROLS) === null && isGridRow(cell) ? nonEmpty(partsOf(first, element)) : null;
    }
    const parts = partsOf(left, element);
    if (meaningful(parts.text)) return parts;
  }
  return spanningLabel(cell, element);
}

/** A title of an earlier row that spans this one. */
function spanningLabel(cell: Element, element: Element): Parts | null {
  let distance = 0;
  for (let row: Element | null = cell.parentElement; row !== null && distance < 8; row = row.previousElementSibling, distance++) {
    const first = row.firstElementChild;
    if (first === null || first === cell || first.querySelector(CONTROLS) !== null) continue;
    if (Number(first.getAttribute("rowspan") ?? 1) > distance && (distance > 0 || first !== cell))
      return distance === 0 ? null : nonEmpty(partsOf(first, element));
  }
  return null;
}

function nonEmpty(parts: Parts): Parts | null {
  return meaningful(parts.text) ? parts : null;
}

function firstCell(cell: Element): Element | null {
  return cell.parentElement?.firstElementChild ?? null;
}

/** A row of values under columns: its label is its first cell, for all of its controls. */
function isGridRow(cell: Element): boolean {
  const cells = [...(cell.parentElement?.children ?? [])];
  return cells.length > 2 && cells.slice(1).every((one) => one.querySelector(CONTROLS) !== null || !meaningful(one.textContent ?? ""));
}

/** The header of the cell's column, colspans counted. */
function columnLabel(cell: Element, element: Element): Parts | null {
  const table = cell.closest("table");
  const row = cell.parentElement;
  if (table === null || row === null) return null;
  const index = columnOf(cell);
  const rows = [...table.querySelectorAll("tr")].filter((one) => one.closest("table") === table);
  const at = rows.indexOf(row as HTMLTableRowElement);
  for (let above = at - 1; above >= 0; above--) {
    const candidate = rows[above];
    if (candidate === undefined || candidate.querySelector(CONTROLS) !== null) continue;
    const cells = [...candidate.children];
    const isHeader =
      candidate.parentElement?.localName === "thead" ||
      cells.every(({ localName }) => localName === "th") ||
      cells.length === row.children.length;
    if (!isHeader || cells.length < 2) continue;
    const header = cells.find((one) => columnOf(one) <= index && index < columnOf(one) + spanOf(one));
    const parts = header === undefined ? NOTHING : partsOf(header, element);
    return meaningful(parts.text) ? parts : null;
  }
  return null;
}

function columnOf(cell: Element): number {
  let column = 0;
  for (let left = cell.previousElementSibling; left !== null; left = left.previousElementSibling) column += spanOf(left);
  return column;
}

function spanOf(cell: Element): number {
  return Math.max(1, Number(cell.getAttribute("colspan") ?? 1) || 1);
}
