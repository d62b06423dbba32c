/** What the person chose and answered for each consultation: kept on this machine, sealed, until everything is erased or the company forgotten. */
import { z } from "zod";
import { Instant } from "../domain/answer.ts";
import { Bid, NO_BID } from "../domain/bid.ts";
import { DumeAnswers, NO_ANSWERS, type PastGrounds } from "../domain/grounds.ts";
import { MeansChoice, NO_CHOICE } from "../domain/means.ts";
import { sirenOf } from "../domain/siret.ts";
import type { Cell, Cells, Past } from "../store/cells.ts";
import { siretOfWork } from "./diligence.ts";

/** The latest ones. */
const KEPT = 200;
const KeptBid = z.object({ work: z.string(), at: Instant, bid: Bid, dume: DumeAnswers, means: MeansChoice });
const Bids = z.array(KeptBid);
type KeptBid = z.infer<typeof KeptBid>;

/** Version 1 had no means. */
const PAST: Past = [
  (old) =>
    z
      .array(z.looseObject({}))
      .parse(old)
      .map((bid) => ({ ...bid, means: NO_CHOICE })),
];
const NOTHING: Omit<KeptBid, "work" | "at"> = { bid: NO_BID, dume: NO_ANSWERS, means: NO_CHOICE };

/** All bids, the latest first. */
export function bidsOf(local: Cells): Cell<KeptBid[]> {
  return local("bids", Bids, [], PAST);
}

export async function bidFor(local: Cells, work: string): Promise<Omit<KeptBid, "work" | "at"> & { readonly past: PastGrounds | null }> {
  const bids = await bidsOf(local).read();
  const { bid, dume, means } = bids.find((one) => one.work === work) ?? NOTHING;
  return { bid, dume, means, past: pastOf(bids, work) };
}

/** Puts what changed in place of what was known of that work. */
export async function keepBid(
  local: Cells,
  { work, at, ...change }: Pick<KeptBid, "work" | "at"> & Partial<Omit<KeptBid, "work" | "at">>,
): Promise<void> {
  await bidsOf(local).update((bids) => {
    const { bid, dume, means } = bids.find((one) => one.work === work) ?? NOTHING;
    return [{ work, at, bid, dume, means, ...change }, ...bids.filter((one) => one.work !== work)].slice(0, KEPT);
  });
}

/** All that was chosen and answered for a company. */
export async function forgetBids(local: Cells, siret: string): Promise<void> {
  await bidsOf(local).update((bids) => bids.filter(({ work }) => siretOfWork(work) !== siret));
}

/** Grounds are those of the company, whichever of its establishments bids. */
function pastOf(bids: readonly KeptBid[], work: string): PastGrounds | null {
  const siren = sirenOf(siretOfWork(work));
  const last = bids.find(
    (one) => one.work !== work && sirenOf(siretOfWork(one.work)) === siren && Object.keys(one.dume.grounds).length > 0,
  );
  if (last === undefined) return null;
  const name = last.work.slice(siretOfWork(last.work).length + 1);
  // Where a page told no reference, its address stands for it.
  return { at: last.at, reference: name.includes("://") ? "" : name, grounds: last.dume.grounds };
}
