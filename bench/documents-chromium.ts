/** Sixty megabytes of documents made into one PDF, then into a ZIP, in the extension's page of a Chromium whose heaps end at 512 MB. */
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { scanned } from "../test/documents/merge-corpus.ts";
import { startBrowser } from "../test/e2e/browser.ts";
import { DEMO_SIRET } from "../test/e2e/job.ts";
import { startProxyQuietly } from "../test/e2e/proxy.ts";
import { clearPeaks, peakNow, seconds } from "./renderers.ts";

const DOCUMENTS = 12;
const PAGES = 5;
/** A page of 1000 × 1000 grey pixels: 1 MB. */
const SIDE = 1_000;
const HEAP = "max-old-space-size=512";
const PATIENCE_MS = 120_000;

export async function measureInChromium(): Promise<void> {
  const proxy = await startProxyQuietly();
  const heavy = await startHeavyProxy(proxy.url);
  const browser = await startBrowser({ portalUrl: "http://127.0.0.1:9", proxyUrl: heavy.url, args: [`--js-flags=--${HEAP}`] });
  try {
    const popup = await browser.popupWithoutPage();
    await popup.getByLabel("SIRET").fill(DEMO_SIRET);
    await popup.getByRole("button", { name: "Choisir cette entreprise" }).click();
    await popup.getByRole("tab", { name: "Sources" }).waitFor();
    const dossier = await browser.context.newPage();
    await dossier.goto(`${browser.origin}/dossier.html?tab=`);
    await dossier.locator("[data-piece]").nth(DOCUMENTS).waitFor();
    await dossier.getByText(/sources sur \d+ ont répondu/).waitFor({ state: "detached" });
    await pickFirst(dossier, DOCUMENTS);
    for (const form of ["pdf", "zip"] as const) {
      if (form === "zip") await dossier.getByText("Les originaux intacts, dans un ZIP").click();
      const before = clearPeaks(HEAP);
      const started = performance.now();
      await dossier.getByRole("button", { name: /^Préparer (le dossier|à nouveau)$/ }).click();
      await dossier.locator(`[data-made$=".${form}"]`).waitFor({ timeout: PATIENCE_MS });
      const made = performance.now();
      await dossier.locator("[data-check=sound]").waitFor({ state: "attached", timeout: PATIENCE_MS });
      const checked = performance.now();
      const weight = await dossier.locator("[data-made] .about").first().textContent();
      console.log(
        `${form} : ${weight} ; fait en ${seconds(made - started)}, rouvert et contrôlé en ${seconds(checked - made)} ; mémoire ${before} Mo avant, ${peakNow(HEAP)} Mo au plus`,
      );
    }
  } finally {
    await browser.close();
    await heavy.close();
    await proxy.close();
  }
}

/** The proxy of the demonstration, each of whose documents is a scan of five pages that nothing compresses. */
async function startHeavyProxy(url: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const scan = await scanned(SIDE, PAGES);
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { host: _, connection: __, "content-length": ___, ...headers } = request.headers;
    const body = request.method === "GET" || request.method === "OPTIONS" ? {} : { body: Buffer.concat(chunks) };
    const answer = await fetch(`${url}${request.url}`, {
      method: request.method ?? "GET",
      headers: headers as Record<string, string>,
      ...body,
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isDocument = request.method === "GET" && answer.ok && /\/documents\/\d+/.test(request.url ?? "");
    answer.headers.forEach((value, name) => {
      if (!/^(content-(length|encoding)|transfer-encoding|connection)$/.test(name)) response.setHeader(name, value);
    });
    // The extension takes only bytes whose digest it was told.
    if (isDocument) response.setHeader("x-document-sha256", createHash("sha256").update(scan).digest("hex"));
    response.writeHead(answer.status).end(isDocument ? scan : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

async function pickFirst(dossier: Page, count: number): Promise<void> {
  await dossier.locator("[data-piece]").evaluateAll((rows, wanted) => {
    for (const [index, row] of rows.entries()) {
      const box = row.querySelector<HTMLInputElement>("input[type=checkbox]");
      if (box !== null && box.checked !== index < wanted) box.click();
    }
  }, count);
}
