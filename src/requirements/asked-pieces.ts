/** The pieces that a document asks of every candidate, with the offer, or of the winner alone, each quoted where first asked. Pure. */

import { lotsLimiting } from "./lots.ts";
import { type AskedMatter, type AskedPiece, OFFER_WORDS, PIECE_RULES, type PieceRule } from "./piece-rules.ts";
import { type Quote, quoteOf, type Segment, sentenceAround } from "./segments.ts";
import { NUMBER, numberOf, rule } from "./words.ts";
import { type Zoned, zonesOf } from "./zones.ts";

export interface Asked extends Quote {
  readonly piece: AskedPiece;
  readonly what?: AskedMatter;
  /** "moins de 3 mois". */
  readonly age?: string;
  /** For how many past years. */
  readonly years?: number;
  /** Accepted instead. */
  readonly or?: readonly AskedPiece[];
  /** « ou équivalent ». */
  readonly equivalent?: true;
  /** The words that limit it to some candidates. */
  readonly condition?: string;
  /** Each member of a groupement gives its own. */
  readonly perMember?: true;
  /** The lots that ask for it; absent for all lots. */
  readonly lots?: readonly string[];
}

/** A piece of the offer; `piece` is absent when the catalogue has none. */
export type AskedOffer = Quote & { readonly piece?: AskedPiece };

export interface AskedPieces {
  readonly candidature: Asked[];
  readonly offre: AskedOffer[];
  readonly attributaire: Asked[];
}

/** Everything asked for, list by list. */
export function askedPiecesOf(segments: readonly Segment[]): AskedPieces {
  const zoned = zonesOf(segments, (plain) =>
    PIECE_RULES.some(({ pattern, within }) => within.some((list) => list !== "offre") && pattern.test(plain)),
  );
  const found = { candidature: new Map<string, Asked>(), attributaire: new Map<string, Asked>() };
  const offers: AskedOffer[] = [];
  const lotsAt = lotsOfLists(zoned);
  for (const [index, one] of zoned.entries()) {
    for (const { rule: asked, at, end } of demandsOf(one)) {
      const list = one.zone === "attributaire" ? found.attributaire : one.zone === "offre" ? null : found.candidature;
      if (list === null) {
        if (!offers.some(({ piece }) => piece === asked.piece)) offers.push({ piece: asked.piece, ...quoteOf(one.segment, at, end) });
      } else {
        const key = [asked.piece, asked.what].join();
        const lots = lotsOf(one.segment, at, end) ?? lotsAt[index] ?? null;
        const before = list.get(key);
        list.set(key, before === undefined ? withLots(askedOf(asked, one.segment, at, end), lots) : alsoFor(before, lots));
      }
    }
    if (one.zone === "offre" && !one.isOpener) {
      const other = OFFER_WORDS.exec(one.segment.plain);
      if (other !== null && one.segment.isItem) {
        const quote = quoteOf(one.segment, other.index, other.index + other[0].length);
        if (!offers.some((offer) => offer.quote === quote.quote && offer.page === quote.page)) offers.push(quote);
      }
    }
  }
  const members = perMember(zoned);
  const candidature = [...found.candidature.values()].map((asked): Asked => (members(asked) ? { ...asked, perMember: true } : asked));
  return { candidature, offre: offers, attributaire: [...found.attributaire.values()] };
}

/** The lots named in the sentence of a demand, or in the first cell of its row. */
function lotsOf({ text, head }: Segment, at: number, end: number): string[] | null {
  const [from, to] = sentenceAround(text, at, end);
  return lotsLimiting(text.slice(from, to)) ?? (at >= head ? lotsLimiting(text.slice(0, head)) : null);
}

/** « Pour le lot 2 : » limits the list that it opens, until another list opens. */
function lotsOfLists(zoned: readonly Zoned[]): (string[] | null)[] {
  let open: string[] | null = null;
  let of: Zoned["zone"] = "none";
  return zoned.map(({ segment: { text, isItem }, zone, isOpener }) => {
    const opens = /:\s*$/.test(text) || (!isItem && text.length < HEADING_LENGTH && /^\W*(?:pour )?(?:les? |le )?lots?\b/i.test(text));
    if (opens) open = lotsLimiting(text);
    else if (isOpener || zone !== of || (!isItem && /[.]\s*$/.test(text))) open = null;
    of = zone;
    return opens ? null : open;
  });
}

function withLots(asked: Asked, lots: string[] | null): Asked {
  return lots === null ? asked : { ...asked, lots };
}

/** Merges two demands for one piece: the lots of both, or all when one of them names none. */
function alsoFor({ lots, ...asked }: Asked, more: string[] | null): Asked {
  return lots === undefined || more === null ? asked : { ...asked, lots: [...new Set([...lots, ...more])] };
}

interface Demand {
  readonly rule: PieceRule;
  readonly at: number;
  readonly end: number;
}

const ASKED_OF = rule(
  "candidat|soumissionnaire|entreprise|groupement|societe|personnes? morales?|operateurs? economiques?|\\bils?\\b|\\belles?\\b",
);
const ASKS = rule(
  "produi|fourni|remet|remis|transmet|transmis|joindre|joint|utilis|rempli|present|complet|renseign|accept|peut|peuvent|devra|doit|oui\\b",
);
const REFUSES = rule(
  "ne (?:sont|seront|sera|doivent|doit|devront|devra|pas)[^.;]{0,30}(?:exige|demande|requis|produi|fourni|remi|joindre)\\w*\\b(?! qu[e'])|(?:n'exige|ne demande|ne reclame)\\w* pas|(?:se procure|obtient|recupere)\\w* (?:lui|elle)-meme|n'(?:est|ont|a|etant) pas[^.;]{0,25}(?:exige|demande|requis|tenu|a fournir|a produire)|aucun[^.;]{0,30}(?:exige|demande|requis)",
);

