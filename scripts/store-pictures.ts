/** The pictures for the extension stores: 1280 × 800, a state of the popup beside one sentence. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { type Gallery, SHOTS } from "../test/e2e/gallery.ts";

/** By language and state, the title and the sentence beside it. */
const SENTENCES = {
  fr: {
    pret: ["Le formulaire se remplit en un clic", "Chaque valeur dit d'où elle vient, et vous relisez avant."],
    "pret-pieces": ["Les pièces attendues, et celles qui manquent", "Jusqu'à quand chacune vaut, à la date limite de la consultation."],
    "piece-non-exigible": ["Ce qu'un acheteur ne peut pas exiger", "L'article, et une phrase prête à lui envoyer."],
    "collecte-sources": ["Les sources officielles, une par une", "Une panne est dite, et redemandée d'elle-même."],
    "chercher-entreprise": ["Le SIRET ou le nom, une seule fois", "Elle est retenue, et rien n'est déposé à votre place."],
  },
  en: {
    pret: ["The form is filled in one click", "Each value says where it comes from, and you check it first."],
    "pret-pieces": ["The documents expected, and those missing", "Until when each is valid, at the tender's deadline."],
    "piece-non-exigible": ["What a buyer may not demand", "The article, and a sentence ready to send."],
    "collecte-sources": ["The official sources, one by one", "A failure is told, and asked again by itself."],
    "chercher-entreprise": ["The SIRET or the name, only once", "It is remembered, and nothing is submitted in your place."],
  },
} as const;
/** What is pressed is named in the screen's language. */
const PRESSED: Readonly<Record<string, string>> = { "Ne peut pas être exigée": "May not be demanded" };

/** Path under `docs/store/` ("pret.png", "en/pret.png") → its bytes, PNG. */
export async function storePictures(gallery: Gallery, page: Page): Promise<Map<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  for (const language of ["fr", "en"] as const)
    for (const [name, [title, text]] of Object.entries(SENTENCES[language])) {
      const shot = SHOTS.find((one) => one.name === name);
      if (shot === undefined) throw new Error(`Aucun état ne s'appelle ${name}.`);
      const { press } = shot;
      const spoken = language === "fr" ? shot : { ...shot, language, ...(press === undefined ? {} : { press: PRESSED[press] ?? press }) };
      await gallery.show(page, { ...spoken, height: 680 }, "light");
      // The list alone is scrolled, not what holds it.
      await page.locator("blockquote:visible").evaluateAll(([sentence]) => sentence?.closest(".scroll")?.scrollBy(0, 260));
      const popup = (await page.screenshot()).toString("base64");
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.setContent(await sceneOf(title, text, popup));
      await page.evaluate(() => document.fonts.ready);
      pictures.set(`${language === "fr" ? "" : `${language}/`}${name}.png`, await page.screenshot({ scale: "css" }));
    }
  return pictures;
}

async function sceneOf(title: string, text: string, popup: string): Promise<string> {
  const [regular, semibold] = await Promise.all([fontOf(400), fontOf(600)]);
  return `<!doctype html><meta charset="utf-8"><style>
    @font-face { font-family: Source; font-weight: 400; src: url(data:font/woff2;base64,${regular}) }
    @font-face { font-family: Source; font-weight: 600; src: url(data:font/woff2;base64,${semibold}) }
    body { margin: 0; height: 800px; display: grid; grid-template-columns: 1fr 440px; gap: 90px; align-items: center; padding: 0 90px 0 100px;
      box-sizing: border-box; background: #e1eff2; color: #0c3640; font-family: Source }
    small { font-size: 24px; font-weight: 600; color: #0d5f72 }
    h1 { margin: 18px 0 20px; font-size: 54px; line-height: 1.12; text-wrap: balance }
    p { margin: 0; font-size: 26px; line-height: 1.4; color: #3a5258; text-wrap: pretty }
    img { width: 440px; border-radius: 12px; box-shadow: 0 18px 50px rgb(9 42 50 / 30%) }
  </style><div><small>Pli prêt</small><h1>${title}</h1><p>${text}</p></div><img alt="" src="data:image/png;base64,${popup}">`;
}

async function fontOf(weight: 400 | 600): Promise<string> {
  const path = createRequire(import.meta.url).resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`);
  return (await readFile(path)).toString("base64");
}
