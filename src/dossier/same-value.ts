/** How what a page shows of one field is recognised to say what is known, however it is written. */
import type { ComparedField } from "../domain/account.ts";
import { bare, squeeze } from "../domain/plain.ts";
import { dayTyped, isDay } from "../domain/time.ts";
import { isSameAddress, isSameTown, plainName } from "./same.ts";

/** `null`: what the page shows does not let it be told. */
export type Sameness = boolean | null;

/** A number of which the page shows some signs only: "FR76 **** **** 1234". */
const HIDDEN = /[*•●…_]{2,}|[xX]{4,}/;

/** @param known canonical, as in the catalogue */
export function isSameValue(field: ComparedField, held: string, known: string | number | boolean): Sameness {
  if (HIDDEN.test(held)) return null;
  const compare = BY_FIELD[field] ?? sameSigns;
  return compare(held, String(known));
}

type Compare = (held: string, known: string) => Sameness;

const sameSigns: Compare = (held, known) => squeeze(held) === squeeze(known);

const BY_FIELD: { readonly [K in ComparedField]?: Compare } = {
  // Nine digits where the whole number could stand are its company's.
  siret: (held, known) => squeeze(held).length >= 9 && squeeze(known).startsWith(squeeze(held)),
  tvaIntracommunautaire: (held, known) => squeeze(known).replace(/^fr/, "") === squeeze(held).replace(/^fr/, ""),
  raisonSociale: isSameName,
  capitalSocial: (held, known) => sameOrUnread(amountIn(held), Number(known)),
  dateCreation: (held, known) => sameOrUnread(isDay(held) ? held : dayTyped(held), known),
  adresseLigne1: isSameAddress,
  adresseComplement: isSameAddress,
  adresseComplete: isSameAddress,
  adresseSiege: isSameAddress,
  commune: isSameTown,
  contactTelephone: (held, known) => nationalDigits(held) === nationalDigits(known),
  // Eight signs are those of the bank, "XXX" its head office (ISO 9362).
  bic: (held, known) => squeeze(held).replace(/^(.{8})xxx$/, "$1") === squeeze(known).replace(/^(.{8})xxx$/, "$1"),
};

function sameOrUnread<T>(read: T | null, known: T): Sameness {
  return read === null ? null : read === known;
}

/** Words that names are written with in short. */
const SHORTENED: Readonly<Record<string, string>> = { ets: "etablissements", cie: "compagnie", ste: "societe", bros: "freres" };

/** "Éts Dupont & Cie" and "ETABLISSEMENTS DUPONT ET COMPAGNIE"; "A B C" and "ABC". */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) =>
    plainName(name)
      .split(" ")
      .map((word) => SHORTENED[word] ?? word)
      .join(""),
  );
  return a === b;
}

export interface Person {
  readonly nom: string;
  readonly prenom?: string | undefined;
}

/** A person by a name and the first of their first names, in either order: "Dupont Jean" is "DUPONT, Jean Pierre Marie". */
export function isSamePerson(held: string, { nom, prenom }: Person): boolean {
  const words = bare(held)
    .replace(/^(m|mr|mme|mlle|monsieur|madame|mademoiselle) /, "")
    .split(" ");
  const last = bare(nom).split(" ");
  const first = bare(prenom ?? "")
    .split(" ")
    .filter(Boolean);
  const others = words.filter((word) => !last.includes(word));
  if (!last.every((word) => words.includes(word))) return false;
  return others.length === 0 || first.length === 0 || (others.includes(first[0] ?? "") && others.every((word) => first.includes(word)));
}

/** "0612345678" of "+33 (0)6 12 34 56 78" and of "06.12.34.56.78"; another country's digits. */
function nationalDigits(phone: string): string {
  const digits = phone.replace(/\(0\)/g, "").replace(/[^\d+]/g, "");
  return digits.replace(/^(\+33|0033)0?/, "0");
}

/** Euros of "10 000,00 €", "10.000 EUR", "10,000.50"; `null` when it is no amount, or in thousands. */
function amountIn(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(/(€|eur|euros?)$/i, "");
  const found = /^(\d{1,3}(?:[.,']\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(plain);
  return found === null ? null : Number(`${(found[1] ?? "").replace(/[.,']/g, "")}.${found[2] ?? "0"}`);
}
