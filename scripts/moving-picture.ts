/** One whole candidature as an animated picture: the portal's page and the popup beside it, as the demonstration plays them. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { runJob } from "../test/e2e/job.ts";
import { startProxyQuietly } from "../test/e2e/proxy.ts";
import { startPortal } from "../test/portals/server.ts";

/** The pictures of the job, and what each shows; a page picture stays until the next one. */
const FRAMES = [
  ["passe-marche-1-avant", "La page de candidature d'un portail, vide."],
  ["passe-marche-3-pret", "L'extension l'a lue, et a interrogé les sources officielles."],
  ["passe-marche-4-rempli", "Un clic : le formulaire est rempli."],
  ["passe-marche-5-joint", "Un autre : les pièces sont dans leurs emplacements."],
  ["passe-marche-6-apres", "La page, à relire avant d'enregistrer."],
] as const;
const WIDTH = 1_120;
const HEIGHT = 680;
/** How long each frame stays, hundredths of a second. */
const DELAY = 260;

/**
 * @param page a blank page, to draw the frames
 * @param file where the moving picture is written, GIF
 * @throws {Error} when the job misses a picture, or ImageMagick fails
 */
export async function drawMovingPicture(page: Page, file: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "pli-pret-moving-"));
  const [proxy, portal] = await Promise.all([startProxyQuietly(), startPortal()]);
  try {
    const { screenshots } = await runJob({ portalUrl: portal.url, proxyUrl: proxy.url, outputDir: folder });
    await page.setViewportSize({ width: WIDTH, height: HEIGHT });
    const frames: string[] = [];
    let portalPicture = "";
    let popupPicture: string | null = null;
    for (const [name, sentence] of FRAMES) {
      const path = screenshots.find((one) => basename(one) === `${name}.png`);
      if (path === undefined) throw new Error(`Le travail n'a pas donné l'image ${name}.`);
      const picture = (await readFile(path)).toString("base64");
      if (/-(avant|apres)$/.test(name)) portalPicture = picture;
      else popupPicture = picture;
      await page.setContent(sceneOf(sentence, portalPicture, /-apres$/.test(name) ? null : popupPicture));
      const frame = join(folder, `frame-${frames.length}.png`);
      await page.screenshot({ path: frame, scale: "css" });
      frames.push(frame);
    }
    await promisify(execFile)("convert", ["-delay", String(DELAY), "-loop", "0", ...frames, "-layers", "Optimize", file]);
  } finally {
    await Promise.all([proxy.close(), portal.close(), rm(folder, { recursive: true, force: true })]);
  }
}

function sceneOf(sentence: string, portal: string, popup: string | null): string {
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; height: ${HEIGHT}px; background: #e1eff2; color: #0c3640; font: 600 22px/1.3 "Source Sans 3", sans-serif; overflow: hidden }
    p { margin: 0; height: 60px; line-height: 60px; padding: 0 32px }
    .page { position: absolute; left: 32px; top: 60px; width: 760px; height: 588px; overflow: hidden; border-radius: 8px; background: #fff;
      box-shadow: 0 8px 30px rgb(9 42 50 / 18%) }
    .page img { width: 760px }
    .popup { position: absolute; right: 32px; top: 84px; width: 400px; border-radius: 12px; box-shadow: 0 14px 44px rgb(9 42 50 / 34%) }
  </style><p>${sentence}</p><div class="page"><img alt="" src="data:image/png;base64,${portal}"></div>${
    popup === null ? "" : `<img class="popup" alt="" src="data:image/png;base64,${popup}">`
  }`;
}
