/** Fields computed from others. A field that they do not settle is left out: an unknown never becomes a "no". */
import type { Facts } from "../domain/answer.ts";
import type { Company } from "../domain/company.ts";
import type { DossierValue, Proposal } from "../domain/dossier.ts";
import { FIELDS, type FieldKey, type FieldValue } from "../domain/fields.ts";
import { formatSiren, nicOf } from "../domain/siret.ts";
import { formatDay } from "../domain/time.ts";
import type { Values } from "./values.ts";

type DerivedKey = { [K in FieldKey]: (typeof FIELDS)[K]["origin"] extends "derived" ? K : never }[FieldKey] | "contactNomComplet";

interface Derivation<K extends FieldKey> {
  /** The fields it is computed from. */
  readonly of: readonly FieldKey[];
  /** `undefined` when they do not settle it. */
  readonly compute: (known: Readonly<Partial<Facts>>, company: Company) => FieldValue<K> | undefined;
}

/** In the order of computation: a later one may use an earlier one. */
const DERIVATIONS: { readonly [K in DerivedKey]: Derivation<K> } = {
  siren: { of: ["siret"], compute: (_, { siren }) => siren },
  nic: { of: ["siret"], compute: (_, { siret }) => nicOf(siret) },
  etabliEnFrance: { of: ["siret", "pays", "codePostal", "formeJuridiqueCode"], compute: etabliEnFrance },
  departement: { of: ["codePostal"], compute: ({ codePostal }) => (codePostal === undefined ? undefined : departementOf(codePostal)) },
  adresseComplete: {
    of: ["adresseLigne1", "adresseComplement", "boitePostale", "codePostal", "commune", "pays"],
    compute: adresseComplete,
  },
  estPme: {
    of: ["categorieEntreprise"],
    compute: ({ categorieEntreprise }) => (categorieEntreprise === undefined ? undefined : categorieEntreprise === "PME"),
  },
  contactEmailConfirmation: { of: ["contactEmail"], compute: ({ contactEmail }) => contactEmail },
  contactNomComplet: {
    of: ["contactPrenom", "contactNom"],
    compute: ({ contactPrenom, contactNom }) => (contactPrenom && contactNom ? `${contactPrenom} ${contactNom}` : undefined),
  },
  dirigeantNomComplet: {
    of: ["dirigeantPrenom", "dirigeantNom"],
    compute: ({ dirigeantPrenom, dirigeantNom }) => (dirigeantPrenom && dirigeantNom ? `${dirigeantPrenom} ${dirigeantNom}` : undefined),
  },
  exerciceAnneeN1: { of: ["exerciceFinN1"], compute: ({ exerciceFinN1 }) => exerciceFinN1?.slice(0, 4) },
  exerciceAnneeN2: { of: ["exerciceFinN2"], compute: ({ exerciceFinN2 }) => exerciceFinN2?.slice(0, 4) },
  exerciceAnneeN3: { of: ["exerciceFinN3"], compute: ({ exerciceFinN3 }) => exerciceFinN3?.slice(0, 4) },
  caMoyen: { of: ["chiffreAffairesN1", "chiffreAffairesN2", "chiffreAffairesN3"], compute: caMoyen },
  inscriptionRegistre: { of: ["rcsVille", "siren", "rneDateImmat", "rna"], compute: inscriptionRegistre },
};
/** The fields that this file computes. */
export const DERIVED_KEYS = Object.keys(DERIVATIONS) as DerivedKey[];

/**
 * Adds the derived fields. A value that a source gives comes first, then the computed one,
 * then the person's entry. For `user` fields the person's entry wins.
 */
export function derive(company: Company, values: Values, manual: Partial<Facts>): Values {
  const derived: Values = { ...values };
  const known: Record<string, unknown> = Object.fromEntries(Object.entries(values).map(([key, it]) => [key, it.value]));
  for (const key of DERIVED_KEYS) {
    const { of, compute } = DERIVATIONS[key];
    const value = compute(known as Partial<Facts>, company);
    if (value === undefined) continue;
    const computed: Proposal = { value, origin: { from: "derived", of: of.filter((field) => known[field] !== undefined) } };
    const merged = mergeOf(derived[key], computed, key, manual);
    derived[key] = merged;
    known[key] = merged.value;
  }
  return derived;
}

