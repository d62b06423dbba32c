/**
 * What the browser's menu proposes in a field: those most often asked, when they are known of the company. Without their values, which the
 * browser would write in clear in its own files. Pure.
 */
import type { Dossier, Proposal } from "../domain/dossier.ts";
import type { FieldKey } from "../domain/fields.ts";
import type { OutsideWords } from "../i18n/outside.fr.ts";

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

export interface MenuItem {
  readonly field: FieldKey;
  readonly title: string;
  readonly proposal: Proposal;
}

export function menuItemsOf(dossier: Dossier | null, m: OutsideWords): MenuItem[] {
  return OFFERED.flatMap((field): MenuItem[] => {
    const known = dossier?.values[field];
    // In a menu, "&" marks the letter to press.
    return known === undefined ? [] : [{ field, title: m.labels.field(field).replaceAll("&", "&&"), proposal: known }];
  });
}
