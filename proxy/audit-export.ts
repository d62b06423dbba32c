/** The audit trail as CSV, for the data protection officer and for DINUM. */
import { AuditEntry, readAudit } from "./audit.ts";

const COLUMNS = Object.keys(AuditEntry.shape) as (keyof AuditEntry)[];

/** Writes the trail on standard output, and on standard error what was changed in it. Returns the exit status. */
export async function exportAudit(directory: string, from: string, to: string): Promise<number> {
  const { lines, broken } = await readAudit(directory, from, to);
  process.stdout.write(`${COLUMNS.join(";")}\n`);
  for (const line of lines) process.stdout.write(`${COLUMNS.map((column) => cell(line[column])).join(";")}\n`);
  for (const place of broken) process.stderr.write(`Ligne modifiée, manquante ou illisible : ${place}\n`);
  return broken.length === 0 ? 0 : 1;
}

/** Quoted; a leading sign that a spreadsheet would take for a formula is set apart. */
function cell(value: string | number | null): string {
  const text = String(value ?? "");
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
