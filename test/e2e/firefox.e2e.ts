/** The same extension in Firefox, which speaks English here: first run, sources, a proxy that goes away. */
import { expect, test } from "@playwright/test";
import type { Page } from "puppeteer-core";
import type { RunningProxy } from "../../proxy/start.ts";
import { type FirefoxBrowser, firefoxPath, startFirefox } from "./firefox.ts";
import { startProxyQuietly } from "./proxy.ts";

let proxy: RunningProxy;
let firefox: FirefoxBrowser;

test.skip(firefoxPath() === null, "Firefox est absent de cette machine");
test.beforeAll(async () => {
  proxy = await startProxyQuietly();
  firefox = await startFirefox();
});
test.afterAll(async () => {
  await firefox?.close();
  await proxy?.close();
});

const textOf = (page: Page) => page.evaluate(() => document.body.innerText);
const statesOf = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("[data-source]")].map((row) => [row.getAttribute("data-source"), row.getAttribute("data-state")]),
    ),
  );

/** Types in place of what stands there. */
async function type(page: Page, selector: string, text: string): Promise<void> {
  await page.click(selector, { count: 3 });
  await page.keyboard.type(text);
}

test("first run: the proxy's address, then a company, then its sources", async () => {
  const options = await firefox.openExtension("options.html");
  await type(options, "input[type=url]", proxy.url);
  await options.click("button[type=submit]");
  await expect.poll(() => textOf(options)).toContain("fictitious companies (demonstration)");

  const popup = await firefox.openExtension("popup.html?tab=0");
  await type(popup, "input", "99990000400015");
  await expect.poll(() => textOf(popup)).toContain("This SIRET does not exist");
  await type(popup, "input", "99990000400014");
  await popup.click("button[type=submit]");
  await popup.waitForSelector("[role=tab][data-key=sources]");
  await popup.click("[role=tab][data-key=sources]");
  await popup.waitForSelector("[data-source]");
  await expect.poll(async () => Object.values(await statesOf(popup)).filter((state) => state === "asking")).toEqual([]);
  expect(await statesOf(popup)).toMatchObject({ "insee-etablissement": "delivered", "urssaf-attestation-vigilance": "delivered" });
});
