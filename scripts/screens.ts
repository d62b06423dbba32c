/**
 * `npm run screens`: a picture of every state of the screen, light and dark, in `docs/screens/`, the store's in `docs/store/`, and a
 * candidature as a moving picture. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { POPUP, SHOTS, startGallery } from "../test/e2e/gallery.ts";
import { chromiumPath } from "./machine.ts";
import { drawMovingPicture } from "./moving-picture.ts";
import { ROOT } from "./steps.ts";
import { storePictures } from "./store-pictures.ts";

const executablePath = chromiumPath();
if (executablePath === null) {
  console.error("Chromium est introuvable : installez-le, ou nommez-le par PLI_PRET_CHROMIUM.");
  process.exit(1);
}
const folder = join(ROOT, "docs", "screens");
await mkdir(folder, { recursive: true });
const gallery = await startGallery();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: POPUP, deviceScaleFactor: 1.5, reducedMotion: "reduce" });
const page = await context.newPage();
for (const [theme, suffix] of [
  ["light", "clair"],
  ["dark", "sombre"],
] as const) {
  for (const shot of SHOTS) {
    await gallery.show(page, shot, theme);
    await page.screenshot({ path: join(folder, `${shot.name}-${suffix}.png`) });
  }
}
const store = join(ROOT, "docs", "store");
await mkdir(join(store, "en"), { recursive: true });
const pictures = await storePictures(gallery, page);
for (const [name, bytes] of pictures) await writeFile(join(store, name), bytes);
// The job sets this page's size itself.
const plain = await browser.newPage();
await drawMovingPicture(plain, join(folder, "candidature.gif"));
await browser.close();
await gallery.close();
console.log(`${SHOTS.length * 2} images dans docs/screens/, ${pictures.size} dans docs/store/.`);