/** The demands of a segment: one for each rule, from its first valid sentence. */
function demandsOf({ segment, zone, isOpener }: Zoned): Demand[] {
  if (zone === "dossier") return [];
  const { plain, head } = segment;
  // In a row that opens a list, the first cell asks for nothing; the others do.
  const first = isOpener && head < plain.length ? head : 0;
  return PIECE_RULES.flatMap((one): Demand[] => {
    if (zone === "none" ? one.anywhere !== true : !one.within.includes(zone)) return [];
    for (const match of matchesFrom(one.pattern, plain, first)) {
      const end = match.index + match[0].length;
      const [from, to] = sentenceAround(segment.text, match.index, end);
      const sentence = plain.slice(from, to);
      if (one.not?.test(sentence) || REFUSES.test(sentence)) continue;
      if (one.and !== undefined && !one.and.test(sentence)) continue;
      if (EXAMPLES.test(plain.slice(from, match.index))) continue;
      // Outside lists, and in the words that open one, only a sentence that asks for a piece is a demand.
      if (zone === "none" && !(ASKS.test(sentence) && ASKED_OF.test(sentence))) continue;
      if (isOpener && !isTold(sentence, segment, match.index)) continue;
      return [{ rule: one, at: match.index, end }];
    }
    return [];
  });
}

/** Pieces named as examples are not demanded. */
const EXAMPLES = rule("(?:a titre d'exemple|par exemple|exemples?)[^.;]{0,200}$");

function matchesFrom({ source }: RegExp, plain: string, from: number): IterableIterator<RegExpExecArray> {
  const pattern = new RegExp(source, "g");
  pattern.lastIndex = from;
  return plain.matchAll(pattern);
}

/** A heading that is also the piece: « 8.1 DC1 : remplir toutes les rubriques », « La candidature comprend : le DC1 »; not a form's own. */
function isTold(sentence: string, { text, plain, head }: Segment, at: number): boolean {
  if (/^\s*[ivx]{1,4}\.\d/.test(plain)) return false;
  return at >= head || plain.slice(0, at).includes(":") || (ASKS.test(sentence) && text.length > HEADING_LENGTH);
}

/** The longest heading, in characters. */
const HEADING_LENGTH = 60;

const AGE = rule(`(?:de |datant de |date de |dates de )?moins de ${NUMBER} (mois|ans?)`);
const YEARS = [
  rule(`(?:des|les|aux|ces|sur|pour) ${NUMBER} (?:derni\\w+ |exercices? |annees? )`),
  rule(`derni\\w+ ${NUMBER} (?:annees|exercices|ans)`),
];
const CONDITION = rule("(?:le cas echeant|si le candidat [^,.;:]{3,80}|s'il [^,.;:]{3,80}|en cas de [^,.;:]{3,60}|lorsque [^,.;:]{3,80})");

function askedOf(asked: PieceRule, segment: Segment, at: number, end: number): Asked {
  const [from, to] = sentenceAround(segment.text, at, end);
  const sentence = segment.plain.slice(from, to);
  const behind = segment.plain.slice(at, to);
  const age = /^(?:immatriculation|attestationVigilance|attestationFiscale|avisInsee|cibtp|assurance|rcPro|decennale)$/.test(asked.piece)
    ? AGE.exec(behind)
    : null;
  const years = /^(?:autre|bilans|references|dc2)$/.test(asked.piece)
    ? numberOf(YEARS.map((pattern) => pattern.exec(behind)?.[1]).find((it) => it !== undefined))
    : null;
  const or = asked.or?.filter(({ pattern }) => pattern.test(sentence)).map(({ piece }) => piece) ?? [];
  const condition = CONDITION.exec(sentence);
  return {
    piece: asked.piece,
    ...(asked.what === undefined ? {} : { what: asked.what }),
    ...quoteOf(segment, at, end),
    ...(age === null
      ? {}
      : { age: segment.text.slice(at + age.index, at + age.index + age[0].length).replace(/^(?:datant |date |dates )?de /i, "") }),
    ...(years === null ? {} : { years }),
    ...(or.length === 0 ? {} : { or }),
    ...(/ou (?:document )?equivalent/.test(behind.slice(0, 160)) ? { equivalent: true as const } : {}),
    ...(condition === null ? {} : { condition: segment.text.slice(from + condition.index, from + condition.index + condition[0].length) }),
  };
}

const EACH_MEMBER = rule(
  "(?:chaque|chacun des|tous les) (?:membres?|co-?traitants?)[^.]{0,120}(?:produi|fourni|remet|transmet|present|complet)|(?:produi|fourni|remi|complet)\\w*[^.]{0,60}(?:par|pour) (?:chaque|chacun des|tous les) (?:membres?|co-?traitants?)",
);

/** Whether a piece is asked of each member: said for all pieces, or in its own sentence. A DC1 is often for the group only. */
function perMember(zoned: readonly Zoned[]): (asked: Asked) => boolean {
  const said = zoned.find(({ segment, zone }) => zone !== "attributaire" && EACH_MEMBER.test(segment.plain))?.segment.plain;
  const alone = said !== undefined && /(?:exception|hors|sauf)[^.]{0,60}dc ?1/.test(said);
  return ({ piece }) => said !== undefined && !(piece === "dc1" && alone) && !(piece === "dume" && alone);
}
