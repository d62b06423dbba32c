/** Turns the table's rows into the contracts of a company: separates the award from the present state, leaves out fillers and estimates. */
import { z } from "zod";
import type { PublishedContract } from "../../domain/answer.ts";
import { bare } from "../../domain/plain.ts";
import { present } from "../../domain/present.ts";
import { isSiret } from "../../domain/siret.ts";
import { dayIn, euros, known, matching } from "../cleaning.ts";

const maybeText = z.string().nullish();
/** Some files drop the leading zeros of establishments' numbers. */
const Identifier = z.union([z.string(), z.number()]).nullish();
const maybeNumber = z.number().nullish();

export const Row = z.object({
  id: Identifier,
  acheteur_id: Identifier,
  acheteur_nom: maybeText,
  titulaire_id: Identifier,
  titulaire_typeIdentifiant: maybeText,
  objet: maybeText,
  montant: maybeNumber,
  /** Why the service that joins the files doubts the amount. */
  montant_anomalie: maybeText,
  codeCPV: maybeText,
  techniques: maybeText,
  dureeMois: maybeNumber,
  dateNotification: maybeText,
  typeGroupementOperateurs: maybeText,
  /** 0 for the award, then one more for each change. */
  modification_id: maybeNumber,
  /** True for the row of the contract as it stands now. */
  donneesActuelles: z.boolean().nullish(),
});
export type Row = z.infer<typeof Row>;

/** True for a row whose holder is an establishment of the company. */
export function isOwn({ titulaire_id, titulaire_typeIdentifiant }: Row, siren: string): boolean {
  return (titulaire_typeIdentifiant ?? "SIRET").toUpperCase() === "SIRET" && siretIn(titulaire_id)?.startsWith(siren) === true;
}

/** @param rows the company's rows only; a contract that now has another holder has no present row among them and is left out */
export function contractsOf(rows: readonly Row[]): PublishedContract[] {
  const read = [...Map.groupBy(rows, keyOf).values()].flatMap((own) => contractOf(own) ?? []);
  const once = [...Map.groupBy(read, sameContract).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.reduce(joined, first)],
  );
  return once.sort((a, b) => (b.notifiedOn ?? "").localeCompare(a.notifiedOn ?? ""));
}

/** A contract's number is unique only within its buyer. */
function keyOf({ acheteur_id, id }: Row): string {
  return `${acheteur_id ?? ""}|${id ?? ""}`;
}

function contractOf(rows: readonly Row[]): PublishedContract | null {
  const now = rows.find(({ donneesActuelles }) => donneesActuelles === true);
  const objet = objetIn(now?.objet);
  const id = known(now?.id === undefined || now.id === null ? null : String(now.id));
  if (now === undefined || objet === null || id === undefined) return null;
  const award = rows.find(({ modification_id }) => modification_id === 0);
  const isChanged = award !== undefined && award !== now;
  const buyer = siretIn(now.acheteur_id);
  return {
    ids: [id],
    ...objet,
    shared: rows.some(({ typeGroupementOperateurs }) => /^(conjoint|solidaire)/i.test(typeGroupementOperateurs ?? "")),
    maximum: /accord[- ]cadre/i.test(now.techniques ?? ""),
    ...present({
      buyerSiret: buyer !== undefined && isSiret(buyer) ? buyer : undefined,
      buyerName: known(now.acheteur_nom),
      cpv: matching(now.codeCPV?.slice(0, 8), /^\d{8}$/),
      notifiedOn: dayIn(award?.dateNotification),
      months: monthsIn(now),
      amount: amountIn(now),
      awarded: isChanged ? present({ amount: amountIn(award), months: monthsIn(award) }) : undefined,
      changedOn: isChanged ? dayIn(now.dateNotification) : undefined,
    }),
  };
}

function siretIn(id: Row["titulaire_id"]): string | undefined {
  const digits = String(id ?? "").replace(/\s/g, "");
  return /^\d{1,14}$/.test(digits) ? digits.padStart(14, "0") : undefined;
}

/** Restores the characters that a file's encoding turned into « ¿ »: an apostrophe in a word, a dash between words. */
function objetIn(text: Row["objet"]): Pick<PublishedContract, "objet" | "spoilt"> | null {
  const written = known(text);
  if (written === undefined || !/\p{L}/u.test(written)) return null;
  const objet = written.replace(/(?<=\p{L})¿(?=\p{L})/gu, "'").replace(/(?<=\s)¿(?=\s)/g, "–");
  return { objet, spoilt: objet !== written || objet.includes("¿") };
}

function monthsIn({ dureeMois }: Row): number | undefined {
  return typeof dureeMois === "number" && Number.isInteger(dureeMois) && dureeMois > 0 && dureeMois < 600 ? dureeMois : undefined;
}

/** The amount, unless it is a filler or the joining service doubts it. */
function amountIn({ montant, montant_anomalie }: Row): number | undefined {
  return typeof montant !== "number" || known(montant_anomalie) !== undefined ? undefined : euros(montant);
}

/** A key that two rows share when they are one contract, which several files repeat under other numbers. */
function sameContract({ buyerSiret, objet, cpv, notifiedOn, amount, ids }: PublishedContract): string {
  if (buyerSiret === undefined || notifiedOn === undefined) return ids.join("|");
  return [buyerSiret, notifiedOn, cpv, amount, bare(objet)].join("|");
}

function joined(one: PublishedContract, other: PublishedContract): PublishedContract {
  // One file writes in capitals what another writes in ordinary case.
  const [first, second] = one.objet === one.objet.toUpperCase() ? [other, one] : [one, other];
  return {
    ...second,
    ...first,
    ids: [...new Set([...one.ids, ...other.ids])],
    shared: one.shared || other.shared,
    maximum: one.maximum || other.maximum,
  };
}
