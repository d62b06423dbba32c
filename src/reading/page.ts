/**
 * What the page is: clearly a form where a company presents itself, perhaps one, or none. A table of signs, each with its weight, a sum and
 * two thresholds; `why` is the signs that held. One clue is never enough: what is asked, by whom, and what the page says it is for must
 * agree.
 */

import type { Evidence } from "../domain/evidence.ts";
import type { PageReading, Target } from "../domain/page-reading.ts";
import type { Weighed } from "./decide.ts";
import { countedOn, type Facts, factsOf } from "./page-facts.ts";
import { PAGE } from "./weights.ts";

export interface Verdict {
  readonly detected: boolean;
  /** True when a company surely presents itself here: only then may one click write anything. */
  readonly isClear: boolean;
  readonly kind: PageReading["kind"];
  readonly why: readonly string[];
}

interface Sign {
  readonly name: string;
  readonly weight: number;
  readonly holds: (facts: Facts) => boolean;
}

/** Each sign speaks for a company's own form when its weight is positive, against it when negative. */
const SIGNS: readonly Sign[] = [
  { name: "a number that identifies the company", weight: PAGE.identity, holds: ({ isIdentified }) => isIdentified },
  { name: "two things of a company", weight: PAGE.twoOfCompany, holds: ({ company }) => company.length >= 2 },
  { name: "four things of a company", weight: PAGE.fourOfCompany, holds: ({ company }) => company.length >= 4 },
  { name: "a whole address", weight: PAGE.address, holds: ({ hasAddress }) => hasAddress },
  { name: "four fields", weight: PAGE.fourFields, holds: ({ fields }) => fields.length >= 4 },
  { name: "a piece of a candidature", weight: PAGE.piece, holds: ({ named }) => named.length >= 1 },
  { name: "two pieces of a candidature", weight: PAGE.twoPieces, holds: ({ named }) => named.length >= 2 },
  {
    name: "any upload on a page of a candidature",
    weight: PAGE.upload,
    holds: ({ slots, saysOurs, isLetter }) => slots.length > 0 && saysOurs !== "no" && !isLetter,
  },
  { name: "the title speaks of a candidature", weight: PAGE.titleOurs, holds: ({ saysOurs }) => saysOurs === "title" },
  { name: "a block speaks of a candidature", weight: PAGE.blockOurs, holds: ({ saysOurs }) => saysOurs === "block" },
  { name: "the page speaks of a candidature", weight: PAGE.pageOurs, holds: ({ saysOurs }) => saysOurs === "page" },
  { name: "a buyer's file is handed over", weight: PAGE.handsOver, holds: ({ handsOver, fields }) => handsOver && fields.length >= 3 },
  {
    name: "the title speaks of one's own company, or of its registration",
    weight: PAGE.titleOwn,
    holds: ({ saysOwn }) => saysOwn === "title" || saysOwn === "block",
  },
  {
    name: "the page speaks of one's own company, or of its registration",
    weight: PAGE.pageOwn,
    holds: ({ saysOwn }) => saysOwn === "page",
  },
  { name: "a label asks for one's own company", weight: PAGE.asksOwn, holds: ({ asksOwn }) => asksOwn },
  { name: "the page speaks of a company", weight: PAGE.company, holds: ({ saysCompany, fields }) => saysCompany && fields.length >= 3 },
  { name: "words of an oath on a candidature", weight: PAGE.oath, holds: ({ isSworn, saysOurs }) => isSworn && saysOurs !== "no" },
  { name: "a known portal", weight: PAGE.portal, holds: ({ isPortal }) => isPortal },
  {
    name: "a number, and nothing says what for",
    weight: PAGE.unsaid,
    holds: ({ isIdentified, saysOurs, saysBuyer, saysOwn, asksOwn, saysCompany, isPortal }) =>
      isIdentified && saysOurs === "no" && saysBuyer !== "plainly" && saysOwn === "no" && !asksOwn && !saysCompany && !isPortal,
  },
  { name: "persons alone, and nothing says whose", weight: PAGE.onlyPersons, holds: ({ isOnlyPersons }) => isOnlyPersons },
  { name: "a tax number alone", weight: PAGE.onlyTax, holds: ({ isOnlyTax }) => isOnlyTax },
  { name: "a letter to whoever keeps the site", weight: PAGE.letter, holds: ({ isLetter }) => isLetter },
];

