/**
 * The whole main job in a real Chromium: three portal pages, one company, every field filled and every attestation attached by the
 * extension's own screen, then deposited. The tests call it, and so does `npm run demo`.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Origin } from "../../src/domain/dossier.ts";
import type { FieldKey } from "../../src/domain/fields.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { type ExtensionBrowser, HOSTS, sendFrom, startBrowser } from "./browser.ts";

export interface JobOptions {
  /** The local portal. */
  readonly portalUrl: string;
  readonly proxyUrl: string;
  /** Screenshots, the merged PDF and the report go there. */
  readonly outputDir: string;
  readonly headless?: boolean;
  /** The company that answers; the demonstration's first one by default. */
  readonly siret?: string;
  /** False leaves the browser open, so that a person can go on. */
  readonly closes?: boolean;
}

export interface FilledField {
  readonly page: string;
  readonly field: FieldKey;
  readonly label: string;
  readonly value: string | number | boolean | null;
  /** The value in the page. */
  readonly written: string | null;
  readonly origin: Origin | null;
  readonly status: string;
}

export interface JobReport {
  readonly siret: string;
  readonly company: string | null;
  readonly fields: readonly FilledField[];
  readonly sources: readonly {
    readonly id: string;
    readonly provider: string;
    readonly label: string;
    readonly state: string;
    readonly reason: string | null;
  }[];
  readonly attachments: readonly {
    readonly page: string;
    readonly slot: string;
    readonly files: readonly string[];
    readonly status: string;
  }[];
}

export interface JobResult {
  readonly report: JobReport;
  /** Paths of the pictures, in the order they were taken. */
  readonly screenshots: readonly string[];
  readonly mergedPdf: string | null;
  /** Still open when `closes` is false. */
  readonly browser: ExtensionBrowser;
}

/** The pages of the job: the host that each is shown under, its path, and the button that ends it. */
const STEPS = [
  { name: "place", host: HOSTS.place, path: "/place-retrait-dce.html", submit: null },
  { name: "passe-marche", host: HOSTS.passeMarche, path: "/passe-marche-candidature.html", submit: "Enregistrer et continuer" },
  { name: "depot", host: HOSTS.aws, path: "/depot-classique.html", submit: "Déposer le pli" },
] as const;

/** What only a person knows. Fictitious. */
export const CONTACT: Partial<Record<FieldKey, string>> = {
  contactNom: "Lemaire",
  contactPrenom: "Camille",
  contactNomComplet: "Camille Lemaire",
  contactCivilite: "Mme",
  contactFonction: "Responsable des appels d'offres",
  contactEmail: "camille.lemaire@lumiverde.example",
  contactTelephone: "+33140506070",
};

/** The company of the demonstration that has everything. */
export const DEMO_SIRET = "99990000400014";
const PATIENCE_MS = 60_000;

