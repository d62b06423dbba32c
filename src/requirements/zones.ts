/**
 * The zones of a document: pieces of the candidature, of the offer, of the winner alone, or the buyer's own documents. A heading
 * or the words that open a list start a zone; a heading about something else ends it. Pure.
 */

import { LAW_WORDS } from "./piece-rules.ts";
import type { Segment } from "./segments.ts";
import { rule } from "./words.ts";

export type Zone = "candidature" | "offre" | "attributaire" | "dossier" | "none";

const PIECES =
  "(?:pieces?|documents?|dossiers?|contenu|elements?|justificat\\w+|renseignements?|justifications?|sous-? ?dossier|enveloppe|chemise|volet|informations|presentation|composition|partie)";

const OPENERS: readonly (readonly [zone: Zone, pattern: RegExp])[] = [
  [
    "none",
    rule(
      "(?:selection|examen|analyse|jugement|criteres?|ouverture|recevabilite|admission|classement|nombre) (?:de |des |d')(?:la |l')?(?:selection |jugement )?(?:des )?(?:candidat|offre|pli)",
    ),
  ],
  ["none", rule("(?:remise|transmission|envoi|depot|reception|delai|date)\\w* (?:et \\w+ )?(?:des|de) (?:candidatures|offres|plis)")],
  [
    "attributaire",
    rule(
      `^[\\d. )-]*(?:le |les )?candidats? (?:retenu|attributaire)|si (?:vous etes|votre offre est|son offre est|l'offre est|le candidat est|votre (?:equipe|candidature|proposition|societe|entreprise|reponse) est) retenu|(?:equipe|entreprise|societe|candidat|soumissionnaire|groupement|titulaire|concessionnaire|prestataire|operateur(?: economique)?|fournisseur|concurrent)e?s? (?:choisie?|retenue?|laureate?|pressentie?|provisoire|classee? (?:premiere?|1ere?|en tete|n[o°] ?1)|arrivee? en tete|auxquel(?:le)?s|auquel|a laquelle|a qui|dont l'offre)\\b|\\blaureats?\\b|(?:notifie|signe|attribue|conclu)e?s? qu(?:e |'apres|'a\\b|'une fois)|(?:documents?|pieces?|justificatifs?) (?:du|des) (?:futurs? )?titulaires?\\b|offres? (?:classee|arrivee|la mieux)[^.;]{0,60}\\bretenue? que\\b|futurs? titulaires?|(?:demandee?s?|exigee?s?|requise?s?|a (?:fournir|produire|remettre)) (?:au|aux|du|des|par le|par les) (?:futurs? )?titulaires?\\b|^[^a-z]{0,4}avant (?:la |toute )?(?:signature|notification|conclusion)(?: du \\w+| de l'\\w+| de la \\w+)?,? ?(?::|le |la |l'|il )|^[\\divx. )-]*apres (?:le choix|la decision|l'attribution|attribution)|(?:par|a|au|de|du|pour|l'|le|seul|aux?) ?(?:l'|le |les |seul |ou |futur )*(?:attributaire|candidats?(?:\\(s\\))? (?:retenu|attributaire|pressenti|susceptible|provisoirement|dont l'offre)|soumissionnaires? retenu|titulaire pressenti|candidat(?:\\(s\\))? auquel|soumissionnaire auquel)|noti ?1\\b|documents? .{0,30}attributaire|${PIECES} a (?:fournir|remettre|produire) (?:par le titulaire|apres|lors de l'attribution|en cas d'attribution)`,
    ),
  ],
  [
    "dossier",
    rule(
      "(?:dossier|documents?|pieces?) (?:de |de la |d')?(?:consultation|marche)(?: des entreprises)?(?: ?\\(?d\\.?c\\.?e\\.?\\)?)?[^.;,]{0,60}(?:compren|contien|contenu|compos|constitue |constitue:|comport|remis aux|suivant)|contenu du (?:dce|dossier de consultation)|composition du dce|pieces (?:contractuelles|constitutives(?! de (?:la |l')?(?:candidature|offre)))|le dce (?:compren|conti|compos|est)",
    ),
  ],
  [
    "candidature",
    rule(
      `${PIECES}[^.;]{0,60}\\bcandidature|(?:appui|titre|soutien) (?:de |d')(?:la |leur |sa |chaque )?candidature|situation juridique|situation propre|capacites? economique|capacites? (?:professionnelle|technique|financiere)|references? (?:requises|professionnelles?)|capacite technique|conditions de participation|(?:candidats?|entreprises?|soumissionnaires?|concurrents?|operateurs? economiques?) (?:demontr|prouv|justifi|etabli)\\w*[^.;]{0,30}(?:dispos|possed|capacite|aptitude)|^(?:[a-z][.)] )?(?:[\\divx.) -]*)(?:la |1ere |premiere )?(?:partie )?candidatures?\\b|(?:candidats?|entreprises?|soumissionnaires?|concurrents?|operateurs? economiques?) justifi\\w+ (?:de )?leurs? (?:capacite|aptitude|qualite)|(?:les|chaque|toute?) (?:candidats?|entreprises?|soumissionnaires?|concurrents?|operateurs? economiques?) (?:presente|fourni|remet|produi|joi|transmet)\\w*\\s*:$|justifications? a produire|habilitation a exercer|aptitude a exercer|qualites et capacites du candidat|\\bcandidatures? (?:compren|contien|comport|se compos|est compos|sera compos|doit conten|devra conten)|^slc-|^[\\divx. )-]*(?:pieces|dossier|renseignements|documents) administrati|criteria regarding the personal|economic and financial standing|technical and professional ability|suitability to pursue`,
    ),
  ],
  [
    "offre",
    rule(
      `${PIECES}[^.;]{0,40}(?:de |l'|d'|relatifs? a |-|– ?)(?:l'|l |une )?offres?\\b|projet de (?:marche|contrat|accord)|(?:chemise|enveloppe|volet|sous-? ?dossier|partie|dossier|pli) ?(?:n[o°] ?)?\\d? ?\\W{0,4}offres?\\b|(?:l'offre|offre technique|offre financiere)[^.;]{0,40}(?:compren|conti|comport|compos)|\\boffre (?:compren|conti|compos)|^(?:[a-z][.)] )?(?:[\\divx.) -]*)(?:l'|2eme |deuxieme |partie )?offres?(?: technique| financiere)?\\s*:?$|^[\\divx. )-]*(?:pieces|dossier) (?:techniques|financi)`,
    ),
  ],
];

