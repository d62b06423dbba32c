/** The same extension in Firefox, which speaks English here: first run and its sources, then a form filled and put back. */
import { expect, test } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import type { Page } from "puppeteer-core";
import type { RunningProxy } from "../../proxy/start.ts";
import { RC, READING } from "../consultation/readings.ts";
import { CODE, ribWith } from "../documents/code-drawing.ts";
import { directPage, noMediaBox, pageWithoutType } from "../documents/odd-corpus.ts";
import { faxOf, photographed } from "../documents/scans.ts";
import { MEMBERS_HOST, type Members, startMembers } from "../portals/members.ts";
import { type Portal, startPortal } from "../portals/server.ts";
import { HOSTS } from "./browser.ts";
import { passedOn } from "./colleague.ts";
import { type FirefoxBrowser, firefoxPath, sendIn, startFirefox } from "./firefox.ts";
import { startProxyQuietly } from "./proxy.ts";

let portal: Portal;
let proxy: RunningProxy;
let firefox: FirefoxBrowser;
let members: Members;

test.skip(firefoxPath() === null, "Firefox est absent de cette machine");
test.beforeAll(async () => {
  [portal, proxy, firefox] = await Promise.all([startPortal(), startProxyQuietly(), startFirefox([HOSTS.place, MEMBERS_HOST])]);
  const document = Buffer.from(directPage);
  members = await startMembers({ "/documents/17": document, "/documents/vigilance.pdf": document });
});
test.afterAll(async () => {
  await firefox?.close();
  await proxy?.close();
  await portal?.close();
  await members?.close();
});
test.afterEach(() => firefox?.closeExtension());

const SIRET = "99990000400014";

/** A page of the extension, with the organisation and the company that a test needs: one tried again has a new browser. */
async function ready(): Promise<Page> {
  const asker = await firefox.asker();
  await sendIn(asker, "chooseService", { kind: "proxy", url: proxy.url });
  await sendIn(asker, "chooseCompany", { siret: SIRET });
  return asker;
}

/** The portal's page, open and read by the extension: the one that is there, or a new one. */
async function placeRead(asker: Page): Promise<{ readonly page: Page; readonly tabId: number }> {
  const url = `https://${HOSTS.place}:${new URL(portal.url).port}/place-retrait-dce.html`;
  const open = (await firefox.browser.pages()).find((one) => one.url() === url);
  const page = open ?? (await firefox.browser.newPage());
  if (open === undefined) await page.goto(url);
  let tabId: number | null = null;
  await expect
    .poll(async () => {
      tabId = await firefox.tabRead(asker, url);
      return tabId;
    })
    .not.toBeNull();
  return { page, tabId: tabId ?? 0 };
}

const textOf = (page: Page) => page.evaluate(() => document.body.innerText);
const statesOf = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("[data-source]")].map((row) => [row.getAttribute("data-source"), row.getAttribute("data-state")]),
    ),
  );

