/**
 * The rows of a page's table of group members: which company of the bid each row is for, and its values. Pure. When a row's company is not
 * certain, the person chooses it; a company's values are never written in another's row.
 */
import type { FieldKey } from "../domain/fields.ts";
import { saysLead } from "../domain/lead-words.ts";
import { isMasked } from "../domain/mask.ts";
import type { ListCell } from "../domain/page-reading.ts";
import { bare } from "../domain/plain.ts";
import { isSiret, sirenOf } from "../domain/siret.ts";
import type { GroupMember } from "./parties.ts";

/** A row as it was read. */
export interface GroupRow {
  /** "Cotraitant 2"; "" where the page writes nothing. */
  readonly said: string;
  /** What the row already holds. */
  readonly siret?: string | undefined;
  readonly name?: string | undefined;
}

/** `elsewhere`: it names a company that is not in the bid: nothing is written · `unsure`: the person chooses the company. */
export type RowOwner = { readonly siret: string } | "elsewhere" | "unsure";

/** Whether the mandataire has a row, and whether the page numbers it with the others: "Membre 1 (mandataire)". */
type Leads = "none" | "apart" | "counted";

/**
 * The company of each row, in order. Two rows that would get the same company are `unsure`, and so is a mandataire's row that holds another
 * company of the bid.
 */
export function rowOwners(rows: readonly GroupRow[], group: readonly GroupMember[]): RowOwner[] {
  const lead = rows.find(({ said }) => saysLead(said));
  const leads = lead === undefined ? "none" : rankIn(bare(lead.said))?.rank === 1 ? "counted" : "apart";
  const owners = rows.map((row): RowOwner => written(row, group) ?? named(row.said, group, leads));
  const count = (siret: string) => owners.filter((owner) => typeof owner === "object" && owner.siret === siret).length;
  return owners.map((owner, at) =>
    typeof owner === "object" && (count(owner.siret) > 1 || isNotLead(owner, rows[at], group)) ? "unsure" : owner,
  );
}

/** True where the page's mandataire is another company than the bid's. */
function isNotLead({ siret }: { readonly siret: string }, row: GroupRow | undefined, group: readonly GroupMember[]): boolean {
  return row !== undefined && saysLead(row.said) && !group.some(({ dossier, isLead }) => isLead && dossier.siret === siret);
}

/** The owner of a row by its present content. */
function written({ siret = "", name = "" }: GroupRow, group: readonly GroupMember[]): RowOwner | null {
  const digits = siret.replace(/\D/g, "");
  if (digits !== "") {
    const known = group.find(({ dossier }) => dossier.siret === digits);
    return known === undefined ? "elsewhere" : { siret: known.dossier.siret };
  }
  if (bare(name) === "") return null;
  const [known, ...others] = group.filter((one) => bare(nameOf(one)) === bare(name));
  return known === undefined ? "elsewhere" : others.length > 0 ? "unsure" : { siret: known.dossier.siret };
}

/** The owner of a row by the page's words. */
function named(said: string, group: readonly GroupMember[], leads: Leads): RowOwner {
  const plain = bare(said);
  const digits = said.replace(/\s/g, "").match(/\d{14}/)?.[0];
  if (digits !== undefined && isSiret(digits))
    return group.some(({ dossier }) => dossier.siret === digits) ? { siret: digits } : "elsewhere";
  const whole = group.filter((one) => nameOf(one) !== "" && bare(nameOf(one)) === plain);
  if (whole.length === 1 && whole[0] !== undefined) return { siret: whole[0].dossier.siret };
  if (saysLead(said)) {
    const lead = group.find(({ isLead }) => isLead);
    return lead === undefined ? "unsure" : { siret: lead.dossier.siret };
  }
  // A « cotraitant » is never the mandataire; a « membre » may be, unless the mandataire has its own row.
  const rank = rankIn(plain);
  if (rank === null || (leads === "none" && rank.word !== "cotraitant")) return "unsure";
  const others = group.filter(({ isLead }) => !isLead);
  const member = others[rank.rank - (leads === "counted" ? 2 : 1)];
  // Without a known mandataire the other members cannot be numbered.
  return member === undefined || others.length === group.length ? "unsure" : { siret: member.dossier.siret };
}

/** "Cotraitant n° 2", "Membre 2". */
function rankIn(plain: string): { readonly word: string; readonly rank: number } | null {
  const [, word, rank] = /\b(co ?traitant|membre)(?: du groupement)?(?: n)? ?(\d{1,2})\b/.exec(plain) ?? [];
  return word === undefined ? null : { word: word.replace(" ", ""), rank: Number(rank) };
}

/** The member's place in the group, in the page's words where it offers some. */
function roleIn(options: readonly string[] | undefined, isLead: boolean): string | undefined {
  if (options === undefined) return isLead ? "Mandataire" : "Cotraitant";
  const [only, ...others] = options.filter((text) =>
    isLead ? saysLead(text) : /^(co ?traitant|membre( du groupement)?)$/.test(bare(text)),
  );
  return others.length === 0 ? only : undefined;
}

const nameOf = ({ dossier }: GroupMember) => String(dossier.values.raisonSociale?.value ?? "");

const FIELD: Readonly<Partial<Record<ListCell["column"], FieldKey>>> = {
  name: "raisonSociale",
  email: "contactEmail",
  phone: "contactTelephone",
  address: "adresseComplete",
  street: "adresseLigne1",
  postalCode: "codePostal",
  city: "commune",
};

/** The company's value for a cell of its row; `undefined` when unknown. A share is in per cent. */
export function memberValue({ column, options }: ListCell, { dossier, isLead, task }: GroupMember): string | number | undefined {
  if (column === "siret") return dossier.siret;
  if (column === "siren") return sirenOf(dossier.siret);
  if (column === "role") return roleIn(options, isLead);
  if (column === "performs") return task.performs.trim() === "" ? undefined : task.performs.trim();
  if (column === "share") return task.share ?? undefined;
  const field = FIELD[column];
  const value = field === undefined ? undefined : dossier.values[field]?.value;
  return value === undefined || value === "" || isMasked(value) ? undefined : String(value);
}
