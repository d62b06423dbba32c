/** Turns the texts that a person types about the company's means into an entry, or says which texts are wrong. */
import { EMAIL, PHONE } from "./contacts.ts";
import {
  type ContractReference,
  type Equipment,
  FIRST_YEAR,
  type Headcount,
  LAST_YEAR,
  type Means,
  type MeansKind,
  NATURES,
  type TeamMember,
} from "./means.ts";
import { present } from "./present.ts";
import { formatDay, isDay } from "./time.ts";

/** The texts of each kind, in the order of its form. */
export const ENTRY_FIELDS = {
  references: ["client", "objet", "nature", "amount", "from", "until", "cpv", "contactName", "contactPhone", "contactEmail", "pieceId"],
  team: ["lastName", "firstName", "role", "qualifications", "experience", "leads", "pieceId"],
  equipment: ["name", "count", "about"],
  headcounts: ["year", "average", "leaders"],
} as const satisfies Record<MeansKind, readonly string[]>;
export type EntryField = (typeof ENTRY_FIELDS)[MeansKind][number];

export type EntryTexts = Readonly<Partial<Record<EntryField, string>>>;
/** `missing`: required · `form`: wrong format · `order`: it ends before it begins. */
export type EntryProblem = "missing" | "form" | "order";
export type EntryRead<Kind extends MeansKind> =
  | { readonly entry: Means[Kind][number] }
  | { readonly wrong: Readonly<Partial<Record<EntryField, EntryProblem>>> };

/** The texts with which a form starts to edit an entry. */
export function textsOf<Kind extends MeansKind>(kind: Kind, entry: Means[Kind][number]): EntryTexts {
  return TEXTS[kind](entry);
}

const text = (value: string | number | undefined) => (value === undefined ? "" : String(value));
const day = (value: string | undefined) => (value === undefined ? "" : formatDay(value));

const TEXTS: { readonly [Kind in MeansKind]: (entry: Means[Kind][number]) => EntryTexts } = {
  references: ({ client, objet, nature, cpv, amount, from, until, contact, pieceId }) => ({
    client,
    objet,
    nature: text(nature),
    amount: text(amount).replace(".", ","),
    from: day(from),
    until: day(until),
    cpv: text(cpv),
    contactName: text(contact.name),
    contactPhone: text(contact.phone),
    contactEmail: text(contact.email),
    pieceId: text(pieceId),
  }),
  team: ({ lastName, firstName, role, qualifications, experience, leads, pieceId }) => ({
    lastName,
    firstName: text(firstName),
    role: text(role),
    qualifications: text(qualifications),
    experience: text(experience),
    leads: leads ? "yes" : "",
    pieceId: text(pieceId),
  }),
  equipment: ({ name, count, about }) => ({ name, count: text(count), about: text(about) }),
  headcounts: ({ year, average, leaders }) => ({ year: text(year), average: text(average), leaders: text(leaders) }),
};

/**
 * The entry made from the texts.
 * @param before the entry being edited: what the form does not show stays
 */
export function readEntry<Kind extends MeansKind>(
  kind: Kind,
  id: string,
  texts: EntryTexts,
  before: Means[Kind][number] | null,
): EntryRead<Kind> {
  const reading = new Reading(texts);
  const entry = ENTRIES[kind](reading, id, before as never);
  return Object.keys(reading.wrong).length > 0 ? { wrong: reading.wrong } : { entry };
}

/** Reads texts one by one and collects the problems. */
class Reading {
  readonly wrong: Partial<Record<EntryField, EntryProblem>> = {};
  readonly #texts: EntryTexts;

  constructor(texts: EntryTexts) {
    this.#texts = texts;
  }

