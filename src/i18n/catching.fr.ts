/** « Ranger dans le coffre » : ce que l'onglet ouvert offre au coffre. French. */
import type { CatchFailure, CatchWay } from "../domain/catching.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("fr", count, one, other);

const ways: Record<CatchWay, string> = {
  tab: "Le document de cet onglet",
  embedded: "Un document affiché dans la page",
  link: "Un lien de la page",
  form: "Un bouton de la page",
};

const failures: Record<CatchFailure | "locked", (host: string) => string> = {
  session: (host) =>
    `${host} demande de vous identifier : votre session est terminée. Reconnectez-vous dans la page, revenez au document, puis rouvrez Pli prêt. Rien n'a été rangé.`,
  page: () =>
    "Ce n'est pas un document, c'est une autre page. Ouvrez-la dans l'onglet : si elle mène au document, rouvrez Pli prêt dessus. Rien n'a été rangé.",
  elsewhere: (host) =>
    `${host} renvoie vers un autre site, que Pli prêt n'a pas le droit de lire d'ici. Ouvrez le document dans un onglet, en vous reconnectant si on le demande, puis rouvrez Pli prêt dessus.`,
  tooLarge: () => "Ce fichier dépasse 25 Mo : téléchargez-le, puis déposez-le dans le coffre.",
  tooSlow: () => "Le site n'a pas envoyé le document en 45 secondes. Réessayez, ou téléchargez-le et déposez-le dans le coffre.",
  refused: (host) => `${host} a répondu par une erreur. Rechargez la page, puis réessayez. Rien n'a été rangé.`,
  unreachable: (host) => `${host} n'a pas répondu : vérifiez la connexion, rechargez la page, puis réessayez.`,
  incomplete: () => "Le formulaire de la page n'est pas complet : finissez de le remplir, puis rouvrez Pli prêt.",
  gone: () => "La page a changé depuis : rouvrez Pli prêt dessus.",
  noAccess: () => "Le navigateur n'a pas reçu votre accord. Réessayez, ou téléchargez le document et déposez-le dans le coffre.",
  notAgain: () =>
    "Le site ne redonne pas ce document à son adresse : il vient d'un formulaire, ou d'une page fermée depuis. Téléchargez-le d'ici et déposez-le dans le coffre, ou rouvrez Pli prêt sur la page du formulaire, où son bouton est proposé. Rien n'a été rangé.",
  locked: () => "Le coffre est fermé : ouvrez-le, puis recommencez.",
};

export const catchingFr = {
  title: "Ranger dans le coffre",
  folded: (count: number) => `Ranger dans le coffre : ${n(count, "document de cette page", "documents de cette page")}`,
  awaited: (piece: string) => `Vous attendez ici : ${piece}`,
  stopAwaiting: "Ne plus l'attendre",
  nothingYet: "Cette page ne montre encore aucun document. Allez jusqu'à lui, puis rouvrez Pli prêt : il sera proposé ici.",
  more: (count: number) =>
    `${n(count, "autre lien possible", "autres liens possibles")} : allez sur la page du document, elle le proposera en premier.`,
  inPage: (count: number): string =>
    count === 1 ? "Un bouton que seule la page sait faire marcher :" : "Des boutons que seule la page sait faire marcher :",
  quoted: (label: string) => `« ${label} »`,
  inPageAbout:
    "Pli prêt ne presse rien à votre place. Pressez le bouton dans la page, puis déposez ici le fichier téléchargé ; s'il s'ouvre dans un onglet, téléchargez-le d'abord de cet onglet.",
  take: "Ranger",
  send: "Envoyer et ranger",
  takeNamed: (name: string) => `Ranger dans le coffre : ${name}`,
  sendNamed: (name: string) => `Envoyer et ranger : ${name}`,
  ways,
  formAbout: "Pli prêt enverra le formulaire de la page comme si vous pressiez ce bouton, et rangera le document reçu.",
  unsure: "On saura si c'est un document en le demandant",
  needsAccess: (host: string) =>
    `Firefox demandera votre accord pour lire ${host} avec votre session. Si cette fenêtre se ferme, rouvrez-la et pressez de nouveau. L'accord est rendu ensuite.`,
  busy: "Demande du document au site…",
  kept: (name: string, until: string | undefined) => `Rangé : ${name}${until === undefined ? "" : `, valable jusqu'au ${until}`}.`,
  toConfirm: "Une question vous attend avant qu'il serve.",
  confirm: "Répondre dans le coffre",
  newer: (until: string | undefined) =>
    `Il sert désormais à la place de l'ancien${until === undefined ? "" : `, valable jusqu'au ${until}`}.`,
  older: (until: string | undefined) =>
    `Le coffre en a déjà un plus récent${until === undefined ? "" : `, valable jusqu'au ${until}`} : c'est lui qui sert.`,
  same: (name: string, until: string | undefined) =>
    `Le coffre avait déjà ce document : ${name}${until === undefined ? "" : `, valable jusqu'au ${until}`}.`,
  failures,
};

export type CatchingWords = typeof catchingFr;
