/** What the person reads outside the screens, French: in menus, notifications and notes on a page. The screens say it in the same words. */
import { type FieldKey, fieldOf } from "../domain/fields.ts";
import { type PieceKind, pieceOf } from "../domain/pieces.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("fr", count, one, other);

const inDays = (days: number) => {
  if (days < 0) return "jour passé";
  return days === 0 ? "aujourd'hui" : `plus que ${n(days, "jour", "jours")}`;
};

export const outsideFr = {
  /** On a cell of a list of the page. */
  listNotes: {
    references: "Vos références, choisies pour cette consultation",
    team: "Votre équipe, choisie pour cette consultation",
    members: "Membre du groupement, tel que vous l'avez déclaré",
    lots: "Lots choisis pour cette consultation",
  },

  menu: { title: "Remplir ce champ avec…" },

  labels: {
    field: (key: FieldKey) => fieldOf(key).label,
    piece: (kind: PieceKind) => pieceOf(kind).label,
    /** Who delivers it; `null` when the catalogue does not say. */
    obtainAt: (kind: PieceKind) => pieceOf(kind).obtainAt?.label ?? null,
  },

  origin: {
    source: (provider: string, on: string) => `${provider}, ${on}`,
    coffre: (title: string) => `Votre coffre : ${title}`,
    manual: "Votre saisie",
    derived: "Calculé",
    ofSiret: "Extrait de votre SIRET",
    shortSiret: "SIRET",
    shortCoffre: "Coffre",
    shortManual: "Vous",
    shortDerived: "Calculé",
  },

  reminder: {
    title: (title: string, days: number) => `${title} : plus que ${n(days, "jour", "jours")}`,
    text: (until: string, where: string | null) =>
      where === null ? `Valable jusqu'au ${until}.` : `Valable jusqu'au ${until}. À redemander : ${where}.`,
    deadline: (days: number) =>
      days === 0 ? "Date limite aujourd'hui" : days === 1 ? "Date limite demain" : `Date limite dans ${n(days, "jour", "jours")}`,
    deadlineOf: (title: string, day: string, isDoubted: boolean) =>
      `${title === "" ? "Consultation" : title} : ${day}${isDoubted ? ", heure à vérifier sur la page" : ""}. C'est la fin de l'envoi qui compte.`,
    proofs: (days: number) => `Preuves demandées par l'acheteur : ${inDays(days)}`,
    proofsOf: (title: string, day: string) => `${title === "" ? "Consultation" : title} : à remettre le ${day} au plus tard.`,
    vigilance: (days: number) => `Attestation de vigilance : ${inDays(days)}`,
    vigilanceOf: (title: string, day: string, who: string | null) =>
      `${title === "" ? "Marché" : title}, le ${day} : ${who === null ? "la vôtre, à remettre à l'acheteur" : `celle de ${who}, à recevoir`}.`,
    locked: "Ses dates ne peuvent pas être lues. Ouvrez-le pour savoir ce qui va expirer.",
  },

  /** Of the screens' words on fields, why one is left as it is. */
  fields: {
    reasons: {
      typed: "vous l'avez rempli vous-même",
      notEmpty: "déjà rempli",
      tooLong: "la valeur est trop longue pour ce champ : elle n'est jamais coupée",
      noOption: "aucun choix de la liste ne correspond",
      format: "la page attend une autre forme de réponse",
      gone: "le champ a disparu de la page",
      changed: "ce qui est demandé à cet endroit a changé depuis la lecture : rien n'y a été mis, vérifiez puis recommencez",
      pageRefused: "la page a refusé la valeur",
      readOnly: "non modifiable",
      notAccepted: "la page n'accepte pas ce type de fichier ici",
      tooHeavy: "le fichier pèse plus que ce que la page accepte ici : il ne lui a pas été donné, joignez-en un plus léger",
      oneFileOnly: "la page ne prend qu'un fichier ici",
      attachFailed: "la page n'a pas pris le fichier",
      disabled: "non modifiable pour l'instant",
      sworn: "déclaration sur l'honneur : elle n'est jamais cochée pour vous",
      hidden: "masqué par la page",
      notOurs: "n'est pas à remplir pour vous",
      otherParty: "concerne quelqu'un d'autre",
    },
  },

  coffre: { locked: "Le coffre est fermé" },
};

export type OutsideWords = typeof outsideFr;
