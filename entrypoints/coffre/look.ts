/** What the coffre's page shows, read all at once. */
import type { CoffreView } from "../../components/Coffre.tsx";
import type { Coffre } from "../../src/coffre/coffre.ts";
import { sirenOf } from "../../src/domain/siret.ts";
import { send } from "../../src/messages/bus-screen.ts";

export type Kept = Omit<CoffreView, "reading" | "refused" | "isProtected">;
export const NOTHING: Kept = { companies: [], siren: null, pieces: [], notices: [], explications: [] };

/** What is kept for the company wanted; for the one being worked for when it is not known. */
export async function look(coffre: Coffre, wanted: string | null): Promise<Kept> {
  // The background may have to wake: the records are opened meanwhile.
  const [{ companies: used, company, dossier }, pieces, kept] = await Promise.all([
    send("show", { tabId: null }),
    coffre.list(),
    coffre.companies(),
  ]);
  const companies = keptCompanies(used, kept);
  const siren = companies.some((one) => one.siren === wanted) ? wanted : (companies[0]?.siren ?? null);
  const isCurrent = siren !== null && company !== null && sirenOf(company.siret) === siren;
  return {
    companies,
    siren,
    pieces: pieces.filter((piece) => piece.siren === siren),
    notices: isCurrent ? (dossier?.notices ?? []) : [],
    explications: siren === null ? [] : (await coffre.notesOf(siren)).explications,
  };
}

/** Those used, the latest first, then those that only have documents. */
function keptCompanies(
  used: readonly { readonly siret: string; readonly name: string | null }[],
  kept: readonly string[],
): CoffreView["companies"] {
  const known = new Map<string, string | null>();
  for (const { siret, name } of used) known.set(sirenOf(siret), known.get(sirenOf(siret)) ?? name);
  for (const siren of kept) known.set(siren, known.get(siren) ?? null);
  return [...known].map(([siren, name]) => ({ siren, name }));
}