/** Headings about something else. */
const ELSEWHERE = rule(
  "duree|variante|allotissement|\\blots?\\b|tranche|sous-traitance|visite|renseignements complementaires|negociation|validite|objet|procedure|modalites|recours|litige|differend|signature|langue|monetaire|\\bprix\\b|financement|attribution|suite|copie de sauvegarde|format|confidentialite|adresse|instance|calendrier|prestations similaires|prestations supplementaires|groupement|criteres|jugement|remise|transmission|depot|delai|dematerialis|modification|annonce|publicite|conditions d'execution|conditions liees au marche|informations? complementaires|procedure|type de|marche reserve|award criteria|procedure|contract performance|supplementary|description|performance|epo-notice|not-allowed|cahier|unite|conditions particulieres|autres renseignements|rgpd|donnees personnelles",
);
const NUMBERED = /^\s*(?:article|chapitre|section|[ivx]{1,4}\.\d|\d{1,2}(?:[.-]\d{1,2})*\s?[-–.):]?\s|\d{1,2}[.-]\d)/;
const HEADING_LENGTH = 150;

/** A heading, or the words before a list. */
function opens(segment: Segment): boolean {
  const { isItem, head } = segment;
  const [plain, text] = [segment.plain.slice(0, head), segment.text.slice(0, head)];
  if (/:\s*$/.test(text)) return true;
  if (text.length > HEADING_LENGTH || /[;,]\s*$/.test(text)) return false;
  return NUMBERED.test(plain) || plain.startsWith("slc-") || (!isItem && !/[.;,]\s*$/.test(text));
}

