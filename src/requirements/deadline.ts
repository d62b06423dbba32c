/**
 * The deadline in a document, with its clock. Everything that announces one is read, and a doubt gives no instant: two
 * different hours, a weekday that contradicts its date, a day without an hour. Pure.
 */
import { clocksIn, overseasIn } from "../domain/clocks.ts";
import { unaccented } from "../domain/plain.ts";
import { instantsIn } from "../domain/written-instants.ts";
import type { NoticeDeadline } from "./open/notice-xml.ts";
import { type Quote, quoteOf, type Segment, sentenceAround } from "./segments.ts";
import { rule } from "./words.ts";

/**
 * `paris`: the document names the time of Paris · `local`: that of the overseas buyer · `implicit`: it names none, and nothing shows an
 * overseas buyer · `unstated`: it names none, and the buyer is overseas: the hour has no offset.
 */
export type DeadlineClock = "paris" | "local" | "implicit" | "unstated";

export interface DeadlineRead extends Quote {
  /** ISO 8601 with offset; without one when the clock is `unstated`; `null` when the instant is not certain. */
  readonly iso: string | null;
  readonly clock: DeadlineClock | null;
  /** The day, when everything written agrees on it. */
  readonly day?: string;
  /** `candidatures`: offers come later, on invitation. */
  readonly phase?: "candidatures";
  /** Why there is no instant. */
  readonly doubt?: "several" | "dayOnly" | "otherClock" | "weekday" | "recognised";
}

const THINGS = "(?:offres?|plis?|candidatures?|propositions?|projets?|demandes? de participation|dossiers?|reponses?|tenders|requests)";
/** A date at this position, with or without its weekday. */
const BARE_DATE = "(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?\\d{1,2}(?:er)?[ /.-]";
const LABELS: readonly RegExp[] = [
  rule(`(?:dates?|jours?)(?:,? ?(?:et|&|/) ?(?:l'|les )?heures?)? (?:limites?|ultimes?|butoirs?)[^.;]{0,60}\\b${THINGS}`, "g"),
  rule("date(?: et heure)?s? limites? ?(?::|le\\b|fixee)", "g"),
  rule("(?:dates?|jours?)(?:,? ?(?:et|&|/) ?(?:l'|les )?heures?)? (?:limites?|ultimes?|butoirs?) (?:est|sont|:)", "g"),
  rule(`echeances?[^.;]{0,20} ${THINGS}`, "g"),
  rule(`derni(?:er jour|ere date|er delai|er moment)[^.;]{0,60}\\b${THINGS}`, "g"),
  rule("heures? limites? (?:est |sont )?(?:fixee?s?|arretee?s?|prevue?s?)", "g"),
  rule("date(?: et heure)?s? limites? de (?:reponse|remise|depot|reception)", "g"),
  rule(
    "(?:remis\\w*|parven\\w+|depos\\w+|recu\\w*|transmis\\w*|transmet\\w+|arriv\\w+|envoy\\w+|adress\\w+|receptionn\\w+)[^.;]{0,90}(?:au plus tard|avant|pour) (?:le|:)",
    "g",
  ),
  rule(`${THINGS}[^.;]{0,40}(?:au plus tard|avant|jusqu'au|pour) ?(?:le\\b|:|(?=${BARE_DATE}))`, "g"),
  rule(
    `${THINGS} (?:est |sont |seront )?a (?:remettre|deposer|transmettre|envoyer|adresser|faire parvenir)[^.;]{0,30}? (?:le|au(?! plus))\\b`,
    "g",
  ),
  // « Remise des offres fixée au : 26 février »: the date must follow at once, or the words mean something else.
  rule(
    `(?:remise|depot|reception|envoi|transmission) (?:electronique )?(?:des |de |de leurs? |d'une |de l')${THINGS} ?(?:est |sont )?(?:fixee?s?|arretee?s?|prevue?s?)? ?:? ?(?:jusqu'|avant |pour )?(?:au|le)? ?:? ?(?=${BARE_DATE})`,
    "g",
  ),
  rule(
    "(?:consultation|depot|remise|salle)[^.;]{0,40}(?:prend fin|se termine|s'acheve|(?:est|sera) close?|ferme|cloture)\\w*[^.;]{0,20} le\\b",
    "g",
  ),
  rule("time limit for receipt of tenders or requests to participate", "g"),
  rule("(?:depot|remise|transmission|envoi)[^.;]{0,40}(?:au plus tard|avant) le\\b", "g"),
  rule("terme de rigueur", "g"),
];
/** Other things that have a last day. */
const OTHER = rule(
  "visite|question|renseignements? compl|ouverture|validite|valable|publication|envoi de (?:l'avis|l'annonce)|date d'envoi|notification|audition|indicatif|envisag|previsionnel|echantillon|retrait|demande d'envoi|demande de renseign|prix|mois zero|execution|livraison|commission|jury|inscription|reunion|travaux|demarrage|preavis|attributaire|date of dispatch",
);
/** How far after its words a date may be, in characters. */
const REACH = 150;
/** How far before « terme de rigueur » a date may be, and how much text may follow a label whose date is below, in characters. */
const BEFORE = 80;
const SHORT_REST = 60;
const DAY =
  /\d{1,2}(?:\s*er)?\s+(?:janv|fevr|mars|avr|mai\b|juin|juil|aout|sept|oct|nov|dec)[a-z]*\.?\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}/;
