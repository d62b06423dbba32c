/**
 * Which clock a text names: that of Paris, or another. Overseas buyers write hours in their own time: before or after the day, in brackets,
 * by a place, by a zone's name, in a sentence. Pure.
 */
import { unaccented } from "./plain.ts";

export interface Clock {
  readonly of: "paris" | "elsewhere";
  /** The words that name the clock, as written. */
  readonly said: string;
  /** Where they start in `spaced(text)`. */
  readonly start: number;
  readonly end: number;
}

/** Overseas territories and their towns, folded. Towns whose name also exists on the mainland are left out. */
const PLACES = [
  "guadeloupe|martinique|guyane|mayotte|polynesie|nouvelle[ -]caledonie|wallis|futuna|taaf\\b|terres australes|clipperton",
  "(?:saint|st)[ -]pierre[ -]et[ -]miquelon|miquelon|(?:saint|st)[ -]barth(?:elemy|s?\\b)|antilles|outre[ -]mer|ultra-?marine?s?|ocean indien",
  "cayenne|kourou|fort[ -]de[ -]france|pointe[ -]a[ -]pitre|basse[ -]terre\\b|baie[ -]mahault|les abymes|gourbeyre|schoelcher",
  "remire|maripasoula|saint[ -]laurent[ -]du[ -]maroni|mamoudzou|dzaoudzi|noumea|papeete|tahiti|moorea|mata[ -]utu|marigot|gustavia",
].join("|");
/** A « réunion » is also a meeting: the island is written with a capital. */
const REUNION = "(?:REUNION|Reunion|(?:[Ii]le|ILE) de la reunion|\\(974\\))";
const PARIS = "(?:paris|(?:france )?metropol(?:e|itaine)s?|france)\\b";

const anyCase = (letters: string) => letters.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const HOUR = "(?:heures?|horaires?|fuseaux?(?: horaires?)?|time)";
const ANY_HOUR = anyCase(HOUR);
/** Up to five words between an hour and its place: « les heures indiquées sont celles de… ». */
const WORDS = "(?: [a-z']+){0,5}?";
const OF = "[ :,([-]{1,3}(?:de |d'|a |en |du |des )?(?:la |le |l'|les )?";

const NAMES_PARIS = /paris|france|metropol/i;
const NAMES_UTC = /utc|gmt/i;
const NAMES_PLACE = new RegExp(`(?<![a-z0-9])(?:${PLACES})`, "i");
const NAMES_REUNION = /reunion|974/i;

