/** Le dossier partagé d'une entreprise, sur la page du coffre. French. */
import type { FolderWriting } from "../domain/shared-folder.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("fr", count, one, other);

const wrote: Record<Exclude<FolderWriting, "unread">, string> = {
  written: "Le fichier du dossier est à jour.",
  changed: "Un collègue vient d'y écrire : rien n'a été remplacé. Recommencez, ce qu'il a ajouté sera joint.",
  missing: "Le fichier n'est plus là : rien n'a été écrit. Attendez-le, ou écrivez-en un premier.",
  replaced: "Écrit, puis remplacé ou coupé par un autre logiciel. Recommencez.",
  held: "Un autre logiciel tient ce fichier, ou ne l'a pas encore apporté sur cette machine : il n'a pas été remplacé. Attendez la fin de la synchronisation, puis recommencez.",
  readOnly:
    "Ce dossier ne se laisse que lire, ou son fichier est ouvert ailleurs : ce qui est ici n'y a pas été écrit. Fermez les autres fenêtres qui l'utilisent et recommencez. Sinon, demandez le droit d'y écrire.",
  denied: "Le navigateur n'a pas eu l'accord d'écrire dans ce dossier : ce qui est ici n'y a pas été écrit. Choisissez-le de nouveau.",
  gone: "Le dossier n'est plus là : il a été déplacé, supprimé, ou son disque n'est pas branché. Rien n'a été écrit. Rebranchez-le, ou choisissez-le de nouveau.",
  full: "Il n'y a plus de place dans ce dossier : le fichier d'avant est resté tel quel. Libérez-en, puis recommencez.",
  failed: "Le fichier n'a pas pu être écrit : celui d'avant est resté tel quel. Recommencez.",
};

export const folderFr = {
  title: (company: string) => `Dossier partagé de ${company}`,
  intro:
    "Un dossier que vous partagez déjà (serveur, Nextcloud, OneDrive…) peut tenir le fichier chiffré de cette entreprise. À chaque mise à jour, ce que vos collègues y ont ajouté est joint à ce qui est ici, puis tout y est écrit. Rien n'y va sans votre geste. Ce qui est supprimé d'un côté revient de l'autre.",
  none: "Ce navigateur ne laisse pas une extension écrire dans un dossier : exportez l'entreprise en un fichier chiffré, comme ci-dessus, et déposez-le vous-même dans le dossier partagé.",
  choose: "Choisir le dossier",
  chooseOther: "Choisir un autre dossier",
  leave: "Ne plus utiliser ce dossier",
  name: (folder: string, file: string) => `Dossier « ${folder} », fichier ${file}`,
  lastWritten: (when: string) => `Écrit le ${when}.`,
  empty: "Il n'y a pas encore de fichier de cette entreprise dans ce dossier.",
  blank:
    "Le fichier de cette entreprise est là, mais vide : il est peut-être en chemin. Si un collègue l'a déjà écrit, attendez la fin de la synchronisation, puis rouvrez cette page. Sinon, écrivez-en un premier.",
  asks: "Depuis son dernier démarrage, le navigateur redemande votre accord pour ce dossier.",
  open: "Rouvrir l'accès",
  denied: "Le navigateur a reçu un refus pour ce dossier : choisissez-le de nouveau.",
  gone: "Ce dossier n'est plus là : déplacé, renommé, supprimé, ou sur un disque qui n'est pas branché. Rebranchez-le, ou choisissez-le de nouveau. Rien n'est perdu ici.",
  held: "Le contenu de ce dossier ne se laisse pas lire pour l'instant : un logiciel de synchronisation le tient, ou ne l'a pas encore apporté sur cette machine. Rouvrez cette page ensuite. Rien n'est perdu ici.",
  coming: (signs: readonly string[]) =>
    `Le fichier de cette entreprise n'est pas encore sur cette machine : il n'y a là que ${signs.map((sign) => `« ${sign} »`).join(", ")}. Demandez au logiciel de synchronisation de le garder sur cet appareil, attendez qu'il y soit, puis rouvrez cette page. Rien n'est perdu ici.`,
  copies: (names: readonly string[]) =>
    `${n(names.length, "autre fichier de cette entreprise", "autres fichiers de cette entreprise")} dans ce dossier : ${names.join(", ")}. Deux machines ont écrit en même temps, ou un collègue y a déposé un export. Ce qui s'y trouve sera joint aussi, sans que rien y soit changé.`,
  copyJoined: (name: string) => `« ${name} » est joint : vous pouvez le supprimer du dossier.`,
  copyTaken: (name: string) => `« ${name} » est joint ici, pas encore écrit : laissez-le.`,
  copyUnread: (name: string, why: string) => `« ${name} » n'a pas été joint${why === "" ? "" : ` : ${why}`}`,
  update: "Mettre à jour",
  passphrase: "Phrase de passe du fichier partagé",
  first: "Écrire le premier fichier",
  firstIntro: "Choisissez la phrase de passe du fichier. Donnez-la à vos collègues par un autre moyen que ce dossier.",
  working: "Un instant : le fichier est lu, joint, puis écrit…",
  unread: "Rien n'a été écrit : celui qui est là resterait perdu pour vos collègues.",
  wrote,
};

export type FolderWords = typeof folderFr;
