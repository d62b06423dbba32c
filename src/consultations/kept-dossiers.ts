/** Groups the prepared dossiers in the coffre by the consultation that they were made for. Pure. */
import type { KeptConsultation } from "../domain/kept-consultation.ts";
import type { KeptDossier } from "../domain/prepared.ts";

/**
 * By the consultation's id, latest first; under "" those without a known consultation. A consultation owns a dossier when it noted the
 * preparation of the same files.
 */
export function filedUnder<Dossier extends KeptDossier>(
  consultations: readonly KeptConsultation[],
  dossiers: readonly Dossier[],
): Map<string, Dossier[]> {
  const owners = new Map(
    consultations.flatMap(({ id, events }) =>
      events.filter(({ what }) => what === "prepared").flatMap(({ files }) => files.map(({ sha256 }) => [sha256, id] as const)),
    ),
  );
  const ownerOf = ({ files }: Dossier) => files.map(({ sha256 }) => owners.get(sha256)).find((id) => id !== undefined) ?? "";
  return Map.groupBy(dossiers, ownerOf);
}
