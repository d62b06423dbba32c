/** Whether a kind of control can ask a thing: a list asks no SIRET, a button asks yes or no. */

import type { ControlEvidence } from "../domain/evidence.ts";
import { legalFormsNamed } from "../domain/legal-forms.ts";
import type { Guess } from "./guess.ts";
import { PERSON } from "./kinds.ts";
import type { Concept } from "./lexicon.ts";
import { wordsOf } from "./words.ts";

/** Answered by yes or no. */
const YES_OR_NO = conceptSet("estPme", "statutEss", "etabliEnFrance");
const ONE_OF_SEVERAL = conceptSet("contactCivilite", "formeCandidature");
/** No list holds every answer to these. */
const NEVER_LISTED = conceptSet(
  ...(["siret", "siren", "nic", "tvaIntracommunautaire", "iban", "bic", "capitalSocial"] as const),
  ...(["raisonSociale", "nomCommercial", "sigle", "siteWeb", "adresseLigne1", "adresseComplement"] as const),
  ...(["contactNom", "contactPrenom", "contactNomComplet", "contactEmail", "contactFax", "dirigeantNomComplet"] as const),
);

const only = (...concepts: Concept[]) => {
  const set = conceptSet(...concepts);
  return (concept: Concept) => set.has(concept);
};
const nothing = () => false;
const day = only("dateCreation", "exerciceFinN1", "rneDateImmat", "dirigeantDateNaissance");

/** What each `type` of an input can ask; the others take anything. */
const INPUTS: ReadonlyMap<string, (concept: Concept) => boolean> = new Map([
  ["password", only("password")],
  ["email", only("contactEmail", "contactEmailConfirmation")],
  ["url", only("siteWeb", "urlCertificatOpqibi", "urlCertificatFranceCompetences", "preuvesUrl")],
  ["number", (concept) => !PERSON.has(concept) || concept === "contactTelephone"],
  ["date", day],
  ["month", day],
  ["search", nothing],
  ["range", nothing],
  ["color", nothing],
  ["time", nothing],
  ["week", nothing],
  ["datetime-local", nothing],
]);

export function suits(concept: Concept, { control }: Guess): boolean {
  if (concept === "nothing") return true;
  const isYesOrNo = YES_OR_NO.has(concept);
  switch (control.type) {
    case "checkbox":
      return isYesOrNo;
    case "radio":
      return isYesOrNo || ONE_OF_SEVERAL.has(concept) || offersAnswers(concept, control);
    case "select":
      return isYesOrNo
        ? control.options.some(({ text }) => /^(oui|non|yes|no)$/i.test(text.trim()))
        : listsAnswers(concept, control) && !NEVER_LISTED.has(concept);
    default:
      return !isYesOrNo && (INPUTS.get(control.input)?.(concept) ?? true);
  }
}

/** Answers, in plain words, that a field may have. */
const ANSWERS: { readonly [K in Concept]?: (answer: string) => boolean } = {
  categorieEntreprise: (answer) => /\b(pme|eti|tpe|grande entreprise|moyenne|micro)\b/i.test(answer),
  formeJuridique: (answer) => legalFormsNamed(answer).length > 0 || /\b(societe|[1-9]\d{3})\b/.test(answer),
  effectif: (answer) => /\d/.test(answer),
};

/** The buttons of the group say answers that the field may have. */
function offersAnswers(concept: Concept, { answers: said }: ControlEvidence): boolean {
  const answers = ANSWERS[concept];
  return answers !== undefined && said.some(answers);
}

/** A list that is loaded already offers answers that the field may have. */
function listsAnswers(concept: Concept, { options }: ControlEvidence): boolean {
  const answers = ANSWERS[concept];
  return answers === undefined || options.length < 3 || options.some(({ text, value }) => answers(wordsOf(`${value} ${text}`).join(" ")));
}

function conceptSet(...concepts: Concept[]): ReadonlySet<Concept> {
  return new Set(concepts);
}
