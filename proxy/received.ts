/**
 * What was received from a source, read about the establishment asked; and its copies, one for all who ask the service the same thing.
 */
import { type Answer, DECIDED_STATES, type Reason } from "../src/domain/answer.ts";
import type { Company } from "../src/domain/company.ts";
import { type Asked, read } from "../src/sources/ask.ts";
import type { AnySource } from "../src/sources/source.ts";
import type { TransportFailure, TransportResponse } from "../src/sources/transport.ts";
import type { Kept } from "./kept.ts";
import type { Inquiry } from "./transport.ts";

export interface Question {
  readonly source: AnySource;
  readonly company: Company;
  readonly inquiry: Inquiry;
  /** Asked with the operator's own rights by nobody who is signed in: a small part of the quotas. */
  readonly anonymous?: boolean;
}

/** An answer, the response that it was read in, and the source that gave it: a stand-in has its own documents. */
export interface Received extends Asked {
  readonly giver: AnySource;
  readonly response: TransportResponse | TransportFailure;
  /** Milliseconds. */
  readonly at: number;
}

/** The proxy's own reasons to wait. Any other comes from the source, about that company. */
const OWN_WAITS: readonly (Reason | undefined)[] = ["quota.waiting", "inFlight"];
/** A source may ask to wait for days (URSSAF, analysis by hand): that is kept this long at most. */
const LONGEST_WAIT_SECONDS = 3 * 86_400;

/** True when the source itself is still working on that company. */
export function isSourceWait(answer: Answer): answer is Extract<Answer, { state: "pending" }> {
  return answer.state === "pending" && !OWN_WAITS.includes(answer.reason);
}

/** True when the service's own cache must be avoided: its link may be older than the file, its refusal older than a payment. */
export function isDocumentWanted({ family, pieceKinds }: AnySource): boolean {
  return family.cachesAnswers === true && pieceKinds.length > 0;
}

/**
 * What the call asks of its service, and nothing else: by SIREN, all establishments of a company share one; two sources that read
 * the same endpoint too. The recipient is part of it for services that are told it: some documents name it.
 * A stand-in's copy answers for the source that was down, and for no other.
 */
export function callKeyOf({ source, company, inquiry }: Question, giver: AnySource = source): string {
  const { path, query = {} } = giver.request(company);
  const recipient = giver.family.wantsPurpose === true ? (inquiry.recipient ?? "") : "";
  const role = giver === source ? "" : `${source.id}>${giver.id}|`;
  return `${role}${giver.family.id}|${path}|${JSON.stringify(query)}|${isDocumentWanted(giver)}|${recipient}`;
}

/** Reads what the giver sent, as of `at` (ms): the waits that it asked count from there. */
export function receive(question: Question, giver: AnySource, response: Received["response"], at: number): Received {
  const { answer, locations } = read(giver, question.company, response, new Date(at));
  const provenance = giver === question.source ? answer.provenance : { ...answer.provenance, standIn: true };
  return { answer: { ...answer, provenance }, locations, giver, response, at };
}

export interface Copies {
  /** Keeps the response when its answer may be given again; a breakdown is asked again. */
  keep(question: Question, received: Received): Promise<void>;
  /** The latest copy from any of the givers, no older than that. A source's own wait is recalled until it is over. */
  recall(question: Question, givers: readonly AnySource[], withinSeconds: number): Promise<Received | null>;
}

export function createCopies(kept: Kept, now: () => Date): Copies {
  const secondsTo = (instant: string) => Math.ceil((Date.parse(instant) - now().getTime()) / 1000);

  async function recallFrom(question: Question, giver: AnySource, withinSeconds: number): Promise<Received | null> {
    const copy = await kept.response(callKeyOf(question, giver));
    if (copy === null) return null;
    const received = receive(question, giver, copy.response, copy.at);
    if (isSourceWait(received.answer)) return secondsTo(received.answer.until) > 0 ? received : null;
    return DECIDED_STATES.has(received.answer.state) && now().getTime() - copy.at <= withinSeconds * 1000 ? received : null;
  }

  return {
    keep: async (question, { giver, answer, response, at }) => {
      if (!response.ok) return;
      const key = callKeyOf(question, giver);
      if (DECIDED_STATES.has(answer.state)) await kept.keepResponse(key, { response, at });
      if (isSourceWait(answer)) await kept.keepResponse(key, { response, at }, Math.min(secondsTo(answer.until), LONGEST_WAIT_SECONDS));
    },
    recall: async (question, givers, withinSeconds) => {
      const found = await Promise.all(givers.map((giver) => recallFrom(question, giver, withinSeconds)));
      return found.reduce((latest, one) => (latest === null || (one !== null && one.at > latest.at) ? one : latest), null);
    },
  };
}
