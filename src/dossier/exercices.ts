/**
 * The last closed financial years: turnovers are aligned by their closing day before they are called N-1, N-2, N-3, so that
 * two sources never mix two years and an old year never passes for the last one.
 */

import type { Facts } from "../domain/answer.ts";
import type { Origin, Proposal } from "../domain/dossier.ts";
import type { FieldKey } from "../domain/fields.ts";
import { inCodeOrder } from "../domain/order.ts";
import { addMonths, daysBetween } from "../domain/time.ts";
import type { Day } from "../domain/validity.ts";

const SLOTS = [
  { turnover: "chiffreAffairesN1", closing: "exerciceFinN1" },
  { turnover: "chiffreAffairesN2", closing: "exerciceFinN2" },
  { turnover: "chiffreAffairesN3", closing: "exerciceFinN3" },
] as const;
/** The fields that this file decides. */
export const EXERCICE_FIELDS: ReadonlySet<FieldKey> = new Set(SLOTS.flatMap(({ turnover, closing }) => [turnover, closing]));

/** Accounts are approved within six months of the closing (code de commerce): until then the year before is the last known. */
const APPROVAL_MONTHS = 6;
const MONTH_DAYS = 365.25 / 12;

interface Exercice {
  readonly closingOn: Day;
  readonly turnovers: Proposal[];
  readonly closings: Proposal[];
}

/**
 * Proposals by field, best first. `facts` are in order of preference.
 * A turnover without a closing day keeps its own slot, after the dated ones: the person's always, a source's
 * only when no year is dated.
 */
export function exercicesOf(
  facts: readonly { readonly facts: Partial<Facts>; readonly origin: Origin }[],
  on: Day,
): Map<FieldKey, Proposal[]> {
  const years = new Map<string, Exercice>();
  const undated = new Map<FieldKey, Proposal[]>();
  for (const { facts: known, origin } of facts) {
    for (const { turnover, closing } of SLOTS) {
      const closingOn = known[closing];
      const value = known[turnover];
      if (closingOn === undefined) {
        if (value !== undefined) undated.set(turnover, [...(undated.get(turnover) ?? []), { value, origin }]);
        continue;
      }
      if (closingOn > on) continue;
      const month = closingOn.slice(0, 7);
      const year = years.get(month) ?? { closingOn, turnovers: [], closings: [] };
      years.set(month, year);
      year.closings.push({ value: closingOn, origin });
      if (value !== undefined) year.turnovers.push({ value, origin });
    }
  }

  const placed = new Map<FieldKey, Proposal[]>();
  const dated = [...years.values()].sort((a, b) => inCodeOrder(b.closingOn, a.closingOn));
  let slot = dated[0] === undefined ? 0 : yearsMissing(dated[0].closingOn, on);
  dated.forEach((year, index) => {
    const newer = dated[index - 1];
    if (newer !== undefined) slot += yearsBetween(year.closingOn, newer.closingOn);
    const fields = SLOTS[slot];
    if (fields === undefined) return;
    placed.set(fields.closing, year.closings);
    if (year.turnovers.length > 0) placed.set(fields.turnover, year.turnovers);
  });
  for (const [field, proposals] of undated) {
    const usable = proposals.filter(({ origin }) => dated.length === 0 || origin.from === "manual");
    if (usable.length > 0) placed.set(field, [...(placed.get(field) ?? []), ...usable]);
  }
  return placed;
}

/** Number of financial years from one closing to the next: up to twenty-three months is one year; two years hide a missing one. */
function yearsBetween(older: Day, newer: Day): number {
  return Math.max(1, Math.floor(Math.round(daysBetween(older, newer) / MONTH_DAYS) / 12));
}

/** How many years have been closed and approved since the latest known closing. */
function yearsMissing(latest: Day, on: Day): number {
  let missing = 0;
  while (addMonths(latest, 12 * (missing + 1) + APPROVAL_MONTHS) < on) missing += 1;
  return missing;
}
