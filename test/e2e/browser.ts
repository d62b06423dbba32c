/** A real Chromium with the built extension, whose portal hosts lead to the local portal. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kill } from "node:process";
import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium, type Page, type Worker } from "@playwright/test";
import { chromiumPath } from "../../scripts/machine.ts";
import type { Contract, Input, MessageName, Output, Reply } from "../../src/messages/contract.ts";
import { certificate } from "../portals/certificate.ts";

const EXTENSION = fileURLToPath(new URL("../../.output/chrome-mv3", import.meta.url));

/** Real hosts of portals that the extension knows; the local portal plays them all. */
export const HOSTS = {
  place: "www.marches-publics.gouv.fr",
  passeMarche: "passemarche.data.gouv.fr",
  aws: "www.marches-publics.info",
} as const;

/** A page of the extension that asks nothing of the worker and draws nothing of the company. */
const QUIET = "privacy-fr.html";
/** A worker that has not answered for this long is asked no more, in milliseconds; a slow one is only asked twice. */
const LOST_MS = 10_000;

/** A browser asked to close that is still there after this long is ended, in milliseconds. */
const CLOSING_MS = 30_000;

/** A proxy on this machine, under a network name. */
export const FAR_PROXY = "proxy.pli-pret.example";

export interface BrowserOptions {
  /** The local portal, "http://127.0.0.1:PORT"; under the hosts' names it is visited over https. */
  readonly portalUrl: string;
  /** Address of the proxy to use; `null`: as installed, with nothing chosen. */
  readonly proxyUrl: string | null;
  readonly headless?: boolean;
  readonly colorScheme?: "light" | "dark";
  /** More names that lead to this machine over TLS, each to its "127.0.0.1:PORT". */
  readonly hosts?: Readonly<Record<string, string>>;
  /** More arguments of Chromium. */
  readonly args?: readonly string[];
  /** A folder that stays, opened again by the next browser; without it, a new one that goes at the end. */
  readonly profile?: string;
  /** The folder of another build. */
  readonly extension?: string;
}

