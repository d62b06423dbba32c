/** What the browser's menu proposes in a field: the values most often asked, as they are known of the company. Pure. */
import type { Dossier, Proposal } from "../domain/dossier.ts";
import type { FieldKey } from "../domain/fields.ts";
import { formatValue } from "../i18n/format.ts";
import type { Messages } from "../i18n/fr.ts";
import type { Language } from "../i18n/plural.ts";

/** In the order of a form. */
const OFFERED: readonly FieldKey[] = [
  "raisonSociale",
  "siret",
  "siren",
  "tvaIntracommunautaire",
  "codeNaf",
  "formeJuridique",
  "adresseLigne1",
  "codePostal",
  "commune",
  "dirigeantNomComplet",
  "contactNomComplet",
  "contactEmail",
  "contactTelephone",
  "capitalSocial",
  "chiffreAffairesN1",
  "chiffreAffairesN2",
  "chiffreAffairesN3",
];
const LONGEST = 60;

export interface MenuItem {
  readonly field: FieldKey;
  readonly title: string;
  readonly proposal: Proposal;
}

export function menuItemsOf(dossier: Dossier | null, language: Language, m: Messages): MenuItem[] {
  return OFFERED.flatMap((field): MenuItem[] => {
    const known = dossier?.values[field];
    if (known === undefined) return [];
    const value = formatValue(field, known.value, language, m);
    const shown = value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
    // In a menu, "&" marks the letter to press.
    return [{ field, title: `${m.labels.field(field)} : ${shown}`.replaceAll("&", "&&"), proposal: known }];
  });
}
