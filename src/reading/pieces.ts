/** Which piece an upload slot asks for, by the words around it. What names a piece that we don't know is `autre`: a person chooses. */
import { PIECE_KINDS, type PieceKind, pieceOf } from "../domain/pieces.ts";
import { isAnySilent, isSilent } from "./silence.ts";
import { remembering, significant, standsAt, wordsOf } from "./words.ts";

export interface PieceFound {
  readonly kind: PieceKind | null;
  /** The words that decided. */
  readonly text: string;
}

interface PiecePhrase {
  readonly kind: PieceKind;
  readonly words: readonly string[];
}

/** Turns of phrase beside the catalogue's. */
const MORE: { readonly [K in PieceKind]?: readonly string[] } = {
  attestationVigilance: [
    "vigilance",

    "certificats sociaux",
    "declarations sociales et paiement des cotisations",
    "fourniture des declarations",
    "obligations sociales",

    "cotisations de securite sociale",
    "social contributions certificate",
    "social security clearance",
  ],
  oeth: ["oeth", "agefiph", "travailleurs handicapes", "attestation handicap", "emploi de personnes handicapees", "obligation d'emploi"],
  attestationFiscale: [
    "certificats fiscaux",
    "service des impots",
    "situation fiscale",
    "attestation impots",

    "impots et taxes",
    "tax clearance",
    "finances publiques",
  ],
  immatriculation: [
    "preuve d'immatriculation",
    "extrait d'immatriculation",

    "registre national des entreprises",
    "extrait d1",
    "company registration extract",
    "certificate of incorporation",
    "registre des metiers",
    "repertoire des metiers",
    "extrait k",
    "extrait inpi",
    "registration certificate",
  ],
  bilans: [
    "etats financiers",

    "comptes des deux derniers exercices",
    "comptes des trois derniers exercices",
    "financial statements",
    "annual accounts",
    "audited accounts",
    "comptes sociaux",
  ],
  rcPro: [
    "assurance responsabilite civile",
    "attestation rc",
    "rc professionnelle",
    "rc exploitation",

    "civil liability",
    "professional liability",
    "liability insurance",
    "rcp",
    "police rc",
  ],
  decennale: ["rcd", "responsabilite civile decennale", "ten year liability"],
  assurance: ["insurance", "assureur"],
  rib: ["coordonnees bancaires", "bank details"],
  cibtp: [],
  fntp: ["carte tp"],
  qualibat: [],
  rge: [],
  cv: ["curriculum", "cvs", "presentation de l'equipe", "equipe dediee"],
  references: [
    "liste des travaux",
    "principales livraisons",
    "principaux services",
    "principales fournitures",
    "principales prestations",
    "principaux travaux",
    "prestations similaires",
    "track record",
  ],
  attestationsBonneExecution: ["certificats de bonne execution", "attestations de maitres d'ouvrage"],
  memoire: ["memoire", "note technique", "cadre de reponse technique", "note methodologique"],
  pouvoir: ["habilitation a signer"],
  dc1: ["dc 1"],
  dc2: ["dc 2"],
  dc4: ["dc 4", "acte special", "acceptation de sous-traitant"],
  statuts: [],
  candidature: [],
  avisInsee: ["situation au repertoire sirene", "extrait sirene", "insee"],
  banque: ["declaration bancaire", "lettre de la banque", "attestation de banque", "bank statement"],
  iso9001: ["management de la qualite"],
  iso14001: ["certification environnementale"],
  jugementRedressement: [],
  ess: ["entreprise solidaire"],
  bio: ["attestation bio", "certification ab"],
  attri1: ["ae"],
};

/** Words of the catalogue that say too little of a slot on their own. */
const TOO_BROAD = new Set([
  "zip",
  "archive",
  "pouvoir",
  "memoire",
  "ae",
  "statuts",
  "references",
  "cv",
  "titre",
  "jugement",
  "qualifications professionnelles",
  "realisations",
  "obligations fiscales",
]);

const PHRASES: readonly PiecePhrase[] = phrases();

/** Each turn of phrase beside the catalogue's, as it is written and as it is compared. */
export function piecePhrases(): readonly { readonly concept: PieceKind; readonly text: string; readonly words: readonly string[] }[] {
  return PIECE_KINDS.flatMap((concept) => (MORE[concept] ?? []).map((text) => ({ concept, text, words: significant(wordsOf(text)) })));
}

function phrases(): PiecePhrase[] {
  const all: PiecePhrase[] = [];
  for (const kind of PIECE_KINDS) {
    if (kind === "zip" || kind === "autre") continue;
    for (const text of [...pieceOf(kind).synonyms, ...(MORE[kind] ?? [])]) {
      if (text === "qualifications professionnelles" || text === "certification professionnelle") continue;
      all.push({ kind, words: significant(wordsOf(text)) });
    }
  }
  return all.filter(({ words }) => words.length > 0).sort((one, other) => other.words.length - one.words.length);
}

