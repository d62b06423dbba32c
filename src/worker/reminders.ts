/** Tells, once each, the documents of the coffre that are about to end. */
import { z } from "zod";
import type { Coffre } from "../coffre/coffre.ts";
import { type Reminder, remindersOf } from "../coffre/reminders.ts";
import { parisDay } from "../domain/time.ts";
import type { Cell, Cells } from "./cells.ts";

export interface ReminderDeps {
  /** Kept for good: what was told is not told again. */
  readonly local: Cells;
  readonly isWanted: () => Promise<boolean>;
  readonly pieces: () => ReturnType<Coffre["list"]>;
  readonly notify: (reminder: Reminder) => Promise<void>;
  readonly now: () => Date;
}

/** More than a year of reminders for hundreds of documents. */
const MOST_TOLD = 5_000;

/** The reminders already told, by id. */
export function toldCell(local: Cells): Cell<string[]> {
  return local("reminders-told", z.array(z.string()), []);
}

/** Looks at the coffre as of today. Told only once it was shown: a notification that fails is tried again the next time. */
export async function remind({ local, isWanted, pieces, notify, now }: ReminderDeps): Promise<void> {
  if (!(await isWanted())) return;
  const told = toldCell(local);
  const due = remindersOf(await pieces(), parisDay(now()), new Set(await told.read()));
  for (const reminder of due) {
    await notify(reminder);
    await told.update((before) => [...before, reminder.id].slice(-MOST_TOLD));
  }
}
