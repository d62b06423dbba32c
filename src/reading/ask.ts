/** Asks another context what the evidence says, and once only while it stays the same: most readings of a page that changes are of the same words. */

import { type Judgement, LARGEST_QUESTION, type Question } from "../domain/question.ts";
import type { Steps } from "../page/slices.ts";

/** Controls between two places where the work may pause. */
const STRIDE = 32;

interface Answered {
  readonly question: string;
  readonly from: Question;
  readonly judgement: Judgement;
}

/**
 * @param ask sends the question, as JSON; `null` when nobody answers
 * @returns the judge of one document's readings: it waits when the question differs from the last one that was answered
 */
export function askingOnce(
  ask: (question: string) => Promise<Judgement | null>,
): (question: Question) => Steps<Judgement | "tooLarge" | null> {
  let last: Answered | null = null;

  return function* judge(question) {
    // The same evidence, not only evidence that says the same.
    if (last !== null && last.from.evidence === question.evidence && sameBeside(last.from, question)) return last.judgement;
    const asked = yield* writtenOut(question);
    if (asked === null) return "tooLarge";
    if (last?.question === asked) return last.judgement;
    let answered: Answered | null = null;
    yield ask(asked).then((judgement) => {
      // A reading that was restarted meanwhile finds the answer if it asks the same.
      if (judgement !== null) last = answered = { question: asked, from: question, judgement };
    });
    return answered === null ? null : (answered as Answered).judgement;
  };
}

function sameBeside(one: Question, other: Question): boolean {
  return one.portal === other.portal && JSON.stringify(one.exceptions) === JSON.stringify(other.exceptions);
}

/**
 * The question as JSON, to be compared and sent; `null` when it is too large to be asked. Written in pieces: the browser would write a thousand controls
 * in one, to send them.
 */
function* writtenOut({ evidence: { controls, ...page }, ...rest }: Question): Steps<string | null> {
  let text = `${JSON.stringify({ ...rest, evidence: page }).slice(0, -2)},"controls":[`;
  for (const [at, control] of controls.entries()) {
    text += `${at === 0 ? "" : ","}${JSON.stringify(control)}`;
    if (text.length > LARGEST_QUESTION) return null;
    if (at % STRIDE === 0) yield;
  }
  return `${text}]}}`;
}
