/**
 * Specimen documents, all fictitious, in the order of text of the real families: what is written, and what a right reading
 * of it gives. Several layouts a kind, with the dates and numbers that could mislead.
 */

import type { PieceKind } from "../../src/domain/pieces.ts";
import { addDays, addMonths, endOfMonth } from "../../src/domain/time.ts";
import type { DateField } from "../../src/domain/validity.ts";

export interface Particulars {
  readonly name: string;
  readonly siren: string;
  readonly siret: string;
  /** Numbers of whoever issues the document. */
  readonly issuerSiren: string;
  readonly city: string;
  readonly issuedOn: string;
  readonly code: string;
  /** How dates are written. */
  readonly write: (day: string) => string;
}

export interface Specimen {
  readonly family: string;
  /** `null`: no kind of ours; it must not be taken for one. */
  readonly kind: PieceKind | null;
  readonly pages: readonly (readonly string[])[];
  readonly dates: { readonly [F in DateField]?: string };
  readonly securityCode?: string;
}

const spaced = (siren: string) => siren.replace(/(\d{3})(\d{3})(\d{3})/, "$1 $2 $3");
const spacedSiret = (siret: string) => siret.replace(/(\d{3})(\d{3})(\d{3})(\d{5})/, "$1 $2 $3 $4");
/** Last day of the month before. */
const monthEndBefore = (day: string) => addDays(`${day.slice(0, 7)}-01`, -1);
const yearOf = (day: string) => day.slice(0, 4);

type Family = (p: Particulars) => Omit<Specimen, "family">;

