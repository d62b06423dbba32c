/** The contracts that a company may show for a consultation, published ones included, best match first. */
import type { PublishedContract } from "../domain/answer.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { ContractReference, MeansChoice, Nature } from "../domain/means.ts";
import { bare } from "../domain/plain.ts";
import { present } from "../domain/present.ts";
import { formatSiret } from "../domain/siret.ts";
import { addMonths, daysBetween, parisDay } from "../domain/time.ts";

export interface OfferedReference {
  readonly reference: ContractReference;
  /** True when the person imported or typed it; false when it is only published. */
  readonly kept: boolean;
  /** Why it has its place in the list. */
  readonly fit: Fit;
  /** Characters of its text were lost in the published data. */
  readonly spoilt: boolean;
  /** Where else the same contract is published, and the day it was read there. */
  readonly also: readonly Reading[];
  /** The published values of today, when they differ from the kept ones. */
  readonly changed: Pick<ContractReference, "amount" | "months"> | null;
}

interface Reading {
  readonly provider: string;
  readonly readOn: string;
}

interface Fit {
  /** How many first digits of the CPV it shares with the consultation: 0, or 2 to 8. */
  readonly cpv: number;
  /** Words that its object shares with the consultation's. */
  readonly words: readonly string[];
  /** Whole years since it ended, or since its notification; `null` when neither is known. */
  readonly years: number | null;
  /** Its amount is of the same order as the consultation's. */
  readonly sameOrder: boolean;
}

interface Aim {
  readonly aim: MeansChoice["aim"];
  /** Object of the consultation, when its page gives it. */
  readonly objet: string | undefined;
  readonly today: string;
}

/** Kept and published contracts, each once whatever published it, best match first. */
export function offeredReferences(
  kept: readonly ContractReference[],
  { contracts }: Pick<Dossier, "contracts">,
  aim: Aim,
): OfferedReference[] {
  const published = onceEach(contracts).flatMap((one) => publishedOf(one) ?? []);
  const told = new Map(kept.map((reference) => [reference, publicationOf(reference, published)]));
  const taken = new Set(told.values());
  const offered = [
    ...kept.map((reference): OfferedReference => {
      const now = told.get(reference);
      const moved = now !== undefined && (now.reference.amount !== reference.amount || now.reference.months !== reference.months);
      return {
        reference,
        kept: true,
        fit: fitOf(reference, aim),
        spoilt: false,
        also: (now?.readings ?? []).filter(({ provider }) => provider !== reference.published?.provider),
        changed: moved ? present({ amount: now.reference.amount, months: now.reference.months }) : null,
      };
    }),
    ...published
      .filter((one) => !taken.has(one))
      .map(
        ({ reference, spoilt, readings }): OfferedReference => ({
          reference,
          kept: false,
          fit: fitOf(reference, aim),
          spoilt,
          also: readings.slice(1),
          changed: null,
        }),
      ),
  ];
  return offered.sort(bySuiting);
}

type Told = Dossier["contracts"][number];

/** The publications of one contract, the preferred one first. */
type Publications = readonly [Told, ...Told[]];

/** The essential data tell a contract's present state: they come before a notice of the same contract. */
const PREFERRED = "decp";
/** Days between the signature that a notice tells and the notification of the essential data. */
const APART = 62;

function onceEach(contracts: readonly Told[]): Publications[] {
  const isPreferred = ({ provenance }: Told) => provenance.source === PREFERRED;
  const [preferred, notices] = [contracts.filter(isPreferred), contracts.filter((one) => !isPreferred(one))];
  const first = preferred.map((one): Publications => [one, ...notices.filter((notice) => isSameContract(notice, one))]);
  const alone = notices.filter((notice) => !first.some((publications) => publications.includes(notice)));
  return [...first, ...alone.map((one): Publications => [one])];
}

type Compared = Pick<PublishedContract, "buyerSiret" | "objet" | "cpv" | "amount" | "notifiedOn">;

/** One buyer, about one day, and the same amount, object or vocabulary: two lots of one market differ by their amounts. */
function isSameContract(one: Compared, other: PublishedContract): boolean {
  if (one.buyerSiret === undefined || one.buyerSiret !== other.buyerSiret) return false;
  const isNear =
    one.notifiedOn === undefined || other.notifiedOn === undefined || Math.abs(daysBetween(one.notifiedOn, other.notifiedOn)) <= APART;
  if (!isNear) return false;
  const amounts = [other.amount, other.awarded?.amount].filter((amount) => amount !== undefined);
  const { amount } = one;
  // A notice rounds what the essential data give to the cent.
  if (amount !== undefined && amounts.some((told) => Math.abs(told - amount) < 1)) return true;
  const isOther = amount !== undefined && amounts.length > 0;
  return bare(one.objet) === bare(other.objet) || (!isOther && one.cpv !== undefined && one.cpv === other.cpv);
}

interface Published {
  readonly reference: ContractReference;
  readonly spoilt: boolean;
  readonly contracts: Publications;
  /** In the order of the publications. */
  readonly readings: readonly Reading[];
}

function publishedOf(contracts: Publications): Published | null {
  const read = publishedReference(contracts[0]);
  const readings = contracts.map(({ provenance }) => ({ provider: provenance.provider, readOn: readOnOf(provenance) }));
  const byProvider = readings.filter(({ provider }, at) => readings.findIndex((one) => one.provider === provider) === at);
  return read === null ? null : { ...read, contracts, readings: byProvider };
}

