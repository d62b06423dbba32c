/**
 * What a paper calls itself: its headings are lines that begin with the name of a paper. Those of an attestation are wholly explained by
 * its kind; a heading of another paper ("avenant", "bordereau"), or one that goes on with a word that the kind does not know ("attestation
 * d'adhésion", "responsabilité civile automobile"), makes it another paper. Data: words, without accents.
 */

import { withoutLegalForm } from "../../domain/legal-forms.ts";
import type { PieceKind } from "../../domain/pieces.ts";
import { bare, fold } from "../../domain/plain.ts";
import { LISTS_TRADES } from "./kinds.ts";
import type { RecognitionRule } from "./rules.ts";
import type { DocumentText } from "./stream.ts";

const wordsIn = (text: string): readonly string[] => bare(text).split(" ");
const setOf = (text: string): ReadonlySet<string> => new Set(wordsIn(text));

/** The first lines, where a paper says what it is. */
const HEAD_LINES = 14;
/** Names of papers that are never an attestation, whatever they cite. */
const OTHER_PAPERS = setOf(
  `accord accuse aide appel assignation autorisation avenant avertissement avoir bon bordereau brochure bulletin cahier candidature politique manuel changement
  charte circulaire commande commandement comment confirmation constat consultation convention convocation courriel courrier decision decompte
  demande desistement devis diplome duplicata echeancier enquete etude evaluation facture faq fiche foire formalite formulaire guide
  habilitation inscription invitation invitations mandat memento message modele modification notice notification opposition
  preavis procuration programme projet promesse proposition protocole provision quittance questionnaire rappel rapport recapitulatif recepisse reclamation
  recommandation recu refus reglement rejet relance renouvellement renonciation reponse reservation resiliation resultat resultats retrait
  saisie simulation sommation souscription suspension synthese tarif tarification transfert transmission virement`,
);
/** Names that count only when « de » follows: « Contrat de sous-traitance », not « Contrat n° 12 ». */
const OTHER_PAPERS_OF = setOf(
  "annexe mise certification compte contrat dossier engagement exemple note ordre plan titre suivi tableau recherche",
);
/** Nouns that attestations begin with, and the other papers of the catalogue: those count where they are the kind's own. */
const ATTESTATIONS = setOf("attestation attestations certificat certificate carte extrait avis releve");
const CATALOGUE = setOf("bilan comptes liasse declaration lettre coordonnees justificatif");
/** These count for insurers' papers alone: a qualification certificate mentions its company's insurances too. */
const INSURERS_PAPERS = setOf("assurance responsabilite garantie rc");

const BEFORE = setOf("objet votre vos notre la le l une un cette ce");
/** Words that end a heading and begin a sentence: "Certificat établi le 01/10/2026". */
const ENDS = setOf(
  `a1 delivre delivree etabli etablie edite editee emis emise attribue attribuee attribues accorde accordee valable valables valide valides validite
  couvre vaut est sont ne reste prend remis remise fait atteste certifie echeance expire expirant signe signee sous jusqu date titulaire raison siret siren
  number issued valid
  adherent souscripteur societaire madame monsieur denomination service numero assure beneficiaire entre`,
);
const PLAIN = setOf(
  `attestation attestations certificat certificate of the for de du des d la le les l et ou a au aux en pour par sur dans n no numero nr relatif relative
  relatives relatifs attestant respect presente present entreprise entreprises societe societes organisme public publics publique marche marches
  commande situation regularite conformite legale legales obligation obligations obligatoire obligatoires nominative annee exercice
  jour mise janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
  destine destinee destines maitre maitres ouvrage acheteur acheteurs
  article articles code travail securite general impots rural peche maritime union republique francaise`,
);
const SOCIAL =
  "compte paiement paiements versement versements cotisations contributions declarations sociales sociale fourniture regularite vigilance employeur travailleur independant";
const LEAVES = "conges intemperies btp chomage caisse cotisations compte legislation batiment travaux paiement versement versements";
const INSURED =
  "assurance assurances garantie garanties civile decennale professionnelle responsabilites batiment btp travaux entrepreneurs artisans contrat police nature professions metiers pro";
const TRADES =
  "professionnelle professionnelles qualifications qualification mention module rge air eau bois elec electricite chauffage ecs solaire pac pv reconnu garant environnement electrotechnique";
