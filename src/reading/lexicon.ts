/**
 * The words by which pages ask for things. The catalogue's synonyms are the base; here is what reading needs besides: turns of phrase,
 * abbreviations of names and ids, and the words that may stand around without changing what is asked.
 * Everything without accents, in lower case. French first, English after.
 */
import { FIELD_KEYS, type FieldKey, fieldOf } from "../domain/fields.ts";
import { VARIANTS } from "./kinds.ts";
import { isAnySilent, isSilent } from "./silence.ts";
import { significant, wordsOf } from "./words.ts";

/** What a text asks for: a field, or something that a candidature asks and that is nothing of ours. */
export type Concept = FieldKey | "nothing" | "codePostalEtCommune";

/** Asked in no words of their own: an oath, a lot, whether it is the head office. */
const UNSAID: ReadonlySet<string> = new Set(["adresseComplete", "estSiege", "lot", "declarationHonneur"]);

/** Variants that are asked in words of their own. */
const SPOKEN: ReadonlySet<string> = new Set(["siretSiege", "dirigeantNomComplet"]);

/** Turns of phrase that the catalogue does not list. */
const MORE: { readonly [K in Concept]?: readonly string[] } = {
  siret: [
    "identifiant etablissement",
    "numero d'identification de l'etablissement",
    "identifiant insee",
    "autre numero d'identification national",
    "establishment number",
  ],
  siren: [],
  nic: ["numero interne de classement"],
  raisonSociale: [
    "comment s'appelle votre entreprise",
    "comment s'appelle votre societe",
    "raison sociale ou nom",
    "nom ou raison sociale",
    "nom du titulaire",
    "nom du groupement ou de l'entreprise",
    ...["organisme", "entite", "association", "cooperative"].map((kind) => `votre ${kind}`),
    "name of the economic operator",
    "company",
    "organisation",
    "organization",
    "registered name",
    "etablissement",
    "structure",
    "fournisseur",
    "candidat",
    "operateur economique",
    "soumissionnaire",
  ],
  nomCommercial: ["marque commerciale", "brand name", "commercial name", "doing business as", "trading as"],
  sigle: ["abreviation"],
  formeJuridique: ["statut", "forme sociale", "type d'entite legale", "forme", "company type", "form of company", "type of entity"],
  codeNaf: ["code activite", "nace"],
  activitePrincipale: [
    "activite",
    "votre metier",
    "coeur de metier",
    "corps de metier",
    "corps d'etat",
    "profession",
    "specialite de l'entreprise",
    "secteur",
    "nature de l'activite",
    "description de l'activite",
    "activity",
  ],
  categorieEntreprise: ["categorie", "taille", "business size", "size of the company", "enterprise size", "enterprise category"],
  estPme: ["petite ou moyenne entreprise", "small or medium sized enterprise"],
  dateCreation: [
    "debut d'activite",
    "fondee le",
    "date de constitution",
    "creation de l'entreprise",
    "date d'immatriculation",
    "year of incorporation",
    "year of establishment",
    "date of establishment",
    "date of incorporation",
    "year established",
    "founded",
  ],
  rneDateImmat: ["immatricule le"],
  tvaIntracommunautaire: ["intracommunautaire"],
  capitalSocial: ["authorised capital"],
  rcsVille: ["registre du commerce", "rcs rm", "immatriculation rcs ville", "greffe d'immatriculation", "tribunal de commerce"],
  effectif: [
    "effectif total",
    "combien de personnes employez",
    "combien etes",
    "nombre de collaborateurs",
    "nombre de personnes",
    "headcount",
    "salaries",
    "staff",
    "employees",
    "workforce",
    "staff size",
  ],
  rna: ["numero d'association"],
  nda: ["numero da", "numero d'activite formation"],
  siteWeb: [
    "lien",
    "lien vers certificat",
    "url certificat",
    "lien certificat",
    "site",
    "web",
    "url",
    "page web",
    "page internet",
    "homepage",
    "www",
    "internet",
    "web page",
  ],
  idNationalEtranger: [
    "numero national",
    "identifiant national",
    "n d'enregistrement national",
    "numero d'identification etranger",
    "foreign registration number",
  ],

  adresseLigne1: [
    "address1",
    "adresse1",
    "ligne adresse",
    "adresse ligne",
    "ligne 1",
    "street and house number",
    "line 1",
    "postal address",
    "mailing address",
  ],
  adresseComplement: [
    "address2",
    "adresse2",
    "adresse complement",
    "ligne 2",
    "etage",
    "immeuble",
    "appartement etage",
    "lieu dit",
    "zone d'activite",
    "line 2",
    "address complement",
    "additional address",
    "apartment suite",
    "adresse complementaire",
  ],
  boitePostale: ["cs", "p o box"],
  codePostal: ["code post", "postal", "zip", "zipcode", "post code"],
  commune: ["nom de la commune", "bureau distributeur", "bureau de poste distributeur", "municipalite", "municipality"],
  codePostalEtCommune: [
    "code postal et ville",
    "cp et ville",
    "code postal et commune",
    "ville et code postal",
    "zip and city",
    "postal code and city",
  ],
  pays: ["nation", "country region", "country territory", "pays region"],
  departement: ["departement canton", "county"],

  contactNom: ["nom d'usage", "nom patronymique", "nom de naissance", "patronyme", "name", "lastname"],
  contactPrenom: ["firstname", "forename"],
  contactNomComplet: [
    "nom du point de contact",
    "nom de la personne a contacter",
    "nom de l'interlocuteur",
    "identite",
    "responsable du marche",
    "personne qui suit l'affaire",
    "personne qui suit le dossier",
    "personne qui depose",
    "nom du deposant",
    "contact",
    "interlocuteur privilegie",
    "personne a prevenir",
    "referent",
    "correspondant",
    "contact person",
    "name of contact person",
    "contact person name",
    "your name",
    "first and last name",
    "name and surname",
    "a l'attention de",
  ],
  contactCivilite: ["m mme", "mme m", "madame monsieur", "mr mrs", "salutation", "civ", "genre"],
  contactFonction: [
    "a quel titre il agit",
    "fonction occupee",
    "poste occupe",
    "titre fonction",
    "job",
    "role",
    "capacity",
    "function",
    "agissant en qualite de",
    "agissant en tant que",
    "en tant que",
    "titre professionnel",
  ],
  contactEmail: ["courrier electronique", "messagerie", "messagerie electronique", "mel", "email adress", "electronic address"],
  contactEmailConfirmation: [
    "confirmation de l'adresse electronique",
    "verification de l'email",
    "repeat email",
    "re enter email",
    "verify email",
  ],
  contactTelephone: ["fixe", "numero ou vous joindre", "ligne directe", "gsm", "standard", "cellulaire", "joignable au"],
  contactFax: ["telefax"],
  dirigeantDateNaissance: ["naissance", "date of birth", "nee le", "date et lieu de naissance"],
  dirigeantNomComplet: [
    "gerance",
    "represente par",
    "representant",
    "responsable legal",
    "gerant",
    "president",
    "directeur general",
    "nom et prenom du representant legal",
    "chef d'entreprise",
    "pdg",
    "legal representative name",
    "managing director",
    "chief executive officer",
  ],
  signataireHabilite: [
    "nom du signataire",
    "personne habilitee a signer",
    "nom et prenom du signataire",
    "nom prenom et qualite",
    "nom et qualite",
    "person empowered to sign",
  ],

  chiffreAffairesN1: ["ca en euros", "volume d'affaires", "montant ht", "ca hors taxes", "yearly turnover", "revenue", "ca total"],
  exerciceFinN1: ["clos le", "cloture le", "date de fin", "fin", "end of financial year", "financial year end"],
  exerciceAnneeN1: ["annee de reference", "exercice comptable", "financial year", "fiscal year"],
  chiffreAffairesPart: [
    "part liee a l'objet du marche",
    "ca objet du marche",
    "part du chiffre d'affaires concernant",
    "part",
    "% du ca",
    "part relative a l'objet du marche",
    "share",
  ],
  effectifMoyenN1: [],
  effectifEncadrement: ["effectif d'encadrement", "management staff"],
  lot: [
    "lots concernes",
    "lot pour lequel",
    "lots pour lesquels",
    "lots vises",
    "lots souhaites",
    "lots operateur economique souhaite soumettre",
  ],
  statutEss: [],
  inscriptionRegistre: [],
  iban: [],
  bic: [],
  ribTitulaire: ["titulaire", "intitule du compte", "account name"],
  password: ["code confidentiel"],

  nothing: [
    "cedex",
    "type d'activite",
    "country code",
    "indicatif",
    "indicatif telephonique",
    "cadre reserve",
    "numero de tva intracommunautaire de l'acheteur",
    "date de debut",
    "debut",
    "emetteur",
    "devise",
    "currency",
    "mots cles",
    "intitule du marche",
    "objet du marche",
    "reference de la consultation",
    "numero de la consultation",
    "reference du marche",
    "commentaire",
    "message",
    "observations",
    "remarques",
    "description",
    "presentation",
    "question",
    "objet",
    "sujet",
    "precisions",
    "precisez",
    "reseau social",
    "code client",
    "code fournisseur",
    "reference client",
    "nom d'utilisateur",
    "identifiant de connexion",
    "login",
    "username",
    "user name",
    "pseudo",
    "captcha",
    "code de verification",
    "code de securite",
    "lieu de naissance",
    "compagnie d'assurance",
    "numero de police",
    "numero de contrat",
    "numero de certificat",
    "date de validite",
    "date d'effet",
    "date d'expiration",
    "date de delivrance",
    "date de signature",
    "date limite",
    "date de publication",
    "date de livraison",
    "lieu d'execution",
    "code promo",
    "montant",
    "budget",
    "prix",
    "quantite",
    "code pays",
    "code commune",
    "numero de lot",
    "numero d'agrement",
    "numero d'adherent",
    "numero de licence",
    "assujetti a la tva",
    "taux de tva",
    "regime de tva",
    "type de contrat",
    "type d'acheteur",
    "nombre de salaries en insertion",
    "salaries en insertion",
    "salaries permanents",
    "travailleurs handicapes",
    "nombre d'annees",
    "number of years",
    "nombre de jours",
    "nombre de lots",
    "nombre d'exemplaires",
    "numero de securite sociale",
    "numero de commande",
    "numero de facture",
    "numero de siret de l'acheteur",
    "numero d'avis",
    "cpv",
    "adresse ip",
  ],
};

