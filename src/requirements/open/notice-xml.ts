/**
 * The text of an eForms notice (UBL, regulation (EU) 2019/1780): each value on its own line, after a line with the words for
 * its element. So a value's line is the notice's own text.
 */
import { linesOfMarkup } from "./markup.ts";

/** Elements whose value is unclear on its own, in the order of `ubl`. */
const PERIOD = /<cac:TenderSubmissionDeadlinePeriod>([\s\S]*?)<\/cac:TenderSubmissionDeadlinePeriod>/g;
const CANDIDATURES = /<cac:ParticipationRequestReceptionPeriod>([\s\S]*?)<\/cac:ParticipationRequestReceptionPeriod>/g;

export interface NoticeDeadline {
  /** "2026-04-30T12:00:00+02:00"; `null` when a day alone is written. */
  readonly iso: string | null;
  readonly day: string;
  /** The day as the notice writes it. */
  readonly quote: string;
  readonly isOfCandidatures: boolean;
}

/** True for the root elements of eForms notices. */
export function isNotice(source: string): boolean {
  return /<(?:\w+:)?(?:ContractNotice|PriorInformationNotice|ContractAwardNotice)\b/.test(source.slice(0, 4000));
}

/** Every deadline in the notice's elements (BT-131, BT-1311), each once. */
export function noticeDeadlinesOf(source: string): NoticeDeadline[] {
  const found = new Map<string, NoticeDeadline>();
  for (const [pattern, isOfCandidatures] of [
    [PERIOD, false],
    [CANDIDATURES, true],
  ] as const) {
    for (const [, period = ""] of source.matchAll(pattern)) {
      const written = /<cbc:EndDate>\s*([^<]*?)\s*</.exec(period)?.[1] ?? "";
      const [, day, offset] = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?$/.exec(written) ?? [];
      if (day === undefined) continue;
      const [, time, zone = offset] = /<cbc:EndTime>\s*(\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?\s*</.exec(period) ?? [];
      const iso = time === undefined || zone === undefined ? null : `${day}T${time}${zone === "Z" ? "+00:00" : zone}`;
      found.set([iso ?? day, isOfCandidatures].join(), { iso, day, quote: written, isOfCandidatures });
    }
  }
  return [...found.values()];
}

/** The values of the notice, one a line. */
export function linesOfNotice(source: string): string[] {
  const names = new Set([...source.matchAll(/<([\w]+:[\w.-]+)/g)].map(([, name = ""]) => name.toLowerCase()));
  return linesOfMarkup(source, { blocks: names, left: new Set(), spaces: new Set() });
}
