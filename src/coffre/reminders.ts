/** Which documents are about to end, and where the next one is obtained. Pure: whoever wakes up asks, shows, and remembers the ids. */
import type { CoffrePiece } from "../domain/coffre.ts";
import { type PieceDefinition, pieceOf } from "../domain/pieces.ts";
import { daysBetween } from "../domain/time.ts";
import { type Day, type RuleId, validityOf } from "../domain/validity.ts";

/** Days before the end at which the person is told, the farthest first. */
export const REMINDER_DAYS = [30, 15, 3] as const;

export interface Reminder {
  /** The same for the same document, end and delay: told once, never again. */
  readonly id: string;
  readonly piece: CoffrePiece;
  readonly until: Day;
  readonly daysLeft: number;
  readonly obtainAt: PieceDefinition["obtainAt"];
}

/** What loses its worth at a date and takes time to obtain again; an extract of a register is had in a minute. */
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
 * The reminders due today, the most pressing first. Missed days are caught up: after a month away only the nearest delay is told.
 * A document that a longer one of the same kind and company replaces is not reminded.
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

/** What a document takes the place of: the others of its kind and company, of its title too where several are carried. */
function slotOf({ siren, kind, title }: CoffrePiece): string {
  return pieceOf(kind).several === true ? `${siren} ${kind} ${title}` : `${siren} ${kind}`;
}
