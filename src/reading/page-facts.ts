/** What is known of a page before its signs are weighed: what it asks, and what its titles, buttons and menus say it is for. */

import type { Evidence } from "../domain/evidence.ts";
import { isFieldKey } from "../domain/fields.ts";
import type { Target } from "../domain/page-reading.ts";
import type { Weighed } from "./decide.ts";
import { COMPANY, IDENTITY } from "./kinds.ts";
import {
  ADDRESSED,
  AGAINST,
  BIDDERS_BESIDE,
  BIDDERS_OWN,
  BOOKKEEPING,
  BOUGHT,
  DONE_TO,
  HANDED_OVER,
  KEPT,
  KEPT_COMPANY,
  LISTED,
  MANAGED,
  MANAGED_BESIDE,
  ONE_MORE,
  ONES_OWN,
  OTHER_CANDIDACY,
  OURS,
  OWN,
  RECORD,
  TAUGHT,
  WORKED_UPON,
} from "./page-words.ts";
import { type BuyerSaid, buyerSaid, isOfAnotherTrade, isPlainRegistration } from "./purpose.ts";
import { isBuyersOwn } from "./receiver.ts";
import { PAGE } from "./weights.ts";
import { stemOf, wordsOf } from "./words.ts";

export interface Objection {
  readonly name: string;
  readonly weight: number;
  /** True when it may be on a page beside a form of ours. */
  readonly isBeside: boolean;
}

export interface Facts {
  readonly fields: readonly Target[];
  readonly company: readonly Target[];
  readonly slots: readonly Target[];
  /** Slots whose piece the catalogue knows. */
  readonly named: readonly Target[];
  readonly isIdentified: boolean;
  readonly hasAddress: boolean;
  readonly isOnlyTax: boolean;
  /** Nothing but what a title gave to somebody else. */
  readonly isOnlyFreed: boolean;
  /** Names, e-mails and phones, or where somebody lives, on a page that names neither a candidature nor a company that one presents. */
  readonly isOnlyPersons: boolean;
  readonly isSworn: boolean;
  readonly isLetter: boolean;
  readonly isPortal: boolean;
  readonly saysOurs: "title" | "block" | "page" | "no";
  /** Of a candidature, in words that no buyer's own tool writes over a company that it keeps. */
  readonly saysTender: boolean;
  /**
   * Somebody buys here, and whoever fills the page sells: a candidature alone may be for a prize, a company of one's own may be to be
   * insured.
   */
  readonly saysBuyer: BuyerSaid;
  /** A registration that says nothing else: every title is understood, hardly anything is asked but who the company and its persons are. */
  readonly isPlainRegistration: boolean;
  /** Every question is one that buyers ask, or the page is plainly a buyer's. */
  readonly isBuyersOwn: boolean;
  /** A title says that a buyer's file is handed over. */
  readonly handsOver: boolean;
  /** True when it addresses the company that answers. */
  readonly isAddressed: boolean;
  /** A title speaks of what a candidature holds, not only of a company that is kept. */
  readonly saysContent: boolean;
  readonly saysOwn: "title" | "block" | "page" | "no";
  /** A label asks for "votre SIRET", "le nom de votre société". */
  readonly asksOwn: boolean;
  readonly saysCompany: boolean;
  readonly against: readonly Objection[];
  readonly heading: string;
  readonly all: string;
}

function isOnlyFreed(counted: readonly Weighed[]): boolean {
  const asked = counted.filter(({ resolved: { target } }) => target !== null && isFieldKey(target));
  return asked.length > 0 && asked.every(({ resolved: { freedFrom } }) => freedFrom !== undefined);
}

const OF_PERSONS = /^(contact|dirigeant)/;

/** A name and an address, and no company. */
function isOfSomebodysHome(fields: readonly Target[]): boolean {
  return (
    fields.some((field) => /^contactNom/.test(field)) && fields.every((field) => /^(contact|adresse|codePostal|commune|pays)/.test(field))
  );
}

/** The controls that say what the page is: those that a person fills, read-only ones too. */
export function countedOn(all: readonly Weighed[]): readonly Weighed[] {
  return all.filter(
    ({ leave, guess }) =>
      leave === undefined || leave === "readOnly" || leave === "disabled" || (leave === "hidden" && guess.control.type === "file"),
  );
}

