/** What a cell of a table asks, by the titles of its row and of its column. */
import { sureness, type Understood, understand } from "./concepts.ts";
import type { Label } from "./evidence.ts";
import { type Asking, clueTarget, type Found, NONE, plainOrNull } from "./found.ts";
import { qualifiersOf } from "./parties.ts";
import { yearIn } from "./years.ts";

/** Row title × column title: whichever says the thing; the other says the year, the member or the unit. */
export function tableConcept({ labels, clues, common: { thisYear } }: Asking): Found | null {
  const row = labels.find(({ from }) => from === "table:row");
  const column = labels.find(({ from }) => from === "table:column");
  const rowSays = plainOf(row);
  const columnSays = plainOf(column);
  const isYearRow = isYear(row, rowSays, thisYear);
  if (columnSays !== null && (isOwner(row) || row === undefined || isYearRow || saysNothing(row)))
    return tableFound(columnSays, column, clues);
  if (rowSays !== null) return tableFound(rowSays, row, clues);
  return column !== undefined && isYearRow ? NONE : null;
}

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

function tableFound(chosen: Understood, label: Label | undefined, clues: Asking["clues"]): Found {
  clues.push({ from: label?.from ?? "table:row", text: label?.text ?? "", target: clueTarget(chosen.concept), weight: 0.9 });
  return { concept: chosen.concept, also: chosen.also, confidence: 0.9 * sureness(chosen) };
}

/** A row's title that names a party or a person, and asks nothing: "Candidat / mandataire" × "SIRET". */
function isOwner(row: Label | undefined): boolean {
  if (row === undefined) return false;
  const { party, role } = qualifiersOf(row.text);
  return party !== undefined || role !== undefined;
}
