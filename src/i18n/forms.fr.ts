/** The forms of a candidature: what the person chooses and answers for DC1, DC2 and the DUME. */
import type { Bid, FormKind } from "../domain/bid.ts";
import type { DumeAnswers } from "../domain/grounds.ts";
import { groundsFr } from "./grounds.fr.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("fr", count, one, other);

const ROLES: Record<NonNullable<Bid["role"]>, string> = {
  alone: "Seule",
  lead: "Mandataire d'un groupement",
  member: "Membre d'un groupement qu'une autre mène",
};
const GROUP_FORMS: Record<NonNullable<Bid["groupForm"]>, string> = { conjoint: "Conjoint", solidaire: "Solidaire" };
const PORTEES: Record<NonNullable<Bid["portee"]>["sur"], string> = {
  marche: "Le marché, qui n'a pas de lots",
  tousLots: "Tous les lots",
  lots: "Certains lots",
};
const SIZES: Record<NonNullable<DumeAnswers["size"]>, string> = {
  micro: "Micro-entreprise",
  small: "Petite",
  medium: "Moyenne",
  large: "Grande",
};
const NAMES: Record<FormKind, string> = { dc1: "DC1", dc2: "DC2", dc4: "DC4", dume: "DUME", recap: "récapitulatif" };

export const formsFr = {
  heading: "Formulaires de candidature",
  intro: "Pli prêt les remplit avec le dossier et vos choix. Ce qui manque reste un champ à compléter dans le PDF.",
  bid: "Votre candidature",
  role: "L'entreprise se présente",
  roles: ROLES,
  groupForm: "Le groupement est",
  groupForms: GROUP_FORMS,
  leadAnswersForAll: "Le mandataire est-il solidaire des autres membres ?",
  yes: "Oui",
  no: "Non",
  others: "Autres membres",
  leadFirst: "Le mandataire d'abord.",
  otherSiret: "SIRET du membre",
  otherName: "Sa dénomination",
  othersProblems: {
    wrong: "Ce n'est pas un SIRET : vérifiez ses quatorze chiffres.",
    twice: "Cette entreprise est déjà dans le groupement.",
  },
  addOther: "Ajouter le membre",
  removeOther: (name: string) => `Retirer ${name}`,
  tasks: "Qui exécute quoi",
  tasksHint:
    "Les prestations vont dans le DC1 d'un groupement conjoint, le DUME, le paquet d'un membre et le tableau de la page. La part ne va que dans ce tableau.",
  ownTask: "Votre entreprise",
  task: "Prestations",
  share: "Part (%)",
  taskLots: (name: string) => `Lots de ${name}`,
  allLots: "Aucun coché : tous les lots choisis.",
  needsPerLot: "Les capacités demandées diffèrent d'un lot à l'autre : un DC2 par lot",
  wrongShare: "Un nombre de 0 à 100, ex. 35 ou 12,5.",
  subcontractors: "Sous-traitants déclarés",
  subcontractorsHint:
    "Un DC4 est préparé pour chacun. Le prix, le paiement et les signatures restent à compléter ; rien n'y est juré pour lui.",
  subcontractorSiret: "SIRET du sous-traitant",
  performs: "Ce qu'il exécute",
  reliedOn: "Ses capacités sont invoquées (DC2, rubrique H)",
  reliedOnShort: "capacités invoquées",
  addSubcontractor: "Déclarer le sous-traitant",
  subcontractorProblems: {
    wrong: "Ce n'est pas un SIRET : vérifiez ses quatorze chiffres.",
    twice: "Cette entreprise est déjà déclarée, ou membre du groupement.",
  },
  lookingUp: "Recherche dans le registre public…",
  lookUpProblems: {
    unknown: "Le registre public ne connaît pas ce SIRET : seul ce que vous avez tapé sera écrit.",
    unreachable:
      "Le registre public ne répond pas : seul ce que vous avez tapé sera écrit. Retirez puis remettez l'entreprise pour réessayer.",
  },
  told: (provider: string, day: string) => `${provider}, ${day}`,
  portee: "Elle se présente pour",
  portees: PORTEES,
  lot: (numero: string, intitule: string | undefined) => `Lot ${numero}${intitule === undefined ? "" : ` – ${intitule}`}`,
  lotsTyped: "Numéros des lots",
  lotsHint: "Séparés par des virgules, ex. 1, 3",
  notChosen: "Rien de choisi : ces cases restent à cocher dans le PDF.",
  names: NAMES,
  made: (names: string) => `${names} : préparés`,
  makeDc: {
    alone: (dc4: boolean): string => (dc4 ? "Préparer DC1, DC2 et DC4" : "Préparer DC1 et DC2"),
    member: (dc4: boolean): string => (dc4 ? "Préparer DC2 et DC4" : "Préparer le DC2"),
  },
  inPage: {
    heading: "Dans la page",
    lots: (names: string) => `Lots à choisir dans la page : ${names}`,
    oneLotOnly: (names: string) =>
      `Vous avez choisi plusieurs lots (${names}), mais la liste de la page n'en prend qu'un : choisissez-le vous-même dans la page.`,
    row: (at: number) => `Ligne ${at}`,
    whose: (row: string) => `Entreprise de : ${row}`,
    nobody: "Choisir l'entreprise de cette ligne",
    elsewhere: "Une entreprise que votre candidature ne connaît pas y est écrite : rien n'y sera touché.",
    nothing: "Rien à y écrire : tout y est, ou rien de cette entreprise n'est connu.",
    cells: (count: number) => n(count, "case à remplir", "cases à remplir"),
  },
  makeDume: "Préparer le DUME",
  makeRecap: "Préparer le récapitulatif",
  staleRecap: "Les documents cochés ne sont plus ceux qu'il liste : préparez-le à nouveau. Il reste hors du dossier.",
  answerDume: (left: number): string => (left === 0 ? "Revoir les réponses du DUME" : "Répondre aux questions du DUME"),
  making: "Préparation…",
  look: (title: string) => `Regarder ${title}`,
  save: (title: string) => `Enregistrer ${title}`,
  left: (count: number) => n(count, "renseignement à compléter", "renseignements à compléter"),
  dumeLeft: (count: number) => n(count, "point reste à régler : c'est un projet", "points restent à régler : c'est un projet"),
  complete: "Rien ne manque",
  sworn: (count: number) =>
    `${n(count, "déclaration sur l'honneur", "déclarations sur l'honneur")} : à cocher par vous, jamais par Pli prêt`,
  outdated: "Le dossier a changé depuis : ces formulaires en ont été retirés. Préparez-les à nouveau.",
  changes: "Un choix changé retire les formulaires déjà préparés.",
  toComplete: "Enregistrez, complétez et signez le PDF, puis déposez-le dans le coffre et cochez-le à la place de celui-ci.",
  canBeMade: "Pli prêt peut le préparer",
  prepare: "Préparer",
  fromHere: "Pli prêt, pour cette consultation",
  problems: {
    sameSiret: (siret: string) => `Deux membres ont le SIRET ${siret} : gardez-en un.`,
    sameSubcontractor: (number: string) => `Deux sous-traitants ont le même numéro, ${number} : gardez-en un.`,
    ownSubcontractor: (siret: string) => `Le SIRET ${siret} est à la fois membre et sous-traitant : retirez-le de l'une des deux listes.`,
    soloGroup: () => "La candidature est individuelle, mais plusieurs entreprises y figurent : dites la forme du groupement.",
    loneGroup: () => "Un groupement a au moins deux membres : ajoutez les autres, ou choisissez « Seule ».",
    mandataireOfSolidaire: () => "La solidarité du mandataire ne se dit que d'un groupement conjoint : changez l'une des deux réponses.",
    noLot: () => "Aucun lot n'est choisi : choisissez-les, ou « Tous les lots ».",
    sameLot: (lot: string) => `Le lot ${lot} est cité deux fois : gardez-le une fois.`,
    memberLot: (lot: string) =>
      `Un membre vise le lot ${lot}, qui n'est pas parmi les lots choisis : ajoutez ce lot, ou retirez-le de ce membre.`,
    unknownLot: () => "Ce lot n'est pas dans la demande de l'acheteur : choisissez l'un des siens.",
    tooLarge: () => "Ce fichier est trop lourd pour une demande de DUME : vérifiez que c'est le bon.",
    doctype: () => "Ce fichier contient une DTD ou une entité : il est refusé par sécurité. Redemandez le DUME à l'acheteur.",
    include: () => "Ce fichier demande d'en inclure un autre (XInclude) : il est refusé par sécurité. Redemandez le DUME à l'acheteur.",
    encoding: () => "Les lettres de ce fichier ne sont pas dans l'encodage qu'il annonce : redemandez le DUME à l'acheteur.",
    notXml: () => "Ce fichier n'est pas du XML lisible : téléchargez-le à nouveau.",
    notARequest: (root: string) => `Ce fichier n'est pas une demande de DUME (sa racine est « ${root} ») : choisissez celui de l'acheteur.`,
    unknownVersion: (version: string) =>
      `Ce DUME est de la version « ${version} » ; seule ESPD-EDM v4.1.0 est lue. Demandez cette version, ou répondez en ligne.`,
    noCriterion: () => "Cette demande ne contient aucun critère : redemandez-la à l'acheteur.",
    noReference: () => "La référence de la consultation n'est pas lue sur la page : ouvrez cette page depuis la consultation.",
    noName: () => "La dénomination de l'entreprise n'est pas connue : complétez le dossier.",
    noCountry: () => "Le pays de l'entreprise n'est pas connu, ou Pli prêt n'a pas son code : complétez son adresse, ou répondez en ligne.",
    noSize: () => "La taille de l'entreprise n'est pas connue : indiquez-la dans les réponses du DUME.",
    sizeDisagrees: () => "La taille indiquée contredit la catégorie que donne l'INSEE : corrigez-la, ou faites corriger la catégorie.",
    lotToChoose: () => "La demande de l'acheteur a plusieurs lots, et une réponse n'en vise qu'un : choisissez-le.",
    requestGone: (fileName: string) => `${fileName} n'est plus gardé : déposez à nouveau la demande de l'acheteur.`,
    gone: () => "Ce formulaire n'est plus là : préparez-le à nouveau.",
    failed: () =>
      "Les formulaires n'ont pas pu être préparés : la mémoire ou la place sur le disque manque peut-être. Fermez d'autres onglets, puis réessayez.",
  },
  dume: {
    heading: "Réponses du DUME",
    back: "Retour au dossier",
    intro:
      "Répondez vous-même : rien n'est coché d'avance, et rien n'est déduit d'un registre. Un « oui » n'exclut pas toujours : dites pourquoi, et ce qui a été fait.",
    label: "Le fichier est au format ESPD-EDM v4.1.0. Aucun service n'a encore été essayé avec lui.",
    request: "Demande de l'acheteur",
    drop: "Déposez le fichier XML de la demande",
    chooseFile: "Choisir le fichier",
    noRequest: "Sans elle, la réponse contient les 24 motifs d'exclusion et ce que le dossier renseigne.",
    imported: (fileName: string, reference: string) => `${fileName} – référence ${reference}`,
    removeRequest: "Retirer la demande",
    refused: (fileName: string) => `${fileName} n'est pas pris.`,
    readFailed: "Le fichier n'a pas pu être lu : choisissez-le à nouveau.",
    lot: "Lot de cette réponse",
    grounds: "Motifs d'exclusion",
    answered: (count: number, total: number) => `${count} sur ${total}`,
    past: (answer: string, day: string, reference: string) => `Le ${day}, pour ${reference} : ${answer.toLowerCase()}`,
    pastUnnamed: (answer: string, day: string) => `Le ${day}, pour une autre consultation : ${answer.toLowerCase()}`,
    unanswer: "Effacer",
    explanation: "Que s'est-il passé ?",
    measures: "Qu'a fait l'entreprise depuis ?",
    measuresHint: "Mesures prises, ou ce qui lui permet d'exécuter le marché malgré tout",
    moreAsked:
      "Ce « oui » ouvre d'autres précisions (dates, montants…) que l'aperçu nomme : répondez-y en ligne si l'acheteur les demande.",
    means: "Moyens",
    reliesOnOthers: "L'entreprise s'appuie-t-elle sur les capacités d'autres entités pour cette candidature ?",
    subcontracts: "Prévoit-elle de sous-traiter une partie du marché ?",
    size: "Taille de l'entreprise (recommandation 2003/361/CE)",
    sizes: SIZES,
    locked: "Le coffre est fermé : vos réponses y sont gardées. Ouvrez-le sur la page du dossier, puis revenez.",
    unkept: "Vos réponses n'ont pas pu être gardées : le disque est peut-être plein. Elles sont encore à l'écran.",
    items: groundsFr,
  },
};

export type FormsWords = typeof formsFr;
