/** Signing in through the browser's own window, against a real OpenID Connect provider with fictitious people. */
import { expect, type Page, test } from "@playwright/test";
import { type RunningProxy, startProxy } from "../../proxy/start.ts";
import { type ExtensionBrowser, startBrowser } from "./browser.ts";

let proxy: RunningProxy;
let browser: ExtensionBrowser;
let popup: Page;

test.beforeAll(async () => {
  browser = await startBrowser({ portalUrl: "http://127.0.0.1:9", proxyUrl: "http://127.0.0.1:9" });
});
test.afterAll(() => browser.close());
test.beforeEach(async () => {
  proxy = await startProxy({ mode: "demo", port: 0, environment: { PLI_PRET_LOG_LEVEL: "silent", PLI_PRET_DEMO_SIGN_IN: "true" } });
  popup = await browser.startAgain(proxy.url);
});
test.afterEach(() => proxy.close());

async function choose(siret: string): Promise<void> {
  await popup.getByLabel("SIRET").fill(siret);
  await popup.getByRole("button", { name: "Choisir cette entreprise" }).click();
  await popup.getByRole("tab", { name: "Sources" }).click();
}

/** The click closes the window, sometimes before the click is reported as done: only the closing counts. */
async function choosePerson(window: Page, subject: string): Promise<void> {
  const person = window.locator(`#${subject}`);
  await person.waitFor();
  await Promise.all([window.waitForEvent("close"), person.click().catch(() => undefined)]);
}

async function signInAs(subject: string): Promise<void> {
  const [window] = await Promise.all([browser.context.waitForEvent("page"), popup.getByRole("button", { name: "Se connecter" }).click()]);
  await choosePerson(window, subject);
}

const vigilance = () => popup.locator('[data-source="urssaf-attestation-vigilance"]');

test("the company's own person sees its protected documents, and no more after signing out", async () => {
  await choose("99990000400014");
  await expect(vigilance()).toContainText("Cette source ne répond qu'à une personne de l'entreprise.");
  await signInAs("claire");
  await expect(popup.getByText("Connecté : Claire Fictive")).toBeVisible();
  await expect(vigilance()).toHaveAttribute("data-state", "delivered");
  // Another account: the provider, which still knows the first person, asks again who it is.
  const [window] = await Promise.all([
    browser.context.waitForEvent("page"),
    popup.getByRole("button", { name: "Changer de compte" }).click(),
  ]);
  await choosePerson(window, "bruno");
  await expect(popup.getByText("Connecté : Bruno Maquette")).toBeVisible();
  await popup.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(vigilance()).toContainText("Cette source ne répond qu'à une personne de l'entreprise.");
});

test("another company's person is told so, and gets nothing protected", async () => {
  await choose("99990000400014");
  await signInAs("bruno");
  await expect(popup.getByText("Connecté : Bruno Maquette")).toBeVisible();
  await expect(vigilance()).toContainText("Vous êtes connecté pour une autre entreprise.");
  await expect(popup.locator('[data-source="recherche-entreprises"]')).toHaveAttribute("data-state", "delivered");
});

test("a person who refuses is not signed in", async () => {
  await choose("99990000400014");
  await signInAs("refuser");
  await expect(popup.getByText("La connexion a été abandonnée.")).toBeVisible();
});
