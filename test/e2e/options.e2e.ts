/** What the options page does to everything kept: taken away in a file, erased for good, told in the other language. */
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { type RunningProxy, startProxy } from "../../proxy/start.ts";
import { signedText, UNSET_KEY } from "../../src/background/issued-data.ts";
import { DATA_KEY } from "../../src/background/packaged-data.ts";
import { PIECE_KINDS } from "../../src/domain/pieces.ts";
import { en } from "../../src/i18n/en.ts";
import { fr } from "../../src/i18n/fr.ts";
import { type Portal, startPortal } from "../portals/server.ts";
import { type ExtensionBrowser, HOSTS, sendFrom, startBrowser } from "./browser.ts";
import { startProxyQuietly } from "./proxy.ts";

const SIRET = "99990000400014";
const NAME = "LUMIVERDE INGENIERIE";

let portal: Portal;
let proxy: RunningProxy;
let browser: ExtensionBrowser;

test.beforeAll(async () => {
  const environment = { PLI_PRET_LOG_LEVEL: "silent", PLI_PRET_DEMO_SIGN_IN: "true" };
  [portal, proxy] = await Promise.all([startPortal(), startProxy({ mode: "demo", port: 0, environment })]);
  browser = await startBrowser({ portalUrl: portal.url, proxyUrl: proxy.url });
});
test.afterAll(async () => {
  await browser.close();
  await proxy.close();
  await portal.close();
});
test.afterEach(() => browser.closePages());

