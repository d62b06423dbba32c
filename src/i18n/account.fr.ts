/** Ce qu'une page dit déjà de l'entreprise, à côté de ce qui en est su. French. */
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("fr", count, one, other);

export const accountFr = {
  title: "Votre compte sur ce portail dit autre chose que les registres",
  inForm: (count: number) => `Déjà écrit dans la page : ${n(count, "renseignement diffère", "renseignements diffèrent")} des registres`,
  same: (count: number) =>
    `Votre compte sur ce portail dit la même chose que les registres : ${n(count, "renseignement", "renseignements")} comparés.`,
  untouched: "Rien n'est changé pour vous : corrigez dans la page ce qui doit l'être.",
  establishment: "Cette page est celle d'un autre établissement de l'entreprise : son SIRET et son adresse n'ont pas été comparés.",
  perhaps:
    "Cette page montre votre SIRET, et un autre nom dans ses champs. Le reste n'a pas été comparé : ce peut être une autre entreprise.",
  other: "Cette page est celle d'une autre entreprise que celle choisie ici : rien n'a été comparé.",
  held: (text: string) => `La page : ${text}`,
  copy: "Copier la valeur",
  copyNamed: (name: string, value: string) => `Copier la valeur de ${name} : ${value}`,
  copied: "Copiée",
  notCopied: "Le navigateur n'a pas laissé copier : sélectionnez la valeur ci-dessus.",
  show: "Voir dans la page",
  showNamed: (name: string) => `Voir dans la page : ${name}`,
  unknown: (names: string) => `Ni les registres ni votre coffre ne disent rien de : ${names}. Ce n'est pas une différence.`,
  unread: (names: string) => `Écrit d'une façon qui ne se compare pas : ${names}.`,
};

export type AccountWords = typeof accountFr;
