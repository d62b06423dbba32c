/** The lists of a page (references, people, members, lots): their cells as a screen shows them, and their filling, once the person asked for it there. */
import type { FieldKey } from "../domain/fields.ts";
import type { ListCell } from "../domain/page-reading.ts";
import { present } from "../domain/present.ts";
import type { Input, Output } from "../messages/contract.ts";
import type { ListLine } from "../messages/situation.ts";
import { fillFrame, type PageDeps } from "./page-work.ts";
import { detectedFrames, type TabState } from "./tabs.ts";

/** The cells of the page's lists, in its order; those that hold something are said to. */
export function listLinesOf(tab: TabState): ListLine[] {
  return detectedFrames(tab).flatMap(({ frameId, page }) =>
    page.controls.flatMap(({ id, cell, type, label, empty, holds, multiple }) =>
      cell === undefined ? [] : [{ frameId, id, cell, type, pageLabel: label, empty, ...present({ holds, multiple }) }],
    ),
  );
}

/** The catalogue's field that has the same form as a column: it says how a day, an amount or a number is written. */
const WRITTEN_LIKE: Readonly<Partial<Record<ListCell["column"], FieldKey>>> = {
  amount: "chiffreAffairesN1",
  year: "exerciceAnneeN1",
  from: "exerciceFinN1",
  until: "exerciceFinN1",
  contactPhone: "contactTelephone",
  contactEmail: "contactEmail",
  experience: "effectifMoyenN1",
  siret: "siret",
  siren: "siren",
  email: "contactEmail",
  phone: "contactTelephone",
  postalCode: "codePostal",
  share: "chiffreAffairesPart",
  lot: "lot",
};
const AS_TEXT: FieldKey = "activitePrincipale";

/** Writes what the person saw for each cell. What they typed there stays. */
export async function fillCells(
  deps: PageDeps,
  cells: Input<"fillLists">["cells"],
  noteOf: (cell: ListCell) => string,
): Promise<Output<"fillLists">> {
  let filled = 0;
  let left = 0;
  let gone = false;
  // The frame reads the mandataire's row as the candidate's own.
  const read = detectedFrames(await deps.cell.read());
  for (const [frameId, own] of Map.groupBy(cells, (one) => one.frameId)) {
    const controls = read.find((frame) => frame.frameId === frameId)?.page.controls ?? [];
    const entries = own.map(({ id, cell, value }) => ({
      ...{ id, target: controls.find((one) => one.id === id)?.target ?? null, cell, value, note: noteOf(cell) },
      field: WRITTEN_LIKE[cell.column] ?? AS_TEXT,
      origin: { from: "manual" } as const,
    }));
    const outcomes = await fillFrame(deps, frameId, entries);
    if (outcomes === null) gone = true;
    filled += outcomes?.filter(({ outcome }) => outcome === "filled").length ?? 0;
    left += outcomes?.filter(({ outcome }) => outcome === "left").length ?? 0;
  }
  return { filled, left, gone };
}
