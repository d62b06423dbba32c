/** What a company shows of its capacities: references, people, equipment, headcounts. */
import type { MeansKind, Nature } from "../domain/means.ts";
import type { EntryField, EntryProblem } from "../domain/means-entry.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("fr", count, one, other);

const NATURES: Record<Nature, string> = { works: "Travaux", supplies: "Fournitures", services: "Services" };
const HEADINGS: Record<MeansKind, string> = {
  references: "Références",
  team: "Équipe",
  equipment: "Matériel et équipement",
  headcounts: "Effectifs par année",
};
const ADD: Record<MeansKind, string> = {
  references: "Ajouter une référence",
  team: "Ajouter une personne",
  equipment: "Ajouter un matériel",
  headcounts: "Ajouter une année",
};
const EMPTY: Record<MeansKind, string> = {
  references: "Aucun marché attribué n'est publié pour cette entreprise, et aucune référence n'est saisie.",
  team: "Personne n'est saisi.",
  equipment: "Aucun matériel n'est saisi.",
  headcounts: "Aucune année n'est saisie.",
};
const FIELDS: Record<EntryField, string> = {
  client: "Client",
  objet: "Objet",
  nature: "Nature",
  cpv: "Code CPV",
  amount: "Montant HT, en euros",
  from: "Début d'exécution",
  until: "Fin d'exécution",
  contactName: "Contact chez le client",
  contactPhone: "Téléphone du contact",
  contactEmail: "Adresse électronique du contact",
  pieceId: "Document du coffre",
  lastName: "Nom",
  firstName: "Prénom",
  role: "Fonction",
  qualifications: "Titres, habilitations",
  experience: "Années d'expérience",
  leads: "Fait partie de l'encadrement",
  name: "Désignation",
  count: "Nombre",
  about: "Précisions",
  year: "Année",
  average: "Effectif moyen",
  leaders: "Dont encadrement",
};
/** What a typed answer must look like, where its form can be wrong. */
const EXPECTED: Partial<Record<EntryField, string>> = {
  cpv: "huit chiffres, ex. 45310000",
  amount: "un montant, ex. 12 500,00",
  from: "une date, ex. 31/12/2025",
  until: "une date, ex. 31/12/2025",
  contactPhone: "un téléphone, ex. 01 40 50 60 70",
  contactEmail: "une adresse, ex. nom@client.fr",
  experience: "un nombre d'années",
  count: "un nombre",
  year: "une année, ex. 2025",
  average: "un nombre",
  leaders: "un nombre, au plus l'effectif moyen",
};

function problem(field: EntryField, what: EntryProblem): string {
  if (what === "missing") return "À remplir.";
  if (what === "order") return "La fin précède le début.";
  return `Forme attendue : ${EXPECTED[field] ?? "une autre réponse"}.`;
}

export const meansFr = {
  open: (count: number) => (count === 0 ? "Références et moyens" : `Références et moyens (${count} choisis)`),
  heading: "Références et moyens",
  back: "Retour au dossier",
  intro:
    "Saisis une fois, gardés dans le coffre, choisis pour chaque consultation. Ce qui est coché va dans le DC2 et le DUME ; rien n'est coché d'avance.",
  locked: "Le coffre est fermé : ouvrez-le pour voir, choisir et saisir vos références et vos moyens.",
  failed: "Rien n'a changé : le coffre est fermé, ou le disque est plein. Ouvrez le coffre ou libérez de la place, puis recommencez.",
  headings: HEADINGS,
  add: ADD,
  empty: EMPTY,
  fields: FIELDS,
  problem,
  natures: NATURES,
  yes: "Oui",
  no: "Non",
  chosen: (count: number) => n(count, "choisie", "choisies"),
  aim: "Ce que demande la consultation",
  aimCpv: "Code CPV du marché",
  aimAmount: "Montant estimé, en euros",
  aimHint: "Pour ranger les références. Facultatif, écrit nulle part.",
  references:
    "Les marchés publiés ne prouvent pas une exécution, et ceux de moins de 40 000 € n'y sont pas. Le contact est celui du client, jamais le vôtre.",
  published: (provider: string, day: string) => `${provider}, lu le ${day}`,
  entered: "Saisie par vous",
  noAmount: "Montant non publié",
  maximum: "maximum de l'accord-cadre",
  shared: "montant de tout le groupement",
  notified: (day: string) => `notifié le ${day}`,
  months: (count: number) => n(count, "mois", "mois"),
  performed: (from: string, until: string) => `du ${from} au ${until}`,
  since: (day: string) => `depuis le ${day}`,
  until: (day: string) => `jusqu'au ${day}`,
  sameCpv: (digits: number) => (digits === 8 ? "Même code CPV" : `CPV voisin (${digits} chiffres communs)`),
  sameWords: (words: string) => `Même objet : ${words}`,
  age: (years: number) => (years === 0 ? "Il y a moins d'un an" : `Il y a ${n(years, "an", "ans")}`),
  sameOrder: "Montant du même ordre",
  spoilt: "Des lettres de l'objet ont été perdues à la publication : relisez-le.",
  changed: (amount: string) => `Publié depuis : ${amount}. Complétez la référence si elle doit changer.`,
  noNature: "Nature non dite : elle va dans le DC2, pas dans le DUME.",
  certificate: (title: string) => `Avec ${title}`,
  leads: "encadrement",
  years: (count: number) => n(count, "an d'expérience", "ans d'expérience"),
  headcount: (average: number) => n(average, "salarié en moyenne", "salariés en moyenne"),
  leaders: (count: number) => `dont ${n(count, "cadre", "cadres")}`,
  choose: (what: string) => `Montrer ${what}`,
  complete: "Compléter",
  save: "Enregistrer",
  cancel: "Annuler",
  remove: "Supprimer",
  noDocument: "Aucun",
  page: "Dans la page",
  pageIntro: "La page demande ces listes. Ce que vous avez choisi y irait ainsi, dans l'ordre de vos choix ; ce que vous avez tapé reste.",
  labelled: (label: string, value: string) => `${label} : ${value}`,
  entry: (at: number) => `${at + 1}.`,
  write: (count: number) => `Écrire dans la page (${n(count, "case", "cases")})`,
  written: (count: number) => `${n(count, "case remplie", "cases remplies")} dans la page.`,
  leftThere: (count: number) => `${n(count, "case laissée", "cases laissées")} : la page n'en a pas voulu, ou vous y aviez écrit.`,
  pageGone: "La page n'est plus là : ouvrez la consultation, puis revenez.",
  tooFew: (count: number) => `La page a encore de la place pour ${n(count, "référence", "références")}.`,
  dayHint: "JJ/MM/AAAA",
};

export type MeansWords = typeof meansFr;
