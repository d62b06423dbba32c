/**
 * After the deposit: the proofs that a buyer may ask the winner for, with their validity on that day, and the certificates that
 * a running contract asks for again every six months. The buyer's letter prevails over this list. Pure.
 */
import type { Award, Contract } from "../domain/award.ts";
import type { KeptConsultation } from "../domain/kept-consultation.ts";
import { inCodeOrder } from "../domain/order.ts";
import { partyId } from "../domain/party.ts";
import type { PieceKind } from "../domain/pieces.ts";
import { REFERENCES, type Reference } from "../domain/references.ts";
import { addMonths, daysBetween, parisDay } from "../domain/time.ts";
import { type DatedPiece, judgingDays, validityOf } from "../domain/validity.ts";
import { deadlineDayOf, momentOf } from "./list.ts";

/**
 * One proof: any of its kinds will do. `without`: what is said of a company that has no such document; `null`: the proof is not asked of it,
 * as far as is known.
 */
interface Proof {
  readonly kinds: readonly [PieceKind, ...PieceKind[]];
  readonly without: "missing" | "ifAny" | null;
  readonly reference: Reference;
}

/** In the order in which they are asked. The extract of the register is left out: the SIREN is enough. */
const PROOFS: readonly Proof[] = [
  { kinds: ["attestationFiscale"], without: "missing", reference: REFERENCES.certificatsImpots },
  { kinds: ["attestationVigilance", "msa"], without: "missing", reference: REFERENCES.documentsTravail },
  { kinds: ["listeSalariesEtrangers"], without: "ifAny", reference: REFERENCES.documentsTravail },
  { kinds: ["cibtp", "cnetp"], without: null, reference: REFERENCES.certificatsImpots },
  { kinds: ["decennale"], without: null, reference: REFERENCES.decennale },
  { kinds: ["jugementRedressement"], without: null, reference: REFERENCES.jugements },
];

/** `holds` on that day · `toCheck` uncertain · `dead` expired by then · `missing` · `ifAny`: missing, if it has such employees. */
export interface ProofLine<Piece> {
  readonly kinds: Proof["kinds"];
  readonly state: "holds" | "toCheck" | "dead" | "missing" | "ifAny";
  /** The document that lasts longest; absent when there is none. */
  readonly piece?: Piece;
  readonly until?: string;
  readonly reference: Reference;
}

/**
 * The winner's proofs and their state on a day.
 * @param pieces those of the company
 * @param on the judging day, "2026-12-31"
 */
export function awardPack<Piece extends DatedPiece>(pieces: readonly Piece[], on: string): ProofLine<Piece>[] {
  return PROOFS.flatMap(({ kinds, without, reference }): ProofLine<Piece>[] => {
    const own = pieces.filter(({ kind }) => kinds.includes(kind));
    const [best] = own.map((piece) => ({ piece, ...judged(piece, on) })).toSorted(byUse);
    if (best !== undefined) return [{ kinds, reference, ...best }];
    return without === null ? [] : [{ kinds, reference, state: without }];
  });
}

const USE = { holds: 0, toCheck: 1, dead: 2 } as const;

function judged(piece: DatedPiece, on: string): { readonly state: keyof typeof USE; readonly until?: string } {
  const { status, until } = validityOf(piece, on);
  const state = status === "expired" ? "dead" : status === "valid" || status === "expiringSoon" ? "holds" : "toCheck";
  return until === undefined ? { state } : { state, until };
}

function byUse(one: { state: keyof typeof USE; until?: string }, other: typeof one): number {
  return USE[one.state] - USE[other.state] || (other.until ?? "").localeCompare(one.until ?? "");
}

/** The day on which proofs are judged: the buyer's, else the estimated one; today once it is past. */
export function awardDay(consultation: KeptConsultation, today: string): string {
  const { askedBy } = consultation.award ?? {};
  if (askedBy !== undefined) return askedBy > today ? askedBy : today;
  const { on, awardOn } = judgingDays(deadlineDayOf(consultation), today);
  return awardOn ?? on;
}

/** Months between two certificates of a running contract. */
const VIGILANCE_MONTHS = 6;
/** Stands for the company itself among those whose certificates a contract asks for. */
export const OWN = "own";

export interface VigilanceDue {
  /** A subcontractor's id (`partyId`), or {@link OWN}. */
  readonly of: string;
  readonly due: string;
}

/** A certificate given counts for its half-year, even where the contract's days were corrected afterwards. */
const NEAR_MONTHS = 3;

/**
 * The certificate that counts today, or the next one, of the company and of each subcontractor, most pressing first; none once the contract
 * is over. Counted from the contract's conclusion: the company's own first one was among the winner's proofs. Of several that were missed,
 * the last is due: it stands for those before.
 * @param today "2026-12-04", Europe/Paris
 */
