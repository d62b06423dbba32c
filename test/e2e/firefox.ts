/** A real Firefox with the built extension, driven over WebDriver BiDi. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, launch, type Page } from "puppeteer-core";
import type { Input, NameFor, Output, Reply } from "../../src/messages/contract.ts";

const EXTENSION = fileURLToPath(new URL("../../.output/firefox-mv3", import.meta.url));
const ID = "pli-pret@pli-pret.example";
/** Firefox gives each installed extension an address of its own: fixed here, so that its pages can be opened. */
const UUID = "5b6e3b0a-1c1b-4c9b-8f60-2f7b8a3c9d10";
const PATHS = ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/** `null` when the machine has no Firefox. `PLI_PRET_FIREFOX` names another one. */
export function firefoxPath(): string | null {
  const named = process.env["PLI_PRET_FIREFOX"];
  return [...(named === undefined ? [] : [named]), ...PATHS].find((path) => existsSync(path)) ?? null;
}

export interface FirefoxBrowser {
  readonly browser: Browser;
  /** Opens a page of the extension: "popup.html?tab=0". */
  openExtension(path: string): Promise<Page>;
  /** A page from which messages are sent, and that no answer draws again. */
  asker(): Promise<Page>;
  /** Closes the pages of the extension: each that is open draws again what any other changes. */
  closeExtension(): Promise<void>;
  /** The tab where the extension read that address, asked from one of its own pages; `null` when it read none. */
  tabRead(extensionPage: Page, url: string): Promise<number | null>;
  close(): Promise<void>;
}

/**
 * @param hosts names that lead to the machine itself: "www.example.fr"
 * @param profile a folder that stays, opened again by the next browser; without it, a new one that goes at the end
 */
export async function startFirefox(hosts: readonly string[] = [], profile?: string): Promise<FirefoxBrowser> {
  const executablePath = firefoxPath();
  if (executablePath === null) throw new Error("Firefox est introuvable.");
  const browser = await launch({
    browser: "firefox",
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }),
      "network.dns.localDomains": hosts.join(","),
      // Permissions requested in a gesture are granted: a driver cannot answer the browser's own question.
      "extensions.webextOptionalPermissionPrompts": false,
      // Saves the session as a person's browser does, to open the same pages again.
      "browser.sessionstore.resume_from_crash": true,
      "browser.sessionstore.interval": 1000,
      "browser.startup.page": 3,
      // An extension installed for a test is removed when the browser closes; this keeps its data, as for a normal installation.
      "extensions.webextensions.keepStorageOnUninstall": true,
      "extensions.webextensions.keepUuidOnUninstall": true,
    },
  });
  await browser.installExtension(EXTENSION);
  const opened = new Set<Page>();

  async function open(path: string, isThere: () => boolean): Promise<Page> {
    const page = await browser.newPage();
    opened.add(page);
    page.setDefaultTimeout(60_000);
    // Navigating to an extension's page never resolves: its content is awaited instead.
    page.goto(`moz-extension://${UUID}/${path}`).catch(() => undefined);
    for (let i = 0; i < 600; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (await page.evaluate(isThere).catch(() => false)) return page;
    }
    throw new Error(`Firefox n'a pas ouvert ${path}`);
  }

  return {
    browser,
    // The page's own HTML holds a first look, which is not yet the screen.
    openExtension: (path) => open(path, () => document.querySelector("#root > :not(.first-look)") !== null),
    asker: () => open("privacy-en.html", () => location.protocol === "moz-extension:" && document.readyState === "complete"),
    async closeExtension() {
      for (const page of opened) if (!page.isClosed()) await page.close();
      opened.clear();
    },
    tabRead: (extensionPage, url) =>
      extensionPage.evaluate(async (wanted) => {
        const all = await chrome.storage.session.get(null);
        const key = Object.keys(all).find((one) => one.startsWith("tab/") && all[one]?.frames?.[0]?.url === wanted);
        return key === undefined ? null : Number(key.slice("tab/".length));
      }, url),
    close: () => browser.close(),
  };
}

/** Sends a message of the contract from a page of the extension, as its own screens do. */
export async function sendIn<Name extends Exclude<NameFor<"background">, "pageRead">>(
  extensionPage: Page,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const message = { name, input } as never;
  const reply = (await extensionPage.evaluate((sent) => chrome.runtime.sendMessage(sent), message)) as Reply;
  if (!reply.ok) throw new Error(`${name}: ${reply.fault}`);
  return reply.output as Output<Name>;
}