/**
 * What is published today of a kept reference: by its buyer and its numbers, else as two publications of one contract are known. `undefined`
 * when nothing is, or when several contracts could be it.
 */
function publicationOf(reference: ContractReference, published: readonly Published[]): Published | undefined {
  const ids = reference.published?.ids;
  if (ids === undefined) return undefined;
  const buyerSiret = buyerIn(reference);
  const isSameBuyer = (one: Told) => (buyerSiret === undefined ? one.buyerName === reference.client : one.buyerSiret === buyerSiret);
  const byNumber = published.find(({ contracts }) => contracts.some((one) => isSameBuyer(one) && one.ids.some((id) => ids.includes(id))));
  if (byNumber !== undefined) return byNumber;
  const [only, ...others] = published.filter(({ contracts: [first] }) => isSameContract({ ...reference, buyerSiret }, first));
  return others.length === 0 ? only : undefined;
}

/** The buyer's SIRET, which the id of a published contract holds: the person may have retyped its name. */
function buyerIn({ id }: ContractReference): string | undefined {
  return /^[a-z-]+:(\d{14}):/.exec(id)?.[1];
}

const readOnOf = ({ fetchedAt }: Told["provenance"]) => parisDay(new Date(fetchedAt));

/** A published contract as a reference; `null` when its client is unknown. */
function publishedReference(contract: Told): { readonly reference: ContractReference; readonly spoilt: boolean } | null {
  const { ids, objet, buyerName, buyerSiret, cpv, amount, shared, maximum, notifiedOn, months, spoilt, provenance } = contract;
  const client = buyerName ?? (buyerSiret === undefined ? undefined : `SIRET ${formatSiret(buyerSiret)}`);
  if (client === undefined) return null;
  const sorted = ids.toSorted();
  const nature = cpv === undefined ? undefined : natureOf(cpv);
  const reference: ContractReference = {
    id: `${provenance.source}:${buyerSiret ?? ""}:${sorted[0]}`,
    client,
    objet,
    contact: {},
    published: { provider: provenance.provider, ids: sorted, readOn: readOnOf(provenance) },
    ...present({ nature, cpv, notifiedOn, months, amount }),
    ...(amount === undefined ? {} : { shared, maximum }),
  };
  return { reference, spoilt };
}

/** By the divisions of the common vocabulary (regulation 213/2008): 45 works, 03 to 44 and 48 supplies, 50 to 98 services. */
export function natureOf(cpv: NonNullable<PublishedContract["cpv"]>): Nature | undefined {
  const division = Number(cpv.slice(0, 2));
  if (division === 45) return "works";
  if (division === 48 || (division >= 3 && division <= 44)) return "supplies";
  return division >= 50 && division <= 98 ? "services" : undefined;
}

/** The day from which its age counts. */
function endOf({ until, notifiedOn, months }: ContractReference): string | undefined {
  return until ?? (notifiedOn === undefined ? undefined : addMonths(notifiedOn, months ?? 0));
}

/** An amount is of the same order between a third of the other and three times it. */
const ORDER = 3;

function fitOf(reference: ContractReference, { aim, objet, today }: Aim): Fit {
  const end = endOf(reference);
  const ratio = reference.amount === undefined || aim.amount === undefined ? null : reference.amount / aim.amount;
  const asked = new Set(tellingWords(objet ?? ""));
  return {
    cpv: sharedDigits(reference.cpv ?? "", aim.cpv ?? ""),
    words: [...new Set(tellingWords(reference.objet))].filter((word) => asked.has(word)),
    years: end === undefined ? null : Math.max(0, wholeYears(end, today)),
    sameOrder: ratio !== null && ratio >= 1 / ORDER && ratio <= ORDER,
  };
}

/** A division has two digits: one shared digit means nothing. */
function sharedDigits(one: string, other: string): number {
  const count = [...one].findIndex((digit, at) => digit !== other[at]);
  const shared = count === -1 ? Math.min(one.length, other.length) : count;
  return shared >= 2 ? shared : 0;
}

const TOO_PLAIN: ReadonlySet<string> = new Set([
  "marche",
  "accord",
  "cadre",
  "travaux",
  "prestations",
  "services",
  "fourniture",
  "fournitures",
  "commune",
  "commande",
]);

function tellingWords(text: string): string[] {
  return bare(text)
    .split(" ")
    .filter((word) => word.length > 4 && !TOO_PLAIN.has(word))
    .map((word) => word.replace(/s$/, ""));
}

function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

function bySuiting(a: OfferedReference, b: OfferedReference): number {
  return (
    b.fit.cpv - a.fit.cpv ||
    b.fit.words.length - a.fit.words.length ||
    ageBand(a.fit) - ageBand(b.fit) ||
    Number(b.fit.sameOrder) - Number(a.fit.sameOrder) ||
    (endOf(b.reference) ?? "").localeCompare(endOf(a.reference) ?? "") ||
    a.reference.id.localeCompare(b.reference.id)
  );
}

/** Age in bands: buyers usually look back three years, five for works. */
function ageBand({ years }: Fit): number {
  return years === null ? 3 : years <= 3 ? 0 : years <= 5 ? 1 : 2;
}
