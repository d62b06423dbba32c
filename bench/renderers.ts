/** The memory of the extension's processes in a Chromium, as Linux counts it. `mark`: an argument that only this browser was given. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

export const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** Resets the peaks. @returns megabytes resident now */
export function clearPeaks(mark: string): number {
  const renderers = extensionProcesses(mark);
  for (const id of renderers) writeFileSync(`/proc/${id}/clear_refs`, "5");
  return peakOf(renderers);
}

/** The peak of resident megabytes since then. */
export function peakNow(mark: string): number {
  return peakOf(extensionProcesses(mark));
}

/** The renderers of the extension: its page and its worker are in one of them. */
function extensionProcesses(mark: string): string[] {
  return readdirSync("/proc").filter((id) => {
    const line = /^\d+$/.test(id) ? textOf(`/proc/${id}/cmdline`) : "";
    return line.includes("--extension-process") && line.includes(mark);
  });
}

/** The peak of resident megabytes of the heaviest process since it was reset. */
function peakOf(processes: readonly string[]): number {
  const peaks = processes.map((id) => Number(/VmHWM:\s+(\d+)/.exec(textOf(`/proc/${id}/status`))?.[1] ?? 0) / 1000);
  return Math.round(Math.max(0, ...peaks));
}

/** A process may end while it is being read. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
