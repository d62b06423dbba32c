/** Which deadlines are near, for consultations where the person may still deposit. Pure: whoever wakes up asks, shows, and remembers. */
import type { KeptConsultation } from "../domain/kept-consultation.ts";
import { daysBetween } from "../domain/time.ts";
import { deadlineDayOf } from "./list.ts";

/** Days before the deadline at which the person is told, the farthest first. */
export const DEADLINE_DAYS = [7, 3, 1] as const;

export interface DeadlineReminder {
  /** The same for the same consultation, day and delay: told once. A deadline put off is another. */
  readonly id: string;
  readonly consultation: KeptConsultation;
  readonly day: string;
  readonly daysLeft: number;
}

/**
 * Those due today, the most pressing first. After days away only the nearest delay is told; what is put in the archive or deposited is not.
 * @param today "2026-12-04", Europe/Paris
 */
export function deadlineReminders(consultations: readonly KeptConsultation[], today: string): DeadlineReminder[] {
  return consultations
    .filter(({ archived, events }) => !archived && events.every(({ what }) => what !== "deposited"))
    .flatMap((consultation): DeadlineReminder[] => {
      const day = deadlineDayOf(consultation);
      if (day === undefined || day < today) return [];
      const daysLeft = daysBetween(today, day);
      const delay = DEADLINE_DAYS.findLast((days) => daysLeft <= days);
      return delay === undefined ? [] : [{ id: `${consultation.id} ${day} ${delay}`, consultation, day, daysLeft }];
    })
    .toSorted((a, b) => a.daysLeft - b.daysLeft || a.id.localeCompare(b.id));
}
