/** A dossier made of the bytes given, as a page asks it of its worker. */

import { REPAIR } from "../../scripts/documents/repair.ts";
import { TYPEFACES } from "../../scripts/documents/typefaces.ts";
import { makeDossier } from "../../src/documents/make/dossier.ts";
import type { DossierItem, DossierRequest, MadeDossier, MakeDeps } from "../../src/documents/make/made.ts";

export const COMPANY = { name: "LUMIVERDE – Énergies & Œuvres", siret: "99990000400014" };

export function itemsOf(ids: Iterable<string>): DossierItem[] {
  return [...ids].map((id) => ({
    id,
    kind: "autre",
    title: `Pièce « ${id} »`,
    source: "Coffre de l'entreprise",
    retrievedOn: "2026-11-20",
  }));
}

export function requestOf(items: readonly DossierItem[], more: Partial<DossierRequest> = {}): DossierRequest {
  const consultation = { reference: "2026-AO-17", objet: "Rénovation énergétique de l'école", acheteurNom: "Ville d'Exemple" };
  return { company: COMPANY, consultation, items, footers: false, madeAt: "2026-11-25T10:00:00+01:00", ...more };
}

export function depsOf(documents: ReadonlyMap<string, Uint8Array<ArrayBuffer> | null>, more: Partial<MakeDeps> = {}): MakeDeps {
  return { bytesOf: async (id) => documents.get(id)?.slice() ?? null, typefaces: TYPEFACES, repair: REPAIR, ...more };
}

/** One PDF of all the documents, in their order. */
export async function dossierOf(
  documents: ReadonlyMap<string, Uint8Array<ArrayBuffer> | null>,
  more: Partial<DossierRequest> = {},
): Promise<MadeDossier> {
  return makeDossier(requestOf(itemsOf(documents.keys()), more), depsOf(documents));
}