export interface Phrase {
  readonly concept: Concept;
  /** Another field is asked in the same words. */
  readonly isShared: boolean;
  readonly words: readonly string[];
}

/** Every phrase, by its first word; the longest first. */
const BY_FIRST: ReadonlyMap<string, readonly Phrase[]> = index();

function index(): Map<string, Phrase[]> {
  const phrases: Omit<Phrase, "isShared">[] = [];
  const concepts = new Map<string, Set<Concept>>();
  // "Exercice N-1" is a year, whatever stands under it.
  const add = (concept: Concept, text: string) => /^exercice n/.test(text) || phrases.push({ concept, words: significant(wordsOf(text)) });
  for (const key of FIELD_KEYS)
    if (!UNSAID.has(key) && (!VARIANTS.has(key) || SPOKEN.has(key))) for (const synonym of fieldOf(key).synonyms) add(key, synonym);
  for (const [concept, texts] of Object.entries(MORE)) for (const text of texts) add(concept as Concept, text);
  const map = new Map<string, Phrase[]>();
  for (const { concept, words } of phrases) {
    const key = words.join(" ");
    concepts.set(key, (concepts.get(key) ?? new Set()).add(concept));
  }
  for (const phrase of phrases) {
    const first = phrase.words[0];
    if (first === undefined) continue;
    const isShared = (concepts.get(phrase.words.join(" "))?.size ?? 0) > 1;
    map.set(first, [...(map.get(first) ?? []), { ...phrase, isShared }]);
  }
  for (const list of map.values()) list.sort((one, other) => other.words.length - one.words.length);
  return map;
}

