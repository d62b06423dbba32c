/** The buyer who asks and the company asked: the law's exemptions depend on both. */
import type { Dossier } from "../domain/dossier.ts";
import type { Asking } from "../domain/exigibility.ts";
import type { FieldKey } from "../domain/fields.ts";

/** What is known of the buyer and of the company. What is unknown is absent. */
export function askingOf(dossier: Dossier | null, buyer: string | undefined, today: string): Asking {
  if (dossier === null) return { buyer, today };
  const text = (field: FieldKey) => {
    const value = dossier.values[field]?.value;
    return typeof value === "string" ? value : undefined;
  };
  const noProcedure = dossier.notices.every(({ kind, status }) => kind !== "procedureCollective" || status === "closed");
  return { buyer, today, legalForm: text("formeJuridiqueCode"), createdOn: text("dateCreation"), noProcedure };
}

/** From this headcount on, the grounds for exclusion of large companies may apply. */
const LARGE = 500;

/** True when the known bracket ("1 000 à 1 999 salariés") begins at 500 or more. */
export function isLarge(dossier: Dossier | null): boolean {
  const bracket = dossier?.values.effectif?.value;
  const least = typeof bracket === "string" ? /^\d[\d\s\u202f\u00a0]*/.exec(bracket)?.[0].replace(/\D/g, "") : undefined;
  return least !== undefined && Number(least) >= LARGE;
}
