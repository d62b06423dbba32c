/** Learns the name of a company that was chosen by its SIRET: from the sources' answers, as they arrive. */
import type { Collection } from "./collection.ts";
import type { Context } from "./context.ts";
import { type Settings, withName } from "./settings.ts";
import { companyNameIn, dossierOf } from "./situation.ts";

type Learning = Pick<Context, "settings" | "collector" | "now">;

/** Keeps the name that these answers tell of their company, when it is in the list without one. */
export async function learnName({ settings, now }: Learning, collection: Collection): Promise<void> {
  const { siret } = collection.inquiry;
  const kept = await settings.read();
  if (!isUnnamed(kept, siret)) return;
  const name = companyNameIn(dossierOf({ settings: { ...kept, siret }, tab: null, collection, coffre: [], now: now() }));
  if (name !== null) await settings.update((before) => withName(before, siret, name));
}

/** The same for the company chosen, from what was answered before: it is not asked again, so no answer will tell. */
export async function learnChosenName(learning: Learning): Promise<void> {
  const kept = await learning.settings.read();
  if (kept.siret === null || !isUnnamed(kept, kept.siret)) return;
  const collection = await learning.collector.fullest(kept.siret);
  if (collection !== null) await learnName(learning, collection);
}

function isUnnamed({ companies }: Settings, siret: string): boolean {
  return companies.some((company) => company.siret === siret && company.name === null);
}
