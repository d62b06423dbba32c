/** Companies by their name, from the API Recherche d'entreprises: open to all, so the proxy and the extension both ask it. */

import { parseJson } from "../domain/json.ts";
import { present } from "../domain/present.ts";
import type { CompanyHit, CompanySearch } from "../domain/service.ts";
import { isSiret } from "../domain/siret.ts";
import { joined, known } from "./cleaning.ts";
import { rechercheEntreprisesFamily } from "./families/recherche-entreprises.ts";
import { type Hit, Search } from "./recherche.ts";
import type { Transport, TransportFailure } from "./transport.ts";

/** As many as a screen shows; typing more of the name finds fewer. */
const MOST = 8;
const TIMEOUT_MS = 8_000;

/** The family that searches by name. */
export const SEARCH_FAMILY = rechercheEntreprisesFamily;

type Found = CompanySearch | { readonly failure: TransportFailure["cause"] | "refused"; readonly retryInSeconds?: number };

/**
 * The companies in activity whose name holds the words, each with its seat, in the service's order.
 * A failure outside is a value, never an exception.
 * @param text what the person typed, three characters at least
 */
export async function searchCompanies(text: string, transport: Transport): Promise<Found> {
  const response = await transport.get({
    family: SEARCH_FAMILY,
    path: "/search",
    query: { q: text, etat_administratif: "A", minimal: "true", include: "siege", page: "1", per_page: String(MOST) },
    timeoutMs: TIMEOUT_MS,
    fresh: false,
  });
  if (!response.ok) {
    const { cause, retryInSeconds } = response;
    return { failure: cause, ...present({ retryInSeconds }) };
  }
  if (response.status < 200 || response.status > 299) return { failure: "refused" };
  const parsed = Search.safeParse(parseJson(response.text));
  if (!parsed.success) return { failure: "refused" };
  return { companies: parsed.data.results.flatMap(hitOf), total: parsed.data.total_results ?? parsed.data.results.length };
}

/** A company with a masked name, or without a head office in France, cannot be told from another: it is chosen by its SIRET. */
function hitOf({ nom_complet, siege }: Hit): CompanyHit[] {
  const name = known(nom_complet);
  const siret = siege?.siret;
  if (name === undefined || siret === undefined || siret === null || !isSiret(siret)) return [];
  return [{ siret, name, place: joined([siege?.code_postal, siege?.libelle_commune]) ?? null }];
}
