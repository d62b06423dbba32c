/** How what a page shows of one field is recognised to say what is known, however it is written. */
import type { ComparedField } from "../domain/account.ts";
import { squeeze } from "../domain/plain.ts";
import { instantsIn } from "../domain/written-instants.ts";
import { isSameAddress, isSameTown, plainName } from "./same.ts";

/** `null`: what the page shows does not let it be told. */
export type Sameness = boolean | null;

/** What a page hides: "FR76 **** **** 1234", "01 23 …". */
const HIDDEN = /…|\.{3}|[*∗•●▪■_#]{2,}|[xX]{4,}/;

/** @param known canonical, as in the catalogue */
export function isSameValue(field: ComparedField, held: string, known: string | number | boolean): Sameness {
  if (HIDDEN.test(held)) return null;
  const compare = BY_FIELD[field] ?? sameSigns;
  return compare(held, String(known));
}

type Compare = (held: string, known: string) => Sameness;

const sameSigns: Compare = (held, known) => squeeze(held) === squeeze(known);

const BY_FIELD: { readonly [K in ComparedField]?: Compare } = {
  // Nine digits where the whole number could stand are its company's, and fourteen where its company's could.
  siret: (held, known) => squeeze(held).length >= 9 && squeeze(known).startsWith(squeeze(held)),
  siren: (held, known) => squeeze(held) === squeeze(known) || (/^\d{14}$/.test(squeeze(held)) && squeeze(held).startsWith(squeeze(known))),
  tvaIntracommunautaire: (held, known) => squeeze(known).replace(/^fr/, "") === squeeze(held).replace(/^fr/, ""),
  raisonSociale: isSameName,
  // "4391A - Travaux de charpente", in a list.
  codeNaf: (held, known) => squeeze(/^\W*\d\d\W?\d\d\W?[a-z](?![a-z])/i.exec(held)?.[0] ?? held) === squeeze(known),
  capitalSocial: (held, known) => sameOrUnread(amountIn(held), Number(known)),
  dateCreation: (held, known) => sameOrUnread(dayIn(held), known),
  adresseLigne1: isSameAddress,
  adresseComplement: isSameAddress,
  adresseComplete: isSameAddress,
  adresseSiege: isSameAddress,
  // "F-69003", "69003 LYON".
  codePostal: (held, known) => (/^(?:f\W)?\s*(\d{2}\s?\d{3})(?!\d)/i.exec(held.trim())?.[1] ?? held).replace(/\s/g, "") === known,
  commune: isSameTown,
  contactTelephone: isSamePhone,
  iban: isSameIban,
  // Eight signs are those of the bank, "XXX" its head office (ISO 9362).
  bic: (held, known) => squeeze(held).replace(/^(.{8})xxx$/, "$1") === squeeze(known).replace(/^(.{8})xxx$/, "$1"),
};

function sameOrUnread<T>(read: T | null, known: T): Sameness {
  return read === null ? null : read === known;
}

/** Words that names are written with in short. */
const SHORTENED: Readonly<Record<string, string>> = {
  ets: "etablissements",
  cie: "compagnie",
  ste: "societe",
  frs: "freres",
  bros: "freres",
};
/** What people write behind or before a name, which is no part of it. */
const BESIDE_NAME = /,?\s*(?:au capital (?:social )?(?:variable )?de\b.*|(?:à|a) capital variable)$|^entreprise individuelle\s+/i;

/** "Éts Dupont & Cie" and "ETABLISSEMENTS DUPONT ET COMPAGNIE"; "A B C" and "ABC"; "Jean Martin" and "MARTIN JEAN". */
export function isSameName(one: string, other: string): boolean {
  const [a = [], b = []] = [one, other].map((name) =>
    plainName(name.trim().replace(BESIDE_NAME, "").replaceAll("+", " et "))
      .split(" ")
      .map((word) => SHORTENED[word] ?? word),
  );
  return a.join("") === b.join("") || a.toSorted().join(" ") === b.toSorted().join(" ");
}

/** Calling codes of the overseas territories whose numbers are also written with a 0, and of those that have six digits. */
const TEN_DIGITS = /^\+(?:33|262|590|594|596)0?(?=\d{9}$)/;
const SIX_DIGITS = /^\+(?:508|681|687|689)(?=\d{6}$)/;

/** Any of the numbers that the page shows; `null` when it shows no whole one. */
function isSamePhone(held: string, known: string): Sameness {
  const numbers = held
    .split(/[/;,|]| ou | et /)
    .map((one) => one.replace(/\D*(?:poste|ext)\D*\d*\s*$/i, ""))
    .filter((one) => /\d/.test(one));
  if (numbers.length === 0 || numbers.some((one) => /[x*•]{2}/i.test(one))) return null;
  return numbers.some((one) => nationalDigits(one) === nationalDigits(known));
}

/** "0612345678" of "+33 (0)6 12 34 56 78", of "06.12.34.56.78", of "33612345678"; another country's digits after a "+". */
function nationalDigits(phone: string): string {
  const digits = phone
    .replace(/\(0\)/g, "")
    .replace(/[^\d+]/g, "")
    .replace(/^00/, "+")
    .replace(/^(?=33[1-9]\d{8}$)/, "+");
  return digits
    .replace(TEN_DIGITS, "0")
    .replace(SIX_DIGITS, "")
    .replace(/^(?=[1-9]\d{8}$)/, "0");
}

const IBAN = /^[a-z]{2}\d{2}[a-z0-9]{11,30}$/;
/** A French account without its country: bank, branch, account, key. */
const RIB = /^\d{10}[a-z0-9]{11}\d{2}$/;

/** `null` for what is not a whole number of account: a page shows its last signs only, and hides the others in any way. */
function isSameIban(held: string, known: string): Sameness {
  const signs = squeeze(held).replace(/^iban(?=[a-z]{2}\d{2})/, "");
  if (RIB.test(signs)) return signs === squeeze(known).slice(4);
  return IBAN.test(signs) && !/x{3}|[^\p{L}\p{N}\s:./-]|-{2}/u.test(held.toLowerCase()) ? signs === squeeze(known) : null;
}

/** The day in "01/03/2019", "2019-03-01T00:00:00", "1er mars 2019". */
function dayIn(text: string): string | null {
  const days = instantsIn(text).map(({ day }) => day);
  return days.length === 1 ? (days[0] ?? null) : null;
}

/** Euros of "10 000,00 €", "10.000 EUR", "€ 10’000.50"; `null` when it is no amount, or in thousands. */
function amountIn(text: string): number | null {
  const plain = text
    .replace(/\s/g, "")
    .replace(/^€|(€|eur|euros?)$/i, "")
    .replaceAll("’", "'");
  const found = /^(\d{1,3}(?:[.,']\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(plain);
  return found === null ? null : Number(`${(found[1] ?? "").replace(/[.,']/g, "")}.${found[2] ?? "0"}`);
}
