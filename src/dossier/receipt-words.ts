/** Recognises a text that says that a bid was received: an act that is done, not one to come, nor one that failed or was withdrawn. Pure. */
import { bare } from "../domain/plain.ts";

const BID =
  "(?:depots?|plis?|reponses?|offres?|candidatures?|dossiers?|propositions?|soumissions?|remises?|transmissions?|envois?|documents?|fichiers?)";
const DONE =
  "(?:depos|enregistr|transmis|recus?|recues?|receptionn|envoy|remis|effectu|soumis|horodat|confirm|valid|termin|reussi|achemin|arriv)[a-z]*";
/** Up to that many words. */
const words = (most: number) => `(?:[a-z0-9]+ ){0,${most}}?`;

/** Said as done: « votre réponse … a bien été enregistrée », « nous accusons réception ». */
const STRONG = [
  `\\b${BID} ${words(12)}(?:a|ont) (?:bien )?(?:ete )(?:bien )?${words(2)}${DONE}`,
  `\\b(?:votre|vos|la remise de votre|le depot de votre) ${BID} ${words(8)}(?:est|sont) (?:bien )?${DONE}`,
  "\\b(?:accusons|confirmons|attestons)(?: par la presente)? (?:la )?(?:bonne |bien )?(?:reception|le depot|avoir recu)",
  "\\b(?:vous avez|avez) (?:bien )?(?:depose|transmis|remis|envoye)",
  `\\b(?:bid|tender|response|submission|offer) ${words(8)}has been ${words(2)}(?:submitted|received|registered|sent)`,
].map((pattern) => new RegExp(pattern, "g"));
/** Said in short: « Pli reçu le… », « Dépôt réussi ». Rules speak so of every bid. */
const SHORT = [
  `\\b${BID} (?:n )?(?:[a-z]*\\d+ )?(?:electronique )?(?:bien )?${DONE}\\b`,
  "\\b(?:depose|recu|transmis|soumis|envoye|remis)e?s? (?:electroniquement )?le \\d",
  "\\b(?:date|heure)s? (?:et heure )?(?:de |du |d )(?:(?:fin |la fin )(?:de |du ))?(?:depot|reception|remise|transmission|envoi|soumission)[a-z ]{0,30} \\d",
].map((pattern) => new RegExp(pattern, "g"));
/** At the beginning of a line: the title of a receipt. */
const TITLE =
  /^(?:votre |l |le |la )?(?:accuse(?: de| d enregistrement)?(?: reception| depot)?|recepisse|preuve(?: de| du)? (?:depot|reception)|(?:attestation|certificat|bordereau|confirmation|avis)(?: electronique)?(?: de| du)? (?:reception|depot|reception du depot|reception de depot|remise|transmission)|horodatage(?: du)? depot|acknowledgement of receipt|proof of submission|submission receipt)\b/;

/** Of what is to come, of every bid, or of none. */
const NOT_DONE =
  /\b(?:pas|aucune?|sera|seront|serez|recevrez|devra|devront|doit|doivent|peut|peuvent|tout|toute|tous|chaque|si|lorsque?|afin|en cours|echec|echou[a-z]*|impossible|erreur|retire[a-z]*|retrait|annul[a-z]*|supprim[a-z]*|brouillon|non|donne lieu|avant|date limite|date et heure limites?|hors delai|limite|after|before|not|will|must|withdrawn)\b/;
/** Before what would be done. */
const CONDITION = /\b(?:si|lorsque?|quand|apres que|une fois que|des que|tout|toute|tous|chaque|aucune?|dont) (?:[a-z]+ ){0,3}$/;
/** Portals acknowledge other things than bids. */
const OTHERS =
  "(?:questions?|renseignements?|inscription|messages?|alertes?|abonnement|mot de passe|visites?|compte|courriels?|reclamation)";
