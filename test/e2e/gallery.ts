/** Every state of the screen, drawn in a real browser from the situations of `test/components`. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { build, preview } from "vite";
import { settleColours } from "./accessibility.ts";

export interface Shot {
  readonly name: string;
  readonly situation: string;
  readonly tab?: "form" | "pieces" | "sources";
  /** What to type first where the screen waits for it. */
  readonly type?: string;
  /** Name of the button to press first. */
  readonly press?: string;
  readonly page?: "options" | "coffre" | "shelves" | "scans" | "closed" | "dossier" | "consultations" | "carried" | "folders" | "news";
  /** What was read of the consultation's documents, by its name in `asked.ts`. */
  readonly asked?: string;
  /** French without it. */
  readonly language?: "en";
  /** The side panel is as high as the window; the popup otherwise. */
  readonly height?: number;
  readonly width?: number;
}

export const POPUP = { width: 440, height: 600 } as const;

/** The pictures: each state, on the tab where it shows. */
export const SHOTS: readonly Shot[] = [
  { name: "premiere-fois", situation: "BARE" },
  { name: "demonstration", situation: "NO_COMPANY" },
  { name: "collecte", situation: "COLLECTING" },
  { name: "collecte-sources", situation: "COLLECTING", tab: "sources" },
  { name: "pret", situation: "READY" },
  { name: "pret-pieces", situation: "READY", tab: "pieces" },
  { name: "pret-sources", situation: "READY", tab: "sources" },
  { name: "donnees-ouvertes", situation: "OPEN", tab: "sources" },
  { name: "a-confirmer", situation: "PROPOSED", press: "champs laissés de côté", height: 900 },
  { name: "emplacement-autre", situation: "PROPOSED", tab: "pieces", press: "cet emplacement demande autre chose", height: 820 },
  { name: "enregistrer-page", situation: "PROPOSED", press: "Enregistrer cette page pour améliorer Pli prêt", height: 1_000 },
  { name: "nouveautes", situation: "READY", page: "news", width: 440, height: 700 },
  { name: "rempli", situation: "FILLED" },
  { name: "rempli-pieces", situation: "FILLED", tab: "pieces" },
  { name: "refus", situation: "REFUSED", tab: "sources", height: 1_300 },
  { name: "etablissement-ferme", situation: "BLOCKED" },
  { name: "heure-outre-mer", situation: "OVERSEAS" },
  { name: "avant-de-remplir", situation: "ALERTS", height: 900 },
  { name: "qui-signe", situation: "SIGNERS", press: "Compléter", height: 900 },
  { name: "pieces-en-attente", situation: "WAITING", tab: "pieces", height: 1_200 },
  { name: "se-connecter", situation: "WAITING", tab: "sources" },
  { name: "proxy-en-panne", situation: "UNREACHABLE" },
  { name: "hors-ligne", situation: "OFFLINE", tab: "sources" },
  { name: "sans-formulaire", situation: "NO_FORM" },
  { name: "ranger", situation: "OBTAINING", press: "Ranger dans le coffre : Télécharger" },
  { name: "compte-portail", situation: "ACCOUNT", height: 900 },
  { name: "pdf-unique", situation: "MERGED", tab: "pieces" },
  { name: "piece-non-exigible", situation: "READY", tab: "pieces", press: "Ne peut pas être exigée", height: 820 },
  { name: "dossier-prepare", situation: "PREPARED", tab: "pieces" },
  { name: "chercher-entreprise", situation: "NO_COMPANY", type: "toits" },
  { name: "corriger", situation: "READY", press: "Changer la valeur de Dénomination sociale" },
  { name: "panneau-pieces", situation: "READY", tab: "pieces", height: 1_560 },
  { name: "coffre", situation: "READY", page: "coffre", width: 900, height: 1_500 },
  { name: "coffre-rempli", situation: "READY", page: "shelves", press: "Mettre une phrase de passe", width: 900, height: 2_100 },
  { name: "coffre-scans", situation: "READY", page: "scans", width: 900, height: 1_750 },
  { name: "coffre-importe", situation: "READY", page: "carried", width: 900, height: 520 },
  { name: "dossier-partage", situation: "READY", page: "folders", press: "Écrire le premier fichier", width: 900, height: 2_000 },
  { name: "coffre-ferme", situation: "READY", page: "closed", width: 760, height: 420 },
  { name: "dossier", situation: "PREPARED", page: "dossier", press: "Mesurer ma connexion", width: 1_200, height: 1_150 },
  { name: "repetition-accuse", situation: "DEPOSITED", page: "dossier", press: "Mesurer ma connexion", width: 1_200, height: 1_700 },
  { name: "consultation-lecture", situation: "READY", page: "dossier", asked: "reading", width: 1_200, height: 900 },
  { name: "consultation-lue", situation: "PREPARED", page: "dossier", asked: "read", width: 1_200, height: 2_600 },
  { name: "consultation-lots", situation: "PREPARED", page: "dossier", asked: "lots", width: 1_200, height: 2_400 },
  { name: "consultation-changee", situation: "PREPARED", page: "dossier", asked: "changed", width: 760, height: 3_200 },
  { name: "consultation-refusee", situation: "READY", page: "dossier", asked: "refused", width: 1_200, height: 900 },
  { name: "formulaires", situation: "FORMS", page: "dossier", width: 1_200, height: 2_700 },
  { name: "formulaires-a-preparer", situation: "FORMS", tab: "pieces" },
  { name: "moyens", situation: "FORMS", page: "dossier", press: "Références et moyens (3 choisis)", width: 900, height: 1_500 },
  { name: "dume", situation: "FORMS", page: "dossier", press: "Répondre aux questions du DUME", width: 900, height: 1_500 },
  { name: "consultations", situation: "READY", page: "consultations", press: "Archiver : Réfection", width: 900, height: 1_250 },
  { name: "attribution", situation: "AWARDED", page: "consultations", press: "Ajouter un sous-traitant", width: 900, height: 1_500 },
  { name: "options", situation: "READY", page: "options", width: 760, height: 1_400 },
  { name: "pret-en", situation: "READY", language: "en" },
  { name: "pret-pieces-en", situation: "READY", language: "en", tab: "pieces" },
  { name: "donnees-ouvertes-en", situation: "OPEN", language: "en", tab: "sources" },
  { name: "compte-portail-en", situation: "ACCOUNT", language: "en", height: 900 },
  { name: "panneau-pieces-en", situation: "READY", language: "en", tab: "pieces", width: 360, height: 1_560 },
  { name: "coffre-en", situation: "READY", language: "en", page: "coffre", width: 900, height: 1_500 },
  { name: "dossier-partage-en", situation: "READY", language: "en", page: "folders", width: 900, height: 1_850 },
  { name: "dossier-en", situation: "PREPARED", language: "en", page: "dossier", width: 1_200, height: 1_150 },
  { name: "formulaires-en", situation: "FORMS", language: "en", page: "dossier", width: 1_200, height: 2_700 },
  {
    name: "moyens-en",
    situation: "FORMS",
    language: "en",
    page: "dossier",
    press: "References and means (3 chosen)",
    width: 900,
    height: 1_500,
  },
  {
    name: "dume-en",
    situation: "FORMS",
    language: "en",
    page: "dossier",
    press: "Answer the ESPD questions",
    width: 900,
    height: 1_500,
  },
  { name: "consultations-en", situation: "READY", language: "en", page: "consultations", width: 900, height: 1_250 },
  { name: "options-en", situation: "READY", language: "en", page: "options", width: 760, height: 1_400 },
];

