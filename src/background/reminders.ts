/** Tells, once each, the deadlines that come near and the documents of the coffre about to end; while it is closed, that their dates cannot be read. */
import { z } from "zod";
import type { Coffre } from "../coffre/coffre.ts";
import { type Reminder, remindersOf } from "../coffre/reminders.ts";
import { type AfterReminder, afterReminders } from "../consultations/award.ts";
import { type DeadlineReminder, deadlineReminders } from "../consultations/deadlines.ts";
import type { KeptConsultation } from "../domain/kept-consultation.ts";
import { sha256Of } from "../domain/sha256.ts";
import { daysBetween, parisDay } from "../domain/time.ts";
import type { Cells } from "../store/cells.ts";

export interface ReminderDeps {
  /** Kept for good: what was told is not told again. */
  readonly local: Cells;
  readonly isWanted: () => Promise<boolean>;
  readonly isLocked: () => Promise<boolean>;
  readonly pieces: () => ReturnType<Coffre["list"]>;
  readonly consultations: () => Promise<readonly KeptConsultation[]>;
  readonly notify: (reminder: Reminder) => Promise<void>;
  readonly notifyDeadline: (reminder: DeadlineReminder) => Promise<void>;
  readonly notifyAfter: (reminder: AfterReminder) => Promise<void>;
  /** Invites to open the coffre. */
  readonly notifyLocked: () => Promise<void>;
  readonly now: () => Date;
}

/** How many are remembered: more than a year of reminders for hundreds of documents. */
const MOST_TOLD = 5_000;
/** How often, at most, a reminder says that the coffre is closed. */
const LOCKED_DAYS = 7;

/**
 * Outside the coffre lie only the marks of what was told, which say nothing without the document itself, and the last day on which its
 * dates were read or the person was invited to open it.
 */
const toldCell = (local: Cells) => local("reminders-told", z.array(z.string()), [], []);
const lookedCell = (local: Cells) => local("reminders-looked", z.string().nullable(), null, []);

/** Shows what is due today. A reminder counts as told once it was shown: one that failed is tried again. Deadlines do not wait for the coffre. */
export async function remind(deps: ReminderDeps): Promise<void> {
  if (!(await deps.isWanted())) return;
  const now = deps.now();
  const today = parisDay(now);
  const told = toldCell(deps.local);
  const tell = async (mark: string, show: () => Promise<void>) => {
    if ((await told.read()).includes(mark)) return;
    await show();
    await told.update((before) => [...before, mark].slice(-MOST_TOLD));
  };
  const consultations = await deps.consultations();
  for (const reminder of deadlineReminders(consultations, now))
    await tell(await hashed(`deadline ${reminder.id}`), () => deps.notifyDeadline(reminder));
  for (const reminder of afterReminders(consultations, today))
    await tell(await hashed(`after ${reminder.id}`), () => deps.notifyAfter(reminder));
  const looked = lookedCell(deps.local);
  if (await deps.isLocked()) {
    const last = await looked.read();
    const days = last === null ? LOCKED_DAYS : daysBetween(last, today);
    // Noted for a day to come by a clock that was wrong, it says nothing.
    if (days >= 0 && days < LOCKED_DAYS) return;
    await deps.notifyLocked();
    await looked.update(() => today);
    return;
  }
  for (const reminder of remindersOf(await deps.pieces(), today)) await tell(await markOf(reminder), () => deps.notify(reminder));
  await looked.update(() => today);
}

/** The same for the same document, end and delay. Neither can be told from it: it rests on the document's own hash, kept in the coffre. */
function markOf({ id, piece }: Reminder): Promise<string> {
  return hashed(`${piece.sha256} ${id}`);
}

const hashed = (text: string) => sha256Of(new TextEncoder().encode(text));