/** Each pattern has an example above it. */
const PATTERNS: readonly Pattern[] = [
  // « l'heure du serveur fait foi, et non l'heure locale de votre poste »
  {
    of: "neither",
    pattern: /(?:et )?(?:non|pas)(?: pas)?(?: [a-z]+)? (?:l'|d'|les )?heures? (?:locales?(?: de votre \w+)?|de votre \w+)/iy,
  },
  // « heure locale (Paris) », « UTC+01:00, Bruxelles, Madrid, Paris »: an offset that Paris explains
  { of: "paris", needs: NAMES_PARIS, pattern: new RegExp(`${HOUR}(?: locales?)?${OF}${PARIS}`, "iy") },
  {
    of: "paris",
    needs: NAMES_UTC,
    pattern: /(?:utc|gmt)(?: ?[+-] ?\d{1,2}(?::?\d{2})?)?\)?[ ,:-]{0,3}(?:(?:bruxelles|copenhague|madrid|heure)(?: de)?[, ]*){0,5}paris/iy,
  },
  { of: "paris", pattern: /heures? (?:legales? )?francaises?|europe\/paris|paris time/iy },
  // « et non celles de Paris », « une autre heure que celle de la métropole »
  {
    of: "elsewhere",
    needs: NAMES_PARIS,
    pattern: new RegExp(`(?:non|pas|differ\\w+|autre)(?: [a-z']+){0,4}? (?:de |d'|a )?(?:la )?${PARIS}`, "iy"),
  },
  // « Les heures indiquées sont celles de Paris »
  {
    of: "paris",
    needs: NAMES_PARIS,
    pattern: new RegExp(
      `${HOUR} (?!(?:[a-z']+ ){0,4}(?:non|pas|loca))(?:[a-z']+ ){0,4}?(?:celles? |ceux )(?:de |d'|a )?(?:la )?${PARIS}`,
      "iy",
    ),
  },
  // « heure locale », « horaires indiqués en heure locale », « local time »
  {
    of: "elsewhere",
    needs: /loc/i,
    pattern: new RegExp(`${HOUR}${WORDS} (?:en )?loca(?:le?s?|ux)\\b|local time|\\bh(?:eure)?\\. ?loc\\b`, "iy"),
  },
  { of: "elsewhere", needs: NAMES_UTC, pattern: /(?:utc|gmt)\b(?: ?[+-] ?\d{1,2}(?::?\d{2})?)?/iy },
  {
    of: "elsewhere",
    needs: /[a-z]\/[a-z_]/i,
    pattern: /(?:africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific|etc)\/[a-z_]+(?:[+-]\d+)?/iy,
  },
  // « heure de la Guyane », « les heures indiquées sont celles de Mayotte », « Cayenne (heure) »
  { of: "elsewhere", needs: NAMES_PLACE, pattern: new RegExp(`${HOUR}${WORDS}${OF}(?:${PLACES})`, "iy") },
  { of: "elsewhere", needs: NAMES_PLACE, pattern: new RegExp(`(?:${PLACES})[ :,([-]{1,3}${HOUR}\\b`, "iy") },
  {
    of: "elsewhere",
    needs: NAMES_REUNION,
    pattern: new RegExp(`${ANY_HOUR}${WORDS}[ :,([-]{1,3}(?:(?:de|a|DE|A) )?(?:[Ll]a |LA )?${REUNION}`, "y"),
  },
  // « heure de l'acheteur », « affichées dans votre fuseau horaire »
  {
    of: "elsewhere",
    pattern: /heures? (?:de l'|du |de la )(?:acheteur|organisme|collectivite|pouvoir adjudicateur|territoire|departement|ile\b|lieu)/iy,
  },
  { of: "elsewhere", needs: /fuseau/i, pattern: /votre fuseau(?: horaire)?|fuseau horaire (?:de|du) (?!paris)(?:l'|la )?[a-z]+/iy },
  // « Paris + 4 h », « 4 heures de moins qu'à Paris »
  {
    of: "elsewhere",
    needs: NAMES_PARIS,
    pattern: new RegExp(`${PARIS}\\)? ?:? ?(?:[+-]|plus|moins) ?\\d{1,2} ?(?:h\\b|heures?)(?! ?\\d)`, "iy"),
  },
  {
    of: "elsewhere",
    needs: NAMES_PARIS,
    pattern: new RegExp(
      `\\d{1,2} ?(?:h|heures?) (?:de [a-z]+ )?(?:par rapport a|qu'a|que|sur|avec|avant|apres) (?:l'heure de |celle de )?(?:la )?${PARIS}`,
      "iy",
    ),
  },
  // « Heure de Saint-Denis »: any place: its capital distinguishes it from « heure de clôture »
  {
    of: "elsewhere",
    pattern:
      /(?:[Hh]eures?|[Hh]oraires?) (?:de |d'|du |des |a )(?:[Ll][ae] |[Ll]'|[Ll]es )?(?!Paris|France|Metropol|Remise|Depot|Reception|Cloture|Fin\b|Debut|Limite|Reponse|Ouverture|Envoi|Publication|Visite|Mise|Reunion\b|Date|Heure|Europe)[A-Z][a-z]+(?:-[A-Za-z]+)*/y,
  },
];

/** One of these stands in whatever a pattern matches. */
const NAMES_A_CLOCK = /heure|horaire|fuseau|time|utc|gmt|paris|metropol|france|h\. ?loc|[a-z]\/[a-z_]/i;

/** Patterns that are clear only next to a deadline: « 12:00, Réunion », « 12 h (local) », « 12:00 AST ». */
const BESIDE_A_DEADLINE: readonly Pattern[] = [
  { of: "elsewhere", needs: NAMES_PLACE, pattern: new RegExp(`(?:${PLACES})`, "iy") },
  { of: "elsewhere", needs: NAMES_REUNION, pattern: new RegExp(`(?:[Ll]a |LA )?${REUNION}`, "y") },
  { of: "elsewhere", needs: /loca/i, pattern: /loca(?:le?s?|ux)\b/iy },
  { of: "elsewhere", pattern: /(?:AST|GFT|RET|EAT|NCT|TAHT|MART|GAMT|WFT|PMST|PMDT|EST|EDT|CET|CEST|BST|WET)\b/y },
];

/** The text in which clocks' positions are counted: composed letters, single spaces. */
export function spaced(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ");
}

/**
 * The clocks that a text names, in order.
 * @param isDeadline true for a deadline's text, where a place's name alone is enough
 */
export function clocksIn(text: string, isDeadline: boolean): Clock[] {
  const written = spaced(text);
  const plain = unaccented(written);
  // A browser takes milliseconds to learn all the patterns, and a text needs few of them.
  const patterns = [...(NAMES_A_CLOCK.test(plain) ? PATTERNS : []), ...(isDeadline ? BESIDE_A_DEADLINE : [])].filter(
    ({ needs }) => needs === undefined || needs.test(plain),
  );
  const found: Clock[] = [];
  let read = 0;
  for (const { index: start } of plain.matchAll(/(?<![a-z0-9])[a-z0-9(]/gi)) {
    if (start < read) continue;
    const match = matchAt(plain, start, patterns);
    if (match === null) continue;
    read = match.end;
    if (match.of !== "neither") found.push({ of: match.of, said: written.slice(start, read).trim(), start, end: read });
  }
  return found;
}

interface Pattern {
  readonly of: Clock["of"] | "neither";
  /** Stands in every text that holds the pattern, and costs less to look for. */
  readonly needs?: RegExp;
  /** Sticky. */
  readonly pattern: RegExp;
}

function matchAt(text: string, start: number, patterns: readonly Pattern[]): { readonly of: Pattern["of"]; readonly end: number } | null {
  for (const { of, pattern } of patterns) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match !== null) return { of, end: start + match[0].length };
  }
  return null;
}

/** Postal codes of the overseas territories; Monaco (980) keeps the hour of Paris. */
const POSTAL_CODE = /(?<![\d.,/-])9(?:7 ?[1-8]|8 ?[4-8])\d{2}(?![\d/-]|,\d)(?! ?(?:€|eur))/i;
const ISLAND = new RegExp(`(?<![A-Za-z0-9])(?:[Ll]a |LA )?${REUNION}`);

/** The words that show that a buyer's name or address is overseas, as written; `null` when none does. */
export function overseasIn(text: string): string | null {
  const written = spaced(text);
  const plain = unaccented(written);
  const postal = POSTAL_CODE.exec(plain);
  if (postal !== null)
    return (
      written
        .slice(postal.index)
        .split(/[,;()]/)[0]
        ?.slice(0, 40)
        .trim() ?? null
    );
  const place = NAMES_PLACE.exec(plain) ?? ISLAND.exec(plain);
  return place === null ? null : written.slice(place.index, place.index + place[0].length).trim();
}
