/** From a text of the page to what it asks: phrases found, and what the remaining words make of them. */
import { withoutClauses } from "./clauses.ts";
import { composed, goesWith, toldTogether } from "./composed.ts";
import { COUNTED } from "./kinds.ts";
import { type Concept, phrasesAbbreviated, phrasesFrom, toldBy } from "./lexicon.ts";
import { isAnySilent } from "./silence.ts";
import { remembering, significant, standsAt, stemOf, stemsOf, wordsOf } from "./words.ts";

export interface Understood {
  readonly concept: Concept;
  /** 0–1: how much of the text the phrase explains. */
  readonly coverage: number;
  /** Words that no phrase and no known role explains. */
  readonly rest: readonly string[];
  /** Words of the phrase that was found. */
  readonly length: number;
  /** True when a word of the text says that a number or a code is asked. */
  readonly numbered: boolean;
  /** Its position in the text, and how many words count in all. */
  readonly at: number;
  readonly size: number;
  /** True when another field is asked in the same words. */
  readonly isShared?: boolean;
  /** Other things that the same text asks. */
  readonly also: readonly Concept[];
}

/** Words that do not change what is asked. */
const NEUTRAL = stemsOf(`
  vers verifiez verifier indiquez indiquer renseignez renseigner saisissez saisir saisie entrez entrer veuillez merci preciser precisez donner donnez inscrire
  decrivez decrire tapez choisissez selectionnez choisir selectionner communiquer communiquez fournir fournissez mentionner mentionnez remplir remplissez convention
  necessaire joindre quel quelle combien comment dont atelier cabinet commerce agence exploitation souhaite souhaitee
  work business
  obligatoire facultatif optionnel optionnelle requis requise required optional mandatory si oui cas echeant lieu applicable possible
  numero number no n nb code registration identifiant identification id libelle intitule valeur
  individuel individuelle
  chiffre caractere format attendu exemple ex type texte maximum max minimum min ici sans espace avec
  complet complete full principal principale professionnel professionnelle actuel actuelle exact exacte officiel valide votre propre usuel
  entreprise societe candidat candidate soumissionnaire structure organisation organisme etablissement operateur economique titulaire fournisseur
  prestataire association maison entite personne morale tiers partenaire company supplier tenderer bidder economic operator firm organization
  representez representant legal legale dirigeant gerant president mandataire social signataire responsable habilite contact
  point interlocuteur correspondant referent demandeur utilisateur user representative
  siege registered office head
  francais francaise france french fr ue eu
  euro eur ht hors taxe k ke keur millier annuel annuelle global globale total totale annual
  avant antepenultieme general generale commercial commerciale
  dernier derniere exercice clos annee 1 2 3 trois year last three closed
  fixe mobile portable bureau direct telephonique
  confirmer confirmez confirmation ressaisir ressaisissez repeter repetez retaper retapez
  champ completer
  0 4 5 9 14 10
`);

/** True for a word that does not change what is asked. */
export function isNeutral(word: string): boolean {
  return NEUTRAL.has(stemOf(word));
}

/** Things that allow no extra word: with one, something else is asked. */
const STRICT: ReadonlySet<Concept> = new Set<Concept>([
  "contactNom",
  "contactPrenom",
  "contactNomComplet",
  "contactCivilite",
  "contactFonction",
  "adresseLigne1",
  "adresseComplement",
  "commune",
  "pays",
  "departement",
  "effectif",
  "effectifMoyenN1",
  "effectifEncadrement",
  "chiffreAffairesN1",
  "chiffreAffairesPart",
  "exerciceAnneeN1",
  "exerciceFinN1",
  "activitePrincipale",
  "categorieEntreprise",
  "formeJuridique",
  "siteWeb",
  "sigle",
  "boitePostale",
  "ribTitulaire",
  "dateCreation",
  "raisonSociale",
  "nomCommercial",
  "rcsVille",
  "inscriptionRegistre",
  "nationalite",
  "dirigeantNomComplet",
  "signataireHabilite",
  "resultatNet",
  "capitalSocial",
] as const);

/** Concepts whose phrase is enough, however long the question around it. */
const ANYWHERE: ReadonlySet<Concept> = new Set<Concept>([
  "estPme",
  "statutEss",
  "tvaIntracommunautaire",
  "siret",
  "siren",
  "iban",
  "bic",
  "lot",
] as const);