async function open(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/${path}`);
  return page;
}

async function vigilance(): Promise<Buffer> {
  const open = await startProxyQuietly();
  const response = await fetch(`${open.url}/v1/companies/${SIRET}/sources/urssaf-attestation-vigilance/documents/0`);
  const bytes = Buffer.from(await response.arrayBuffer());
  await open.close();
  expect(response.status).toBe(200);
  return bytes;
}

/** A data file like the project's, but signed with another key. */
async function forgedData(): Promise<Buffer> {
  const { privateKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const key = await crypto.subtle.exportKey("jwk", privateKey);
  return Buffer.from(await signedText({ version: 9, issuedOn: "2026-11-29", forms: [] }, key));
}

/** Secrets in the browser's session memory: the tokens of the person's session, the key of the coffre. */
function secretsOf(session: Record<string, unknown>): string[] {
  const { accessToken, refreshToken } = session.identity as { accessToken: string; refreshToken: string };
  return [accessToken, refreshToken, session["coffre-session"] as string];
}

interface Kept {
  readonly local: Record<string, unknown>;
  readonly session: Record<string, unknown>;
  /** Records by database and store. */
  readonly records: Record<string, number>;
}

/** All that the extension holds in the browser. */
function keptBy(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const records: Record<string, number> = {};
    for (const { name = "" } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of db.objectStoreNames) {
        const count = db.transaction(store).objectStore(store).count();
        records[`${name}/${store}`] = await new Promise((resolve) => {
          count.onsuccess = () => resolve(count.result);
        });
      }
      db.close();
    }
    return { local: await chrome.storage.local.get(null), session: await chrome.storage.session.get(null), records };
  });
}

/** The marks kept outside the stores that pages may reach, by name. */
function marksIn(page: Page): Promise<[string, unknown][]> {
  return page.evaluate(async () => {
    const request = indexedDB.open("pli-pret-marks");
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    const store = request.result.transaction("marks").objectStore("marks");
    const [names, values] = [store.getAllKeys(), store.getAll()];
    await new Promise((resolve) => {
      store.transaction.oncomplete = resolve;
    });
    request.result.close();
    return names.result.map((name, at) => [String(name), values.result[at]]);
  });
}

test("everything kept is taken away in one file, without session, key nor document; erased, nothing is left", async () => {
  const page = await browser.visit(HOSTS.place, "/place-retrait-dce.html");
  const popup = await browser.popupOf(page);
  await popup.getByLabel("SIRET").fill(SIRET);
  await popup.getByRole("button", { name: "Choisir cette entreprise" }).click();
  await popup.getByRole("tab", { name: "Sources" }).click();
  const [window] = await Promise.all([browser.context.waitForEvent("page"), popup.getByRole("button", { name: "Se connecter" }).click()]);
  await window.locator("#claire").click();
  await expect(popup.getByText("Connecté : Claire Fictive")).toBeVisible();
  await expect(popup.getByText(/\d+ sources ont répondu/)).toBeVisible();
  await sendFrom(popup, "remember", { siret: SIRET, values: { contactNom: "Lemaire" } });
  await popup.getByRole("button", { name: /^Remplir \d+ champ/ }).click();
  await expect(popup.getByRole("status").filter({ hasText: "champs remplis" })).toBeVisible();

  const options = await open("options.html");
  const given = { name: "vigilance.pdf", mimeType: "application/pdf", buffer: await vigilance() };
  await options.locator(".drop input[type=file]").setInputFiles([given]);
  await expect(options.getByText("1 document ajouté au coffre.")).toBeVisible();
  const before = await keptBy(options);
  expect(before.records).toMatchObject({ "coffre/bytes": 1, "coffre/keyring": 1 });
  expect(before.session).toHaveProperty("identity");

  const updated = options.locator("section").filter({ has: options.getByRole("heading", { name: fr.data.title }) });
  await updated
    .locator("input[type=file]")
    .setInputFiles({ name: "donnees-9.json", mimeType: "application/json", buffer: await forgedData() });
  await expect(updated.getByRole("status")).toHaveText(fr.data.problems[DATA_KEY === UNSET_KEY ? "noKey" : "badSignature"]);

  const [download] = await Promise.all([
    options.waitForEvent("download"),
    options.getByRole("button", { name: "Enregistrer le fichier" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^pli-pret-\d{4}-\d{2}-\d{2}\.json$/);
  const text = await readFile(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({
    settings: {
      service: { kind: "proxy", url: proxy.url },
      companies: [{ siret: SIRET, name: NAME }],
      manual: { [SIRET]: { contactNom: "Lemaire" } },
      language: "auto",
    },
  });
  for (const secret of secretsOf(before.session)) expect(text).not.toContain(secret);
  expect(text).not.toContain("%PDF");
  expect(text).not.toContain(given.buffer.toString("base64").slice(0, 40));

  await options.getByRole("button", { name: "Tout effacer" }).click();
  await expect(options.getByRole("button", { name: "Effacer définitivement" })).toBeDisabled();
  await options.getByLabel("Pour confirmer, tapez « effacer »").fill("Effacer");
  await options.getByRole("button", { name: "Effacer définitivement" }).click();
  await expect(options.getByText("Tout est effacé.")).toBeVisible();
  const after = await keptBy(options);
  expect(after.local).toEqual({});
  // An empty coffre makes a new key when it is opened. The mark that a name was sealed once survives everything,
  // so that no unsealed data is believed there.
  const { "coffre/keyring": _, "pli-pret-marks/marks": __, ...records } = after.records;
  for (const [name, value] of await marksIn(options)) expect([name.slice(0, 7), value]).toEqual(["sealed/", true]);
  expect(Object.values(records).length).toBeGreaterThan(3);
  expect(Object.values(records).every((count) => count === 0)).toBe(true);
  const left = JSON.stringify(after.session);
  expect([...secretsOf(before.session), "Lemaire", NAME, SIRET].filter((text) => left.includes(text))).toEqual([]);
});

/** Every text of the messages, cut where numbers or names are inserted. */
function partsOf(messages: object): string[] {
  return Object.values(messages).flatMap((value: unknown): string[] => {
    if (typeof value === "string") return [value];
    if (typeof value === "function") return textOf(value as (...given: string[]) => unknown).split("§");
    return typeof value === "object" && value !== null ? partsOf(value) : [];
  });
}

/** Empty for a message that takes more than numbers and names. */
function textOf(message: (...given: string[]) => unknown): string {
  try {
    const text = message("§", "§", "§", "§");
    return typeof text === "string" ? text : "";
  } catch {
    return "";
  }
}

const ENGLISH = new Set(partsOf(en).map((part) => part.trim()));
const FRENCH = [...partsOf(fr), ...PIECE_KINDS.flatMap((kind) => fr.labels.obtainAt(kind) ?? [])]
  .map((part) => part.trim())
  .filter((part) => part.length > 3 && !ENGLISH.has(part));
/** A text shorter than this counts only as a whole line, since registers' own titles hold the same words. */
const TELLING = 14;
/** The languages' own names, and words that are the same in both. */
const OWN_NAMES = ["Français", "DUME"];

/** French messages that the page shows. What the buyer, the registers and the portals wrote stays in their language. */
async function frenchIn(page: Page): Promise<string[]> {
  const text = await page.locator("#root").innerText();
  const lines = new Set(text.split("\n").map((line) => line.trim()));
  return FRENCH.filter((part) => !OWN_NAMES.includes(part) && (part.length < TELLING ? lines.has(part) : text.includes(part)));
}

test("English chosen in the options is what every open screen speaks at once", async () => {
  const page = await browser.visit(HOSTS.place, "/place-retrait-dce.html");
  const popup = await browser.popupOf(page);
  await sendFrom(popup, "chooseService", { kind: "proxy", url: proxy.url });
  await sendFrom(popup, "chooseCompany", { siret: SIRET });
  const coffre = await open("coffre.html");
  await expect(coffre.getByRole("heading", { level: 1 })).toHaveText(fr.coffre.heading);
  const dossier = await open(`dossier.html?tab=${await browser.tabIdOf(page)}`);
  await expect(dossier.getByRole("heading", { name: fr.dossier.check })).toBeVisible();
  const options = await open("options.html");
  await expect(options.getByRole("heading", { name: fr.options.heading })).toBeVisible();
  expect((await frenchIn(options)).length).toBeGreaterThan(20);
  await options.getByText("English", { exact: true }).click();
  await expect(options.getByRole("heading", { level: 1 })).toHaveText("Pli prêt options");
  await expect(options.getByRole("heading", { name: "Language" })).toBeVisible();
  await expect(options.locator("html")).toHaveAttribute("lang", "en");
  expect(await frenchIn(options)).toEqual([]);

  await expect(popup.getByRole("button", { name: /^Fill \d+ field/ })).toBeEnabled();
  await expect(popup.getByText(/\d+ sources answered/)).toBeVisible();
  expect(await frenchIn(popup)).toEqual([]);
  for (const tab of ["Documents", "Sources"]) {
    await popup.getByRole("tab", { name: tab }).click();
    expect(await frenchIn(popup)).toEqual([]);
  }
  await expect(coffre.getByRole("heading", { level: 1 })).toHaveText("Vault");
  await expect(coffre).toHaveTitle("Pli prêt – Vault");
  expect(await frenchIn(coffre)).toEqual([]);
  await expect(dossier.getByRole("heading", { name: en.dossier.check })).toBeVisible();
  await expect(dossier.locator("html")).toHaveAttribute("lang", "en");
  expect(await frenchIn(dossier)).toEqual([]);
});
