/**
 * Asking a source for an answer, and for its documents: own copies first, then the source, then the open source that stands in.
 * It knows no source by name.
 */
import type { Answer, PieceRef, Reason } from "../src/domain/answer.ts";
import { call, closedAnswer, provenanceOf } from "../src/sources/ask.ts";
import { SEARCH_FAMILY, searchCompanies } from "../src/sources/search-companies.ts";
import type { AnySource, Verdict } from "../src/sources/source.ts";
import type { Discipline } from "./discipline.ts";
import type { DocumentFetcher, DocumentProblem, FetchedDocument } from "./documents.ts";
import type { Kept } from "./kept.ts";
import type { ProblemCode } from "./problem.ts";
import { callKeyOf, createCopies, isDocumentWanted, isSourceWait, type Question, type Received, receive } from "./received.ts";
import type { Rights } from "./rights.ts";
import type { Inquiry, TransportFor } from "./transport.ts";

export interface Delivered {
  readonly ok: true;
  readonly document: FetchedDocument;
  readonly piece: PieceRef;
  readonly answer: Answer;
}

interface NotDelivered {
  readonly ok: false;
  readonly problem: ProblemCode;
  /** Seconds before it is worth asking again. */
  readonly retryInSeconds?: number;
}

export interface Asking {
  /**
   * `renew`: the caller wants the source itself, not our copy. `waitMs`: the caller wants to be told to come back, at once, when the answer
   * takes longer than that.
   */
  answer(question: Question, renew: boolean, waitMs?: number): Promise<Answer>;
  document(question: Question, n: number): Promise<Delivered | NotDelivered>;
  /** Companies by their name: open to all. */
  search(text: string): ReturnType<typeof searchCompanies>;
}

export interface AskingDeps {
  readonly sources: readonly AnySource[];
  readonly rights: Rights;
  readonly transportFor: TransportFor;
  readonly discipline: Discipline;
  readonly fetchDocument: DocumentFetcher;
  readonly kept: Kept;
  readonly now: () => Date;
  /** An answer younger than this is given again without asking, seconds. 0: nothing is given twice, documents neither. */
  readonly reuseSeconds: number;
  /** How long a caller is made to wait, milliseconds; then it is told to come back, and the call goes on. */
  readonly patienceMs?: number;
}

/** Shorter than the time after which a browser gives up a request without any answer. */
const PATIENCE_MS = 20_000;
const COME_BACK_SECONDS = 5;
/** How long an answer that came too late waits for its caller. */
const LATE_MS = 120_000;
/** A link that is about to end is not worth following. */
const LINK_MARGIN_SECONDS = 120;
/** How long the answer that lists documents is kept, to find one of them. */
const COPY_SECONDS = 480;
/** Documents fetched at once with a new answer, before their links end. */
const FETCHED_AT_ONCE = 3;
/** A person may have a waiting source asked again, no more often than this. */
const INSIST_SECONDS = 3600;

/** A search says neither for whom nor why. */
const SEARCH: Inquiry = { context: "", object: "", recipient: null };

