/** Acts and accounts deposited at the registry: the same list through API Entreprise and through INPI's own service. */
import { createHash } from "node:crypto";
import { addMonths, formatDay } from "../src/domain/time.ts";
import type { DemoCompany } from "./companies.ts";
import type { Specimen } from "./specimens.ts";
import { closedYears, type World } from "./world.ts";

interface Deposit {
  /** 24 hexadecimal digits, as INPI's. */
  readonly id: string;
  readonly name: string;
  readonly depositedOn: string;
  readonly specimen: Specimen;
}

export interface Deposits {
  readonly actes: readonly (Deposit & { readonly type: string; readonly decision: string })[];
  readonly bilans: readonly (Deposit & { readonly closingOn: string })[];
}

function idOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}

export function deposits(world: World, company: DemoCompany): Deposits {
  const euros = (amount: number | undefined) =>
    amount === undefined ? "non communiqué" : `${amount.toLocaleString("fr-FR").replace(/[\u202f\u00a0]/g, " ")} €`;
  return {
    actes: company.actes.map(({ type, decision, on }, index) => {
      const depositedOn = world.day(on);
      const sentences = [`${type}. Décision : ${decision}.`, `Déposé au registre le ${formatDay(depositedOn)}.`];
      return {
        id: idOf(`acte|${company.siren}|${index}`),
        name: `ACTE_${company.siren}_${index + 1}`,
        depositedOn,
        type,
        decision,
        specimen: { kind: "acte", company, issuedOn: depositedOn, sentences },
      };
    }),
    bilans: closedYears(company, world.today(), company.bilans).map((closingOn, index) => {
      const depositedOn = addMonths(closingOn, 6);
      const rows: [string, string][] = [
        ["Exercice clos le", formatDay(closingOn)],
        ["Chiffre d'affaires net", euros(company.exercices?.[index])],
        ["Résultat net", euros(company.resultats[index])],
      ];
      return {
        id: idOf(`bilan|${company.siren}|${closingOn}`),
        name: `BILAN_${company.siren}_${closingOn}`,
        depositedOn,
        closingOn,
        specimen: {
          kind: "bilans",
          company,
          issuedOn: depositedOn,
          sentences: [`Comptes annuels de l'exercice clos le ${formatDay(closingOn)}.`],
          rows,
        },
      };
    }),
  };
}