/** A former date, and the words that introduce the new one. */
const FORMER = /initialement|anciennement|precedemment/;
const MOVED = /(?:report|repouss|prolong|prorog|decal|differ)\w*[^.;]{0,40}?\b(?:au|a)\b/;
const WEEKDAY = /(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+(?:le\s+)?$/;
const HOUR = /\b(\d{1,2})\s*(?::|heures?|hrs?\b|h)\s*(\d{2})?(?!\d)|\bmidi\b/;
/** Between a day and its hour: few words, about nothing else. */
const BETWEEN =
  /^[\s.,;:()|–-]*(?:(?:a|avant|au plus tard|dernier delai|heures?|limite|reception|depot|locale|local|time|terme de rigueur|delai de rigueur|imperativement|precises?|le|de|remise|des|offres|plis|-|\(|\))[\s.,;:()|–-]*){0,6}$/;

interface Told {
  readonly quote: Quote;
  readonly day: string | null;
  /** Local hour "12:00"; `null` when no hour is written. */
  readonly hour: string | null;
  readonly said: "paris" | "elsewhere" | null;
  /** « Heure locale : 12:00 »: the words of a European form, the same for every buyer. */
  readonly isOfForm: boolean;
  readonly ofCandidatures: boolean;
}

/** The deadline of a document; `null` when it gives none. */
export function deadlineOf(segments: readonly Segment[], notice: readonly NoticeDeadline[]): DeadlineRead | null {
  if (notice.length > 0) return ofNotice(notice);
  const told = toldIn(segments);
  const [first] = told;
  if (first === undefined) return null;
  const withHour = told.filter(({ hour }) => hour !== null);
  const candidatures = withHour.filter(({ ofCandidatures }) => ofCandidatures);
  const kept = candidatures.length > 0 && !agree(withHour) ? candidatures : withHour;
  const phase = (kept.length > 0 ? kept : told).every(({ ofCandidatures }) => ofCandidatures) ? { phase: "candidatures" as const } : {};
  const best = kept[0] ?? first;
  const days = new Set([...told, ...kept].map(({ day }) => day));
  const day = days.size === 1 && best.day !== null ? { day: best.day } : {};
  if (kept.length === 0)
    return { iso: null, clock: null, ...first.quote, ...day, ...phase, doubt: first.day === null ? "weekday" : "dayOnly" };
  if (!agree(kept)) return { iso: null, clock: null, ...best.quote, ...day, ...phase, doubt: "several" };
  if (best.day === null) return { iso: null, clock: null, ...best.quote, ...phase, doubt: "weekday" };
  if (phase.phase === undefined && segments.some((segment) => saysAnother(segment, best)))
    return { iso: null, clock: null, ...best.quote, ...phase, doubt: "several" };
  return { ...clocked(segments, kept, best), ...best.quote, day: best.day, ...phase };
}

/** Dates after words that announce a deadline; without any, dates in sentences, unless the document refers to another place. */
function toldIn(segments: readonly Segment[]): Told[] {
  const labelled = segments.flatMap((_, index) => toldAt(segments, index));
  return labelled.length > 0 || segments.some(({ plain }) => ELSEWHERE.test(plain)) ? labelled : segments.flatMap(toldInSentences);
}

const EVERY_DAY = new RegExp(DAY, "g");
const HANDED_IN = rule(`\\b${THINGS}\\b`);
const RECEIVED = /adress|recu|recept|remi[st]|remet|depos|depot|parven|transm|limite|cloture|attendu/;

/** « Date limite : voir la page de la consultation » */
const ELSEWHERE =
  /limites?[^.;]{0,60}\b(?:voir|cf|(?:indiquee|mentionnee|precisee|portee|inscrite|fixee)s? (?:en|sur|dans|a la|au)|figur\w+ (?:en|sur|dans|a la|au))\b/;
/** Another consultation, or a former deadline. */
const BYGONE = /annul|etai(?:t|ent)|avai(?:t|ent)|precedent|ancien/;

/** Without a known label: a sentence about submitting an offer, with a day and an hour. */
function toldInSentences(segment: Segment): Told[] {
  const standing = datedSentences(segment).filter(({ sentence }) => !BYGONE.test(sentence));
  return standing.map(({ written, hour, at, sentence }) => {
    return {
      quote: quoteOf(segment, at, hour.end),
      day: instantsIn(written)[0]?.day ?? null,
      hour: hour.told,
      said: clockSaid(segment, Math.max(0, at - 40), hour.end, 90),
      isOfForm: false,
      ofCandidatures: /candidature|demandes? de participation/.test(sentence) && !/\boffres?\b/.test(sentence),
    };
  });
}

/** The days and hours in sentences about submitting an offer. */
function datedSentences({ plain, text }: Segment) {
  return [...plain.matchAll(EVERY_DAY)].flatMap(({ index, 0: written }) => {
    const weekday = WEEKDAY.exec(plain.slice(0, index))?.[0] ?? "";
    const hour = hourBehind(plain, index + written.length) ?? hourBefore(plain.slice(0, index - weekday.length), index + written.length);
    if (hour === null) return [];
    const [from, to] = sentenceAround(text, index, hour.end);
    const sentence = plain.slice(from, to);
    const isOther = !HANDED_IN.test(sentence) || !RECEIVED.test(sentence) || OTHER.test(sentence) || FORMER.test(sentence);
    return isOther ? [] : [{ written: `${weekday}${written}`, hour, at: index, sentence }];
  });
}

/** True when a sentence about submitting an offer, without a known label, has another day and hour. */
function saysAnother(segment: Segment, best: Told): boolean {
  return datedSentences(segment).some(({ written, hour }) => {
    const day = instantsIn(written)[0]?.day ?? null;
    return day !== null && (day !== best.day || hour.told !== best.hour);
  });
}

function agree(told: readonly Told[]): boolean {
  return new Set(told.map(({ day, hour }) => `${day} ${hour}`)).size <= 1;
}

function ofNotice(notice: readonly NoticeDeadline[]): DeadlineRead {
  const candidatures = notice.filter(({ isOfCandidatures }) => isOfCandidatures);
  const kept = candidatures.length > 0 ? candidatures : notice;
  const [first] = kept;
  const phase = candidatures.length > 0 ? { phase: "candidatures" as const } : {};
  const quote = { quote: first?.quote ?? "", page: null };
  if (kept.length > 1) return { iso: null, clock: null, ...quote, ...phase, doubt: "several" };
  if (first?.iso == null)
    return { iso: null, clock: null, ...quote, ...phase, doubt: "dayOnly", ...(first === undefined ? {} : { day: first.day }) };
  const isParis = instantsIn(`${first.day} ${first.iso.slice(11, 16)}`).some(({ instant }) => instant === first.iso);
  return { iso: first.iso, clock: isParis ? "paris" : "local", day: first.day, ...quote, ...phase };
}

/** The deadlines in a segment and the two below it. */
function toldAt(segments: readonly Segment[], index: number): Told[] {
  const segment = segments[index];
  if (segment === undefined) return [];
  const below = segments.slice(index + 1, index + 3).filter(({ page }) => page === segment.page);
  const found: Told[] = [];
  for (const label of LABELS) {
    for (const match of segment.plain.matchAll(label)) {
      const told = behind(segment, below, match.index, match.index + match[0].length);
      if (told !== null) found.push(told.hour === null ? { ...told, hour: hourAbove(segments[index - 1]) } : told);
    }
  }
  return found;
}

/** The text in which a label's date is searched. */
interface Window {
  readonly plain: string;
  readonly text: string;
}

function windowOf(segment: Segment, below: readonly Segment[], start: number, end: number): Window {
  // « Le vendredi 7 novembre 2025 à 12 h (terme de rigueur) »: the words come after the date.
  if (/rigueur$/.test(segment.plain.slice(start, end))) {
    const from = Math.max(0, start - BEFORE);
    return { plain: segment.plain.slice(from, start), text: segment.text.slice(from, start) };
  }
  // A sentence that ends without a date gives none; a label continues below.
  const isOpen = !/[.;]\s*$/.test(segment.plain.slice(end)) || /^heures? limites?/.test(below[0]?.plain ?? "");
  const goesOn = isOpen && segment.plain.length - end < SHORT_REST;
  const parts = (part: "plain" | "text") => [
    segment[part].slice(end, end + REACH),
    ...(goesOn ? below.map((next) => next[part].slice(0, REACH)) : []),
  ];
  return { plain: parts("plain").join("\n"), text: parts("text").join("\n") };
}

/** « initialement fixée au 15 janvier, est reportée au 29 janvier »: the text after the last words of change. */
function movedBehind({ plain, text }: Window): Window {
  const moved = MOVED.exec(plain);
  const from = moved === null ? 0 : moved.index + moved[0].length;
  return { plain: plain.slice(from), text: text.slice(from) };
}

function behind(segment: Segment, below: readonly Segment[], start: number, end: number): Told | null {
  const label = segment.plain.slice(Math.max(0, start - 60), end);
  if (OTHER.test(segment.plain.slice(Math.max(0, start - 40), end))) return null;
  const { plain, text } = movedBehind(windowOf(segment, below, start, end));
  const date = DAY.exec(plain);
  if (date === null || date.index > REACH || FORMER.test(plain.slice(0, date.index)) || OTHER.test(plain.slice(0, date.index))) return null;
  const after = date.index + date[0].length;
  const weekday = WEEKDAY.exec(plain.slice(0, date.index))?.[0] ?? "";
  const hour = hourBehind(plain, after) ?? hourBefore(plain.slice(0, date.index - weekday.length), after);
  const written = `${weekday}${date[0]}`;
  // Digits that are no day are no date; a weekday that contradicts one leaves a doubt.
  if (weekday === "" && instantsIn(written).every(({ day }) => day === null)) return null;
  const about = label + plain.slice(0, date.index);
  return {
    quote: quoteOfDate(segment, below, date[0], start, end),
    day: instantsIn(written)[0]?.day ?? null,
    hour: hour?.told ?? null,
    said: clockSaid({ plain, text }, Math.max(0, date.index - 40), hour?.end ?? after, hour === null ? 40 : 90),
    isOfForm: /(?:heure locale|local time) ?:/.test(plain),
    ofCandidatures: /candidature|demandes? de participation/.test(about) && !/\boffres?\b|tenders/.test(about),
  };
}

/** The clock named around an hour that ends at `end`, « 16 h 00 (Paris) » included. */
function clockSaid({ plain, text }: Window, from: number, end: number, reach: number): Told["said"] {
  if (/^\W{0,3}paris\)/.test(plain.slice(end))) return "paris";
  const clocks = clocksIn(text.slice(from, end + reach), true);
  return clocks.find(({ of }) => of === "paris")?.of ?? clocks[0]?.of ?? null;
}

