/** The diligence log of each consultation, kept on this machine until everything is erased. */
import { z } from "zod";
import { Diligence } from "../domain/diligence.ts";
import type { Cells, Past } from "../store/cells.ts";
import { consultationOf, hostOf, type TabState } from "./tabs.ts";

const Logs = z.record(z.string(), z.array(Diligence));
type AllLogs = z.infer<typeof Logs>;
/** A consultation's log keeps its latest lines. */
const LINES = 500;

/** Version 2 added receipts: an older extension sets such logs aside. */
const PAST: Past = [(old) => old];
export const logsOf = (local: Cells) => local("diligence", Logs, {}, PAST);

export interface DiligenceLog {
  read(): Promise<Diligence[]>;
  add(lines: readonly Diligence[]): Promise<void>;
}

/**
 * Names a company's work on one consultation.
 * @param tab `null` where no page was read: what is prepared there belongs to no consultation
 */
export function workOf(siret: string, tab: TabState | null): string {
  const consultation = tab === null ? null : consultationOf(tab);
  return `${siret}|${consultation?.reference ?? consultation?.url ?? (tab === null ? "" : hostOf(tab))}`;
}

/** The company that a work, as {@link workOf} names it, is done for. */
export function siretOfWork(work: string): string {
  return work.split("|")[0] ?? "";
}

/** What a work, as {@link workOf} names it, is done for: a reference, else an address or a host, else nothing. */
export function consultationOfWork(work: string): string {
  return work.slice(siretOfWork(work).length + 1);
}

export function diligenceOf(local: Cells, work: string): DiligenceLog {
  const cell = logsOf(local);
  return {
    read: async () => (await cell.read())[work] ?? [],
    add: async (lines) => {
      if (lines.length === 0) return;
      const write = (before: (logs: AllLogs) => AllLogs) => cell.update((logs) => withLines(before(logs), work, lines));
      // A full store lets go of the logs of other works, the oldest half first: what was done today is what must be told.
      await write((logs) => logs).catch(() => write((logs) => newerHalf(logs, work)));
    },
  };
}

/** All logs, by the name of the work. */
export function allDiligence(local: Cells): Promise<Record<string, Diligence[]>> {
  return logsOf(local).read();
}

/** A line of work that is there already is not noted twice. */
function withLines(logs: AllLogs, work: string, lines: readonly Diligence[]): AllLogs {
  const known = logs[work] ?? [];
  const isKnown = (line: Diligence) =>
    line.operation !== undefined && known.some(({ operation, fileName }) => operation === line.operation && fileName === line.fileName);
  return { ...logs, [work]: [...known, ...lines.filter((line) => !isKnown(line))].slice(-LINES) };
}

function newerHalf(logs: AllLogs, work: string): AllLogs {
  const others = Object.entries(logs)
    .filter(([name]) => name !== work)
    .sort(([, one], [, other]) => (one.at(-1)?.at ?? "").localeCompare(other.at(-1)?.at ?? ""));
  const kept = others.slice(Math.ceil(others.length / 2));
  return Object.fromEntries([...kept, ...Object.entries(logs).filter(([name]) => name === work)]);
}
