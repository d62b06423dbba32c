/**
 * What the titles over a control say: whose block it is, what it is about, and whether every word of them is known. What is not known for sure
 * lowers what stands under it; it never passes in silence.
 */
import { isNeutral, isPlain, understand } from "./concepts.ts";
import { qualifiersOf, withoutRole } from "./parties.ts";
import { pieceAsked } from "./pieces.ts";
import { isAnySilent, isSilent } from "./silence.ts";
import { remembering, stemOf, stemsOf, wordsOf } from "./words.ts";

/** Blocks that speak of something else than the company itself: a bare "Montant", "Année" or "Ville" there is not the company's. */
export type Topic = "reference" | "team" | "insurance" | "qualification" | "offer" | "group" | "billing" | "other";

const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    "offer",
    /\b(offre financiere|proposition (financiere|de prix|tarifaire)|prix|bordereau|bpu|dpgf|devis|montant de l offre|acte d engagement|remises?(?! (d|de|du|des|le|la|l|un|une|votre|vos|electronique|en main) )|tarifs?|prices?|pricing|delais? d execution)\b/,
  ],
  [
    "reference",
    /\b(references?(?! bancaires?)|realisations?|prestations similaires|(marches?|chantiers?|experiences?|operations?|missions?|projets?) (similaires?|comparables?|equivalente?s?|recente?s?)|chantiers? realises?|principaux (travaux|services)|principales (prestations|fournitures)|travaux realises|liste des travaux|past projects|track record)\b/,
  ],
  [
    "team",
    /\b(equipes?|intervenants?|moyens humains|collaborateurs?|curriculum|cv|personnels? affectes?|personnel dedie|chefs? de projet|conducteurs? de travaux|profils? proposes?|team|staff members)\b/,
  ],
  [
    "insurance",
    /\b(assurances?|assureurs?|polices?|garanties?(?! (professionnelles?|techniques?|financieres?|economiques?))|insurance|sinistres?)\b/,
  ],
  ["qualification", /\b(qualifications?|certifications?|certificats?|labels?|agrements?|habilitations?|licences?|accreditations?)\b/],
  ["billing", /\b(facturation|factures?|invoic(e|ing)|billing|livraison|delivery|expedition|commandes?|paiement|reglement|comptabilite)\b/],
  [
    "group",
    /\b(filiales?|maison mere|societe mere|groupe d appartenance|actionnaires?|associes?|beneficiaires? effectifs?|succursales?)\b/,
  ],
];

export function topicOf(text: string): Topic | null {
  const plain = wordsOf(text).join(" ");
  return TOPICS.find(([, words]) => words.test(plain))?.[0] ?? null;
}

/** Words that titles of a company's own form are made of. A title with another word is not understood. */
const KNOWN = stemsOf(`
  identite identifier identifiez candidature soumissionner
  attributaire raison sociale denomination
  vendor information details register
  administratif administrative coordonnees adresse postale postal address
   correspondance contacter legaux
   gerance engager person
  capacite financiere financier technique
  affaires turnover effectif moyen globaux trois
   donnees resultats comptes account vous vos nous mon ma mes qui etes es
  inscription inscrivez creer creation enregistrement demande referencement dossier etape formulaire fiche profil presentation presentez
  piece document justificatif justificative attestation certificat depot deposer transmettre
  siret siren naf ape rcs rne immatriculation registre juridique statut forme activite secteur
  bancaire banque iban rib bic telephone courriel email mail electronique site internet web fax pays ville commune
  retrait retirer telecharger telechargement consultation dce pli reponse repondre marche public appel offre groupement dume partie section lot
  renseignements verification complementaire
  procedure passation concernant relative relatif propos sur recapitulatif
  pme micro petite moyenne taille categorie economie solidaire ess date annuaire gestion declaration capital
  civilite nom prenom fonction qualite acces connexion passe mot securite validation valider
  tva fiscale regularite vigilance urssaf extrait kbis
  modifier modifiez ajouter ajoutez resume nouvelle nouveau finaliser finalisez usuelle anciennete descriptive cle etat situation materiel outils presente ayant pouvoir disponible establishment digits cours bilan habilitation
  enveloppe accuse reception echange acheteur renouveler reglement virement mandat
  emploi travailleurs handicapes main oeuvre etrangere etrangers obligation honneur exclusion motif deposant 
  realise pourcentage dedie exprime montant officielle commencer suivant precedent mise jour
  financials deposez joignez garantie paiement domiciliation excl
  tax size fichier signature administrateur primary bank banking operationnel operationnelle trouver
  i ii iii iv v vi a b c e f g h n1 n2 n3
`);
const LINKING = stemsOf(
  "le la les l de du des d un une et ou au aux en dans pour par avec the of and or in for to your our my ce cet cette ces que quel quelle est sont il elle se s y si qu",
);

