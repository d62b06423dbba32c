/** From evidence to decisions, without the page: what each control asks, whose it is, what is left, and what the page is. */

import type { Evidence } from "../domain/evidence.ts";
import type { ControlReading, Doubt, PageReading, Tier } from "../domain/page-reading.ts";
import { finish, type Steps } from "../page/slices.ts";
import type { ControlException } from "../portals/portal.ts";
import { type Guess, guessesOf } from "./guess.ts";
import { asksPrice, leaveOf } from "./leave.ts";
import { loginControls } from "./logins.ts";
import { inUsualRoles } from "./our-role.ts";
import { verdictOf } from "./page.ts";
import { resolve } from "./resolve.ts";
import type { Resolved } from "./resolved.ts";
import { askedOfOfficer, continuedOf, doubtsOf, hasSeveralPersons, pageTitlesOf, repeatedOf, sendingDoubts, subjectsOf } from "./tier.ts";

export interface Known {
  /** What a portal's exceptions say of some controls, by their position in the page. */
  readonly exceptions: ReadonlyMap<number, Pick<ControlException, "target">>;
  readonly isPortal: boolean;
  /** The calendar year: in 2026, "2025" is N-1. */
  readonly thisYear: number;
}

/** One control, decided; its tier is still to come. */
export interface Weighed {
  readonly guess: Guess;
  readonly resolved: Resolved;
  readonly leave: ControlReading["leave"];
}

export interface Decided extends Weighed {
  readonly tier: Tier;
  readonly doubts: readonly Doubt[];
}

export interface Decisions {
  readonly detected: boolean;
  readonly kind: PageReading["kind"];
  readonly why: readonly string[];
  /** In the order of the evidence. */
  readonly controls: readonly Decided[];
}

export function decide(evidence: Evidence, known: Known): Decisions {
  return finish(decisionSteps(evidence, known));
}

/** The same, as work that may wait. */
export function* decisionSteps(said: Evidence, { exceptions, isPortal, thisYear }: Known): Steps<Decisions> {
  const evidence = inUsualRoles(said) ?? said;
  const guesses = yield* guessesOf(evidence.controls, thisYear);
  const resolutions = yield* resolve(guesses);
  const weighed = guesses.map((guess, at): Weighed => {
    const exception = exceptions.get(at);
    const resolved =
      exception === undefined
        ? (resolutions.get(guess) ?? { target: null })
        : { target: exception.target === "none" ? null : exception.target };
    const price = resolved.target === null && asksPrice(guess) ? "price" : undefined;
    return { guess, resolved, leave: leaveOf(guess, evidence.forms) ?? resolved.leave ?? price };
  });
  // A control of a login asks no field.
  yield;
  const logins = loginControls(evidence, weighed);
  const left = weighed.map(
    (one, at): Weighed =>
      logins.has(at) && one.leave === undefined ? { ...one, resolved: { ...one.resolved, target: null }, leave: "password" } : one,
  );
  yield;
  const { isClear, ...verdict } = verdictOf(evidence, left, isPortal);
  yield;
  const pageTitles = pageTitlesOf(left);
  const known = {
    pageTitles,
    subjects: subjectsOf(left),
    repeated: repeatedOf(left, pageTitles),
    isClear,
    hasSeveralPersons: hasSeveralPersons(left),
    ofOfficer: askedOfOfficer(left),
    continued: continuedOf(left),
  };
  const controls = left.map((one): Decided => {
    // What a portal's exceptions say of a control is sure, but where its form sends it must still be checked.
    const own = exceptions.has(one.guess.control.order) ? [] : doubtsOf(one, known);
    const doubts = [...sendingDoubts(one, evidence.forms), ...own];
    return { ...one, doubts, tier: doubts.length === 0 ? "sure" : "proposed" };
  });
  return { ...verdict, controls };
}
