/** Decides what a page asks from its evidence alone, and answers as plain data: it runs in the background, which has no page. */
import type { Clue, ControlReading } from "../domain/page-reading.ts";
import { present } from "../domain/present.ts";
import type { JudgedControl, Judgement, Question } from "../domain/question.ts";
import { inSlices, type Steps } from "../page/slices.ts";
import { type Decided, decisionSteps } from "./decide.ts";
import type { Guess } from "./guess.ts";
import { isLeads } from "./leads.ts";
import { isOath } from "./leave.ts";
import { listCellsOf } from "./lists.ts";
import { asWritten } from "./our-role.ts";

/** What the judge's script leaves in the background's globals. */
export type Judge = (question: Question, thisYear: number) => Promise<Judgement>;

/** @param thisYear the calendar year: in 2026, "2025" is N-1 */
export const judge: Judge = async (question, thisYear) => inSlices(() => judgementSteps(question, thisYear));

export function* judgementSteps({ evidence, portal, exceptions: listed }: Question, thisYear: number): Steps<Judgement> {
  const exceptions = new Map(listed.map(({ at, ...exception }) => [at, exception]));
  const { detected, kind, why, controls } = yield* decisionSteps(evidence, { exceptions, isPortal: portal !== null, thisYear });
  const cells = listCellsOf(controls.map(({ guess }) => guess));
  yield;
  return {
    detected,
    kind,
    why,
    controls: controls.map((one, at) => {
      const exception = exceptions.get(at);
      const lead = exception === undefined && isLeads(one.guess) ? (true as const) : undefined;
      const place = exception === undefined ? cells.get(one.guess) : undefined;
      const cell = one.resolved.target === null || (lead && place?.list === "members") ? place : undefined;
      return {
        ...judged(one, exception, portal),
        label: asWritten(one.guess.label, one.guess.control, evidence.controls[at]),
        ...present({ cell, lead }),
      };
    }),
  };
}

function judged(
  { guess, resolved, leave, tier, doubts }: Decided,
  exception: Omit<Question["exceptions"][number], "at"> | undefined,
  portal: string | null,
): JudgedControl {
  const clues: Clue[] =
    exception === undefined
      ? [...guess.clues]
      : [{ from: `portal:${portal ?? ""}`, text: exception.why, target: exception.target, weight: 1 }];
  if (resolved.why !== undefined) clues.push({ from: "context", text: resolved.why, target: "none", weight: 1 });
  return {
    target: leave === "sworn" && isOath(guess) ? "declarationHonneur" : resolved.target,
    ...present({ leave, part: resolved.part, of: resolved.of, unit: unitOf(guess), party: guess.party }),
    label: guess.label,
    tier,
    doubts,
    score: exception === undefined ? Math.round(guess.confidence * 100) / 100 : 1,
    clues,
  };
}

const AMOUNT = /\b(k ?€|k ?euros?|keur|milliers? d['’ ]?(euros?|€)|en milliers|m ?€|meur|millions? d['’ ]?(euros?|€)|en millions)/i;

/** Thousands or millions, when the page says so: only an amount is written in them, whoever says that one is asked. */
function unitOf(guess: Guess): ControlReading["unit"] {
  const { titles, after, caption } = guess.control;
  const texts = [...guess.labels.map(({ text, hint }) => `${text} ${hint}`), titles[0]?.text ?? "", after, caption];
  const said = texts.map((text) => AMOUNT.exec(text)?.[0].toLowerCase()).find((one) => one !== undefined);
  if (said === undefined) return undefined;
  return said.startsWith("m") && !said.startsWith("mill") ? "MEUR" : /million/.test(said) ? "MEUR" : "kEUR";
}
