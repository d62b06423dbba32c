/** A screen's side of the bus: popup, side panel, options. The background checks both ways; no schema is loaded here. */
import browser from "webextension-polyfill";
import type { Input, NameFor, Output, Reply } from "./contract.ts";
import { MessageFault } from "./fault.ts";
import { SCREEN_KEYS } from "./screen-keys.ts";

/** @throws {MessageFault} when the background refused or failed: a bug. */
export async function send<Name extends Exclude<NameFor<"background">, "pageRead" | "needReader" | "judge">>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  return outputOf(name, await browser.runtime.sendMessage({ name, input }));
}

/**
 * What the background answered to a question under that name.
 * @throws {MessageFault} when it refused or failed: a bug
 */
export function outputOf<Name extends NameFor<"background">>(name: Name, answer: unknown): Output<Name> {
  const reply = answer as Reply | undefined;
  if (reply?.ok === true) return reply.output as Output<Name>;
  throw new MessageFault(name, reply?.fault ?? "gone");
}

/** Changes at once make one call: those within this of the first, in milliseconds. */
const AT_ONCE_MS = 40;
/** Sources answer in bursts: a screen is not drawn more often than this, in milliseconds. */
const BETWEEN_MS = 150;

/** Calls back when the background's data changes, not the screens' own. Returns a function that stops it. */
export function onChange(callback: () => void): () => void {
  let planned = false;
  let calledAt = Number.NEGATIVE_INFINITY;
  const listener = (changes: object) => {
    if (planned || Object.keys(changes).every((key) => key.startsWith(SCREEN_KEYS))) return;
    planned = true;
    setTimeout(
      () => {
        planned = false;
        calledAt = performance.now();
        callback();
      },
      Math.max(AT_ONCE_MS, calledAt + BETWEEN_MS - performance.now()),
    );
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Returns the answer already under way at first, then asks each time. */
export function onceThen<Answer>(first: Promise<Answer>, next: () => Promise<Answer>): () => Promise<Answer> {
  let mine: Promise<Answer> | null = first;
  return () => {
    const answer = mine ?? next();
    mine = null;
    return answer;
  };
}
