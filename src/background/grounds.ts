/**
 * What the company answered to the grounds of exclusion, for each consultation: a conviction is told there. Kept in the coffre, behind its
 * passphrase where it has one.
 */
import type { PastGrounds } from "../domain/grounds.ts";
import { inCodeOrder } from "../domain/order.ts";
import { sirenOf } from "../domain/siret.ts";
import type { Cells } from "../store/cells.ts";
import type { CoffreDoor } from "../store/coffre-door.ts";
import { bidsOf } from "./bids.ts";
import { consultationOfWork, siretOfWork } from "./diligence.ts";

type Grounds = PastGrounds["grounds"];
type Door = Pick<CoffreDoor, "notesOf" | "changeNotes">;

/** The latest ones of a company. */
const KEPT = 200;

/** What was answered for that work, and last for another one; `null` while the coffre is closed. */
export async function groundsFor(
  local: Cells,
  coffre: Door,
  work: string,
): Promise<{ readonly grounds: Grounds; readonly past: PastGrounds | null } | null> {
  const siren = sirenOf(siretOfWork(work));
  await bringIn(local, coffre, siren);
  const notes = await coffre.notesOf(siren);
  if (notes === null) return null;
  const grounds = notes.grounds.find((one) => one.work === work)?.grounds ?? {};
  const last = notes.grounds.find((one) => one.work !== work && Object.keys(one.grounds).length > 0);
  if (last === undefined) return { grounds, past: null };
  const name = consultationOfWork(last.work);
  // Where a page told no reference, its address stands for it.
  return { grounds, past: { at: last.at, reference: name.includes("://") ? "" : name, grounds: last.grounds } };
}

/** In place of what was answered for that work. False, and nothing is kept, while the coffre is closed. */
export function keepGrounds(coffre: Door, work: string, at: string, grounds: Grounds): Promise<boolean> {
  return coffre.changeNotes(sirenOf(siretOfWork(work)), (notes) => ({
    ...notes,
    grounds: [{ work, at, grounds }, ...notes.grounds.filter((one) => one.work !== work)].slice(0, KEPT),
  }));
}

/** Those of one establishment. */
export async function forgetGrounds(coffre: Door, siret: string): Promise<void> {
  const known = await coffre.notesOf(sirenOf(siret));
  if (known === null || known.grounds.every(({ work }) => siretOfWork(work) !== siret)) return;
  await coffre.changeNotes(sirenOf(siret), (notes) => ({
    ...notes,
    grounds: notes.grounds.filter(({ work }) => siretOfWork(work) !== siret),
  }));
}

/** Earlier versions kept them beside the bid: they go into the coffre once it is open. */
async function bringIn(local: Cells, coffre: Door, siren: string): Promise<void> {
  const isOwn = ({ work, dume }: { readonly work: string; readonly dume: { readonly grounds: Grounds } }) =>
    sirenOf(siretOfWork(work)) === siren && Object.keys(dume.grounds).length > 0;
  const outside = (await bidsOf(local).read()).filter(isOwn);
  if (outside.length === 0) return;
  const isIn = await coffre.changeNotes(siren, (notes) => {
    const coming = outside
      .filter(({ work }) => notes.grounds.every((one) => one.work !== work))
      .map(({ work, at, dume }) => ({ work, at, grounds: dume.grounds }));
    const all = [...notes.grounds, ...coming].toSorted((a, b) => inCodeOrder(b.at, a.at));
    return { ...notes, grounds: all.slice(0, KEPT) };
  });
  if (isIn) await bidsOf(local).update((bids) => bids.map((bid) => (isOwn(bid) ? { ...bid, dume: { ...bid.dume, grounds: {} } } : bid)));
}
