/** Lots, groupement, way of deposit, minimum levels: each with its sentence, or `null`. Nothing is concluded from silence. Pure. */
import { foldedInPlace, type Quote, quoteOf, type Segment } from "../segments.ts";
import { firstQuote, NUMBER, numberOf, rule } from "../words.ts";

export interface Lots extends Quote {
  readonly divided: boolean;
  readonly lots: readonly (Quote & { readonly number: string; readonly title: string | null })[];
  /** How many lots one candidate may bid for, and win; `null` when not said. */
  readonly maxBid: number | "all" | "one" | null;
  readonly maxAward: number | null;
}
export interface Groupement extends Quote {
  readonly form: "libre" | "solidaire" | "conjoint" | "interdit" | null;
  readonly imposed: boolean | null;
  readonly mandataireSolidaire: boolean | null;
  /** The sentence that forbids bidding in several groups, or alone and in a group. */
  readonly cumul: Quote | null;
}
export interface Depot extends Quote {
  readonly mode: "electronique" | "papier" | null;
  readonly url: string | null;
}
export interface Minimum extends Quote {
  readonly kind: "turnover" | "reference" | "qualification" | "insurance" | "team" | "unspecified";
}

const UNDIVIDED = rule(
  "n'est pas (?:alloti|divise|decompose)|pas (?:ete )?(?:prevu|fait l'objet)[^.;]{0,30}(?:lots?|allotissement)|ne pas allotir|aucun allotissement|n'est pas prevu de (?:decomposition|division|allotissement)[^.;]{0,30}|(?:marche|lot) unique\\b|ne fait (?:pas|l'objet d'aucun)[^.;]{0,40}(?:allot|lots)|(?:divis\\w+|division)[^.;]{0,20}en lots ?: ?non|divided into lots: ?no\\b|ne font? pas l'objet d'une decomposition en lots|pas d'allotissement",
);
const DIVIDED = rule(
  "(?:divis\\w+|repart\\w+|decompos\\w+|allot\\w+|reparti\\w*|scinde\\w*|compos\\w+|compren\\w+)[^.;]{0,30} (?:en |de )?(?:(?:\\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|plusieurs)[^.;]{0,12} )(?:lots|familles|corps d'etat)\\b|(?:divis\\w+|division)[^.;]{0,20}en lots ?: ?oui|divided into lots: ?yes|lots separes|lots distincts",
);

/** « en trois lots » */
const COUNTED = rule(`\\b${NUMBER} (?:[a-z]+ )?lots\\b`);

/** One lot or several, their titles, and how many a candidate may have. */
export function lotsOf(segments: readonly Segment[]): Lots | null {
  const lots = new Map<string, Lots["lots"][number]>();
  for (const segment of segments) {
    const found = /^\W*lots? ?(?:n ?[°ºo] ?|numero )?(\d{1,2})\b ?[:–.-]* ?(.{0,160})$/.exec(segment.plain);
    const number = found?.[1];
    if (found === null || number === undefined || lots.has(number)) continue;
    const title = segment.text.slice(segment.text.length - (found[2] ?? "").length).trim();
    lots.set(number, { number, title: title === "" ? null : title, ...quoteOf(segment, 0, segment.text.length) });
  }
  // Two boxes side by side without a visible mark say nothing.
  const undivided = firstQuote(segments, UNDIVIDED, rule("\\b(?:non oui|oui non)\\b"));
  const divided = firstQuote(segments, DIVIDED, rule("\\b(?:non oui|oui non)\\b")) ?? [...lots.values()][0] ?? null;
  const said = undivided ?? divided;
  if (said === null) return null;
  // When both are said, or lots are listed under « lot unique », only the sentence is shown.
  const isDivided = undivided === null;
  const award = firstQuote(
    segments,
    rule(
      `(?:attribu\\w+|attributaire)[^.;]{0,60}(?:soumissionnaire|candidat|titulaire|operateur)?[^.;]{0,20}(?:: ?|plus de |maximum de |maximal de )${NUMBER}(?: lots?)?\\b`,
    ),
  );
  const bid = firstQuote(
    segments,
    rule(
      `(?:soumettre|offres? pour)[^.;]{0,60}(?:nombre )?maxim\\w+ (?:de )?lots[^.;\\d]{0,60}${NUMBER}|offres? pour (?:un )?(?:maximum|au plus) (?:de )?${NUMBER} lots`,
    ),
  );
  return {
    divided: isDivided,
    lots: isDivided && lots.size > 1 && isWhole(lots.size, divided?.quote) ? [...lots.values()] : [],
    maxBid: numberOf(bid?.found[1] ?? bid?.found[2]) ?? wayOfBidding(segments),
    maxAward: numberOf(award?.found[1]),
    quote: said.quote,
    page: said.page,
  };
}

