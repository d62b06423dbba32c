/** What a cell of a table asks, by the titles of its row and of its column. */

import type { Label } from "../domain/evidence.ts";
import { sureness, type Understood, understand } from "./concepts.ts";
import { type Asking, type Found, NONE, plainOrNull, spoke } from "./found.ts";
import type { Concept } from "./lexicon.ts";
import { qualifiersOf } from "./parties.ts";
import { yearIn } from "./years.ts";

/** Row title × column title: whichever says the thing; the other says the year, the member or the unit. */
export function tableConcept(asking: Asking): Found | null {
  const {
    labels,
    common: { thisYear },
  } = asking;
  const row = labels.find(({ from }) => from === "table:row");
  const column = labels.find(({ from }) => from === "table:column");
  const rowSays = plainOf(row);
  const columnSays = plainOf(column);
  const isYearRow = isYear(row, rowSays, thisYear);
  // A column that is a year asks what its row names, known or not.
  if (
    row !== undefined &&
    !isYearRow &&
    columnSays !== null &&
    IN_TIME.has(columnSays.concept) &&
    yearIn(column?.text ?? "", thisYear) !== null
  )
    return rowSays === null ? NONE : tableFound(rowSays, row, asking);
  if (columnSays !== null && (isOwner(row) || row === undefined || isYearRow || saysNothing(row)))
    return tableFound(columnSays, column, asking);
  if (rowSays !== null) return tableFound(rowSays, row, asking);
  return column !== undefined && isYearRow ? NONE : null;
}

const IN_TIME: ReadonlySet<Concept> = new Set<Concept>(["exerciceAnneeN1", "exerciceFinN1"]);

function plainOf(label: Label | undefined): Understood | null {
  return label === undefined ? null : plainOrNull(label.text);
}

/** A row that only says a year. */
function isYear(row: Label | undefined, says: Understood | null, thisYear: number): boolean {
  return row !== undefined && (says === null || says.concept === "exerciceAnneeN1") && yearIn(row.text, thisYear) !== null;
}

function saysNothing({ text }: Label): boolean {
  return understand(text) === null;
}

function tableFound(chosen: Understood, label: Label | undefined, asking: Asking): Found {
  const by = spoke(asking, label?.from ?? "table:row", label?.text ?? "", chosen.concept, 0.9);
  return { concept: chosen.concept, also: chosen.also, confidence: 0.9 * sureness(chosen), by };
}

/** A row's title that names a party or a person, and asks nothing: "Candidat / mandataire" × "SIRET". */
function isOwner(row: Label | undefined): boolean {
  if (row === undefined) return false;
  const { party, role } = qualifiersOf(row.text);
  return party !== undefined || role !== undefined;
}
