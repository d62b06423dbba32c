/** Which deadlines are near, for consultations still open to a deposit. Pure: the caller shows the reminders and remembers their ids. */
import type { KeptConsultation } from "../domain/kept-consultation.ts";
import { daysBetween, parisDay } from "../domain/time.ts";
import { deadlineDayOf, momentOf } from "./list.ts";

/** How many days before the deadline the person is reminded, longest first. */
export const DEADLINE_DAYS = [7, 3, 1] as const;

export interface DeadlineReminder {
  /** Stable for one consultation, day and delay, so that each reminder is shown once. A postponed deadline gets a new id. */
  readonly id: string;
  readonly consultation: KeptConsultation;
  readonly day: string;
  readonly daysLeft: number;
}

/**
 * The reminders due, most pressing first. After missed days only the shortest delay is shown; archived or deposited ones have none, nor
 * have those whose hour is past.
 */
export function deadlineReminders(consultations: readonly KeptConsultation[], now: Date): DeadlineReminder[] {
  const today = parisDay(now);
  return consultations
    .filter(({ archived, events }) => !archived && events.every(({ what }) => what !== "deposited"))
    .filter((consultation) => momentOf(consultation, now) !== "over")
    .flatMap((consultation): DeadlineReminder[] => {
      const day = deadlineDayOf(consultation);
      if (day === undefined || day < today) return [];
      const daysLeft = daysBetween(today, day);
      const delay = DEADLINE_DAYS.findLast((days) => daysLeft <= days);
      return delay === undefined ? [] : [{ id: `${consultation.id} ${day} ${delay}`, consultation, day, daysLeft }];
    })
    .toSorted((a, b) => a.daysLeft - b.daysLeft || a.id.localeCompare(b.id));
}