/** False when the sentence counts other than the list: some lots were not read, or are not of this consultation. */
function isWhole(listed: number, said = ""): boolean {
  const counted = COUNTED.exec(foldedInPlace(said))?.[1];
  return (numberOf(counted) ?? listed) === listed;
}

function wayOfBidding(segments: readonly Segment[]): "all" | "one" | null {
  if (
    firstQuote(segments, rule("pour (?:tous les lots|un ou plusieurs lots|l'ensemble des lots|plusieurs lots)|un ou plusieurs lots")) !==
    null
  )
    return "all";
  return firstQuote(segments, rule("offres? pour (?:un seul lot|1 lot)")) === null ? null : "one";
}

const FORBIDDEN = rule("groupements?[^.;]{0,60}(?:n'est pas autorise|ne sont pas autorise|est interdit|sont interdit)");
const ONE_OF_THEM = rule("plusieurs (?:offres|groupements)|a la fois");
const FREE = rule(
  "(?:aucune|ne[^.;]{0,20}impos\\w+ (?:aucune|pas de))[^.;]{0,30} forme[^.;]{0,30}(?:groupement)?|forme (?:du |de )?groupement[^.;]{0,30}(?:n'est pas imposee|est libre|libre)|groupements?[^.;]{0,40}(?:conjoints? (?:ou|et|,)[^.;]{0,6}solidaires?|solidaires? (?:ou|et) ?(?:/ou )?conjoints?)|groupements?[^.;]{0,50}sont autorises",
);
const IMPOSED = rule(
  "(?:impos\\w+|exig\\w+|devra|revetir|revetira|souhait\\w+|obligatoirement|transform\\w+)[^.;]{0,120}groupement (?:d'entreprises |momentane )*(solidaire|conjoint)|groupement (?:est|sera) (?:obligatoirement )?(solidaire|conjoint)|groupement(?:(?!mandataire)[^.;]){0,80}(?:devra|revetir|impos\\w+|obligatoirement)(?:(?!mandataire)[^.;]){0,80}\\b(solidaire|conjoint)",
);
const NOT_IMPOSED = rule(
  "aucune forme|n'est pas imposee|ne souhaite imposer|conjoints? (?:ou|et|,)[^.;]{0,6}solidaire|solidaires? (?:ou|et|,)[^.;]{0,4}conjoint",
);
const MANDATAIRE = rule("mandataire[^.;]{0,80}solidaire");
const CUMUL = rule(
  "(?:interdi\\w+|ne (?:peu\\w+|pourr\\w+|sont pas autoris\\w+)|pas autoris\\w+)[^.]{0,160}(?:a la fois|plusieurs groupements|plus d'un groupement)",
);