/** Long on purpose: small functions over the answers kept and those being asked, which only they may change. */
export function createAsking(deps: AskingDeps): Asking {
  const { rights, discipline, kept, now } = deps;
  const sources = new Map(deps.sources.map((source) => [source.id, source]));
  const copies = createCopies(kept, now);
  const patienceMs = deps.patienceMs ?? PATIENCE_MS;
  /** Calls whose callers were told to come back. */
  const late = new Map<string, Promise<Received>>();
  const downloads = new Map<string, Promise<FetchedDocument | DocumentProblem>>();

  async function askNow(question: Question, fresh: boolean): Promise<Received> {
    const first = await askSource(question, question.source, fresh);
    const standIn = first.answer.state === "unavailable" ? standInOf(question.source) : undefined;
    const second = standIn === undefined ? undefined : await askSource(question, standIn, fresh);
    const given = second?.answer.state === "delivered" ? second : first;
    await copies.keep(question, given);
    return given;
  }

  async function askSource(question: Question, giver: AnySource, fresh: boolean): Promise<Received> {
    const { company, inquiry } = question;
    const purpose = `${inquiry.recipient}|${inquiry.context}|${inquiry.object}`;
    const transport = discipline.around(giver, deps.transportFor(inquiry), purpose, question.anonymous);
    const response = await call(giver, company, transport, { fresh: fresh || isDocumentWanted(giver) });
    return receive(question, giver, response, now().getTime());
  }

  function standInOf(source: AnySource): AnySource | undefined {
    const standIn = source.standIn === undefined ? undefined : sources.get(source.standIn);
    return standIn !== undefined && rights.permissionFor(standIn).available ? standIn : undefined;
  }

  function giversOf({ source }: Question): AnySource[] {
    const standIn = standInOf(source);
    return standIn === undefined ? [source] : [source, standIn];
  }

  /** The copy to answer with. A caller who insists gets a new answer, unless the source itself has just asked to wait. */
  async function copyFor(question: Question, renew: boolean): Promise<Received | null> {
    if (deps.reuseSeconds === 0) return null;
    const found = await copies.recall(question, giversOf(question), deps.reuseSeconds);
    if (found === null || !renew) return found;
    return isSourceWait(found.answer) && now().getTime() - found.at <= INSIST_SECONDS * 1000 ? found : null;
  }

  /** One download at a time for one document. */
  function download(question: Question, { giver, locations }: Received, piece: PieceRef): Promise<FetchedDocument | DocumentProblem> {
    const location = locations.get(piece.n);
    if (location === undefined) return Promise.resolve({ ok: false, problem: "document.unknown" });
    const key = callKeyOf(question, giver);
    const current = downloads.get(`${key}|${location.url}`);
    if (current !== undefined) return current;
    const running = deps
      .fetchDocument(giver, location)
      .then(async (end) => {
        if (end.ok && deps.reuseSeconds > 0) await kept.keepDocument(key, piece, end);
        return end;
      })
      .finally(() => downloads.delete(`${key}|${location.url}`));
    downloads.set(`${key}|${location.url}`, running);
    return running;
  }

  /** Links die quickly, and a second answer costs a call of the quota: documents are fetched with the answer. */
  function fetchAtOnce(question: Question, given: Received): void {
    if (given.answer.state !== "delivered" || deps.reuseSeconds === 0) return;
    for (const piece of given.answer.pieces.filter(({ downloadable }) => downloadable).slice(0, FETCHED_AT_ONCE)) {
      void kept
        .document(callKeyOf(question, given.giver), piece)
        .then((copy) => (copy === null ? download(question, given, piece) : undefined));
    }
  }

  async function answerNow(question: Question, renew: boolean, waitMs?: number): Promise<Answer> {
    const key = `${question.source.id}|${question.company.siret}|${callKeyOf(question)}`;
    const waiting = late.get(key);
    const copy = waiting !== undefined ? null : await copyFor(question, renew);
    if (copy !== null) return withCached(copy.answer);
    const running = waiting ?? askNow(question, renew);
    const given = await within(Math.min(patienceMs, waitMs ?? patienceMs), running);
    if (given !== null) {
      late.delete(key);
      fetchAtOnce(question, given);
      return given.answer;
    }
    if (waiting === undefined) {
      late.set(key, running);
      const forget = () => late.get(key) === running && late.delete(key);
      running.then(() => setTimeout(forget, LATE_MS).unref(), forget);
    }
    return closed(question, { state: "pending", reason: "inFlight", retryInSeconds: waitMs === undefined ? COME_BACK_SECONDS : 0 }, now());
  }

  async function documentNow(question: Question, n: number): Promise<Delivered | NotDelivered> {
    const copy = await copies.recall(question, giversOf(question), Math.max(COPY_SECONDS, deps.reuseSeconds));
    const given = copy ?? (await askNow(question, true));
    const piece = pieceOf(given, n);
    if (piece === undefined) return failureOf(given.answer, now());
    const keptDocument = await kept.document(callKeyOf(question, given.giver), piece);
    if (keptDocument !== null) return { ok: true, document: keptDocument, piece, answer: given.answer };

    // A link that is old, or from the provider's cache, may have expired: only a young one is tried.
    const linkIsYoung = copy === null || (isLinkYoung(given) && !given.answer.provenance.cached);
    const first = linkIsYoung ? await download(question, given, piece) : ({ ok: false, problem: "document.expired" } as const);
    if (first.ok) return { ok: true, document: first, piece, answer: given.answer };
    if (first.problem !== "document.expired" || copy === null) return first;

    const renewed = await askNow(question, true);
    const samePiece = pieceOf(renewed, n);
    if (samePiece === undefined) return failureOf(renewed.answer, now());
    if (samePiece.kind !== piece.kind || samePiece.title !== piece.title) return { ok: false, problem: "document.changed" };
    const second = await download(question, renewed, samePiece);
    return second.ok ? { ok: true, document: second, piece: samePiece, answer: renewed.answer } : second;
  }

  function isLinkYoung({ giver, at }: Received): boolean {
    const { linkSeconds } = giver.family;
    return linkSeconds === undefined || now().getTime() - at <= (linkSeconds - LINK_MARGIN_SECONDS) * 1000;
  }

  return {
    answer: async (question, renew, waitMs) => {
      const permission = rights.permissionFor(question.source);
      return permission.available ? answerNow(question, renew, waitMs) : refusal(question, permission.reason, now());
    },
    search: async (text) => {
      // Under the same quota and breaker as the source of the same service.
      const source = deps.sources.find(({ family }) => family === SEARCH_FAMILY);
      if (source === undefined) return { failure: "noRight" };
      return searchCompanies(text, discipline.around(source, deps.transportFor(SEARCH), "search"));
    },
    document: async (question, n) => {
      if (!rights.permissionFor(question.source).available) return { ok: false, problem: "source.notPermitted" };
      const end = await within(patienceMs, documentNow(question, n));
      return end ?? { ok: false, problem: "source.pending", retryInSeconds: COME_BACK_SECONDS };
    },
  };
}

