/** What a cell of a table asks, by the titles of its row and of its column. */

import type { ControlEvidence, Label } from "../domain/evidence.ts";
import { sureness, type Understood, understand } from "./concepts.ts";
import { type Asking, type Found, foundAs, NONE, plainOrNull, spoke } from "./found.ts";
import { PERSON } from "./kinds.ts";
import type { Concept } from "./lexicon.ts";
import { underTitle } from "./named-by-title.ts";
import { qualifiersOf } from "./parties.ts";
import { partyOf } from "./party.ts";
import { CONTROL } from "./weights.ts";
import { wordsOf } from "./words.ts";
import { isAfterAnother, isYearAlone, yearIn } from "./years.ts";

/** Row title × column title: whichever says the thing; the other says the year, the member or the unit. */
export function tableConcept(asking: Asking): Found | null {
  const {
    control,
    common: { thisYear },
  } = asking;
  const [row, column] = [labelOf(control, "table:row"), labelOf(control, "table:column")];
  const rowSays = plainOf(row);
  // "Votre entreprise" × "Forme juridique": whose column it is.
  const columnSays = rowSays !== null && column !== undefined && isOurColumn(column.text) ? null : plainOf(column);
  const isYearRow = isYear(row, rowSays, thisYear);
  // A column that is a year asks what its row names, known or not.
  if (row !== undefined && !isYearRow && isTimeColumn(column, columnSays, thisYear))
    return rowSays === null ? ofWhole(row, asking) : tableFound(rowSays, row, asking);
  if (columnSays !== null && (isYearRow || saysOnlyWhose(row, rowSays, columnSays))) return tableFound(columnSays, column, asking);
  return isYearRow && endsYear(column)
    ? foundAs("exerciceFinN1", CONTROL.least)
    : ofRow(row, rowSays, column !== undefined && isYearRow, asking);
}

/** "Toutes activités", under a title that says of what; another row that is not known asks nothing. */
function ofWhole({ text }: Label, asking: Asking): Found {
  return underTitle(text, asking) ?? NONE;
}

/** A row of no thing of its own: "Candidat", "Responsable des marchés" × "Prénom". */
function saysOnlyWhose(row: Label | undefined, rowSays: Understood | null, columnSays: Understood): boolean {
  const isOfPerson = rowSays !== null && PERSONS.has(rowSays.concept) && PERSON.has(columnSays.concept);
  return isOfPerson || isOwner(row) || row === undefined || saysNothing(row);
}

const PERSONS: ReadonlySet<Concept> = new Set<Concept>(["contactNomComplet", "dirigeantNomComplet", "signataireHabilite"]);

function ofRow(row: Label | undefined, says: Understood | null, isYearOfColumn: boolean, asking: Asking): Found | null {
  if (says !== null) return tableFound(says, row, asking);
  return isYearOfColumn ? NONE : null;
}

function isTimeColumn(column: Label | undefined, says: Understood | null, thisYear: number): boolean {
  const text = column?.text ?? "";
  return yearIn(text, thisYear) !== null && (says === null ? isYearAlone(text) : IN_TIME.has(says.concept));
}

/** "Du", "au": the second closes the year that the row tells. */
function endsYear(column: Label | undefined): boolean {
  return END.test(wordsOf(column?.text ?? "").join(" "));
}

const END = /^((jusqu )?au|(date de )?fin|to|end)$/;

const IN_TIME: ReadonlySet<Concept> = new Set<Concept>(["exerciceAnneeN1", "exerciceFinN1"]);

function plainOf(label: Label | undefined): Understood | null {
  return label === undefined ? null : plainOrNull(label.text);
}

/** A row that only says a year. */
function isYear(row: Label | undefined, says: Understood | null, thisYear: number): boolean {
  return (
    row !== undefined &&
    (says === null || says.concept === "exerciceAnneeN1") &&
    (yearIn(row.text, thisYear) !== null || isAfterAnother(row.text))
  );
}

function saysNothing({ text }: Label): boolean {
  return understand(text) === null;
}

function tableFound(chosen: Understood, label: Label | undefined, asking: Asking): Found {
  const by = spoke(asking, label?.from ?? "table:row", label?.text ?? "", chosen.concept, 0.9);
  return { concept: chosen.concept, also: chosen.also, confidence: 0.9 * sureness(chosen), by };
}

/** The column of whoever answers, among those of several companies. */
export function isOurColumn(text: string): boolean {
  return partyOf(text) === "candidat" && OURS.test(wordsOf(text).join(" "));
}

const OURS = /\b(vous|votre|notre|mandataire|candidate?|titulaire|soumissionnaire|your?|lead)\b/;

/** "Vous" and "Partenaire" over the same rows: the controls of the columns that are not ours. */
export function inColumnsOfOthers(controls: readonly ControlEvidence[]): ReadonlySet<ControlEvidence> {
  const rows = Map.groupBy(controls, ({ row }) => row);
  rows.delete(null);
  return new Set(
    [...rows.values()].flatMap((cells) => {
      const said = cells.flatMap((cell) => {
        const [row, column] = [labelOf(cell, "table:row"), labelOf(cell, "table:column")];
        return column === undefined || plainOf(row) === null ? [] : [{ cell, isOurs: isOurColumn(column.text), names: plainOf(column) }];
      });
      return said.some(({ isOurs }) => isOurs) ? said.flatMap(({ cell, isOurs, names }) => (isOurs || names !== null ? [] : cell)) : [];
    }),
  );
}

function labelOf({ labels }: ControlEvidence, rung: Label["from"]): Label | undefined {
  return labels.find(({ from }) => from === rung);
}

/** A row's title that names a party or a person, and asks nothing: "Candidat / mandataire" × "SIRET". */
function isOwner(row: Label | undefined): boolean {
  if (row === undefined) return false;
  const { party, role } = qualifiersOf(row.text);
  return party !== undefined || role !== undefined;
}
