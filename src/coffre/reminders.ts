/** Which documents are about to expire, and where to obtain the next one. Pure: the caller shows the reminders and remembers their ids. */
import type { CoffrePiece } from "../domain/coffre.ts";
import { type PieceDefinition, pieceOf } from "../domain/pieces.ts";
import { daysBetween } from "../domain/time.ts";
import { type Day, type RuleId, validityOf } from "../domain/validity.ts";

/** How many days before the end the person is reminded, longest first. */
export const REMINDER_DAYS = [30, 15, 3] as const;

export interface Reminder {
  /** Stable for one document, end and delay, so that each reminder is shown once. */
  readonly id: string;
  readonly piece: CoffrePiece;
  readonly until: Day;
  readonly daysLeft: number;
  readonly obtainAt: PieceDefinition["obtainAt"];
}

/** Rules of documents that expire and take time to obtain again. An extract of a register takes a minute. */
const REMINDED: ReadonlySet<RuleId> = new Set<RuleId>([
  "vigilance",
  "fiscale",
  "msa",
  "congesPayes",
  "probtp",
  "carteTp",
  "certificat",
  "certificatTroisAns",
  "opqibi",
  "assurance",
]);

/**
 * The reminders due today, the most pressing first. After missed days only the shortest delay is shown.
 * A document replaced by a longer one of the same kind and company is not reminded.
 */
export function remindersOf(pieces: readonly CoffrePiece[], today: Day): Reminder[] {
  const usable = pieces.filter(({ confirmed, otherSiren }) => confirmed && otherSiren === undefined);
  const ends = usable.flatMap((piece) => {
    const { rule, until } = validityOf(piece, today);
    return until !== undefined && REMINDED.has(rule) && until >= today ? [{ piece, until }] : [];
  });
  return ends
    .flatMap(({ piece, until }): Reminder[] => {
      const daysLeft = daysBetween(today, until);
      const delay = REMINDER_DAYS.findLast((days) => daysLeft <= days);
      if (delay === undefined) return [];
      if (ends.some((other) => other.until > until && slotOf(other.piece) === slotOf(piece))) return [];
      return [{ id: `${piece.id} ${until} ${delay}`, piece, until, daysLeft, obtainAt: pieceOf(piece.kind).obtainAt }];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft || a.id.localeCompare(b.id));
}

/** A key shared by documents that replace each other: same company and kind, and same title for kinds with several. */
function slotOf({ siren, kind, title }: CoffrePiece): string {
  return pieceOf(kind).several === true ? `${siren} ${kind} ${title}` : `${siren} ${kind}`;
}
