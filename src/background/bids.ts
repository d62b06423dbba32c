/** What the person chose and answered for each consultation, but the grounds of exclusion (`grounds.ts`): kept on this machine, sealed, until everything is erased or the company forgotten. */
import { z } from "zod";
import { NO_BID, NO_TASK } from "../domain/bid.ts";
import { KeptBid } from "../domain/carried.ts";
import { NO_ANSWERS } from "../domain/grounds.ts";
import { NO_CHOICE } from "../domain/means.ts";
import type { Cell, Cells, Past } from "../store/cells.ts";
import { siretOfWork } from "./diligence.ts";

/** The latest ones. */
export const KEPT_BIDS = 200;
const Bids = z.array(KeptBid);

const Old = z.array(z.looseObject({}));
const OldGroup = z.array(z.looseObject({ bid: z.looseObject({ others: Old }) }));

/** Version 1 had no means, version 2 did not say what each member of a group carries out, nor for which lots, version 3 no subcontractor without a SIRET. */
const PAST: Past = [
  (old) => Old.parse(old).map((one) => ({ ...one, means: NO_CHOICE })),
  (old) =>
    OldGroup.parse(old).map(({ bid, ...one }) => ({
      ...one,
      bid: { ...bid, task: NO_TASK, others: bid.others.map((other) => ({ ...other, task: NO_TASK })) },
    })),
  (old) => old,
];
const NOTHING: Omit<KeptBid, "work" | "at"> = { bid: NO_BID, dume: NO_ANSWERS, means: NO_CHOICE };

/** All bids, the latest first. */
export function bidsOf(local: Cells): Cell<KeptBid[]> {
  return local("bids", Bids, [], PAST);
}

export async function bidFor(local: Cells, work: string): Promise<Omit<KeptBid, "work" | "at">> {
  const bids = await bidsOf(local).read();
  const { bid, dume, means } = bids.find((one) => one.work === work) ?? NOTHING;
  return { bid, dume, means };
}

/** Puts what changed in place of what was known of that work. */
export async function keepBid(
  local: Cells,
  { work, at, ...change }: Pick<KeptBid, "work" | "at"> & Partial<Omit<KeptBid, "work" | "at">>,
): Promise<void> {
  await bidsOf(local).update((bids) => {
    const { bid, dume, means } = bids.find((one) => one.work === work) ?? NOTHING;
    return [{ work, at, bid, dume, means, ...change }, ...bids.filter((one) => one.work !== work)].slice(0, KEPT_BIDS);
  });
}

/** All that was chosen and answered for a company. */
export async function forgetBids(local: Cells, siret: string): Promise<void> {
  await bidsOf(local).update((bids) => bids.filter(({ work }) => siretOfWork(work) !== siret));
}
