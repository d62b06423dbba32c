/** What the simulator's responders share: the day, the documents issued, the answers' shapes. */
import { createHash } from "node:crypto";
import { addDays, addMonths, parisDay } from "../src/domain/time.ts";
import type { DemoCompany, RelativeDay } from "./companies.ts";
import { printSpecimen, type Specimen } from "./specimens.ts";

/** Hosts where documents are, as the real services name them. */
export const STORAGE_HOST = "storage.entreprise.api.gouv.fr";

interface Issued {
  readonly specimen: Specimen;
  /** Milliseconds. */
  readonly until: number;
}

export interface World {
  now(): Date;
  /** The day in Paris. */
  today(): string;
  day(relative: RelativeDay): string;
  /** Publishes a specimen for `seconds` and returns the path under which it is found: the storage's, or one that starts with `under`. */
  issue(specimen: Specimen, seconds: number, under?: string): string;
  /** What is published under that path: a specimen, `expired`, or `undefined` when nothing was. */
  issued(path: string): Specimen | "expired" | undefined;
  print(specimen: Specimen): Promise<Buffer>;
}

/** Published documents kept; the oldest go first. */
const MOST_ISSUED = 20_000;

export function createWorld(now: () => Date): World {
  const published = new Map<string, Issued>();
  let count = 0;
  const today = () => parisDay(now());
  return {
    now,
    today,
    day: ({ months = 0, days = 0 }) => addDays(addMonths(today(), months), days),
    print: printSpecimen,
    issue: (specimen, seconds, under) => {
      const epoch = Math.floor(now().getTime() / 1000);
      const secret = createHash("sha1").update(`${specimen.kind}|${specimen.company.siren}|${epoch}|${count++}`).digest("hex");
      const path = under === undefined ? `/siade/${epoch}-${secret}-${specimen.kind}.pdf` : `${under}${secret}`;
      published.set(path, { specimen, until: now().getTime() + seconds * 1000 });
      const oldest = published.keys().next();
      if (published.size > MOST_ISSUED && oldest.done === false) published.delete(oldest.value);
      return path;
    },
    issued: (path) => {
      const found = published.get(path);
      if (found === undefined) return undefined;
      return found.until >= now().getTime() ? found.specimen : "expired";
    },
  };
}

/** The last `count` closed years of a company, most recent first. */
export function closedYears(company: DemoCompany, today: string, count: number): string[] {
  const closing = company.rne?.cloture ?? "12-31";
  const year = Number(today.slice(0, 4));
  // Accounts are known six months after the closing.
  const last = addMonths(`${year}-${closing}`, 6) <= today ? year : addMonths(`${year - 1}-${closing}`, 6) <= today ? year - 1 : year - 2;
  return Array.from({ length: count }, (_, index) => `${last - index}-${closing}`);
}
