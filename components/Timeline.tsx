/**
 * Draws until when a document is valid, from today to half a year after the deadline, which is marked. The words beside it say the same, so
 * screen readers skip the drawing.
 */
import { daysBetween } from "../src/domain/time.ts";
import type { Validity } from "../src/domain/validity.ts";
import { VALIDITY_LOOKS } from "./states.tsx";

export interface Span {
  /** "2026-11-24". */
  readonly today: string;
  /** The day the documents are judged on: the deadline, or today. */
  readonly on: string;
}

/** Days drawn after the deadline: they include the day on which the winner is asked for the proofs. */
const AFTER_DAYS = 180;

export function Timeline({ validity, span }: { readonly validity: Validity; readonly span: Span }) {
  const { until, status } = validity;
  if (until === undefined) return null;
  const whole = Math.max(0, daysBetween(span.today, span.on)) + AFTER_DAYS;
  const share = (day: string) => Math.min(100, Math.max(0, (daysBetween(span.today, day) / whole) * 100));
  const end = share(until);
  return (
    <span className={`timeline timeline-${VALIDITY_LOOKS[status].tone}`} data-goes-on={end === 100} aria-hidden="true">
      <span className="held-until" style={{ width: `${end}%` }} />
      {span.on > span.today && <span className="deadline-mark" style={{ left: `${share(span.on)}%` }} />}
    </span>
  );
}
