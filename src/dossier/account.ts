/** What a page says of the company, beside what is known of it. Nothing is decided, nothing is changed: differences are listed. */
import type { ComparedField, HeldPage, HeldValue } from "../domain/account.ts";
import type { Dossier, Origin, Proposal } from "../domain/dossier.ts";
import { squeeze } from "../domain/plain.ts";
import { sirenOf } from "../domain/siret.ts";
import { isSameAddress } from "./same.ts";
import { isSamePerson, type Person } from "./same-person.ts";
import { isSameName, isSameValue, type Sameness } from "./same-value.ts";

/**
 * Whose the page is, by the numbers that it shows, by its name where it shows none. `company`: of the establishment chosen ·
 * `establishment`: of another one of the company · `perhaps`: it shows the company's number outside its fields, and another name in them ·
 * `other`: of another company · `unsaid`: nothing tells.
 */
export type AccountOwner = "company" | "establishment" | "perhaps" | "other" | "unsaid";

export interface AccountDifference {
  readonly held: HeldValue;
  /** What is known, each with where it comes from: several officers are several. */
  readonly known: readonly Proposal[];
}

export interface AccountReport {
  readonly owner: AccountOwner;
  readonly differences: readonly AccountDifference[];
  /** Held by the page, and known by no source, or masked by it: no difference. */
  readonly unknown: readonly HeldValue[];
  /** Held by the page in a form that cannot be compared. */
  readonly unread: readonly HeldValue[];
  /** How many values say the same. */
  readonly same: number;
}

/** Fields that every establishment of the company has in common. */
const OF_COMPANY: ReadonlySet<ComparedField> = new Set<ComparedField>([
  "siren",
  "siretSiege",
  "tvaIntracommunautaire",
  "raisonSociale",
  "capitalSocial",
  "dirigeantNom",
  "dirigeantPrenom",
  "dirigeantNomComplet",
  "adresseSiege",
  "iban",
  "bic",
]);

/** Compares what a page holds with the dossier of the company chosen. */
export function accountReport({ held, sirets }: HeldPage, dossier: Dossier): AccountReport {
  const owner = ownerOf({ held, sirets }, dossier);
  const compared = held.filter((one) => isComparedAs(owner, one));
  const address = addressesIn(compared, dossier);
  const report: { [K in "differences" | "unknown" | "unread"]: AccountReport[K][number][] } = { differences: [], unknown: [], unread: [] };
  let same = 0;
  for (const one of compared) {
    const known = knownOf(one, dossier);
    const says = known.length === 0 ? undefined : address.has(one) || sameness(one, known, compared, dossier);
    if (says === undefined) report.unknown.push(one);
    else if (says === null) report.unread.push(one);
    else if (says) same += 1;
    else if (!isSecondOfPerson(one, compared)) report.differences.push({ held: one, known });
  }
  return { owner, ...report, same };
}

function isComparedAs(owner: AccountOwner, { field }: HeldValue): boolean {
  if (owner === "other" || owner === "unsaid") return false;
  if (owner === "perhaps") return field === "raisonSociale";
  return owner === "company" || OF_COMPANY.has(field);
}

/** The numbers first: a company that changed its name keeps them. */
function ownerOf({ held, sirets }: HeldPage, { siret, values }: Dossier): AccountOwner {
  const numbers = numbersIn(held);
  const own = sirenOf(siret);
  if (numbers.length > 0) {
    if (numbers.some((number) => sirenOf(number) !== own)) return "other";
    return numbers.some((number) => number.length === 14 && number !== siret) ? "establishment" : "company";
  }
  const names = held.filter(({ field }) => field === "raisonSociale");
  const known = [values.raisonSociale, values.nomCommercial, values.sigle].flatMap((one) => (one === undefined ? [] : [String(one.value)]));
  const isNamed = names.some(({ text }) => known.some((name) => isSameName(text, name)));
  const written = sirets.filter((one) => sirenOf(one) === own);
  if (written.length === 0) return isNamed ? "company" : "unsaid";
  if (!isNamed && names.length > 0) return "perhaps";
  return written.includes(siret) ? "company" : "establishment";
}

/** The SIREN and SIRET that the values tell; a SIRET split over several controls is put together. */
function numbersIn(held: readonly HeldValue[]): string[] {
  const parts = held.filter(({ field, part }) => field === "siret" && part !== undefined);
  const split = parts.toSorted((a, b) => (a.part?.from ?? 0) - (b.part?.from ?? 0)).map(({ text }) => text);
  const whole = held.flatMap(({ field, text, part }) =>
    part === undefined && (field === "siret" || field === "siren" || field === "tvaIntracommunautaire") ? [text] : [],
  );
  return [split.join(""), ...whole]
    .map((text) => squeeze(text).replace(/^fr\d\d(?=\d{9}$)/, ""))
    .filter((text) => /^(\d{9}|\d{14})$/.test(text));
}

