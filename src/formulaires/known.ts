/** Reads the dossier for a form: printed values with their origin. A mask is no value. */
import type { Scalar } from "../domain/answer.ts";
import type { Dossier } from "../domain/dossier.ts";
import { type FieldKey, type FieldValue, fieldOf } from "../domain/fields.ts";
import { isMasked } from "../domain/mask.ts";
import { bare } from "../domain/plain.ts";
import { formatSiret } from "../domain/siret.ts";
import { formatDay } from "../domain/time.ts";
import type { Etranger } from "./candidature.ts";
import type { Cell, ChoiceLine, Known, TextLine } from "./form.ts";

const EUROS = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR", maximumFractionDigits: 2, minimumFractionDigits: 0 });
const NUMBER = new Intl.NumberFormat("fr-FR");
const SIRETS: readonly FieldKey[] = ["siret", "siretSiege"];

/** A canonical value as a French form writes it: "1 843 250 €", "31/12/2025", "Oui". */
export function printed(field: FieldKey, value: Scalar): string {
  const { type } = fieldOf(field);
  if (typeof value === "boolean") return value ? "Oui" : "Non";
  if (typeof value === "number") return type === "amount" ? EUROS.format(value) : NUMBER.format(value);
  if (type === "date") return formatDay(value);
  return SIRETS.includes(field) ? formatSiret(value) : value;
}

/** The dossier's canonical value of a field, unless it is a mask. */
export function heldValue<K extends FieldKey>({ values }: Dossier, field: K): FieldValue<K> | undefined {
  const value = values[field]?.value;
  return value === undefined || value === "" || isMasked(value) ? undefined : (value as FieldValue<K>);
}

/** The dossier's value of a field to print; `null` when there is none. */
export function known(dossier: Dossier, field: FieldKey): Known | null {
  const held = dossier.values[field];
  if (held === undefined || heldValue(dossier, field) === undefined) return null;
  return { text: printed(field, held.value), from: { field, origin: held.origin } };
}

/** A value from the page of the consultation. */
export function ofConsultation(text: string | undefined): Known | null {
  return text === undefined || text.trim() === "" || isMasked(text) ? null : { text, from: { from: "consultation" } };
}

/** A value that the person chose for this consultation. */
export function chosen(text: string): Known {
  return { text, from: { from: "choice" } };
}

/** A line for a field, named after the rubric and the field. */
export function lineOf(rubric: string, dossier: Dossier, field: FieldKey, label = fieldOf(field).label): TextLine {
  return { kind: "text", name: `${rubric}_${field}`, label, known: known(dossier, field) };
}

/** The lines that identify a company, in the forms' order. */
export function identityLines(rubric: string, dossier: Dossier): TextLine[] {
  const headOffice = lineOf(rubric, dossier, "adresseSiege", "Adresse du siège, si elle est différente");
  return [
    lineOf(rubric, dossier, "raisonSociale", "Dénomination sociale"),
    lineOf(rubric, dossier, "nomCommercial"),
    lineOf(rubric, dossier, "adresseComplete", "Adresse de l'établissement"),
    ...(isSameAddress(dossier) ? [] : [headOffice]),
    lineOf(rubric, dossier, "contactEmail"),
    lineOf(rubric, dossier, "contactTelephone"),
    lineOf(rubric, dossier, "contactFax"),
    lineOf(rubric, dossier, "siret"),
  ];
}

export const YES_NO = [
  { id: "oui", text: "Oui" },
  { id: "non", text: "Non" },
] as const;

/** Whether the company is a PME, from INSEE's category; nothing is chosen when INSEE gives none. */
export function pmeLine(rubric: string, { values }: Pick<Dossier, "values">): ChoiceLine {
  const pme = values.estPme;
  return {
    kind: "choice",
    name: `${rubric}_estPme`,
    label: "Micro, petite ou moyenne entreprise, ou artisan (recommandation 2003/361/CE)",
    options: YES_NO,
    known: pme === undefined ? null : { text: pme.value === true ? "oui" : "non", from: { field: "estPme", origin: pme.origin } },
  };
}

/** The same lines for a company established outside France, without a SIRET: its name, country and number as typed, the others left. */
export function linesAbroad(rubric: string, { name, country, number }: Etranger): (TextLine | ChoiceLine)[] {
  const left = (field: FieldKey, label = fieldOf(field).label): TextLine => ({
    kind: "text",
    name: `${rubric}_${field}`,
    label,
    known: null,
  });
  return [
    { ...left("raisonSociale", "Dénomination sociale"), known: chosen(name) },
    left("nomCommercial"),
    left("adresseComplete", "Adresse de l'établissement"),
    left("contactEmail"),
    left("contactTelephone"),
    left("contactFax"),
    { kind: "text", name: `${rubric}_paysEtablissement`, label: "Pays d'établissement", known: chosen(country) },
    { kind: "text", name: `${rubric}_numeroEtranger`, label: "À défaut de SIRET, numéro national ou de TVA", known: chosen(number) },
    left("formeJuridique"),
    pmeLine(rubric, { values: {} }),
  ];
}

/** The same company in one cell of a table. */
export function cellAbroad(name: string, { name: title, country, number }: Etranger): Cell {
  const parts = [title, country, number].map(chosen);
  return { name, known: { text: parts.map(({ text }) => text).join(", "), from: { from: "choice" }, parts } };
}

/** A company's identity in one cell of a table; left to the person when its name is unknown. */
export function identityCell(name: string, dossier: Dossier): Cell {
  const title = known(dossier, "raisonSociale");
  if (title === null) return { name, known: null };
  const parts = [
    title,
    ...(["adresseComplete", "contactEmail", "contactTelephone", "siret"] as const).map((field) => known(dossier, field)),
  ];
  const told = parts.filter((part) => part !== null);
  return { name, known: { text: told.map(({ text }) => text).join(", "), from: title.from, parts: told } };
}

function isSameAddress({ values }: Dossier): boolean {
  const [here, there] = [values.adresseComplete?.value, values.adresseSiege?.value];
  return values.estSiege?.value === true || (here !== undefined && there !== undefined && bare(String(here)) === bare(String(there)));
}
