/**
 * The sources of a collection as the screen shows them: all that are asked, from the first moment. In open mode those that only authorised
 * bodies may ask are not among them.
 */
import { present } from "../domain/present.ts";
import type { SourceLine } from "../messages/situation.ts";
import { type Collection, retryTime } from "./collection.ts";

/** @param isAsking true while a source is being asked by this worker */
export function sourceLinesOf(collection: Collection, isAsking: (sourceId: string) => boolean): SourceLine[] {
  const asked = (collection.service?.sources ?? []).filter(({ available, reason }) => available || reason !== "proxy.modeOpen");
  return asked.map((source): SourceLine => {
    const { id, provider, label, labelEn, block, access, pieceKinds } = source;
    const line = { id, provider, label, labelEn, block, access, pieceKinds, busy: false, facts: 0, pieces: 0 };
    const answer = collection.entries[id]?.answer;
    if (answer === undefined) {
      if (source.available) return { ...line, state: "asking" };
      return { ...line, state: "notPermitted", ...present({ reason: source.reason }) };
    }
    const { state, reason, detail, facts, pieces, provenance } = answer;
    const nextAt = retryTime(collection, id)?.toISOString();
    return {
      ...line,
      state,
      busy: isAsking(id),
      ...present({ reason, detail, nextAt }),
      fetchedAt: provenance.fetchedAt,
      cached: provenance.cached,
      ...present({ standIn: provenance.standIn }),
      facts: Object.keys(facts).length,
      pieces: pieces.length,
    };
  });
}