const NAMES_PIECES = rule("\\b(?:pieces?|documents?|certificats?|attestations?|justificatifs?)\\b");
/** The heads of a table's columns. */
const COLUMNS = /^\W*(?:libelles?|signatures?|pieces?|documents?|oui|non)(?:\s+(?:libelles?|signatures?|oui|non))*\W*$/;

export interface Zoned {
  readonly segment: Segment;
  readonly zone: Zone;
  /** True for the segment that opens the zone: a heading alone names no piece. */
  readonly isOpener: boolean;
}

/** Each segment with its zone. `namesPiece` prevents « 3. Carte professionnelle » from counting as a heading about something else. */
export function zonesOf(segments: readonly Segment[], namesPiece: (plain: string) => boolean): Zoned[] {
  let zone: Zone = "none";
  return segments.map((segment) => {
    const step = stepOf(segment, zone, namesPiece);
    zone = step.next;
    return { segment, zone: step.zone ?? zone, isOpener: step.isOpener };
  });
}

interface Step {
  /** The zone of the following segments. */
  readonly next: Zone;
  /** The zone of this segment, when it is another one. */
  readonly zone?: Zone;
  readonly isOpener: boolean;
}

const ASKS = /reclam|adress|envo[iy]|produi|fourni|remet|transmet|remis|justifi|demand|exig|apport|joindre|communiqu/;
const ANNOUNCES = /(?:compren|conti|comport|compos)\w*[^.;]{0,30}:|suivant|ci-(?:dessous|apres)|:\s*$/;
const TITLED = rule("^[\\W\\d]*(?:au titre|a l'appui|en appui|au soutien) de (?:la |l'|leur |son |sa )?(candidature|offre)\\b");
/** A letter that consults a few: « Vous joindrez une attestation … ». */
const TO_YOU = rule("^(?:vous|merci de|veuillez) (?:\\w+ ){0,3}(?:joind|fourni|remet|transmet|produi|adress)");
/** The buyer's own list may contain blank forms, never a candidate's declarations. */
const OF_FORMS = /\bdc ?[124]\b|formulaire|imprime|modele|cadre|lettre/;
/** A long paragraph says what it is about in its first words. */
const LONG = 400;
const HEAD = 260;

function stepOf(segment: Segment, zone: Zone, namesPiece: (plain: string) => boolean): Step {
  const plain = segment.plain.slice(0, segment.head);
  const isHeading = opens(segment);
  const opener = openerOf(plain) ?? (isHeading ? halfOf(segment) : null);
  if (opener === "attributaire" && asksWinner(plain, isHeading)) return ofWinner(segment, zone, isHeading);
  if (COLUMNS.test(plain)) return { next: zone, isOpener: true };
  const begun = begunBy(plain, zone);
  if (zone === "none" && opener === null && TO_YOU.test(plain)) return { next: zone, zone: "candidature", isOpener: false };
  const told = toldByItself(plain);
  if (told !== null) return { next: told, isOpener: /:\s*$/.test(plain) };
  if (begun === "candidature" && segment.isItem && OF_OFFERS.test(plain)) return { next: "offre", isOpener: false };
  return ofList(segment, begun, opener, namesPiece(segment.plain));
}

/** One list may hold both: a piece that only a candidature has counts as such anywhere. */
function begunBy(plain: string, zone: Zone): Zone {
  if (!LAW_WORDS.test(plain)) return zone;
  return zone === "none" || zone === "offre" || (zone === "dossier" && !OF_FORMS.test(plain)) ? "candidature" : zone;
}

/** Pieces that only an offer has. */
const OF_OFFERS =
  /^\W*(?:\w{1,2}(?:\.\w{1,2}){0,3}\W{1,3})?(?:une? |l'|la |le |les |des )?(?:actes? d'engagement|attri ?1|bordereaux? |dpgf|bpu\b|dqe\b|devis|detail (?:quantitatif|estimatif)|decomposition d|memoire|annexe financiere|offre (?:de prix|financiere|technique))/;

