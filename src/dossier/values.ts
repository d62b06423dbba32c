/** Facts of each origin → one value for each field, with the others as alternatives. */

import type { Answer, Facts } from "../domain/answer.ts";
import type { CoffrePiece } from "../domain/coffre.ts";
import type { Company } from "../domain/company.ts";
import type { DossierValue, Origin, Proposal } from "../domain/dossier.ts";
import { FIELD_KEYS, type FieldKey, fieldOf, isRemembered } from "../domain/fields.ts";
import { isMasked } from "../domain/mask.ts";
import { inCodeOrder } from "../domain/order.ts";
import { bare } from "../domain/plain.ts";
import type { Day } from "../domain/validity.ts";
import { EXERCICE_FIELDS, exercicesOf } from "./exercices.ts";

export type Values = Partial<Record<FieldKey, DossierValue>>;

/**
 * Fields that describe one thing together. The whole group comes from the origin that gives its first field:
 * the street of one address with the town of another would be an address that nobody has.
 */
const GROUPS: readonly (readonly [FieldKey, ...FieldKey[]])[] = [
  ["codePostal", "commune", "adresseLigne1", "adresseComplement", "boitePostale", "pays"],
  ["dirigeantNom", "dirigeantPrenom", "dirigeantQualite", "dirigeantDateNaissance"],
  ["formeJuridiqueCode", "formeJuridique"],
  ["iban", "bic", "ribTitulaire"],
];

interface Contribution {
  readonly facts: Partial<Facts>;
  readonly origin: Origin;
}

/**
 * The value retained for each field, before derived fields are added.
 * @param answers in order of preference, already of this company
 */
export function valuesOf(known: {
  readonly company: Company;
  readonly answers: readonly Answer[];
  readonly coffre: readonly CoffrePiece[];
  readonly manual: Partial<Facts>;
  readonly on: Day;
}): Values {
  // When a source lists several values in force, or none, another source's single value does not win.
  const listed = new Set<string>(known.answers.flatMap(({ choices }) => choices.map(({ field }) => field)));
  const official = known.answers.map(
    ({ facts, provenance }): Contribution => ({ facts: without(published(facts), listed), origin: { from: "source", provenance } }),
  );
  const kept = known.coffre
    .filter((piece) => piece.confirmed && piece.otherSiren === undefined)
    .toSorted((a, b) => inCodeOrder(b.addedAt, a.addedAt))
    .map((piece): Contribution => ({ facts: piece.facts ?? {}, origin: { from: "coffre", pieceId: piece.id, title: piece.title } }));
  const manual: Contribution = { facts: known.manual, origin: { from: "manual" } };
  const signatory = isOneOfTheDirigeants(known.manual, known.answers);

  const orderOf = (field: FieldKey): Contribution[] => {
    const origin = fieldOf(field).origin;
    if (!isRemembered(field)) return [];
    if (origin === "user") return [manual, ...kept, ...official];
    if (signatory && field.startsWith("dirigeant")) return [manual, ...official, ...kept];
    return [...official, ...kept, manual];
  };

  const values: Values = { siret: { value: known.company.siret, origin: { from: "manual" }, alternatives: [] } };
  const exercices = exercicesOf([...official, ...kept, manual], known.on);
  for (const field of FIELD_KEYS) {
    const proposals = EXERCICE_FIELDS.has(field) ? (exercices.get(field) ?? []) : proposalsOf(field, orderOf(field));
    const [best, ...others] = proposals;
    if (best !== undefined) values[field] = { ...best, alternatives: distinctFrom(best, others) };
  }
  return withNaf(values, known.on);
}

/** From this day the APE code is that of the NAF 2025 (décret n° 2025-736): forms then no longer ask for a code of revision 2. */
const NAF_2025_SINCE = "2027-01-01";

function withNaf(values: Values, on: Day): Values {
  if (on < NAF_2025_SINCE) return values;
  const { codeNaf: _, ...others } = values;
  return values.codeNaf2025 === undefined ? others : { ...others, codeNaf: values.codeNaf2025 };
}

function proposalsOf(field: FieldKey, order: readonly Contribution[]): Proposal[] {
  const group = GROUPS.find((fields) => fields.includes(field));
  const proposed = order.flatMap(({ facts, origin }): Proposal[] => {
    const value = facts[field];
    return value === undefined ? [] : [{ value, origin }];
  });
  if (group === undefined) return proposed;
  const leader = order.find(({ facts }) => facts[group[0]] !== undefined);
  if (leader === undefined) return proposed;
  const value = leader.facts[field];
  const others = proposed.filter(({ origin }) => origin !== leader.origin);
  return value === undefined ? [] : [{ value, origin: leader.origin }, ...others];
}

/** The other proposals with a different value, each once. */
function distinctFrom(best: Proposal, others: readonly Proposal[]): Proposal[] {
  const seen = new Set([bare(String(best.value))]);
  return others.filter(({ value }) => {
    const key = bare(String(value));
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Removes masked values: an address that is partly masked is no address. */
function published(facts: Facts): Partial<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && !isMasked(value)));
}

function without(facts: Partial<Facts>, fields: ReadonlySet<string>): Partial<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([field]) => !fields.has(field)));
}

/** The person may choose who signs, among those whom the registers name. */
function isOneOfTheDirigeants(manual: Partial<Facts>, answers: readonly Answer[]): boolean {
  const chosen = personKey(manual.dirigeantNom, manual.dirigeantPrenom);
  return chosen !== "" && answers.some(({ dirigeants }) => dirigeants.some((it) => personKey(it.nom, it.prenom) === chosen));
}

function personKey(nom: string | undefined, prenom: string | undefined): string {
  return nom === undefined ? "" : bare([nom, prenom?.split(/[\s,-]/)[0]].join(" "));
}
