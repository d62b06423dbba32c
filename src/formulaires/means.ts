/** A member's capacities as tables of a form: a cell without a known value is a field to complete. */
import type { ContractReference, Means, TeamMember } from "../domain/means.ts";
import { formatDay } from "../domain/time.ts";
import type { Cell, Known, Line, TableLine } from "./form.ts";

const EUROS = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR", maximumFractionDigits: 2, minimumFractionDigits: 0 });

/** "214 300 € HT, maximum de l'accord-cadre"; `null` when none is known. */
export function amountText({ amount, shared, maximum }: ContractReference): string | null {
  if (amount === undefined) return null;
  const about = [...(maximum === true ? ["maximum de l'accord-cadre"] : []), ...(shared === true ? ["montant de tout le groupement"] : [])];
  return [`${EUROS.format(amount)} HT`, ...about].join(", ");
}

/** When it was performed, else when it was notified and for how long; `null` when neither is known. */
export function datesText({ from, until, notifiedOn, months }: ContractReference): string | null {
  if (from !== undefined && until !== undefined) return `du ${formatDay(from)} au ${formatDay(until)}`;
  if (from !== undefined) return `depuis le ${formatDay(from)}`;
  if (until !== undefined) return `jusqu'au ${formatDay(until)}`;
  if (notifiedOn === undefined) return null;
  return [`notifié le ${formatDay(notifiedOn)}`, ...(months === undefined ? [] : [`durée ${months} mois`])].join(", ");
}

/** The client and its contact. */
export function clientText({ client, contact: { name, phone, email } }: ContractReference): string {
  return [client, name, phone, email].filter((part) => part !== undefined && part !== "").join(", ");
}

export function nameOf({ firstName, lastName }: TeamMember): string {
  return [firstName, lastName].filter((part) => part !== undefined && part !== "").join(" ");
}

/** The tables of the means shown; no table for an empty kind. @param rubric their rubric: "G1" */
export function meansLines(rubric: string, means: Means): Line[] {
  const tables = [referencesTable(rubric, means), teamTable(rubric, means), equipmentTable(rubric, means), headcountsTable(rubric, means)];
  return tables.filter((table) => table.rows.length > 0);
}

const entered = (text: string | number | null | undefined): Known | null =>
  text === null || text === undefined || text === "" ? null : { text: String(text), from: { from: "means" } };

function referencesTable(rubric: string, { references }: Means): TableLine {
  return {
    kind: "table",
    columns: [
      { label: "Référence : objet", share: 0.36 },
      { label: "Client, contact", share: 0.3 },
      { label: "Montant", share: 0.16 },
      { label: "Dates", share: 0.18 },
    ],
    rows: references.map((reference, at) => {
      const { published, typed = [] } = reference;
      const told = (text: string | null, by: (typeof typed)[number] | null): Known | null =>
        text === null || published === undefined || (by !== null && typed.includes(by))
          ? entered(text)
          : { text, from: { from: "published", provider: published.provider, on: published.readOn } };
      const cell = (column: string, known: Known | null): Cell => ({ name: `${rubric}_reference_${at + 1}_${column}`, known });
      const isTyped = reference.from !== undefined || reference.until !== undefined;
      return [
        cell("objet", told(reference.objet, "objet")),
        cell("client", told(clientText(reference), "client")),
        cell("montant", told(amountText(reference), "amount")),
        cell("dates", isTyped ? entered(datesText(reference)) : told(datesText(reference), null)),
      ];
    }),
  };
}

function teamTable(rubric: string, { team }: Means): TableLine {
  return {
    kind: "table",
    columns: [
      { label: "Intervenant", share: 0.24 },
      { label: "Fonction", share: 0.26 },
      { label: "Titres, habilitations", share: 0.34 },
      { label: "Expérience", share: 0.16 },
    ],
    rows: team.map((member, at) => {
      const cell = (column: string, text: string | null | undefined): Cell => ({
        name: `${rubric}_equipe_${at + 1}_${column}`,
        known: entered(text),
      });
      const { role, leads, qualifications, experience } = member;
      const told = role === undefined ? (leads ? "Encadrement" : null) : `${role}${leads ? " (encadrement)" : ""}`;
      return [
        cell("nom", nameOf(member)),
        cell("fonction", told),
        cell("titres", qualifications),
        cell("experience", experience === undefined ? null : `${experience} an${experience > 1 ? "s" : ""}`),
      ];
    }),
  };
}

function equipmentTable(rubric: string, { equipment }: Means): TableLine {
  return {
    kind: "table",
    columns: [
      { label: "Matériel, équipement", share: 0.44 },
      { label: "Nombre", share: 0.14 },
      { label: "Précisions", share: 0.42 },
    ],
    rows: equipment.map(({ name, count, about }, at) => {
      const cell = (column: string, text: string | number | undefined): Cell => ({
        name: `${rubric}_materiel_${at + 1}_${column}`,
        known: entered(text),
      });
      return [cell("nom", name), cell("nombre", count), cell("precisions", about)];
    }),
  };
}

function headcountsTable(rubric: string, { headcounts }: Means): TableLine {
  return {
    kind: "table",
    columns: [
      { label: "Année", share: 0.3 },
      { label: "Effectif moyen annuel", share: 0.35 },
      { label: "Dont encadrement", share: 0.35 },
    ],
    rows: headcounts.map(({ year, average, leaders }, at) => {
      const cell = (column: string, text: number | undefined): Cell => ({
        name: `${rubric}_effectif_${at + 1}_${column}`,
        known: entered(text),
      });
      return [cell("annee", year), cell("moyen", average), cell("encadrement", leaders)];
    }),
  };
}