/** The value, or `null` when it takes longer; the work then goes on. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
    // Callers that still wait get the failure; without any, it must not end the process as unhandled.
    work.catch(() => undefined);
  }
}

function pieceOf({ locations, answer }: Received, n: number): PieceRef | undefined {
  return locations.has(n) ? answer.pieces.find((piece) => piece.n === n) : undefined;
}

function withCached(answer: Answer): Answer {
  return { ...answer, provenance: { ...answer.provenance, cached: true } };
}

/** The answer that the proxy gives by itself, without asking the source: a refusal. */
export function refusal(question: Question, reason: Reason, now: Date): Answer {
  return closed(question, { state: "notPermitted", reason }, now);
}

function closed({ source, company }: Question, verdict: Verdict, now: Date): Answer {
  return closedAnswer(company, provenanceOf(source, company, now.toISOString()), verdict, now);
}

function failureOf(answer: Answer, now: Date): NotDelivered {
  const at = answer.state === "pending" ? answer.until : answer.state === "unavailable" ? answer.retryAt : undefined;
  const retry = at === undefined ? {} : { retryInSeconds: Math.max(1, Math.ceil((Date.parse(at) - now.getTime()) / 1000)) };
  if (answer.state === "pending") return { ok: false, problem: "source.pending", ...retry };
  if (answer.state === "notPermitted") return { ok: false, problem: "source.notPermitted" };
  if (answer.state === "unavailable" || answer.state === "unexpectedShape") return { ok: false, problem: "source.unavailable", ...retry };
  return { ok: false, problem: "document.unknown" };
}