export interface ExtensionBrowser {
  readonly context: BrowserContext;
  /** The extension's own origin, "chrome-extension://…". */
  readonly origin: string;
  /** Opens a page of the local portal under the name of a real host. */
  visit(host: string, path: string): Promise<Page>;
  /** The popup of a page, in a tab of its size. */
  popupOf(page: Page): Promise<Page>;
  /**
   * The popup over a page of any site. With `isPressed`, the extension's button is pressed first, which grants access to the page.
   */
  popupOver(page: Page, isPressed: boolean): Promise<Page>;
  /** The popup over a page that is no form. */
  popupWithoutPage(): Promise<Page>;
  /** A page from which messages are sent, and that no answer has drawn again: a popup costs what all that it shows costs. */
  asker(): Promise<Page>;
  /** The tab of a page, once it was read if it holds controls. */
  tabIdOf(page: Page): Promise<number>;
  /** What the frames of the tab where that address is shown reported: the labels of their controls, by frame. */
  labelsRead(url: string): Promise<readonly (readonly string[])[]>;
  /** Chooses a line of the extension in the browser's own menu, which no page can reach. */
  chooseInMenu(tabId: number, item: string): Promise<void>;
  /** The keys that the browser gave to each command of the extension, by its name. */
  shortcuts(): Promise<Record<string, string | undefined>>;
  /**
   * Sends a command as the browser does when its keys are pressed over that tab. The browser's own keys cannot be pressed from here,
   * and without them it opens no panel. @returns the windows in which a panel was asked for, and the tab's window
   */
  command(tabId: number, name: string): Promise<{ readonly asked: readonly number[]; readonly windowId: number | undefined }>;
  /** How many side panels of the extension are open. */
  openPanels(): Promise<number>;
  /** Closes all pages but the first, which becomes blank; stored data stays. */
  closePages(): Promise<void>;
  /** As just installed, with that proxy, and nothing open but a new popup over a page that is no form. */
  startAgain(proxyUrl: string): Promise<Page>;
  /** Loads the extension again from its folder, as an update does: its pages close, the others stay. */
  update(): Promise<void>;
  /** Stops the service worker as the browser does when it wants its memory back. */
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

export async function startBrowser({
  portalUrl,
  proxyUrl,
  headless = true,
  colorScheme = "light",
  hosts = {},
  args = [],
  profile: kept,
  extension = EXTENSION,
}: BrowserOptions): Promise<ExtensionBrowser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error("Chromium est introuvable.");
  const profile = kept ?? (await mkdtemp(join(tmpdir(), "pli-pret-")));
  const local = new URL(portalUrl).host;
  const { spki } = await certificate();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    colorScheme,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 1200, height: 900 },
    ignoreDefaultArgs: ["--disable-extensions", ...(headless ? ["--headless"] : [])],
    args: [
      "--no-sandbox",
      ...(headless ? ["--headless=new"] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=${Object.values(HOSTS)
        .flatMap((host) => [`MAP ${host}:443 ${local}`, `MAP ${host}:80 ${local}`])
        .concat(Object.entries(hosts).map(([host, address]) => `MAP ${host}:443 ${address}`))
        .join(", ")}, MAP ${FAR_PROXY} 127.0.0.1`,
      // Lets `popupOver` press the extension's button.
      "--enable-unsafe-extension-debugging",
      `--ignore-certificate-errors-spki-list=${spki}`,
      ...args,
    ],
  });
  const pid = await processOf(context);
  const started = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const origin = `chrome-extension://${new URL(started.url()).host}`;
  // Writes settings as an earlier version did, unless the kept profile has its own.
  if (kept === undefined && proxyUrl !== null) {
    await started.evaluate(
      (url) => chrome.storage.local.set({ settings: { service: { kind: "proxy", url }, siret: null, companies: [], manual: {} } }),
      proxyUrl,
    );
  }

  async function worker(): Promise<Worker> {
    return context.serviceWorkers()[0] ?? context.waitForEvent("serviceworker");
  }

  /** What the worker itself answers; `null` when the question fails, or is never answered. */
  async function told<Asked, Told>(question: (asked: Asked) => Promise<Told>, asked: Asked): Promise<{ readonly value: Told } | null> {
    const asking = worker().then((one) => one.evaluate(question as never, asked as never));
    return Promise.race([
      asking.then(
        (value) => ({ value: value as Told }),
        () => null,
      ),
      new Promise<null>((lost) => setTimeout(lost, LOST_MS, null)),
    ]);
  }

  /**
   * Asks the worker; a page of the extension where the driver has lost the worker, as it does when one is updated or stopped while it is asked.
   */
  async function ask<Asked, Told>(question: (asked: Asked) => Promise<Told>, asked: Asked): Promise<Told> {
    const answer = await told(question, asked);
    if (answer !== null) return answer.value;
    const beside = await context.newPage();
    try {
      await beside.goto(`${origin}/${QUIET}`);
      return (await beside.evaluate(question as never, asked as never)) as Told;
    } finally {
      await beside.close();
    }
  }

  /** Stops all workers, as the browser does with those at rest, by a page of the extension that sends no message, so that it wakes nobody. */
  async function stopWorkers(): Promise<void> {
    const page = await context.newPage();
    await page.goto(`${origin}/icon/16.png`);
    const session = await context.newCDPSession(page);
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await page.close();
  }

  /**
   * Chromium at times starts an updated worker without knowing it: it refuses it everything (« No SW ») as long as it lives, half a minute
   * without work. A driven worker is never at rest, so it is stopped here; the tab closed last wakes the next one.
   */
  async function endIfRefused(): Promise<void> {
    for (let i = 0; i < 60; i++) {
      if ((await told(async () => chrome.storage.session.get(null), null)) !== null) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await stopWorkers();
  }

  async function tabIdOf(page: Page): Promise<number> {
    const url = page.url();
    const find = async (wanted: string) => {
      const id = (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id;
      const frames = (await chrome.storage.session.get(null))[`tab/${id}`]?.frames ?? {};
      return id === undefined ? null : { id, isRead: Object.keys(frames).length > 0 };
    };
    // A page without controls is not read before a screen opens over it.
    const counts = await Promise.all(page.frames().map((frame) => frame.locator("input:not([type=hidden]), select, textarea").count()));
    const isWorth = counts.some((count) => count > 0);
    for (let i = 0; i < 300; i++) {
      // A worker that starts again meanwhile loses the question.
      const found = await ask(find, url).catch(() => null);
      if (found !== null && (found.isRead || !isWorth)) return found.id;
      await page.waitForTimeout(100);
    }
    throw new Error(`L'extension n'a pas lu ${url}`);
  }

  /** Presses the extension's button of the browser, which no page can reach. */
  async function pressOver(page: Page): Promise<void> {
    const session = await context.browser()?.newBrowserCDPSession();
    const { targetInfos = [] } = (await session?.send("Target.getTargets", { filter: [{ type: "tab" }] })) ?? {};
    const targetId = targetInfos.find(({ url }) => url === page.url())?.targetId ?? "";
    // The driver's types do not know this domain yet.
    await session?.send("Extensions.triggerAction" as "Target.activateTarget", { id: new URL(origin).host, targetId } as never);
  }

  async function openPopup(tabId: number): Promise<Page> {
    const popup = await context.newPage();
    await popup.setViewportSize({ width: 440, height: 600 });
    await popup.goto(`${origin}/popup.html?tab=${tabId}`);
    return popup;
  }

  return {
    context,
    origin,
    tabIdOf,
    async visit(host, path) {
      const page = await context.newPage();
      await page.goto(`https://${host}${path}`);
      return page;
    },
    labelsRead: (url) =>
      ask(async (wanted: string) => {
        const id = (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id;
        const frames = (await chrome.storage.session.get(null))[`tab/${id}`]?.frames ?? {};
        return Object.values(frames).map(({ page }) => page?.controls?.map(({ label }) => label) ?? []);
      }, url),
    popupOf: async (page) => openPopup(await tabIdOf(page)),
    async popupOver(page, isPressed) {
      await page.bringToFront();
      if (isPressed) await pressOver(page);
      const active = async () => (await chrome.tabs.query({ active: true }))[0]?.id ?? 0;
      return openPopup(await (await worker()).evaluate(active));
    },
    popupWithoutPage: () => openPopup(0),
    async asker() {
      const page = await context.newPage();
      await page.goto(`${origin}/${QUIET}`);
      return page;
    },
    async chooseInMenu(tabId, menuItemId) {
      await (await worker()).evaluate(
        ([item, id]) => chrome.contextMenus.onClicked.dispatch({ menuItemId: item, frameId: 0, editable: true }, { id }),
        [menuItemId, tabId] as const,
      );
    },
    shortcuts: async () =>
      (await worker()).evaluate(async () =>
        Object.fromEntries((await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut])),
      ),
    command: async (tabId, command) =>
      (await worker()).evaluate(
        async ([name, id]) => {
          const asked: number[] = [];
          const { open } = chrome.sidePanel;
          chrome.sidePanel.open = async ({ windowId }) => void asked.push(windowId);
          const tab = (await chrome.tabs.query({})).find((one) => one.id === id);
          if (tab !== undefined) chrome.commands.onCommand.dispatch(name, { id, windowId: tab.windowId });
          chrome.sidePanel.open = open;
          return { asked, windowId: tab?.windowId };
        },
        [command, tabId] as const,
      ),
    openPanels: async () =>
      (await worker()).evaluate(async () => (await chrome.runtime.getContexts({ contextTypes: ["SIDE_PANEL"] })).length),
    async closePages() {
      const [blank, ...others] = context.pages();
      await Promise.all(others.map((page) => page.close()));
      await blank?.goto("about:blank");
    },
    async startAgain(url) {
      const popup = await openPopup(0);
      await sendFrom(popup, "eraseAll", {});
      await sendFrom(popup, "chooseService", { kind: "proxy", url });
      await context.clearCookies();
      await Promise.all(context.pages().map((page) => (page === popup ? null : page.close())));
      await popup.reload();
      return popup;
    },
    async update() {
      const settings = await context.newPage();
      await settings.goto("chrome://extensions");
      // Without it, what was loaded from a folder is not loaded again.
      await settings.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
      await settings.close();
      const [before, next] = [await worker(), context.waitForEvent("serviceworker")];
      // Until it is gone it is the first of the list, and a question put to it may never be answered.
      const gone = new Promise((resolve) => before.once("close", resolve));
      // It ends before it answers.
      void before.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
      await Promise.all([next, gone]);
      await endIfRefused();
    },
    async stopWorker() {
      const running = await worker();
      await running.evaluate(() => Object.assign(globalThis, { beforeStop: true }));
      await stopWorkers();
      const isSame = async () => (await worker()).evaluate(() => "beforeStop" in globalThis);
      for (let i = 0; i < 300; i++) {
        if (!(await isSame())) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error("Le service worker n'a pas été arrêté.");
    },
    async close() {
      // After an update, Chromium at times ends its pages and never itself.
      const slow = setTimeout(() => kill(pid, "SIGKILL"), CLOSING_MS);
      await context.close();
      clearTimeout(slow);
      if (kept === undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The browser's own process. */
async function processOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send("SystemInfo.getProcessInfo")) ?? {};
  const own = processInfo.find(({ type }) => type === "browser");
  if (own === undefined) throw new Error("Chromium ne dit pas quel est son processus.");
  return own.id;
}

/** Sends a message of the contract from a page of the extension, as its own screens do. */
export async function sendFrom<Name extends MessageName>(
  extensionPage: Page,
  name: Name,
  input: Contract[Name]["to"] extends "background" ? Input<Name> : never,
): Promise<Output<Name>> {
  const reply = (await extensionPage.evaluate((message) => chrome.runtime.sendMessage(message), { name, input })) as Reply;
  if (!reply.ok) throw new Error(`${name}: ${reply.fault}`);
  return reply.output as Output<Name>;
}
