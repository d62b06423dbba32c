/** The ledger of first sights: what the reader gave on a series of pages before anything was learnt from it. A series enters once. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "../steps.ts";
import { EvaluationError } from "./labels.ts";
import type { Evaluation } from "./report.ts";

const FILE = join(ROOT, "docs", "reading-ledger.json");

const Entry = z.object({
  series: z.string(),
  date: z.iso.date(),
  commit: z.string(),
  pages: z.number().int(),
  right: z.number().int(),
  missed: z.number().int(),
  wrong: z.number().int(),
  /** Counts of what one click writes; older entries have a single tier. */
  sure: z.object({ right: z.number().int(), wrong: z.number().int() }).optional(),
  pagesWronglyTaken: z.number().int(),
});
const Ledger = z.array(Entry);

/** @throws {EvaluationError} when the series was seen before */
export function refuseKnown(series: string): void {
  const known = entries().find((entry) => entry.series === series);
  if (known !== undefined)
    throw new EvaluationError(`La série « ${series} » est déjà au registre (${known.date}) : une première vue ne se refait pas.`);
}

export function enter(series: string, { pages, detection, controls: { right, missed, wrong, sure } }: Evaluation["totals"]): void {
  refuseKnown(series);
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim();
  const entry = {
    series,
    date: new Date().toISOString().slice(0, 10),
    commit,
    ...{ pages, right, missed, wrong },
    sure: { right: sure.right, wrong: sure.wrong },
    pagesWronglyTaken: detection.wrong,
  };
  writeFileSync(FILE, `${JSON.stringify([...entries(), entry], null, 2)}\n`);
}

function entries(): z.infer<typeof Ledger> {
  return Ledger.parse(JSON.parse(readFileSync(FILE, "utf8")));
}
