/**
 * INSEE's establishment as API Entreprise gives it (v4; v3 differs by its activity codes only), shared by the sources that read it.
 * Dates are Unix seconds at midnight in Paris. Masked values are "[ND]".
 */
import { z } from "zod";
import type { Company } from "../domain/company.ts";
import { dayOfUnixSeconds } from "../domain/time.ts";
import { envelope } from "./families/api-entreprise.ts";
import type { UpstreamRequest, Verdict } from "./source.ts";

const maybeText = z.string().nullish();
const Activity = z.object({ code: maybeText, libelle: maybeText, nomenclature: maybeText }).nullish();
const Workforce = z.object({ code: maybeText }).nullish();
/** Seconds; a corrupt value (seen: the year 10432) is no date. */
const UnixSeconds = z.number().nullish();

export const InseeEstablishment = envelope(
  z.object({
    siret: z.string(),
    siege_social: z.boolean().nullish(),
    etat_administratif: z.enum(["A", "F"]).nullish(),
    date_fermeture: UnixSeconds,
    status_diffusion: maybeText,
    enseigne: maybeText,
    activite_principale: Activity,
    activite_principale_naf_rev2: Activity,
    unite_legale: z.object({
      siren: z.string(),
      rna: maybeText,
      siret_siege_social: maybeText,
      type: maybeText,
      status_diffusion: maybeText,
      personne_morale_attributs: z.object({ raison_sociale: maybeText, sigle: maybeText }).nullish(),
      personne_physique_attributs: z
        .object({ prenom_usuel: maybeText, prenom_1: maybeText, nom_usage: maybeText, nom_naissance: maybeText })
        .nullish(),
      categorie_entreprise: maybeText,
      forme_juridique: z.object({ code: maybeText, libelle: maybeText }).nullish(),
      activite_principale: Activity,
      activite_principale_naf_rev2: Activity,
      tranche_effectif_salarie: Workforce,
      etat_administratif: z.enum(["A", "C"]).nullish(),
      economie_sociale_et_solidaire: z.boolean().nullish(),
      date_creation: UnixSeconds,
    }),
    adresse: z
      .object({
        numero_voie: maybeText,
        indice_repetition_voie: maybeText,
        type_voie: maybeText,
        libelle_voie: maybeText,
        complement_adresse: maybeText,
        code_postal: maybeText,
        distribution_speciale: maybeText,
        libelle_commune: maybeText,
        code_cedex: maybeText,
        libelle_cedex: maybeText,
        code_pays_etranger: maybeText,
      })
      .nullish(),
  }),
).extend({ meta: z.object({ redirect_from_siret: maybeText }).nullish() });
export type InseeEstablishment = z.infer<typeof InseeEstablishment>;

/** The endpoint that also gives data which a person asked INSEE not to publish: it needs a protected right. */
export function inseeRequest({ siret }: Company): UpstreamRequest {
  return { path: `/v4/insee/sirene/etablissements/${siret}` };
}

export const INSEE_SCOPES = ["etablissements", "unites_legales_etablissements_insee"] as const;
/** The contract's endpoints that answer in this shape: both versions, masked or not. */
export const INSEE_CASES = [
  "v4_insee_etablissements",
  "v4_insee_etablissements_diffusables",
  "v3_insee_etablissements",
  "v3_insee_etablissements_diffusables",
] as const;
export const INSEE_NEGATIVES: Readonly<Record<string, Verdict>> = {
  "003": { state: "notFound", reason: "insee.inconnu" },
  "01005": { state: "outOfScope", reason: "insee.nonDiffusible" },
};

/** True when the answer is about the establishment asked: INSEE answers a duplicate with the SIRET that replaces it. */
export function isAbout({ data }: InseeEstablishment, { siret, siren }: Company): boolean {
  return data.siret === siret && data.unite_legale.siren === siren;
}

/** The Paris day of INSEE's seconds, or `undefined` outside the years a company can have. */
export function inseeDay(seconds: number | null | undefined): string | undefined {
  if (seconds === null || seconds === undefined || Math.abs(seconds) > 8.64e12) return undefined;
  const day = dayOfUnixSeconds(seconds);
  return /^(1[6-9]|20)\d{2}-\d{2}-\d{2}$/.test(day) ? day : undefined;
}
