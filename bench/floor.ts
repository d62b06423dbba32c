/**
 * The floor of a page's opening, measured beside it, in the same browser: what this machine's browser takes at least to open a page of an
 * extension, to wake its background and to draw by React. A page is judged by its ratio to it: hours of a slow machine slow both down.
 */
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { ExtensionBrowser } from "../test/e2e/browser.ts";
import { shareOf } from "./spread.ts";

const BUILT = fileURLToPath(new URL("../.output/chrome-mv3", import.meta.url));
const PAGE = fileURLToPath(new URL("./floor-page.ts", import.meta.url));

export interface BuildWithFloor {
  readonly folder: string;
  remove(): Promise<void>;
}

/** A copy of a build, with the page of the floor beside its own. @param folder of the build; without it, that of this checkout */
export async function withFloor(folder: string = BUILT): Promise<BuildWithFloor> {
  const copy = await mkdtemp(join(tmpdir(), "pli-pret-floor-"));
  await cp(folder, copy, { recursive: true });
  await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: { outDir: copy, emptyOutDir: false, copyPublicDir: false, lib: { entry: PAGE, formats: ["es"], fileName: () => "floor.js" } },
  });
  const page = `<!doctype html><meta charset="utf-8"><title>floor</title><div id="root"></div><script type="module" src="./floor.js"></script>`;
  await writeFile(join(copy, "floor.html"), page);
  return { folder: copy, remove: () => rm(copy, { recursive: true, force: true }) };
}

/** Milliseconds from the page's beginning to its paragraph: in the document, and shown. */
export interface Floor {
  readonly drawn: number;
  readonly shown: number;
}

export async function floorOf(browser: ExtensionBrowser): Promise<Floor> {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    const drawn = new MutationObserver(() => {
      if (document.querySelector("#floor") === null) return;
      drawn.disconnect();
      performance.mark("drawn");
      // Marked after the frame in which it is shown.
      requestAnimationFrame(() => setTimeout(() => performance.mark("shown")));
    });
    drawn.observe(document, { subtree: true, childList: true });
  });
  await page.goto(`${browser.origin}/floor.html`);
  await page.waitForFunction(() => performance.getEntriesByName("shown").length > 0);
  const floor = await page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
    return { drawn: at("drawn"), shown: at("shown") };
  });
  await page.close();
  return floor;
}

/** A line of a table: the best, the median and the slowest in twenty, in milliseconds, and the median beside that of the floor. */
export function lineOf(what: string, times: readonly number[], floor: readonly number[]): string {
  const of = (share: number) => Math.round(shareOf(times, share));
  const ratio = (shareOf(times, 0.5) / shareOf(floor, 0.5)).toFixed(2).replace(".", ",");
  return `| ${what} | ${of(0)} | ${of(0.5)} | ${of(0.95)} | ${ratio} |`;
}
