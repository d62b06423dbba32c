/** CARIF-OREF's answer about a training establishment, shared by Qualiopi and France compétences, which are two views of it. */
import { z } from "zod";
import type { Company } from "../domain/company.ts";
import { envelope } from "./families/api-entreprise.ts";
import type { UpstreamRequest, Verdict } from "./source.ts";

const maybeText = z.string().nullish();
const maybeBoolean = z.boolean().nullish();
const Specialite = z.object({ code: maybeText, libelle: maybeText }).nullish();

/** One declaration of activity (NDA). Its `actif` is always true at the provider: it says nothing and is not read. */
const Declaration = z.object({
  numero_de_declaration: maybeText,
  certification_qualiopi: z
    .object({
      action_formation: maybeBoolean,
      bilan_competences: maybeBoolean,
      validation_acquis_experience: maybeBoolean,
      apprentissage: maybeBoolean,
      obtention_via_unite_legale: maybeBoolean,
    })
    .nullish(),
  specialites: z.object({ specialite_1: Specialite, specialite_2: Specialite, specialite_3: Specialite }).nullish(),
});
export type Declaration = z.infer<typeof Declaration>;

const Habilitation = z.object({
  code: maybeText,
  actif: maybeBoolean,
  date_actif: maybeText,
  date_fin_enregistrement: maybeText,
  date_decision: maybeText,
  habilitation_pour_former: maybeBoolean,
  habilitation_pour_organiser_l_evaluation: maybeBoolean,
});
export type Habilitation = z.infer<typeof Habilitation>;

export const TrainingBody = envelope(
  z
    .object({
      siret: z.string(),
      declarations_activites_etablissement: z.array(Declaration).nullish(),
      habilitations_france_competence: z.array(Habilitation).nullish(),
    })
    .refine(
      ({ declarations_activites_etablissement: one, habilitations_france_competence: other }) => Boolean(one ?? other),
      "neither list",
    ),
);
export type TrainingBody = z.infer<typeof TrainingBody>;

export function trainingBodyRequest({ siret }: Company): UpstreamRequest {
  return { path: `/v3/carif_oref/etablissements/${siret}/certifications_qualiopi_france_competences` };
}

export const TRAINING_BODY_CASES = ["v3_carif_oref_certifications_qualiopi_france_competences"] as const;
export const TRAINING_BODY_SCOPES = ["certifications_qualiopi_france_competences"] as const;
export const TRAINING_BODY_ABSENT: Verdict = { state: "notFound", reason: "qualification.aucune" };
