/**
 * Whether a piece is valid on a day: one rule for each kind, with the text and references that the bidder may read.
 * Pure and without dependency. `judgingDays` gives the day, the later of today and the tender's
 * deadline, and a second one, when the buyer asks the winner for proofs.
 *
 * A rule never guesses: without a date the status is `unknown`, and where buyers' customs differ it is `toCheck`.
 */
import type { PieceKind } from "./pieces.ts";
import { REFERENCES, type Reference } from "./references.ts";
import { addDays, addMonths, endOfMonth } from "./time.ts";

/** "2026-05-31", Europe/Paris. */
export type Day = string;

export const VALIDITY_STATUSES = ["valid", "expiringSoon", "expired", "toCheck", "unknown"] as const;
/**
 * `valid` on that day · `expiringSoon` valid, ends within `SOON_DAYS` of it · `expired` · `toCheck` a person must decide
 * (usages differ, not yet in force, belongs to one consultation) · `unknown` no date to judge by.
 */
export type ValidityStatus = (typeof VALIDITY_STATUSES)[number];

/** A piece that stays valid for no longer than this after the day is `expiringSoon`. */
export const SOON_DAYS = 30;
/** The presumptive winner is asked for proofs about this long after the deadline. */
export const AWARD_DAYS = 90;

/** The dates that a rule may use. `PieceRef` and `CoffrePiece` both fit. */
export interface DatedPiece {
  readonly kind: PieceKind;
  readonly issuedOn?: Day | undefined;
  /** First day of validity; for social attestations, the day « à la date du » which ends the analysed period. */
  readonly validFrom?: Day | undefined;
  readonly validUntil?: Day | undefined;
  /** Last day of a part of what it certifies: afterwards a person must say whether the rest is enough. */
  readonly partUntil?: Day | undefined;
  readonly validityBasis?: "document" | "source" | "computed" | "unknown" | undefined;
  readonly closingOn?: Day | undefined;
}

export interface Validity {
  readonly status: ValidityStatus;
  /** Last day on which the piece is valid (inclusive). Absent when unknown. */
  readonly until?: Day | undefined;
  /** Last day of a part of what the piece certifies, before `until`. */
  readonly partUntil?: Day | undefined;
  readonly rule: RuleId;
}

/**
 * The days that a rule computes for a piece. Up to `fresh` nobody disputes it; from there to `until` buyers differ;
 * after `ceiling` it has surely expired, when the exact end is not known.
 */
interface Window {
  readonly fresh?: Day;
  readonly until?: Day;
  readonly ceiling?: Day;
}

interface ValidityRule {
  /** What the bidder reads, French. */
  readonly text: string;
  readonly references: readonly Reference[];
  /** The window of a piece without an end of its own; `null`: no date to judge by. */
  readonly window: (piece: DatedPiece) => Window | null;
  /** The status of a piece whose validity depends on no date. */
  readonly timeless?: "valid" | "toCheck";
}

function endOfYear(day: Day): Day {
  return `${day.slice(0, 4)}-12-31`;
}