/** A slot that takes no piece of a candidature. */
const NOT_OURS =
  /\b(offres?|carbone|prix|bpu|dpgf|dqe|detail quantitatif|devis|bordereau|chiffrage|tarifs?|logos?|planches?|photos?|photographies?|images?|avatar|visuels?|import|csv|modele|dce|reglement de consultation|cahier des charges|price|proposal|picture)\b/;
/** One slot for two documents of two administrations. */
const BOTH_TAX_AND_SOCIAL =
  /\b(fiscal\w*|impots) et (attestations? |certificats? )?social\w*|\bsocial\w* et (attestations? |certificats? )?fiscal\w*/;
/** A label that says "add a file" and no more. */
const GENERIC =
  /^(cliquez|cliquer|click|here|to|pour|drag|browse|glissez|parcourez|ajouter?|ajoutez|joindre|joignez|parcourir|choisir|choisissez|selectionner|selectionnez|telecharger|televerser|televersez|deposer|deposez|charger|importer|transmettre|upload|browse|choose|select|add|attach|vos|votre|un|une|le|la|les|des|de|du|ici|piece|pieces|jointe|jointes|document|documents|fichier|fichiers|file|files|your|a|the|drop|glisser|glissez|ou|or|ce|cette|justificatif|justificatifs|requis|obligatoire|pdf|n|\d+|max|mo|aucun|aucune|selectionne|choisi|joint|no|chosen|selected|format|formats|s|element|form|taille|poids|remplacer|remplacez|changer|modifier|manquante?s?|expiree?s?|expire|valide|a|jour|au|depuis|maximale?|maximum|supportes?|acceptes?|autorises?|docx?|txt|xlsx?|csv|jpe?g|png|gif|zip|odt|ods|p7s|plusieurs|possibles?|ko|go|octets|par|size|accepted|supported|allowed|mb)( |$)/;

/** Sizes and formats, that every slot of a page may repeat. */
const LIMITS = /\b(formats?|extensions?|taille|poids|mo|mb)\b.*\b(pdf|jpe?g|png|zip|docx?)\b/;

/** The name of a file, and its weight: what a slot holds, not what it asks. */
const FILE_NAME = /^[^.\s][^\n]*\.(pdf|zip|7z|docx?|odt|rtf|xlsx?|ods|jpe?g|png|p7[ms]|xml)(\s*\([^)]*\))?$/i;

/** True for "Ajouter vos documents", "Choisir un fichier", "Justificatif", "10 Mo, formats PDF ou JPG": the title above says which. */
export function isGenericUpload(text: string): boolean {
  if (FILE_NAME.test(text.trim())) return true;
  let rest = wordsOf(text).join(" ");
  if (LIMITS.test(rest) && kindsIn(text).length === 0) return true;
  for (let i = 0; i < 40 && rest !== ""; i++) {
    const shorter = rest.replace(GENERIC, "");
    if (shorter === rest) return false;
    rest = shorter;
  }
  return rest === "";
}

/** The piece that the texts name, the nearest text first; `null` kind: nothing of ours; `undefined`: nothing is said. */
export function pieceAsked(texts: readonly string[], titles: readonly string[] = []): PieceFound | undefined {
  const found = pieceNamed(texts) ?? pieceNamed(titles.slice(0, 1));
  // A free slot of the offer's envelope is not the candidature's.
  const [title = ""] = titles.map((text) => wordsOf(text).join(" "));
  return found?.kind === "autre" && /\boffres?\b/.test(title) && !/\bcandidature/.test(title) ? { kind: null, text: found.text } : found;
}

/** Names a piece, and none that we know. */
const ANY_OTHER = /^(autres?|other|tout(e|es)? (autre|document)|divers)\b/;
/** What the offer's own words do not take away: an engagement, a memoir, an envelope of both. */
const OURS_BESIDE_OFFERS: ReadonlySet<PieceKind> = new Set<PieceKind>(["attri1", "memoire", "candidature"] as const);

const INSURANCES: ReadonlySet<PieceKind> = new Set<PieceKind>(["rcPro", "decennale", "assurance"] as const);
/** What allows a company to insure is no proof that another is insured. */
const OF_AN_INSURER = /\b(agrements?|autorisations?|licences?|statuts|orias|acpr)\b/;

const SIMILAR =
  /\b(livraisons|chantiers|operations|prestations|marches|missions|travaux|realisations|projets|services|fournitures) (similaires|comparables|equivalente?s|analogues)\b/;

