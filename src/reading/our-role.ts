/** Where the page says that whoever fills it is not the candidate of the usual forms: its subcontractor, a co-contractor of its group. */
import type { ControlEvidence, Evidence, Label } from "../domain/evidence.ts";
import { partyOf } from "./party.ts";
import { wordsOf } from "./words.ts";

const ROLE = "(?:sous|co)[ -]?(?:traitant|contractant)e?s?|subcontractors?|joint contractors?";
const COMPANY = "(?:entreprise|soci[ée]t[ée]|structure|[ée]tablissement|organisation|organisme|cabinet|company)";
/** One of a group: "Membre n° 2". */
const MEMBER = "(?:membre|member|partenaire|partner)(?:s? du groupement)?";
/** "C. Sous-traitant (votre entreprise)", "Vous, le cotraitant", "Membre n° 2 : votre entreprise". */
const titleOf = (role: string) =>
  new RegExp(
    `(?<![\\p{L}])(?:${role})(?![\\p{L}])[^.;?]{0,12}[(:,–—-]\\s*(?:c['’]est\\s+)?(?:vous|(?:votre|notre|your)\\s+(?:propre\\s+|own\\s+)?${COMPANY})(?:-m[êe]mes?)?\\s*\\)?\\s*$|^(?:\\P{L}+)?(?:vous|(?:votre|notre|your)\\s+${COMPANY})\\s*[(:,–—-]\\s*(?:le\\s+|la\\s+|the\\s+)?(?:${role})\\s*\\)?\\s*$`,
    "iu",
  );
const TITLE = titleOf(ROLE);
const MEMBER_TITLE = titleOf(MEMBER);
/** "Vous êtes le sous-traitant", "vous propose d'être cotraitant"; not "si vous êtes sous-traitant", nor a question. */
const TOLD = new RegExp(
  `(?<!(?:si|lorsque|quand|que|if|when|where)\\s+)(?<![\\p{L}])(?:(?:vous\\s+(?:êtes|etes|agissez|intervenez|répondez)|(?:you\\s+are|you\\s+act))\\s+(?:ici\\s+|bien\\s+|here\\s+)?|vous\\s+(?:a|avez\\s+été|propose|invite)\\s+(?:désignée?\\s+|proposée?\\s+|choisie?\\s+)?(?:[aà]\\s+|d['’])?(?:être\\s+|devenir\\s+)?)(?:comme\\s+|en\\s+tant\\s+que\\s+|en\\s+qualité\\s+de\\s+|as\\s+)?(?:le\\s+|la\\s+|son\\s+|un\\s+|a\\s+|the\\s+|its\\s+)?(?:${ROLE})(?![\\p{L}])(?![^.!]{0,80}\\?)`,
  "iu",
);

