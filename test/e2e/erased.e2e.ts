/** What a copy of the browser's profile gives of the person: nothing readable while they work, no key once everything is erased. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { RunningProxy } from "../../proxy/start.ts";
import { type Portal, startPortal } from "../portals/server.ts";
import { type ExtensionBrowser, HOSTS, sendFrom, startBrowser } from "./browser.ts";
import { asBuffers, foundIn, secretsInFiles } from "./profile.ts";
import { startProxyQuietly } from "./proxy.ts";

const SIRET = "99990000400014";
/** Entered by the person, told by the sources, kept in the coffre. */
const READABLE = {
  siren: SIRET.slice(0, 9),
  name: "LUMIVERDE INGENIERIE",
  iban: "FR7630006000011234567890189",
  email: "offres.secretes@lumiverde.example",
  telephone: "0612345678",
  fileName: "vigilance-de-l-entreprise-secrete.pdf",
};

let portal: Portal;
let proxy: RunningProxy;
let profile: string;
/** Folder of the person's own files. */
let files: string;
let browser: ExtensionBrowser;
let attestation: Buffer;

test.beforeAll(async () => {
  [portal, proxy] = await Promise.all([startPortal(), startProxyQuietly()]);
  [profile, files] = (await Promise.all(["profile", "files"].map((what) => mkdtemp(join(tmpdir(), `pli-pret-${what}-`))))) as [
    string,
    string,
  ];
  const response = await fetch(`${proxy.url}/v1/companies/${SIRET}/sources/urssaf-attestation-vigilance/documents/0`);
  attestation = Buffer.from(await response.arrayBuffer());
  await writeFile(join(files, READABLE.fileName), attestation);
});
test.afterAll(async () => {
  await browser.close();
  await proxy.close();
  await portal.close();
  for (const folder of [profile, files]) await rm(folder, { recursive: true, force: true });
});

const start = () => startBrowser({ portalUrl: portal.url, proxyUrl: proxy.url, profile });
/** The attestation, from its middle: its first bytes are those of any PDF. */
const inside = () => attestation.subarray(Math.floor(attestation.length / 2), Math.floor(attestation.length / 2) + 32);

/** A morning's work: a company, its sources, what is typed, a document dropped, an attestation brought, the coffre opened. */
async function work(popup: Page): Promise<void> {
  await sendFrom(popup, "chooseService", { kind: "proxy", url: proxy.url });
  await sendFrom(popup, "chooseCompany", { siret: SIRET });
  const values = { iban: READABLE.iban, contactEmail: READABLE.email, contactTelephone: READABLE.telephone };
  expect(await sendFrom(popup, "remember", { siret: SIRET, values })).toEqual({ refused: [] });
  await popup.reload();
  // At the very first reading, no source was asked yet.
  const isAnswered = (all: readonly { state: string }[]) => all.length > 0 && all.every(({ state }) => state !== "asking");
  await expect.poll(async () => isAnswered((await sendFrom(popup, "show", { tabId: null })).sources)).toBe(true);
  const brought = await sendFrom(popup, "bringPiece", { tabId: null, pieceId: "urssaf-attestation-vigilance#0" });
  expect(brought).toHaveProperty("key");
  const [coffre] = await Promise.all([
    browser.context.waitForEvent("page"),
    popup.getByRole("button", { name: "Ouvrir le coffre" }).first().click(),
  ]);
  await coffre.locator(".drop input[type=file]").setInputFiles([join(files, READABLE.fileName)]);
  await expect(coffre.locator("[data-coffre]")).toHaveCount(1);
  const tabId = await browser.tabIdOf(await browser.visit(HOSTS.place, "/place-retrait-dce.html"));
  const dossier = await browser.context.newPage();
  await dossier.goto(`${browser.origin}/dossier.html?tab=${tabId}`);
  const picked = dossier.locator("[data-picked=true]");
  await expect(picked).not.toHaveCount(0);
  // Other pieces appear as they become known.
  const piece = await picked.first().getAttribute("data-piece");
  const left = dossier.locator(`[data-piece="${piece}"][data-picked=false]`);
  await dossier.locator(`[data-piece="${piece}"]`).getByRole("checkbox").press("Space");
  await expect(left).toHaveCount(1);
  await dossier.reload();
  await expect(left).toHaveCount(1);
  // The menu is drawn a moment later.
  await coffre.waitForTimeout(1_000);
}

test("while the person works, a copy of the profile shows nothing; erased, it holds no key either", async () => {
  browser = await start();
  const popup = await browser.popupWithoutPage();
  await work(popup);
  const secrets = asBuffers(await popup.evaluate(secretsInFiles));
  expect(Object.keys(secrets)).toHaveLength(2);
  await browser.close();
  // Proves that the search works: the browser's history shows that the coffre was opened, but not for whom.
  expect(await foundIn(profile, { page: "coffre.html" })).not.toEqual([]);
  expect(await foundIn(profile, { ...READABLE, attestation: inside() })).toEqual([]);
  expect(await foundIn(profile, secrets)).toHaveLength(2);

  browser = await start();
  await sendFrom(await browser.popupWithoutPage(), "eraseAll", {});
  await browser.close();
  expect(await foundIn(profile, { ...READABLE, attestation: inside(), ...secrets })).toEqual([]);
});

test("a content script reads nothing of what the extension keeps, and writes nothing there", async () => {
  browser = await start();
  const page = await browser.visit(HOSTS.place, "/place-retrait-dce.html");
  await browser.tabIdOf(page);
  const session = await browser.context.newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => worlds.push(context));
  await session.send("Runtime.enable");
  const ours = worlds.find(({ origin }) => origin.startsWith("chrome-extension://"));
  if (ours === undefined) throw new Error("The content script's world was not found.");
  const attempt = async (expression: string) => {
    const { result } = await session.send("Runtime.evaluate", {
      expression: `(async () => { try { await ${expression}; return "done"; } catch { return "refused"; } })()`,
      contextId: ours.id,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value;
  };
  for (const area of ["local", "session"]) {
    expect(await attempt(`chrome.storage.${area}.get(null)`), area).toBe("refused");
    expect(await attempt(`chrome.storage.${area}.set({ settings: {} })`), area).toBe("refused");
  }
});