const OF_ANOTHER = new RegExp(`\\b${OTHERS}\\b`);
/** What the buyer gives, and what one takes of it: no bid. */
const OF_THE_BUYER = /^(?:dossiers?|documents?|fichiers?) (?:de |d )?(?:la )?consultation\b/;
const TAKEN = /\b(?:retrait|telechargement|retire|telecharge)[a-z]* (?:[a-z]+ ){0,3}$/;
/** Right behind the words: what follows further may be a menu. */
const TO_ANOTHER = new RegExp(`^ ?(?:(?:a|de|du|d|sur|au|aux|votre|vos|la|le|l|une?|demande) ){0,4}${OTHERS}\\b`);
/** How far from the words these are looked for, in characters. */
const NEAR = 40;
const OF_ALL = /\b(?:les|des|aux|tout|toute|tous|chaque|un|une|aucune?|pas de|pas d) (?:[a-z]+ )?$/;
/** What a text says of the bid itself, whatever else it holds. */
const UNDONE = [
  new RegExp(
    `\\b(?:votre|vos|le|la|ce|cette) ${BID} (?:[a-z0-9]+ ){0,6}?(?:a|ont|est|sont) (?:bien )?(?:ete )?(?:retir|annul|supprim)[a-z]*`,
  ),
  new RegExp(`\\b${BID} (?:[a-z0-9]+ ){0,6}?n (?:a|ont|est|sont) (?:pas|pu)\\b(?:[a-z ]{0,24})${DONE}`),
  new RegExp(`\\b(?:echec|erreur) (?:de |du |d |lors de |lors du )(?:la |l )?(?:votre )?${BID}`),
  new RegExp(`\\b${BID} (?:[a-z0-9]+ ){0,3}?(?:non (?:depos|transm|envoy|recu|enregistr)[a-z]*|en cours)\\b`),
  new RegExp(`\\b(?:votre|le|la|ce|cette) ${BID} (?:[a-z0-9]+ ){0,6}?(?:est|sont|a|ont) (?:bien )?(?:ete )?${DONE} hors delai`),
  /\b(?:recepisse|accuse|attestation|confirmation|preuve)(?: de| du)? (?:retrait|annulation)\b/,
];
/** A bid in whose place another came: the new one was received. */
const REPLACED = /\b(?:annule[a-z]* et remplace|remplace)/;

/** True when the text says that a bid was received. */
export function isReceipt(text: string): boolean {
  if (isUndone(text)) return false;
  return text.split("\n").some(isTitle) || sentencesIn(text).some(saysDone);
}

/** True when the text says that the bid was withdrawn, or not received. */
export function isUndone(text: string): boolean {
  return sentencesIn(text).some((sentence) => !REPLACED.test(sentence) && UNDONE.some((pattern) => pattern.test(sentence)));
}

/** Lines may break a sentence anywhere: the signs alone end it. */
function sentencesIn(text: string): string[] {
  return text.split(/[.;!?](?=\s|$)|\n\s*\n/).map(bare);
}

function isTitle(line: string): boolean {
  const said = bare(line);
  return TITLE.test(said) && !NOT_DONE.test(said) && !OF_ANOTHER.test(said);
}

function saysDone(sentence: string): boolean {
  return [...saidIn(STRONG, sentence)].some(isOwn) || [...saidIn(SHORT, sentence)].some((said) => isOwn(said) && isAlone(said));
}

interface Said {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

function* saidIn(patterns: readonly RegExp[], sentence: string): Generator<Said> {
  for (const pattern of patterns)
    for (const { 0: words, index } of sentence.matchAll(pattern)) {
      const end = index + words.length;
      yield { before: sentence.slice(Math.max(0, index - NEAR), index), words, after: sentence.slice(end, end + NEAR) };
    }
}

/** Done, by no condition, and of the bid. */
function isOwn({ before, words, after }: Said): boolean {
  return (
    !NOT_DONE.test(words) &&
    !CONDITION.test(before) &&
    !OF_ANOTHER.test(words) &&
    !TO_ANOTHER.test(after) &&
    !OF_THE_BUYER.test(words) &&
    !TAKEN.test(before)
  );
}

function isAlone({ before, after }: Said): boolean {
  return !OF_ALL.test(before) && !NOT_DONE.test(after);
}
