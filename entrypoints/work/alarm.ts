/** One alarm: the earliest moment at which something is to be asked again. */
import browser from "webextension-polyfill";
import { RESUME } from "../../src/background/names.ts";

/** The browser fires no alarm earlier than this; a running worker waits by itself. */
const SHORTEST_MS = 30_000;

let wake: () => Promise<void> = async () => {};

/** Wakes the worker at that time; the earliest of the times asked for wins. */
export function wakeAt(time: Date): void {
  const when = time.getTime();
  const inMs = when - Date.now();
  if (inMs < SHORTEST_MS) setTimeout(() => void wake(), Math.max(0, inMs));
  void browser.alarms.get(RESUME).then((known) => {
    const isSooner = known !== undefined && known.scheduledTime > Date.now() && known.scheduledTime <= when;
    return isSooner ? undefined : browser.alarms.create(RESUME, { when: Math.max(when, Date.now() + SHORTEST_MS) });
  });
}

/** Sets what a running worker does once it has waited. */
export function onWaited(callback: () => Promise<void>): void {
  wake = callback;
}