export function factsOf(evidence: Evidence, all: readonly Weighed[], counted: readonly Weighed[], isPortal: boolean): Facts {
  const targets = [...new Set(counted.flatMap(({ resolved }) => resolved.target ?? []))];
  const fields = targets.filter((target) => isFieldKey(target) && target !== "password");
  const company = fields.filter((target) => COMPANY.has(target));
  const slots = targets.filter((target) => target.startsWith("document."));
  const named = slots.filter((target) => target !== "document.autre");
  const said = wordsOfPage(evidence, all, counted);
  return {
    fields,
    company,
    slots,
    named,
    isIdentified: company.some((target) => IDENTITY.has(target)),
    hasAddress: (["adresseLigne1", "codePostal", "commune"] as const).every((field) => targets.includes(field)),
    isOnlyFreed: isOnlyFreed(counted),
    isOnlyTax:
      company.length > 0 &&
      company.every((target) => target === "tvaIntracommunautaire" || target === "raisonSociale") &&
      company.includes("tvaIntracommunautaire"),
    isOnlyPersons:
      slots.length === 0 &&
      (fields.every((field) => OF_PERSONS.test(field))
        ? !OURS.test(said.all)
        : isOfSomebodysHome(fields) && !OURS.test(`${said.heading} . ${said.over}`)) &&
      !OWN.test(`${said.heading} . ${said.over}`),
    isSworn: all.some(({ leave, guess }) => leave === "sworn" && guess.control.type === "checkbox"),
    isLetter:
      named.length === 0 &&
      fields.every((field) =>
        /^(contact|raisonSociale|categorieEntreprise|effectif|siteWeb|activitePrincipale|commune|codePostal|pays)/.test(field),
      ) &&
      all.some(isMessage),
    isPortal,
    saysOurs: OURS.test(said.heading) ? "title" : OURS.test(said.over) ? "block" : OURS.test(said.all) ? "page" : "no",
    saysTender: saysOursBeside(KEPT, said),
    saysContent: saysOursBeside(KEPT_COMPANY, said),
    saysBuyer: isBiddersMenu(evidence) ? "plainly" : buyerSaid(said, named),
    isPlainRegistration: isPlainRegistration(evidence, said, counted),
    isBuyersOwn: isBuyersOwn(said, all, named),
    handsOver: HANDED_OVER.test(`${said.heading} . ${said.over}`),
    isAddressed: ADDRESSED.test(said.all),
    saysOwn: OWN.test(said.heading) ? "title" : OWN.test(said.over) ? "block" : OWN.test(said.all) ? "page" : "no",
    asksOwn: counted.some(
      ({ guess, resolved }) => resolved.target !== null && COMPANY.has(resolved.target) && MINE.test(wordsOf(guess.label).join(" ")),
    ),
    saysCompany:
      /\b(structure|entreprise|societe|fiche commerciale|fournisseur|prestataire|candidat|soumissionnaire|operateur economique|company|supplier|personne morale)\b/.test(
        said.all,
      ),
    against: againstOn(evidence, all, counted, said, { named, company }),
    heading: said.heading,
    all: said.all,
  };
}

/** A number and two other facts are asked: a whole company, not the name of one that writes. */
function isWholeCompany(company: readonly Target[]): boolean {
  return company.length >= 3 && company.some((target) => IDENTITY.has(target));
}

/** A title says a word of ours besides these. */
function saysOursBeside(words: RegExp, { heading, over }: PageWords): boolean {
  return [heading, over].some((text) => OURS.test(text.replace(words, " ")));
}

const MINE = /\b(votre|vos|notre|nos|ma|mon|my|your)\b/;

/** True for a message to write. */
function isMessage({ guess: { control, label } }: Weighed): boolean {
  return (
    control.type === "textarea" && /^((votre|your|le|ma|mon) )?(message|question|demande|commentaires?|$)/.test(wordsOf(label).join(" "))
  );
}

interface Purpose {
  /** What tells the page's purpose: title, main headings, the forms' buttons and addresses. */
  readonly purpose: string;
  readonly heading: string;
  /** The outermost titles over the controls. */
  readonly over: string;
}

