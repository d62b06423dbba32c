/** The grounds of exclusion of an ESPD, each as a question in plain words, English. */
import type { Ground } from "../domain/grounds.ts";
import type { GroundText } from "./grounds.fr.ts";

const convicted = (of: string) =>
  `Has the company, or a person who manages, controls or represents it, been convicted by final judgment for ${of}, less than five years ago, or is it still excluded by that conviction?`;

export const groundsEn: Record<Ground, GroundText> = {
  "crime-org": { name: "Criminal organisation", question: convicted("taking part in a criminal organisation") },
  corruption: { name: "Corruption", question: convicted("corruption") },
  fraud: { name: "Fraud", question: convicted("fraud") },
  "terr-offence": { name: "Terrorism", question: convicted("a terrorist offence or one linked to terrorism") },
  "finan-laund": { name: "Money laundering, terrorist financing", question: convicted("money laundering or terrorist financing") },
  "human-traffic": { name: "Child labour, human trafficking", question: convicted("child labour or human trafficking") },
  "tax-pay": { name: "Taxes", question: "Has the company breached its obligations to pay taxes?" },
  "socsec-pay": { name: "Social security", question: "Has it breached its obligations to pay social security contributions?" },
  "envir-law": { name: "Environmental law", question: "To its knowledge, has it breached its obligations in environmental law?" },
  "socsec-law": { name: "Social law", question: "To its knowledge, has it breached its obligations in social law?" },
  "labour-law": { name: "Labour law", question: "To its knowledge, has it breached its obligations in labour law?" },
  bankruptcy: { name: "Bankruptcy", question: "Is it bankrupt?" },
  insolvency: { name: "Insolvency, winding-up", question: "Is it the subject of insolvency or winding-up proceedings?" },
  "cred-arran": { name: "Arrangement with creditors", question: "Is it in an arrangement with its creditors?" },
  "bankr-nat": {
    name: "Situation akin to bankruptcy",
    question: "Is it in a similar situation, arising from a like procedure of its country's law?",
  },
  "liq-admin": { name: "Assets administered", question: "Are its assets administered by a liquidator or a court?" },
  "susp-act": { name: "Activities suspended", question: "Are its activities suspended?" },
  "prof-misconduct": { name: "Grave professional misconduct", question: "Is it guilty of grave professional misconduct?" },
  distorsion: { name: "Collusion", question: "Has it agreed with other companies to distort competition?" },
  "partic-confl": {
    name: "Conflict of interest",
    question: "Is it aware of a conflict of interest due to its taking part in this procedure?",
  },
  "prep-confl": {
    name: "Preparation of the procedure",
    question: "Has it, or a related company, advised the buyer or taken part in preparing this procedure?",
  },
  sanction: {
    name: "Contract ended early or sanctioned",
    question: "Was an earlier public contract or concession ended early, or did it lead to damages or a comparable sanction?",
  },
  misrepresent: {
    name: "Misrepresentation, information withheld or unduly obtained",
    question:
      "Has it been guilty of misrepresentation, withheld information, been unable to supply without delay the proofs asked for, or tried to influence the decision or to obtain confidential information?",
  },
  "nati-ground": {
    name: "Grounds of national law",
    question: "Has it breached obligations that the purely national grounds of exclusion cover, as named in the notice or the documents?",
  },
};
