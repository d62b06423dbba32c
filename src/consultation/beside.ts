/** Compares what the règlement, the notice and the page say of the same thing. It does not choose between them. Pure. */
import type { AskedPoint, AskedPointFound, ConsultationReading } from "../domain/asked.ts";
import type { Consultation } from "../domain/consultation.ts";
import { toldOf } from "./reading.ts";

type Teller = "rc" | "avis" | "page";

export interface Side {
  readonly from: Teller;
  /** The document's sentence; `null` for the page. */
  readonly found: AskedPointFound | null;
  /** What is compared: an instant, a host, a number of lots. */
  readonly said: string;
}

/** One thing on which at least two of them differ. */
export interface Disagreement {
  readonly point: AskedPoint;
  readonly sides: readonly Side[];
}

/** The deadline to show, and whether another text gives another one. */
export interface DeadlineTold {
  /** ISO 8601 with offset; `null` when none is certain. */
  readonly iso: string | null;
  readonly from: Teller | null;
  readonly differs: boolean;
  readonly sides: readonly Side[];
}

/**
 * The page's deadline, unless it has none, or doubts it and a document gives its clock. When they differ, neither is taken for right:
 * the page's stays, and both are shown.
 */
export function deadlineToldOf(reading: ConsultationReading, page: Consultation | null): DeadlineTold {
  const sides = sidesOf(reading, "deadline", instantOf);
  const ofPage: Side[] = page?.dateLimite === undefined ? [] : [{ from: "page", found: null, said: String(Date.parse(page.dateLimite)) }];
  const all = [...sides, ...ofPage];
  const differs = new Set(all.map(({ said }) => said)).size > 1;
  if (page?.dateLimite !== undefined) return { iso: page.dateLimite, from: "page", differs, sides: all };
  // Only a document that names its clock settles a page's doubt about the clock.
  const clear = sides.filter(({ found }) => page?.doubt === undefined || ["paris", "local"].includes(String(found?.said["clock"])));
  const [first] = clear;
  if (first === undefined || differs) return { iso: null, from: null, differs, sides: all };
  return { iso: String(first.found?.said["iso"]), from: first.from, differs, sides: all };
}

/** Every point on which two texts differ. */
export function disagreementsOf(reading: ConsultationReading, page: Consultation | null): Disagreement[] {
  const deadline = deadlineToldOf(reading, page);
  const depot = [...sidesOf(reading, "depot", hostOf), ...pageSide(page, page === null ? null : hostAt(page.url))];
  const lots = [
    ...sidesOf(reading, "lots", lotsOf),
    ...pageSide(page, page?.lots === undefined ? null : String(Math.max(page.lots.length, 1))),
  ];
  const others = (["visite", "signature", "maxSize", "validiteOffres", "copieSauvegarde"] as const).map((point) => ({
    point,
    sides: sidesOf(reading, point, ({ said }) => JSON.stringify(said)),
  }));
  return [
    { point: "deadline" as const, sides: deadline.sides },
    { point: "depot" as const, sides: depot },
    { point: "lots" as const, sides: lots },
    ...others,
  ].filter(({ sides }) => new Set(sides.map(({ said }) => said)).size > 1);
}

function sidesOf(reading: ConsultationReading, point: AskedPoint, saidBy: (found: AskedPointFound) => string | null): Side[] {
  return toldOf(reading, point).flatMap((found): Side[] => {
    const said = saidBy(found);
    const kind = reading.documents.find(({ file }) => file === found.file)?.kind;
    return said === null || kind === "other" || kind === undefined ? [] : [{ from: kind, found, said }];
  });
}

function pageSide(page: Consultation | null, said: string | null): Side[] {
  return page === null || said === null ? [] : [{ from: "page", found: null, said }];
}

/** Only an instant with a known clock can be compared. */
function instantOf({ said }: AskedPointFound): string | null {
  const { iso } = said;
  return typeof iso === "string" && /(?:Z|[+-]\d{2}:\d{2})$/.test(iso) ? String(Date.parse(iso)) : null;
}

function hostOf({ said: { url } }: AskedPointFound): string | null {
  return typeof url === "string" ? hostAt(url) : null;
}

/** "marches.example" of "https://www.marches.example/x"; `null` for what is no address. */
function hostAt(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, "") : null;
}

/** How many lots: one when the document says that there is no division; `null` when it does not count them. */
function lotsOf({ said: { divided, lots } }: AskedPointFound): string | null {
  if (divided === false) return "1";
  return Array.isArray(lots) && lots.length > 1 ? String(lots.length) : null;
}
