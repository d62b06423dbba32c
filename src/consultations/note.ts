/**
 * Notes what happened to a consultation. Two pages are about one consultation when they give the same reference on the same portal and
 * nothing contradicts: different buyers may use one reference, and titles repeat from year to year. Pure.
 */
import type { Award } from "../domain/award.ts";
import type { Consultation } from "../domain/consultation.ts";
import type { ConsultationEvent, KeptConsultation } from "../domain/kept-consultation.ts";
import { inCodeOrder } from "../domain/order.ts";
import { bare, squeeze } from "../domain/plain.ts";
import { addDays, parisDay } from "../domain/time.ts";

/** More than two years for a company that bids every other day. */
export const MOST_CONSULTATIONS = 500;
const MOST_EVENTS = 100;

export interface Noted {
  readonly siren: string;
  readonly consultation: Consultation;
  readonly event: ConsultationEvent;
}

/**
 * The list with one more event; the same array when there is nothing new.
 * @param newId id for a consultation that is not known yet
 */
export function withEvent(kept: readonly KeptConsultation[], { siren, consultation, event }: Noted, newId: string): KeptConsultation[] {
  const found = candidates(kept, siren, consultation);
  const [known] = found;
  // The page could mean several: none of them is changed.
  if (found.length > 1) return [...kept];
  if (known === undefined) {
    if (!tellsEnough(consultation)) return [...kept];
    return bounded([...kept, { ...consultation, id: newId, siren, events: [event], archived: false }]);
  }
  const after = { ...withParts(known, consultation), events: eventsAfter(known.events, event) };
  return kept.map((one) => (one === known ? after : one));
}

/** True when there is enough to find it again: a reference, or a title with a deadline. */
function tellsEnough({ reference, objet, dateLimite, doubt }: Consultation): boolean {
  return reference !== undefined || (objet !== undefined && (dateLimite !== undefined || doubt !== undefined));
}

/** The consultations that the page may be about. When several buyers use its reference, the address decides, if one has it. */
export function candidates(kept: readonly KeptConsultation[], siren: string, consultation: Consultation): KeptConsultation[] {
  const found = kept.filter((one) => one.siren === siren && isSame(one, consultation));
  return found.length > 1 ? found.filter((one) => addressOf(one.url) === addressOf(consultation.url)) : found;
}

function isSame(known: Consultation, told: Consultation): boolean {
  if (placeOf(known) !== placeOf(told) || isApart(known, told)) return false;
  if (known.reference !== undefined && told.reference !== undefined) return squeeze(known.reference) === squeeze(told.reference);
  // When a reference is missing: the same address and at least one equal value.
  return addressOf(known.url) === addressOf(told.url) && sharesAPart(known, told);
}

/** True when they contradict each other: other buyers, or another buyer's name and another title. */
export function isApart(one: Consultation, other: Consultation): boolean {
  if (one.acheteurSiret !== undefined && other.acheteurSiret !== undefined) return one.acheteurSiret !== other.acheteurSiret;
  return differ(one.acheteurNom, other.acheteurNom) && differ(one.objet, other.objet);
}

const differ = (one: string | undefined, other: string | undefined) =>
  one !== undefined && other !== undefined && bare(one) !== bare(other);

function sharesAPart(one: Consultation, other: Consultation): boolean {
  const parts = ["objet", "acheteurNom", "acheteurSiret", "dateLimite"] as const;
  const told = parts.filter((part) => one[part] !== undefined && other[part] !== undefined);
  const alike = told.filter((part) => !differ(one[part], other[part]));
  return alike.length > 0 && !differ(one.objet, other.objet);
}

/** The site: a portal may have several hosts, each with its own buyers. */
function placeOf({ portal, url }: Consultation): string {
  return `${portal} ${URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : ""}`;
}

function addressOf(url: string): string {
  return url.split("#")[0] ?? url;
}

/** Adds what the page says to what was known; the address stays that of the page that said the most. */
function withParts(known: KeptConsultation, told: Consultation): KeptConsultation {
  const { dateLimite, doubt, url: _, ...parts } = told;
  const url = partsIn(told) >= partsIn(known) ? told.url : known.url;
  const { dateLimite: before, doubt: doubted, ...rest } = { ...known, ...parts, url };
  const inDoubt = doubt ?? doubted;
  // A doubted hour stays doubted: a page that says less about its clock settles nothing.
  if (inDoubt !== undefined) return { ...rest, doubt: doubt ?? movedTo(inDoubt, dateLimite) };
  const limit = dateLimite ?? before;
  if (limit === undefined) return rest;
  const isMoved = before !== undefined && Date.parse(before) !== Date.parse(limit);
  return { ...rest, dateLimite: limit, ...(isMoved && { deadlineBefore: before }) };
}

function partsIn({ reference, objet, acheteurNom, acheteurSiret, dateLimite, doubt, lots }: Consultation): number {
  return [reference, objet, acheteurNom, acheteurSiret, dateLimite ?? doubt, lots].filter((part) => part !== undefined).length;
}

