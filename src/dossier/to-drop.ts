/** What no public register gives and buyers ask for: the documents that this company had better keep in its coffre. */
import type { Dossier } from "../domain/dossier.ts";
import type { PieceKind } from "../domain/pieces.ts";

/** Divisions of the NAF: agriculture, forestry and fishing answer to the MSA; building trades hold the insurance of article L241-1 and a leave fund. */
const AGRICULTURE: ReadonlySet<string> = new Set(["01", "02", "03"]);
const BUILDING: ReadonlySet<string> = new Set(["41", "42", "43"]);

/** Kinds not held yet in a state that may be joined, the most asked first; empty while nothing is known of the company. */
export function kindsToDrop(dossier: Dossier | null): PieceKind[] {
  if (dossier === null) return [];
  const naf = dossier.values.codeNaf?.value;
  const division = typeof naf === "string" ? naf.slice(0, 2) : "";
  const held = new Set(
    dossier.pieces.filter(({ validity, barred }) => validity.status !== "expired" && barred === undefined).map(({ kind }) => kind),
  );
  const wanted: PieceKind[] = [
    AGRICULTURE.has(division) ? "msa" : "attestationVigilance",
    "attestationFiscale",
    "rcPro",
    ...(BUILDING.has(division) ? (["decennale", "cibtp"] as const) : []),
    "bilans",
    "rib",
  ];
  return wanted.filter((kind) => !held.has(kind));
}
