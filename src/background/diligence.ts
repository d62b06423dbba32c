/** The diligence log of each consultation, kept on this machine until everything is erased. */
import { z } from "zod";
import { Diligence } from "../domain/diligence.ts";
import type { Cells } from "../store/cells.ts";
import { consultationOf, hostOf, type TabState } from "./tabs.ts";

const Logs = z.record(z.string(), z.array(Diligence));
/** A consultation's log keeps its latest lines. */
const LINES = 500;

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

export function diligenceOf(local: Cells, work: string): DiligenceLog {
  const cell = local("diligence", Logs, {});
  return {
    read: async () => (await cell.read())[work] ?? [],
    add: async (lines) => {
      if (lines.length > 0) await cell.update((logs) => ({ ...logs, [work]: [...(logs[work] ?? []), ...lines].slice(-LINES) }));
    },
  };
}

/** All logs, by the name of the work. */
export function allDiligence(local: Cells): Promise<Record<string, Diligence[]>> {
  return local("diligence", Logs, {}).read();
}

export async function eraseDiligence(local: Cells): Promise<void> {
  await local("diligence", Logs, {}).clear();
}