const ADDRESS = ["adresseLigne1", "adresseComplement", "codePostal", "commune"] as const;

/** The parts of an address that, put together, is one of those known: its parts alone may look different ("cedex"). */
function addressesIn(held: readonly HeldValue[], dossier: Dossier): ReadonlySet<HeldValue> {
  const { values, conflicts } = dossier;
  const known = [
    values.adresseComplete?.value,
    ...(values.estSiege?.value === true ? [values.adresseSiege?.value] : []),
    ...conflicts.flatMap(({ code, field, proposals }) =>
      code === "adresse" && field === "adresseComplete" ? proposals.map(({ value }) => value) : [],
    ),
  ].filter((one) => typeof one === "string");
  const same = new Set<HeldValue>();
  for (const frameId of new Set(held.map((one) => one.frameId))) {
    const parts = ADDRESS.flatMap((field) => held.find((one) => one.frameId === frameId && one.field === field) ?? []);
    const isWhole = parts.some(({ field }) => field === "adresseLigne1") && parts.some(({ field }) => field === "commune");
    const short = parts.filter(({ field }) => field !== "adresseComplement");
    if (isWhole && [parts, short].some((some) => known.some((one) => isSameAddress(some.map(({ text }) => text).join(" "), one))))
      for (const part of parts) same.add(part);
  }
  return same;
}

interface Officer extends Person {
  readonly origin: Origin;
}

/** The persons whom the registers name, and the one whom the person chose to sign. Companies that direct it are not persons. */
function officersOf({ values, dirigeants }: Dossier): Officer[] {
  const named = dirigeants.flatMap(({ nom, prenom, provenance }): Officer[] =>
    nom === undefined ? [] : [{ nom, prenom, origin: { from: "source", provenance } }],
  );
  const { dirigeantNom, dirigeantPrenom } = values;
  if (dirigeantNom === undefined) return named;
  const chosen: Officer = { nom: String(dirigeantNom.value), prenom: dirigeantPrenom?.value.toString(), origin: dirigeantNom.origin };
  return named.some((officer) => isSamePerson(fullName(chosen), officer)) ? named : [chosen, ...named];
}

const fullName = ({ nom, prenom }: Person) => [prenom, nom].filter(Boolean).join(" ");

function knownOf({ field, of }: HeldValue, dossier: Dossier): Proposal[] {
  if (isOfPerson(field)) return officersOf(dossier).map((officer) => ({ value: fullName(officer), origin: officer.origin }));
  const { values } = dossier;
  // The head office's address is not the establishment's.
  const asked = field === "adresseComplete" && of === "siege" ? "adresseSiege" : field;
  if (of === "siege" && asked !== "adresseSiege" && values.estSiege?.value !== true) return [];
  const value = values[asked];
  return value === undefined ? [] : [{ value: value.value, origin: value.origin }];
}

const isOfPerson = (field: ComparedField) => field.startsWith("dirigeant");

/** True when any of what is known says what the page holds: a source that says otherwise is a conflict of the dossier, told there. */
function sameness(one: HeldValue, known: readonly Proposal[], all: readonly HeldValue[], dossier: Dossier): Sameness {
  const { field, part, text } = one;
  if (isOfPerson(field)) return isOfficer(one, all, officersOf(dossier));
  const { values } = dossier;
  const others = [...(values[field]?.alternatives ?? []), ...(field === "codeNaf" && values.codeNaf2025 ? [values.codeNaf2025] : [])];
  const said = [...known, ...others].map(({ value }) =>
    part === undefined ? isSameValue(field, text, value) : squeeze(text) === signsOf(value, part),
  );
  return said.includes(true) ? true : said.includes(null) ? null : false;
}

function signsOf(value: Proposal["value"], { from, to }: NonNullable<HeldValue["part"]>): string {
  return squeeze(String(value)).slice(from, to);
}

/** A first name is read with the name beside it: alone it tells nobody. */
function isOfficer({ field, frameId, text }: HeldValue, all: readonly HeldValue[], officers: readonly Person[]): Sameness {
  const near = (wanted: ComparedField) => all.find((other) => other.frameId === frameId && other.field === wanted)?.text;
  const last = near("dirigeantNom");
  if (field === "dirigeantPrenom" && last === undefined) return null;
  const whole = field === "dirigeantNomComplet" ? text : [near("dirigeantPrenom"), last].filter(Boolean).join(" ");
  return officers.some((officer) => isSamePerson(whole, officer));
}

/** The first name of a person whose name is told already. */
function isSecondOfPerson({ field, frameId }: HeldValue, all: readonly HeldValue[]): boolean {
  return field === "dirigeantPrenom" && all.some((other) => other.frameId === frameId && other.field === "dirigeantNom");
}
