/** Reads the consultation from a page: the values beside known labels. A value given twice differently is left out. */

import { clocksIn } from "../domain/clocks.ts";
import type { Consultation } from "../domain/consultation.ts";
import { unaccented } from "../domain/plain.ts";
import { present } from "../domain/present.ts";
import { siretsIn } from "../domain/siret.ts";
import { depositSizeSaid } from "../domain/slot-limits.ts";
import { bodyOf, contains, documentOf, parentElementOf } from "../page/dom.ts";
import type { Sources } from "../page/memory.ts";
import { finish, type Steps } from "../page/slices.ts";
import { CLOCK_LIKE, deadlineOf, type ToldDeadline } from "./deadline.ts";
import type { Portal } from "./portal.ts";
import { type Segment, segmentsOf, valueBeside } from "./segments.ts";

type Part = "reference" | "objet" | "acheteurNom" | "acheteurSiret" | "dateLimite" | "lots" | "lieu" | "other";

interface Label {
  readonly part: Part;
  /** Whole label, lower case without accents. */
  readonly words: RegExp;
  /** True for a label that names the market itself, which a shop or a letter does not write: it wins over the others. */
  readonly plain: boolean;
}

const MARKET = "(?:du marche|de la consultation|de la procedure|du contrat)";
const BUYER =
  "(?:acheteur(?: public)?|pouvoir adjudicateur|entite adjudicatrice|entite publique|organisme(?: acheteur| public)?|collectivite|personne publique)";
const OFFERS =
  "(?:des |de |d'|les )?(?:plis?|offres?|reponses?|propositions?|candidatures?)(?: et des (?:plis|offres|candidatures))?(?: ou des demandes de participation)?";
const LIMIT = "(?:date(?:s)?(?: et heure)?s? (?:limites? )?|limite |delai (?:limite )?)(?:de |pour (?:la |le )?)?";

const label = (part: Part, words: string, plain = true): Label => ({ part, words: new RegExp(`^(?:${words})$`), plain });
const LABELS: readonly Label[] = [
  label("reference", `(?:reference|numero|n°|identifiant|numero de reference) ${MARKET}`),
  label("reference", "reference|numero de reference|n° de (?:consultation|marche)", false),
  label("objet", `(?:objet|intitule|nom|titre) ${MARKET}|marche`),
  label("objet", "objet", false),
  label("other", "intitule|procedure|type de procedure|categorie(?: principale)?"),
  label(
    "lieu",
    `adresse(?: (?:de l'|du |de la )?${BUYER})?|lieux?(?: d'execution| de livraison| des travaux)?|ville|commune|departement|region|code postal`,
    false,
  ),
  label("acheteurSiret", `(?:n° )?siret (?:de l'|du |de la )?${BUYER}`),
  label("acheteurNom", `(?:nom de l'|nom du )?${BUYER}`),
  label(
    "dateLimite",
    `${LIMIT}(?:remise|reception|depot|reponse|envoi) ?${OFFERS}|${LIMIT}reponse|remise ${OFFERS}|date(?: et heure)? de cloture ${MARKET}`,
  ),
  label("dateLimite", "date(?: et heure)?s? limites?|cloture", false),
  label("lots", "lots?|lot\\(s\\)|liste des lots|allotissement"),
];

