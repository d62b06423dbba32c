/** What the API Recherche d'entreprises answers to a SIRET, shared by the sources that read it. Masked values are "[NON-DIFFUSIBLE]". */
import { z } from "zod";
import type { Company } from "../domain/company.ts";
import type { UpstreamRequest } from "./source.ts";

const maybeText = z.string().nullish();

const Establishment = z.object({
  siret: maybeText,
  est_siege: z.boolean().nullish(),
  etat_administratif: maybeText,
  date_fermeture: maybeText,
  statut_diffusion_etablissement: maybeText,
  activite_principale: maybeText,
  activite_principale_naf25: maybeText,
  nom_commercial: maybeText,
  liste_enseignes: z.array(maybeText).nullish(),
  adresse: maybeText,
  numero_voie: maybeText,
  dernier_numero_voie: maybeText,
  indice_repetition: maybeText,
  type_voie: maybeText,
  libelle_voie: maybeText,
  complement_adresse: maybeText,
  distribution_speciale: maybeText,
  code_postal: maybeText,
  libelle_commune: maybeText,
  cedex: maybeText,
  libelle_cedex: maybeText,
  code_pays_etranger: maybeText,
});
export type Establishment = z.infer<typeof Establishment>;

/** A natural or a legal person: `type_dirigeant` says which, and so do the fields present. */
const Officer = z.object({
  nom: maybeText,
  prenoms: maybeText,
  denomination: maybeText,
  siren: maybeText,
  qualite: maybeText,
  date_de_naissance: maybeText,
});

const Hit = z.object({
  siren: z.string(),
  nom_complet: maybeText,
  nom_raison_sociale: maybeText,
  sigle: maybeText,
  activite_principale: maybeText,
  activite_principale_naf25: maybeText,
  categorie_entreprise: maybeText,
  tranche_effectif_salarie: maybeText,
  nature_juridique: maybeText,
  date_creation: maybeText,
  etat_administratif: maybeText,
  statut_diffusion: maybeText,
  siege: Establishment.nullish(),
  matching_etablissements: z.array(Establishment).nullish(),
  dirigeants: z.array(Officer).nullish(),
  finances: z.record(z.string(), z.object({ ca: z.number().nullish(), resultat_net: z.number().nullish() }).nullish()).nullish(),
  /** VAT numbers active at DGFIP: none, one or several. */
  tva: z.array(maybeText).nullish(),
  complements: z
    .object({
      est_ess: z.boolean().nullish(),
      est_bio: z.boolean().nullish(),
      est_entrepreneur_individuel: z.boolean().nullish(),
      identifiant_association: maybeText,
    })
    .nullish(),
  /** Given only when asked, by a parameter that is absent from the published description. */
  immatriculation: z
    .object({
      date_immatriculation: maybeText,
      date_radiation: maybeText,
      date_cloture_exercice: maybeText,
      capital_social: z.number().nullish(),
      devise_capital: maybeText,
    })
    .nullish(),
});
export type Hit = z.infer<typeof Hit>;

export const Search = z.object({ results: z.array(Hit), total_results: z.number().nullish() });
export type Search = z.infer<typeof Search>;

/** Fourteen digits are looked up directly: every other filter is ignored. The registration comes only when it is asked. */
export function searchRequest({ siret }: Company): UpstreamRequest {
  const query = { q: siret, page: "1", per_page: "1", limite_matching_etablissements: "100", include_admin: "immatriculation" };
  return { path: "/search", query };
}

/** The company and the establishment asked, or `undefined`: the service may answer with another establishment of the company. */
export function foundIn(
  search: Search,
  { siret, siren }: Company,
): { readonly hit: Hit; readonly establishment: Establishment } | undefined {
  for (const hit of search.results) {
    if (hit.siren !== siren) continue;
    const siege = hit.siege?.siret === siret ? hit.siege : undefined;
    const match = hit.matching_etablissements?.find((establishment) => establishment.siret === siret);
    // The seat's row is the fuller of the two.
    const establishment = siege === undefined ? match : { ...match, ...siege };
    if (establishment !== undefined) return { hit, establishment };
  }
  return undefined;
}
