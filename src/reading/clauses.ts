/** The clauses of a text that change nothing of what it asks: the number of a question, how it is written, what it is for. */
import { wordsOf } from "./words.ts";

/** "Enseigne (si différente de la raison sociale)": the thing compared with is not asked. */
const UNLESS =
  /[,(–-]?\s*\b(?:si|lorsque|if)\s+(?:elle |il |celle-ci |celui-ci )?(?:est |sont |is )?(?:diff.r|autre que|other than|different).*$|\s*\(s['’](?:il|elle) diff[eè]re.*$/i;

/** "1.2 ", "F1 · ", "a) ", "Q3. ": the number of a question. */
const ENUMERATOR =
  /^\s*(?:(?:(?:question|rubrique|champ|[ée]l[ée]ment|pi[eè]ce|point)\s*)?(?:n[°º]\s*)?(?:[A-Za-z]{0,2}\d+(?:[.-]\d+)*(?:\s*(?:sur|\/)\s*\d+)?[.)]?|[A-Za-z])\s*[-–—·.):]\s+(?!\/)|\d+(?:\.\d+)+\s+)/i;

/** A clause that says what the thing is for, not what it is: "Courriel pour recevoir les notifications". */
const PURPOSE =
  /\s(?:pour|afin de|afin d['’]|permettant de|servant [aà]|utilis[ée]e? pour)\s*(?:recevoir|[eê]tre|vous|nous|les?|la|l['’]|cette|ce|toute?s?)\b.*$/i;
/** Brackets that give its format or its content: "(with country code)", "(avec indicatif)". */
const FORMAT =
  /\((?:tel(?:le)?s? qu|avec|sans|y compris|au format|format|ex\b|exemple|with|without|including|incl|identifiant de (?:connexion|compte)|(?:ce )?sera votre identifiant|sert d['’]identifiant|login)\b[^)]*\)/gi;
/** "Nom de votre commercial" asks a person, "Nom commercial" a brand. */
const SALESMAN = /\b(du|(?:de )?(?:votre|notre|la|le)) commerciale?(?=\s*(?:$|[:*(]))/i;
/** Which year, told by another or from today: what is asked stays the same. */
const YEAR_TOLD =
  /(?<=\S.*)(?<!\p{L})(?:(?:exercice|ann[ée]e|an)\s+(?:clos\s+)?(?:l[ea]\s+)?(?:plus\s+(?:r[ée]cente?|ancienn?e?)|interm[ée]diaire|d['’]avant|pass[ée]e?|pr[ée]c[ée]dente?|derni[eè]re?|[ée]coul[ée]e?)|il y a (?:un|deux|trois|\d) ans?|(?:one|two|three|\d) years? ago)(?!\p{L})/giu;
/**
 * A clause that says as what it is to be written: "Dénomination telle qu'au registre", "Legal name as registered". Of a register alone: what
 * stands on a card or an invoice is somebody else's.
 */
const AS_WRITTEN =
  /,?\s(?:as registered\b|(?:tel(?:le)?s? qu(?:e\b|['’])|figurant (?:au|aux|sur|dans|à)\b|as (?:recorded|shown|stated|it appears|they appear)\b)(?=.*(?:regist|r[ée]pertoire|k-?bis|statuts|\brcs\b|\brne\b|insee|sirene|incorporation))).*$/i;
/** "Avez-vous un site internet ? Indiquez son adresse": what the question names is what is asked. */
const THEN_WHICH =
  /\?\s*(?:si oui,?\s*)?(?:indiquez|pr[ée]cisez|donnez|saisissez)?\s*(?:lequel|laquelle|(?:son|l['’]) ?adresse|its address|which one)\W*$/i;

/** "Qui suivra le dossier ? (prénom, nom)": the brackets say what is asked of that person. */
const WHO = /^\W*qui\b[^(]*\(([^)]*\bpr[eé]nom[^)]*)\)/i;

/** The text without the number of its question, and without the clauses that change nothing of what is asked. */
export function withoutClauses(written: string): string {
  const text = written
    .replace(ENUMERATOR, "")
    .replace(UNLESS, "")
    .replace(FORMAT, " ")
    .replace(THEN_WHICH, " ?")
    .replace(AS_WRITTEN, "")
    .replace(/,?\s(?:incl(?:uding|\.)?|with|avec|y compris)\s(?:the )?(?:country code|(?:l['’])?indicatif)\b.*$/i, "")
    .replace(/(?<=code postal)\s+de\s+(?:la|votre|sa)\s+(?:commune|ville)\b/i, "")
    .replace(/,\s*\p{L}+ compris(?:e|es)?\b/iu, " ")
    .replace(YEAR_TOLD, " exercice ")
    .replace(/\b(?:excl(?:uding|usive of)?|net of|before|hors)\.? (?:vat|tax(?:es)?|tva)\b/i, " ")
    .replace(SALESMAN, "$1 interlocuteur")
    .replace(/(?<!\p{L})n\.?[°º]/giu, " numero ")
    .replace(/\b(rcs|r\.c\.s\.?|greffe|commerce) (?:de|[àa])\s*:?\s*$/i, "$1 ville");
  const who = WHO.exec(text)?.[1];
  if (who !== undefined) return who;
  const head = text.replace(PURPOSE, "");
  return wordsOf(head).length === 0 ? text : head;
}
