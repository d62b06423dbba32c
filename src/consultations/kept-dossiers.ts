/** The prepared dossiers that the coffre keeps, each with the consultation that it was made for. Pure. */
import type { KeptConsultation } from "../domain/kept-consultation.ts";
import type { KeptDossier } from "../domain/prepared.ts";

/**
 * By the consultation's identifier, the latest first; under "" those of which no consultation is known any more. The preparing that it noted
 * names the same files.
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