/** What changes nothing of a label changes nothing of a title. */
function isKnown(word: string): boolean {
  return KNOWN.has(stemOf(word)) || isNeutral(word);
}

/** True for a word that titles of a company's own form are made of. */
export function isTitleWord(word: string): boolean {
  return LINKING.has(word) || isKnown(word);
}

export interface Said {
  readonly text: string;
  readonly party: "candidat" | "autre" | undefined;
  readonly role: "contact" | "dirigeant" | "autre" | undefined;
  readonly address: "siege" | "autre" | undefined;
  readonly topic: Topic | null;
  /** Every word is known. */
  readonly isUnderstood: boolean;
  /** Of whom a title surely speaks, though it is not understood: of whoever answers, of a person, of a thing that is known, or of nothing that is. */
  readonly speaksOf: "candidate" | "person" | "known" | "nothing";
}

/** A question or the name of a piece, as a title: "Relevez-vous de l'économie sociale et solidaire ?", "Certificat Qualibat". */
function asksKnownThing(text: string): boolean {
  const understood = understand(text);
  if (
    understood !== null &&
    understood.concept !== "nothing" &&
    isPlain(understood) &&
    (understood.rest.length === 0 || YES_OR_NO.has(understood.concept))
  )
    return true;
  const kind = pieceAsked([text])?.kind ?? null;
  return kind !== null && kind !== "autre";
}

/** Asked by a whole sentence. */
const YES_OR_NO: ReadonlySet<string> = new Set(["estPme", "statutEss"]);

/** What one title says. Titles stand over many controls: each is read once. */
export const saidBy: (text: string) => Said = remembering(saidIn, () => !isAnySilent());

function saidIn(text: string): Said {
  const { party, role, address } = qualifiersOf(text);
  const unknown = unknownOf(wordsOf(wordsOf(text).join(" ").replace(WHOLE, " ")));
  const isUnderstood = unknown.length === 0 || asksKnownThing(text) || saysWhoWholly(text, party, role);
  const isOfPerson = role === "contact" || role === "dirigeant" || PERSON.test(wordsOf(text).join(" "));
  return { text, party, role, address, topic: topicOf(text), isUnderstood, speaksOf: speaksOf(text, unknown, isOfPerson) };
}

/** Turns of phrase of titles, understood as a whole: a word of theirs alone may be anything ("Établissement de santé"). */
const WHOLE =
  /\b(legal entity|pieces? jointes?|moyens humains(?=( et (techniques|materiels))?$)|se presentent ensemble|tender contact|evidence$|(sante|solidite|assise|surface) (economique|financiere)|poids economique)\b/g;

/** Numbers and what a file weighs say nothing: "Pièces (pdf, 2 Mo)". */
const COUNTS = /^(20\d\d|\d{1,3}|[a-h]\d|pdf|[km]o|zip)$/;

function unknownOf(words: readonly string[]): string[] {
  return words.filter((word) => !LINKING.has(word) && (!isKnown(word) || isSilent(stemOf(word))) && !COUNTS.test(word));
}

/** What the candidate may be, beside others whom a title names: "Candidat unique ou membre du groupement", "Membre 1 : votre société". */
const AMONG = /\b(membres?|unique)\b(?=.*\b(groupement|vous|votre)\b)|(?<=\bcandidat )unique\b/g;

/** "Personne physique ayant le pouvoir d'engager le candidat": the turn of phrase that says who is understood as a whole. */
function saysWhoWholly(text: string, party: Said["party"], role: Said["role"]): boolean {
  if (role === "autre" || (role === undefined && party !== "candidat")) return false;
  const rest = withoutRole(text);
  return unknownOf((party === "candidat" ? rest.replace(AMONG, " ") : rest).split(" ").filter((word) => word !== "")).length === 0;
}

/** Words of persons that say no role. */
const PERSON = /\b(personne|person|suivi|qui)\b/;

/** "Où vous trouver", "Votre maison", "Architecte mandataire", "Candidat retenu": whoever answers, in words that no other party bears. */
const ANSWERING =
  /\b(vous|votre|vos|nous|notre|nos|your|our|you|mandataire|candidate?|soumissionnaire|titulaire|tenderer|bidder|repond(ez|ant|ants)?)\b/;

function speaksOf(text: string, unknown: readonly string[], isOfPerson: boolean): Said["speaksOf"] {
  const all = wordsOf(text);
  if (ANSWERING.test(all.join(" "))) return "candidate";
  if (isOfPerson) return "person";
  return all.some((word) => word.length > 2 && !LINKING.has(word) && !unknown.includes(word) && !/\d/.test(word)) ? "known" : "nothing";
}