/** « Consultation n° 2026-TRX-12 : Réfection de la toiture » */
const TITLED =
  /^(?:consultation|marché|procédure|appel d['’]offres|dossier de consultation)(?: n°| no| réf\.?| référence)? ?((?=\S*\d)[A-Z0-9][\w./-]{2,39}) ?(?:[:–—]| - ) ?(\S.{5,}?)(?=\. \p{Lu}[\p{L} ]+ ?: |$)/iu;
/** « Les plis doivent être remis avant le 15/12/2026 à 12:00 » */
const SUBMISSION =
  /\b(?:plis?|offres?|candidatures?|réponses?)\b.*\b(?:remis|déposé|transmis|reçu|parvenir|adressé|envoyé)|\b(?:déposer|remettre|transmettre|envoyer)\b.*\b(?:plis?|offres?|candidatures?|réponses?)\b/iu;
const UNTIL = /\b(?:avant le|jusqu['’]au|au plus tard le|pour le)\b/iu;
const QUESTIONS = /\b(?:questions?|renseignements|visites?|échantillons?)\b/iu;

/** A text without one of these tells nothing in the ways below. */
const MEANT = /[:–—-]|avant|jusqu|plus tard|pour le/i;
/** Matches any of the labels; tested on every text of the page. */
const ANY_LABEL = new RegExp(LABELS.map(({ words }) => words.source).join("|"));
const DEADLINES = LABELS.filter(({ part }) => part === "dateLimite");
/** Matches what begins as the label of a deadline. */
const DEADLINE_LIKE = new RegExp(DEADLINES.map(({ words }) => words.source.replace(/\$$/, "")).join("|"));

/** Longest text after a deadline that may name its clock, in characters. */
const BEHIND = 60;

interface Told {
  readonly label: Pick<Label, "part" | "plain">;
  readonly text: string;
  /** The label as written, and the text just after the value: either may name a clock. */
  readonly around?: Pick<ToldDeadline, "label" | "behind">;
}

/** The consultation that a page is about; `null` when there is none, or several as in a list of results. */
export function readConsultation(page: Document, known: Known): Consultation | null {
  return finish(consultationSteps(page, known));
}

/** What is known of the page before it is read. */
interface Known {
  readonly portal: Portal | null;
  readonly url: string;
}

/** What it is told from: how it is cut into texts, and what may name a clock. */
export const consultationSources = ({ portal, url }: Known): Sources => ({
  about: `${portal?.id} ${url}`,
  attributes: ["hidden", "title", "aria-label", "data-timezone", "data-tz", "datetime"],
});

/** Texts between two places where the reading may wait. */
const STRIDE = 4;

/** The same, as work that may wait. */
export function* consultationSteps(page: Document, { portal, url }: Known): Steps<Consultation | null> {
  const segments = yield* segmentsOf(page);
  const told: Told[] = [];
  for (const [index, segment] of segments.entries()) {
    told.push(...toldBy(segments, segment, index));
    if (index % STRIDE === 0) yield;
  }
  const reference = referenceIn(told);
  const objets = wordsOf(told, "objet");
  const buyers = wordsOf(told, "acheteurNom");
  const { told: deadlines, ...deadline } = yield* deadlineIn(page, url, told);
  const conflicts = [reference.length, objets.length, buyers.length, deadlines].filter((said) => said > 1).length;
  if (reference.length > 1 || conflicts > 1) return null;
  const sure = told.some(
    ({ label, text }) => label.plain && ["reference", "acheteurNom", "dateLimite"].includes(label.part) && text !== "",
  );
  const parts = {
    ...present({
      reference: reference[0],
      objet: only(objets),
      acheteurNom: only(buyers)
        ?.replace(/\s*[(–—-]?\s*(?:n° )?siret\b.*$/i, "")
        .trim(),
      acheteurSiret: only(buyerSirets(told)),
      lots: lotsIn(told),
      depositSize: depositSizeSaid(segments.map(({ text }) => text)) ?? undefined,
    }),
    ...deadline,
    ...portal?.consultation?.(page),
  };
  const known = [parts.reference, parts.objet, parts.dateLimite ?? parts.doubt].filter((part) => part !== undefined).length;
  if (known === 0 || !(sure || (portal !== null && known > 1))) return null;
  return { portal: portal?.id ?? "", url, ...parts };
}

function toldBy(segments: readonly Segment[], segment: Segment, index: number): Told[] {
  const whole = labelOf(segment.text);
  if (whole !== null) {
    const value = valueBeside(segments, index);
    if (value === null || labelOf(value.text) !== null) return [];
    if (whole.part !== "lots") {
      const behind = clockBehind(value, segments[index + 2]);
      return [{ label: whole, text: value.text, around: { label: segment.text, behind } }];
    }
    let end = index + 1;
    while (LOT.test(segments[end]?.text ?? "")) end += 1;
    return segments.slice(index + 1, end).map(({ text }) => ({ label: whole, text }));
  }
  if (!MEANT.test(segment.text)) return [];
  if (UNTIL.test(segment.text) && !QUESTIONS.test(segment.text) && SUBMISSION.test(segment.text))
    return [{ label: { part: "dateLimite", plain: false }, text: segment.text }];
  const [, reference, objet] = TITLED.exec(segment.text) ?? [];
  const titled: Told[] =
    reference === undefined || objet === undefined
      ? []
      : [
          { label: { part: "reference", plain: true }, text: reference },
          { label: { part: "objet", plain: true }, text: objet },
        ];
  // « Acheteur : X. Date limite : Y », in one line.
  const listed = !segment.text.includes(":")
    ? []
    : [...segment.text.matchAll(/(?:^|[.;,] )(\p{L}[\p{L}'’()[\] °–—-]{2,60}?) ?: ?(.+?)(?=\. \p{Lu}[\p{L} ]+ ?: |$)/gu)].flatMap(
        ([, name = "", text = ""]) => {
          const found = labelOf(name);
          return found === null ? [] : [{ label: found, text, around: { label: name, behind: "" } }];
        },
      );
  return [...titled, ...listed];
}

/** The text just after a value, in the same row or list, which may name its clock. */
function clockBehind(value: Segment, after: Segment | undefined): string {
  if (after === undefined || after.text.length > BEHIND || /\d{4}/.test(after.text) || labelOf(after.text) !== null) return "";
  const row = parentElementOf(value.element);
  return row !== null && row !== bodyOf(documentOf(value.element)) && contains(row, after.element) ? after.text : "";
}

function labelOf(text: string): Label | null {
  if (text.length > 90) return null;
  // Its spaces are single already.
  const folded = unaccented(text.normalize("NFC"))
    .toLowerCase()
    .replace(/[\s:*]+$/, "");
  if (ANY_LABEL.test(folded)) return LABELS.find(({ words }) => words.test(folded)) ?? null;
  // « Date limite de remise des plis (heure de Paris) »
  const [clock] = DEADLINE_LIKE.test(folded) && CLOCK_LIKE.test(folded) ? clocksIn(text, true) : [];
  if (clock === undefined || !/^[\s:*)\]]*$/.test(folded.slice(clock.end))) return null;
  const before = folded.slice(0, clock.start).replace(/[\s:*,([-]+$/, "");
  return DEADLINES.find(({ words }) => words.test(before)) ?? null;
}

/** The values of a part, each once: those of plain labels, or else those of the others. */
function wordsOf(told: readonly Told[], part: Part): string[] {
  const of = told.filter(({ label }) => label.part === part);
  const plain = of.filter(({ label }) => label.plain);
  return [...new Set((plain.length > 0 ? plain : of).map(({ text }) => text))];
}

/** A reference holds a digit and is short: any other text beside its label is not one. */
function referenceIn(told: readonly Told[]): string[] {
  return wordsOf(told, "reference").filter((text) => /\d/.test(text) && text.length <= 60 && text.split(" ").length <= 4);
}

function buyerSirets(told: readonly Told[]): string[] {
  const of = told.filter(({ label }) => label.part === "acheteurNom" || label.part === "acheteurSiret");
  return [...new Set(of.flatMap(({ text }) => siretsIn(text)))];
}

const WHERE: readonly Part[] = ["acheteurNom", "lieu", "objet"];

function* deadlineIn(page: Document, url: string, told: readonly Told[]) {
  const of = told.filter(({ label }) => label.part === "dateLimite");
  const plain = of.filter(({ label }) => label.plain);
  const deadlines = (plain.length > 0 ? plain : of).map(({ text, around }) => ({
    text,
    label: around?.label ?? "",
    behind: around?.behind ?? "",
  }));
  const texts = told.filter(({ label }) => WHERE.includes(label.part)).map(({ text }) => text);
  return yield* deadlineOf(page, deadlines, { texts, sirets: buyerSirets(told), url });
}

function only(values: readonly string[]): string | undefined {
  return values.length === 1 ? values[0] : undefined;
}

const LOT = /^lot\s*(?:n°|n\.|no|numéro)?\s*(\d+[a-z]?)\b/i;

/** `undefined` when none is told. */
function lotsIn(told: readonly Told[]): Consultation["lots"] {
  const lots = new Map<string, { numero: string; intitule?: string }>();
  for (const text of wordsOf(told, "lots").flatMap((value) => value.split(/\s*;\s*/))) {
    const numero = LOT.exec(text)?.[1];
    if (numero === undefined) continue;
    const intitule = text.replace(LOT, "").replace(/^[\s:.–—-]+/, "");
    if (intitule === "" && lots.has(numero)) continue;
    // A lot's number with two titles: none is kept, since nothing says which is right.
    const isSaid = intitule !== "" && (!lots.has(numero) || lots.get(numero)?.intitule === intitule);
    lots.set(numero, { numero, ...(isSaid && { intitule }) });
  }
  return lots.size === 0 ? undefined : [...lots.values()];
}
