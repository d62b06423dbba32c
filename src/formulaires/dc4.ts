/** DC4, declaration of a subcontractor: one for each. It names the parties and the contract; amounts and commitments are the person's. */
import type { Dossier } from "../domain/dossier.ts";
import { type Candidature, memberOf, type SousTraitant } from "./candidature.ts";
import type { Form, Line, Rubric } from "./form.ts";
import { chosen, identityLines, lineOf, linesAbroad, pmeLine, YES_NO } from "./known.ts";
import { buyerRubric, lotsLine, objectRubric } from "./shared.ts";
import { PLANS, TITLES } from "./words.ts";

/** @param candidature the bid of which a member subcontracts */
export function dc4Of(candidature: Candidature, subcontractor: SousTraitant): Form {
  const bidder = memberOf(candidature, subcontractor);
  return {
    code: "DC4",
    title: TITLES.DC4,
    plan: PLANS.DC4,
    rubrics: [
      buyerRubric(candidature),
      objectRubric(candidature, [lotsLine("B", candidature, bidder, null)]),
      { letter: "C", title: "Objet de la déclaration", lines: [PURPOSE] },
      { letter: "D", title: "Soumissionnaire ou titulaire", lines: identityLines("D", bidder.dossier) },
      { letter: "E", title: "Sous-traitant", lines: subcontractorLines(subcontractor) },
      { letter: "F", title: "Prestations sous-traitées", lines: performedLines(subcontractor) },
      ...MONEY,
      { letter: "I", title: "Capacités du sous-traitant", lines: [empty("I_capacites", "Capacités demandées par l'acheteur", true)] },
      { letter: "J", title: "Attestations du sous-traitant", lines: [SWORN] },
      ...ENDS,
    ],
  };
}

const PURPOSE: Line = {
  kind: "choice",
  name: "C_objet",
  label: "Cette déclaration est",
  options: [
    { id: "offre", text: "une annexe à l'offre" },
    { id: "acteSpecial", text: "un acte spécial d'acceptation du sous-traitant" },
    { id: "modificatif", text: "un acte modificatif" },
  ],
  known: null,
};

function subcontractorLines(one: SousTraitant): Line[] {
  return [
    ...("dossier" in one ? linesInFrance(one.dossier) : linesAbroad("E", one.etranger)),
    { kind: "choice", name: "E_paiementDirect", label: "A droit au paiement direct", options: YES_NO, known: null },
  ];
}

function linesInFrance(dossier: Dossier): Line[] {
  return [...identityLines("E", dossier), lineOf("E", dossier, "formeJuridique"), pmeLine("E", dossier)];
}

function performedLines({ prestations }: SousTraitant): Line[] {
  const nature = prestations === undefined ? null : chosen(prestations);
  return [
    { kind: "text", name: "F_nature", label: "Nature", known: nature, long: true },
    empty("F_lieu", "Lieu d'exécution"),
    empty("F_duree", "Durée"),
    empty("F_donnees", "Traitement de données personnelles", true),
  ];
}

const MONEY: readonly Rubric[] = [
  {
    letter: "G",
    title: "Prix",
    lines: [
      empty("G_montant", "Montant maximal HT"),
      empty("G_tva", "TVA, ou autoliquidation"),
      empty("G_variation", "Variation des prix"),
    ],
  },
  {
    letter: "H",
    title: "Paiement",
    lines: [
      empty("H_compte", "Compte à créditer (IBAN, BIC)"),
      { kind: "choice", name: "H_avance", label: "Le sous-traitant demande une avance", options: YES_NO, known: null },
    ],
  },
];

const SWORN: Line = {
  kind: "sworn",
  name: "J_declaration",
  text: "Le sous-traitant déclare sur l'honneur n'être dans aucun des cas d'exclusion du code de la commande publique. À cocher par une personne qui l'engage : Pli prêt ne coche jamais cette case.",
};

const ENDS: readonly Rubric[] = [
  {
    letter: "K",
    title: "Cession ou nantissement des créances",
    lines: [empty("K_creances", "État des cessions et nantissements", true)],
  },
  {
    letter: "L",
    title: "Acceptation et signatures",
    lines: [
      empty("L_soumissionnaire", "Soumissionnaire (nom, qualité, date)"),
      empty("L_sousTraitant", "Sous-traitant (nom, qualité, date)"),
    ],
  },
];

function empty(name: string, label: string, long = false): Line {
  return { kind: "text", name, label, known: null, long };
}