function mergeOf(before: DossierValue | undefined, computed: Proposal, key: FieldKey, manual: Partial<Facts>): DossierValue {
  if (before === undefined) return { ...computed, alternatives: [] };
  if (before.value === computed.value) return before;
  const manualLast = before.origin.from === "manual" && FIELDS[key].origin === "derived";
  if (!manualLast) return { ...before, alternatives: [...before.alternatives, computed] };
  const entered: Proposal[] = manual[key] === undefined ? [] : [{ value: manual[key], origin: { from: "manual" } }];
  return { ...computed, alternatives: [...before.alternatives, ...entered] };
}

/**
 * The département of a postal code: Corsica by its two series, overseas by three digits, with the two former communes of
 * Guadeloupe that became collectivities. `undefined` for Monaco and the Pacific, which are no département.
 */
export function departementOf(codePostal: string): string | undefined {
  if (codePostal === "97133") return "977";
  if (codePostal === "97150") return "978";
  if (codePostal.startsWith("97")) return codePostal.slice(0, 3);
  if (codePostal.startsWith("98") || codePostal.startsWith("00") || codePostal.startsWith("99")) return undefined;
  if (codePostal.startsWith("20")) return Number(codePostal) < 20200 ? "2A" : "2B";
  return codePostal.slice(0, 2);
}

function adresseComplete(known: Readonly<Partial<Facts>>): string | undefined {
  const { adresseLigne1, adresseComplement, boitePostale, codePostal, commune, pays } = known;
  if (commune === undefined || (adresseLigne1 ?? boitePostale) === undefined) return undefined;
  const town = [codePostal, commune].filter((part) => part !== undefined).join(" ");
  const country = pays === undefined || pays === "FR" ? undefined : pays;
  return [adresseLigne1, adresseComplement, boitePostale, town, country].filter((part) => part !== undefined).join(", ");
}

/** INSEE's legal forms of foreign companies (3110 to 3220), which also have a SIRET. */
const FOREIGN_FORM = /^3[12]\d{2}$/;

/** False for a foreign address or a foreign company, even with a SIRET. */
function etabliEnFrance({ pays, codePostal, formeJuridiqueCode }: Readonly<Partial<Facts>>): boolean | undefined {
  if (FOREIGN_FORM.test(formeJuridiqueCode ?? "") || (pays !== undefined && pays !== "FR")) return false;
  return pays === "FR" || codePostal !== undefined ? true : undefined;
}

/** Average of three closed years, in euros; never of fewer, since forms have no place to say so. */
function caMoyen({ chiffreAffairesN1, chiffreAffairesN2, chiffreAffairesN3 }: Readonly<Partial<Facts>>): number | undefined {
  if (chiffreAffairesN1 === undefined || chiffreAffairesN2 === undefined || chiffreAffairesN3 === undefined) return undefined;
  return Math.round((chiffreAffairesN1 + chiffreAffairesN2 + chiffreAffairesN3) / 3);
}

/** The RNE replaced the registers on that day and took over their dates. */
const RNE_SINCE = "2023-01-01";

/** "RCS LYON 123 456 782 — immatriculée le 15/03/2018", "RNE 123 456 782 depuis le 02/05/2024", or the association's RNA number. */
function inscriptionRegistre({ rcsVille, rneDateImmat, rna }: Readonly<Partial<Facts>>, { siren }: Company): string | undefined {
  const isOlder = rneDateImmat !== undefined && rneDateImmat < RNE_SINCE;
  const day = rneDateImmat === undefined ? undefined : formatDay(rneDateImmat);
  if (rcsVille !== undefined) {
    const since = day === undefined ? undefined : isOlder ? `immatriculée le ${day}` : `RNE depuis le ${day}`;
    return [`RCS ${rcsVille} ${formatSiren(siren)}`, since].filter(Boolean).join(" — ");
  }
  if (day !== undefined) return `RNE ${formatSiren(siren)}${isOlder ? `, immatriculée le ${day}` : ` depuis le ${day}`}`;
  return rna === undefined ? undefined : `RNA ${rna}`;
}
