/** How the companies of a bid or of a contract are told apart. No schema here: screens read it. */
import type { Abroad } from "./abroad.ts";
import { fold } from "./plain.ts";

type Identified = { readonly siret: string } | Abroad;

/** The SIRET; without one, the country and the number there, however they are written. */
export function partyId(one: Identified): string {
  return "siret" in one ? one.siret : `${signless(one.country)}-${signless(one.number)}`;
}

/** Letters and digits of any script. */
const signless = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, "");

/** A country and a number as typed. */
export function abroadTyped({ country, number }: Abroad): Abroad {
  return { country: country.trim(), number: number.trim() };
}

/** What of them cannot be: no name of a country, or France, where companies have a SIRET; no digit. */
export function abroadProblems({ country, number }: Abroad): { readonly country: boolean; readonly number: boolean } {
  return { country: !/\p{L}{2}/u.test(country) || /^(france|fr|fra)$/i.test(country), number: !/\p{N}/u.test(number) };
}
