/**
 * What an awakening of the service worker costs, in a real Chromium: its thread's time when a page that is not for the extension loads, as
 * happens at every page of every tab; and how long a screen waits for its first situation from a worker that slept.
 * `node bench/waking.ts [awakenings] [folder of another build]`: with another build, one awakening of each in turn, so that other work of
 * the machine slows both down alike.
 */
import type { CDPSession } from "@playwright/test";
import { sendFrom, startBrowser } from "../test/e2e/browser.ts";
import { startProxyQuietly } from "../test/e2e/proxy.ts";
import { shareOf } from "./spread.ts";

const awakenings = Number(process.argv[2] ?? 15);
const other = process.argv[3];
const proxy = await startProxyQuietly();

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

/** A browser whose company is chosen and whose answers are all there. */
async function prepared(extension?: string) {
  const browser = await startBrowser({ portalUrl: "http://127.0.0.1:9", proxyUrl: proxy.url, ...(extension && { extension }) });
  const first = await browser.popupWithoutPage();
  await sendFrom(first, "chooseCompany", { siret: "99990000400014" });
  await first.reload();
  await first.getByRole("tab", { name: "Sources" }).click();
  await first.locator('[data-source][data-state="asking"]').first().waitFor({ state: "detached" });
  // A page of the extension that sends nothing by itself.
  await first.goto(`${browser.origin}/icon/16.png`);
  const workers = await browser.context.newCDPSession(first);
  await workers.send("ServiceWorker.enable");
  const session = (await browser.context.browser()?.newBrowserCDPSession()) as CDPSession;
  return { browser, session, workers, page: first };
}
type Prepared = Awaited<ReturnType<typeof prepared>>;

/** Milliseconds that the worker's thread is busy while `work` is done. */
async function threadTime({ session }: Prepared, work: () => Promise<unknown>): Promise<number> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  session.on("Tracing.dataCollected", take);
  await session.send("Tracing.start", { categories: "toplevel,__metadata", transferMode: "ReportEvents" });
  await work();
  const ended = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await ended;
  session.off("Tracing.dataCollected", take);
  const threads = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name?.startsWith("ServiceWorker"))
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = events.filter(({ name, ph, pid, tid }) => ph === "X" && name.endsWith("RunTask") && threads.has(`${pid}/${tid}`));
  return tasks.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1_000;
}

/** Ends once the worker is in that state. */
function until({ workers }: Prepared, state: "stopped" | "running"): Promise<void> {
  return new Promise((resolve) => {
    const hear = ({ versions }: { versions: { runningStatus: string }[] }) => {
      if (!versions.some(({ runningStatus }) => runningStatus === state)) return;
      workers.off("ServiceWorker.workerVersionUpdated", hear);
      resolve();
    };
    workers.on("ServiceWorker.workerVersionUpdated", hear);
  });
}

/** Stops the worker; nothing wakes it. */
async function sleep(one: Prepared): Promise<void> {
  const stopped = until(one, "stopped");
  await one.workers.send("ServiceWorker.stopAllWorkers");
  await stopped;
}

/** Loads a page that the extension does not know, and waits until the worker is done with it. */
async function strangePage(one: Prepared): Promise<void> {
  const woken = until(one, "running");
  const page = await one.browser.context.newPage();
  await page.goto("data:text/html,<p>autre chose</p>");
  await woken;
  await page.waitForTimeout(1_500);
  await page.close();
}

/** Milliseconds until the first situation. */
const firstSituation = ({ page }: Prepared): Promise<number> =>
  page.evaluate(async () => {
    const start = performance.now();
    await chrome.runtime.sendMessage({ name: "show", input: { tabId: null } });
    return performance.now() - start;
  });

async function awakening(one: Prepared) {
  await sleep(one);
  const strange = await threadTime(one, () => strangePage(one));
  await sleep(one);
  return { strange, show: await firstSituation(one) };
}

const builds = [
  { name: "cette construction", folder: undefined as string | undefined },
  ...(other ? [{ name: other, folder: other }] : []),
];
const measured = await Promise.all(
  builds.map(async ({ name, folder }) => ({ name, at: await prepared(folder), times: [] as Awaited<ReturnType<typeof awakening>>[] })),
);
for (let i = 0; i < awakenings; i++) for (const { at, times } of measured) times.push(await awakening(at));
for (const { at } of measured) await at.browser.close();
await proxy.close();

const of = (times: readonly number[], share: number) => Math.round(shareOf(times, share));
for (const { name, times } of measured) {
  console.log(`| ${awakenings} réveils, ${name} | le meilleur | médiane | 95 % |\n|---|---|---|---|`);
  for (const [what, key] of [
    ["une page étrangère se charge : temps de calcul (ms)", "strange"],
    ["premier écran d'un arrière-plan endormi (ms)", "show"],
  ] as const) {
    const all = times.map((one) => one[key]);
    console.log(`| ${what} | ${of(all, 0)} | ${of(all, 0.5)} | ${of(all, 0.95)} |`);
  }
}
