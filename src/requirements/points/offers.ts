/** Before and after the deposit: visit, questions, validity of offers, criteria. Nothing is concluded from silence. Pure. */
import { type Quote, quoteOf, type Segment } from "../segments.ts";
import { bareQuote, firstQuote, NUMBER, numberOf, rule } from "../words.ts";

export interface Visite extends Quote {
  readonly status: "obligatoire" | "facultative" | "recommandee" | "aucune";
}
export interface Questions extends Quote {
  /** Days before the deadline; `null` when a date is written instead. */
  readonly days: number | null;
}
export interface ValiditeOffres extends Quote {
  readonly days: number | null;
  readonly months: number | null;
}
export interface Critere extends Quote {
  readonly weight: string | null;
}

/** The site visit. */
export function visiteOf(segments: readonly Segment[]): Visite | null {
  const none = firstQuote(
    segments,
    rule("aucune visite|pas (?:prevu )?de visite|visite[^.;]{0,30}(?:: ?(?:sans objet|non)\\b|n'est pas (?:prevue|obligatoire|organisee))"),
  );
  const must = firstQuote(
    segments,
    rule(
      "visite[^.;]{0,80}\\bobligatoire|(?:obligat\\w+|doi\\w+|devr\\w+)[^.;]{0,80}(?:visite|se rendre sur|rendu sur)|visite[^.;]{0,60}sous peine|subordonnee a (?:la|une) visite",
    ),
    rule("periodique|medicale|visites? de (?:controle|maintenance|chantier|verification)|maintenance"),
  );
  const advised = firstQuote(
    segments,
    rule("visite[^.;]{0,60}(?:recommand|conseill|preconis|souhait)|invites?[^.;]{0,40}(?:a visiter|a se rendre)"),
  );
  const free = firstQuote(segments, rule("visite[^.;]{0,60}(?:facultative|possible)|possibilite de visiter"));
  const [status, said] =
    must !== null && none === null
      ? (["obligatoire", must] as const)
      : none !== null
        ? (["aucune", none] as const)
        : advised !== null
          ? (["recommandee", advised] as const)
          : (["facultative", free] as const);
  return said === null ? null : { status, ...bareQuote(said) };
}

/** Until when questions may be asked. */
export function questionsOf(segments: readonly Segment[]): Questions | null {
  const ASKED =
    "(?:renseignements? complementaires?|demandes? (?:ecrite|de renseignements?|d'informations?|complementaires?)|questions?|demande[^.;]{0,20} parvenir|faire parvenir)";
  const said = firstQuote(
    segments,
    rule(
      `${ASKED}[^.]{0,160}(?:au plus tard|avant|jusqu'a)[^.]{0,20}?${NUMBER} jours?|faire parvenir[^.]{0,60}au plus tard ${NUMBER} jours`,
    ),
    rule("modifications de detail"),
  );
  if (said !== null) return { days: numberOf(said.found[1] ?? said.found[2]), ...bareQuote(said) };
  const dated = firstQuote(
    segments,
    rule(
      "date limite[^.;]{0,40}(?:questions?|renseignements?)[^.;]{0,30}\\d|questions?[^.;]{0,80}(?:jusqu'au|avant le|au plus tard le)[^.;]{0,15}\\d",
    ),
  );
  return dated === null ? null : { days: null, ...bareQuote(dated) };
}

/** How long offers are valid. A line that announces a date without one says nothing. */
export function validiteOffresOf(segments: readonly Segment[]): ValiditeOffres | null {
  const HOLDS =
    "(?:validite (?:minimale? )?(?:des|de l'|d'une|de leurs?) ?(?:offres?|propositions?)|maintenir son offre|engage\\w*[^.;]{0,20} par (?:son|leur) offre|validite de leur offre|must maintain the tender|restent engages|offres? (?:sont|est|restent?|demeurent?|devra|devront) (?:rester |demeurer )?(?:valables?|valides?|fermes?))";
  for (const [index, segment] of segments.entries()) {
    const at = new RegExp(HOLDS).exec(segment.plain);
    if (at === null || /accord-cadre|attestation/.test(segment.plain.slice(Math.max(0, at.index - 20), at.index))) continue;
    for (const where of segments.slice(index, index + 4)) {
      const from = where === segment ? at.index : 0;
      const found = new RegExp(
        `^.{0,180}?\\b${NUMBER} ?(?:\\([^)]{1,20}\\) ?)?(jours?|mois)\\b|^.{0,100}?(?:duree en mois|duration in months) ?: ?${NUMBER}`,
      ).exec(where.plain.slice(from));
      if (found === null || (where !== segment && from === 0 && found[0].length > 90)) continue;
      const count = numberOf(found[1] ?? found[3]);
      const isMonths = found[3] !== undefined || found[2] === "mois";
      return { days: isMonths ? null : count, months: isMonths ? count : null, ...quoteOf(where, from, from + found[0].length) };
    }
  }
  return null;
}

/** The award criteria, with their weights. */
export function criteresOf(segments: readonly Segment[]): Critere[] {
  const found: Critere[] = [];
  let isList = false;
  for (const segment of segments) {
    const { plain } = segment;
    if (/criteres?[^.;]{0,60}(?:attribution|jugement|selection|suivant|ponder|enonces)|award criteria|jugement des offres/.test(plain))
      isList = true;
    else if (
      /^\W*(?:article|\d{1,2}(?:\.\d)* ?[-–]|ii\.2\.[67]|section)/.test(plain) &&
      !/critere|prix|valeur|delai|performance|\d ?(?:%|points?|pts)/.test(plain)
    )
      isList = false;
    if (!isList) continue;
    const weight = /(\d{1,3}(?:[.,]\d+)? ?(?:%|\/ ?\d{2,3}|points?\b|pts\b)|(?:ponderation|weighting) ?: ?\d{1,3})/.exec(plain);
    if (
      weight === null ||
      !/prix|valeur|technique|delai|qualite|performance|environnement|cout|methodolog|social|insertion|moyens|reference|memoire|price|quality|critere/.test(
        plain,
      )
    )
      continue;
    if (found.length < 20 && !/penalit|tva|avance|retenue|taux|variation/.test(plain))
      found.push({
        weight: segment.text.slice(weight.index, weight.index + weight[0].length).replace(/^.*: ?/, ""),
        ...quoteOf(segment, weight.index, weight.index + weight[0].length),
      });
  }
  return found;
}
