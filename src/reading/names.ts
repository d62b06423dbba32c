/** What a control's `autocomplete`, `id` and `name` say it asks. Names lie (an input named `siret` may take the NIC): the weakest rung. */

import type { ControlEvidence } from "../domain/evidence.ts";
import { isPlain, understandWords } from "./concepts.ts";
import type { Concept } from "./lexicon.ts";
import { nameWordsOf } from "./words.ts";

/** Source: HTML standard, autofill field names. */
const AUTOCOMPLETE: Readonly<Record<string, Concept>> = {
  organization: "raisonSociale",
  "organization-title": "contactFonction",
  "given-name": "contactPrenom",
  "family-name": "contactNom",
  name: "contactNomComplet",
  "honorific-prefix": "contactCivilite",
  email: "contactEmail",
  tel: "contactTelephone",
  "tel-national": "contactTelephone",
  "street-address": "adresseLigne1",
  "address-line1": "adresseLigne1",
  "address-line2": "adresseComplement",
  "postal-code": "codePostal",
  "address-level2": "commune",
  country: "pays",
  "country-name": "pays",
  url: "siteWeb",
};

/** What frameworks put into names, that says nothing. */
const FRAMEWORK = new Set(
  "ctl contenu page main form formulaire input field champ txt text tb ddl select lst list cb chk rb rdo id name value val attributes attribute response responses market application user fr wpcf gform edit submitted data model item items array entity mat q pg rep".split(
    " ",
  ),
);

/** The endings of names, abbreviations included: the last that matches is asked. */
const ABBREVIATIONS: readonly (readonly [RegExp, Concept])[] = [
  [/\b(siret|num siret|no siret)$/, "siret"],
  [/\b(siren|num siren)$/, "siren"],
  [/\bnic$/, "nic"],
  [
    /\b(nom entite|entite|raison soc|raison sociale?|rais soc|rs|raisoc|denomination|denom|company name|companyname|corporate name|nom entreprise|nom societe|nom soc|business name|legal name|societe|entreprise|company)$/,
    "raisonSociale",
  ],
  [/\b(enseigne|nom commercial|brand|trade name)$/, "nomCommercial"],
  [/\b(forme jur|forme juridique( code)?|fj|legal form|statut juridique|nature juridique)$/, "formeJuridique"],
  [/\b(ape|naf|code ape|code naf|nace)$/, "codeNaf"],
  [/\b(tva|tva intra|tva intracom|num tva|vat|vat number|vatnumber|vat id)$/, "tvaIntracommunautaire"],
  [/\b(capital|capital social)$/, "capitalSocial"],
  [/\b(effectifs?|nb salaries|employees( count)?|headcount)$/, "effectif"],
  [/\b(prenom|firstname|first name|given name|fname|prenom contact)$/, "contactPrenom"],
  [/\b(nom|lastname|last name|family name|surname|lname|nom contact|contact nom)$/, "contactNom"],
  [/\b(civilite|civ|gender title|salutation)$/, "contactCivilite"],
  [/\b(fonction|fct|poste|job( title)?|qualite|position)$/, "contactFonction"],
  [/\b(courriel|email|mail|mel|e mail|adresse mail|email address)$/, "contactEmail"],
  [
    /\b(email|mail|courriel|mel) ?(confirm|confirmation|bis|2|verif|conf)$|\b(confirm|confirmation|verif)( de l)? ?(email|mail|courriel)$/,
    "contactEmailConfirmation",
  ],
  [/\b(tel|telephone|phone|phone number|mobile|portable|gsm|tel fixe|tel mobile|num tel)$/, "contactTelephone"],
  [/\b(fax|telecopie)$/, "contactFax"],
  [
    /\b(adr|adresse|address|rue|voie|street|adr 1|adresse 1|address 1|address line 1|adresse ligne 1|street address|street and number)$/,
    "adresseLigne1",
  ],
  [/\b(adr 2|adresse 2|address 2|address line 2|complement|complement adresse|adr compl|cplt adr|adresse ligne 2)$/, "adresseComplement"],
  [/\b(cp|code postal|codepostal|zip|zip code|zipcode|postcode|post code|postal code|code post)$/, "codePostal"],
  [/\b(ville|vil|commune|city|town|localite|loc)$/, "commune"],
  [/\b(pays|country|country id|pays id|code pays)$/, "pays"],
  [/\b(departement|dept|department)( id)?$/, "departement"],
  [/\b(site web|site internet|website|url|site|web)$/, "siteWeb"],
  [/\biban( \d+)?$/, "iban"],
  [/\b(bic|swift)$/, "bic"],
  [/\b(ca|chiffre affaires|turnover)( n ?1| 1)?$/, "chiffreAffairesN1"],
];

export function autocompleteConcept({ autocomplete }: ControlEvidence): Concept | null {
  const tokens = autocomplete.toLowerCase().split(/\s+/);
  const last = tokens.at(-1) ?? "";
  return AUTOCOMPLETE[last] ?? null;
}

/** The words of the control's name and id, without what frameworks put there. */
export function controlWords({ name, id: written }: ControlEvidence): string[] {
  const words = nameWordsOf(name);
  const own = words.filter((word) => !FRAMEWORK.has(word));
  const id = nameWordsOf(written).filter((word) => !FRAMEWORK.has(word));
  return own.length === 0 ? id : own;
}

/** What words cut short ask by their ending; `null` when they are no known abbreviation. */
export function abbreviationOf(words: readonly string[]): Concept | null {
  const plain = words.join(" ");
  const asked = (text: string) => ABBREVIATIONS.filter(([ending]) => ending.test(text)).at(-1)?.[1] ?? null;
  // "nomEntiteContact", "mailPointContact": the end says whose.
  return asked(plain) ?? asked(plain.replace(/( (point|contact|demandeur|user))+$/, ""));
}

/** What the control's name or id asks by its ending. */
export function nameConcept(control: ControlEvidence): Concept | null {
  for (const words of [controlWords(control), nameWordsOf(control.id).filter((word) => !FRAMEWORK.has(word))]) {
    const short = abbreviationOf(words);
    if (short !== null) return short;
    const understood = understandWords(words.filter((word) => !/^\d+$/.test(word)));
    if (understood !== null && isPlain(understood) && understood.also.length === 0) return understood.concept;
  }
  return null;
}
