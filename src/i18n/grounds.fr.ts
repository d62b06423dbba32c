/** The grounds of exclusion of a DUME, each as a question in plain words. A yes says that the ground applies. */
import type { Ground } from "../domain/grounds.ts";

export interface GroundText {
  readonly name: string;
  /** "Yes" means that the ground applies. */
  readonly question: string;
}

const convicted = (of: string) =>
  `L'entreprise, ou une personne qui la dirige, la contrôle ou la représente, a-t-elle été définitivement condamnée pour ${of}, il y a moins de cinq ans, ou est-elle encore exclue par la condamnation ?`;

export const groundsFr: Record<Ground, GroundText> = {
  "crime-org": { name: "Organisation criminelle", question: convicted("participation à une organisation criminelle") },
  corruption: { name: "Corruption", question: convicted("corruption") },
  fraud: { name: "Fraude", question: convicted("fraude") },
  "terr-offence": { name: "Terrorisme", question: convicted("une infraction terroriste ou liée au terrorisme") },
  "finan-laund": {
    name: "Blanchiment, financement du terrorisme",
    question: convicted("blanchiment de capitaux ou financement du terrorisme"),
  },
  "human-traffic": {
    name: "Travail des enfants, traite des êtres humains",
    question: convicted("travail des enfants ou traite des êtres humains"),
  },
  "tax-pay": { name: "Impôts et taxes", question: "L'entreprise a-t-elle manqué à ses obligations de paiement des impôts et taxes ?" },
  "socsec-pay": { name: "Cotisations sociales", question: "A-t-elle manqué à ses obligations de paiement des cotisations sociales ?" },
  "envir-law": { name: "Droit de l'environnement", question: "À sa connaissance, a-t-elle manqué à ses obligations environnementales ?" },
  "socsec-law": { name: "Droit social", question: "À sa connaissance, a-t-elle manqué à ses obligations en droit social ?" },
  "labour-law": { name: "Droit du travail", question: "À sa connaissance, a-t-elle manqué à ses obligations en droit du travail ?" },
  bankruptcy: { name: "Faillite", question: "Est-elle en état de faillite ?" },
  insolvency: { name: "Insolvabilité, liquidation", question: "Fait-elle l'objet d'une procédure d'insolvabilité ou de liquidation ?" },
  "cred-arran": { name: "Accord avec les créanciers", question: "Est-elle sous un concordat ou un arrangement avec ses créanciers ?" },
  "bankr-nat": {
    name: "Situation de même nature que la faillite",
    question: "Est-elle dans une situation de même nature, née d'une procédure semblable du droit de son pays ?",
  },
  "liq-admin": { name: "Biens administrés", question: "Ses biens sont-ils administrés par un liquidateur ou par un tribunal ?" },
  "susp-act": { name: "Activités suspendues", question: "Ses activités sont-elles suspendues ?" },
  "prof-misconduct": { name: "Faute professionnelle grave", question: "A-t-elle commis une faute professionnelle grave ?" },
  distorsion: {
    name: "Entente",
    question: "S'est-elle entendue avec d'autres entreprises pour fausser la concurrence ?",
  },
  "partic-confl": {
    name: "Conflit d'intérêts",
    question: "A-t-elle connaissance d'un conflit d'intérêts dû à sa participation à cette procédure ?",
  },
  "prep-confl": {
    name: "Préparation de la procédure",
    question: "A-t-elle, ou une entreprise liée, conseillé l'acheteur ou pris part à la préparation de cette procédure ?",
  },
  sanction: {
    name: "Contrat résilié ou sanctionné",
    question:
      "Un marché ou une concession antérieurs ont-ils été résiliés avant leur terme, ou ont-ils donné lieu à des dommages et intérêts ou à une sanction comparable ?",
  },
  misrepresent: {
    name: "Fausses déclarations, informations cachées ou obtenues indûment",
    question:
      "S'est-elle rendue coupable de fausses déclarations, a-t-elle caché des informations, n'a-t-elle pas pu fournir sans délai les justificatifs demandés, ou a-t-elle cherché à influencer la décision ou à obtenir des informations confidentielles ?",
  },
  "nati-ground": {
    name: "Motifs du droit national",
    question:
      "A-t-elle manqué aux obligations que visent les motifs d'exclusion propres au droit national, cités dans l'avis ou le dossier ?",
  },
};
