/**
 * The words by which buyers ask for pieces, as data. Patterns apply to a folded segment. The order matters: earlier
 * rules claim their words before less specific ones.
 */
import type { PieceKind } from "../domain/pieces.ts";
import { rule } from "./words.ts";

/** A piece of the catalogue, the declaration of honour that a DC1 or a DUME often holds, or what the catalogue does not have. */
export type AskedPiece = PieceKind | "declarationHonneur";

/** Demands that are no piece of the catalogue, but are answered in a DC2 or in the candidate's own document. */
export type AskedMatter =
  | "chiffreAffaires"
  | "effectifs"
  | "materiel"
  | "handicap"
  | "certificats"
  | "ordreArchitectes"
  | "agrement"
  | "travailDissimule"
  | "presentation"
  | "certificationsSysteme";

export type AskedIn = "candidature" | "attributaire" | "offre";

export interface PieceRule {
  readonly piece: AskedPiece;
  readonly what?: AskedMatter;
  readonly pattern: RegExp;
  /** The sentence is about something else. */
  readonly not?: RegExp;
  /** The sentence must also say this. */
  readonly and?: RegExp;
  /** The zones in which it is a demand. */
  readonly within: readonly AskedIn[];
  /** Accepted instead of it, when the sentence says so. */
  readonly or?: readonly { readonly piece: AskedPiece; readonly pattern: RegExp }[];
  /** A demand even outside lists, when the sentence asks for it. */
  readonly anywhere?: true;
}

/** The wordings of the arrêté of 22 March 2019 (annexe 9) and of the forms: a text that begins with one opens a candidature's list. */
export const LAW_WORDS = rule(
  "^\\W*(?:(?:piece|document|annexe|fichier) ?(?:n[°o] ?)?\\w{1,3}\\W{1,4}|\\w{1,2}(?:\\.\\w{1,2}){0,3}\\W{1,3})?(?:une? |la |le |les |l'|des )?(?:declarations? (?:du candidat\\b|concernant le chiffre|indiquant les effectifs|indiquant l'outillage|appropriees? de banque|sur l'honneur|du candidat individuel)|bilans? ou extraits|listes? des (?:principa\\w+|travaux executes)|presentation d'une liste|copies? (?:du ou )?des jugements?|lettre de candidature|(?:formulaire |imprime )?dc ?[12]\\b|indication des titres d'etudes|documents? relatifs? aux pouvoirs)",
);

const BOTH = ["candidature", "attributaire"] as const;
const CANDIDATURE = ["candidature"] as const;
const ALL = ["candidature", "attributaire", "offre"] as const;

const PAPER = "(?:attestations?|certificats?|justificatifs?|preuves?|polices?|contrats?|copies?)";
const HONOUR = "(?:declarations?|attestations?|engagements?|atteste\\w*|certifie\\w*)(?: \\w+)? sur l'? ?honneur";
/** A full stop that follows « R » or « D » ends no sentence. */
const CERTIFICATE = "(?:attestations?|certificats?|justificatifs?)(?:[^.;]|(?<=\\b[rld])\\.){0,80}";
const FORMULA = "(?:mention\\w*|rubriques?|cadre|dans le|au moyen|a l'aide|a l'exception|hors|sauf|excepte|intention de declaration)";