/** Words that a kind's headings may hold, besides its titles and marks. */
const MORE: { readonly [K in PieceKind]?: string } = {
  attestationVigilance: SOCIAL,
  msa: SOCIAL,
  probtp: `${SOCIAL} retraite prevoyance complementaire agirc arrco`,
  cibtp: LEAVES,
  cnetp: LEAVES,
  attestationFiscale: "fiscal impot impots is tva declarations paiement",
  decennale: INSURED,
  rcPro: INSURED,
  qualibat: TRADES,
  qualifelec: TRADES,
  opqibi: TRADES,
  rge: TRADES,
  qualiopi: "qualite processus certifie",
  iso9001: "systeme management approval registration qualite",
  iso14001: "systeme management approval registration environnement environnemental",
  immatriculation: "inscriptions kbis bis k rcs rne donnees metiers repertoire",
  avisInsee: "avertissement identification statistique unite",
  bilans:
    "actif passif simplifie detaille comptable annuel regime reel normal suite avant apres repartition net brut certifies formulaire compte resultat",
  rib: "iban bic compte bancaire professionnel",
  banque: "bancaire financiere capacite comportement",
  attestationsBonneExecution: "travaux prestations services fournitures references maitre ouvrage",
  fntp: "entrepreneur professionnelle",
  oeth: "emploi travailleurs personnes handicapes handicapees oeth egard",
};

const WORDS = new Map<RecognitionRule, ReturnType<typeof readWordsOf>>();

/** The words that a rule's headings may hold, computed once. */
function wordsOf(rule: RecognitionRule) {
  const found = WORDS.get(rule) ?? readWordsOf(rule);
  WORDS.set(rule, found);
  return found;
}

function readWordsOf({ kind, title, marks }: RecognitionRule) {
  const more = setOf(MORE[kind] ?? "");
  return {
    more,
    own: new Set(title.map((phrase) => wordsIn(phrase)[0] ?? "")),
    words: new Set([...PLAIN, ...more, ...wordsIn([...title, ...marks.flat()].join(" "))]),
    isInsured: MORE[kind] === INSURED,
  };
}

/**
 * True when a heading of the paper does not belong to its kind.
 * @param names the company's
 */
export function callsItselfOtherwise(rule: RecognitionRule, { pages }: DocumentText, names: readonly string[]): boolean {
  if (rule.isClients === true && isLetterheadOf(names, pages)) return true;
  const { more, own, words: vocabulary, isInsured } = wordsOf(rule);
  const named = setOf(names.join(" "));
  const known = { has: (word: string) => vocabulary.has(word) || named.has(word) };
  const cells = pages
    .flat()
    .slice(0, HEAD_LINES)
    .filter((line) => !(LISTS_TRADES.includes(rule.kind) && OF_A_TRADE.test(line)))
    .flatMap((line) => line.split(/\s{3,}/))
    .filter((cell) => BEGINS.test(cell) && !OF_ITSELF.test(fold(cell)));
  return cells.map(headingOf).some((words) => {
    const [first = "", second = ""] = words;
    const isExplained = words.every((word, index) => known.has(word) || (index === words.length - 1 && isCut(word, vocabulary)));
    if (ATTESTATIONS.has(first) || (CATALOGUE.has(first) && own.has(first)) || (isInsured && INSURERS_PAPERS.has(first)))
      return !isExplained;
    if (OTHER_PAPERS_OF.has(first)) return /^(?:de|d|en)$/.test(second) && !isExplained;
    return OTHER_PAPERS.has(first) && !more.has(first);
  });
}

/** True when the first line is one of the names and nothing else. */
function isLetterheadOf(names: readonly string[], pages: DocumentText["pages"]): boolean {
  const first = withoutLegalForm(pages.flat()[0] ?? "");
  return names.some((name) => withoutLegalForm(name) === first);
}

/** True for the beginning of a known word, cut by the end of the line. */
function isCut(word: string, known: ReadonlySet<string>): boolean {
  return [...known].some((whole) => whole.startsWith(word));
}

/** The code of a qualification, then what it is for: "1331   Étude thermique". */
const OF_A_TRADE = /^\W*(?!20\d\d)\d{4}\s/;
/** A heading begins with a capital; a sentence continued from the line before does not. */
const BEGINS = /^[^\p{L}]*\p{Lu}/u;
/** "Cette attestation retrace": a sentence of the paper about itself. */
const OF_ITSELF = /^\W*(?:cette|la presente|ce|le present) [a-z]+ (?!de |du |des |d['’])/;
/** A cell with more words than this is a sentence, not a heading. */
const LONGEST = 14;

/** The words of a cell's heading, without what may come before it, its numbers and the sentence after it. */
function headingOf(cell: string): readonly string[] {
  const words = wordsIn(cell.replace(/\bn[°o]\.?\s*\S*\d\S*/g, " "));
  const start = words.findIndex((word) => !BEFORE.has(word));
  const rest = start === -1 ? [] : words.slice(start);
  const end = rest.findIndex((word, index) => index > 0 && ENDS.has(word));
  const heading = (end === -1 ? rest : rest.slice(0, end)).slice(0, LONGEST);
  return heading.filter((word, index) => index === 0 || (word.length > 1 && !/\d/.test(word)));
}
