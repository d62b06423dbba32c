/**
 * An attestation affirms: a word that takes value away, denies, puts off, or speaks to somebody must be explained by the usual wordings of
 * honest attestations, else the paper is asked about. Families of words rather than phrases, so that a wording that nobody has seen is
 * caught. Data: regular expressions on folded text.
 */
import type { PieceKind } from "../../domain/pieces.ts";
import { INSURED, LISTS_TRADES, LONG, REGISTERED, UP_TO_DATE } from "./kinds.ts";
import type { Stream } from "./stream.ts";
import type { Warning } from "./warnings.ts";
import { CONDITION } from "./wording.ts";

/** What honest attestations say with such words: it is removed before anything is searched for. */
const EXPLAINED: readonly RegExp[] = [
  /ne prejuge(?:nt)? (?:pas|en rien)(?: (?:du|des|de la|d['’]un)(?: resultats? (?:d['’]un|du|des))? ?controles? (?:fiscal |fiscaux )?ulterieurs?)?/,
  /n['’ ]implique(?:nt)? qu['’ ]une/,
  /ne (?:peut|saurait|pourra|peuvent) (?:en aucun cas |donc )?(?:engager|etre (?:reproduit|cede|modifie|utilise|oppose)\w*|constituer une? (?:engagement|caution|garantie))/,
  /ne (?:fait|font) pas obstacle/,
  /ne vaut pas (?:renonciation|reconnaissance|engagement|caution)(?: (?:au|de la|du) \w+)?/,
  /ne constitue (?:pas|en aucun cas|ni) (?:une? )?(?:engagement|preuve|caution|garantie|aval)/,
  /(?:ne (?:dispense|exonere|libere|modifie|comporte|engage|concerne|depasse|depassent|excede)|n['’](?:exonere|affecte|engage|excede|excedent|exclut)) ?(?:nt )?(?:pas|aucun\w*|que)?/,
  /n['’]emploie (?:pas|aucun\w*)/,
  /(?:ne fait|n['’]a fait|ne font|n['’]ayant fait) (?:pas |a ce jour )?l['’]objet d['’]aucun\w*(?: \w+){0,12}/,
  /n['’](?:est|a) (?:pas )?(?:redevable|assujettie?|soumise?|concernee?) (?:de|du|a|au|aux|des|par|d['’]aucun\w*)\b/,
  /n['’](?:a|ont) (?:donne lieu|appele|fait naitre|fait) (?:a )?aucun\w* \w+/,
  /n['’](?:a|ont) pas a (?:fournir|produire|justifier)/,
  /(?:sans|aucun\w*) (?:aucun\w* )?(?:reserve|penalite|observation|retard|incident|malfacon|litige|dette|impaye|sinistre)s?(?:,? (?:ni|et|ou) (?:de )?(?:reserve|penalite|observation|retard|incident|malfacon|litige)s?)*/,
  /(?:reserves? (?:ont ete |sont )?levees?|levee des reserves|apres levee)/,
  /reputee?s? non ecrite?s?/,
  /cout (?:total )?previsionnel/,
  /sous reserve (?:du|de l['’]|de la|des|d['’]un) ?(?:bon |parfait |complet )?(?:paiement|encaissement|maintien|respect|controle|verification|verifications|reglement|droits?|surveillance|conditions|dispositions|audits?|resultats?)/,
  /possibilites? de (?:suspension|resiliation)(?: (?:ou|et) (?:de )?\w+)?(?: \w+)? ?(?:en cours d['’]annee)?/,
  /(?:passible|punie?s?|puni|sanctionnee?s?) (?:de|par)(?: \w+){0,12}/,
  /annule(?:nt)? et remplace(?:nt)? (?:toute?s?|les?|la|celles?|l['’])/,
  /en cours de (?:validite|chantier|vie|marche|contrat)|en cours d['’](?:annee|exercice)/,
  /sur (?:sa |leur |votre |simple )?demande|a (?:la|sa) demande (?:de|du|des|expresse)|a sa demande/,
  /(?:peut|pourra|peuvent|doit) etre (?:verifiee?|controlee?|consultee?|authentifiee?|obtenue?)s?/,
  /renseignements demandes|liste des documents demandes/,
  /cess(?:e|ent) (?:de plein droit )?(?:ses|leurs) effets (?:a|au|en)|expire(?:nt)? (?:le|au|a la date|a minuit)/,
  /important ?: a l['’]exception des informations relatives a l['’]identification[^.]*/,
  /(?:important ?: )?[^.:\n]{0,60}(?:sans|aucune) valeur juridique (?:n['’]est attachee|pour l['’]application)[^.]*/,
  /(?<!(?:non|pas|jamais|peu) )\b(?:acquitte|paye|verse|regle) (?:les|toutes les|l['’]ensemble des) sommes (?:dues|exigibles)/,
  /saint[- ]exemple|par exemple/,
  /plan d['’]apurement|redressement fiscal|creanciers ou (?:a vos )?debiteurs/,
].map((phrase) => new RegExp(phrase, "g"));

interface Family {
  readonly why: Warning["why"];
  readonly words: RegExp;
  readonly only?: readonly PieceKind[];
  readonly except?: readonly PieceKind[];
  /** True when it must begin a line or a cell, rather than be in a sentence. */
  readonly ofCells?: true;
}

const FAMILIES: readonly Family[] = [
  {
    why: "refusal",
    words:
      /\b(?:refus\w*|rejet\w*|impay\w*|redevables?|debit(?:eur|rice)s?|arrieres?|contentieux|relanc\w*|mise en demeure|defaut de (?:paiement|reglement)|regret\w*|malheureusement|regularisation|regulariser|recouvrement force|huissier|saisies?|sommes? (?:dues|restant)|ajourn\w*|defavorables?|insuffisan\w*|incomple\w*|manquan\w*|irreguli\w*)\b/,
    except: ["bilans", "immatriculation"],
  },
  {
    why: "notInForce",
    words:
      /\b(?:resili\w*|suspen[ds]\w*|retraits?|retire(?:e|s|es|r|ons)?|radi(?:e|ee|es|ees|ation|ations)|revoqu\w*|revocations?|annul(?:e|ee|es|ees|ation|ations|ent|ant|er|ons)|caduc\w*|caducite|perim\w*|invalid(?:e|ee|es|ees|ation)|interromp\w*|interruption|denonc\w*|dechu\w*|decheance|cess(?:e|ee|es|ees|ent|ant|ation|era|eront)|bloque\w*|opposition|dissou\w*|dissolution|faillite|rompu\w*|rupture|abrog\w*|expiree?s?|echue?s? depuis|obsolete|prive de|withdrawn|cancell?ed|revoked|terminated|superseded|lapsed|expired)\b/,
    except: ["bilans", "immatriculation", "attestationsBonneExecution", ...INSURED],
  },
  {
    why: "notInForce",
    words:
      /\b(?:resiliee?s?|resilions|resiliation (?:de (?:votre|notre|son|ce)|du (?:contrat|present)|a effet|prend|intervenue|au|le)|suspendu\w*|suspension (?:de (?:votre|vos|la garantie)|des garanties|depuis|le|a compter)|annul(?:e|ee|es|ees)|caduc\w*|perimee?s?|mise en demeure|impay\w*|denonc\w*|non[- ](?:paiement|reglement|renouvel\w*|recondui\w*)|(?:n['’]est|n['’]a|n['’]a pas ete|ne sera|n['’]etant|n['’]ayant) pas (?:ete )?(?:regl|acquitt|pay|recondui|renouvel|delivr|recu|encaiss|accept|sign|assure|a jour|valable|valide|en vigueur))\w*/,
    only: INSURED,
  },
  {
    why: "proceedings",
    words:
      /\b(?:liquid\w*|judiciaires?|faillite|dissou\w*|dissolution|radi(?:e|ee|es|ation)|cess(?:e|ee|ation)|cedee?s?|cession|location[- ]gerance|fin d['’]existence|etat administratif ?: ?(?!a\b|actif)\w+|procedure collective|insolvab\w*|interdi\w*|sommeil|ferme(?:e|es|ture)?|inactive?s?|opposition)\b/,
    only: REGISTERED,
  },
  {
    why: "otherPaper",
    words:
      /\b(?:specimens?|provisoires?|provisoirement|previsionnel\w*|prealables?|brouillons?|simul\w*|estimati(?:f|ve|on|ons)|aperc\w*|devis|factur\w*|tarif\w*|proposition|en cours d(?:e |['’])\w+|en attente|dans l['’]attente|a (?:completer|signer|retourner|renvoyer|parapher|remplir|souscrire|emettre|renouveler)|envisag\w*|sollicit\w*|demand(?:e|ee|es|ees|er|ons|ez|ant)|ulterieure?s?|ulterieurement|prochain\w*|examens?|recevab\w*|preparation|stagiaires?|apprenants?|a suivi|a obtenu|employee? (?:de|chez|par)|salariee? (?:de|chez)|factice|fictivement|sous condition|hypothes\w*|partiel(?:le|les|s|lement)?)\b/,
    except: ["bilans", "attestationsBonneExecution", "banque", ...INSURED],
  },
  {
    why: "otherPaper",
    words:
      /\b(?:specimens?|provisoires?|brouillons?|simul\w*|devis|factur\w*|tarif\w*|a (?:souscrire|emettre|completer|retourner|renvoyer)|cotisation (?:annuelle|20\d\d|ttc|totale)|prime (?:annuelle|ttc|totale)|projet (?:d['’]|de )(?:attestation|contrat)|proposition|souhait\w*|en cours d(?:e |['’])(?:etablissement|souscription|etude|signature|traitement|emission|examen))\b/,
    only: INSURED,
  },
  {
    why: "otherPaper",
    words:
      /\b(?:previsionnel\w*|budget\w*|provisoires?|brouillons?|projet|simul\w*|hypothes\w*|estim(?:e|es|ees|ation)|intermediaires?|non (?:audit|certifi|approuv|definiti)\w*)\b/,
    only: ["bilans"],
  },
  {
    why: "notInForce",
    words:
      /\b(?:reserves?|retards?|penalit\w*|malfacons?|litig\w*|contentieux|mise en demeure|resili\w*|defaillan\w*|insuffisan\w*|insatisf\w*|partiel\w*|inacheve\w*|abandon\w*|sinistres?|defauts?|desordres?|refactions?|retenues?|moins[- ]value|reprises?|repris|en cours|toutefois|cependant|neanmoins|malgre|hormis)\b/,
    only: ["attestationsBonneExecution"],
  },
  {
    why: "otherPaper",
    words:
      /\b(?:changement|changer|nouve(?:au|lle|lles|aux)|ancien\w*|modifi\w*|notaire|etude|sequestre|carpa|consign\w*|livret|epargne|indivision|particulier|personnel|factur\w*|regler|reglements?|montant|echeance|solde|mandat|prelevement)\b/,
    only: ["rib"],
  },
  {
    why: "unusual",
    words:
      /\b(?:depot|sequestre|caution|refus\w*|regret\w*|ne dispose|sous condition|projet|demande de (?:pret|credit)|somme de|en formation|incidents?|interdi\w*|clotur\w*|rejet\w*)\b/,
    only: ["banque"],
  },
  // A letter, a message, a page of a site: they speak to somebody.
  {
    why: "otherPaper",
    words:
      /\b(?:bonjour|bien a vous|bien cordialement|merci (?:de|d['’])|vous remerci\w*|connectez|cliquez|telechargez|foire aux questions|comment (?:l['’]|obtenir|faire|demander)|pour (?:obtenir|demander|en savoir)|suivez|etape \d|transfere|de ?: ?\S+@|a ?: ?\S+@|accueil {2,}|veuillez (?:nous|trouver|completer|retourner|regler|proceder|contacter))|\w ?\?(?=\s|$)/,
    except: ["bilans"],
  },
  // A page of a site, a copy of no worth.
  {
    ofCells: true,
    why: "otherPaper",
    words:
      /^\W*(?:partager|imprimer|rechercher|menu|accueil|mon compte|se connecter|retour a|haut de page|voir (?:plus|la carte)|signaler|trouver un|cookies)\b|\b(?:demonstration|environnement de (?:test|recette|formation)|pedagogique\w*|illustrati\w*|fictive? d['’]|a titre (?:d['’]exemple|indicatif|d['’]information))\b/,
    except: ["bilans", "attestationsBonneExecution", ...INSURED],
  },
  // A note on the paper: its own state, an observation, whatever it says.
  {
    ofCells: true,
    why: "unusual",
    words:
      /^\W*(?:observations?|remarques?|attention|n\.? ?b\.?|nota(?: bene)?|important|avertissement|mentions? (?:du|en marge)|motifs?|decision|resultat|restrictions?|statut|etat|commentaires?) ?: ?(?!neant|aucune?|sans|actif|active|valide|en (?:vigueur|cours de validite)|favorable|conforme|regulier)[a-z0-9]/,
    except: ["bilans", ...INSURED],
  },
  // A form whose blanks nobody filled, a model to copy, boxes of which one is to be ticked.
  {
    ofCells: true,
    why: "otherPaper",
    words:
      /_{3,}|\[ ?\]|[☐□❏❑]|\[[a-z][a-z '’/-]{1,30}\]|<[a-z][a-z '’-]{1,30}>|\{\{?\w+\}\}?|\bx{3,}\b|\b(?:jj|dd)\/mm\/aaaa|\b(?:la|le|les|l|de|du|des|que|par|a|au|en|soussignee?|qualite|numero)['’]? ?(?:\.{4,}|…+)|(?:\.{4,}|…{2,})\s*(?:[,;)]|$)|\b(?:a recopier|a reproduire|a inserer|a imprimer sur|a etablir sur|a remplir|cocher|cochez|rayer|rayez|biffer)\b/,
    except: ["bilans"],
  },
  // The findings of an audit, which a certificate does not mention.
  {
    why: "otherPaper",
    words:
      /\b(?:ecarts?|non[- ]conformites?|actions? (?:correctives?|preventives?)|constats?|(?:audit|evaluat)(?:eur|rice)s?|points? (?:forts?|faibles?|sensibles?|a ameliorer)|majeure?s?|mineure?s?|plan d['’]actions?)\b/,
    only: [...LISTS_TRADES, "bio"],
  },
  // An amount that is neither a capital nor what a company pays its people.
  {
    why: "unusual",
    words: /^(?!.*\b(?:capital|masse salariale|remunerations?|salaires?|chiffre d['’]affaires|effectif)\b).*\d ?(?:€|eur(?:os?)?\b)/s,
    only: [...UP_TO_DATE, "fntp", "avisInsee"],
    ofCells: true,
  },
  // It keeps something back.
  {
    why: "unusual",
    words:
      /\b(?:exception|excepte\w*|hormis|toutefois|cependant|neanmoins|malgre|en revanche|bien qu(?:e|['’])|quoique|uniquement|seulement|hors (?:dette|creance|contentieux)|exclusion)\b/,
    except: ["bilans", "immatriculation", ...INSURED],
  },
  // "À jour, sauf la TVA": of what a company owes, that is a reservation and no condition.
  {
    ofCells: true,
    why: "unusual",
    words: /\bsauf (?!erreur|omission|(?:disposition|stipulation|mention|indication)s? )/,
    only: UP_TO_DATE,
  },
  // It waits for something.
  {
    why: "otherPaper",
    words:
      /\b(?:des|apres|lendemain|a reception|contre|moyennant|une fois|sitot|jusqu['’]a|suite a|attente)\b(?: (?:du|de|la|le|l['’]|son|votre|sa|d['’])? ?){0,3}(?:bon |complet )?(?:encaissement|paiement|reglement|versement|signature|validation|reception|acceptation|acompte|retour|prelevement)\b/,
    except: ["bilans"],
  },
  // Put off to later.
  {
    why: "otherPaper",
    words: /\b(?!opera|camera)\w{2,}(?:er|ir|dr|vr|rr|ur)(?:a|ont)\b/,
    except: ["bilans", "immatriculation", "attestationsBonneExecution", ...INSURED],
  },
  // It holds for one site alone.
  {
    why: "unusual",
    words:
      /\b(?:nominative? de chantier|pour le(?: seul)? chantier|chantier (?:de |du |des )?(?:m|mme|monsieur|madame|sis|situe|denomme|suivant)\b|adresse du chantier|chantier unique|unique de chantier|operation (?:de construction )?(?:suivante|sise|situee|denommee|dite))/,
    only: INSURED,
  },
  {
    why: "otherPaper",
    words:
      /\bne (?:(?:peut|saurait) valoir|(?:vaut|tient|constitue|remplace) pas)\b|\bser(?:a|ont) (?:remis|delivr|adress|etabli|envoy|emis|transmis|definitiv|produit|mis|edit|renouvel|effecti)\w*/,
    only: INSURED,
  },
];

/** What a caisse or the tax office attests, with all that may qualify it up to its end or its first number. */
const AFFIRMED = /\b(?:(?<!mises? )a jour|en regle|en situation reguliere)\b([^.;:\d]*)/g;
const QUALIFIED = new Set(
  `a la le les l d de du des ses ces leurs vos nos son sa au aux et ou en n y que qu qui est sont relatives relatifs relative
  matiere obligation obligations declaration declarations declarative declaratives declaratif paiement paiements versement versements reglement depot
  cotisation cotisations contribution contributions sociale sociales social sociaux securite allocations familiales assurance assurances chomage ags
  union recouvrement recouvrees urssaf emploi travailleurs handicapes date jour fin exigible exigibles conges payes conge intemperies btp batiment regime regimes
  legale legales legislation reglementation sur regard egard par pour retraite complementaire agirc arrco prevoyance fiscale fiscales suivante suivantes suivants
  lui incombant incombent impot impots societes societe tva valeur ajoutee taxe cfe cvae revenus revenu resultat resultats prelevement source ensemble totalite present presente
  attestation certificat mois trimestre annee periode titre agricole agricoles non salaries salarie employeur employeurs presentes dues dus echues appelees
  arretee arrete verifiee situation effectif ci dessus dessous cet cette ce document delivrance janvier fevrier mars avril mai juin juillet aout
  septembre octobre novembre decembre versees caisse msa cibtp cnetp pro etablissement etablissements entreprise activite activites personnel vis
  article articles frais medicaux ce maternite cas echeant formation professionnelle continue cfp csg crds transport mobilite accidents travail maladie vieillesse deces invalidite independant independants`.split(
    /\s+/,
  ),
);

/** What ends it when no full stop does: the next line of the paper, or the town and "le" of its date. */
const NEXT = /\b(?:fait|delivree?|etablie?|editee?|emise?|code|siren|siret|directeur|adherente?|direction)\b/;
const TOWN_AND_LE = /(?:\s[a-z'’-]+){1,3}\s?,\s*le\s*$/;

/** True when what a paper attests continues with a word that honest papers do not use there: "en règle, exception faite de". */
const isQualified = (text: string): boolean =>
  [...text.matchAll(AFFIRMED)].some(([, rest = ""]) => {
    const told = (rest.split(NEXT)[0] ?? "").replace(TOWN_AND_LE, "");
    return told.split(/[^a-z]+/).some((word) => word.length > 1 && !QUALIFIED.has(word));
  });

/** A street or a town may be called by any word. */
const ADDRESS =
  /^(?:\d{5} .*|\d{1,4},? (?:bis |ter )?(?:rue|avenue|boulevard|chemin|route|impasse|quai|place|allee|cours|square|zone)\b.*)$/gm;
/** In a table, a cell beside the name of a tax that says nothing else. */
const CELL_UP_TO_DATE = /(^|\n| {3,})\W*(?:a jour|en regle)\W*(?=$|\n| {3,})/g;
/** The row of an establishment, up to its last cell: beside its staff, what that staff is paid. */
const OF_AN_ESTABLISHMENT = /^(\W*\d{3} ?\d{3} ?\d{3} ?\d{5}\b.*) {3,}\d[\d ]* ?(?:€|eur(?:os?)?)[^\S\n]*$/gm;
const isPayroll = (flow: string): boolean => /\bmasse salariale(?: du mois| brute| declaree)?[^\S\n]*$/m.test(flow);
const NEGATION = /\bn['’]\s?[a-z]|\bne (?!le \d|a \w|en \d)[a-z]+/;
const NO_MORE = /\b(?:ne |n['’]\s?)(?:[a-z]+ ){1,4}plus\b|\bn['’]\s?[a-z]+ plus\b/;
const SENTENCE = /(?<=[a-z)]{2}[.;])\s+/;
/** A watermark or a stamp: one to three words alone. */
const STAMP =
  /^(?:\W*\w+\W+)?(?:specimens?|sample|exemple|modele|copie|brouillon|projet|annulee?|void|test|archive|perimee?|resilie|nul|draft)(?:\W+\w+)?\W*$/m;

const withoutExplained = (text: string): string => EXPLAINED.reduce((rest, phrase) => rest.replace(phrase, " — "), text);

/** Why a paper of that kind says more than an attestation; `undefined` when everything is explained. */
export function unexplainedIn(kind: PieceKind, { flow }: Stream): Warning["why"] | undefined {
  if (LONG.includes(kind)) return undefined;
  if (STAMP.test(flow)) return "otherPaper";
  const sentences = withoutExplained(
    flow
      .replace(CELL_UP_TO_DATE, "$1")
      .replace(ADDRESS, " ")
      .replace(/\s+/g, (gap) => (gap.length > 2 ? "  " : " ")),
  ).split(SENTENCE);
  const said = sentences.map((sentence) => sentence.split(CONDITION)[0] ?? "");
  const cells = (isPayroll(flow) ? flow.replace(OF_AN_ESTABLISHMENT, "$1") : flow).split(/\n| {3,}/).map(withoutExplained);
  const found = FAMILIES.find(
    ({ words, only, except, ofCells }) =>
      (only?.includes(kind) ?? true) &&
      !(except?.includes(kind) ?? false) &&
      (ofCells === true ? cells : said).some((text) => words.test(text)),
  );
  if (found !== undefined) return found.why;
  if (UP_TO_DATE.includes(kind) && said.some(isQualified)) return "unusual";
  if (sentences.some((sentence) => NO_MORE.test(sentence))) return "notInForce";
  return !INSURED.includes(kind) && said.some((sentence) => NEGATION.test(sentence)) ? "refusal" : undefined;
}
