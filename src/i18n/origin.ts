import type { Origin } from "../domain/dossier.ts";
import { formatDay, parisDay } from "../domain/time.ts";
import type { OutsideWords } from "./outside.fr.ts";

/** Where a value comes from, in a few words: "INSEE, 10/03/2026". */
export function originText(origin: Origin, m: OutsideWords): string {
  if (origin.from === "source") {
    const { provider, fetchedAt } = origin.provenance;
    return m.origin.source(provider, formatDay(parisDay(new Date(fetchedAt))));
  }
  if (origin.from === "coffre") return m.origin.coffre(origin.title);
  return origin.from === "manual" ? m.origin.manual : m.origin.derived;
}
