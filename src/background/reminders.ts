/** Tells, once each, the documents of the coffre that are about to end; while it is closed, that their dates cannot be read. */
import { z } from "zod";
import type { Coffre } from "../coffre/coffre.ts";
import { type Reminder, remindersOf } from "../coffre/reminders.ts";
import { sha256Of } from "../domain/sha256.ts";
import { daysBetween, parisDay } from "../domain/time.ts";
import type { Cells } from "../store/cells.ts";

export interface ReminderDeps {
  /** Kept for good: what was told is not told again. */
  readonly local: Cells;
  readonly isWanted: () => Promise<boolean>;
  readonly isLocked: () => Promise<boolean>;
  readonly pieces: () => ReturnType<Coffre["list"]>;
  readonly notify: (reminder: Reminder) => Promise<void>;
  /** Invites to open the coffre. */
  readonly notifyLocked: () => Promise<void>;
  readonly now: () => Date;
}

/** More than a year of reminders for hundreds of documents. */
const MOST_TOLD = 5_000;
/** A coffre closed for that long is spoken of, and no more often. */
const LOCKED_DAYS = 7;

/**
 * Outside the coffre lie only the marks of what was told, which say nothing without the document itself, and the last day on which its
 * dates were read or the person was invited to open it.
 */
const toldCell = (local: Cells) => local("reminders-told", z.array(z.string()), [], []);
const lookedCell = (local: Cells) => local("reminders-looked", z.string().nullable(), null, []);

/** Looks at the coffre as of today. Told only once it was shown: a notification that fails is tried again the next time. */
export async function remind(deps: ReminderDeps): Promise<void> {
  if (!(await deps.isWanted())) return;
  const today = parisDay(deps.now());
  const looked = lookedCell(deps.local);
  if (await deps.isLocked()) {
    const last = await looked.read();
    if (last !== null && daysBetween(last, today) < LOCKED_DAYS) return;
    await deps.notifyLocked();
    await looked.update(() => today);
    return;
  }
  const told = toldCell(deps.local);
  for (const reminder of remindersOf(await deps.pieces(), today)) {
    const mark = await markOf(reminder);
    if ((await told.read()).includes(mark)) continue;
    await deps.notify(reminder);
    await told.update((before) => [...before, mark].slice(-MOST_TOLD));
  }
  await looked.update(() => today);
}

/** The same for the same document, end and delay. Neither can be told from it: it rests on the document's own hash, kept in the coffre. */
function markOf({ id, piece }: Reminder): Promise<string> {
  return sha256Of(new TextEncoder().encode(`${piece.sha256} ${id}`));
}
