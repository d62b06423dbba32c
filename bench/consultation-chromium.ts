/** A consultation's files of 200 pages and 80 MB dropped on the dossier's page of a Chromium whose heaps end at 512 MB. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOSTS, startBrowser } from "../test/e2e/browser.ts";
import { DEMO_SIRET } from "../test/e2e/job.ts";
import { startProxyQuietly } from "../test/e2e/proxy.ts";
import { startPortal } from "../test/portals/server.ts";
import { clearPeaks, peakNow } from "./renderers.ts";

const HEAP = "max-old-space-size=512";
const PATIENCE_MS = 120_000;
const ROUNDS = 3;
const inSeconds = (ms: number) => (ms / 1000).toFixed(1);

export async function measureInChromium(archive: Uint8Array): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pli-pret-dce-"));
  const [portal, proxy] = await Promise.all([startPortal(), startProxyQuietly()]);
  const browser = await startBrowser({ portalUrl: portal.url, proxyUrl: proxy.url, args: [`--js-flags=--${HEAP}`] });
  try {
    const page = await browser.visit(HOSTS.aws, "/depot-classique.html");
    const popup = await browser.popupOf(page);
    await popup.getByLabel("SIRET").fill(DEMO_SIRET);
    await popup.getByRole("button", { name: "Choisir cette entreprise" }).click();
    await popup.getByRole("tab", { name: "Pièces" }).click();
    const opened = browser.context.waitForEvent("page");
    await popup.getByRole("button", { name: "Composer le dossier" }).click();
    const dossier = await opened;
    const asked = dossier.locator(".consultation-asked");
    await asked.locator("input[type=file]").waitFor({ state: "attached" });
    await dossier.getByText(/sources sur \d+ ont répondu/).waitFor({ state: "detached" });
    console.log(
      "| dans Chromium, tour | premiers résultats (s) | tout lu (s) | image la plus tardive (ms) | mémoire avant (Mo) | au plus (Mo) |",
    );
    console.log("| --- | --- | --- | --- | --- | --- |");
    for (let round = 1; round <= ROUNDS; round++) {
      // A browser fires no event when the same file is chosen twice.
      const path = join(folder, `consultation-${round}.zip`);
      writeFileSync(path, archive);
      const before = clearPeaks(HEAP);
      // Watches the frames: the longest wait for one is how long the screen was frozen.
      await dossier.evaluate(() => {
        let last = performance.now();
        const watched = window as unknown as { longest: number };
        watched.longest = 0;
        const tick = () => {
          const now = performance.now();
          watched.longest = Math.max(watched.longest, now - last);
          last = now;
          requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      });
      const started = performance.now();
      await asked.locator("input[type=file]").setInputFiles(path);
      await asked.locator(".asked-results").waitFor({ timeout: PATIENCE_MS });
      const first = performance.now();
      await asked.getByRole("button", { name: "Arrêter la lecture" }).waitFor({ state: "detached", timeout: PATIENCE_MS });
      const all = performance.now();
      const longest = await dossier.evaluate(() => (window as unknown as { longest: number }).longest);
      const cells = [round, inSeconds(first - started), inSeconds(all - started), Math.round(longest), before, peakNow(HEAP)];
      console.log(`| ${cells.join(" | ")} |`);
      await asked.getByRole("button", { name: "Oublier cette lecture" }).click();
      await asked.locator(".asked-results").waitFor({ state: "detached" });
    }
  } finally {
    await browser.close();
    await Promise.all([portal.close(), proxy.close()]);
    rmSync(folder, { recursive: true });
  }
}
