/** Controls of a login: a lone password and the name beside it. */

import type { Evidence } from "../domain/evidence.ts";
import { isFieldKey } from "../domain/fields.ts";
import type { Weighed } from "./decide.ts";

/** By their places in the page's order. */
export function loginControls(evidence: Evidence, all: readonly Weighed[]): ReadonlySet<number> {
  const logins = new Set<number>();
  for (const [at, { guess }] of all.entries()) {
    const { form, input } = guess.control;
    if (input !== "password") continue;
    const texts = form === null ? 0 : (evidence.forms[form]?.texts ?? 0);
    if (form !== null && texts <= 2) for (const one of all) if (one.guess.control.form === form) logins.add(one.guess.control.order);
    const before = all[at - 1]?.guess.control;
    if (form !== null && texts > 6 && before !== undefined && isLoneLogin(all, at)) logins.add(before.order);
  }
  return logins;
}

/** A password and a name in a corner of a form that asks for more. */
function isLoneLogin(all: readonly Weighed[], at: number): boolean {
  const [before, own, next] = [at - 1, at, at + 1].map((place) => all[place]?.guess.control);
  const isNew = own?.autocomplete === "new-password" || before?.input === "password" || next?.input === "password";
  return own?.pairedBefore === true && !isNew && !followsFields(all, at);
}

/** A password amid the fields of a person is that of a new account. */
function followsFields(all: readonly Weighed[], at: number): boolean {
  const around = all.slice(Math.max(0, at - 4), at - 1);
  return around.some(({ resolved }) => resolved.target !== null && isFieldKey(resolved.target));
}
