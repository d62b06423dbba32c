/** Merges another browser's consultations into this one's: events are put in order, differences are told. Pure. */
import type { Difference, Preference } from "../domain/carried.ts";
import type { ConsultationEvent, KeptConsultation } from "../domain/kept-consultation.ts";
import { inCodeOrder } from "../domain/order.ts";
import { bounded, candidates, isApart, withDeposits } from "./note.ts";

export interface Merged {
  readonly consultations: KeptConsultation[];
  readonly added: number;
  /** How many were known here too, with or without news. */
  readonly joined: number;
  readonly differences: readonly Difference[];
}

/** Nothing here is lost, except values that differ when the person prefers the file. */
export function mergedConsultations(here: readonly KeptConsultation[], there: readonly KeptConsultation[], prefer: Preference): Merged {
  const differences: Difference[] = [];
  let consultations = [...here];
  let [added, joined] = [0, 0];
  for (const other of there) {
    const own = twinOf(consultations, other);
    if (own === "several") continue;
    if (own === null) {
      // Another consultation has its id: two browsers never make the same one, but a forged file may.
      const id = consultations.some((one) => one.id === other.id) ? crypto.randomUUID() : other.id;
      consultations = bounded([...consultations, { ...other, id }]);
      added += 1;
      continue;
    }
    joined += 1;
    differences.push(...differencesOf(own, other));
    const both = joinedOf(own, other, prefer);
    consultations = consultations.map((one) => (one === own ? both : one));
  }
  return { consultations, added, joined, differences };
}

/** `several`: it could be any of several, and none is changed. */
function twinOf(kept: readonly KeptConsultation[], other: KeptConsultation): KeptConsultation | "several" | null {
  // The same id and no contradiction: an earlier import brought one of them to the other browser.
  const same = kept.find((one) => one.id === other.id && one.siren === other.siren && !isApart(one, other));
  if (same !== undefined) return same;
  const [found, ...more] = candidates(kept, other.siren, other);
  return more.length > 0 ? "several" : (found ?? null);
}

function joinedOf(own: KeptConsultation, other: KeptConsultation, prefer: Preference): KeptConsultation {
  const [first, second] = prefer === "file" ? [other, own] : [own, other];
  const both = { ...second, ...first, id: own.id, siren: own.siren, archived: own.archived, events: eventsOf(own, other) };
  const { dateLimite: _, doubt: __, ...rest } = both;
  // The instant and its doubt go together: the other browser cannot settle an hour doubted here.
  const clock = first.dateLimite === undefined && first.doubt === undefined ? second : first;
  return {
    ...rest,
    ...(clock.dateLimite !== undefined && { dateLimite: clock.dateLimite }),
    ...(clock.doubt !== undefined && { doubt: clock.doubt }),
  };
}

/** Events in order, each once. */
function eventsOf(own: KeptConsultation, other: KeptConsultation): ConsultationEvent[] {
  const nameOf = ({ at, what, operation }: ConsultationEvent) => `${what} ${operation ?? at}`;
  const all = [...new Map([...other.events, ...own.events].map((event) => [nameOf(event), event])).values()];
  return withDeposits(all.toSorted((a, b) => inCodeOrder(a.at, b.at)));
}

function differencesOf(own: KeptConsultation, other: KeptConsultation): Difference[] {
  const name = own.objet ?? own.reference ?? own.url;
  const pairs = [
    ["deadline", limitOf(own), limitOf(other)],
    ["title", own.objet, other.objet],
    ["award", awardOf(own), awardOf(other)],
  ] as const;
  return pairs.flatMap(([about, here, there]): Difference[] =>
    here === undefined || there === undefined || here === there ? [] : [{ about, name, here, there }],
  );
}

const limitOf = ({ dateLimite, doubt }: KeptConsultation) =>
  dateLimite === undefined ? doubt?.written : new Date(dateLimite).toISOString();
const awardOf = ({ award }: KeptConsultation) => (award === undefined ? undefined : JSON.stringify(award));
