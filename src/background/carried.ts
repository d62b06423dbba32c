/** A company carried from one browser to another, beside the documents of the coffre: what goes into the file, and how it is joined here. */
import { mergedConsultations } from "../consultations/merge.ts";
import type { Facts } from "../domain/answer.ts";
import type { Carried, CarriedReport, Difference, KeptBid, Preference } from "../domain/carried.ts";
import type { Diligence } from "../domain/diligence.ts";
import type { FieldKey } from "../domain/fields.ts";
import { inCodeOrder } from "../domain/order.ts";
import { bidsOf, KEPT_BIDS } from "./bids.ts";
import type { Context } from "./context.ts";
import { allDiligence, consultationOfWork, logsOf } from "./diligence.ts";

type Places = Pick<Context, "settings" | "consultations" | "local">;

/** All that is kept of a company but its documents. @param siren `null`: of all of them */
export async function carriedOf({ settings, consultations, local }: Places, siren: string | null): Promise<Carried> {
  const [{ companies, manual, corrections }, kept, bids, logs] = await Promise.all([
    settings.read(),
    consultations.read(),
    bidsOf(local).read(),
    allDiligence(local),
  ]);
  const isOwn = (name: string) => siren === null || name.startsWith(siren);
  const own = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => isOwn(name)));
  return {
    companies: companies.filter(({ siret }) => isOwn(siret)),
    manual: own(manual),
    corrections: own(corrections),
    consultations: kept.filter((one) => isOwn(one.siren)),
    bids: bids.filter(({ work }) => isOwn(work)),
    logs: own(logs),
  };
}

/** Joins what a file carries: what is said here stands, unless the person prefers the file; all that differs is told. */
export async function takeCarried(
  { settings, consultations, local }: Places,
  carried: Carried,
  prefer: Preference,
): Promise<CarriedReport> {
  const differences: Difference[] = [];
  const taken = new Set<FieldKey>();
  await settings.update((before) => {
    const joined = joinedEntries(before, carried, prefer);
    differences.push(...joined.differences);
    for (const field of joined.taken) taken.add(field);
    const added = carried.companies.filter(({ siret }) => before.companies.every((one) => one.siret !== siret));
    return { ...before, manual: joined.manual, corrections: joined.corrections, companies: [...before.companies, ...added] };
  });
  let counts = { added: 0, joined: 0 };
  await consultations.update((before) => {
    const { consultations: after, added, joined, differences: told } = mergedConsultations(before, carried.consultations, prefer);
    counts = { added, joined };
    differences.push(...told);
    return after;
  });
  await bidsOf(local).update((before) => {
    const { bids, differences: told } = joinedBids(before, carried.bids, prefer);
    differences.push(...told);
    return bids;
  });
  await logsOf(local).update((before) => joinedLogs(before, carried.logs));
  return { consultations: counts, taken: [...taken], differences };
}

type Typed = Pick<Carried, "manual" | "corrections">;

function joinedEntries(here: Typed, there: Typed, prefer: Preference) {
  const differences: Difference[] = [];
  const taken: FieldKey[] = [];
  const joined = (about: "entry" | "correction", own: Facts = {}, other: Facts): Facts => {
    const facts: Record<string, unknown> = { ...own };
    for (const [key, value] of Object.entries(other)) {
      const known = (own as Record<string, unknown>)[key];
      if (known === undefined) taken.push(key as FieldKey);
      else if (JSON.stringify(known) !== JSON.stringify(value))
        differences.push({ about, name: key, here: String(known), there: String(value) });
      if (known === undefined || prefer === "file") facts[key] = value;
    }
    return facts as Facts;
  };
  const manual = { ...here.manual };
  for (const [siret, facts] of Object.entries(there.manual)) manual[siret] = joined("entry", manual[siret], facts);
  const corrections = { ...here.corrections };
  for (const [siret, portals] of Object.entries(there.corrections)) {
    const own = { ...corrections[siret] };
    for (const [portal, facts] of Object.entries(portals)) own[portal] = joined("correction", own[portal], facts);
    corrections[siret] = own;
  }
  return { manual, corrections, differences, taken };
}

/** By their work; of two that say the same, the later. */
function joinedBids(here: readonly KeptBid[], there: readonly KeptBid[], prefer: Preference) {
  const differences: Difference[] = [];
  const bids = new Map(here.map((bid) => [bid.work, bid]));
  for (const other of there) {
    const own = bids.get(other.work);
    const isSame = own === undefined || JSON.stringify({ ...own, at: "" }) === JSON.stringify({ ...other, at: "" });
    if (own !== undefined && !isSame)
      differences.push({ about: "answers", name: consultationOfWork(other.work), here: own.at, there: other.at });
    if (own === undefined || (isSame ? other.at > own.at : prefer === "file")) bids.set(other.work, other);
  }
  const latest = [...bids.values()].toSorted((a, b) => inCodeOrder(b.at, a.at));
  return { bids: latest.slice(0, KEPT_BIDS), differences };
}

/** The lines of both in order, each once. */
function joinedLogs(
  here: Readonly<Record<string, Diligence[]>>,
  there: Readonly<Record<string, Diligence[]>>,
): Record<string, Diligence[]> {
  const nameOf = ({ at, what, fileName, sha256, operation }: Diligence) => [operation ?? at, what, fileName, sha256].join(" ");
  const logs: Record<string, Diligence[]> = { ...here };
  for (const [work, lines] of Object.entries(there)) {
    const all = new Map([...lines, ...(here[work] ?? [])].map((line) => [nameOf(line), line]));
    logs[work] = [...all.values()].toSorted((a, b) => inCodeOrder(a.at, b.at));
  }
  return logs;
}