export interface Gallery {
  /** Draws one state and leaves the page on it. */
  show(page: Page, shot: Shot, theme: "light" | "dark"): Promise<void>;
  /** The same state in the dark. */
  darken(page: Page): Promise<void>;
  close(): Promise<void>;
}

export async function startGallery(): Promise<Gallery> {
  const root = fileURLToPath(new URL("../components", import.meta.url));
  const outDir = await mkdtemp(join(tmpdir(), "pli-pret-gallery-"));
  const common = { root, configFile: false, logLevel: "error" } as const;
  await build({ ...common, plugins: [react()], build: { outDir, minify: false, rolldownOptions: { input: join(root, "gallery.html") } } });
  const server = await preview({ ...common, build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error("La galerie n'écoute pas.");
  return {
    async show(
      page,
      { situation, tab, type, press, page: kind = "", asked = "", language = "", width = POPUP.width, height = POPUP.height },
      theme,
    ) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(`${url}gallery.html?situation=${situation}&theme=${theme}&page=${kind}&asked=${asked}&language=${language}`);
      await page.locator(".screen, .options, .dossier").waitFor();
      await page.evaluate(() => document.fonts.ready);
      if (kind === "coffre" || kind === "shelves" || kind === "scans")
        await page.locator(".preview-photo").evaluate((image: HTMLImageElement) => image.decode());
      if (tab !== undefined) await page.locator(`[role=tab][id$=-${tab}]`).click();
      if (type !== undefined) await page.locator("input:focus").fill(type);
      if (type !== undefined) await page.locator(".found [role=option]").first().waitFor();
      if (press !== undefined) await page.getByRole("button", { name: press }).first().click();
    },
    async darken(page) {
      await page.emulateMedia({ colorScheme: "dark" });
      await page.evaluate(() => {
        document.documentElement.style.colorScheme = "dark";
      });
      await settleColours(page);
    },
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
