/**
 * What the page asks of the mandataire, or of a company that it names: the company's own when it leads the bid or bids alone, the other's
 * when it is only a member, nobody's where another member is named.
 */
import type { Bid } from "../domain/bid.ts";
import { fieldOf, isFieldKey } from "../domain/fields.ts";
import { bare } from "../domain/plain.ts";
import { sirenOf } from "../domain/siret.ts";
import type { ControlReport } from "../messages/page.ts";
import type { TabState } from "./tabs.ts";

/** Asked of the bid, whoever leads it: the form of the group, the lots. */
const OF_THE_BID: ReadonlySet<string> = new Set(["groupement", "marche"]);

/** True when it matters who leads the bid, and which companies are in it: the page asks the mandataire, takes files, or has an unclear title. */
export function asksWho({ frames }: TabState): boolean {
  return Object.values(frames).some(({ page }) =>
    page.controls.some(
      ({ lead, type, doubts }) =>
        lead === true || type === "file" || type === "dropZone" || doubts.some(({ about }) => about === "title" || about === "party"),
    ),
  );
}

/** The tab as it is for this company in this bid. @param own its name, where it is known */
export function withParties(tab: TabState, { role, others }: Pick<Bid, "role" | "others">, own: string | null): TabState {
  const led = withLead(tab, role === "member");
  return role === "lead" || role === "member" ? withoutOthers(led, others, own) : led;
}

/**
 * The tab with the mandataire's controls as they are for this company. Of a group that another leads, they ask nothing of the company: only
 * the mandataire's row remains, as a row of the group's table.
 * @param isLed the company is a member of a group that another one leads
 */
function withLead(tab: TabState, isLed: boolean): TabState {
  return withControls(tab, (one) => (one.lead === true ? asLed(one, isLed) : one));
}

function withControls(tab: TabState, change: (control: ControlReport) => ControlReport): TabState {
  const frames = Object.entries(tab.frames).map(
    ([id, frame]) => [id, { ...frame, page: { ...frame.page, controls: frame.page.controls.map(change) } }] as const,
  );
  return { ...tab, frames: Object.fromEntries(frames) };
}

/** Under the name or the SIRET of another company of the bid, nothing is asked of this one: neither its facts nor its pieces. */
function withoutOthers(tab: TabState, others: Bid["others"], own: string | null): TabState {
  const whoseIs = whoseBy(others, own);
  return withControls(tab, (one) => {
    const { cell, ...rest } = one;
    // Of the texts that name a company of the bid, the nearest says whose it is.
    const whose = [one.label, ...(one.beside ?? []), one.heading ?? "", ...(one.above ?? [])].map(whoseIs).find((found) => found !== null);
    if (whose !== "other") return one;
    return { ...rest, ...(cell?.list === "members" ? { cell } : {}), target: null, leave: one.leave ?? "otherParty" };
  });
}

/** A shorter name would be found in ordinary words. */
const SHORTEST = 4;

/** Tells whose name or SIRET a text holds. The names are prepared once: a page has thousands of texts. */
function whoseBy(others: Bid["others"], own: string | null): (text: string) => "own" | "other" | null {
  const names = others.flatMap(({ name, known }) => [name, known?.facts.raisonSociale ?? "", known?.facts.nomCommercial ?? ""]);
  const numbers = others.map(({ siret }) => new RegExp(`(?<!\\d)${sirenOf(siret)}(\\d{5})?(?!\\d)`));
  const sought = (all: readonly string[]) => all.map(bare).filter(({ length }) => length >= SHORTEST);
  const [oursSought, theirsSought] = [sought(own === null ? [] : [own]), sought(names)];
  return (text) => {
    const digits = text.replace(/[\s.\u00a0\u202f]/g, "");
    if (numbers.some((number) => number.test(digits))) return "other";
    const plain = ` ${bare(text)} `;
    const longest = (all: readonly string[]) => Math.max(0, ...all.map((name) => (plain.includes(` ${name} `) ? name.length : 0)));
    const [ours, theirs] = [longest(oursSought), longest(theirsSought)];
    // One name may be the beginning of the other.
    return theirs > ours ? "other" : ours > 0 ? "own" : null;
  };
}

function asLed(control: ControlReport, isLed: boolean): ControlReport {
  const { target, cell, ...rest } = control;
  if (!isLed) return target === null ? control : { ...rest, target };
  const isOfTheBid = target !== null && isFieldKey(target) && OF_THE_BID.has(fieldOf(target).group);
  return isOfTheBid ? control : { ...control, target: null, leave: control.leave ?? "otherParty" };
}
