/**
 * What the browser calls, before the worker's code is there: the browser wakes the worker at every page of every tab, and most of these pages
 * are nothing of ours. The code comes with the first call that wants it. No schema is loaded here.
 */
import type { Origin, Reply } from "../messages/contract.ts";
import { keyOfPage, keyOfScreen, SCREEN_KEYS } from "../messages/screen-keys.ts";
import { COFFRE_SESSION } from "../store/session-key.ts";
import type { Bring } from "./brought.ts";
import { DAILY, keyOfTab, RESUME } from "./names.ts";
import type { Worker } from "./worker.ts";

/** The worker at work. It resumed when it was made. */
export interface Awake extends Pick<Worker, "accessGiven" | "tabLoads" | "forgetTab" | "resume"> {
  answer(message: unknown, origin: Origin): Promise<Reply>;
  /** Looks at what is to be reminded of today. */
  remind(): Promise<void>;
  coffreOpened(): Promise<void>;
  /** `field`: as the menu's line names it. */
  fillFromMenu(tabId: number, frameId: number, field: string): Promise<void>;
}

/** What the worker's script leaves: makes it, once. */
export type WakeUp = (bring: Bring) => Awake;

export interface DoorDeps {
  /** Brings the worker. */
  readonly wake: () => Promise<Awake>;
  /** True once it is there. */
  readonly isAwake: () => boolean;
  /** Whether something is kept until the browser closes, under one of these keys. */
  readonly holds: (keys: readonly string[]) => Promise<boolean>;
}

export interface Door {
  answer(message: unknown, origin: Origin): Promise<Reply>;
  alarm(name: string): Promise<void>;
  accessGiven(): Promise<void>;
  tabLoads(tabId: number): Promise<void>;
  tabGone(tabId: number): Promise<void>;
  /** Something was written in a store of the browser's. */
  stored(changes: Readonly<Record<string, { readonly newValue?: unknown }>>): Promise<void>;
  menuChosen(tabId: number, frameId: number, field: string): Promise<void>;
}

export function createDoor({ wake, isAwake, holds }: DoorDeps): Door {
  async function ifKept(keys: readonly string[], work: (awake: Awake) => Promise<void>): Promise<void> {
    if (isAwake() || (await holds(keys))) await work(await wake());
  }

  return {
    answer: async (message, origin) => (await wake()).answer(message, origin),
    alarm: async (name) => {
      if (name === RESUME) await (await wake()).resume();
      if (name === DAILY) await (await wake()).remind();
    },
    accessGiven: async () => (await wake()).accessGiven(),
    tabLoads: (tabId) => ifKept([keyOfTab(tabId)], (awake) => awake.tabLoads(tabId)),
    tabGone: (tabId) => ifKept([keyOfTab(tabId), keyOfScreen(tabId), keyOfPage(tabId)], (awake) => awake.forgetTab(tabId)),
    stored: async (changes) => {
      // What screens keep for themselves changes nothing here.
      if (Object.keys(changes).every((key) => key.startsWith(SCREEN_KEYS))) return;
      const awake = await wake();
      if (changes[COFFRE_SESSION]?.newValue !== undefined) await awake.coffreOpened();
    },
    menuChosen: async (tabId, frameId, field) => (await wake()).fillFromMenu(tabId, frameId, field),
  };
}