type Doubt = NonNullable<Consultation["doubt"]>;

/** A page with a day far from the doubted one shows a postponed deadline: its day is no longer known. */
function movedTo(doubt: Doubt, told: string | undefined): Doubt {
  if (told === undefined || doubt.day === undefined) return doubt;
  const day = parisDay(new Date(told));
  if (day >= addDays(doubt.day, -1) && day <= addDays(doubt.day, 1)) return doubt;
  const { day: _, ...rest } = doubt;
  return rest;
}

/** A visit is noted once, and only before anything was done. Beyond the limit the oldest events are dropped, never a deposit. */
function eventsAfter(events: readonly ConsultationEvent[], event: ConsultationEvent): ConsultationEvent[] {
  if (event.what === "met" || isNoted(events, event)) return [...events];
  const all = withDeposits([...events, event].toSorted((one, other) => inCodeOrder(one.at, other.at)));
  const extra = all.length - MOST_EVENTS;
  if (extra <= 0) return all;
  const gone = new Set(all.filter(({ what }) => what !== "deposited").slice(0, extra));
  return all.filter((one) => !gone.has(one));
}

/** A receipt may write its minute alone: the same deposit has another instant elsewhere. */
export const RECEIPT_MINUTE_MS = 60_000;

/**
 * Each deposit once. A receipt's counts, with its instant; what the person said is the same deposit, told afterwards, unless it comes
 * before every receipt: it was another pli then.
 * @param events in order
 */
export function withDeposits(events: readonly ConsultationEvent[]): ConsultationEvent[] {
  const deposits = events.filter(({ what }) => what === "deposited");
  const proven = deposits.filter(({ operation }) => operation !== undefined);
  const each = proven.filter(({ at }, rank) => !isSoonAfter(proven[rank + 1]?.at, at));
  const said = deposits.find(({ operation }) => operation === undefined);
  const kept = new Set(said !== undefined && said.at < (each[0]?.at ?? "9999") ? [said, ...each] : each);
  return events.filter((event) => event.what !== "deposited" || kept.has(event));
}

function isSoonAfter(later: string | undefined, at: string): boolean {
  return later !== undefined && Date.parse(later) - Date.parse(at) < RECEIPT_MINUTE_MS;
}

function isNoted(events: readonly ConsultationEvent[], { what, operation }: ConsultationEvent): boolean {
  if (what === "deposited" && operation === undefined) return events.some((one) => one.what === "deposited");
  return operation !== undefined && events.some((one) => one.what === what && one.operation === operation);
}

/** Drops the oldest beyond the limit: archived or only visited ones before those where something was done. */
export function bounded(kept: KeptConsultation[]): KeptConsultation[] {
  const extra = kept.length - MOST_CONSULTATIONS;
  if (extra <= 0) return kept;
  const isLight = ({ archived, events }: KeptConsultation) => archived || events.every(({ what }) => what === "met");
  const last = ({ events }: KeptConsultation) => events.at(-1)?.at ?? "";
  const gone = new Set(
    kept
      .slice(0, -1)
      .toSorted((one, other) => Number(isLight(other)) - Number(isLight(one)) || last(one).localeCompare(last(other)))
      .slice(0, extra),
  );
  return kept.filter((one) => !gone.has(one));
}

/** `forget` removes it with everything known of it. */
export type ConsultationChange = "archive" | "bringBack" | "deposited" | "notDeposited" | "forget";

/** Applies the person's change to one consultation; nothing changes when it is gone. */
export function withChange(kept: readonly KeptConsultation[], id: string, change: ConsultationChange, at: string): KeptConsultation[] {
  if (change === "forget") return kept.filter((one) => one.id !== id);
  return kept.map((one) => (one.id === id ? changed(one, change, at) : one));
}

/** Notes a deposit. @param proof names the receipt that gives its instant; absent where the person, or a receipt without one, says it */
export function withDeposit(kept: readonly KeptConsultation[], id: string, at: string, proof?: string): KeptConsultation[] {
  const event: ConsultationEvent = { at, what: "deposited", files: [], pieces: [], ...(proof !== undefined && { operation: proof }) };
  return kept.map((one) => (one.id === id ? { ...one, events: eventsAfter(one.events, event) } : one));
}

/** Stores what followed its deposit; `null` removes it. */
export function withAward(kept: readonly KeptConsultation[], id: string, award: Award | null): KeptConsultation[] {
  return kept.map((one) => {
    if (one.id !== id) return one;
    const { award: _, ...rest } = one;
    return award === null ? rest : { ...rest, award };
  });
}

function changed(one: KeptConsultation, change: Exclude<ConsultationChange, "forget">, at: string): KeptConsultation {
  if (change === "archive" || change === "bringBack") return { ...one, archived: change === "archive" };
  if (change === "deposited") return withDeposit([one], one.id, at)[0] ?? one;
  return { ...one, events: one.events.filter(({ what }) => what !== "deposited") };
}
