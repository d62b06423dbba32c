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
  const reply = (await browser.runtime.sendMessage({ name, input })) as Reply | undefined;
  if (reply?.ok === true) return reply.output as Output<Name>;
  throw new MessageFault(name, reply?.fault ?? "gone");
}

/** Calls back when the background's data changes, not the screens' own; changes at once make one call. Returns a function that stops it. */
export function onChange(callback: () => void): () => void {
  let planned = false;
  const listener = (changes: object) => {
    if (planned || Object.keys(changes).every((key) => key.startsWith(SCREEN_KEYS))) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      callback();
    }, 40);
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
