/**
 * The sources of a collection as the screen shows them: all that are asked, from the first moment. In open mode those that only authorised
 * bodies may ask are not among them.
 */

import type { Reason } from "../domain/answer.ts";
import { present } from "../domain/present.ts";
import type { Outage, SourceLine } from "../messages/situation.ts";
import { type Collection, lastOf, retryTime } from "./collection.ts";

/** @param isAsking true while a source is being asked by this worker */
export function sourceLinesOf(collection: Collection, isAsking: (sourceId: string) => boolean): SourceLine[] {
  const asked = (collection.service?.sources ?? []).filter(({ available, reason }) => available || reason !== "proxy.modeOpen");
  return asked.map((source): SourceLine => {
    const { id, provider, label, labelEn, block, access, pieceKinds } = source;
    const line = { id, provider, label, labelEn, block, access, pieceKinds, busy: false, facts: 0, pieces: 0 };
    const entry = collection.entries[id];
    if (entry === undefined) {
      if (source.available) return { ...line, state: "asking" };
      return { ...line, state: "notPermitted", ...present({ reason: source.reason }) };
    }
    const { state, reason, detail, facts, pieces, provenance } = entry.answer;
    const nextAt = retryTime(collection, id)?.toISOString();
    return {
      ...line,
      state,
      busy: isAsking(id),
      ...present({
        reason,
        detail,
        nextAt,
        missed: entry.missed === undefined ? undefined : (lastOf(entry).reason ?? "provider.unavailable"),
      }),
      fetchedAt: provenance.fetchedAt,
      cached: provenance.cached,
      ...present({ standIn: provenance.standIn }),
      facts: Object.keys(facts).length,
      pieces: pieces.length,
    };
  });
}

/** Reasons that say that a source was not reached at all. */
const NOT_REACHED: ReadonlySet<Reason> = new Set<Reason>([
  "network.offline",
  "network.refused",
  "network.dns",
  "network.interrupted",
  "provider.timeout",
]);

/** What keeps the sources from answering, as they were last asked; `null` as long as one of them was reached. */
export function outageIn(lines: readonly SourceLine[]): Outage | null {
  const asked = lines.filter(({ state }) => state !== "asking" && state !== "notPermitted");
  const why = asked.map(({ state, reason, missed }) => missed ?? (state === "unavailable" ? reason : undefined));
  if (why.includes("network.offline")) return "offline";
  return why.length > 0 && why.every((one) => one !== undefined && NOT_REACHED.has(one)) ? "silent" : null;
}