export async function runJob(options: JobOptions): Promise<JobResult> {
  const { outputDir, siret = DEMO_SIRET, closes = true } = options;
  await mkdir(outputDir, { recursive: true });
  const browser = await startBrowser(options);
  const screenshots: string[] = [];
  const fields: FilledField[] = [];
  const attachments: JobReport["attachments"][number][] = [];
  let last: Situation | null = null;
  let mergedPdf: string | null = null;

  async function picture(page: Page, name: string, fullPage = true): Promise<void> {
    const path = join(outputDir, `${name}.png`);
    await page.screenshot({ path, fullPage });
    screenshots.push(path);
  }

  try {
    for (const { name, host, path, submit } of STEPS) {
      const page = await browser.visit(host, path);
      const tabId = await browser.tabIdOf(page);
      await picture(page, `${name}-1-avant`);
      const popup = await browser.popupOf(page);
      const look = () => sendFrom(popup, "show", { tabId });

      const first = await look();
      if (first.company === null) {
        await picture(popup, `${name}-2-entreprise`, false);
        await chooseCompany(popup, siret);
      }
      await waitUntil(async () => {
        const { sources } = await look();
        return sources.length > 0 && sources.every(({ state }) => state !== "asking");
      }, "les sources n'ont pas toutes répondu");
      await giveContact(popup);
      await picture(popup, `${name}-3-pret`, false);

      await popup.getByRole("button", { name: /^Remplir \d+ champ/ }).click({ timeout: PATIENCE_MS });
      await popup
        .getByRole("status")
        .filter({ hasText: /rempli/ })
        .waitFor({ timeout: PATIENCE_MS });
      await popup.getByRole("tab", { name: "Pièces" }).click();
      await picture(popup, `${name}-4-rempli`, false);
      if ((await look()).slots.some(({ status }) => status === "ready")) {
        await popup.getByRole("button", { name: /^Joindre / }).click({ timeout: PATIENCE_MS });
        await popup
          .getByRole("status")
          .filter({ hasText: /joint|jointe/ })
          .waitFor({ timeout: PATIENCE_MS });
        await picture(popup, `${name}-5-joint`, false);
      }
      await page.bringToFront();
      await picture(page, `${name}-6-apres`);

      const after = await look();
      last = after;
      fields.push(...filledOf(name, after));
      attachments.push(...after.slots.map(({ pageLabel, files, status }) => ({ page: name, slot: pageLabel, files, status })));
      if (after.slots.some(({ made, status }) => made !== null && status === "attached")) {
        mergedPdf = join(outputDir, "dossier-candidature.pdf");
        await writeFile(mergedPdf, await fileIn(page, "input[type=file]"));
      }
      if (submit !== null) {
        await page.getByRole("button", { name: submit }).click();
        await page.getByRole("heading", { name: "Pli reçu" }).waitFor();
      }
      await popup.close();
    }
    const report: JobReport = { siret, company: last?.company?.name ?? null, fields, sources: sourcesOf(last), attachments };
    await writeFile(join(outputDir, "rapport.json"), `${JSON.stringify(report, null, 2)}\n`);
    return { report, screenshots, mergedPdf, browser };
  } finally {
    if (closes) await browser.close();
  }
}

async function chooseCompany(popup: Page, siret: string): Promise<void> {
  await popup.getByLabel("SIRET").fill(siret);
  await popup.getByRole("button", { name: "Choisir cette entreprise" }).click();
  await popup.getByRole("tab", { name: "Sources" }).waitFor();
}

/** Enters what the screen asks of the person. */
async function giveContact(popup: Page): Promise<void> {
  const complete = popup.getByRole("button", { name: "Compléter" });
  if (!(await complete.isVisible())) return;
  await complete.click();
  const asked = await popup.locator("[data-entry]").evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset["entry"] ?? ""));
  const known = Object.entries(CONTACT).filter(([key]) => asked.includes(key));
  for (const [key, value] of known) await popup.locator(`[data-entry="${key}"] input`).fill(value);
  await popup.getByRole("button", { name: "Enregistrer", exact: true }).click();
  // What is kept is asked no more: the line goes.
  for (const [key] of known) await popup.locator(`[data-entry="${key}"]`).waitFor({ state: "detached", timeout: PATIENCE_MS });
}

function filledOf(page: string, { fields }: Situation): FilledField[] {
  return fields.map(({ field, pageLabel, value, written, origin, status }) => ({
    page,
    field,
    label: pageLabel,
    value: value ?? null,
    written: written ?? null,
    origin: origin ?? null,
    status,
  }));
}

function sourcesOf(situation: Situation | null): JobReport["sources"] {
  return (situation?.sources ?? []).map(({ id, provider, label, state, reason }) => ({
    id,
    provider,
    label,
    state,
    reason: reason ?? null,
  }));
}

/** The bytes of the first file held by a control. */
async function fileIn(page: Page, selector: string): Promise<Buffer> {
  const base64 = await page
    .locator(selector)
    .first()
    .evaluate(async (input) => {
      const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
      const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
      let binary = "";
      for (let start = 0; start < bytes.length; start += 0x8000) binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
      return btoa(binary);
    });
  return Buffer.from(base64, "base64");
}

async function waitUntil(isDone: () => Promise<boolean>, otherwise: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isDone())) {
    if (Date.now() > end) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
