/** What was read of consultations' documents, kept on this machine until it is forgotten or everything is erased. */
import { z } from "zod";
import { KeptReading } from "../domain/asked.ts";
import { inCodeOrder } from "../domain/order.ts";
import type { Cells, Past } from "../store/cells.ts";

const Readings = z.record(z.string(), KeptReading);
/** Version 2 added lots and text recognised in pictures. */
const PAST: Past = [(old) => old];
/** The oldest readings are let go: a notice and a règlement weigh some tens of thousands of letters. */
const KEPT = 30;

/** All readings, by the name of the work. */
export function allReadings(local: Cells): Promise<Record<string, KeptReading>> {
  return local("readings", Readings, {}, PAST).read();
}

/** @param kept `null` forgets */
export async function keepReading(local: Cells, work: string, kept: KeptReading | null): Promise<void> {
  await local("readings", Readings, {}, PAST).update(({ [work]: _, ...others }) => {
    if (kept === null) return others;
    const newest = Object.entries(others).toSorted(([, one], [, other]) => inCodeOrder(other.current.at, one.current.at));
    return Object.fromEntries([[work, kept], ...newest.slice(0, KEPT - 1)]);
  });
}
