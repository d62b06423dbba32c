/** The rubrics that the three forms open with: the buyer, the object and the lots. */
import type { Candidature, Lot } from "./candidature.ts";
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

/** The lots of the bid, in words; an empty field when nothing is chosen. */
export function lotsLine(rubric: string, { portee }: Candidature, lot: Lot | null): Line {
  const text = lot !== null ? lotsText([lot]) : textOfPortee(portee);
  return { kind: "text", name: `${rubric}_lots`, label: "Lots concernés", known: text === null ? null : chosen(text) };
}

function textOfPortee(portee: Candidature["portee"]): string | null {
  if (portee === null) return null;
  if (portee.sur === "marche") return "Le marché n'est pas alloti.";
  return portee.sur === "tousLots" ? "Tous les lots" : lotsText(portee.lots);
}
