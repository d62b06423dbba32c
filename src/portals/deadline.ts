/**
 * The deadline that a page gives, and why a written one is not taken. An hour is taken as Paris time only when nothing on the
 * page speaks of another clock, and when a buyer overseas says that it is.
 */

import { clocksIn, overseasIn } from "../domain/clocks.ts";
import type { DeadlineDoubt } from "../domain/consultation.ts";
import { instantsIn, type WrittenInstant } from "../domain/written-instants.ts";
import { attributeOf, queryAll, textOf } from "../page/dom.ts";
import type { Steps } from "../page/slices.ts";
import { everySegmentOf, type Segment } from "./segments.ts";

/** A deadline as the page gives it. */
export interface ToldDeadline {
  /** What announces it: « Date limite de remise des plis (heure de Paris) ». */
  readonly label: string;
  readonly text: string;
  /** The text just after it. */
  readonly behind: string;
}

/** What tells where the buyer is. */
export interface BuyerSigns {
  /** Texts that may name a place: the buyer's name, its address, the place of the works, the title. */
  readonly texts: readonly string[];
  readonly sirets: readonly string[];
  readonly url: string;
}

export interface Deadline {
  readonly dateLimite?: string;
  readonly doubt?: DeadlineDoubt;
  /** How many different values the page gives for it: with more than one, none is believed. */
  readonly told: number;
}

/** The deadline of a page, from what its labels and sentences say of it. */
export function* deadlineOf(page: Document, told: readonly ToldDeadline[], buyer: BuyerSigns): Steps<Deadline> {
  const written = told.flatMap(({ label, text, behind }) =>
    instantsIn([label, text, behind].join(" ")).map((instant) => ({ ...instant, text })),
  );
  if (written.length === 0) return { told: 0 };
  // When the same deadline is written in Paris time and in another time, the one in Paris time counts.
  const ofParis = written.filter(({ instant, clock }) => instant !== null && clock?.of === "paris");
  const kept = ofParis.length > 0 ? ofParis : written;
  const instants = new Set(kept.map(({ instant }) => instant));
  const [instant] = instants;
  const sure = instants.size === 1 && instant != null ? { dateLimite: instant } : {};
  if (ofParis.length > 0) return { ...sure, told: instants.size };
  const doubt = yield* doubtOf(page, kept, buyer);
  return doubt === null ? { ...sure, told: instants.size } : { doubt, told: instants.size };
}

function* doubtOf(
  page: Document,
  written: readonly (WrittenInstant & { readonly text: string })[],
  buyer: BuyerSigns,
): Steps<DeadlineDoubt | null> {
  const days = new Set(written.map(({ day }) => day));
  const [day] = days;
  const about = { written: written[0]?.text ?? "", ...(days.size === 1 && day != null ? { day } : {}) };
  const said = written.find(({ clock }) => clock?.of === "elsewhere")?.clock?.said;
  if (said !== undefined) return { why: "otherClock", said, ...about };
  if (written.every(({ instant }) => instant === null)) return null;
  const segments = yield* everySegmentOf(page);
  const clocks: ReturnType<typeof clockOfSentence>[] = [];
  for (const [index, text] of [...segments.map((segment) => segment.text), ...hints(page)].entries()) {
    if (CLOCK_LIKE.test(text)) clocks.push(clockOfSentence(text));
    if (index % STRIDE === 0) yield;
  }
  const elsewhere = clocks.find((clock) => clock?.of === "elsewhere");
  if (elsewhere != null) return { why: "otherClock", said: elsewhere.said, ...about };
  const stamped = stampElsewhere(page, written);
  if (stamped !== null) return { why: "otherClock", said: stamped, ...about };
  if (clocks.some((clock) => clock?.of === "paris")) return null;
  const overseas = signOf(buyer, segments);
  return overseas === null ? null : { why: "overseasBuyer", said: overseas, ...about };
}

/** Texts between two places where the reading may wait. */
const STRIDE = 64;