export const FAMILIES: Readonly<Record<string, Family>> = {
  "vigilance, lettre puis attestation": (p) => {
    const validFrom = monthEndBefore(p.issuedOn);
    return {
      kind: "attestationVigilance",
      dates: { validFrom, issuedOn: p.issuedOn },
      securityCode: p.code,
      pages: [
        [
          "Urssaf Rhône-Alpes",
          `À ${p.city}, le ${p.write(p.issuedOn)}`,
          p.name,
          "Objet : attestation de vigilance",
          "Madame, Monsieur,",
          "Je vous adresse ci-joint votre attestation de fourniture des déclarations sociales et de paiement",
          "des cotisations et contributions de sécurité sociale.",
          "Je vous rappelle que la contrefaçon de ce document est punie par la loi.",
          `Effectif moyen du mois de janvier ${yearOf(p.issuedOn)} : 12 salariés`,
        ],
        [
          "ATTESTATION DE FOURNITURE DES DÉCLARATIONS SOCIALES",
          "ET DE PAIEMENT DES COTISATIONS ET CONTRIBUTIONS",
          `Code de sécurité : ${p.code}`,
          `N° SIREN : ${spaced(p.siren)}`,
          `Établissement ${p.siret} — 12 salariés`,
          "L'Union de recouvrement certifie qu'au titre de l'établissement ci-dessus l'entreprise désignée",
          "est à jour de ses obligations en matière de cotisations de sécurité sociale",
          `et d'allocations familiales, à la date du ${p.write(validFrom)}.`,
          `Fait à ${p.city}, le ${p.write(p.issuedOn)}`,
          "Le directeur",
        ],
      ],
    };
  },
  "vigilance, une page": (p) => {
    const validFrom = endOfMonth(addMonths(p.issuedOn, -2));
    return {
      kind: "attestationVigilance",
      dates: { validFrom, issuedOn: p.issuedOn },
      securityCode: p.code,
      pages: [
        [
          "ATTESTATION DE VIGILANCE",
          "Articles L. 243-15 et D. 243-15 du code de la sécurité sociale",
          `${p.name} — SIRET ${spacedSiret(p.siret)}`,
          `CODE DE SECURITE ${p.code}`,
          "L'entreprise est à jour de ses obligations de déclaration et de paiement à l'égard de l'Urssaf",
          `à la date du ${p.write(validFrom)}`,
          `Délivrée le ${p.write(p.issuedOn)}`,
          "Ce document ne préjuge pas de l'exactitude des bases sur lesquelles il a été établi.",
        ],
      ],
    };
  },
  "fiscale, imprimé": (p) => ({
    kind: "attestationFiscale",
    dates: { issuedOn: p.issuedOn },
    pages: [
      [
        "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
        "N° 3666-SD",
        "ATTESTATION DE RÉGULARITÉ FISCALE",
        `Dénomination : ${p.name}`,
        `Numéro SIREN : ${p.siren}`,
        `Entreprise créée le ${p.write("2009-04-17")}`,
        "Au vu des éléments en possession du service, l'entreprise est à jour du dépôt de ses déclarations",
        "de résultats et de TVA et du paiement de l'impôt sur les sociétés et de la TVA.",
        `Fait à ${p.city}, le ${p.write(p.issuedOn)}`,
        "Le comptable public",
      ],
    ],
  }),
  "fiscale, en ligne": (p) => ({
    kind: "attestationFiscale",
    dates: { issuedOn: p.issuedOn },
    pages: [
      [
        "Attestation fiscale",
        `Service des impôts des entreprises de ${p.city}`,
        `Date de délivrance : ${p.write(p.issuedOn)}`,
        `SIREN ${spaced(p.siren)}   ${p.name}`,
        "Obligations déclaratives et de paiement : impôt sur les sociétés, taxe sur la valeur ajoutée",
        `Exercice ouvert le ${p.write(`${yearOf(p.issuedOn)}-01-01`)}`,
      ],
    ],
  }),
  MSA: (p) => {
    const validFrom = monthEndBefore(p.issuedOn);
    return {
      kind: "msa",
      dates: { validFrom, issuedOn: p.issuedOn },
      pages: [
        [
          "MSA Ain-Rhône — Mutualité sociale agricole",
          "ATTESTATION DE VIGILANCE",
          `SIRET : ${p.siret}`,
          `${p.name} est à jour de ses obligations de déclaration et de paiement des cotisations sociales agricoles`,
          `à la date du ${p.write(validFrom)}.`,
          `Établie le ${p.write(p.issuedOn)}`,
        ],
      ],
    };
  },
  "CIBTP, avec échéance": (p) => {
    const validUntil = endOfMonth(addMonths(p.issuedOn, 2));
    return {
      kind: "cibtp",
      dates: { issuedOn: p.issuedOn, validUntil },
      pages: [
        [
          "Caisse Congés Intempéries BTP",
          "CERTIFICAT",
          `Adhérent n° 123456 — SIRET ${p.siret}`,
          `La caisse certifie que ${p.name} a satisfait à ses obligations en matière de congés payés et de chômage intempéries.`,
          `Le présent certificat est valable jusqu'au ${p.write(validUntil)}.`,
          `Fait à ${p.city}, le ${p.write(p.issuedOn)}`,
        ],
      ],
    };
  },
  "CIBTP, au jour": (p) => {
    const validFrom = monthEndBefore(p.issuedOn);
    return {
      kind: "cibtp",
      dates: { issuedOn: p.issuedOn, validFrom },
      pages: [
        [
          "CIBTP Grand Ouest",
          "Attestation pour les marchés publics : congés payés et chômage intempéries",
          `Entreprise : ${p.name}, SIREN ${spaced(p.siren)}, adhérente depuis le ${p.write("2012-01-01")}`,
          `L'entreprise est à jour de ses cotisations au ${p.write(validFrom)}`,
          `Éditée le ${p.write(p.issuedOn)}`,
        ],
      ],
    };
  },
  CNETP: (p) => {
    const validFrom = monthEndBefore(p.issuedOn);
    return {
      kind: "cnetp",
      dates: { issuedOn: p.issuedOn, validFrom },
      pages: [
        [
          "CNETP",
          "Caisse nationale des entrepreneurs de travaux publics",
          "CERTIFICAT",
          `${p.name}`,
          `SIREN : ${p.siren}`,
          `est à jour de ses cotisations de congés payés exigibles au ${p.write(validFrom)}.`,
          `Fait à Paris, le ${p.write(p.issuedOn)}`,
        ],
      ],
    };
  },
  "PRO BTP": (p) => {
    const validFrom = monthEndBefore(p.issuedOn);
    return {
      kind: "probtp",
      dates: { issuedOn: p.issuedOn, validFrom },
      pages: [
        [
          "PRO BTP",
          "ATTESTATION DE RÉGULARITÉ",
          `SIRET ${spacedSiret(p.siret)}`,
          `L'entreprise ${p.name} est à jour du paiement de ses cotisations de retraite complémentaire`,
          `AGIRC-ARRCO exigibles au ${p.write(validFrom)}.`,
          `Établie le ${p.write(p.issuedOn)}`,
        ],
      ],
    };
  },
  "FNTP, année": (p) => ({
    kind: "fntp",
    dates: { validFrom: `${yearOf(p.issuedOn)}-01-01`, validUntil: `${yearOf(p.issuedOn)}-12-31` },
    pages: [
      [
        "FÉDÉRATION NATIONALE DES TRAVAUX PUBLICS",
        `CARTE PROFESSIONNELLE ${yearOf(p.issuedOn)}`,
        "Entrepreneur de travaux publics",
        p.name,
        `SIREN ${p.siren}`,
        "Identifications professionnelles : 211, 2321, 5141",
      ],
    ],
  }),
  "Qualibat, qualifications datées": (p) => {
    const validUntil = addMonths(p.issuedOn, 12);
    return {
      kind: "qualibat",
      dates: { issuedOn: p.issuedOn, validUntil },
      pages: [
        [
          "QUALIBAT",
          "CERTIFICAT DE QUALIFICATION PROFESSIONNELLE",
          `N° E-E 41207   SIRET : ${p.siret}`,
          p.name,
          `4322 Plomberie sanitaire — attribuée en ${p.write("2022-01-12")}, échéance ${p.write("2030-01-12")}`,
          "8621 Rénovation énergétique (RGE) — Reconnu garant de l'environnement",
          `Certificat édité le ${p.write(p.issuedOn)}`,
          `Valable jusqu'au ${p.write(validUntil)}`,
          "QUALIBAT, association, SIREN 784 000 003 — organisme certificateur",
        ],
      ],
    };
  },
  Qualifelec: (p) => {
    const validFrom = addDays(p.issuedOn, 3);
    const validUntil = addDays(addMonths(validFrom, 12), -1);
    return {
      kind: "qualifelec",
      dates: { validFrom, validUntil },
      pages: [
        [
          "QUALIFELEC",
          "CERTIFICAT DE QUALIFICATION",
          `Entreprise : ${p.name}`,
          `N° SIRET : ${spacedSiret(p.siret)}`,
          "Qualification Électrotechnique, indice 2, classe 3",
          `Période de validité du ${p.write(validFrom)} au ${p.write(validUntil)}`,
          `Assurance décennale souscrite auprès de Mutuelle des Bâtisseurs, contrat du ${p.write("2021-02-02")}`,
        ],
      ],
    };
  },
  "RGE, Qualit'EnR": (p) => {
    const validUntil = addMonths(p.issuedOn, 12);
    return {
      kind: "rge",
      dates: { validFrom: p.issuedOn, validUntil },
      pages: [
        [
          "Qualit'EnR",
          "Certificat QualiPAC module Chauffage et ECS",
          "RGE — Reconnu Garant de l'Environnement",
          `${p.name} — SIRET ${p.siret}`,
          `Valable du ${p.write(p.issuedOn)} au ${p.write(validUntil)}`,
          "Sous réserve du contrôle annuel",
        ],
      ],
    };
  },
  OPQIBI: (p) => {
    const validUntil = addMonths(p.issuedOn, 12);
    return {
      kind: "opqibi",
      dates: { issuedOn: p.issuedOn, validUntil },
      pages: [
        [
          "OPQIBI — L'ingénierie qualifiée",
          "CERTIFICAT n° 14 06 2871",
          `Attribué à ${p.name}, SIREN : ${p.siren}`,
          "1905 Audit énergétique des bâtiments (RGE)",
          `Délivré le ${p.write(p.issuedOn)}`,
          `Date de fin de validité : ${p.write(validUntil)}`,
        ],
      ],
    };
  },
  Qualiopi: (p) => {
    const validFrom = addDays(p.issuedOn, 5);
    const validUntil = addDays(addMonths(validFrom, 36), -1);
    return {
      kind: "qualiopi",
      dates: { validFrom, validUntil, issuedOn: p.issuedOn },
      pages: [
        [
          "CERTIFICAT",
          "Référentiel national qualité — Qualiopi, processus certifié",
          `${p.name} — numéro de déclaration d'activité 84691234567`,
          `SIREN ${spaced(p.siren)}`,
          "Catégorie : actions de formation",
          `Date de début de validité : ${p.write(validFrom)}`,
          `Date de fin de validité : ${p.write(validUntil)}`,
          `Date d'édition : ${p.write(p.issuedOn)}`,
        ],
      ],
    };
  },
  Kbis: (p) => ({
    kind: "immatriculation",
    dates: { issuedOn: p.issuedOn },
    securityCode: p.code.slice(0, 10),
    pages: [
      [
        `Greffe du tribunal de commerce de ${p.city}`,
        `Code de vérification : ${p.code.slice(0, 10)}`,
        "EXTRAIT KBIS",
        "EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIÉTÉS",
        `à jour au ${p.write(p.issuedOn)}`,
        "IDENTIFICATION DE LA PERSONNE MORALE",
        `Immatriculation au RCS, numéro ${spaced(p.siren)} R.C.S. ${p.city}`,
        `Date d'immatriculation ${p.write("2014-03-21")}`,
        `Dénomination ${p.name}`,
        `Durée de la personne morale jusqu'au ${p.write("2099-03-20").replace("2099", "2059")}`,
        "Président",
        `Nom, prénoms MOREL Anne, née le ${p.write("1994-07-08")} à Dijon`,
        `Commissaire aux comptes : AUDIT DU LITTORAL, ${spaced(p.issuerSiren)} R.C.S. Nantes`,
        "Le greffier",
      ],
    ],
  }),
  RNE: (p) => ({
    kind: "immatriculation",
    dates: { issuedOn: p.issuedOn },
    pages: [
      [
        "INPI — Registre national des entreprises",
        "ATTESTATION D'IMMATRICULATION AU REGISTRE NATIONAL DES ENTREPRISES",
        `Données à jour au ${p.write(p.issuedOn)}`,
        `Numéro SIREN ${spaced(p.siren)}`,
        `Date d'immatriculation au RNE ${p.write("2018-03-15")}`,
        `Début d'activité ${p.write("2018-03-01")}`,
      ],
    ],
  }),
  "avis de situation": (p) => ({
    kind: "avisInsee",
    dates: { issuedOn: p.issuedOn },
    pages: [
      [
        "Insee — Institut national de la statistique et des études économiques",
        "AVIS DE SITUATION AU RÉPERTOIRE SIRENE",
        `À la date du ${p.write(p.issuedOn)}`,
        `Entreprise active depuis le ${p.write("2018-03-01")}`,
        `Identifiant SIREN ${spaced(p.siren)}`,
        `Identifiant SIRET du siège ${spacedSiret(p.siret)}`,
        `Établissement actif depuis le ${p.write("2020-01-01")}`,
      ],
    ],
  }),
  "bilan, deux exercices": (p) => {
    const closingOn = `${Number(yearOf(p.issuedOn)) - 1}-12-31`;
    return {
      kind: "bilans",
      dates: { closingOn },
      pages: [
        [
          "COMPTES ANNUELS",
          p.name,
          `SIRET ${p.siret}`,
          `Exercice du ${p.write(`${yearOf(closingOn)}-01-01`)} au ${p.write(closingOn)}`,
          "Cabinet Expertise Littoral, ordre des experts-comptables",
        ],
        [
          "BILAN ACTIF",
          `Exercice clos le ${p.write(closingOn)}`,
          `Exercice N-1 clos le ${p.write(addMonths(closingOn, -12))}`,
          "Immobilisations incorporelles 12 500",
          "TOTAL GÉNÉRAL 1 204 330",
        ],
        ["COMPTE DE RÉSULTAT", "Chiffre d'affaires net 2 410 000"],
      ],
    };
  },
  décennale: (p) => {
    const validFrom = `${yearOf(p.issuedOn)}-01-01`;
    const validUntil = `${yearOf(p.issuedOn)}-12-31`;
    return {
      kind: "decennale",
      dates: { validFrom, validUntil, issuedOn: p.issuedOn },
      pages: [
        [
          "MUTUELLE DES BÂTISSEURS",
          "ATTESTATION D'ASSURANCE DE RESPONSABILITÉ DÉCENNALE OBLIGATOIRE",
          "Article L. 241-1 du code des assurances",
          `Assuré : ${p.name} — SIREN ${p.siren} — contrat n° 8 214 553`,
          `Contrat à effet du ${p.write("2015-06-01")}`,
          `Chantiers ouverts entre le ${p.write(validFrom)} et le ${p.write(validUntil)}`,
          "Activités garanties : plomberie, chauffage",
          `Fait à ${p.city}, le ${p.write(p.issuedOn)}`,
          `Société d'assurance mutuelle — RCS Paris ${spaced(p.issuerSiren)}`,
        ],
      ],
    };
  },
  "RC professionnelle": (p) => {
    const validFrom = addMonths(`${p.issuedOn.slice(0, 7)}-01`, 0);
    const validUntil = addDays(addMonths(validFrom, 12), -1);
    return {
      kind: "rcPro",
      dates: { validFrom, validUntil },
      pages: [
        [
          "ATTESTATION D'ASSURANCE",
          "Responsabilité civile professionnelle",
          `Nous attestons que ${p.name} (SIREN ${spaced(p.siren)}) est titulaire du contrat n° 55 120 774`,
          `Attestation valable pour la période du ${p.write(validFrom)} au ${p.write(validUntil)}`,
          "Dommages corporels : 8 000 000 € par sinistre",
          `Compagnie générale, SA au capital de 120 000 000 €, ${spaced(p.issuerSiren)} RCS Nanterre`,
        ],
      ],
    };
  },
  RIB: (p) => ({
    kind: "rib",
    dates: {},
    pages: [
      [
        "RELEVÉ D'IDENTITÉ BANCAIRE",
        `Titulaire : ${p.name}`,
        "IBAN FR76 3000 6000 0112 3456 7890 189",
        "BIC : AGRIFRPPXXX",
        `Agence de ${p.city}`,
      ],
    ],
  }),
  DC1: (p) => ({
    kind: "dc1",
    dates: {},
    pages: [
      [
        "DC1",
        "LETTRE DE CANDIDATURE",
        "Habilitation du mandataire par ses cotraitants",
        `D - Présentation du candidat : ${p.name}, SIRET ${p.siret}`,
      ],
    ],
  }),
  DC2: (p) => ({
    kind: "dc2",
    dates: {},
    pages: [
      [
        "DC2",
        "DÉCLARATION DU CANDIDAT INDIVIDUEL OU DU MEMBRE DU GROUPEMENT",
        `C1 - ${p.name} SIRET ${p.siret}`,
        `F1 - Exercice du 01/01/2025 au 31/12/2025`,
      ],
    ],
  }),
  "mémoire technique": (p) => ({
    kind: "memoire",
    dates: {},
    pages: [
      ["MÉMOIRE TECHNIQUE", p.name, "Rénovation de l'école du Bourg", `Version du ${p.write(p.issuedOn)}`],
      [
        "1. Organisation et moyens humains",
        "2. Méthodologie",
        "Nous fournissons l'attestation de l'Urssaf à jour et notre certificat Qualibat.",
      ],
    ],
  }),
  "autre : refus de l'Urssaf": (p) => ({
    kind: null,
    dates: {},
    pages: [
      [
        "Urssaf Rhône-Alpes",
        "Objet : votre demande d'attestation de vigilance",
        `${p.name} — SIREN ${p.siren}`,
        "Nous ne pouvons vous délivrer l'attestation demandée : votre entreprise n'est pas à jour de ses obligations de déclaration et de paiement",
        `à la date du ${p.write(monthEndBefore(p.issuedOn))}.`,
        `Fait à ${p.city}, le ${p.write(p.issuedOn)}`,
      ],
    ],
  }),
  "autre : refus de la DGFIP": (p) => ({
    kind: null,
    dates: {},
    pages: [
      [
        "Direction générale des finances publiques",
        "Attestation de régularité fiscale",
        `SIREN ${p.siren}`,
        "Impossible de délivrer votre attestation. Rapprochez-vous de votre service des impôts des entreprises.",
        `Édité le ${p.write(p.issuedOn)}`,
      ],
    ],
  }),
  "autre : facture": (p) => ({
    kind: null,
    dates: {},
    pages: [
      [
        `FACTURE n° 2026-114 du ${p.write(p.issuedOn)}`,
        p.name,
        `SIRET ${p.siret}`,
        `À régler avant le ${p.write(addMonths(p.issuedOn, 1))}`,
        "Total TTC 1 440,00 €",
      ],
    ],
  }),
  "autre : formation professionnelle": (p) => ({
    kind: null,
    dates: {},
    pages: [
      [
        "Urssaf Rhône-Alpes",
        "Attestation de contribution à la formation professionnelle",
        `SIREN ${p.siren}`,
        `Établie le ${p.write(p.issuedOn)}, au titre de l'année ${Number(yearOf(p.issuedOn)) - 1}`,
        "Ce document ne constitue pas une attestation sociale de régularité.",
      ],
    ],
  }),
  "autre : assurance automobile": (p) => ({
    kind: null,
    dates: {},
    pages: [
      [
        "Mémo véhicule assuré — flotte automobile",
        `Souscripteur ${p.name} SIREN ${p.siren}`,
        `Valable du ${p.write(p.issuedOn)} au ${p.write(addMonths(p.issuedOn, 12))}`,
        "Immatriculation AB-123-CD",
      ],
    ],
  }),
};

export function specimenOf(family: string, particulars: Particulars): Specimen {
  const make = FAMILIES[family];
  if (make === undefined) throw new Error(`famille inconnue : ${family}`);
  return { family, ...make(particulars) };
}
