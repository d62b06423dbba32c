/** The toolbar's own popup and the browser's own side panel, not a tab of their size: as large as the browser makes them. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { connect, type Page, type Browser as Puppet } from "puppeteer-core";
import type { RunningProxy } from "../../proxy/start.ts";
import { type Portal, startPortal } from "../portals/server.ts";
import { HOSTS, sendFrom, startBrowser } from "./browser.ts";
import { DEMO_SIRET } from "./job.ts";
import { startProxyQuietly } from "./proxy.ts";

let portal: Portal;
let proxy: RunningProxy;
test.beforeAll(async () => {
  [portal, proxy] = await Promise.all([startPortal(), startProxyQuietly()]);
});
test.afterAll(async () => {
  await Promise.all([portal.close(), proxy.close()]);
});

interface Toolbar {
  /** The zoom of every page of the browser, as its settings give it: 1.5 is 150 %. */
  readonly zoom: (factor: number) => Promise<void>;
  /** Opens the popup over the form, as a click on the icon does. */
  readonly popup: () => Promise<Page>;
  /** The panel, once it is open. */
  readonly panel: () => Promise<Page>;
}

/** What only the browser's own page of settings may call. */
interface BrowserSettings {
  readonly settingsPrivate: { readonly setDefaultZoom: (factor: number) => Promise<void> };
}

/** Playwright shows only tabs: another client of the same browser reads the popup and the panel. */
async function withToolbar(args: readonly string[], work: (toolbar: Toolbar) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), "pli-pret-"));
  const browser = await startBrowser({ portalUrl: portal.url, proxyUrl: null, profile, args: ["--remote-debugging-port=0", ...args] });
  const [port = "", path = ""] = (await readFile(join(profile, "DevToolsActivePort"), "utf8")).split("\n");
  const puppet = await connect({ browserWSEndpoint: `ws://127.0.0.1:${port}${path}`, defaultViewport: null });
  try {
    const first = await browser.asker();
    await sendFrom(first, "chooseService", { kind: "proxy", url: proxy.url });
    await sendFrom(first, "chooseCompany", { siret: DEMO_SIRET });
    const form = await browser.visit(HOSTS.passeMarche, "/passe-marche-candidature.html");
    await browser.tabIdOf(form);
    const targetOf = (page: string) => pageAt(puppet, `${browser.origin}/${page}`);
    const settings = await browser.context.newPage();
    await settings.goto("chrome://settings/appearance");
    await work({
      zoom: async (factor) => {
        await settings.evaluate((by) => (chrome as unknown as BrowserSettings).settingsPrivate.setDefaultZoom(by), factor);
      },
      popup: async () => {
        await form.bringToFront();
        await browser.context.serviceWorkers()[0]?.evaluate(() => chrome.action.openPopup());
        const popup = await targetOf("popup.html");
        await popup.waitForSelector(".action-bar .main");
        return popup;
      },
      panel: async () => {
        const panel = await targetOf("sidepanel.html");
        await panel.waitForSelector(".action-bar .main");
        return panel;
      },
    });
  } finally {
    await puppet.disconnect();
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function pageAt(puppet: Puppet, url: string): Promise<Page> {
  const target = await puppet.waitForTarget((one) => one.url() === url, { timeout: 60_000 });
  return target.asPage();
}

/** Signs of a popup that is too small: the screen exceeds its window or has moved, or its main action is out of sight. */
const standing = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector(".action-bar .main")?.getBoundingClientRect();
    const lines = [...document.querySelectorAll(".field-row")].map((line) => line.getBoundingClientRect());
    const end = document.querySelector(".action-bar")?.getBoundingClientRect().top ?? 0;
    const { left = 0, top = 0, right = 0, bottom = 0 } = document.getElementById("root")?.getBoundingClientRect() ?? {};
    return {
      size: [window.innerWidth, window.innerHeight],
      /** Whole pixels shown beyond each side of the window: a scaled display has fractions of one. */
      beyond: [left, top, right - window.innerWidth, bottom - window.innerHeight].map((by) => Math.floor(Math.abs(by))),
      isMainSeen: bar !== undefined && bar.top >= 0 && bar.bottom <= window.innerHeight && bar.right <= window.innerWidth,
      lines: lines.filter((line) => line.top >= 0 && line.bottom <= end).length,
    };
  });

/** Clicks the last check box of the list, which once broke the popup. */
async function untick(page: Page): Promise<void> {
  const boxes = await page.$$(".field-row .checkbox");
  const last = boxes.at(-1);
  if (last === undefined) throw new Error("no line");
  await last.scrollIntoView();
  await last.click();
}

async function expectStanding(page: Page): Promise<void> {
  for (const act of [async () => undefined, () => untick(page)]) {
    await act();
    await expect.poll(() => standing(page)).toMatchObject({ beyond: [0, 0, 0, 0], isMainSeen: true });
  }
}

test("the toolbar's popup, also zoomed, then the panel opened from it: they fill their window, nothing moves, the main action is seen", async () => {
  await withToolbar(["--window-size=1366,900"], async ({ zoom, popup, panel }) => {
    for (const factor of [1.25, 1.5, 2]) {
      await zoom(factor);
      const zoomed = await popup();
      await expect.poll(() => zoomed.evaluate(() => devicePixelRatio)).toBe(factor);
      await expectStanding(zoomed);
      await zoomed.close();
    }
    await zoom(1);
    const page = await popup();
    // The browser gives the popup its size a moment after it opened: a body sized by the window once stayed at 280 × 240.
    await expect.poll(async () => (await standing(page)).size.every((side, at) => side >= ([440, 500][at] ?? 0))).toBe(true);
    await expectStanding(page);
    // The popup closes as the panel opens, at times before the mouse is let go.
    await page.click(".envelope button[aria-label='Ouvrir dans le panneau latéral']").catch((error: Error) => {
      if (error.name !== "TargetCloseError") throw error;
    });
    const side = await panel();
    await expect.poll(async () => (await standing(side)).lines).toBeGreaterThanOrEqual(6);
    await expectStanding(side);
  });
});

test("the popup of a laptop of 1366 × 768 shown at 125 %: all of it within what the browser gives", async () => {
  await withToolbar(["--force-device-scale-factor=1.25", "--window-size=1092,614"], async ({ popup }) => {
    await expectStanding(await popup());
  });
});