/** A segment that opens a list or ends one. */
function ofList(segment: Segment, zone: Zone, opener: Zone | null, names: boolean): Step {
  const isHeading = opens(segment);
  if (opener !== null && opener !== "attributaire" && (isHeading || ANNOUNCES.test(segment.plain)))
    return { next: isPieceOfList(segment, names, opener) ? zone : opener, isOpener: true };
  return isHeading && !names ? ofHeading(segment, zone) : { next: zone, isOpener: false };
}

/** « Au titre de la candidature, le soumissionnaire remet … »: a paragraph of its own. */
function toldByItself(plain: string): Zone | null {
  const told = TITLED.exec(plain)?.[1];
  if (told === undefined || !ASKS.test(plain)) return null;
  return told === "offre" ? "offre" : "candidature";
}

/** « les candidats, y compris l'attributaire, à l'appui de leur candidature » asks everybody. */
function asksWinner(plain: string, isHeading: boolean): boolean {
  return (isHeading || ASKS.test(plain)) && !/a l'appui de (?:sa|leur|la) candidature/.test(plain);
}

function isPieceOfList({ isItem }: Segment, names: boolean, opener: Zone): boolean {
  return isItem && names && opener === "none";
}

/** A short heading that only names one half of a deposit, candidature or offer. */
const HALF = /(?:\b|_)(candidature|offre)s?\b/;
const DONE_WITH_IT =
  /date|delai|limite|remise|recep|depot|examen|selection|jugement|critere|analyse|ouverture|nombre|recevab|regular|appel|avis|lettre|valid|retenu|class|attrib|negoci|irregul|variante|contenu du dossier de consultation/;
const SHORT_HEADING = 50;

function halfOf({ head, ...segment }: Segment): Zone | null {
  const plain = segment.plain.slice(0, head);
  if (plain.length > SHORT_HEADING || DONE_WITH_IT.test(plain) || /candidature.*offre|offre.*candidature/.test(plain)) return null;
  const half = HALF.exec(plain)?.[1];
  return half === "candidature" || half === "offre" ? half : null;
}

function openerOf(plain: string): Zone | null {
  return OPENERS.find(([, pattern]) => pattern.test(plain.length > LONG ? plain.slice(0, HEAD) : plain))?.[0] ?? null;
}

const HANDS_OVER =
  /\b(?:remet(?:tent|tra|tront)?|fourni(?:t|ssent|ra|ront)|produi(?:t|sent|ra|ront)|presente(?:nt)?|joi(?:nt|gnent)|transmet(?:tent)?)\b[^.;]{0,60}:\s*$/;

/** « Documents attendus de chaque membre du groupement », « Pour le lot 2 : » */
const NAMED_FIRST =
  /^\W*(?:documents?|pieces?|justificatifs?|renseignements?|elements?) (?:attendu|demande|exige|requis|a (?:fournir|produire|remettre|joindre))|^[\W\d]*(?:une? |copies? |toute? |descriptions? d)|^\W*(?:pour|concernant|au titre) (?:du |des |le |les )?lots?\b[^.]{0,60}:\s*$/;

/** A heading about something else ends the zone; an item of a list that looks like one does not. */
function ofHeading(segment: Segment, zone: Zone): Step {
  const { isItem } = segment;
  const plain = segment.plain.slice(0, segment.head);
  // « L'entreprise, ou chaque membre du groupement, remet : » opens the list of what it stands in.
  if (zone === "none" || !ELSEWHERE.test(plain) || HANDS_OVER.test(plain) || NAMED_FIRST.test(plain))
    return { next: zone, isOpener: false };
  return { next: isItem && !NUMBERED.test(plain) ? zone : "none", isOpener: true };
}

/** A sentence about the winner applies to itself and to the list that it opens. */
function ofWinner({ plain }: Segment, zone: Zone, isHeading: boolean): Step {
  const isLone = !isHeading && /\.\s*$/.test(plain) && !/suivant|ci-(?:dessous|apres)/.test(plain);
  const goesOn = !isLone || (zone !== "candidature" && NAMES_PIECES.test(plain));
  return { next: goesOn ? "attributaire" : zone, zone: "attributaire", isOpener: isHeading };
}