function endOfQuarter(day: Day): Day {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return `${day.slice(0, 4)}-${["03-31", "06-30", "09-30", "12-31"][quarter - 1]}`;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** Counted from the analysed day only, to the end of a month: the day of issue alone only gives a latest end. */
function endOfMonthAfterAnalysedDay(months: number) {
  return ({ validFrom, issuedOn }: DatedPiece): Window | null => {
    if (validFrom !== undefined) return { until: endOfMonth(addMonths(validFrom, months)) };
    return issuedOn === undefined ? null : { ceiling: endOfMonth(addMonths(issuedOn, months)) };
  };
}

/** A situation attested on the day of issue: good for `fresh`, disputed for a year, then too old. */
function situationOn(freshUntil: (issuedOn: Day) => Day) {
  return ({ issuedOn, validFrom }: DatedPiece): Window | null => {
    const day = issuedOn ?? validFrom;
    return day === undefined ? null : { fresh: freshUntil(day), until: later(freshUntil(day), addMonths(day, 12)) };
  };
}

/** For documents that alone give their end; `lastsAtMost` months after the issue they have surely expired. */
function ownEnd(lastsAtMost?: number) {
  return ({ issuedOn, validFrom }: DatedPiece): Window | null => {
    const day = validFrom ?? issuedOn;
    if (day === undefined) return null;
    return lastsAtMost === undefined ? {} : { ceiling: addMonths(day, lastsAtMost) };
  };
}

const noDate = () => null;
export const VALIDITY_RULES = {
  vigilance: {
    text: "Jusqu'à la fin du sixième mois après la date indiquée après « à la date du » (fin de la période analysée), et non du jour de téléchargement ; quelques acheteurs comptent six mois de date à date. Due à partir de 5 000 € HT, aussi par l'indépendant et l'entreprise sans salarié ; elle prouve l'emploi de travailleurs handicapés.",
    references: [REFERENCES.vigilanceUrssaf, REFERENCES.vigilanceSixMois, REFERENCES.vigilanceRenouvelee, REFERENCES.documentsTravail],
    window: endOfMonthAfterAnalysedDay(6),
  },
  fiscale: {
    text: "Admise sans réserve dans les trois mois de sa délivrance ; au-delà et dans la même année, les acheteurs diffèrent.",
    references: [REFERENCES.certificatsImpots],
    window: ({ issuedOn }) => {
      if (issuedOn === undefined) return null;
      const fresh = addMonths(issuedOn, 3);
      return { fresh, until: later(fresh, endOfYear(issuedOn)) };
    },
  },
  msa: {
    text: "Six mois, comme l'attestation de l'URSSAF ; certains acheteurs acceptent la situation au 31 décembre précédent.",
    references: [REFERENCES.msaUsage],
    window: ({ validFrom, issuedOn }) => {
      if (validFrom === undefined) return issuedOn === undefined ? null : { ceiling: addMonths(issuedOn, 12) };
      const fresh = addMonths(validFrom, 6);
      return validFrom.endsWith("-12-31") ? { fresh, until: addMonths(validFrom, 12) } : { until: fresh };
    },
  },
  congesPayes: {
    text: "Atteste de la situation au jour de son édition ; les acheteurs attendent un certificat du trimestre en cours.",
    references: [REFERENCES.congesPayes],
    window: situationOn(endOfQuarter),
  },
  probtp: {
    text: "Contrôlée chaque nuit par PRO BTP : la date portée sur le document fait foi ; les acheteurs attendent le trimestre en cours.",
    references: [REFERENCES.probtp],
    window: situationOn(endOfQuarter),
  },
  carteTp: {
    text: "Valable pour l'année civile portée sur la carte.",
    references: [REFERENCES.carteTp],
    window: ({ validFrom, issuedOn }) => {
      if (validFrom !== undefined) return { until: endOfYear(validFrom) };
      return issuedOn === undefined ? null : { ceiling: endOfYear(addMonths(issuedOn, 12)) };
    },
  },
  certificat: {
    text: "Jusqu'à la date de fin portée sur le certificat.",
    references: [REFERENCES.certificats],
    window: ownEnd(),
  },
  opqibi: {
    text: "Le certificat vaut un an ; la qualification, quatre ans avec un contrôle annuel.",
    references: [REFERENCES.opqibi],
    window: ({ issuedOn }) => (issuedOn === undefined ? null : { until: addMonths(issuedOn, 12) }),
  },
  certificatTroisAns: {
    text: "Jusqu'à la date de fin portée sur le certificat : trois ans au plus, avec un audit de surveillance.",
    references: [REFERENCES.troisAns],
    window: ownEnd(36),
  },
  extraitRegistre: {
    text: "L'usage veut un extrait de moins de trois mois ; il n'est plus exigible d'un candidat.",
    references: [REFERENCES.kbis],
    window: situationOn((day) => addMonths(day, 3)),
  },
  avisSituation: {
    text: "L'usage veut un avis de moins de trois mois.",
    references: [],
    window: situationOn((day) => addMonths(day, 3)),
  },
  comptes: {
    text: "Les trois derniers exercices clos.",
    references: [REFERENCES.renseignements],
    window: ({ closingOn }) => (closingOn === undefined ? null : { fresh: addMonths(closingOn, 36), until: addMonths(closingOn, 42) }),
  },
  assurance: {
    text: "La période garantie doit couvrir la date limite. Décennale : les activités couvertes doivent être celles du lot, et l'assurance doit encore courir à l'ouverture du chantier ; si elle finit avant, joignez le renouvellement.",
    references: [REFERENCES.decennale],
    window: ownEnd(),
  },
  banque: {
    text: "L'usage veut une déclaration de moins de trois mois.",
    references: [],
    window: situationOn((day) => addMonths(day, 3)),
  },
  references: {
    text: "C'est la date d'exécution qui compte, non celle de l'attestation : trois dernières années, cinq pour les travaux.",
    references: [REFERENCES.renseignements],
    // The paper is issued after the works: its date says nothing about when they were done.
    window: noDate,
    timeless: "toCheck",
  },
  salariesEtrangers: {
    text: "Remise à l'attribution, puis tous les six mois pendant l'exécution.",
    references: [REFERENCES.salariesEtrangers],
    window: ({ issuedOn }) => (issuedOn === undefined ? null : { until: addMonths(issuedOn, 6) }),
  },
  sansEcheance: {
    text: "Sans échéance propre : à remplacer quand son contenu change.",
    references: [],
    window: noDate,
    timeless: "valid",
  },
  aTenirAJour: {
    text: "Sans échéance propre : vérifiez que le document est toujours celui en vigueur.",
    references: [],
    window: noDate,
    timeless: "toCheck",
  },
  parConsultation: {
    text: "Propre à une consultation : vérifiez qu'il s'agit bien de celle-ci.",
    references: [],
    window: noDate,
    timeless: "toCheck",
  },
  oeth: {
    text: "Elle atteste d'une année, que l'on déclare au printemps suivant. L'attestation de vigilance de l'URSSAF prouve la même chose.",
    references: [REFERENCES.handicap],
    window: situationOn((day) => addMonths(day, 6)),
  },
  aucune: { text: "Aucune règle connue pour cette pièce.", references: [], window: noDate },
} as const satisfies Record<string, ValidityRule>;

export type RuleId = keyof typeof VALIDITY_RULES;
export const RULE_IDS = Object.keys(VALIDITY_RULES) as RuleId[];

/** The rule of each kind; a forgotten kind does not compile. */
const RULE_OF: Record<PieceKind, RuleId> = {
  attestationVigilance: "vigilance",
  attestationFiscale: "fiscale",
  msa: "msa",
  cibtp: "congesPayes",
  cnetp: "congesPayes",
  probtp: "probtp",
  fntp: "carteTp",
  qualibat: "certificat",
  qualifelec: "certificat",
  rge: "certificat",
  opqibi: "opqibi",
  qualiopi: "certificatTroisAns",
  franceCompetences: "certificat",
  ess: "certificat",
  bio: "certificat",
  iso9001: "certificatTroisAns",
  iso14001: "certificatTroisAns",
  immatriculation: "extraitRegistre",
  avisInsee: "avisSituation",
  statuts: "aTenirAJour",
  acte: "aTenirAJour",
  pouvoir: "aTenirAJour",
  bilans: "comptes",
  banque: "banque",
  rib: "sansEcheance",
  rcPro: "assurance",
  decennale: "assurance",
  assurance: "assurance",
  cv: "sansEcheance",
  references: "sansEcheance",
  attestationsBonneExecution: "references",
  memoire: "parConsultation",
  listeSalariesEtrangers: "salariesEtrangers",
  jugementRedressement: "aTenirAJour",
  oeth: "oeth",
  dc1: "parConsultation",
  dc2: "parConsultation",
  dc4: "parConsultation",
  dume: "parConsultation",
  attri1: "parConsultation",
  candidature: "parConsultation",
  zip: "parConsultation",
  casier: "parConsultation",
  accuseDepot: "sansEcheance",
  autre: "aucune",
};

/** The dates on a document, named as in `DatedPiece`. */
export type DateField = "issuedOn" | "validFrom" | "validUntil" | "closingOn";

/** The dates that each rule uses, the deciding one first: a person is asked for these. */
const DATES_OF: Record<RuleId, readonly DateField[]> = {
  vigilance: ["validFrom", "issuedOn"],
  fiscale: ["issuedOn"],
  msa: ["validFrom", "issuedOn"],
  congesPayes: ["issuedOn", "validUntil"],
  probtp: ["issuedOn", "validUntil"],
  carteTp: ["validUntil", "validFrom"],
  certificat: ["validUntil", "validFrom", "issuedOn"],
  opqibi: ["issuedOn", "validUntil"],
  certificatTroisAns: ["validUntil", "validFrom", "issuedOn"],
  extraitRegistre: ["issuedOn"],
  avisSituation: ["issuedOn"],
  comptes: ["closingOn"],
  assurance: ["validUntil", "validFrom", "issuedOn"],
  banque: ["issuedOn"],
  references: ["issuedOn"],
  salariesEtrangers: ["issuedOn"],
  sansEcheance: [],
  aTenirAJour: [],
  parConsultation: [],
  oeth: ["issuedOn"],
  aucune: ["issuedOn", "validUntil"],
};

/** The dates to ask for a piece of this kind, the deciding one first. */
export function datesOf(kind: PieceKind): readonly DateField[] {
  return DATES_OF[RULE_OF[kind]];
}

/** Where a document's end comes from, by its known dates: written on it, counted from another date, or unknown. */
export function basisOf(piece: DatedPiece): "document" | "computed" | "unknown" {
  if (piece.validUntil !== undefined) return "document";
  return datesOf(piece.kind).some((field) => piece[field] !== undefined) ? "computed" : "unknown";
}

/** The rule of a kind, with its optional properties readable. */
export function ruleOf(kind: PieceKind): ValidityRule {
  return VALIDITY_RULES[RULE_OF[kind]];
}

/**
 * The days on which pieces are judged: the deadline, or today when that is past, and the day when the winner is asked for proofs.
 * @param deadline day of the deadline, when it is known
 */
export function judgingDays(deadline: Day | undefined, today: Day): { readonly on: Day; readonly awardOn?: Day } {
  if (deadline === undefined) return { on: today };
  const on = later(today, deadline);
  const awardOn = addDays(deadline, AWARD_DAYS);
  return awardOn > on ? { on, awardOn } : { on };
}

/**
 * Judges a piece on a day. An end written in the piece or given by the source wins over a computed one.
 * @param on the tender's deadline, or today: "2026-05-31", Europe/Paris
 */
export function validityOf(piece: DatedPiece, on: Day): Validity {
  const id = RULE_OF[piece.kind];
  const rule: ValidityRule = VALIDITY_RULES[id];
  const window = piece.validUntil === undefined ? rule.window(piece) : { until: piece.validUntil };
  const whole = { ...judged(piece, rule, window, on), rule: id };
  const { partUntil } = piece;
  if (partUntil === undefined || whole.status === "expired") return whole;
  return { ...whole, status: on > partUntil ? "toCheck" : whole.status, partUntil };
}

function judged(piece: DatedPiece, rule: ValidityRule, window: Window | null, on: Day): Omit<Validity, "rule"> {
  if (window === null) return { status: rule.timeless ?? "unknown" };

  const { fresh, until, ceiling } = window;
  const sure = fresh ?? until;
  if (sure === undefined) return { status: ceiling !== undefined && on > ceiling ? "expired" : "toCheck" };
  if (on > (until ?? sure)) return { status: "expired", until: until ?? sure };
  if (on > sure) return { status: "toCheck", until: until ?? sure };
  if (notYetInForce(piece, on) || piece.validityBasis === "unknown") return { status: "toCheck", until: sure };
  return { status: addDays(on, SOON_DAYS) > sure ? "expiringSoon" : "valid", until: sure };
}

/** A policy or a card whose period starts after the day. */
function notYetInForce(piece: DatedPiece, on: Day): boolean {
  return piece.validFrom !== undefined && piece.validFrom > on;
}