export interface PageWords extends Purpose {
  /** Title, headings, buttons, legends. */
  readonly all: string;
  /** The same in the page's own words, and its labels: an address may be made of anything. */
  readonly told: string;
  /** Of those, its titles. */
  readonly titles: string;
  /** What it asks, left controls too: titles of its blocks, labels, buttons. */
  readonly asked: string;
  /** What the page begins with. */
  readonly lead: string;
  /** Without what is bought, and what is bought. */
  readonly kept: Purpose;
  readonly bought: Purpose;
}

function wordsOfPage(evidence: Evidence, all: readonly Weighed[], counted: readonly Weighed[]): PageWords {
  const forms = [...new Set(counted.flatMap(({ guess }) => guess.control.form ?? []))].flatMap((form) => evidence.forms[form] ?? []);
  const isFew = forms.length <= 4;
  const own = forms.filter(({ searches }) => isFew && !searches);
  const buttons = own.flatMap((form) => [...form.buttons, form.action.replace(/[_/.?=&-]/g, " ")]);
  const over = counted.flatMap(({ guess }) => guess.control.titles.slice(-2).map(({ text }) => text));
  const legends = counted.flatMap(({ guess }) => guess.control.titles.map(({ text }) => text));
  const main = [evidence.title, ...evidence.main];
  const labels = (of: readonly Weighed[]) => [
    ...own.flatMap((form) => form.buttons).slice(0, 30),
    ...of.map(({ guess: { label } }) => label),
  ];
  const titles = [...main, ...evidence.headings, ...legends];
  const purpose = [...main, ...(counted.length < 12 ? evidence.headings : []), ...over, ...buttons.slice(0, 12)];
  const purposeOf = (said: (plain: string) => string): Purpose => {
    const part = (texts: readonly string[]) => words(texts.map((text) => said(wordsOf(text).join(" "))));
    return { purpose: part(purpose), heading: part(main), over: part(over) };
  };
  return {
    all: words([...titles, ...buttons.slice(0, 30), evidence.lead]),
    told: words([...titles, evidence.lead, ...labels(counted)]),
    titles: words(titles),
    asked: words([...evidence.headings, ...legends].filter((text) => !main.includes(text)).concat(labels(all))),
    lead: words([evidence.lead]),
    ...purposeOf((text) => text),
    kept: purposeOf((text) => text.replace(BOUGHT, " ")),
    bought: purposeOf((text) => BOUGHT.exec(text)?.groups?.["bought"] ?? ""),
  };
}

function words(texts: readonly string[]): string {
  return wordsOf([...new Set(texts)].join(" . ").slice(0, 6_000)).join(" ");
}

function againstOn(
  evidence: Evidence,
  all: readonly Weighed[],
  counted: readonly Weighed[],
  said: PageWords,
  { named, company }: Pick<Facts, "named" | "company">,
): Facts["against"] {
  const { heading, over, kept } = said;
  const isWhole = isWholeCompany(company);
  const isOfMarket = named.some((target) => target.startsWith("document.attri"));
  const found = AGAINST.flatMap(({ name, says, where, weighs, isBuyable = false, isOfCompanies = false }) => {
    const textOf = (from: Purpose) => (where === "title" ? from.heading.concat(" . ", from.over) : from.purpose);
    if (!says.test(textOf(said))) return [];
    // "Location de linge", where an act of engagement is to be joined.
    const isBought = isBuyable && (isOfMarket || (!says.test(textOf(kept)) && says.test(textOf(said.bought))));
    // Beside a form of ours there may well be a menu of alerts or a link to the help.
    const isBeside = isBought || (weighs === "beside" && !says.test(heading));
    const weight = isBeside || weighs === "doubt" ? PAGE.mild : isOfCompanies && isWhole ? PAGE.elsewhere : PAGE.against;
    return { name, weight, isBeside };
  });
  const others: [string, boolean][] = [
    ["a basket", counted.some(({ guess }) => guess.control.inShop)],
    [
      "a list of what a back office keeps",
      evidence.headings.some((title) => isKept(wordsOf(title).join(" ")) && !(OURS.test(heading) && isSection(title, evidence, all))) ||
        isRecord(evidence) ||
        isBackOffice(evidence) ||
        isOneMore(evidence),
    ],
    ["somebody's books", all.some(({ guess }) => BOOKKEEPING.test(wordsOf(guess.label).join(" ")))],
    ["not one's own company", [evidence.title, ...evidence.headings].some((title) => DONE_TO.test(wordsOf(title).join(" ")))],
    ["a login", isLogin(all, counted) && LOGIN.test(heading.concat(" ", over))],
  ];
  const isCandidateElsewhere = [evidence.title, ...evidence.main, ...evidence.headings].some((title) =>
    OTHER_CANDIDACY.test(wordsOf(title).join(" ")),
  );
  const doubtful: [string, boolean][] = [
    ["a candidature elsewhere", isCandidateElsewhere],
    ["words of another trade", isOfAnotherTrade(said)],
    ["a training", TAUGHT.test(said.all)],
  ];
  return [
    ...found,
    ...others.filter(([, holds]) => holds).map(([name]) => ({ name, weight: PAGE.against, isBeside: false })),
    ...doubtful.filter(([, holds]) => holds).map(([name]) => ({ name, weight: PAGE.mild, isBeside: false })),
  ];
}

