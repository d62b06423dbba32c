/** Documents that buyers ask for and no public register gives: this company should keep them in its coffre. */
import type { Dossier } from "../domain/dossier.ts";
import type { PieceKind } from "../domain/pieces.ts";

/** Divisions of the NAF: agriculture, forestry and fishing depend on the MSA; building trades need L241-1's insurance and a leave fund. */
const AGRICULTURE: ReadonlySet<string> = new Set(["01", "02", "03"]);
const BUILDING: ReadonlySet<string> = new Set(["41", "42", "43"]);

/** Kinds of which the company has no usable document, most asked first; empty while nothing is known of the company. */
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
