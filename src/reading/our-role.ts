/** Where the page says that whoever fills it is not the candidate of the usual forms: its subcontractor, a co-contractor of its group. */
import type { ControlEvidence, Evidence, Label } from "../domain/evidence.ts";

const ROLE = "(?:sous|co)[ -]?(?:traitant|contractant)e?s?|subcontractors?|joint contractors?";
const COMPANY = "(?:entreprise|soci[ée]t[ée]|structure|[ée]tablissement|organisation|organisme|cabinet|company)";
/** "C. Sous-traitant (votre entreprise)", "Vous, le cotraitant". */
const TITLE = new RegExp(
  `(?<![\\p{L}])(?:${ROLE})(?![\\p{L}])[^.;?]{0,12}[(:,–—-]\\s*(?:c['’]est\\s+)?(?:vous|(?:votre|notre|your)\\s+(?:propre\\s+|own\\s+)?${COMPANY})(?:-m[êe]mes?)?\\s*\\)?\\s*$|^(?:\\P{L}+)?(?:vous|(?:votre|notre|your)\\s+${COMPANY})\\s*[(:,–—-]\\s*(?:le\\s+|la\\s+|the\\s+)?(?:${ROLE})\\s*\\)?\\s*$`,
  "iu",
);
/** "Vous êtes le sous-traitant", "vous propose d'être cotraitant"; not "si vous êtes sous-traitant", nor a question. */
const TOLD = new RegExp(
  `(?<!(?:si|lorsque|quand|que|if|when|where)\\s+)(?<![\\p{L}])(?:(?:vous\\s+(?:êtes|etes|agissez|intervenez|répondez)|(?:you\\s+are|you\\s+act))\\s+(?:ici\\s+|bien\\s+|here\\s+)?|vous\\s+(?:a|avez\\s+été|propose|invite)\\s+(?:désignée?\\s+|proposée?\\s+|choisie?\\s+)?(?:[aà]\\s+|d['’])?(?:être\\s+|devenir\\s+)?)(?:comme\\s+|en\\s+tant\\s+que\\s+|en\\s+qualité\\s+de\\s+|as\\s+)?(?:le\\s+|la\\s+|son\\s+|un\\s+|a\\s+|the\\s+|its\\s+)?(?:${ROLE})(?![\\p{L}])(?![^.!]{0,80}\\?)`,
  "iu",
);

const OURS = new RegExp(`(?<![\\p{L}])(?:${ROLE})(?![\\p{L}])`, "giu");
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

function isSaid({ lead, headings, main, controls }: Evidence): boolean {
  if ([lead, ...headings, ...main].some((text) => TOLD.test(text))) return true;
  const titles = new Set(controls.flatMap((control) => control.titles.map(({ text }) => text)));
  return [...titles].some((text) => TITLE.test(text) || TOLD.test(text));
}

/**
 * The evidence of such a page in the words of the others: what it says of its subcontractor is said of the candidate, and what it says of the
 * candidate of another company. `null` for a page that says no such thing.
 */
export function inUsualRoles(evidence: Evidence): Evidence | null {
  if (!isSaid(evidence)) return null;
  const told = (text: string) => text.replace(THEIRS, "donneur d'ordres").replace(OURS, "candidat");
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
