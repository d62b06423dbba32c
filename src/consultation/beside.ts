/** What the règlement, the notice and the page say of the same thing, side by side. Nothing is settled between them. Pure. */
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

/** One thing that at least two tell, and not the same. */
export interface Disagreement {
  readonly point: AskedPoint;
  readonly sides: readonly Side[];
}

/** The deadline that is told, and whether another teller says another. */
export interface DeadlineTold {
  /** ISO 8601 with offset; `null` when nobody tells it without a doubt. */
  readonly iso: string | null;
  readonly from: Teller | null;
  readonly differs: boolean;
  readonly sides: readonly Side[];
}

/**
 * The page's word on the deadline, unless it has none or doubts it and a document tells its clock. When tellers differ none of them is right by
 * itself: the page's stays, and both are shown.
 */
export function deadlineToldOf(reading: ConsultationReading, page: Consultation | null): DeadlineTold {
  const sides = sidesOf(reading, "deadline", instantOf);
  const ofPage: Side[] = page?.dateLimite === undefined ? [] : [{ from: "page", found: null, said: String(Date.parse(page.dateLimite)) }];
  const all = [...sides, ...ofPage];
  const differs = new Set(all.map(({ said }) => said)).size > 1;
  if (page?.dateLimite !== undefined) return { iso: page.dateLimite, from: "page", differs, sides: all };
  // A page that doubts its clock is answered only by a document that tells one.
  const clear = sides.filter(({ found }) => page?.doubt === undefined || ["paris", "local"].includes(String(found?.said["clock"])));
  const [first] = clear;
  if (first === undefined || differs) return { iso: null, from: null, differs, sides: all };
  return { iso: String(first.found?.said["iso"]), from: first.from, differs, sides: all };
}

/** Every point on which two tellers differ. */
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

/** Only an instant whose clock is told can be compared. */
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

/** How many lots: one where the document says that there is no division; `null` where it does not count them. */
function lotsOf({ said: { divided, lots } }: AskedPointFound): string | null {
  if (divided === false) return "1";
  return Array.isArray(lots) && lots.length > 1 ? String(lots.length) : null;
}
