/**
 * Which words of a page may be kept in a copy of it. The rule lists what may stay, never what must go: words that all forms are
 * made of stay, another word stays only where the page speaks to everybody, and only when it is written as no name is. What a control
 * holds, and what is known of the person, never stays.
 */
import { PIECE_KINDS, pieceOf } from "../domain/pieces.ts";
import { fold } from "../domain/plain.ts";
import { CONSENTS, OATHS } from "../page/refused-words.ts";
import { lexiconWords } from "../reading/lexicon.ts";
import { isTitleWord } from "../reading/titles.ts";

/** Replaces what was taken out. */
export const STAND_IN = "xxxx";

/** Words of forms and of their help, beside those that the reading knows. */
const COMMON = new Set(
  `a abord accepter accepte acceptez acces accord acte afin agit ai aide ainsi ajouter ajoutez alors annuler apres article aucun aucune autre autres auteur
  avant avec avez avoir bas bien bon bouton bloc c cas case cases categorie cela celle celui cette champ chaque chiffre chiffres choisir choisissez chois choix ci
  clic cliquer cliquez coche cocher cochez code combien comme comment commercial complet complete compte concerne condition conditions confirmer connaitre connexion
  continuer copie correct corriger creation creer date de deja demande demandes depuis deposer dernier des description detail details deux dire disponible dit doit
  doivent domaine donner dossier e effectuer element en encore enregistrer entree entrer entrez envoi envoyer erreur est et etape etes etre exacte exemple existe
  facultatif faire fait faut fichier fichiers fin fois fonction format forme forum francais france g general gauche h haut heure heures ici identique il image
  imprimer inconnu indiquer indiquez info invalide jour jours jusqu l laisser le lettre lettres lien ligne lire liste livraison lors lu m ma madame mai mais
  maximum melle menu merci mes message mettre minimum mlle mme mo mode modifier mois moins mon monsieur mot n ne necessaire niveau nombre non nos notre nous nouveau
  nouvelle numero o obligatoire ok on ou oui ouvrir page par parcourir pas peut peuvent pi plus plusieurs poids point position possible pour pouvez premiere
  premier precedent prenez presence prix produit propre puis qu quand quelle quelles quel quels qui quoi rappel recherche rechercher recu reference refus
  relatif remplir reponse requis requise responsable resultat retour retourner sa saisie saisir saisissez sans sauf sauvegarder se selectionner selectionnez
  selection selon sera seul si soit son sont sous suite suivant suivante suivi supprimer sur taille tel temps terminer texte titre toujours tous tout toute toutes
  trois trop type un une unique url telle telles figure figurent figurant utiliser valable valeur valider validation verifier vers version veuillez vide visible voici voir vos votre voulez vous vrai y
  zone tableau montant euros euro ht ttc tva commentaire commentaires observation observations note remarque telephone mobile fixe courriel mail email fax pays ville
  rue voie region departement commune adresse postale cedex jj mm aaaa pdf doc docx xls xlsx zip jpg jpeg png octets ko go depot plis pli signature signer
  consentement cgu rgpd politique confidentialite donnees personnelles mentions legales cookies robot securite captcha caracteres lettre chiffrement
  yes no please enter select choose your the of and or for with required optional file upload browse save cancel next back submit search name number date
  sarl sas sasu sa eurl ei snc sci scop association collectivite public prive liberal micro auto`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

const LEXICON = new Set([...lexiconWords(), ...[...OATHS, ...CONSENTS].flatMap((said) => said.split(" ")), ...namesOfPieces()]);

/** The catalogue's names of pieces and of who delivers them: "Certificat Qualibat", "Attestation de vigilance (Urssaf)". */
function namesOfPieces(): string[] {
  return PIECE_KINDS.flatMap((kind) => [pieceOf(kind).label, pieceOf(kind).obtainAt?.label ?? ""]).flatMap((label) =>
    fold(label).split(/[^a-z0-9]+/),
  );
}

/** True for a word that cannot identify anybody, given in lower case without accents. */
function isCommon(word: string): boolean {
  return /^[a-z]$/.test(word) || COMMON.has(word) || LEXICON.has(word) || isTitleWord(word);
}

/** `label`: text that is the same for every visitor: labels, titles, buttons. `text`: anything may be there. */
export type Place = "label" | "text";

/** Folded words that are taken out everywhere. */
export type Known = ReadonlySet<string>;

/** Letters and digits with the signs that join them: "jean.dupont@x.fr", "12-45"; an apostrophe ("l'été") separates. */
const PIECE = /[\p{L}\p{N}@._/\\:#%&=?+-]*[\p{L}\p{N}][\p{L}\p{N}@._/\\:#%&=?+-]*/gu;
/** Four digits or more, whatever separates them: a telephone number is five groups of two. */
const NUMBER = /\d(?:[ \u00a0\u202f.,/'-]*\d){3,}/g;
const CIVILITY = /^(m|mr|mme|mlle|melle|monsieur|madame|mademoiselle|dr|docteur|me|maitre|bonjour|bonsoir|bienvenue|hello|welcome)$/;

/** The text with what may not stay replaced. Spaces and punctuation stay. */
export function keptText(given: string, place: Place, known: Known): string {
  let named = false;
  let end = 0;
  const text = given.replace(NUMBER, (number) => (place === "label" && /^20[0-4]\d$/.test(number) ? number : STAND_IN));
  return text.replace(PIECE, (piece: string, at: number) => {
    // What follows a greeting or a title such as « Madame » is a name, up to a punctuation mark.
    if (/[,;!?\n()]|\.\s/.test(text.slice(end, at))) named = false;
    end = at + piece.length;
    const bare = piece.replace(/^[._/\\:#%&=?+-]+|[._/\\:#%&=?+-]+$/g, "");
    const isGreeting = CIVILITY.test(fold(bare));
    const kept = isGreeting ? true : bare.split(/[-/.]/).every((part) => mayStay(part, named ? "text" : place, known, named));
    if (isGreeting) named = true;
    return kept && isPlainPiece(bare) ? piece : STAND_IN;
  });
}

/** True when only dots, dashes and slashes join its words: a piece joined otherwise is an address or a number. */
function isPlainPiece(piece: string): boolean {
  return !/[@\\:#%&=?+_]/.test(piece) && !/\d[./-]\d/.test(piece) && !/\d{3,}/.test(piece.replace(/^20\d\d$/, ""));
}

function mayStay(part: string, place: Place, known: Known, named: boolean): boolean {
  if (part === "") return true;
  if (/^\d+$/.test(part)) return part.length <= 2 || (place === "label" && /^20[0-4]\d$/.test(part));
  const word = fold(part);
  if (isCommon(word)) return !named || word.length <= 2 || !/^\p{Lu}/u.test(part);
  if (known.has(word)) return false;
  return place === "label" && /^\p{Ll}+$/u.test(part) && word.length <= 25;
}

/** The folded words of these values, to be taken out everywhere, except words that all forms use. */
export function wordsKnownFrom(values: Iterable<string>): Known {
  const words = new Set<string>();
  for (const value of values)
    for (const word of fold(value).split(/[^\p{L}\p{N}]+/u)) if (word.length >= 3 && !isCommon(word)) words.add(word);
  return words;
}

/** True for a name that the page's author gave an element: it holds no known value. */
export function isAuthorsName(name: string, known: Known): boolean {
  if (name.length > 120 || /[@%]|\d{5,}|[0-9a-f]{12,}/i.test(name)) return false;
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => !known.has(word));
}

/** Words that stayed but are not common to all forms, to be shown to the person who gives the copy away. */
export function unusualWords(text: string): string[] {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return [...new Set(words.filter((word) => word !== STAND_IN && !isCommon(fold(word))))];
}