/** "Modèle DC1 ou équivalent". */
const FORMS: ReadonlySet<PieceKind> = new Set<PieceKind>(["dc1", "dc2", "dc4", "dume"] as const);

function pieceNamed(texts: readonly string[]): PieceFound | undefined {
  let other: PieceFound | undefined;
  let template: PieceFound | undefined;
  for (const text of texts) {
    if (isGenericUpload(text)) continue;
    const plain = wordsOf(text).join(" ");
    const kind = kindNamed(text, plain);
    // "Modèle à jour", in the card "Formulaire DC1".
    if (kind === null && /^modele\b/.test(plain)) template ??= { kind, text };
    else if (template !== undefined && kind != null) return FORMS.has(kind) ? { kind, text } : template;
    else if (kind !== undefined) return { kind, text };
    else if (listsSimilar(plain, texts)) return { kind: "references", text };
    other ??= { kind: "autre", text };
  }
  return template ?? other;
}

/** "Chantiers similaires (5 ans)": a list of them, unless others are to certify them. */
function listsSimilar(plain: string, texts: readonly string[]): boolean {
  return SIMILAR.test(plain) && !texts.some((text) => /\b(certificats?|attestations?)\b/i.test(text));
}

/** @returns `undefined` when the text names no piece, `null` when it names one that is not of a candidature */
function kindNamed(text: string, plain: string): PieceKind | null | undefined {
  const isOfOffer = NOT_OURS.test(plain);
  if (ANY_OTHER.test(plain)) return isOfOffer ? null : "autre";
  if (BOTH_TAX_AND_SOCIAL.test(plain)) return "autre";
  const kinds = kindsIn(text);
  const [kind, second] = kinds;
  if (kind === undefined) return isOfOffer ? null : undefined;
  if (kinds.every((one) => INSURANCES.has(one)) && OF_AN_INSURER.test(plain)) return "autre";
  if (second === undefined) return isOfOffer && !FORMS.has(kind) && !OURS_BESIDE_OFFERS.has(kind) ? null : kind;
  // "DC1 ou DUME": either will do; "DC1 et DC2": both are wanted in one place.
  const isChoice = /\bou\b/.test(plain) && !/\bet\b/.test(plain);
  const wide = broader(kinds, plain);
  return isChoice && wide === "autre" ? kind : wide;
}

/** Several kinds named by one slot. @param plain its words */
function broader(kinds: readonly PieceKind[], plain: string): PieceKind {
  if (/\b(rc|civile) decennale\b/.test(plain)) return "decennale";
  if (kinds.every((kind) => INSURANCES.has(kind)))
    return kinds.includes("decennale") && !kinds.includes("rcPro") ? "decennale" : "assurance";
  if (kinds.every((kind) => kind === "immatriculation" || kind === "avisInsee")) return "immatriculation";
  // "Congés payés – caisse CNETP": the fund that is named says which.
  if (kinds.every((kind) => kind === "cibtp" || kind === "cnetp")) return "cnetp";
  if (kinds.every((kind) => kind === "qualiopi" || kind === "franceCompetences")) return "qualiopi";
  if (kinds.every((kind) => kind === "references" || kind === "attestationsBonneExecution")) return "references";
  if (kinds.includes("candidature")) return "candidature";
  if (kinds.every((kind) => kind === "attestationVigilance" || kind === "msa") && !/\burssaf\b/.test(plain)) return "msa";
  return "autre";
}

/** Kinds named, longest phrases first; a word serves one phrase only. */
const kindsIn: (text: string) => readonly PieceKind[] = remembering(kindsNamedIn, () => !isAnySilent());

function kindsNamedIn(text: string): PieceKind[] {
  const words = significant(wordsOf(text));
  const taken = words.map(() => false);
  const kinds: PieceKind[] = [];
  for (const { kind, words: wanted } of PHRASES) {
    if (TOO_BROAD.has(wanted.join(" ")) && words.length > wanted.length + 3 && !standsAt(words, wanted, 0)) continue;
    if (isSilent(wanted.join(" "))) continue;
    for (let at = 0; at + wanted.length <= words.length; at++) {
      if (!standsAt(words, wanted, at) || taken.slice(at, at + wanted.length).some(Boolean)) continue;
      taken.fill(true, at, at + wanted.length);
      if (!kinds.includes(kind)) kinds.push(kind);
    }
  }
  // "Certificat Qualibat RGE", "Attestation d'assurance décennale": the precise one speaks.
  const precise = kinds.filter((kind) => kind !== "assurance" && kind !== "candidature");
  return precise.length > 0 && kinds.length > precise.length ? precise : kinds;
}
