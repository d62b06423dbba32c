/** Merges another browser's consultations into this one's: events are put in order, differences are told. Pure. */
import type { Award, Contract } from "../domain/award.ts";
import type { Difference, Preference } from "../domain/carried.ts";
import type { ConsultationEvent, KeptConsultation } from "../domain/kept-consultation.ts";
import { inCodeOrder } from "../domain/order.ts";
import { partyId } from "../domain/party.ts";
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
  const award = awardsJoined(first.award, second.award);
  const told = { ...second, ...first, ...(award !== undefined && { award }) };
  const both = { ...told, id: own.id, siren: own.siren, archived: own.archived, events: eventsOf(own, other) };
  const { dateLimite: _, doubt: __, ...rest } = both;
  // The instant and its doubt go together: the other browser cannot settle an hour doubted here.
  const clock = first.dateLimite === undefined && first.doubt === undefined ? second : first;
  return {
    ...rest,
    ...(clock.dateLimite !== undefined && { dateLimite: clock.dateLimite }),
    ...(clock.doubt !== undefined && { doubt: clock.doubt }),
  };
}

/** What each says of what followed the deposit; where both say something else, the first one's. Certificates given and subcontractors are joined. */
function awardsJoined(first: Award | undefined, second: Award | undefined): Award | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  const contract = contractsJoined(first.contract, second.contract);
  return { ...second, ...first, ...(contract !== undefined && { contract }) };
}

function contractsJoined(first: Contract | undefined, second: Contract | undefined): Contract | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  const each = <One>(all: readonly One[], nameOf: (one: One) => string) => [
    ...new Map(all.toReversed().map((one) => [nameOf(one), one])).values(),
  ];
  return {
    ...second,
    ...first,
    subcontractors: each([...first.subcontractors, ...second.subcontractors], partyId).toReversed(),
    given: each([...first.given, ...second.given], ({ of, due }) => `${of} ${due}`).toReversed(),
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
    ...DAYS.map((day) => ["award", day(own), day(other)] as const),
  ] as const;
  return pairs.flatMap(([about, here, there]): Difference[] =>
    here === undefined || there === undefined || here === there ? [] : [{ about, name, here, there }],
  );
}

const limitOf = ({ dateLimite, doubt }: KeptConsultation) =>
  dateLimite === undefined ? doubt?.written : new Date(dateLimite).toISOString();
/** The days that only one of two may be; what else an award holds is joined. */
const DAYS: readonly ((one: KeptConsultation) => string | undefined)[] = [
  ({ award }) => award?.askedBy,
  ({ award }) => award?.provedOn,
  ({ award }) => award?.contract?.from,
  ({ award }) => award?.contract?.until,
];
