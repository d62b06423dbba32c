/** The companies that the specimens are about, drawn from a seed: the same each time. */
import type { Expected } from "../../src/documents/recognise/recognise.ts";
import { addDays } from "../../src/domain/time.ts";
import type { Particulars } from "./recognise-specimens.ts";
import { randomOf } from "./recognise-variants.ts";

export const TODAY = "2026-11-24";
/** Fictitious, with right keys. */
export const SIREN = "913456786";
export const OTHER = "902100072";
/** Several spellings of each company's name, drawn in each specimen, so that no reading depends on one of them. */
export const NAMES = {
  [SIREN]: ["ATELIERS VERNEUIL", "SARL Élan Bâti", "COOPÉRATIVE DU GUÉ"],
  [OTHER]: ["SAS Toitures du Vallon", "BÉRANGER ET FILLES", "Menuiseries Ozanne"],
} as const;
export const EXPECTED: Expected = { siren: SIREN, names: NAMES[SIREN], today: TODAY };

const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const WRITINGS: readonly ((day: string) => string)[] = [
  (day) => day.split("-").reverse().join("/"),
  (day) => day.split("-").reverse().join("."),
  (day) => `${day.endsWith("-01") ? "1er" : Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`,
];

export function particularsOf(seed: number, siren: typeof SIREN | typeof OTHER = SIREN): Particulars {
  const random = randomOf(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  return {
    name: pick(NAMES[siren]),
    siren,
    siret: siren === SIREN ? "91345678600015" : "90210007200013",
    issuerSiren: "895000412",
    city: pick(["Lyon", "Saint-Étienne", "Nîmes"]),
    issuedOn: addDays(TODAY, -Math.floor(random() * 400)),
    code: Array.from({ length: 15 }, () => pick([..."ABCDEFGHJKLMNPQRSTUVWXYZ23456789"])).join(""),
    write: pick(WRITINGS),
  };
}
