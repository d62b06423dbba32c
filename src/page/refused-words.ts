/**
 * Words of what only a person may answer: oaths, consents, tests against robots. The reader leaves such a control alone and the writer
 * refuses it, by the same lists. Texts are compared as plain words: lower case, without accents nor punctuation.
 */

/** Ticking a box with these words is a sworn statement. */
export const OATHS: readonly string[] = [
  "sur l honneur",
  "atteste",
  "attestons",
  "certifie",
  "certifions",
  "declare",
  "declarons",
  "je jure",
  "sworn",
  "hereby declare",
  "hereby certify",
  "i declare",
  "i certify",
  "i confirm that",
];

/** Ticking a box with these words accepts, acknowledges or commits. */
export const CONSENTS: readonly string[] = [
  "accepte",
  "acceptons",
  "je reconnais",
  "nous reconnaissons",
  "je m engage",
  "nous nous engageons",
  "consens",
  "consentons",
  "cgu",
  "cgv",
  "i accept",
  "i agree",
  "i undertake",
];

const SHOWN = ["de l image", "affiche", "ci dessus", "ci contre"];
/** Also matched inside words: "recaptcha", "captchacode". */
export const CAPTCHAS: readonly string[] = [
  "captcha",
  ...["spam", "robot", "bot"].flatMap((enemy) => [`anti ${enemy}`, `anti${enemy}`]),
  "turing",
  ...["code", "texte", "caracteres"].flatMap((what) => SHOWN.map((where) => `${what} ${where}`)),
  "combien font",
  "je ne suis pas un robot",
  "security code",
];

const OATH = new RegExp(`\\b(${OATHS.join("|")})\\b`);
const CONSENT = new RegExp(`\\b(${CONSENTS.join("|")})\\b`);
const CAPTCHA = new RegExp(CAPTCHAS.join("|"));

/** True when the words are an oath: a sworn statement. */
export function swears(words: string): boolean {
  return OATH.test(words);
}

/** True when ticking a box with these words swears, accepts or commits. */
export function commits(words: string): boolean {
  return OATH.test(words) || CONSENT.test(words);
}

/** True when the words are those of a test against robots. */
export function isCaptcha(words: string): boolean {
  return CAPTCHA.test(words);
}

const PRICE =
  /\b(prix|tarifs?|montants?|bpu|dpgf|dqe|devis|bordereau|offre financiere|proposition financiere|forfait|rabais|taux de remise|couts?|honoraires|total|price|pricing|offer amount)\b/;
/** Amounts of the company itself, whatever they are called. */
const OWN_AMOUNT = /\b(chiffres? d affaires|ca|capital|resultats?|bilan|turnover|masse salariale|fonds propres)\b/;

/** True when the words ask for a price, or for an amount that no word ties to the company itself. */
export function isPrice(words: string): boolean {
  return PRICE.test(words) && !OWN_AMOUNT.test(words);
}
