/** The same in Firefox: what a copy of its profile gives while the person works, and once everything is erased. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { ElementHandle, Page } from "puppeteer-core";
import type { RunningProxy } from "../../proxy/start.ts";
import { type Portal, startPortal } from "../portals/server.ts";
import { HOSTS } from "./browser.ts";
import { type FirefoxBrowser, firefoxPath, sendIn, startFirefox } from "./firefox.ts";
import { asBuffers, foundIn, secretsInFiles } from "./profile.ts";
import { startProxyQuietly } from "./proxy.ts";

const SIRET = "99990000400014";
const READABLE = {
  siren: SIRET.slice(0, 9),
  name: "LUMIVERDE INGENIERIE",
  iban: "FR7630006000011234567890189",
  email: "offres.secretes@lumiverde.example",
  fileName: "vigilance-de-l-entreprise-secrete.pdf",
};

let portal: Portal;
let proxy: RunningProxy;
let firefox: FirefoxBrowser;
let profile: string;
/** Folder of the person's own files. */
let files: string;
let attestation: Buffer;

test.skip(firefoxPath() === null, "Firefox est absent de cette machine");
test.beforeAll(async () => {
  [portal, proxy] = await Promise.all([startPortal(), startProxyQuietly()]);
  profile = await mkdtemp(join(tmpdir(), "pli-pret-profile-"));
  files = await mkdtemp(join(tmpdir(), "pli-pret-files-"));
  const response = await fetch(`${proxy.url}/v1/companies/${SIRET}/sources/urssaf-attestation-vigilance/documents/0`);
  attestation = Buffer.from(await response.arrayBuffer());
  await writeFile(join(files, READABLE.fileName), attestation);
});
test.afterAll(async () => {
  await firefox?.close();
  await proxy?.close();
  await portal?.close();
  for (const folder of [profile, files]) await rm(folder, { recursive: true, force: true });
});

/** The attestation, from its middle: its first bytes are those of any PDF. */
const inside = () => attestation.subarray(Math.floor(attestation.length / 2), Math.floor(attestation.length / 2) + 32);
const countOf = (page: Page, selector: string) => page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);

/** A morning's work: a company, its sources, what is typed, a document brought, another dropped into the coffre, a dossier begun. */
async function work(popup: Page): Promise<void> {
  await sendIn(popup, "chooseService", { kind: "proxy", url: proxy.url });
  await sendIn(popup, "chooseCompany", { siret: SIRET });
  const values = { iban: READABLE.iban, contactEmail: READABLE.email };
  expect(await sendIn(popup, "remember", { siret: SIRET, values })).toEqual({ refused: [] });
  const sources = async () => ((await sendIn(popup, "show", { tabId: null })) as { sources: { state: string }[] }).sources;
  // At the very first reading, no source was asked yet.
  const isAnswered = (all: readonly { state: string }[]) => all.length > 0 && all.every(({ state }) => state !== "asking");
  await expect.poll(async () => isAnswered(await sources())).toBe(true);
  const brought = await sendIn(popup, "bringPiece", { tabId: null, pieceId: "urssaf-attestation-vigilance#0" });
  expect(brought).toHaveProperty("key");
  const coffre = await firefox.openExtension("coffre.html");
  await coffre.waitForSelector(".drop input[type=file]");
  const input = (await coffre.$(".drop input[type=file]")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(join(files, READABLE.fileName));
  await expect.poll(() => countOf(coffre, "[data-coffre]")).toBe(1);

  const page = await firefox.browser.newPage();
  await page.goto(`https://${HOSTS.place}:${new URL(portal.url).port}/place-retrait-dce.html`);
  await expect.poll(() => firefox.tabRead(popup, page.url())).not.toBeNull();
  const dossier = await firefox.openExtension(`dossier.html?tab=${await firefox.tabRead(popup, page.url())}`);
  await expect.poll(() => countOf(dossier, "[data-picked=true]")).toBeGreaterThan(0);
}

test("while the person works, a copy of Firefox's profile shows nothing; erased, it holds no key either", async () => {
  firefox = await startFirefox([HOSTS.place], profile);
  const popup = await firefox.openExtension("popup.html?tab=0");
  await work(popup);
  const secrets = asBuffers(await popup.evaluate(secretsInFiles));
  expect(Object.keys(secrets)).toHaveLength(2);
  // Proves that the search works: unsealed secrets are found, and opened pages are in the session that Firefox stores.
  const kept = () => foundIn(join(profile, "sessionstore-backups"), { page: "dossier.html" });
  await expect.poll(async () => (await kept()).length).toBeGreaterThan(0);
  // Writes what a script in a page could forge: an erasing under way, and its own service. Neither is believed.
  const forged = "https://service-contrefait.example";
  await popup.evaluate(
    (url) =>
      chrome.storage.local.set({ erasing: true, settings: { service: { kind: "proxy", url }, siret: null, companies: [], manual: {} } }),
    forged,
  );
  await firefox.close();
  expect((await foundIn(profile, secrets)).length).toBeGreaterThanOrEqual(2);
  expect(await foundIn(profile, { ...READABLE, attestation: inside() })).toEqual([]);

  firefox = await startFirefox([HOSTS.place], profile);
  const again = await firefox.openExtension("popup.html?tab=0");
  // In the same browser, the kept data is still there.
  expect(JSON.stringify(await sendIn(again, "show", { tabId: null }))).not.toContain(forged);
  expect(asBuffers(await again.evaluate(secretsInFiles))).toEqual(secrets);
  await sendIn(again, "eraseAll", {});
  await firefox.close();
  expect(await foundIn(profile, { ...READABLE, attestation: inside(), ...secrets })).toEqual([]);
});
