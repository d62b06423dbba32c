/**
 * The answers gathered for one inquiry: a value and its transitions. There is no "in progress" in it: what has no answer is missing, so that
 * a worker stopped at any moment finds exactly what is left to do.
 */
import { z } from "zod";
import { Answer, DECIDED_STATES, Instant } from "../domain/answer.ts";
import { ServiceSources } from "../domain/service.ts";
import { ServiceTrouble } from "../messages/situation.ts";
import type { Inquiry } from "./service.ts";

/** A source that keeps failing is asked again by itself this many times; after that, the person decides. */
const MAX_TRIES = 5;
/** An unavailable source that gave no time is asked again after this. */
const RETRY_MS = 60_000;

/** Answers older than this are asked again when the screen opens. */
const FRESH_MS = 6 * 3_600_000;

const Entry = z.object({
  answer: Answer,
  tries: z.number().int(),
  again: z.boolean(),
  /** What came when it was last asked, when that said nothing of the company: the answer before it stays. */
  missed: Answer.optional(),
});
type Entry = z.infer<typeof Entry>;

export const Collection = z.object({
  inquiry: z.object({ siret: z.string(), recipient: z.string().nullable(), object: z.string() }),
  openedAt: Instant.nullable(),
  /** `null` until the service described itself. */
  service: ServiceSources.nullable(),
  trouble: ServiceTrouble.nullable(),
  troubleSince: Instant.nullable(),
  entries: z.record(z.string(), Entry),
});
export type Collection = z.infer<typeof Collection>;

/** How the keys of all collections begin. */
export const KEYS = "collection/";

/** Key under which an inquiry's collection is kept: another purpose is another collection. */
export function keyOf({ siret, recipient, object }: Inquiry): string {
  return `${KEYS}${siret}/${recipient ?? "-"}/${object}`;
}

export function emptyCollection({ siret, recipient, object }: Inquiry): Collection {
  return { inquiry: { siret, recipient, object }, openedAt: null, service: null, trouble: null, troubleSince: null, entries: {} };
}

/** The same collection when it is recent; otherwise one whose answers are all to be asked again. */
export function opened(collection: Collection, now: Date): Collection {
  const age = collection.openedAt === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(collection.openedAt);
  if (age < FRESH_MS) return collection;
  const entries = Object.fromEntries(Object.entries(collection.entries).map(([id, entry]) => [id, { ...entry, tries: 0, again: true }]));
  return { ...collection, openedAt: now.toISOString(), entries };
}

export function withService(collection: Collection, service: ServiceSources): Collection {
  return { ...collection, service, trouble: null, troubleSince: null };
}

export function withTrouble(collection: Collection, trouble: ServiceTrouble, now: Date): Collection {
  return { ...collection, trouble, troubleSince: collection.troubleSince ?? now.toISOString() };
}

/** The one of them with the most answers delivered; `null` when there is none. */
export function fullestOf(collections: readonly Collection[]): Collection | null {
  const delivered = ({ entries }: Collection) => Object.values(entries).filter(({ answer }) => answer.state === "delivered").length;
  return collections.toSorted((a, b) => delivered(b) - delivered(a))[0] ?? null;
}

/** The answer takes the place of the one before, unless it says nothing of the company where that one did. */
export function withAnswer(collection: Collection, sourceId: string, answer: Answer): Collection {
  const before = collection.entries[sourceId];
  const asked = { tries: (before?.tries ?? 0) + 1, again: false };
  const entry = before !== undefined && saysLess(answer, before.answer) ? { ...before, ...asked, missed: answer } : { ...asked, answer };
  return { ...collection, entries: { ...collection.entries, [sourceId]: entry } };
}

/** A line that is down does not undo what the company's situation decided. */
function saysLess({ state }: Answer, before: Answer): boolean {
  if (state === "pending") return before.state === "delivered";
  return (state === "unavailable" || state === "unexpectedShape") && DECIDED_STATES.has(before.state);
}

/** What came when it was last asked. */
export const lastOf = ({ answer, missed }: Entry): Answer => missed ?? answer;

/** Marks to be asked again: one source, or with `null` all whose answer may change. The answer known stays until the new one. */
export function withRetry(collection: Collection, sourceId: string | null): Collection {
  const entries = Object.fromEntries(
    Object.entries(collection.entries).map(([id, entry]) => {
      const chosen = sourceId === null ? mayChange(lastOf(entry)) : id === sourceId;
      return [id, chosen ? { ...entry, tries: 0, again: true } : entry];
    }),
  );
  return { ...collection, entries };
}

/** True for an answer that time, a repair or signing in may change. */
function mayChange({ state, reason }: Answer): boolean {
  if (state === "notPermitted") return reason === "proxy.signInNeeded" || reason === "proxy.otherCompany";
  return state === "pending" || state === "unavailable" || state === "unexpectedShape";
}

/** When the source will be asked again by itself, or `null`. */
export function retryTime(collection: Collection, sourceId: string): Date | null {
  const entry = collection.entries[sourceId];
  if (entry === undefined || entry.tries >= MAX_TRIES) return null;
  const answer = lastOf(entry);
  if (answer.state === "pending") return new Date(answer.until);
  if (answer.state !== "unavailable") return null;
  return answer.retryAt === undefined ? new Date(Date.parse(answer.provenance.fetchedAt) + RETRY_MS) : new Date(answer.retryAt);
}

/** The sources to ask now, in the service's order: never answered, marked, or whose time has come. */
export function dueSources(collection: Collection, now: Date): string[] {
  const available = collection.service?.sources.filter((source) => source.available) ?? [];
  return available
    .map((source) => source.id)
    .filter((id) => {
      const entry = collection.entries[id];
      if (entry === undefined || entry.again) return true;
      const at = retryTime(collection, id);
      return at !== null && at.getTime() <= now.getTime();
    });
}

/** The next moment when something becomes due by itself, or `null` when all is settled. */
export function nextWake(collection: Collection, now: Date): Date | null {
  if (collection.service === null || dueSources(collection, now).length > 0) return now;
  const times = collection.service.sources.flatMap(({ id }) => retryTime(collection, id) ?? []);
  return times.reduce<Date | null>((first, time) => (first === null || time < first ? time : first), null);
}
