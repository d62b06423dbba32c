/** The rubrics that the three forms open with: the buyer, the object and the lots. */
import { type Candidature, type Lot, lotsOfMember, type Membre } from "./candidature.ts";
import type { Line, Rubric } from "./form.ts";
import { chosen, ofConsultation } from "./known.ts";

export function buyerRubric({ consultation }: Candidature): Rubric {
  return {
    letter: "A",
    title: "Identification de l'acheteur",
    lines: [
      { kind: "text", name: "A_acheteurNom", label: "Acheteur", known: ofConsultation(consultation.acheteurNom) },
      { kind: "text", name: "A_acheteurSiret", label: "SIRET de l'acheteur", known: ofConsultation(consultation.acheteurSiret) },
    ],
  };
}

export function objectRubric({ consultation }: Candidature, more: readonly Line[] = []): Rubric {
  return {
    letter: "B",
    title: "Objet de la consultation",
    lines: [
      { kind: "text", name: "B_objet", label: "Objet", known: ofConsultation(consultation.objet), long: true },
      { kind: "text", name: "B_reference", label: "Référence du dossier", known: ofConsultation(consultation.reference) },
      ...more,
    ],
  };
}

/** "Lot 2 (Voirie)" for each lot, joined. */
export function lotsText(lots: readonly Lot[]): string {
  return lots.map(({ numero, intitule }) => `Lot ${numero}${intitule === undefined ? "" : ` (${intitule})`}`).join(", ");
}

/** The lots of one company of the bid, in words; an empty field when nothing is chosen. @param lot the only one of the form, if it has one */
export function lotsLine(rubric: string, candidature: Candidature, membre: Membre, lot: Lot | null): Line {
  const text = lot !== null ? lotsText([lot]) : textOfLots(candidature, membre);
  return { kind: "text", name: `${rubric}_lots`, label: "Lots concernés", known: text === null ? null : chosen(text) };
}

function textOfLots(candidature: Candidature, membre: Membre): string | null {
  const { portee } = candidature;
  if (portee === null) return null;
  if (portee.sur === "marche") return "Le marché n'est pas alloti.";
  if (portee.sur === "lots") return lotsText(lotsOfMember(candidature, membre));
  return membre.lots === undefined ? "Tous les lots" : lotsText(membre.lots.map((numero) => ({ numero })));
}