export const PIECE_RULES: readonly PieceRule[] = [
  {
    piece: "dc1",
    pattern: rule(
      "(?:\\b|(?<=[a-z]{4}))dc ?-?1\\b|lettres? de candidature|declaration d'intention de soumissionner|lettre d'intention de soumissionner",
    ),
    not: rule(
      `(?:deja demandee|${FORMULA})[^.;]{0,50}(?:\\bdc ?-?1\\b|lettre de candidature)(?![^.;]*(?:ou forme libre|ou equivalent))|dc ?1[^.;]{0,40}produite? en commun`,
    ),
    within: CANDIDATURE,
    or: [{ piece: "dume", pattern: rule("\\bou (?:un |le |du |d'un )?(?:dume|document unique)") }],
    anywhere: true,
  },
  {
    piece: "dc2",
    pattern: rule(
      "(?:\\b|(?<=[a-z]{4}))dc ?-?2\\b|\\bdc ?-?1 ?(?:et|,|/|\\+|-|&) ?-?2\\b|declaration du candidat (?:individuel|ou du membre)|declaration du candidat(?= ?\\(?(?:dc|imprime|formulaire|ou formulaire))",
    ),
    not: rule(`(?:deja demandee|${FORMULA})[^.;]{0,50}\\bdc ?-?2\\b`),
    within: CANDIDATURE,
    or: [{ piece: "dume", pattern: rule("\\bou (?:un |le |du |d'un )?(?:dume|document unique)") }],
    anywhere: true,
  },
  {
    piece: "dume",
    pattern: rule("\\be?-?dume\\b|\\bespd\\b|document unique de marche europeen"),
    not: rule(
      "(?:dume|europeen)[^.;]{0,30}(?:n'est pas|ne sont pas|n'est plus|refuse)|(?:ne|pas de|n'acceptent?) [^.;]{0,30}\\bdume\\b|avant-propos",
    ),
    within: CANDIDATURE,
    anywhere: true,
  },
  {
    piece: "dc4",
    pattern: rule("\\bdc ?-?4\\b|declaration de sous-? ?traitance"),
    not: rule("lorsque la declaration|\\bau moment de la declaration|signer la declaration"),
    and: rule("produi|fourni|remet|transmet|joindre|joint|formulaire|imprime|^\\W*(?:dc|la declaration|une declaration|declaration)"),
    within: ["candidature", "offre"],
    anywhere: true,
  },
  {
    piece: "declarationHonneur",
    what: "travailDissimule",
    pattern: rule(HONOUR),
    and: rule("1221-10|3243|salaries employes regulierement|travail dissimule|8221-|8222-6|bulletins de paie"),
    within: BOTH,
  },
  {
    piece: "autre",
    what: "handicap",
    pattern: rule("5212-? ?\\d|travailleurs handicapes|obligation d'emploi|agefiph"),
    and: rule("declar|attest|certif|renseignement|regle|satisfai|respect|justifi"),
    not: rule("reserve|esat|entreprises? adaptee"),
    within: BOTH,
  },
  {
    piece: "declarationHonneur",
    pattern: rule(HONOUR),
    not: rule(
      `${HONOUR}(?!.*(?:interdiction|exclusion))[^.;]{0,140}(?:5212|handicap)|1221-10|3243|salaries employes|bulletins de paie|visite`,
    ),
    within: BOTH,
  },
  {
    // At the award, grounds for exclusion are answered by certificates.
    piece: "declarationHonneur",
    pattern: rule(
      "(?:declar|attest|justifi|certifi|prouv|preuve)\\w*[^.;]{0,140}(?:interdictions? de soumissionner|(?:motifs?|cas) d'exclusion|exclusions? (?:des procedures|de plein droit)|aucune (?:cause d'|mesure d')?(?:exclusion|interdiction))",
    ),
    within: CANDIDATURE,
  },
  {
    piece: "jugementRedressement",
    pattern: rule("(?:copies?|jugements?)[^.;]{0,60}(?:jugements?|redressement)|redressement judiciaire[^.;]{0,60}(?:copies?|jugements?)"),
    within: BOTH,
  },
  {
    piece: "pouvoir",
    pattern: rule(
      "pouvoirs? (?:de|du|des|relatifs?|de la|habilitant)(?: la| l')? ?(?:personnes?|signataires?|representant|mandataire)|delegations? de (?:pouvoirs?|signature)|habilit\\w+ (?:du|le|des|les) signataires?|(?<!candidature[^.;]{0,20})habilitations? du mandataire(?![^.;]*dc ?1)|documents? relatifs? aux? pouvoirs?|pouvoirs? (?:donne|d'engager|de signature)|justifi\\w+ (?:l'habilitation|du pouvoir)|(?:justificatif|document|preuve|acte)s?[^.;]{0,60}(?:personnes? habilitee|habilit\\w+ (?:a|pour) engager)|\\bprocurations?\\b|habilitations? (?:de|du|des) (?:la |le |les )?(?:personnes?|signataires?)\\b|^\\W*(?:le |les |un )?pouvoirs?(?: \\w+){0,2}\\W*$",
    ),
    not: rule("\\bsi (?:les? )?documents? (?:est|sont) signe"),
    within: BOTH,
  },
  {
    piece: "immatriculation",
    pattern: rule(
      "k ?-? ?bis\\b|\\bextraits? ?\\(?k\\b|extraits?(?: de moins de [^.;]{1,15}mois)? ?(?:d'|de l'|de |du )?(?:inscription|immatriculation|rcs|registre|rne\\b)|registre national des entreprises|inscription (?:au (?:rcs|rne|repertoire des metiers)|(?:au|sur le|sur un|a un) registre (?:du commerce|professionnel|des metiers|national))|certificat d'inscription au registre|(?:preuve|justificatif|attestation|certificat)s? (?:de l'|d'|de )?(?:inscription|immatriculation)|inscri\\w+ (?:au|a la|sur le|a un) (?:registre (?:du commerce|professionnel|des metiers|national)|chambre des? metiers)|recepisses? de (?:depot|declaration)[^.;]{0,60}centres? de formalites",
    ),
    not: rule("y compris exigences relatives|orias|ordre des|a l'ordre\\b|barreau|liste d'aptitude|inscription de l'architecte"),
    within: BOTH,
  },
  {
    piece: "avisInsee",
    pattern: rule("avis de situation|avis (?:sirene|insee)|extrait sirene|numero unique d'identification"),
    not: rule("numero unique[^.;]{0,60}suffi"),
    within: BOTH,
  },
  {
    piece: "banque",
    anywhere: true,
    pattern: rule(
      "declarations? (?:appropriees? )?(?:de |d'|des )(?:une |la |sa |leur |votre )?(?:banques?|etablissements? (?:bancaires?|de credit))|declarations? appropriees? (?:banque|etablissement)|attestations? (?:bancaires?|de (?:la |votre |leur )?banque)|\\bbank statements?\\b|declarations? bancaires?",
    ),
    within: CANDIDATURE,
    or: [{ piece: "assurance", pattern: rule("\\bou[^.;]{0,40}assurances?") }],
  },
  {
    piece: "decennale",
    pattern: rule("(?:assurances?|attestations?|garanties?|responsabilites?|polices?)[^.;]{0,80}decennales?"),
    within: ALL,
  },
  {
    piece: "rcPro",
    pattern: rule(
      "responsabilites? (?:civiles?|professionnelles?|du fait des produits)|assurances? (?:de |en )?responsabilites?\\b(?! decennale)|\\brc ?pro\\b|(?:assurances?|attestations?) \\(?rc\\b",
    ),
    not: rule("code civil, responsabilite"),
    within: ALL,
  },
  {
    piece: "assurance",
    pattern: rule(`${PAPER}[^.;]{0,60}\\bassurances?\\b|\\bassurances? (?:pour les |des |contre les )?risques professionnels`),
    not: rule(
      "decennale|responsabilite|appropriee|bancaire|\\bbanques?\\b[^.;]{0,40}\\bou\\b|plan d'assurance|assurance (?:de la )?qualite|marche d'assurance|\\brc pro|assurances? \\(?rc\\b",
    ),
    within: ALL,
  },
  {
    piece: "autre",
    what: "chiffreAffaires",
    pattern: rule(
      "chiffres? d'? ?affaires?|\\b(?:le |les |du |leurs? )?c\\.?a\\.? (?:annuels?|globa|ht\\b|moyens?|des (?:\\d|trois|deux)|sur (?:\\d|trois|les))",
    ),
    not: rule(
      "\\bdc2\\b(?!.{0,25}(?:accompagne|assorti|et (?:le|du|une|la)\\b)).{0,40}chiffre d'affaires|affaires[^.;]{0,40}(?:minim\\w+ (?:de|annuel|exige|requis)|superieur|au moins)|ne (?:peut|doit) exceder",
    ),
    within: CANDIDATURE,
  },
  {
    piece: "bilans",
    pattern: rule(
      "\\bbilans? ou extraits?|extraits? de bilans?|comptes annuels|liasses? fiscales?|comptes? de resultats?|\\bbilans? (?:des|de|sur|simplifie|comptable|certifie|et)\\b|^\\W*(?:les |copies? des )?bilans\\b",
    ),
    not: rule("carbone|gaz a effet|bilans? (?:des|de) (?:competence|prestation|action|chantier|travaux|execution)"),
    within: CANDIDATURE,
  },
  {
    piece: "autre",
    what: "effectifs",
    pattern: rule(
      "(?:indiquant|declarant|de) (?:les|ses|leurs|vos) effectifs|\\beffectifs\\b|effectifs? (?:moyens?|annuels?|globa|du candidat|de l'entreprise|actuels?|et)|moyens? (?:(?:techniques|materiels) et )?humains?|listes? (?:du|des) personnels?\\b|moyens en personnel|nombre (?:de |d')(?:salaries|employes)|(?:importance du|effectif du) personnel",
    ),
    within: CANDIDATURE,
  },
  {
    piece: "autre",
    what: "materiel",
    pattern: rule(
      "outillages?|equipements? techniques?|\\bflotte\\b|moyens [a-z]+s (?:dont|detenus|en propre|propres|possedes)|effectifs?, ?(?:materiels?|vehicules|engins)\\b|parc (?:de |des )?(?:vehicules?|materiels?|engins)|(?:declarations?|descriptions?|etats?|inventaires?|listes?) (?:des |du |de la |de l'|de |d')(?:[a-z]+ ){0,3}(?:(?:et )?(?:des |du |de |d')?)(?:materiels?|vehicules?|engins|equipements?)\\b|descriptions? des moyens[^.;]{0,60}\\bequipements?\\b|moyens? (?:(?:humains|en personnel),? (?:et|ainsi que) )?(?:en )?materiels?\\b|liste d(?:u|es) materiels?",
    ),
    not: rule("capacites? techniques? et|moyens? (?:de )?transmission"),
    within: CANDIDATURE,
  },
  {
    piece: "cv",
    pattern: rule(
      "\\bc\\.?v\\.?\\b(?! ?e)|curriculum|titres? d'etudes?|(?:copies?|listes?|justificatifs?|titres?)[^.;]{0,20}\\bdiplomes?\\b|^\\W*(?:les )?diplomes?\\b|(?:noms?|indication)[^.;]{0,30}qualifications? professionnelles?|qualifications? professionnelles? (?:du|des|de la|de)[^.;]{0,30}(?:responsable|personn|membre|cadre|charge)",
    ),
    not: rule("obligation d'indiquer|: ?non\\b|\\d ?(?:points?|pts)\\b"),
    within: ["candidature"],
    anywhere: true,
    and: rule("\\bc\\.?v\\b|curriculum|titre|diplome|tenu|indication|produi|fourni|joindre|nom"),
  },
  {
    piece: "references",
    pattern: rule(
      "^(?:\\W|\\d|[a-z]\\d?[.)])*(?:les |leurs? |ses |vos |des )?references\\b(?! (?:de la|du marche|completes)|[^.;]{0,15}:)|listes? (?:\\w+ )?(?:des |de |d'|du )(?:\\d+ |trois |cinq )?(?:principa\\w+ )?(?:travaux|chantiers|contrats|livraisons?|services?|fournitures?|prestations?|missions?|references?|marches|realisations?|operations?|etudes|formations?|clients?|expositions?|ouvrages?|etablissements? [^.;]{0,20}clients?)|dossier artistique|\\bportfolio\\b|(?:tableau|fiches?|presentation|dossier|selection|au moins|minimum|maximum)(?: \\w+){0,4} references?|references? (?:professionnelles? )?(?:similaires?|recentes?|analogues?|comparables?|equivalentes?|pertinentes?|significatives?|de moins de|de l'entreprise|du candidat|sur les|des \\w+ dernieres|dans le domaine|pour des (?:prestations|travaux|operations))|principaux services fournis|dossier d'(?:oe|œ)uvres|principales (?:fournitures|livraisons|prestations)|\\b(?:trois|cinq|\\d{1,2}) references? \\b|\\b(?:deux|trois|cinq|\\d{1,2}) (?:chantiers|realisations|operations)\\b[^.;]{0,40}(?:realis|execut|achev|comparab|similair)|[(,:] ?references ?[,)]",
    ),
    not: rule(
      "references? (?:demandees|cadastrales?|de la consultation)|a demontrer par references?|liste (?:de |des )?(?:sous-? ?traitants|travaux (?:prevus|a realiser))|sous-critere|criteres? (?:de jugement|d'attribution|technique)",
    ),
    within: CANDIDATURE,
  },
  {
    // Told without the word: « cinq chantiers de même importance », « opérations conduites depuis 2020 ».
    piece: "references",
    pattern: rule(
      "(?:livraisons?|prestations?|travaux|services?|marches|operations?|chantiers?|realisations?|missions?|projets?|ouvrages?)\\b[^.;]{0,40}\\b(?:similaire|equivalent|comparable|semblable|analogue|de (?:meme )?(?:nature|importance|complexite)(?= (?:comparable|similaire|equivalente|et)|s?\\b))|(?:livraisons?|prestations?|travaux|marches|operations?|chantiers?|realisations?|missions?|projets?|contrats?)\\b[^.;]{0,50}\\b(?:realis|execut|conduit|mene|achev|effectu|livre|acheve|assur)\\w*[^.;]{0,20}\\b(?:depuis (?:\\d|moins|trois|cinq)|(?:ces|au cours des|dans les|durant les|les) (?:\\d|trois|cinq|dix|dern))",
    ),
    not: rule(
      "chiffres? d'affaires|declaration concernant|criteres?|\\bnote\\b|\\d ?(?:points?|pts)\\b|pour la realisation|certificats?|qualifications?|prestations similaires (?:pourr|sans|au sens)|liste (?:de |des )?(?:sous-? ?traitants|travaux (?:prevus|a realiser))",
    ),
    within: CANDIDATURE,
  },
  {
    piece: "attestationsBonneExecution",
    pattern: rule(
      "(?:attestations?|certificats?) de (?:bonne (?:execution|fin)|capacites?(?! (?:a |de manipul|(?:\\w+ )?(?:fluides?|frigo|amiante)|transport|profession)))|(?:prouve|appuye|accompagne|assorti)\\w* (?:par |d'|de |des )(?:des )?(?:attestations?|certificats?)|attestations? (?:du|des|de) (?:destinataires?|maitres? d'ouvrage|clients?)",
    ),
    // The candidate's own statement is enough.
    not: rule("a defaut,? (?:par |d')?(?:une |la )?(?:simple )?declaration"),
    within: CANDIDATURE,
  },
  { piece: "qualibat", pattern: rule("\\bqualibat\\b"), within: CANDIDATURE },
  { piece: "qualifelec", pattern: rule("\\bqualifelec\\b"), within: CANDIDATURE },
  { piece: "opqibi", pattern: rule("\\bopqibi\\b"), within: CANDIDATURE },
  { piece: "qualiopi", pattern: rule("\\bqualiopi\\b"), within: BOTH },
  { piece: "rge", pattern: rule("\\brge\\b"), within: CANDIDATURE },
  {
    piece: "bio",
    pattern: rule("(?:certificats?|attestations?|certifications?|labels?)[^.;]{0,60}(?:agriculture biologique|\\becocert\\b)"),
    within: ["candidature", "offre"],
  },
  { piece: "ess", pattern: rule("\\besus\\b|entreprise solidaire d'utilite sociale"), within: CANDIDATURE },
  { piece: "iso9001", pattern: rule("\\biso ?9001\\b"), within: CANDIDATURE },
  { piece: "iso14001", pattern: rule("\\biso ?14001\\b|\\bemas\\b"), within: CANDIDATURE },
  {
    piece: "autre",
    what: "certificationsSysteme",
    pattern: rule("\\biso(?: ?/ ?iec)? ?(?!9001\\b|14001\\b)\\d{4,5}\\b|\\bsoc [12]\\b|\\bmase\\b|\\bhds\\b"),
    within: CANDIDATURE,
  },
  {
    piece: "fntp",
    pattern: rule(
      "cartes? professionnelles? (?:d'? ?entrepreneurs? )?(?:de |des )?travaux publics|\\bfntp\\b|identification professionnelle (?:de|des|en) travaux publics",
    ),
    within: CANDIDATURE,
  },
  {
    piece: "autre",
    what: "certificats",
    pattern: rule(
      "\\bopq(?!ibi)[a-z]{1,5}\\b|\\bcofrac\\b|certificats? (?:etablis|delivres) par (?:des|un) (?:services?|organismes?|instituts?) (?:independant|charge|officiel)|attestations? (?:de capacite|d'aptitude) (?:a |(?:\\w+ )?(?:fluides?|frigo)|de manipul|profession)|certificats? de qualifications?|certifications? (?:de|du) (?:son |leur |qualification|personnel)|^\\W*(?:les? |leurs? |un |des )?certificats? (?:de |du |d')(?!visite|conge|regular|capacit|bonne|immatric|inscription|cessation|signature|conformit|garantie|depot)|qualifications? (?:professionnelles? )?(?:requises?|exigees?|demandees?)",
    ),
    not: rule(
      "qualibat|qualifelec|opqibi|\\biso\\b|fisca|socia|impot|qualifications? (?:professionnelles? )?(?:du|des) (?:personnel|responsable)",
    ),
    within: CANDIDATURE,
  },
  {
    piece: "autre",
    what: "ordreArchitectes",
    pattern: rule(
      "inscri\\w+ (?:a l'|au tableau de l')ordre\\b|ordre des (?:architectes|geometres|avocats|experts)|ordre regional des architectes|\\bbarreau\\b",
    ),
    within: CANDIDATURE,
  },
  {
    piece: "autre",
    what: "agrement",
    pattern: rule(
      "\\bagrements?\\b|\\bhabilitations? (?:electriques?|amiante|prefector|de (?:niveau|securite|defense|l'entreprise)|secret|defense|ministeriel)|\\bcertiphyto\\b|registre (?:des|de|du) transport\\w*|autorisations? (?:prefectorales?|d'exercer|d'achat|administrat|ministeriel|delivre)|\\baipr\\b|declarations? d'activite\\b|\\blicences? (?:de transport|professionnelle|d'agence)|recepisses? de declaration|\\borias\\b|\\bcnaps\\b|\\bss ?[34]\\b|sous-section [34]",
    ),
    not: rule("agrement (?:des? |du )(?:sous|leurs? condition)|agrement des conditions"),
    within: CANDIDATURE,
  },
  {
    piece: "attestationFiscale",
    pattern: rule(
      `${CERTIFICATE}fisca(?:le?s?|ux)\\b|regularite (?:de (?:sa|leur|la) situation )?fiscale|\\b3666\\b|\\bdc ?7\\b|\\bnoti ?2\\b|etat annuel des certificats|(?:attestations?|certificats?)[^.;]{0,60}(?:impots?|\\btva\\b|tresor public|dgfip)|souscription des declarations[^.;]{0,80}(?:impot|paiement)|certificats? delivres? par les administrations`,
    ),
    not: rule(
      `${HONOUR}[^.;]{0,120}(?:regle|regular|a jour|satisf|obligation)[^.;]{0,80}fiscal|certificats? delivres? par[^.;]{0,80}noti ?1`,
    ),
    within: BOTH,
  },
  {
    piece: "attestationVigilance",
    pattern: rule(
      `\\bvigilance|attestations?[^.;]{0,20}\\burssaf\\b|\\burssaf\\b[^.;]{0,20}(?:attestation|vigilance|moins)|(?:attestations?|certificats?)[^.;]{0,60}(?:organismes? (?:de protection )?socia|243-15)|${CERTIFICATE}socia(?:le?s?|ux)\\b|\\bdc ?7\\b|\\bnoti ?2\\b|etat annuel des certificats|certificats? delivres? par les administrations|regularite[^.;]{0,40}\\bsociale|declarations sociales|cotisations? (?:et contributions )?(?:de securite )?sociales?`,
    ),
    not: rule(
      `${HONOUR}[^.;]{0,120}(?:regle|regular|a jour|satisf|obligation)[^.;]{0,80}socia|capital social|affiliation|artistes-auteurs|clause|insertion|travail social`,
    ),
    within: BOTH,
  },
  {
    piece: "attestationVigilance",
    pattern: rule("\\bd\\.? ?8222-? ?[5-8]|\\bd\\.? ?82228-5"),
    not: rule(`${HONOUR}`),
    within: BOTH,
  },
  {
    piece: "listeSalariesEtrangers",
    pattern: rule(
      "liste nominative(?! (?:des|de|du|d')(?! ?(?:\\w+ ){0,3}(?:salarie|travailleur|personnel|employe|etranger)))|\\bd\\.? ?8254|(?:salaries|travailleurs) etrangers",
    ),
    within: BOTH,
  },
  { piece: "cibtp", pattern: rule("\\bcibtp\\b|conges? payes?|conges? intemperies|chomage[ -]intemperies"), within: BOTH },
  { piece: "cnetp", pattern: rule("\\bcnetp\\b"), within: BOTH },
  { piece: "probtp", pattern: rule("\\bpro ?btp\\b"), within: BOTH },
  { piece: "msa", pattern: rule("\\bmsa\\b|mutualite sociale agricole"), within: BOTH },
  { piece: "casier", pattern: rule("casier judiciaire"), not: rule(HONOUR), within: BOTH },
  {
    piece: "statuts",
    pattern: rule(
      "(?:copie|exemplaire|joindre|fournir|production)[^.;]{0,30}\\bstatuts\\b|\\b(?:ses|vos|leurs) statuts\\b|^\\W*(?:les |ses )?statuts\\b",
    ),
    within: BOTH,
  },
  { piece: "rib", pattern: rule("\\brib\\b|releves? d'identite bancaire"), within: ALL },
  {
    piece: "attri1",
    pattern: rule("actes? d'engagement|attri ?1\\b|^\\W*(?:l')?ae\\b"),
    not: rule("conformement|fixe|indique dans l'acte|figur\\w+ a l'acte|prevu"),
    within: ["offre"],
  },
  {
    piece: "memoire",
    pattern: rule(
      "memoires? (?:technique|justificatif|methodologique|explicatif|environnemental)|cadre de reponse|cadre de memoire|note methodologique",
    ),
    not: rule("critere|note sur|apprecie"),
    within: ["offre"],
  },
];

/** Pieces of an offer that the catalogue does not have: they are listed, never made. */
export const OFFER_WORDS = rule(
  "bordereau|\\bb\\.?p\\.?u\\b|\\bd\\.?q\\.?e\\b|\\bd\\.?p\\.?g\\.?f\\b|detail (?:quantitatif|estimatif)|decomposition d|\\bdevis\\b|planning|calendrier|fiches? techniques?|echantillon|attestation de visite|note d'intention|esquisse|sogedd?|\\bppsps\\b|catalogue|proposition (?:technique|financiere)|\\bccap\\b|\\bcctp\\b|offre (?:de prix|financiere|technique)|annexe financiere|simulation",
);
