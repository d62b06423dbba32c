/** The dossier in one PDF, or in numbered volumes that keep to a size. A document is never split. */
import { dossierFileName } from "../../domain/file-names.ts";
import { sirenOf } from "../../domain/siret.ts";
import { parisDay } from "../../domain/time.ts";
import { sha256OfLarge } from "./large-hash.ts";
import type { DossierRequest, ItemOutcome, MadeDossier, MadeFile, MakeDeps } from "./made.ts";
import { makeVolume, type NumberedItem, type Volume, type VolumePlan } from "./volume.ts";

/** The most that a cover, the fonts and the outline weigh, in bytes. */
const OVERHEAD = 120_000;

/** @throws the signal's reason when it is aborted; expected failures are in the outcomes */
export async function makeDossier(request: DossierRequest, deps: MakeDeps): Promise<MadeDossier> {
  const items = request.items.map((item, index) => ({ item, number: index + 1 }));
  const weights = request.targetBytes === undefined ? new Map<string, number>() : await weigh(items, deps);
  // A volume's weight is known only once it is made: when too heavy, its documents count as heavier and everything is shared out again.
  for (;;) {
    const plans = shareOut(items, weights, request.targetBytes);
    const made = await makeAll(request, plans, deps, weights);
    if (made !== null) return made;
  }
}

/** The size of each document: roughly what it adds to a volume. */
async function weigh(items: readonly NumberedItem[], { bytesOf, signal }: MakeDeps): Promise<Map<string, number>> {
  const weights = new Map<string, number>();
  for (const { item } of items) {
    signal?.throwIfAborted();
    weights.set(item.id, (await bytesOf(item.id))?.length ?? 0);
  }
  return weights;
}

/** Puts documents into volumes, in order: a new one begins where the next document would not fit. */
export function shareOut(items: readonly NumberedItem[], weights: ReadonlyMap<string, number>, target: number | undefined): VolumePlan[] {
  const volumes: NumberedItem[][] = [[]];
  let weight = OVERHEAD;
  for (const one of items) {
    const more = weights.get(one.item.id) ?? 0;
    if (target !== undefined && (volumes.at(-1)?.length ?? 0) > 0 && weight + more > target) {
      volumes.push([]);
      weight = OVERHEAD;
    }
    volumes.at(-1)?.push(one);
    weight += more;
  }
  return volumes.map((volume, index) => ({ items: volume, n: index + 1, of: volumes.length }));
}

/** All volumes, or `null` when one exceeds the target though it could be shared out: its documents' weights are then raised. */
async function makeAll(
  request: DossierRequest,
  plans: readonly VolumePlan[],
  deps: MakeDeps,
  weights: Map<string, number>,
): Promise<MadeDossier | null> {
  const total = request.items.length;
  const files: MadeFile[] = [];
  const outcomes: ItemOutcome[] = [];
  let done = 0;
  for (const plan of plans) {
    const started = plan.items[0]?.item.id ?? null;
    deps.onProgress?.({ done, total, id: started });
    const volume = await makeVolume(request, plan, deps, (id) => {
      done += 1;
      deps.onProgress?.({ done, total, id: done === total ? null : id });
    });
    const oversize = request.targetBytes !== undefined && volume.bytes.length > request.targetBytes;
    if (oversize && plan.items.length > 1 && raise(weights, plan, volume)) return null;
    files.push(await fileOf(request, plan, volume, oversize));
    outcomes.push(...volume.outcomes);
  }
  return { files, outcomes };
}

/** Raises the weights of a volume's documents to what they really weighed. False when that changes nothing. */
function raise(weights: Map<string, number>, { items }: VolumePlan, { bytes }: Volume): boolean {
  const counted = items.reduce((sum, { item }) => sum + (weights.get(item.id) ?? 0), 0);
  const factor = (bytes.length / Math.max(1, counted)) * 1.02;
  if (factor <= 1) return false;
  for (const { item } of items) weights.set(item.id, Math.ceil((weights.get(item.id) ?? 0) * factor));
  return true;
}

async function fileOf(request: DossierRequest, plan: VolumePlan, { bytes, pages }: Volume, oversize: boolean): Promise<MadeFile> {
  const mediaType = "application/pdf";
  const day = parisDay(new Date(request.madeAt));
  return {
    fileName: dossierFileName(sirenOf(request.company.siret), day, mediaType, plan),
    mediaType,
    bytes,
    sha256: await sha256OfLarge(bytes),
    pages,
    items: plan.items.map(({ item }) => item.id),
    oversize,
  };
}