/** "Sous-traitants" over some controls of a page whose own title is a candidature's. */
function isSection(title: string, { main }: Evidence, all: readonly Weighed[]): boolean {
  const isOver = ({ guess }: Weighed) => guess.control.titles.some(({ text }) => text === title);
  return !main.includes(title) && all.some(isOver) && all.some((one) => one.resolved.target !== null && !isOver(one));
}

/** What the title adds one of, the menu lists. */
function isOneMore({ title, main, headings, menu }: Evidence): boolean {
  const kinds = [title, ...main, ...headings].flatMap(
    (text) => ONE_MORE.exec(wordsOf(text.split(/\s[-–—|·]\s/)[0] ?? "").join(" "))?.[1] ?? [],
  );
  const listed = new Set(
    menu
      .map((entry) => wordsOf(entry).join(" "))
      .filter((entry) => /[^s]s$/.test(entry))
      .map(stemOf),
  );
  return kinds.some((kind) => listed.has(stemOf(kind)) && !ONES_OWN.test(kind));
}

/** "Fournisseur FR-00214", or "Fournisseurs › Zinguerie Lys › Modifier": an entry of a list, worked upon. */
function isRecord({ title }: Evidence): boolean {
  const parts = title.split(/\s[-–—|·•›>»/]\s/).map((part) => wordsOf(part).join(" "));
  return RECORD.test(wordsOf(title).join(" ")) || (parts.some((part) => LISTED.test(part)) && parts.some((part) => WORKED_UPON.test(part)));
}

function isKept(title: string): boolean {
  return LISTED.test(title) || RECORD.test(title);
}

/**
 * Who is let in says a number and a name: a form that asks what an organisation is called has it present itself, whatever it calls itself.
 */
function isLogin(all: readonly Weighed[], counted: readonly Weighed[]): boolean {
  const hasPassword = all.some(({ guess }) => guess.control.input === "password");
  const presents = all.some(({ resolved: { target } }) => target !== null && COMPANY.has(target) && !IDENTITY.has(target));
  return counted.length <= 4 && (hasPassword || !presents);
}

/** What names a small form that lets in who is known already. */
const LOGIN = /\b(connectez vous|se connecter|connexion|identifiez vous|log ?in|sign ?in)\b/;

/** The account of whoever answers markets, in whatever words its own page speaks. */
function isBiddersMenu({ menu }: Evidence): boolean {
  const entries = menu.map((entry) => wordsOf(entry).join(" "));
  const own = entries.filter((entry) => BIDDERS_OWN.test(entry));
  return own.length > 0 && (new Set(own).size > 1 || entries.some((entry) => !own.includes(entry) && BIDDERS_BESIDE.test(entry)));
}

function isBackOffice({ menu }: Evidence): boolean {
  const entries = menu.map((entry) => wordsOf(entry).join(" "));
  const managed = new Set(entries.filter((entry) => MANAGED.test(entry))).size;
  return managed > 0 && managed + new Set(entries.filter((entry) => MANAGED_BESIDE.test(entry))).size > 1;
}
