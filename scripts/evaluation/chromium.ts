/**
 * What Chromium's own autofill would put in the same controls, to compare with. With a switch that shows predictions, Chromium writes them
 * on the controls. Its types are those of an address book: the ones that a candidature may ask are translated into the catalogue's fields.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Frame, type Page } from "@playwright/test";
import { chromiumPath } from "../machine.ts";
import { inventory } from "./inventory.ts";
import type { Label, LabelledPage } from "./labels.ts";
import type { Prediction, ReadPage } from "./reader.ts";
import { serve } from "./site.ts";

/** What each of its types may rightly stand for; the label chooses among them. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  NAME_FULL: ["contactNomComplet", "dirigeantNomComplet"],
  NAME_FIRST: ["contactPrenom", "dirigeantPrenom"],
  NAME_LAST: ["contactNom", "dirigeantNom"],
  NAME_LAST_SECOND: ["contactNom", "dirigeantNom"],
  HONORIFIC_PREFIX: ["contactCivilite"],
  COMPANY_NAME: ["raisonSociale", "nomCommercial"],
  EMAIL_ADDRESS: ["contactEmail", "dirigeantEmail", "contactEmailConfirmation"],
  PHONE_HOME_WHOLE_NUMBER: ["contactTelephone", "dirigeantTelephone"],
  PHONE_HOME_CITY_AND_NUMBER: ["contactTelephone", "dirigeantTelephone"],
  PHONE_HOME_NUMBER: ["contactTelephone", "dirigeantTelephone"],
  ADDRESS_HOME_LINE1: ["adresseLigne1", "adresseComplete"],
  ADDRESS_HOME_LINE2: ["adresseComplement"],
  ADDRESS_HOME_LINE3: ["boitePostale", "adresseComplement"],
  ADDRESS_HOME_STREET_ADDRESS: ["adresseLigne1", "adresseComplete"],
  ADDRESS_HOME_ZIP: ["codePostal"],
  ADDRESS_HOME_CITY: ["commune"],
  ADDRESS_HOME_STATE: ["departement"],
  ADDRESS_HOME_COUNTRY: ["pays"],
  IBAN_VALUE: ["iban"],
};
/** Types for which Chromium fills nothing from an address book. */
const NOTHING = /^$|UNKNOWN|NO_SERVER_DATA|EMPTY_TYPE|PASSWORD|USERNAME|SEARCH_TERM|PRICE|ONE_TIME_CODE|MERCHANT|UNFILLABLE/;
const SETTLE_MS = 1_500;

export async function readPagesAsChromium(directory: string, pages: readonly LabelledPage[]): Promise<ReadPage[]> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error("Chromium est introuvable : installez-le, ou nommez-le par PLI_PRET_CHROMIUM.");
  const profile = await mkdtemp(join(tmpdir(), "pli-pret-predictions-"));
  const site = await serve(join(directory, "pages"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    locale: "fr-FR",
    viewport: { width: 1280, height: 1024 },
    ignoreDefaultArgs: ["--headless", "--disable-features", "--disable-component-update", "--disable-background-networking"],
    args: [
      "--no-sandbox",
      "--headless=new",
      "--enable-features=AutofillShowTypePredictions",
      "--show-autofill-type-predictions",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ],
  });
  try {
    const read: ReadPage[] = [];
    for (const { slug, labels } of pages) {
      const page = await context.newPage();
      await page.goto(`${site.url}/${encodeURIComponent(slug)}.html`, { waitUntil: "load" });
      await page.waitForTimeout(SETTLE_MS);
      const predictions = await predictionsOn(page, labels?.controls ?? []);
      read.push({ slug, detected: predictions.some(({ predicted }) => predicted !== "none"), why: [], consultation: null, predictions });
      await page.close();
    }
    return read;
  } finally {
    await context.close();
    await site.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** Labels of the page itself and its shadow roots; frames are not compared. */
async function predictionsOn(page: Page, labels: readonly Label[]): Promise<Prediction[]> {
  const own = labels.filter(({ frame }) => frame === undefined);
  const { positions } = await page.mainFrame().evaluate(
    inventory,
    own.map(({ selector, shadow }) => ({ selector, shadow })),
  );
  return Promise.all(
    own.map(async (label, at) => {
      const type = await typeOf(page.mainFrame(), label);
      const meant = FIELDS[type] ?? [];
      const right = meant.find((field) => field === label.field || label.acceptable?.includes(field));
      const predicted = NOTHING.test(type) ? "none" : (right ?? meant[0] ?? type);
      return { label, predicted, isThere: positions[at] !== -1, clues: [] };
    }),
  );
}

/** "COMPANY_NAME"; empty when it wrote none. */
async function typeOf(frame: Frame, { selector, shadow }: Label): Promise<string> {
  return frame.evaluate(
    ([css, hosts]) => {
      let root: Document | ShadowRoot | null = document;
      for (const host of hosts === "" ? [] : hosts.split(" >>> ")) root = root?.querySelector(host)?.shadowRoot ?? null;
      const written = root?.querySelector(css)?.getAttribute("autofill-prediction") ?? "";
      return written.trim();
    },
    [selector, shadow ?? ""] as const,
  );
}