/** Every word of every phrase. */
export function lexiconWords(): ReadonlySet<string> {
  return new Set([...BY_FIRST.values()].flat().flatMap(({ words }) => words));
}

export function phrasesFrom(word: string): readonly Phrase[] {
  const phrases = BY_FIRST.get(word) ?? [];
  return isAnySilent() ? phrases.filter(({ words }) => !isSilent(words.join(" "))) : phrases;
}

/** Every phrase, by each of its words. */
const BY_WORD: ReadonlyMap<string, readonly Phrase[]> = byWord();

function byWord(): Map<string, Phrase[]> {
  const map = new Map<string, Phrase[]>();
  for (const phrase of [...BY_FIRST.values()].flat())
    for (const word of new Set(phrase.words)) map.set(word, [...(map.get(word) ?? []), phrase]);
  return map;
}

/** The one thing that phrases with this word ask, where there are several of them: "creation", "salarie". */
export function toldBy(word: string): Concept | null {
  if (word.length < 4 || /\d/.test(word)) return null;
  const phrases = (BY_WORD.get(word) ?? []).filter(({ words }) => !isSilent(words.join(" ")));
  const [first] = phrases;
  if (first === undefined || first.concept === "nothing" || phrases.some(({ concept }) => concept !== first.concept)) return null;
  return phrases.length > 1 || first.words.length === 1 ? first.concept : null;
}

/** Every phrase, by the first two letters of its first word. */
const BY_START: ReadonlyMap<string, readonly Phrase[]> = Map.groupBy([...BY_FIRST.values()].flat(), ({ words }) =>
  (words[0] ?? "").slice(0, 2),
);

/** Phrases of as many words, each of which begins with the given one: "rais soc" → "raison sociale". */
export function phrasesAbbreviated(words: readonly string[]): Phrase[] {
  const [first] = words;
  if (first === undefined || words.length > 4 || words.every((word) => word.length < 3) || words.some((word) => word.length < 2)) return [];
  return (BY_START.get(first.slice(0, 2)) ?? []).filter(
    (phrase) =>
      !phrase.words.some((word) => /\d/.test(word)) &&
      phrase.words.length === words.length &&
      phrase.words.every((word, at) => word.startsWith(words[at] ?? " ")),
  );
}

/** Each turn of phrase beside the catalogue's, as it is written and as it is compared. */
export function lexiconPhrases(): readonly { readonly concept: Concept; readonly text: string; readonly words: readonly string[] }[] {
  return Object.entries(MORE).flatMap(([concept, texts]) =>
    texts.map((text) => ({ concept: concept as Concept, text, words: significant(wordsOf(text)) })),
  );
}