/** « Heure limite : 12 h 00 », alone on the line before its date. */
function hourAbove(above: Segment | undefined): string | null {
  const [, written] = /^heures? limites?[^.;]{0,60}?: ?(\d.*)$/.exec(above?.plain ?? "") ?? [];
  const hour = HOUR.exec(written ?? "");
  return hour === null ? null : toldHour(hour);
}

function toldHour([, hours = "12", minutes = "00"]: RegExpExecArray): string {
  return `${hours.padStart(2, "0")}:${minutes}`;
}

/** « à 16 h 00 le 12 mars »: an hour directly before its day. */
function hourBefore(before: string, end: number): { readonly told: string; readonly end: number } | null {
  const [, written] = /(?:^|\s)(\d{1,2}\s*(?::|heures?|h)\s*(?:\d{2})?)[\s,]*(?:le|du)?\s*$/.exec(before) ?? [];
  const hour = HOUR.exec(written ?? "");
  return hour === null ? null : { told: toldHour(hour), end };
}

/** "12:00" for an hour after its day, with few words between. */
function hourBehind(plain: string, after: number): { readonly told: string; readonly end: number } | null {
  const hour = HOUR.exec(plain.slice(after, after + 70));
  if (hour === null || !BETWEEN.test(plain.slice(after, after + hour.index))) return null;
  return { told: toldHour(hour), end: after + hour.index + hour[0].length };
}

