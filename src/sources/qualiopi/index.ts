/** Qualiopi, as CARIF-OREF knows it: the categories certified under each declaration of activity. Neither number nor dates are known. */

import type { Certification } from "../../domain/answer.ts";
import { present } from "../../domain/present.ts";
import {
  type Declaration,
  TRAINING_BODY_ABSENT,
  TRAINING_BODY_CASES,
  TRAINING_BODY_SCOPES,
  TrainingBody,
  trainingBodyRequest,
} from "../carif-oref.ts";
import { known, matching } from "../cleaning.ts";
import { apiEntreprise } from "../families/api-entreprise.ts";
import { defineSource } from "../source.ts";

const CATEGORIES = [
  ["action_formation", "Actions de formation"],
  ["bilan_competences", "Bilans de compétences"],
  ["validation_acquis_experience", "Validation des acquis de l'expérience"],
  ["apprentissage", "Actions de formation par apprentissage"],
] as const;

function certificationsOf(declaration: Declaration): Certification[] {
  const { certification_qualiopi: qualiopi, specialites } = declaration;
  const nda = known(declaration.numero_de_declaration);
  const details = [
    ...(nda === undefined ? [] : [`Déclaration d'activité n° ${nda}`]),
    ...(qualiopi?.obtention_via_unite_legale === true ? ["Certification obtenue par l'unité légale"] : []),
    ...[specialites?.specialite_1, specialites?.specialite_2, specialites?.specialite_3].flatMap(
      (specialite) => known(specialite?.libelle) ?? [],
    ),
  ];
  return CATEGORIES.map(([category, label]) => ({
    kind: "qualiopi",
    label: `Qualiopi : ${label}`,
    // An absent value does not mean "no".
    held: qualiopi?.[category] ?? null,
    validityBasis: "unknown",
    ...present({ code: nda }),
    details,
  }));
}

export const qualiopi = defineSource<TrainingBody>({
  id: "qualiopi",
  provider: "CARIF-OREF",
  label: { fr: "Certification Qualiopi", en: "Qualiopi certification" },
  block: "certifications",
  keyedBy: "siret",
  trust: "official",
  access: "protected",
  family: apiEntreprise,
  scopes: TRAINING_BODY_SCOPES,
  timeoutMs: 25_000,
  pieceKinds: [],
  documentHosts: [],
  standIn: "qualiopi-liste-of",
  contractEndpoints: TRAINING_BODY_CASES,
  request: trainingBodyRequest,
  raw: TrainingBody,
  reads: {
    // When there are several numbers, the bidder chooses the one to write.
    nda: ({ data: { declarations_activites_etablissement: declarations } }) =>
      declarations?.length === 1 ? matching(declarations[0]?.numero_de_declaration, /^\d{11}$/) : undefined,
  },
  verdict: ({ data }) => ((data.declarations_activites_etablissement ?? []).length === 0 ? TRAINING_BODY_ABSENT : { state: "delivered" }),
  certifications: ({ data }) => (data.declarations_activites_etablissement ?? []).flatMap(certificationsOf),
  negatives: { "003": TRAINING_BODY_ABSENT },
});
