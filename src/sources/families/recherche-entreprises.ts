/** API Recherche d'entreprises (DINUM): seven calls a second from one address. */
import type { Family } from "./family.ts";

export const rechercheEntreprisesFamily: Family = {
  id: "rechercheEntreprises",
  label: "Recherche d'entreprises",
  base: "https://recherche-entreprises.api.gouv.fr",
  entry: { kind: "none" },
  quota: { group: "rechercheEntreprises", calls: 7, seconds: 1 },
};
