/** One alarm: the earliest moment at which something is to be asked again. */
import browser from "webextension-polyfill";

const NAME = "resume";
/** The browser fires no alarm earlier than this; a worker that lives waits by itself. */
const SHORTEST_MS = 30_000;

let wake: () => Promise<void> = async () => {};

/** Wakes the worker at that time; the earliest of the times asked for wins. */
export function wakeAt(time: Date): void {
  const when = time.getTime();
  const inMs = when - Date.now();
  if (inMs < SHORTEST_MS) setTimeout(() => void wake(), Math.max(0, inMs));
  void browser.alarms.get(NAME).then((known) => {
    const isSooner = known !== undefined && known.scheduledTime > Date.now() && known.scheduledTime <= when;
    return isSooner ? undefined : browser.alarms.create(NAME, { when: Math.max(when, Date.now() + SHORTEST_MS) });
  });
}

export function onWake(callback: () => Promise<void>): void {
  wake = callback;
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) void callback();
  });
}

const DAILY = "daily";
const DAY_MINUTES = 24 * 60;

/** Calls back once a day, a first time soon after the extension was installed. */
export function onEachDay(callback: () => Promise<void>): void {
  void plan();
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === DAILY) void callback();
  });
}

async function plan(): Promise<void> {
  if ((await browser.alarms.get(DAILY)) === undefined)
    await browser.alarms.create(DAILY, { delayInMinutes: 1, periodInMinutes: DAY_MINUTES });
}
