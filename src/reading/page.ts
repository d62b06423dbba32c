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

/** The name of a sign is that of its weight. */
type Sign = readonly [keyof typeof PAGE, (facts: Facts) => boolean];

/** Each sign speaks for a company's own form when its weight is positive, against it when negative. */
const SIGNS: readonly Sign[] = [
  ["identity", ({ isIdentified }) => isIdentified],
  ["twoOfCompany", ({ company }) => company.length >= 2],
  ["fourOfCompany", ({ company }) => company.length >= 4],
  ["address", ({ hasAddress }) => hasAddress],
  ["fourFields", ({ fields }) => fields.length >= 4],
  ["piece", ({ named }) => named.length >= 1],
  ["twoPieces", ({ named }) => named.length >= 2],
  ["upload", ({ slots, saysOurs, isLetter }) => slots.length > 0 && saysOurs !== "no" && !isLetter],
  ["titleOurs", ({ saysOurs }) => saysOurs === "title"],
  ["blockOurs", ({ saysOurs }) => saysOurs === "block"],
  ["pageOurs", ({ saysOurs }) => saysOurs === "page"],
  ["handsOver", ({ handsOver, fields }) => handsOver && fields.length >= 3],
  ["titleOwn", ({ saysOwn }) => saysOwn === "title" || saysOwn === "block"],
  ["pageOwn", ({ saysOwn }) => saysOwn === "page"],
  ["asksOwn", ({ asksOwn }) => asksOwn],
  ["company", ({ saysCompany, fields }) => saysCompany && fields.length >= 3],
  ["oath", ({ isSworn, saysOurs }) => isSworn && saysOurs !== "no"],
  ["portal", ({ isPortal }) => isPortal],
  [
    "unsaid",
    ({ isIdentified, saysOurs, saysBuyer, saysOwn, asksOwn, saysCompany, isPortal }) =>
      isIdentified && saysOurs === "no" && saysBuyer !== "plainly" && saysOwn === "no" && !asksOwn && !saysCompany && !isPortal,
  ],
  ["onlyPersons", ({ isOnlyPersons }) => isOnlyPersons],
  ["onlyFreed", ({ isOnlyFreed }) => isOnlyFreed],
  ["onlyTax", ({ isOnlyTax }) => isOnlyTax],
  ["letter", ({ isLetter }) => isLetter],
];

export function verdictOf(evidence: Evidence, all: readonly Weighed[], isPortal: boolean): Verdict {
  const counted = countedOn(all);
  const facts = factsOf(evidence, all, counted, isPortal);
  const held = SIGNS.filter(([, holds]) => holds(facts)).map(([name]) => ({ name, weight: PAGE[name] }));
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
