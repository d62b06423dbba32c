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
  if (origin.from === "manual") return m.origin.manual;
  return isOfSiret(origin.of) ? m.origin.ofSiret : m.origin.derived;
}

/** Who says it, as short as a line allows: the whole is one press away. */
export function originShort(origin: Origin, m: OutsideWords): string {
  if (origin.from === "source") return origin.provenance.provider.replace(/\s*\(.*\)$/, "");
  if (origin.from === "coffre") return m.origin.shortCoffre;
  if (origin.from === "manual") return m.origin.shortManual;
  return isOfSiret(origin.of) ? m.origin.shortSiret : m.origin.shortDerived;
}

/** For who hears the line: as it is seen, then in full. */
export function originSaid(origin: Origin, m: OutsideWords): string {
  const [short, whole] = [originShort(origin, m), originText(origin, m)];
  return whole.startsWith(short) ? whole : `${short}, ${whole}`;
}

const isOfSiret = (of: readonly string[]) => of.length > 0 && of.every((field) => field === "siret");