/** Words that make a text ask something else, whatever phrase it holds. */
const ELSE = stemsOf(`
  recherche rechercher search filtre filtrer filter critere afficher masquer supprimer delete ajouter modifier
  copie secondaire alternatif alternative secours supplementaire additionnel parente suivant
  ancien ancienne precedent previous autre other
  commentaire remarque motif raisons pourquoi comment
  langue language devise currency
  absence faute alerte newsletter abonnement
`);

/**
 * What a text asks; `null` when nothing in it is known. Text in brackets is help, unless it names an identifying number
 * ("Identifiant national (SIRET)"). For a bilingual label ("Street / Adresse"), the half that is plain.
 */
export const understand: (written: string) => Understood | null = remembering(understandText, () => !isAnySilent());

function understandText(written: string): Understood | null {
  const example = exampleOf(written);
  if (example !== null) return example;
  const text = bareOf(written);
  const said = understandWords(wordsOf(text));
  const abbreviated = /\p{L}\./u.test(text) && (said === null || !isPlain(said)) ? understandWords(wordsOf(text), true) : null;
  const whole = abbreviated ?? said;
  const best = withoutBrackets(text, whole) ?? (whole !== null && isPlain(whole) ? whole : null);
  if (best !== null) return best;
  if (whole === null || !/[/|–]/.test(text)) return whole;
  const halves = text.split(/\s[/|–]\s?|\s?[/|–]\s/).map((half) => understandWords(wordsOf(half)));
  const plain = halves.filter((half) => half !== null && isPlain(half));
  const [first] = plain;
  return first != null && plain.every((half) => half?.concept === first.concept) ? { ...first, also: [] } : whole;
}

/**
 * What turns a thing into a question: "Dans quelle ville se trouve votre siège ?", "Quel a été votre chiffre d'affaires lors du dernier
 * exercice ?".
 */
const QUESTION = stemsOf(`
  sera seront serait sous lequel laquelle il elle t implante implantee etabli etablie localise localisee
  quel quelle qui que quoi comment dans se trouve trouvent situe situee est sont etait a ete avez avons ont lors durant realise realisez realisee
  pouvons pouvez peut devons doit contacter joindre employez emploie comptez compte indiquez exercez exerce portez porte travaille travaillez what which how many is are was the do does who can we did where
`);

/** The text without what changes nothing of what it asks; of a question, what it names. */
function bareOf(written: string): string {
  const said = withoutClauses(written);
  return /\?\W*$/.test(written) || /\?\W*$/.test(said) ? withoutQuestion(said) : said;
}

/** A question that asks one thing, without the words that make it a question. */
function withoutQuestion(text: string): string {
  const words = wordsOf(text);
  if (understandWords(words) === null) return text;
  const kept = words.filter((word) => !QUESTION.has(stemOf(word)));
  const said = understandWords(kept);
  if (said === null || !isPlain(said)) return text;
  // "Combien êtes-vous dans l'entreprise ?" asks no name.
  return words.includes("combien") && !COUNTED.has(said.concept) ? text : kept.join(" ");
}

/** "Nom du contact (nom et prénom)", "Code APE (NAF 2025)": the brackets say which of two things is asked. */
const IN_BRACKETS: ReadonlySet<Concept> = new Set<Concept>(["contactNomComplet", "codeNaf2025"] as const);

/** What the text before the brackets asks, when it says as much as the whole, and more plainly. */
function withoutBrackets(text: string, whole: Understood | null): Understood | null {
  const bare = text.replace(/\([^)]*\)?/g, " ");
  if (bare === text || wordsOf(bare).length === 0) return null;
  const main = understandWords(wordsOf(bare));
  if (main === null || !isPlain(main)) return null;
  if (whole === null || !isPlain(whole)) return main;
  if (IN_BRACKETS.has(whole.concept)) return null;
  return whole.rest.length > 0 && main.concept === whole.concept ? main : null;
}