/** The form of a groupement. */
export function groupementOf(segments: readonly Segment[]): Groupement | null {
  const forbidden = firstQuote(segments, FORBIDDEN, ONE_OF_THEM);
  const free = firstQuote(segments, FREE);
  const imposed = firstQuote(segments, IMPOSED, NOT_IMPOSED);
  const mandataire = firstQuote(segments, MANDATAIRE);
  const cumul = firstQuote(segments, CUMUL);
  const any = forbidden ?? imposed ?? free ?? mandataire ?? cumul;
  if (any === null) return null;
  return {
    ...(forbidden !== null ? { form: "interdit", imposed: true } : formOf(imposed, free !== null)),
    mandataireSolidaire: mandataire === null ? null : true,
    cumul: cumul === null ? null : { quote: cumul.quote, page: cumul.page },
    quote: any.quote,
    page: any.page,
  };
}

function formOf(imposed: ReturnType<typeof firstQuote>, isFree: boolean): Pick<Groupement, "form" | "imposed"> {
  const form = imposed?.found.slice(1).find((word) => word === "solidaire" || word === "conjoint");
  if (form === "solidaire" || form === "conjoint") return { form, imposed: true };
  return { form: isFree ? "libre" : null, imposed: imposed !== null ? true : isFree ? false : null };
}

/** How the deposit is made. */
export function depotOf(segments: readonly Segment[]): Depot | null {
  const electronic = firstQuote(
    segments,
    rule(
      "(?:offres?|plis?|candidatures?|reponses?|depots?|transmission|tenders|propositions?)[^.;]{0,160}(?:voie (?:electronique|dematerialisee)|electronically|profil d'acheteur|plate-?forme|dematerialis)|(?:voie (?:electronique|dematerialisee)|dematerialis\\w+)[^.;]{0,60}(?:obligatoire|imposee|exigee|requise|uniquement|a l'adresse)|transmission electronique",
    ),
    rule("retir\\w+|telecharge\\w+ le dossier|dossier de consultation"),
  );
  const paper =
    electronic === null
      ? firstQuote(
          segments,
          rule("(?:offres?|plis?)[^.;]{0,120}(?:contre recepisse|lettre recommandee|enveloppe cachetee|pli cachete)"),
          rule("copie de sauvegarde"),
        )
      : null;
  const said = electronic ?? paper;
  if (said === null) return null;
  const url = /https?:\/\/[^\s,;)»"]+[^\s,;)»".]/.exec(said.quote)?.[0] ?? null;
  return { mode: electronic === null ? "papier" : "electronique", url, quote: said.quote, page: said.page };
}

const MINIMUM = rule(
  "chiffres? d'affaires[^.;]{0,60}(?:minim\\w+|superieur|au moins)[^.;]{0,40}\\d|(?:au moins|minimum) (?:de )?(?:une|deux|trois|cinq|\\d{1,2}) references?|(?:superieur|au moins|minim\\w+)[^.;]{0,30}\\d[\\d ]{3,}(?:,\\d+)? ?(?:€|euro)|(?:plafond|montant)[^.;]{0,20}garanti[^.;]{0,40}(?:minim\\w+|superieur|au moins)|qualifications?[^.;]{0,60}(?:exige|obligatoire|sous peine)|sous peine d'irrecevabilite|equipe[^.;]{0,40}(?:au minimum|minimum de)",
);

/** Minimum levels for a candidature: only figures count, headings give none. */
export function minimaOf(segments: readonly Segment[]): Minimum[] {
  return segments.flatMap((segment): Minimum[] => {
    const found = MINIMUM.exec(segment.plain);
    if (found === null || /accord-cadre|maximum|montant (?:ht )?minimum|commande|copie de sauvegarde|visite/.test(segment.plain)) return [];
    const quote = quoteOf(segment, found.index, found.index + found[0].length);
    const words = found[0];
    const kind = /affaires|euro|€/.test(words)
      ? "turnover"
      : /reference/.test(words)
        ? "reference"
        : /qualification/.test(words)
          ? "qualification"
          : /garanti/.test(words)
            ? "insurance"
            : /equipe/.test(words)
              ? "team"
              : "unspecified";
    return [{ kind, ...quote }];
  });
}