/** Gives a file to the page's own field, once it is there. */
async function give(page: Page, selector: string, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<void> {
  await page.waitForSelector(selector);
  await page.evaluate(
    (wanted, name, bytes) => {
      const input = document.querySelector<HTMLInputElement>(wanted);
      if (input === null) return;
      const given = new DataTransfer();
      given.items.add(new File([new Uint8Array(bytes)], name));
      input.files = given.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    selector,
    file.name,
    [...file.bytes],
  );
}

/** Replaces the field's content. */
async function type(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.click(selector, { count: 3 });
  await page.keyboard.type(text);
}

test("an organisation's address, then a company, then its sources", async () => {
  const options = await firefox.openExtension("options.html");
  await options.click("label.radio:last-of-type");
  await type(options, "input[type=url]", proxy.url);
  await options.click("button[type=submit]");
  await expect.poll(() => textOf(options)).toContain("fictitious companies (demonstration)");

  const popup = await firefox.openExtension("popup.html?tab=0");
  await type(popup, "input", "99990000400015");
  await expect.poll(() => textOf(popup)).toContain("This SIRET does not exist");
  await type(popup, "input", SIRET);
  await popup.click("button[type=submit]");
  await popup.waitForSelector("[role=tab][id$=-sources]");
  await popup.click("[role=tab][id$=-sources]");
  await popup.waitForSelector("[data-source]");
  await expect.poll(async () => Object.values(await statesOf(popup)).filter((state) => state === "asking")).toEqual([]);
  expect(await statesOf(popup)).toMatchObject({ "insee-etablissement": "delivered", "urssaf-attestation-vigilance": "delivered" });
});

test("a proxy that is down is said with its address; back, the work goes on; a refusal is told as one", async () => {
  const popup = await firefox.openExtension("popup.html?tab=0");
  await ready();
  const { url } = proxy;
  await proxy.close();
  await sendIn(popup, "chooseCompany", { siret: "99990400600015" });
  await expect.poll(() => textOf(popup)).toContain(url);
  proxy = await startProxyQuietly(Number(new URL(url).port));
  await expect.poll(() => textOf(popup)).not.toContain(url);
  await popup.waitForSelector("[role=tab][id$=-sources]");
  await popup.click("[role=tab][id$=-sources]");
  await expect.poll(async () => (await statesOf(popup))["urssaf-attestation-vigilance"]).toBe("refused");
  await expect.poll(() => textOf(popup)).toContain("urssaf.fr");
});

const RETRAIT = "#ctl0_CONTENU_PAGE_FormulaireRetrait_";
const heldBy = (page: Page, name: string) =>
  page.evaluate((selector) => document.querySelector<HTMLInputElement>(selector)?.value, `${RETRAIT}${name}`);

/** Presses the button whose name starts with `start`, once it is there: by the keyboard, for a list that grows moves what a mouse aims at. */
async function press(page: Page, start: string): Promise<void> {
  const focus = () =>
    page.evaluate((text) => {
      const nameOf = (one: HTMLElement) => one.getAttribute("aria-label") ?? one.innerText;
      const button = [...document.querySelectorAll("button")].find((one) => nameOf(one).startsWith(text) && !one.disabled);
      button?.focus();
      return button !== undefined && document.activeElement === button;
    }, start);
  await expect.poll(focus).toBe(true);
  await page.keyboard.press("Enter");
}

test("a form is filled, then put back as it was, what the person typed included", async () => {
  const { page, tabId } = await placeRead(await ready());
  await page.type(`${RETRAIT}ville`, "Saint-Essai");
  const screen = await firefox.openExtension(`popup.html?tab=${tabId}`);
  await press(screen, "Fill ");
  await expect.poll(() => heldBy(page, "raisonSoc")).toBe("LUMIVERDE INGENIERIE");
  await expect.poll(() => heldBy(page, "siren")).toBe("999900004");
  expect(await heldBy(page, "ville")).toBe("Saint-Essai");
  await expect.poll(() => textOf(screen)).toMatch(/fields? filled/);
  await press(screen, "Undo");
  await expect.poll(() => heldBy(page, "raisonSoc")).toBe("");
  expect(await heldBy(page, "ville")).toBe("Saint-Essai");
});

test("the consultation's files dropped on the dossier's page are read as everywhere else", async () => {
  const { tabId } = await placeRead(await ready());
  const dossier = await firefox.openExtension(`dossier.html?tab=${tabId}`);
  const archive = zipSync({ "pièces.zip": zipSync({ "RC.txt": strToU8(RC), "faux.pdf": strToU8(RC) }) });
  await give(dossier, ".consultation-asked input[type=file]", { name: "dce.zip", bytes: archive });
  await expect.poll(() => textOf(dossier)).toContain("dce.zip/pièces.zip/faux.pdf");
  const quoted = await dossier.evaluate(() => [...document.querySelectorAll(".asked-quote span")].map((one) => one.textContent));
  expect(new Set(quoted)).toEqual(new Set([...READING.pieces, ...READING.points].map(({ quote }) => `« ${quote} »`)));
});

test("a photograph dropped in the coffre is converted, read, and only proposed; a damaged document is mended, a 2D-Doc and a TIFF are read", async () => {
  await ready();
  const coffre = await firefox.openExtension("coffre.html");
  await coffre.waitForSelector(".drop input[type=file]");
  await coffre.evaluate(
    async ([damaged = [], coded = [], fax = []]) => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [1240, 1754];
      const pen = canvas.getContext("2d");
      const input = document.querySelector<HTMLInputElement>(".drop input[type=file]");
      if (pen === null || input === null) return;
      pen.fillStyle = "#ffffff";
      pen.fillRect(0, 0, 1240, 1754);
      pen.fillStyle = "#000000";
      pen.font = "28px serif";
      const lines = ["ATTESTATION DE VIGILANCE", "Urssaf", "SIRET 99990000400014", "à jour de ses obligations", "à la date du 31/10/2026"];
      for (const [index, line] of lines.entries()) pen.fillText(line, 120, 200 + 60 * index);
      const photo = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/webp"));
      const given = new DataTransfer();
      given.items.add(new File(photo === null ? [] : [photo], "vigilance.webp"));
      given.items.add(new File([new Uint8Array(damaged)], "damaged.pdf"));
      given.items.add(new File([new Uint8Array(coded)], "rib.pdf"));
      given.items.add(new File([new Uint8Array(fax)], "fax.tif"));
      input.files = given.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [[...pageWithoutType], [...(await ribWith(CODE))], [...faxOf(await photographed(["ATTESTATION DE VIGILANCE", "Urssaf"]))]],
  );
  // A row out of sight is not laid out, and Firefox leaves its text out of what is shown.
  const held = () => coffre.evaluate(() => document.querySelector(".coffre")?.textContent ?? "");
  await expect.poll(held).toContain("damaged.pdf");
  expect(await held()).not.toContain("cannot be merged");
  await expect.poll(held).toContain("2D-Doc code, not verified here: certificate 0001 of authority FR03");
  await expect.poll(held).toContain("fax.tif");
  expect(await held()).not.toContain("this picture is damaged");
  await expect.poll(() => textOf(coffre)).toContain("Read on the picture of the page");
  expect(await textOf(coffre)).toContain("Take URSSAF certificate");
});

/** Allows the site as a person does, in a gesture. The driver cannot press the extension's own button of the browser. */
async function allow(extensionPage: Page, origin: string): Promise<void> {
  await extensionPage.evaluate((asked) => {
    document.addEventListener("click", () => void chrome.permissions.request({ origins: [asked] }), { once: true });
  }, origin);
  await extensionPage.mouse.click(4, 4);
  await expect.poll(() => extensionPage.evaluate((asked) => chrome.permissions.contains({ origins: [asked] }), origin)).toBe(true);
}

test("documents of the person's session on a site are kept: by a link of its page, then from the browser's own reader of PDF", async () => {
  const page = await firefox.browser.newPage();
  const site = `https://${MEMBERS_HOST}:${members.address.split(":")[1]}`;
  await page.goto(`${site}/entrer`);
  const first = await ready();
  await allow(first, `https://${MEMBERS_HOST}/*`);
  const tabId = await first.evaluate(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? 0, page.url());
  const screen = await firefox.openExtension(`popup.html?tab=${tabId}`);
  await press(screen, "Keep in the vault: Télécharger");
  await expect.poll(() => textOf(screen)).toContain("It needs an answer from you before it can be used.");
  await page.goto(`${site}/documents/vigilance.pdf`).catch(() => null);
  const again = await firefox.openExtension(`popup.html?tab=${tabId}`);
  await press(again, "Keep in the vault: ");
  await expect.poll(() => textOf(again)).toContain("The vault already had this document");
  members.expire();
  await press(again, "Keep in the vault: ");
  await expect.poll(() => textOf(again)).toContain("asks you to sign in: your session has ended");
});

interface Held {
  saved?: { readonly name: string; readonly file: Blob };
}

/** What the page gives to be saved by that gesture; it stays in the page. The driver cannot follow a download. */
async function savedBy(page: Page, gesture: () => Promise<void>): Promise<{ readonly name: string; readonly begins: string }> {
  await page.evaluate(() => {
    HTMLAnchorElement.prototype.click = function () {
      void fetch(this.href).then(async (file) => Object.assign(globalThis, { saved: { name: this.download, file: await file.blob() } }));
    };
  });
  await gesture();
  await expect.poll(() => page.evaluate(() => (globalThis as Held).saved !== undefined)).toBe(true);
  return page.evaluate(async () => {
    const { saved } = globalThis as Held;
    return { name: saved?.name ?? "", begins: (await saved?.file.slice(0, 5).text()) ?? "" };
  });
}

test("a prepared dossier outlives the browser, its award is followed, and the company goes into one sealed file that opens again", async () => {
  test.setTimeout(180_000);
  const asker = await ready();
  const { tabId } = await placeRead(asker);
  const dossier = await firefox.openExtension(`dossier.html?tab=${tabId}`);
  await dossier.waitForSelector("[data-picked=true] input[type=checkbox]");
  await dossier.evaluate(() => {
    const boxes = document.querySelectorAll<HTMLElement>("[data-picked=true] input[type=checkbox]");
    for (const box of [...boxes].slice(1)) box.click();
  });
  await press(dossier, "Prepare the file");
  await expect.poll(() => textOf(dossier)).toContain("The vault keeps it until");
  await dossier.close();
  // As closing the browser does.
  await asker.evaluate(() => chrome.storage.session.remove(["shelf-key", "prepared"]));
  const list = await firefox.openExtension("consultations.html");
  const kept = await savedBy(list, () => press(list, "Save dossier-"));
  expect(kept.name).toMatch(/^dossier-candidature_999900004_.*\.pdf$/);
  expect(kept.begins).toBe("%PDF-");

  await press(list, "I submitted: ");
  await press(list, "The buyer asks for the proofs");
  await list.waitForSelector(".award-form input");
  await list.type(".award-form input", "15/01/2099");
  await list.keyboard.press("Enter");
  await expect.poll(() => textOf(list)).toContain("by 15/01/2099");
  const lines = await list.evaluate(() => [...document.querySelectorAll(".award-line")].map(({ textContent }) => textContent ?? ""));
  expect(lines.some((line) => line.startsWith("URSSAF certificate"))).toBe(true);

  const coffre = await firefox.openExtension("coffre.html");
  await give(coffre, ".drop input[type=file]", { name: "attestation.pdf", bytes: directPage });
  const documents = async () => coffre.evaluate(() => document.querySelectorAll("[data-coffre]").length);
  await expect.poll(documents).toBeGreaterThan(0);
  await press(coffre, "Export LUMIVERDE INGENIERIE for a colleague");
  const phrase = "cinq petits plis prêts ensemble";
  for (const field of await coffre.$$(".panel input[type=password]")) await field.type(phrase);
  const carried = await savedBy(coffre, () => coffre.keyboard.press("Enter"));
  expect(carried.name).toMatch(/^entreprise-999900004-.*\.pliprêt$/);

  const given = Uint8Array.from(
    await coffre.evaluate(async () => [...new Uint8Array((await (globalThis as Held).saved?.file.arrayBuffer()) ?? [])]),
  );
  await importFile(coffre, given, phrase);
  await expect.poll(() => textOf(coffre)).toMatch(/\b0 documents imported, [1-9]\d* already here/);

  // Outside Firefox the same file opens, and one that was made there opens here.
  const { came, file } = await passedOn(given, phrase, { siren: SIRET.slice(0, 9), added: noMediaBox });
  const count = await documents();
  expect(came).toMatchObject({ state: "imported", pieces: count, alreadyHere: 0, carried: { consultations: [expect.anything()] } });
  await importFile(coffre, file, phrase);
  await expect.poll(() => textOf(coffre)).toMatch(new RegExp(`\\b1 document imported, ${count} already here`));
  await expect.poll(() => coffre.evaluate(() => document.querySelector(".coffre")?.textContent ?? "")).toContain("rc-du-collegue.pdf");
  expect(await documents()).toBe(count + 1);
});

/** Imports a company's file. */
async function importFile(coffre: Page, bytes: Uint8Array, phrase: string): Promise<void> {
  await press(coffre, "Import an exported file");
  await give(coffre, ".panel input[type=file]", { name: "entreprise.pliprêt", bytes });
  await coffre.type(".panel input[type=password]", phrase);
  await coffre.keyboard.press("Enter");
}