/** With its number among others of the same role. */
const OURS = new RegExp(`(?<![\\p{L}])(?:${ROLE})(?![\\p{L}])(?=[^\\p{L}\\d]*(?:n[°o]\\s*)?(\\d+)?)`, "giu");
/** A block of who leads the group, where another block is ours: "Le mandataire du groupement", "Mandataire : Zing". */
const LEADER =
  /^\P{L}*(?:le |la |the )?(?:mandataire|chef de file|lead (?:member|partner|contractor))(?: solidaire| conjoint)?(?: du groupement| of the group)?\P{L}*(?:[:(–—-](?!\s*(?:vous|votre|notre|your)(?!\p{L})).*)?$/iu;
/** Who the candidate of the usual forms is there. */
const THEIRS =
  /(?<!\p{L})(titulaires?|mandataires?(?! socia)|candidate?s?|soumissionnaires?|entreprises? principales?|entrepreneurs? principa(l|ux)|main contractors?|lead (contractors?|members?))(?!\p{L})/giu;

/** A label as the page writes it, of one that may be in other words. */
export function asWritten(text: string, inWords: ControlEvidence, said: ControlEvidence | undefined): string {
  const at = inWords.labels.findIndex((label) => label.text === text);
  const written = said?.labels[at];
  // A card is told by its title.
  return written !== undefined && written.from === inWords.labels[at]?.from ? written.text : text;
}

/** Trades of other parties, whose market it may be: "Transporteur", "L'organisme de formation", alone over a SIRET. */
const TRADE = "transporteur|fabricant|constructeur|courtier|assureur|organisme de (?:formation|certification)|expert[- ]comptable";
const OVER = new RegExp(`^[^\\p{L}]*(?:[A-Z][.)–-]\\s*)?(?:l['’]\\s*|le |la |votre )?(${TRADE})[^\\p{L}]*$`, "iu");
const ANSWERED = /\b(candidat\w*|consultation|marche|accord cadre|appel d offres|mapa|soumission\w*|repondre|reponse)\b/;

/** The trade of whoever answers a market of that trade, where the page names no other candidate; `undefined` where it does not. */
function tradeOfCandidate({ main, headings, controls }: Evidence): string | undefined {
  const titles = controls.map(({ labels, titles: [title] }) => ({ trade: OVER.exec(title?.text ?? "")?.[1]?.toLowerCase(), labels }));
  const trades = new Set(titles.flatMap(({ trade }) => trade ?? []));
  const [trade] = trades;
  if (trade === undefined || trades.size > 1) return undefined;
  const texts = controls
    .flatMap((control) => [...control.labels, ...control.titles].map(({ text }) => text))
    .filter((text) => !main.includes(text));
  if (texts.some((text) => partyOf(text) === "candidat")) return undefined;
  const isIdentified = titles.some((one) => one.trade === trade && one.labels.some(({ text }) => /\bsire[nt]\b/i.test(text)));
  return isIdentified && [...main, ...headings].some((text) => ANSWERED.test(wordsOf(text).join(" "))) ? trade : undefined;
}

const titlesOf = ({ controls }: Evidence) => [...new Set(controls.flatMap((control) => control.titles.map(({ text }) => text)))];

/** How the page's words for its parties become the usual ones; `null` where they are. */
function usualWords(evidence: Evidence): ((text: string) => string) | null {
  const trade = tradeOfCandidate(evidence);
  if (trade !== undefined) {
    const ours = new RegExp(`(?<!\\p{L})${trade}(?!\\p{L})`, "giu");
    return (text) => text.replace(ours, "candidat");
  }
  const { lead, headings, main } = evidence;
  const titles = titlesOf(evidence);
  if ([lead, ...headings, ...main, ...titles].some((text) => TOLD.test(text)) || titles.some((text) => TITLE.test(text))) {
    const ours = new Set(
      titles.filter((text) => TITLE.test(text)).flatMap((text) => [...text.matchAll(OURS)].flatMap(([, number]) => number ?? [])),
    );
    const isOther = (number: string | undefined) => number !== undefined && ours.size > 0 && !ours.has(number);
    return (text) => text.replace(THEIRS, "donneur d'ordres").replace(OURS, (role, number) => (isOther(number) ? role : "candidat"));
  }
  if (titles.some((text) => MEMBER_TITLE.test(text))) return (text) => (LEADER.test(text) ? "Donneur d'ordres" : text);
  return null;
}

/**
 * The evidence of such a page in the words of the others: what it says of its subcontractor is said of the candidate, and what it says of the
 * candidate of another company. `null` for a page that says no such thing.
 */
export function inUsualRoles(evidence: Evidence): Evidence | null {
  const told = usualWords(evidence);
  if (told === null) return null;
  const labels = (all: readonly Label[]) => all.map((label) => ({ ...label, text: told(label.text) }));
  return {
    ...evidence,
    main: evidence.main.map(told),
    headings: evidence.headings.map(told),
    lead: told(evidence.lead),
    controls: evidence.controls.map(
      (control): ControlEvidence => ({
        ...control,
        labels: labels(control.labels),
        questions: labels(control.questions),
        titles: control.titles.map((title) => ({ ...title, text: told(title.text) })),
      }),
    ),
  };
}
