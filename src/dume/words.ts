/** French texts about a DUME: its readable version, and why nothing was made. None says that a service accepts it, since nobody tried. */
import type { Finding } from "./checks.ts";
import { criterionName } from "./criteria.ts";
import type { RequestProblem } from "./request.ts";
import type { ResponseProblem } from "./response.ts";
import { EDM } from "./xml.ts";

export const DUME = {
  title: "DUME – réponse de l'opérateur économique",
  label: `Fichier au format ESPD-EDM v${EDM.version}. Version lisible de ce fichier, préparée par Pli prêt.`,
  draft: "Projet : des réponses manquent encore (voir la dernière partie).",
  parts: {
    procedure: "I – Procédure et acheteur",
    operator: "II – Opérateur économique",
    grounds: "III – Motifs d'exclusion",
    others: "IV – Capacités et autres critères",
    left: "Ce qui reste à régler",
  },
  facts: {
    reference: "Référence",
    objet: "Objet",
    acheteur: "Acheteur",
    lot: "Lot",
    nom: "Dénomination",
    id: "Identifiant",
    role: "Rôle",
    taille: "Taille",
    adresse: "Adresse",
    groupe: "Groupement",
  },
  roles: { "sole-tenderer": "candidat seul", "group-lead": "mandataire du groupement", "group-mem": "membre du groupement" } as Readonly<
    Record<string, string>
  >,
  tailles: {
    micro: "micro-entreprise",
    small: "petite entreprise",
    medium: "entreprise moyenne",
    large: "grande entreprise",
    sme: "micro, petite ou moyenne entreprise",
  } as Readonly<Record<string, string>>,
  yes: "Oui",
  no: "Non",
  unanswered: "pas encore répondu",
  closed: (day: string) => `exercice clos le ${day}`,
  period: (from: string, until: string) => `du ${from} au ${until}`,
} as const;

export const FINDINGS: Readonly<Record<Finding["code"], (about: string) => string>> = {
  groundUnanswered: (code) => `Motif d'exclusion sans réponse : ${criterionName(code)}. Répondez oui ou non.`,
  criterionUnanswered: (code) =>
    `Critère de sélection sans réponse : ${criterionName(code)}. Choisissez vos références et vos moyens, complétez le dossier, ou répondez-y en ligne.`,
  followUp: (question) => `La question ${question} est ouverte par une réponse et n'en a pas. Répondez-y.`,
  outOfTurn: (question) => `La question ${question} ne se pose pas ici, mais a une réponse. Retirez-la.`,
  unknownQuestion: (question) => `Une réponse porte sur la question ${question}, qui n'est pas dans ce document. Retirez-la.`,
  scheme: (scheme) => `L'identifiant « ${scheme} » n'est pas d'un type admis. Choisissez NATIONAL pour un SIRET.`,
  role: (role) => `Le rôle « ${DUME.roles[role] ?? role} » contredit ce qui est dit du groupement. Corrigez l'un des deux.`,
  lots: (lots) => `Une réponse porte sur un seul lot (ici : ${lots || "aucun"}). Faites un fichier par lot.`,
  size: () => "La taille de l'entreprise manque. Indiquez-la.",
};

export const REQUEST_PROBLEMS: Readonly<Record<RequestProblem["code"], (detail: string) => string>> = {
  tooLarge: () => "Ce fichier est trop lourd pour une demande de DUME. Vérifiez que c'est bien le bon.",
  doctype: () => "Ce fichier contient une DTD ou une entité : il est refusé par sécurité. Redemandez le DUME à l'acheteur.",
  include: () => "Ce fichier demande d'en inclure un autre (XInclude) : il est refusé par sécurité. Redemandez le DUME à l'acheteur.",
  encoding: () => "Les lettres de ce fichier ne sont pas dans l'encodage qu'il annonce. Redemandez le DUME à l'acheteur.",
  notXml: () => "Ce fichier n'est pas du XML lisible. Téléchargez-le de nouveau.",
  notARequest: (root) => `Ce fichier n'est pas une demande de DUME (sa racine est « ${root} »). Choisissez le fichier de l'acheteur.`,
  unknownVersion: (version) =>
    `Ce DUME est de la version « ${version} ». Seule ${EDM.profile} est lue : demandez cette version, ou répondez en ligne.`,
  noCriterion: () => "Cette demande ne contient aucun critère. Redemandez-la à l'acheteur.",
};

export const RESPONSE_PROBLEMS: Readonly<Record<ResponseProblem, string>> = {
  noReference: "La référence de la consultation manque. Indiquez-la.",
  noName: "La dénomination de l'entreprise n'est pas connue. Complétez le dossier.",
  noCountry: "Le pays de l'entreprise n'est pas connu, ou Pli prêt n'a pas son code. Complétez son adresse, ou répondez en ligne.",
  noSize: "La taille de l'entreprise n'est pas connue : INSEE ne la donne pas. Indiquez micro, small, medium ou large.",
  sizeDisagrees: "La taille indiquée contredit la catégorie de l'INSEE. Corrigez-la, ou faites corriger la catégorie.",
  lotToChoose: "La demande a plusieurs lots et une réponse n'en vise qu'un. Choisissez le lot.",
  unknownLot: "Ce lot n'est pas dans la demande de l'acheteur. Choisissez l'un des siens.",
};
