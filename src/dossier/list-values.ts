/** Values for a page's list of references or people, from those chosen for its consultation. Pure. */
import type { ContractReference, Means, TeamMember } from "../domain/means.ts";
import type { ListCell } from "../domain/page-reading.ts";
import { formatDay } from "../domain/time.ts";

type Column = ListCell["column"];
/** A cell of one of the company's own lists. */
type MeansCell = ListCell & { readonly list: "references" | "team" };
type Value = string | number | undefined;

export function isOfMeans(cell: ListCell): cell is MeansCell {
  return cell.list === "references" || cell.list === "team";
}

/** The value of a cell; `undefined` leaves it empty. Days are ISO, amounts are in euros. */
export function listValue({ list, column, at }: MeansCell, means: Pick<Means, "references" | "team">): Value {
  if (list === "references") {
    const reference = means.references[at];
    return reference && OF_REFERENCE[column]?.(reference);
  }
  const member = means.team[at];
  return member && OF_MEMBER[column]?.(member);
}

const OF_REFERENCE: Readonly<Partial<Record<Column, (reference: ContractReference) => Value>>> = {
  client: ({ client }) => client,
  objet: ({ objet }) => objet,
  // A whole group's amount or a maximum is not what the company itself performed.
  amount: ({ amount, shared, maximum }) => (shared === true || maximum === true ? undefined : amount),
  dates: ({ from, until }) => (from === undefined || until === undefined ? undefined : `${formatDay(from)} – ${formatDay(until)}`),
  year: ({ from, until }) => until?.slice(0, 4) ?? from?.slice(0, 4),
  from: ({ from }) => from,
  until: ({ until }) => until,
  contact: ({ contact: { name, phone, email } }) => joined([name, phone, email], ", "),
  contactName: ({ contact }) => contact.name,
  contactPhone: ({ contact }) => contact.phone,
  contactEmail: ({ contact }) => contact.email,
};

const OF_MEMBER: Readonly<Partial<Record<Column, (member: TeamMember) => Value>>> = {
  name: ({ firstName, lastName }) => joined([firstName, lastName], " "),
  lastName: ({ lastName }) => lastName,
  firstName: ({ firstName }) => firstName,
  role: ({ role }) => role,
  qualifications: ({ qualifications }) => qualifications,
  experience: ({ experience }) => experience,
};

function joined(parts: readonly (string | undefined)[], separator: string): string | undefined {
  const known = parts.filter((part) => part !== undefined && part !== "");
  return known.length === 0 ? undefined : known.join(separator);
}
