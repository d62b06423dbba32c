/** The kind of a consultation's document: règlement, notice, or another, of which nothing is claimed. Pure. */
import type { Segment } from "./segments.ts";
import { rule } from "./words.ts";

export type DocumentKind = "rc" | "avis" | "other";

/** `isSilent`: its pieces and dates bind no candidate of a French consultation; it is not read further. */
export interface KindRead {
  readonly kind: DocumentKind;
  readonly isSilent: boolean;
}

/** Titles are among the first segments, and are short. */
const TITLE_SEGMENTS = 120;
const TITLE_LENGTH = 140;

const RC = rule(
  "^(?!.*(?:conform|prevu|vu\\b|cf\\b|voir|article \\d+[^-–:]{0,12}du reglement)).{0,70}\\breglement (?:particulier )?(?:de |d'|du |des )?(?:la |l'|appel )?(?:consultation|concours|appel d'offres|candidature|jury)",
);
const AVIS = rule(
  "^\\W*avis (?:d'appel|de marche|de concession|de concours|de pre|boamp|n[o°] ?\\d|rectificatif|d'attribution|d'information)|^\\W*(?:contract|concession|design contest) notice|^departement\\(s\\) de publication|^avis$|^annonce n[o°] ?\\d",
);
const CONTRACT = rule(
  "^(?!\\W*(?:le|la|les|l'|un|une|du|au|aux|des|ce|cf|voir)\\b).{0,60}cahier (?:des (?:clauses|charges)|de prescriptions)|^\\(?c\\.? ?c\\.? ?[atg]?\\.? ?[pg]?\\.?\\)?$|^(?!\\W*(?:le|la|l'|un|du|au|ce|cet|voir)\\b).{0,40}acte d'engagement|^attri ?1\\b|^bordereau des prix|^memoire technique|^decomposition du prix|^.{0,60}\\b(?:rapport (?:d'analyse|de presentation|d'attribution)|proces-verbal|decision d'attribution)|^note de synthese|^(?:registre |liste |tableau |fichier )?(?:des )?questions?\\b[^.:]{0,30}\\breponses?\\b",
);
/** Laws, currencies and states of other countries, and the texts that every French règlement cites. */
const FOREIGN = rule(
  "\\bmaroc(?:ain)?\\b|\\bdahir\\b|royaume du|\\bdirhams?\\b|\\btunisi|\\balgeri|\\bsenegal|cote d'ivoire|\\bcameroun|\\bfcfa\\b|\\bf cfa\\b|\\bmalien|\\bburkin|\\bbenin\\b|\\bgabon|\\bmadagascar|\\bhaiti\\b|\\bquebec|\\bsuisse|\\bsimap|\\bluxembourg|\\bbelgique|\\barrete royal",
  "g",
);
const FRENCH = rule(
  "code de la commande publique|code des marches publics|ordonnance n?[o°]? ?2015-899|decret n?[o°]? ?2016-360|boamp|\\burssaf\\b",
);
/** A template has placeholders where a consultation has words. */
const HOLES = /\{\{\s*\w+\s*\}\}/g;
const OF_CANDIDATES = rule(
  "\\bcandidats?\\b|\\boffres?\\b|\\bplis?\\b|\\bcandidatures?\\b|\\bconsultation\\b|\\bsoumissionnaires?\\b|\\battributaires?\\b|\\bgroupements?\\b|\\blots separes\\b|\\ballotissement\\b",
  "g",
);
const OF_CONTRACT = rule(
  "\\btitulaires?\\b|\\bpenalites?\\b|\\bresiliation\\b|\\bavenants?\\b|\\bccag\\b|\\breceptionn?\\w* des (?:travaux|prestations)\\b",
  "g",
);

/** The kind of a document, from its titles and its words. */
export function kindOf(segments: readonly Segment[], isNotice: boolean): KindRead {
  if (isNotice) return { kind: "avis", isSilent: false };
  const all = segments.map(({ plain }) => plain).join("\n");
  const foreign = all.match(FOREIGN)?.length ?? 0;
  if (foreign >= 3 && !FRENCH.test(all)) return { kind: "other", isSilent: true };
  if ((all.match(HOLES)?.length ?? 0) >= 5) return { kind: "other", isSilent: false };
  const titles = segments.slice(0, TITLE_SEGMENTS).filter(({ text, isItem }) => text.length <= TITLE_LENGTH && !isItem);
  const at = (pattern: RegExp) => {
    const index = titles.findIndex(({ plain }) => pattern.test(plain));
    return index < 0 ? Number.POSITIVE_INFINITY : index;
  };
  const [rc, avis, contract] = [at(RC), at(AVIS), at(CONTRACT)];
  const first = Math.min(rc, avis, contract);
  if (first === Number.POSITIVE_INFINITY) return byWords(all);
  if (first === avis) return { kind: "avis", isSilent: false };
  if (first === rc || titles.filter(({ plain }) => RC.test(plain)).length >= 2) return { kind: "rc", isSilent: false };
  // A part of a règlement may begin with the list of the buyer's documents.
  if (rc === Number.POSITIVE_INFINITY && contract > FRONT) return byWords(all);
  return { kind: "other", isSilent: true };
}

/** How many first titles show what a document is. */
const FRONT = 12;

/** A part of a règlement may lack its title: a règlement is about candidates, a contract about its holder. */
function byWords(all: string): KindRead {
  const candidates = all.match(OF_CANDIDATES)?.length ?? 0;
  const contract = all.match(OF_CONTRACT)?.length ?? 0;
  return candidates >= 3 && candidates > contract ? { kind: "rc", isSilent: false } : { kind: "other", isSilent: true };
}