export function vigilanceDue({ from, until, subcontractors, given }: Contract, today: string): VigilanceDue[] {
  if (until !== undefined && until < today) return [];
  const parties = [{ of: OWN, from, first: 1 }, ...subcontractors.map((one) => ({ of: partyId(one), from: one.from, first: 0 }))];
  return parties
    .flatMap(({ of, from: start, first }): VigilanceDue[] => {
      const last = given.filter((one) => one.of === of).reduce((latest, { due }) => (due > latest ? due : latest), "");
      const covered = last === "" ? "" : addMonths(last, NEAR_MONTHS);
      const dayAt = (rank: number) => addMonths(start, rank * VIGILANCE_MONTHS);
      let rank = first;
      while (dayAt(rank) <= covered || dayAt(rank + 1) <= today) rank += 1;
      const due = dayAt(rank);
      return until !== undefined && due > until ? [] : [{ of, due }];
    })
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.of.localeCompare(b.of));
}

/** Notes that the certificate of that day was given, or received. */
export function withGiven(contract: Contract, { of, due }: VigilanceDue): Contract {
  return { ...contract, given: [...contract.given, { of, due }] };
}

/** How many days before each is due the person is reminded, longest first; once more when it is past. */
const PROOF_DAYS = [5, 2, 0] as const;
const VIGILANCE_DAYS = [15, 3, 0] as const;

/** `proofs`: asked for by the buyer · `vigilance`: a certificate of a running contract. */
export interface AfterDue {
  /** Stable for one day, so that each delay is told once. */
  readonly id: string;
  readonly what: "proofs" | "vigilance";
  readonly consultation: KeptConsultation;
  readonly day: string;
  /** For `vigilance`: the subcontractor's name; `null` for the company itself. */
  readonly who: string | null;
}

/** What consultations still ask for, most pressing first. Archived ones ask for nothing. @param today "2026-12-04", Europe/Paris */
export function afterDues(consultations: readonly KeptConsultation[], today: string): AfterDue[] {
  return consultations
    .filter(({ archived, award }) => !archived && award !== undefined)
    .flatMap((consultation): AfterDue[] => {
      const { askedBy, provedOn, contract }: Award = consultation.award ?? {};
      const proofs =
        askedBy === undefined || provedOn !== undefined
          ? []
          : [{ id: `proofs-${consultation.id}`, what: "proofs" as const, consultation, day: askedBy, who: null }];
      const vigilance = (contract === undefined ? [] : vigilanceDue(contract, today)).map(({ of, due }) => ({
        id: `vigilance-${consultation.id}-${of}`,
        what: "vigilance" as const,
        consultation,
        day: due,
        who: contract?.subcontractors.find((one) => partyId(one) === of)?.name ?? null,
      }));
      return [...proofs, ...vigilance];
    })
    .toSorted((a, b) => inCodeOrder(a.day, b.day) || inCodeOrder(a.id, b.id));
}

export interface AfterReminder extends AfterDue {
  /** Negative once it is past. */
  readonly daysLeft: number;
}

/** The reminders due today. @param today "2026-12-04", Europe/Paris */
export function afterReminders(consultations: readonly KeptConsultation[], today: string): AfterReminder[] {
  return afterDues(consultations, today).flatMap((due): AfterReminder[] => {
    const daysLeft = daysBetween(today, due.day);
    const delays: readonly number[] = due.what === "proofs" ? PROOF_DAYS : VIGILANCE_DAYS;
    const delay = daysLeft < 0 ? "past" : delays.findLast((days) => daysLeft <= days);
    return delay === undefined ? [] : [{ ...due, id: `${due.id} ${due.day} ${delay}`, daysLeft }];
  });
}

export interface Sections {
  /** Those whose award or contract still asks for something. */
  readonly followed: readonly KeptConsultation[];
  readonly coming: readonly KeptConsultation[];
  readonly over: readonly KeptConsultation[];
  readonly archived: readonly KeptConsultation[];
}

/** Consultations by section, in the given order; those that still ask for something are sorted by its day. */
export function sectionsOf(consultations: readonly KeptConsultation[], now: Date): Sections {
  const asking = [...new Set(afterDues(consultations, parisDay(now)).map(({ consultation }) => consultation))];
  const others = consultations.filter((one) => !one.archived && !asking.includes(one));
  return {
    followed: asking,
    coming: others.filter((one) => momentOf(one, now) !== "over"),
    over: others.filter((one) => momentOf(one, now) === "over"),
    archived: consultations.filter(({ archived }) => archived),
  };
}