  text(field: EntryField): string | undefined {
    const typed = (this.#texts[field] ?? "").trim();
    return typed === "" ? undefined : typed;
  }

  needed(field: EntryField): string {
    const typed = this.text(field);
    if (typed === undefined) this.wrong[field] = "missing";
    return typed ?? "";
  }

  /** @param most the largest number accepted */
  integer(field: EntryField, least: number, most: number): number | undefined {
    const value = this.#matching(field, /^\d{1,9}$/, (typed) => typed.replace(/\s/g, ""));
    const number = value === undefined ? undefined : Number(value);
    if (number === undefined || (number >= least && number <= most)) return number;
    this.wrong[field] = "form";
    return undefined;
  }

  /** Euros. */
  amount(field: EntryField): number | undefined {
    const plain = (typed: string) => typed.replace(/[\s\u00a0\u202f€]/g, "").replace(",", ".");
    const value = this.#matching(field, /^\d{1,12}(\.\d{1,2})?$/, plain);
    if (value === undefined || Number(value) > 0) return value === undefined ? undefined : Number(value);
    this.wrong[field] = "form";
    return undefined;
  }

  /** "31/12/2025" or "2025-12-31". */
  day(field: EntryField): string | undefined {
    const value = this.#matching(field, /^\d{4}-\d{2}-\d{2}$/, (typed) => typed.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, "$3-$2-$1"));
    if (value === undefined || isDay(value)) return value;
    this.wrong[field] = "form";
    return undefined;
  }

  matching(field: EntryField, form: RegExp): string | undefined {
    return this.#matching(field, form, (typed) => typed);
  }

  #matching(field: EntryField, form: RegExp, plain: (typed: string) => string): string | undefined {
    const typed = this.text(field);
    if (typed === undefined) return undefined;
    const value = plain(typed);
    if (form.test(value)) return value;
    this.wrong[field] = "form";
    return undefined;
  }
}

const ENTRIES: { readonly [Kind in MeansKind]: (read: Reading, id: string, before: Means[Kind][number] | null) => Means[Kind][number] } = {
  references: readReference,
  team: (read, id): TeamMember => ({
    id,
    lastName: read.needed("lastName"),
    leads: read.text("leads") === "yes",
    ...present({
      firstName: read.text("firstName"),
      role: read.text("role"),
      qualifications: read.text("qualifications"),
      experience: read.integer("experience", 0, 70),
      pieceId: read.text("pieceId"),
    }),
  }),
  equipment: (read, id): Equipment => ({
    id,
    name: read.needed("name"),
    ...present({ count: read.integer("count", 1, 999_999), about: read.text("about") }),
  }),
  headcounts: (read, id): Headcount => {
    if (read.text("year") === undefined) read.needed("year");
    const year = read.integer("year", FIRST_YEAR, LAST_YEAR) ?? FIRST_YEAR;
    const average = read.integer("average", 0, 999_999);
    const leaders = read.integer("leaders", 0, 999_999);
    if (average !== undefined && leaders !== undefined && leaders > average) read.wrong.leaders = "form";
    return { id, year, ...present({ average, leaders }) };
  },
};

function readReference(read: Reading, id: string, before: ContractReference | null): ContractReference {
  const [client, objet, amount] = [read.needed("client"), read.needed("objet"), read.amount("amount")];
  const [from, until] = [read.day("from"), read.day("until")];
  if (from !== undefined && until !== undefined && until < from) read.wrong.until = "order";
  const typed = new Set(before?.published === undefined ? [] : before.typed);
  if (before?.published !== undefined) {
    if (client !== before.client) typed.add("client");
    if (objet !== before.objet) typed.add("objet");
    if (amount !== before.amount) typed.add("amount");
  }
  const { shared, maximum, notifiedOn, months, published } = before ?? {};
  // `shared` and `maximum` describe the published amount only.
  const about = amount === before?.amount ? present({ shared, maximum }) : {};
  return {
    id,
    client,
    objet,
    contact: present({
      name: read.text("contactName"),
      phone: read.matching("contactPhone", PHONE),
      email: read.matching("contactEmail", EMAIL),
    }),
    ...about,
    ...present({ amount, from, until, notifiedOn, months, published }),
    ...present({
      nature: NATURES.find((one) => one === read.text("nature")),
      cpv: read.matching("cpv", /^\d{8}$/),
      pieceId: read.text("pieceId"),
    }),
    ...(typed.size === 0 ? {} : { typed: [...typed] }),
  };
}
