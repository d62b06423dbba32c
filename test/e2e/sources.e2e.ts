/** Sources seen from the screen: answers as they come, a worker stopped midway, a proxy that goes and comes back, a wrong SIRET. */
import { expect, type Page, test } from "@playwright/test";
import type { RunningProxy } from "../../proxy/start.ts";
import { type ExtensionBrowser, startBrowser } from "./browser.ts";
import { startProxyQuietly } from "./proxy.ts";

const COMPLETE = "99990000400014";
const CLOSED = "99990500300003";
const IN_TROUBLE = "99990400600015";

let proxy: RunningProxy;
let browser: ExtensionBrowser;
let popup: Page;

test.beforeAll(async () => {
  browser = await startBrowser({ portalUrl: "http://127.0.0.1:9", proxyUrl: "http://127.0.0.1:9" });
});
test.afterAll(() => browser.close());
test.beforeEach(async () => {
  proxy = await startProxyQuietly();
  popup = await browser.startAgain(proxy.url);
});
test.afterEach(() => proxy.close());

async function choose(siret: string): Promise<void> {
  await popup.getByLabel("SIRET").fill(siret);
  await popup.getByRole("button", { name: "Choisir cette entreprise" }).click();
  await popup.getByRole("tab", { name: "Sources" }).click();
}

const rows = (state?: string) => popup.locator(state === undefined ? "[data-source]" : `[data-source][data-state="${state}"]`);

/** Waits until every source has answered. */
async function settled(): Promise<void> {
  await expect(rows()).not.toHaveCount(0);
  await expect(rows("asking")).toHaveCount(0);
}

test("a wrong SIRET is explained where it is typed, and asks nothing", async () => {
  const field = popup.getByLabel("SIRET");
  const submit = popup.getByRole("button", { name: "Choisir cette entreprise" });
  await submit.click();
  await expect(popup.getByText("Tapez le nom de l'entreprise, ou collez son SIRET.")).toBeVisible();
  await field.fill("999 900 004 0001");
  await submit.click();
  await expect(popup.getByText("Un SIRET compte 14 chiffres, un SIREN 9.")).toBeVisible();
  await field.fill("99990000400015");
  await expect(popup.getByText("Ce SIRET n'existe pas")).toBeVisible();
  await field.fill("9999O000400014");
  await submit.click();
  await expect(popup.getByText("Un SIRET ne contient que des chiffres.")).toBeVisible();
  expect(proxy.simulator?.calls).toEqual([]);
});

test("a company is found by its name, and chosen by keyboard", async () => {
  await popup.getByLabel("SIRET").fill("lumiverde");
  const found = popup.getByRole("listbox", { name: "Entreprises trouvées" });
  await expect(found).toContainText("99990000400014".replace(/(\d{3})(\d{3})(\d{3})(\d{5})/, "$1 $2 $3 $4"));
  await expect(popup.getByRole("status")).toContainText("1 entreprise");
  await popup.keyboard.press("ArrowDown");
  await popup.keyboard.press("Enter");
  await expect(popup.getByRole("tab", { name: "Sources" })).toBeVisible();
  await expect(popup.getByText("LUMIVERDE INGENIERIE")).toBeVisible();
});

test("a search that does not answer is said, and the SIRET stays possible", async () => {
  proxy.simulator?.fault("recherche-entreprises", { kind: "status", status: 500 });
  await popup.getByLabel("SIRET").fill("lumiverde");
  await expect(popup.getByText("La recherche ne répond pas.")).toBeVisible();
  await choose(COMPLETE);
  await settled();
});

test("a valid SIRET that nobody knows says so, and the rest goes on", async () => {
  await choose("73282932000074");
  await settled();
  await expect(popup.locator('[data-source="insee-etablissement"]')).toContainText("L'INSEE ne connaît pas ce SIRET.");
});

test("answers come one by one; a worker stopped midway goes on with what is missing", async () => {
  const held = Promise.withResolvers<void>();
  for (const service of ["urssaf", "dgfip"]) proxy.simulator?.fault(service, { kind: "held", until: held.promise });
  const vigilance = popup.locator('[data-source="urssaf-attestation-vigilance"]');
  await choose(COMPLETE);
  // Both sources that read INSEE's establishment.
  for (const source of ["insee-etablissement", "insee-statut-ess"])
    await expect(popup.locator(`[data-source="${source}"]`)).toHaveAttribute("data-state", "delivered");
  await expect(vigilance).toHaveAttribute("data-state", "asking");
  const callsBefore = proxy.simulator?.calls.length ?? 0;
  await browser.stopWorker();
  held.resolve();
  await settled();
  const after = (proxy.simulator?.calls ?? []).slice(callsBefore);
  await expect(vigilance).toHaveAttribute("data-state", "delivered");
  expect(after.map(({ path }) => path).filter((path) => path.includes("/insee/sirene/etablissements"))).toEqual([]);
});

test("a proxy that is down is said with its address; when it comes back the work goes on by itself", async () => {
  const { url } = proxy;
  await proxy.close();
  await popup.reload();
  await expect(popup.getByRole("alert")).toContainText("Le service de votre organisme ne répond pas");
  await expect(popup.getByRole("alert")).toContainText(url);
  proxy = await startProxyQuietly(Number(new URL(url).port));
  await expect(popup.getByRole("alert")).toHaveCount(0);
  await choose(COMPLETE);
  await settled();
  await expect(popup.locator('[data-source="insee-etablissement"]')).toHaveAttribute("data-state", "delivered");
});

test("one source in trouble among all: its row says what and what next, the others deliver, a retry mends it", async () => {
  proxy.simulator?.fault("urssaf", { kind: "html", times: 1 });
  await choose(COMPLETE);
  await settled();
  const row = popup.locator('[data-source="urssaf-attestation-vigilance"]');
  await expect(row).toHaveAttribute("data-state", "unexpectedShape");
  await expect(row).toContainText("rien n'en est utilisé");
  await expect(popup.locator('[data-source="insee-etablissement"]')).toHaveAttribute("data-state", "delivered");
  await row.getByRole("button", { name: /^Redemander/ }).click();
  await expect(row).toHaveAttribute("data-state", "delivered");
});

test("a refusal is told as one, with what to do", async () => {
  await choose(IN_TROUBLE);
  await settled();
  const row = popup.locator('[data-source="urssaf-attestation-vigilance"]');
  await expect(row).toHaveAttribute("data-state", "refused");
  await expect(row).toContainText("L'URSSAF refuse de délivrer l'attestation");
  await expect(row).toContainText("urssaf.fr");
});

test("a closed establishment stops the person, and the new SIRET is one gesture away", async () => {
  await choose(CLOSED);
  const card = popup.getByRole("alert").filter({ hasText: "Cet établissement est fermé" });
  await expect(card).toBeVisible();
  await card.getByRole("button", { name: /999 905 003 00011/ }).click();
  await expect(popup.getByText("999 905 003 00011")).toBeVisible();
  await settled();
  await expect(card).toHaveCount(0);
});
