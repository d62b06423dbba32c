/** From a text of the page to what it asks: phrases found, and what the remaining words make of them. */
import { type Concept, phrasesFrom } from "./read-lexicon.ts";
import { significant, standsAt, stemOf, wordsOf } from "./read-words.ts";

export interface Understood {
  readonly concept: Concept;
  /** 0–1: how much of the text the phrase explains. */
  readonly coverage: number;
  /** Words that no phrase and no known role explains. */
  readonly rest: readonly string[];
  /** Words of the phrase that was found. */
  readonly length: number;
  /** Other things that the same text asks. */
  readonly also: readonly Concept[];
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(stemOf));

/** Words that change nothing of what is asked. */
const NEUTRAL = set(`
  indiquez indiquer renseignez renseigner saisissez saisir saisie entrez entrer veuillez merci preciser precisez donner donnez inscrire completer
  obligatoire facultatif optionnel optionnelle requis requise required optional mandatory si oui cas echeant lieu applicable possible
  numero number no n num nb nbre nombre code registration identifiant identification id libelle intitule champ valeur
  chiffre caractere format attendu exemple ex type texte maximum max minimum min ici sans espace avec
  complet complete principal principale professionnel professionnelle actuel actuelle exact exacte officiel valide votre propre usuel
  entreprise societe candidat candidate soumissionnaire structure organisation organisme etablissement operateur economique titulaire fournisseur
  prestataire association entite personne morale tiers partenaire company supplier tenderer bidder economic operator firm organization organisation
  representez representant legal legale dirigeant gerant president mandataire social signataire responsable habilite habilitee contact
  interlocuteur correspondant referent demandeur utilisateur user representative
  siege social registered office head principale
  francais francaise france french fr ue eu
  euro eur ht hors taxe k ke keur millier annuel annuelle global globale total totale annual
  dernier derniere exercice clos annee annees n 1 2 3 year last
  fixe mobile portable bureau direct
  0 4 5 9 14 10
`);

/** Things that no extra word may narrow: with one, another thing is asked. */
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
  "effectifEncadrementN1",
  "chiffreAffairesN1",
  "chiffreAffairesPartN1",
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

/** Concepts whose phrase, however long the question around, says it all. */
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

/** Words that make a text something else, whatever phrase stands in it. */
const ELSE = set(`
  recherche rechercher search filtre filtrer filter critere afficher masquer supprimer delete ajouter modifier
  ancien ancienne precedent previous autre autres other
  commentaire remarque motif raisons pourquoi comment
  langue language devise currency
  absence faute alerte newsletter abonnement
`);

/** What a text asks; `null` when nothing in it is known. Of a bilingual label ("Street / Adresse"), the half that is plain. */
export function understand(text: string): Understood | null {
  const whole = understandWords(wordsOf(text));
  if (whole === null || isPlain(whole) || !/[/|–]/.test(text)) return whole;
  const halves = text.split(/\s[/|–]\s?|\s?[/|–]\s/).map((half) => understandWords(wordsOf(half)));
  const plain = halves.filter((half) => half !== null && isPlain(half));
  const [first] = plain;
  return first != null && plain.every((half) => half?.concept === first.concept) ? { ...first, also: [] } : whole;
}

export function understandWords(all: readonly string[]): Understood | null {
  const words = significant(all);
  if (words.length === 0) return null;
  const found: { readonly concept: Concept; readonly at: number; readonly length: number }[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? "";
    const phrase = phrasesFrom(word).find(({ words: wanted }) => standsAt(words, wanted, at));
    if (phrase === undefined) {
      rest.push(word);
      at += 1;
      continue;
    }
    found.push({ concept: phrase.concept, at, length: phrase.words.length });
    at += phrase.words.length;
  }
  if (found.length === 0) return null;
  const best = chosen(found);
  const foreign = rest.filter((word) => !NEUTRAL.has(word));
  const explained = words.length - foreign.length;
  return {
    concept: best.concept,
    length: best.length,
    coverage: explained / words.length,
    rest: foreign,
    also: [...new Set(found.map(({ concept }) => concept))].filter((concept) => concept !== best.concept),
  };
}

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
  return ANYWHERE.has(understood.concept) ? Math.max(0.8, understood.coverage) : understood.coverage;
}

/** True when the words around the phrase leave it what it is. */
export function isPlain({ concept, rest, coverage, length }: Understood): boolean {
  if (length >= 4 && ANYWHERE.has(concept)) return true;
  if (rest.some((word) => ELSE.has(word))) return false;
  if (rest.length === 0) return true;
  if (STRICT.has(concept)) return false;
  return ANYWHERE.has(concept) || coverage >= 0.5;
}
