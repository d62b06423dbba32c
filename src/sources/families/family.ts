/**
 * An API family: services behind one address that share authentication, error format and quotas.
 * Code that asks a source reads the family's value and knows no family by name.
 */
import type { AnswerState, Reason } from "../../domain/answer.ts";

/** Calls that a provider allows in a window, seconds. Sources with the same group share them. */
export interface Quota {
  readonly group: string;
  readonly calls: number;
  readonly seconds: number;
}

/** The state that a well-formed answer means; `delivered` when the source gives no verdict. */
export interface Verdict {
  readonly state: AnswerState;
  readonly reason?: Reason;
  readonly detail?: string;
  /** Seconds from now, for `pending` and `unavailable`. */
  readonly retryInSeconds?: number;
}

/** One error that a family writes in the body of its answers. */
export interface UpstreamError {
  readonly code: string;
  readonly title?: string | undefined;
  readonly detail?: string | undefined;
  readonly meta?: Readonly<Record<string, unknown>> | undefined;
}

/** What an error says of the service, beyond the company asked. */
export interface ErrorNature {
  /** An announced closing, not a breakdown. */
  readonly closing: boolean;
  /** It concerns the service or a whole provider: another company would get the same error. */
  readonly providerWide: boolean;
  /** A second try at once may succeed. */
  readonly worthRetrying: boolean;
  /** How long it asks to be left alone, seconds. */
  readonly waitSeconds?: number | undefined;
}

/** How a family's errors are read. */
export interface FamilyErrors {
  /** The first error of a body, or `undefined` when it is not an error body of this family. */
  read(body: unknown): UpstreamError | undefined;
  /** The keys under which a source may give its own verdict, most specific first. */
  keysOf(error: UpstreamError, status: number): readonly string[];
  /** What the error means when the source gives no verdict of its own. */
  verdictOf(error: UpstreamError, status: number): Verdict;
  /** What a status without any error body means; `undefined`: the same as everywhere. */
  verdictOfStatus(status: number): Verdict | undefined;
  natureOf(error: UpstreamError): ErrorNature;
  /** The token itself, or the address that sends it, is refused: every other call with it would be too. */
  isTokenRefusal(status: number, error: UpstreamError | undefined): boolean;
}

/** How the operator authenticates. Only the proxy reads the secrets themselves. */
export type Entry =
  /** Open to all, the extension included. */
  | { readonly kind: "none" }
  /** The operator's token, whose scopes say what may be asked. */
  | { readonly kind: "token" }
  /** A session opened with the operator's name and password. */
  | {
      readonly kind: "session";
      readonly loginPath: string;
      /** Statuses by which the login refuses a wrong account. */
      readonly refusedStatuses: readonly number[];
    };

export interface Family {
  /** camelCase. It names the variable that moves the address: `rechercheEntreprises` → `PLI_PRET_UPSTREAM_RECHERCHE_ENTREPRISES`. */
  readonly id: string;
  /** The name that a person reads. */
  readonly label: string;
  /** Address without a final slash. */
  readonly base: string;
  readonly entry: Entry;
  /** Shared by the family's sources that declare no quota of their own. */
  readonly quota: Quota;
  /** Absent: the family has no error codes, and a source files its verdicts under HTTP statuses. */
  readonly errors?: FamilyErrors;
  /** Each call says for whom and why it is made: `context`, `object`, `recipient`. */
  readonly wantsPurpose?: boolean;
  /** The service has its own cache of answers: a link in them may be older than its file. */
  readonly cachesAnswers?: boolean;
  /** How long the links of an answer live, seconds. Absent: they are permanent addresses. */
  readonly linkSeconds?: number;
  /** Statuses that, besides 404 and 410, mean that a link is over. */
  readonly expiredLinkStatuses?: readonly number[];
}

/** A service open to all, without account, that counts its calls by the minute. */
export function openFamily(id: string, label: string, base: string, callsPerMinute: number): Family {
  return { id, label, base, entry: { kind: "none" }, quota: { group: id, calls: callsPerMinute, seconds: 60 } };
}
