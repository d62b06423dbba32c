/**
 * A page that asks for one company, one person or one address asks ours, perhaps: what only a title gave to somebody else is proposed, with that
 * title as the doubt. Where the page asks ours too, or a second one, or where the title names another party of the procedure, nothing is.
 */
import { isFieldKey } from "../domain/fields.ts";
import type { Guess } from "./guess.ts";
import { type Sort, sortOf } from "./kinds.ts";
import { titlesOfAll } from "./page-title.ts";
import type { Sign } from "./parties.ts";
import { namesRole } from "./party.ts";
import type { Resolved } from "./resolved.ts";
import type { Said, Topic } from "./titles.ts";

/** Amounts and accounts stay with whom they are given to: the price of an offer is no turnover. */
const SORTS: ReadonlySet<Sort | null> = new Set<Sort | null>(["identite", "adresse", "person"]);

/** What is listed or sold, of which there may be any number: its towns and its names are not ours. */
const OF_THINGS: ReadonlySet<Topic | null> = new Set<Topic | null>(["reference", "team", "offer"]);

/** A control as if no title gave it to somebody else. */
interface Freed {
  readonly guess: Guess;
  /** The title that did. */
  readonly block: number;
  readonly text: string;
}

/** A control that would ask a field. */
interface Claim {
  readonly guess: Guess;
  readonly freed: Freed;
  readonly found: Resolved;
  readonly sort: Sort;
}

/**
 * Gives the controls of the only company, person or address of the page the fields that they would ask without the title over them.
 * @param resolved what each control is to receive, changed in place
 * @param again resolves controls anew
 */
export function withOnlyOnes(
  guesses: readonly Guess[],
  resolved: Map<Guess, Resolved>,
  again: (guesses: readonly Guess[]) => ReadonlyMap<Guess, Resolved>,
): void {
  const freed = freedOf(guesses, (guess) => resolved.get(guess)?.target === null);
  if (freed.size === 0) return;
  const anew = again(guesses.map((guess) => freed.get(guess)?.guess ?? guess));
  const sorts = new Map(guesses.map((guess) => [guess, sortIn(resolved.get(guess)) ?? sortIn(anew.get(freed.get(guess)?.guess ?? guess))]));
  const own = new Set(guesses.map((guess) => sortIn(resolved.get(guess))));
  const claims = [...freed].flatMap(([guess, one]): Claim[] => {
    const [found, sort] = [anew.get(one.guess), sorts.get(guess) ?? null];
    return found === undefined || sort === null || own.has(sort) || !SORTS.has(sort) ? [] : [{ guess, freed: one, found, sort }];
  });
  for (const [sort, list] of Map.groupBy(claims, (claim) => claim.sort)) {
    const [block, ...others] = new Set(list.map((claim) => claim.freed.block));
    if (others.length > 0 || asksTwice(list)) continue;
    // "Contact technique", over one person and no more: that one.
    const isOver = ({ control }: Guess) => control.titles.some((title) => title.block === block);
    if (sort === "person" && guesses.every((guess) => !isOver(guess) || (sorts.get(guess) ?? sort) === sort)) continue;
    for (const claim of list) resolved.set(claim.guess, { ...claim.found, freedFrom: claim.freed.text });
  }
}

function freedOf(guesses: readonly Guess[], isLeft: (guess: Guess) => boolean): ReadonlyMap<Guess, Freed> {
  const left = guesses.filter((guess) => isLeft(guess) && guess.over.some(isOfSomebodyElse));
  if (left.length === 0) return new Map();
  const ofAll = titlesOfAll(guesses.map(({ control }) => control));
  return new Map(
    left.flatMap((guess) => {
      const { titles } = guess.control;
      const title = titles[guess.over.findIndex(isOfSomebodyElse)];
      const isKept = ({ text, topic }: Said, at: number) =>
        namesRole(text) || (OF_THINGS.has(topic) && !ofAll.has(titles[at]?.block ?? -1));
      return title === undefined || guess.over.some(isKept) ? [] : [[guess, { ...title, guess: withoutTitles(guess) }] as const];
    }),
  );
}

function isOfSomebodyElse({ topic, party, role, address }: Said): boolean {
  return topic !== null || party === "autre" || role === "autre" || address === "autre";
}

function withoutTitles(guess: Guess): Guess {
  const isByTitle = (about: Sign["about"]) => guess.signs.some((sign) => sign.about === about && sign.decides && sign.from === "heading");
  return {
    ...guess,
    party: guess.party === "autre" && isByTitle("party") ? undefined : guess.party,
    role: guess.role === "autre" && isByTitle("role") ? undefined : guess.role,
    address: guess.address === "autre" && isByTitle("address") ? undefined : guess.address,
    over: guess.over.map((said) => ({ ...said, topic: null, party: said.party === "autre" ? undefined : said.party })),
  };
}

function sortIn(resolved: Resolved | undefined): Sort | null {
  const target = resolved?.target ?? null;
  return target !== null && isFieldKey(target) ? sortOf(target) : null;
}

/** A second company, a second person under one title: none of them is ours for sure. */
function asksTwice(claims: readonly Claim[]): boolean {
  const whole = claims.filter(({ guess, found: { part } }) => part === undefined && guess.control.type !== "radio");
  return new Set(whole.map(({ found: { target } }) => target)).size < whole.length;
}
