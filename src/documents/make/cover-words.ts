/** The texts of a dossier, in French whatever the language of the screen: a French buyer reads them. */

import type { LeftOutReason } from "../../domain/prepared.ts";
import type { SeenCode } from "../../domain/seen-code.ts";
import type { Signature } from "../../domain/signature.ts";
import { formatDay } from "../../domain/time.ts";

const MOMENT = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", dateStyle: "long", timeStyle: "short" });

export const COVER = {
  title: "Dossier de candidature",
  volume: (n: number, of: number) => `Volume ${n} sur ${of}`,
  cover: "Page de garde",
  siret: (siret: string) => `SIRET ${siret}`,
  facts: { consultation: "Consultation", objet: "Objet", acheteur: "Acheteur", dateLimite: "Date limite", madeAt: "Établi le" },
  moment: (instant: string) => (Number.isNaN(Date.parse(instant)) ? instant : MOMENT.format(new Date(instant))),
  columns: { piece: "Pièce", retrievedOn: "Obtenue le", validUntil: "Valable jusqu'au", pages: "Pages" },
  day: (day: string | undefined) => (day === undefined ? "–" : formatDay(day)),
  source: (source: string) => `Source : ${source}`,
  fromMember: (name: string) => `Remis par ${name}, membre du groupement`,
  madeHere: "Renseignements du dossier, réunis par Pli prêt",
  sha256: (hash: string) => `SHA-256 : ${hash}`,
  signedOriginal: (fileName: string) => `Document signé électroniquement, joint intact (${fileName}).`,
  signed: (fileName: string) =>
    `Document signé électroniquement. Sa signature ne survit pas à la réunion en un PDF : l'original intact est joint à ce fichier (${fileName}).`,
  signature: ({ signer, on, isWhole }: Signature) =>
    `Signature électronique, non vérifiée ici : ${signer === undefined ? "certificat illisible" : `certificat au nom de ${signer}`}${on === undefined ? "" : `, le ${formatDay(on)}`}. ${isWhole ? "Elle couvre tout le fichier." : "Elle ne couvre qu'une partie du fichier."}`,
  seenCode: (code: SeenCode) =>
    code.form === "address"
      ? `Code imprimé, non vérifié ici : il mène à ${new URL(code.url).host}`
      : `Code 2D-Doc, non vérifié ici : certificat ${code.certificate} de l'autorité ${code.authority}${code.issuedOn === undefined ? "" : `, document du ${formatDay(code.issuedOn)}`}${code.holder === undefined ? "" : `, au nom de ${code.holder}`}. À vérifier par un lecteur 2D-Doc (ants.gouv.fr)`,
  check: (code: string, at: string) => `Code ${code} : à vérifier sur ${at}`,
  incompleteForm: (fileName: string) =>
    `Une partie de ce formulaire n'a pas pu être reproduite : l'original intact est joint à ce fichier (${fileName}).`,
  holdsFiles: (fileName: string) =>
    `D'autres fichiers étaient contenus dans ce document : l'original, avec eux, est joint à ce fichier (${fileName}).`,
  repaired: (fileName: string) =>
    `Ce document est endommagé. Ce qui s'en lit est ici, quelque chose peut manquer : ses pages sont à vérifier, et l'original intact est joint à ce fichier (${fileName}).`,
  deadLinks:
    "Des liens, des signets ou des boutons de ce document menaient à d'autres fichiers, ou lançaient une commande : ils sont sans effet dans ce PDF. Leurs mots y sont.",
  leftOutTitle: { pdf: "Pièces non réunies dans ce PDF", zip: "Pièces à vérifier : jointes telles quelles quand elles existent" },
  notMerged: { pdf: (why: string) => `Non réunie : ${why}.`, zip: (why: string) => `À vérifier : ${why}.` },
  leftOut: {
    unobtainable: "le document n'a pas pu être obtenu",
    empty: "le fichier est vide",
    webPage: "c'est une page web, pas un document",
    notADocument: "ce n'est ni un PDF, ni une image JPEG ou PNG",
    password: "le fichier est protégé par un mot de passe ou un certificat",
    truncated: "le fichier est incomplet (sa fin manque)",
    damaged: "le fichier est endommagé",
    dynamicForm: "c'est un formulaire que seul Acrobat sait afficher (XFA dynamique)",
    noPage: "le fichier ne contient aucune page",
    tooManyPixels: "l'image a plus de 100 millions de pixels",
  } satisfies Record<LeftOutReason, string>,
  footer: (piece: number, page: number) => `Pièce ${piece} / page ${page}`,
  ownDocument: "Document fourni par l'entreprise",
  made: "Préparé par Pli prêt. Les empreintes SHA-256 sont celles des documents originaux.",
} as const;

const SECOND = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "medium" });

export const LOG = {
  title: "Journal de diligence",
  madeAt: (moment: string) => `Exporté le ${moment}`,
  nothing: "Rien n'a encore été préparé ni joint pour cette consultation.",
  moment: (instant: string) => SECOND.format(new Date(instant)),
  what: {
    prepared: "Préparé",
    attached: "Joint à la page du portail",
    refused: "Présenté au portail, qui ne l'a pas pris",
    receipt: "Accusé du portail",
  },
  receipt: {
    deposited: (moment: string) => `Dépôt, selon l'accusé : ${moment}`,
    named: (fileName: string, how: "hash" | "name" | "otherHash" | "absent") =>
      `${fileName} : ${{ hash: "son empreinte y est", name: "son nom y est", otherHash: "son nom y est, avec une autre empreinte", absent: "n'y est pas nommé" }[how]}`,
    reference: (isNamed: boolean) => `La référence de la consultation ${isNamed ? "y est" : "n'y est pas"}`,
  },
  bytes: (bytes: number) => `${new Intl.NumberFormat("fr-FR").format(bytes)} octets`,
  foot: "Heures de Paris, relevées sur la machine du candidat par Pli prêt. Ce journal ne vaut pas accusé de dépôt : seul le portail en délivre un.",
} as const;