/** What a text must contain to name a clock. */
export const CLOCK_LIKE = /heure|horaire|fuseau|utc|gmt|time|paris|local|\//i;
const OWN_HOUR = /\d{1,2} ?(?:h\b|h\d|heures?\b|:\d\d)/i;
/** Sentences about all hours of the page, with or without an hour in them. */
const ON_ALL_HOURS = /serveur|plate-?forme|portail|site|fait foi|fuseau|\b(?:toutes|les) (?:les )?(?:dates|heures|horaires)/i;

/** Paris time said of something else, such as a telephone line, does not concern the deadline; another clock anywhere raises a doubt. */
function clockOfSentence(text: string) {
  const clocks = clocksIn(text, false);
  const elsewhere = clocks[0]?.of === "elsewhere" ? clocks[0] : undefined;
  if (elsewhere !== undefined) return elsewhere;
  return OWN_HOUR.test(text) && !ON_ALL_HOURS.test(text) ? undefined : clocks[0];
}

function hints(page: Document): string[] {
  return [...queryAll(page, "[title], [aria-label], [data-timezone], [data-tz]")].flatMap((element) =>
    ["title", "aria-label", "data-timezone", "data-tz"].map((name) => attributeOf(element, name) ?? ""),
  );
}

/** A `time` element whose instant differs from the Paris time that it shows. */
function stampElsewhere(page: Document, written: readonly WrittenInstant[]): string | null {
  for (const time of queryAll(page, "time[datetime]")) {
    const stamp = attributeOf(time, "datetime") ?? "";
    const shown = instantsIn(textOf(time) ?? "").find(({ instant }) => instant !== null);
    const isDeadline = written.some(({ instant }) => instant !== null && instant === shown?.instant);
    if (isDeadline && /T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(stamp) && Date.parse(stamp) !== Date.parse(shown?.instant ?? "")) return stamp;
  }
  return null;
}

/** Top-level domains of overseas territories. */
const OVERSEAS_HOST =
  /\.(?:re|gp|mq|gf|yt|pm|nc|pf|wf|tf|bl|mf)$|guadeloupe|martinique|guyane|mayotte|polynesie|caledonie|noumea|tahiti|wallis|regionreunion|cg97\d|dep(?:artement)?97\d/i;
/** INSEE numbers local authorities by category, département and order: 229740014 is the département of La Réunion. */
const OVERSEAS_SIRET = /^2[1-7]97[1-6]/;
const CANDIDATE =
  /\bcandidat|\bvotre (?:entreprise|soci[ée]t[ée]|[ée]tablissement|compte)|soumissionnaire|op[ée]rateur [ée]conomique|raison sociale|si[èe]ge social|titulaire|mandataire/i;
const BUYER =
  /acheteur|pouvoir adjudicateur|entit[ée] adjudicatrice|collectivit|\bmairie|\bcommune|\bville de|organisme|correspondant|ma[îi]tre d['’]ouvrage/i;
/** How many texts before an address may say whose it is. */
const BEFORE = 12;

function signOf({ texts, sirets, url }: BuyerSigns, segments: readonly Segment[]): string | null {
  for (const text of texts) {
    const said = overseasIn(text);
    if (said !== null) return said;
  }
  const siret = sirets.find((one) => OVERSEAS_SIRET.test(one));
  if (siret !== undefined) return siret;
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  if (OVERSEAS_HOST.test(host)) return host;
  return addressOf(segments);
}

/** An overseas postal code that no word ties to the candidate. */
function addressOf(segments: readonly Segment[]): string | null {
  for (const [index, { text }] of segments.entries()) {
    const said = /\d/.test(text) ? overseasIn(text) : null;
    if (said === null || !/^\d/.test(said)) continue;
    const owner = segments
      .slice(Math.max(0, index - BEFORE), index + 1)
      .findLast((one) => CANDIDATE.test(one.text) || BUYER.test(one.text));
    if (owner === undefined || BUYER.test(owner.text)) return said;
  }
  return null;
}
