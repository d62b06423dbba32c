/** L'accusé du dépôt, sur la page du dossier. French. */
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("fr", count, one, other);

export const receiptFr = {
  title: "Après le dépôt : l'accusé",
  intro:
    "L'accusé du portail est la preuve du dépôt. Gardez-le ici : il est comparé à ce qui a été préparé, et clôt le journal de diligence. Un PDF va dans le coffre ; d'une page, le journal garde le texte.",
  pick: "Choisir l'accusé (PDF)",
  page: "Prendre la page ouverte",
  document: (reference: string | undefined) => `Accusé de dépôt${reference === undefined ? "" : ` ${reference}`}`,
  anyway: "C'est bien l'accusé : le garder sans comparaison",
  ends: {
    busy: "Lecture de l'accusé…",
    keptLogOnly:
      "Le coffre est fermé : le journal retient l'accusé et son empreinte, mais pas le fichier. Ouvrez le coffre, puis choisissez-le de nouveau.",
    notReceipt: "Rien n'y parle d'un dépôt reçu : est-ce bien l'accusé ? Rien n'a été retenu.",
    unreadable: "Aucun texte ne s'y lit (une image, ou un fichier abîmé) : il ne peut pas être comparé. Rien n'a été retenu.",
    noPage: "La page du portail ne répond pas : rechargez-la, ou choisissez l'accusé en PDF.",
  },
  kept: (when: string, fileName: string) => `Accusé gardé (${when}) : ${fileName}`,
  deposited: (when: string) => `Dépôt : ${when}, selon l'accusé`,
  noInstant: "L'heure du dépôt n'y est pas écrite sans ambiguïté : relisez-la sur l'accusé.",
  found: (found: number, total: number) => `${found} sur ${n(total, "fichier préparé y est nommé", "fichiers préparés y sont nommés")}.`,
  absent: (names: string) =>
    `Il ne nomme pas : ${names}. S'il donne la liste des fichiers, il vous manque quelque chose : le dernier pli remplace les autres, redéposez-le entier avant la date limite.`,
  otherHash: (names: string) =>
    `Il donne une autre empreinte à ${names} : le fichier reçu n'est peut-être pas celui qui a été préparé. Rouvrez-le sur le portail s'il le permet : s'il n'est pas le bon, redéposez le pli entier avant la date limite : le dernier remplace les autres.`,
  notCompared: "Gardé sans comparaison avec ce qui a été préparé.",
  late: (deadline: string) =>
    `C'est après la date limite (${deadline}) : un pli hors délai est éliminé. Appelez l'acheteur tout de suite. Si une panne du portail en est la cause, gardez-en la preuve.`,
  otherCompany: (siret: string) =>
    `Le numéro de votre entreprise n'y est pas, et le SIRET ${siret} y est : vérifiez que ce n'est pas l'accusé d'une autre entreprise.`,
  otherReference: "Il ne nomme pas la référence de cette consultation : vérifiez qu'il s'agit de celle-ci.",
};

export type ReceiptWords = typeof receiptFr;