export function verdictOf(evidence: Evidence, all: readonly Weighed[], isPortal: boolean): Verdict {
  const counted = countedOn(all);
  const facts = factsOf(evidence, all, counted, isPortal);
  const held = SIGNS.filter(({ holds }) => holds(facts));
  const sum = held.reduce((total, { weight }) => total + weight, 0) + facts.against.reduce((total, { weight }) => total + weight, 0);
  const asks = facts.fields.length + facts.slots.length + Number(facts.isSworn) > 0;
  const detected = asks && sum >= PAGE.perhaps;
  return {
    detected,
    isClear: detected && sum >= clearFrom(facts) && isEarned(facts),
    kind: detected ? kindOf(facts) : null,
    why: [
      `fields: ${facts.fields.join(", ") || "none"}`,
      `slots: ${facts.slots.join(", ") || "none"}`,
      ...held.map(({ name, weight }) => `${weight > 0 ? "+" : ""}${weight} ${name}`),
      ...facts.against.map(({ name, weight }) => `${weight} ${name}`),
      `sum: ${sum}`,
    ],
  };
}

/** What may stand beside a form of ours asks for more; any other objection leaves nothing clear. */
function clearFrom({ against }: Facts): number {
  if (against.length === 0) return PAGE.clear;
  return against.every(({ isBeside }) => isBeside) ? PAGE.clearBeside : Number.POSITIVE_INFINITY;
}

/** What one click writes goes to a buyer, who asks what buyers ask, or to a registration that says nothing else. */
function isEarned(facts: Facts): boolean {
  if (facts.isPortal) return true;
  if (!facts.isBuyersOwn) return false;
  if (facts.saysBuyer === "plainly") return true;
  return (facts.saysBuyer === "together" || facts.isPlainRegistration) && saysWhy(facts);
}

/** However much it asks of a company, a page that says nothing of its purpose may be anybody's: a register of clients asks the same. */
function saysWhy({ saysOurs, saysTender, saysOwn, asksOwn, isPortal, named, isAddressed, isSworn, saysContent }: Facts): boolean {
  return (
    asksOwn ||
    // Nobody swears for another company.
    (isSworn && saysOurs !== "no") ||
    saysTender ||
    saysOwn === "title" ||
    (saysOwn === "block" && saysOurs !== "no") ||
    isPortal ||
    (named.length >= 2 && (saysOurs === "page" || saysContent || isAddressed)) ||
    (isAddressed && (saysOurs === "title" || saysOurs === "block"))
  );
}

function kindOf({ fields, named, heading, all, saysOurs }: Facts): PageReading["kind"] {
  if (named.length > 0 && named.length >= fields.length) return "upload";
  const isCapacity = (field: Target) => /^(chiffreAffaires|effectif(Moyen|Enc)|statutEss|estPme)/.test(field);
  if (/\b(candidature|dume|espd|motifs d exclusion|pli|soumission)\b/.test(heading) || fields.some(isCapacity) || named.length > 0)
    return "candidature";
  if (fields.length <= 3) return "identification";
  const isRegistration =
    /\b(inscription|inscrire|enregistre(r|ment)|creation|creer|nouveau|nouvelle|register|registration|sign ?up)\b/.test(heading);
  if (isRegistration && !/\b(retrait|dce|telechargement|consultation)\b/.test(all)) return "registration";
  return saysOurs === "no" ? "registration" : "identification";
}