/** Values that pages give as an example in place of a label: "12 rue des Tanneurs", "prenom.nom@entreprise.fr". */
const EXAMPLES: readonly (readonly [RegExp, Concept])[] = [
  // As a box, it asks for its address.
  [/^si[eè]ge( social)?( de (la soci[eé]t[eé]|l['’]entreprise))?( - à compléter)?\W*$/i, "adresseLigne1"],
  // A row that is a year.
  [/^20\d\d\W+(dernier |exercice )?(clos|arr[eê]t[eé])\W*$/i, "exerciceAnneeN1"],
  [/^(ex(emple)?\.? ?:? ?)?[\w.+-]+@[\w-]+\.\w{2,}$/i, "contactEmail"],
  [
    /^(ex(emple)?\.? ?:? ?)?\d{1,4}( ?(bis|ter))?,? (rue|avenue|av\.?|boulevard|bd|chemin|allée|place|quai|impasse|route) /i,
    "adresseLigne1",
  ],
  [/^(ex(emple)?\.? ?:? ?)?(\+33 ?|0)[1-9]([ .-]?\d\d){4}$/i, "contactTelephone"],
  [/^(ex(emple)?\.? ?:? ?)?\d{3} ?\d{3} ?\d{3} ?\d{5}$/i, "siret"],
  [/^(ex(emple)?\.? ?:? ?)?FR ?\d{2} ?\d{3} ?\d{3} ?\d{3}$/i, "tvaIntracommunautaire"],
  [/^(ex(emple)?\.? ?:? ?)?\d{2}\.?\d{2} ?[A-Z]$/i, "codeNaf"],
];

function exampleOf(text: string): Understood | null {
  const concept = EXAMPLES.find(([looks]) => looks.test(text.trim()))?.[1];
  return concept === undefined ? null : { concept, length: 1, at: 0, size: 1, numbered: false, coverage: 0.95, rest: [], also: [] };
}

/** @param cutShort words may be the beginnings of those of a phrase: "Rais. soc.", "Forme jur." */
export function understandWords(all: readonly string[], cutShort = false): Understood | null {
  const words = cutShort ? wholeWords(significant(all)) : significant(all);
  if (words.length === 0) return null;
  const found: FoundPhrase[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? "";
    const phrase = phrasesFrom(word).find(({ words: wanted }) => standsAt(words, wanted, at));
    if (phrase === undefined) {
      rest.push(word);
      at += 1;
      continue;
    }
    found.push({ concept: phrase.concept, at, length: phrase.words.length, isShared: phrase.isShared });
    at += phrase.words.length;
  }
  const [first] = found;
  if (first === undefined) return null;
  const chosen = bestOf(found, first, words);
  const made = composed(chosen.concept, words);
  const foreign = rest.filter(
    (word) =>
      !NEUTRAL.has(word) &&
      !/^(20\d\d|\d{1,2})$/.test(word) &&
      made?.by.has(word) !== true &&
      !goesWith(made?.concept ?? chosen.concept, word),
  );
  // "Nombre de sites": how many there are, which is no site.
  const isCount = words.includes("nombre") && !COUNTED.has(made?.concept ?? chosen.concept);
  const best = made === null && !isCount ? chosen : { ...chosen, concept: isCount ? "nothing" : (made?.concept ?? chosen.concept) };
  return {
    concept: best.concept,
    length: best.length,
    isShared: best.isShared,
    at: best.at,
    size: words.length,
    numbered: all.some((word) => NUMBERED.has(word)),
    coverage: (words.length - foreign.length) / words.length,
    rest: foreign,
    also: [...new Set(found.map(({ concept }) => concept))].filter((concept) => concept !== best.concept),
  };
}

/**
 * What a short text asks in no phrase that is known, by the one word that tells it: "Montant du capital", "Nbre de salariés". Every other
 * word changes nothing of what is asked. Such a reading is only proposed.
 */
export function toldIn(text: string): Concept | null {
  const words = significant(wordsOf(bareOf(text)));
  if (words.length === 0 || words.length > 6 || words.some((word) => ELSE.has(word))) return null;
  const together = toldTogether(words, (word) => NEUTRAL.has(word));
  if (together !== null) return together;
  if (words.length > 5 || words.some((word) => QUESTION.has(stemOf(word)))) return null;
  const telling = words.filter((word) => !NEUTRAL.has(word) && !/^\d+$/.test(word)).map(toldBy);
  const [first = null] = telling;
  return telling.every((concept) => concept === first) ? first : null;
}

/** Each abbreviated word completed, when only one phrase can be meant. */
function wholeWords(words: readonly string[]): readonly string[] {
  const concepts = new Set<Concept>();
  let whole: readonly string[] = words;
  for (const phrase of phrasesAbbreviated(words)) {
    concepts.add(phrase.concept);
    whole = phrase.words;
  }
  return concepts.size === 1 ? whole : words;
}

const NUMBERED: ReadonlySet<string> = new Set(["numero", "code", "identifiant", "nombre", "type", "date", "number", "id", "reference"]);

interface FoundPhrase {
  readonly concept: Concept;
  readonly at: number;
  readonly length: number;
  readonly isShared: boolean;
}

/** Which of the phrases says what is asked; the others say whose, when or where. */
function bestOf(all: readonly FoundPhrase[], first: FoundPhrase, words: readonly string[]): FoundPhrase {
  // "Représentant légal de l'entreprise": the company that a person represents is not asked.
  const found = PERSONS.has(first.concept) || all.some(isOf("dirigeantNomComplet")) ? all.filter((one) => !isAnyCompany(one)) : all;
  const legalName = found.find((one) => one.concept === "raisonSociale" && !isAnyCompany(one));
  // "Nom commercial et dénomination sociale": the legal name is asked.
  if (legalName !== undefined && found.some(({ concept }) => concept === "nomCommercial")) return { ...legalName, at: first.at };
  // "Adresse, code postal, ville": the whole address, whatever its parts.
  const street = found.find(isOf("adresseLigne1"));
  const isTown = found.some(isOf("codePostalEtCommune")) || (found.some(isOf("codePostal")) && found.some(isOf("commune")));
  if (street !== undefined && isTown) return { ...street, at: first.at };
  // "Nom du dirigeant et son prénom": the whole name, in whatever words.
  const [name, firstName] = [found.find(isOf("contactNom")), found.find(isOf("contactPrenom"))];
  if (name !== undefined && (firstName !== undefined || words.includes("prenom")))
    return { ...name, concept: "contactNomComplet", at: Math.min(name.at, firstName?.at ?? name.at) };
  const things = found.filter(({ concept }) => !PERSONS.has(concept));
  const precise = things.filter(({ concept }) => !VAGUE.has(concept));
  return chosen(precise.length > 0 ? precise : things.length > 0 ? things : found);
}

/** "Entreprise", "établissement": beside another thing, whose it is. */
function isAnyCompany({ concept, length }: FoundPhrase): boolean {
  return concept === "raisonSociale" && length === 1;
}

function isOf(wanted: Concept): (phrase: FoundPhrase) => boolean {
  return ({ concept }) => concept === wanted;
}

/** Persons: beside another concept, they say whose it is. */
const PERSONS: ReadonlySet<Concept> = new Set<Concept>(["dirigeantNomComplet", "contactNomComplet", "signataireHabilite"] as const);
/** Concepts that another phrase of the same text makes more precise. */
const VAGUE: ReadonlySet<Concept> = new Set<Concept>([
  "idNationalEtranger",
  "exerciceAnneeN1",
  "raisonSociale",
  "exerciceFinN1",
  "rneDateImmat",
] as const);

/** Of several phrases, the longest; of equals, the most telling; then the first. */
function chosen<F extends { readonly concept: Concept; readonly length: number }>(found: readonly F[]): F {
  return found.reduce((best, one) => {
    if (one.length !== best.length) return one.length > best.length ? one : best;
    return rankOf(one.concept) > rankOf(best.concept) ? one : best;
  });
}

function rankOf(concept: Concept): number {
  if (concept === "nothing") return 3;
  return STRICT.has(concept) ? 1 : 2;
}

/** How far the text can be trusted, 0–1. */
export function sureness(understood: Understood): number {
  if (understood.isShared === true) return 0.7 * understood.coverage;
  return ANYWHERE.has(understood.concept) ? Math.max(0.85, understood.coverage) : understood.coverage;
}

/** True when the words around the phrase do not change what it asks. */
export function isPlain({ concept, rest, coverage, length, at, size, numbered }: Understood): boolean {
  if (length >= 4 && ANYWHERE.has(concept)) return true;
  if (rest.some((word) => ELSE.has(word))) return false;
  if (concept === "raisonSociale" && length === 1 && numbered) return false;
  if (rest.length === 0) return true;
  if (ANYWHERE.has(concept)) return true;
  // A long label that begins with the whole thing then says which one, or how.
  if (STRICT.has(concept)) return at === 0 && length >= 2 && size >= 5 && coverage >= 0.4;
  return coverage > 0.5;
}

/** True when the text begins with the phrase, asks nothing else that is known, and says nothing that makes it another thing. */
export function beginsPlainly({ concept, rest, at, size, length, numbered, also }: Understood): boolean {
  return concept !== "nothing" && at === 0 && also.length === 0 && !numbered && size <= length + 4 && !rest.some((word) => ELSE.has(word));
}