function quoteOfDate(segment: Segment, below: readonly Segment[], date: string, start: number, end: number): Quote {
  const at = segment.plain.indexOf(date);
  if (at >= 0) return quoteOf(segment, at, at + date.length);
  const next = below.find(({ plain }) => plain.includes(date));
  const place = next?.plain.indexOf(date) ?? 0;
  return next === undefined ? quoteOf(segment, start, end) : quoteOf(next, place, place + date.length);
}

/** Each territory's offset from UTC; none has summer time. */
const TERRITORIES: readonly (readonly [pattern: RegExp, offset: string])[] = [
  [/\b974\d{0,2}\b|reunion/, "+04:00"],
  [/\b976\d{0,2}\b|mayotte|mamoudzou|dzaoudzi/, "+03:00"],
  [/\b97[12]\d{0,2}\b|guadeloupe|martinique|fort[ -]de[ -]france|pointe[ -]a[ -]pitre|antilles/, "-04:00"],
  [/\b973\d{0,2}\b|guyane|cayenne|kourou/, "-03:00"],
];
const ON_CLOCKS = /fuseau|gmt|utc|heures? (?:legale |locale |de |d')|horloge|horodat/;
/** Where a document shows its buyer: its first segments, and the court for disputes. */
const HEAD_SEGMENTS = 60;

function clocked(segments: readonly Segment[], kept: readonly Told[], best: Told): Pick<DeadlineRead, "iso" | "clock" | "doubt"> {
  const offsetless = `${best.day}T${best.hour}`;
  const paris = instantsIn(`${best.day} ${best.hour}`)[0]?.instant ?? null;
  const overseas = overseasOf(segments);
  const saysParis = kept.some(({ said }) => said === "paris");
  if (saysParis) return { iso: paris, clock: "paris" };
  if (kept.some(({ said }) => said === "elsewhere")) {
    if (overseas !== null) {
      const offset = TERRITORIES.find(([pattern]) => pattern.test(overseas))?.[1];
      return offset === undefined
        ? { iso: null, clock: "local", doubt: "otherClock" }
        : { iso: `${offsetless}:00${offset}`, clock: "local" };
    }
    // On a form, the local time of a buyer in metropolitan France is that of Paris; a buyer who writes these words may be anywhere.
    return kept.every(({ said, isOfForm }) => said !== "elsewhere" || isOfForm)
      ? { iso: paris, clock: "implicit" }
      : { iso: null, clock: null, doubt: "otherClock" };
  }
  const elsewhereSaid = segments.filter(({ plain }) => ON_CLOCKS.test(plain)).flatMap(({ text }) => clocksIn(text, false));
  if (elsewhereSaid.some(({ of }) => of === "paris")) return { iso: paris, clock: "paris" };
  if (overseas === null) return { iso: paris, clock: "implicit" };
  return { iso: offsetless, clock: "unstated" };
}

/** The folded words that show that the buyer is overseas; `null` when none does. */
function overseasOf(segments: readonly Segment[]): string | null {
  const department = /(?:dept\.|departement\(s\) de publication) ?: ?(97\d)/;
  for (const [index, { text, plain }] of segments.entries()) {
    const number = department.exec(plain)?.[1];
    if (number !== undefined) return number;
    if (index > HEAD_SEGMENTS && !/tribunal administratif|adresse|code postal|postal code/.test(plain)) continue;
    const said = overseasIn(text);
    if (said !== null) return plain.includes("97") ? plain : unaccented(said).toLowerCase();
  }
  return null;
}
