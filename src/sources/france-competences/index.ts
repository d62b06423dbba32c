/** France compétences, as CARIF-OREF knows it: the establishment's authorisations for registered certifications (RNCP, RS). */

import type { Certification } from "../../domain/answer.ts";
import { present } from "../../domain/present.ts";
import {
  type Habilitation,
  TRAINING_BODY_ABSENT,
  TRAINING_BODY_CASES,
  TRAINING_BODY_SCOPES,
  TrainingBody,
  trainingBodyRequest,
} from "../carif-oref.ts";
import { dayIn, known } from "../cleaning.ts";
import { apiEntreprise } from "../families/api-entreprise.ts";
import { defineSource } from "../source.ts";

/** The provider may say "active" after the registration's end: both are checked. `null`: the provider does not say. */
function heldOn({ actif, date_fin_enregistrement }: Habilitation, today: string): boolean | null {
  const until = dayIn(date_fin_enregistrement);
  return until !== undefined && until < today ? false : (actif ?? null);
}

/** The certification's page at France compétences: "RNCP10013" → /rncp/10013/. */
function pageOf(code: string | undefined): string | undefined {
  const [, register, number] = /^(RNCP|RS)(\d+)$/.exec(code ?? "") ?? [];
  return register === undefined ? undefined : `https://www.francecompetences.fr/recherche/${register.toLowerCase()}/${number}/`;
}

function certificationOf(habilitation: Habilitation, today: string): Certification {
  const code = known(habilitation.code);
  const validFrom = dayIn(habilitation.date_decision) ?? dayIn(habilitation.date_actif);
  const validUntil = dayIn(habilitation.date_fin_enregistrement);
  const url = pageOf(code);
  return {
    kind: "franceCompetences",
    label: code === undefined ? "Habilitation France compétences" : `Habilitation ${code}`,
    body: "France compétences",
    held: heldOn(habilitation, today),
    ...present({ code, validFrom, validUntil }),
    validityBasis: validUntil === undefined ? "unknown" : "source",
    ...present({ url }),
    details: [
      ...(habilitation.habilitation_pour_former === true ? ["Habilitée à former"] : []),
      ...(habilitation.habilitation_pour_organiser_l_evaluation === true ? ["Habilitée à organiser l'évaluation"] : []),
    ],
  };
}

export const franceCompetences = defineSource<TrainingBody>({
  id: "france-competences",
  provider: "France compétences",
  label: { fr: "Habilitations France compétences", en: "France compétences accreditations" },
  block: "certifications",
  keyedBy: "siret",
  trust: "official",
  access: "protected",
  family: apiEntreprise,
  scopes: TRAINING_BODY_SCOPES,
  timeoutMs: 25_000,
  pieceKinds: [],
  documentHosts: [],
  contractEndpoints: TRAINING_BODY_CASES,
  request: trainingBodyRequest,
  raw: TrainingBody,
  reads: {
    urlCertificatFranceCompetences: ({ data }, { today }) => {
      const pages = (data.habilitations_france_competence ?? [])
        .filter((habilitation) => heldOn(habilitation, today) === true)
        .flatMap(({ code }) => pageOf(known(code)) ?? []);
      return pages.length === 1 ? pages[0] : undefined;
    },
  },
  verdict: ({ data }) => ((data.habilitations_france_competence ?? []).length === 0 ? TRAINING_BODY_ABSENT : { state: "delivered" }),
  certifications: ({ data }, { today }) => (data.habilitations_france_competence ?? []).map((one) => certificationOf(one, today)),
  negatives: { "003": TRAINING_BODY_ABSENT },
});
