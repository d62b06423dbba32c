/** The sealed packets of a group: the words of the dossier's page alone. French. */
import type { PacketProblem } from "../domain/packet.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("fr", count, one, other);

const PACKET_PROBLEMS: Record<PacketProblem["code"], (detail: string) => string> = {
  noReference: () => "La référence de la consultation n'est pas lue sur la page : ouvrez cette page depuis la consultation.",
  noDc2: () => "Le paquet contient votre DC2 : préparez-le d'abord, et laissez-le coché.",
  pieceGone: (title) =>
    `« ${title} » n'a pas pu être obtenu : décochez-le, ou réessayez quand sa source répond. Aucun paquet n'a été fait.`,
  notLead: () => "Seul le mandataire réunit les paquets : choisissez « Mandataire d'un groupement ».",
  notAPacket: () => "Ce fichier n'est pas le paquet d'un membre : choisissez celui qu'il a fait avec Pli prêt.",
  newer: () => "Ce paquet vient d'une version plus récente de Pli prêt : mettez Pli prêt à jour, puis rouvrez-le.",
  wrongPassphrase: () => "Ce n'est pas la phrase de passe de ce paquet : redemandez-la à ce membre.",
  damaged: () => "Ce paquet est coupé ou abîmé : redemandez-le à ce membre. Rien n'en a été pris.",
  otherConsultation: (reference) =>
    `Ce paquet est fait pour une autre consultation (${reference}) : demandez celui de cette consultation. Rien n'en a été pris.`,
  ownSiret: (siret) => `Ce paquet porte votre propre SIRET (${siret}) : demandez celui du membre.`,
  sameSiret: (siret) =>
    `Le SIRET ${siret} est déjà celui d'un paquet ouvert ou d'un sous-traitant : retirez cette entreprise, puis rouvrez le paquet.`,
  full: () => "Il n'y a plus de place sur le disque : libérez-en, puis rouvrez le paquet. Rien n'en a été pris.",
};

export const packetsFr = {
  heading: "Paquets du groupement",
  intro: {
    member:
      "Un fichier chiffré pour le mandataire : les renseignements de votre entreprise (jamais le RIB saisi), les documents cochés ci-dessous, votre DC2 et votre DUME.",
    lead: "Chaque membre fait son paquet chiffré avec Pli prêt, pour cette consultation. Ouvrez-les ici : chacun reste sous son nom, et ses documents viennent dans le dossier, jusqu'à la fermeture du navigateur.",
  },
  open: { member: "Faire le paquet pour le mandataire", lead: "Ouvrir le paquet d'un membre" },
  passphrase: "Choisissez une phrase de passe, et dites-la au mandataire autrement que par le message qui porte le fichier.",
  pack: (count: number) => `Faire le paquet (${n(count, "document coché", "documents cochés")})`,
  choose: "Choisir le paquet",
  itsPassphrase: "Phrase de passe donnée par le membre",
  take: "Ouvrir le paquet",
  busy: "Chiffrement…",
  ends: {
    packed: "Paquet enregistré : envoyez-le au mandataire.",
    taken: "Paquet ouvert : ses documents sont dans le dossier, sous le nom du membre.",
    failed: "Rien n'a été fait : la mémoire ou la place sur le disque manque peut-être. Fermez d'autres onglets, puis réessayez.",
  },
  received: (count: number, day: string) => `Paquet du ${day} : ${n(count, "document", "documents")}, avec son DC2`,
  noDume: "Sans DUME : s'il est demandé, ce membre fait le sien et refait son paquet.",
  waited: "Paquet attendu, ou à ouvrir à nouveau",
  from: (name: string) => `Paquet de ${name}`,
  problems: PACKET_PROBLEMS,
};

export type PacketWords = typeof packetsFr;
