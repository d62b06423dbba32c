/** The coffre from its page: documents dropped, recognised, asked about when in doubt, and found again in the dossier. */
import { expect, type Page, test } from "@playwright/test";
import { PDFDocument, StandardFonts } from "pdf-lib";
import type { RunningProxy } from "../../proxy/start.ts";
import { CODE, ribWith } from "../documents/code-drawing.ts";
import { pageWithoutType } from "../documents/odd-corpus.ts";
import { photographed as asScanned, faxOf } from "../documents/scans.ts";
import { expectUsable } from "./accessibility.ts";
import { type ExtensionBrowser, sendFrom, startBrowser } from "./browser.ts";
import { startProxyQuietly } from "./proxy.ts";
import { expectFromFirefox, expectShared } from "./shared-folder.ts";

const COMPANY = "99990000400014";
const OTHER = "99990100200009";
const INSOLVENT = "99990400600015";

interface Given {
  readonly name: string;
  readonly buffer: Buffer;
}

let proxy: RunningProxy;
let browser: ExtensionBrowser;
/** What a person did before, in messages: a screen that stays open is drawn again at every answer of every test. */
let asker: Page;
let coffre: Page;

test.beforeAll(async () => {
  proxy = await startProxyQuietly();
  browser = await startBrowser({ portalUrl: "http://127.0.0.1:9", proxyUrl: proxy.url });
  asker = await browser.asker();
});
test.afterAll(async () => {
  await browser.close();
  await proxy.close();
});
test.beforeEach(async () => {
  await sendFrom(asker, "eraseAll", {});
  await sendFrom(asker, "chooseService", { kind: "proxy", url: proxy.url });
  await workFor(COMPANY);
  coffre = await browser.context.newPage();
  await coffre.goto(`${browser.origin}/coffre.html`);
});
test.afterEach(async () => {
  await coffre.close();
});

async function workFor(siret: string): Promise<void> {
  await sendFrom(asker, "chooseCompany", { siret });
}

async function fetched(siret: string, source: string): Promise<Buffer> {
  const response = await fetch(`${proxy.url}/v1/companies/${siret}/sources/${source}/documents/0`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

async function drop(...files: Given[]): Promise<void> {
  await give(coffre, ...files);
}

async function give(page: Page, ...files: Given[]): Promise<void> {
  const input = page.locator(".drop input[type=file]");
  await input.setInputFiles(files.map((file) => ({ ...file, mimeType: "application/pdf" })));
}

async function drawn(...lines: string[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  lines.forEach((line, index) => {
    page.drawText(line, { x: 40, y: 780 - 22 * index, size: 11, font });
  });
  return Buffer.from(await pdf.save());
}

/** A photo, made by the browser from a canvas. */
async function photo(type: "image/jpeg" | "image/png"): Promise<Buffer> {
  const base64 = await coffre.evaluate((wanted) => {
    const canvas = document.createElement("canvas");
    canvas.width = 600;
    canvas.height = 800;
    const pen = canvas.getContext("2d");
    pen?.fillText("Attestation photographiée", 40, 60);
    return canvas.toDataURL(wanted).split(",")[1] ?? "";
  }, type);
  return Buffer.from(base64, "base64");
}

/** Lines of a paper on a picture that lies on its side. */
async function photographed(lines: readonly string[]): Promise<Buffer> {
  const base64 = await coffre.evaluate((written) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [1754, 1240];
    const pen = canvas.getContext("2d");
    if (pen === null) return "";
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, 1754, 1240);
    pen.translate(1754, 0);
    pen.rotate(Math.PI / 2);
    pen.fillStyle = "#000000";
    pen.font = "28px serif";
    for (const [index, line] of written.entries()) pen.fillText(line, 120, 200 + 60 * index);
    return canvas.toDataURL("image/webp").split(",")[1] ?? "";
  }, lines);
  return Buffer.from(base64, "base64");
}

test("a document is recognised and kept; what is no document is refused with its reason", async () => {
  const buffer = await fetched(COMPANY, "urssaf-attestation-vigilance");
  await drop({ name: "vigilance.pdf", buffer }, { name: "page.pdf", buffer: Buffer.from("<html></html>") });
  await expect(coffre.locator('[data-kind="attestationVigilance"]')).toContainText("vigilance.pdf");
  await expect(coffre.getByText("page.pdf : c'est une page web : ouvrez-la et imprimez-la en PDF")).toBeVisible();
  const popup = await browser.popupWithoutPage();
  await popup.getByRole("tab", { name: "Pièces" }).click();
  await expect(popup.getByText("Votre coffre : Attestation de vigilance URSSAF")).toBeVisible();
  await popup.close();

  await drop({ name: "rib.pdf", buffer: Buffer.from(await ribWith(CODE)) });
  const rib = coffre.locator("[data-coffre]").filter({ hasText: "rib.pdf" });
  await expect(rib).toContainText("Code 2D-Doc, non vérifié ici : certificat 0001 de l'autorité FR03, document du 05/10/2026");
  await expect(rib.getByRole("link", { name: "ants.gouv.fr" })).toBeVisible();
});

test("given in the pieces of the extension, then in the options, the documents are in the coffre, and the open pages see them", async () => {
  const popup = await browser.popupWithoutPage();
  await popup.getByRole("tab", { name: "Pièces" }).click();
  const vigilance = { name: "vigilance.pdf", buffer: await fetched(COMPANY, "urssaf-attestation-vigilance") };
  await give(popup, vigilance, { name: "page.pdf", buffer: Buffer.from("<html></html>") });
  await expect(popup.getByText("1 document ajouté au coffre.")).toBeVisible();
  await expect(popup.getByText("page.pdf : c'est une page web")).toBeVisible();
  await expect(popup.getByText("Votre coffre : Attestation de vigilance URSSAF")).toBeVisible();
  await expect(coffre.locator('[data-kind="attestationVigilance"]')).toContainText("vigilance.pdf");
  await popup.close();

  const options = await browser.context.newPage();
  await options.goto(`${browser.origin}/options.html`);
  await give(options, { name: "autre.pdf", buffer: await fetched(OTHER, "dgfip-attestation-fiscale") });
  await expect(options.getByRole("button", { name: "1 document ajouté, à confirmer : ouvrir le coffre" })).toBeVisible();
  await expect(coffre.locator('[data-kind="attestationFiscale"]')).toContainText("autre.pdf");
  await expectUsable(options);
  await options.close();
});

test("another company's document is flagged, and waits", async () => {
  await drop({ name: "autre.pdf", buffer: await fetched(OTHER, "dgfip-attestation-fiscale") });
  const row = coffre.locator('[data-kind="attestationFiscale"]');
  await expect(row).toContainText("Il nomme une autre entreprise : SIREN 999 901 002.");
  await expect(coffre.getByRole("heading", { name: /À confirmer/ })).toBeVisible();
  await row.getByRole("button", { name: "Confirmer" }).click();
  await expect(row.getByText("À choisir", { exact: true }).last()).toBeVisible();
  await expect(coffre.getByRole("heading", { name: /À confirmer/ })).toBeVisible();
  await row.getByRole("button", { name: /^Supprimer/ }).click();
  await row.getByRole("button", { name: "Supprimer pour de bon" }).click();
  await expect(coffre.getByText("Aucun document pour l'instant.")).toBeVisible();
});

test("two that name the same company are answered at once, were it never worked for", async () => {
  const dated = (day: string) =>
    drawn(
      ...["ATTESTATION DE VIGILANCE", "Urssaf", `SIRET ${INSOLVENT}`],
      ...["est à jour de ses obligations de déclaration et de paiement", `à la date du ${day}`],
    );
  await drop({ name: "a.pdf", buffer: await dated("31/10/2026") }, { name: "b.pdf", buffer: await dated("30/09/2026") });
  const together = coffre.locator(`[data-foreign="${INSOLVENT.slice(0, 9)}"]`);
  await expect(together).toContainText("2 documents nomment une autre entreprise");
  await expectUsable(coffre);
  await together.getByRole("button", { name: "Les ranger dans son coffre" }).click();
  await expect(coffre.locator("[data-coffre]")).toHaveCount(0);
  await coffre.getByLabel("Entreprise", { exact: true }).selectOption(INSOLVENT.slice(0, 9));
  await expect(coffre.locator("[data-coffre]")).toHaveCount(2);
});

test("dropped for the wrong company of the group, it goes to the right one", async () => {
  await workFor(OTHER);
  await coffre.reload();
  await coffre.getByLabel("Entreprise", { exact: true }).selectOption(COMPANY.slice(0, 9));
  await drop({ name: "autre.pdf", buffer: await fetched(OTHER, "dgfip-attestation-fiscale") });
  const row = coffre.locator('[data-kind="attestationFiscale"]');
  await row.getByLabel("À quelle entreprise est-il ?").selectOption(OTHER.slice(0, 9));
  await row.getByRole("button", { name: "Confirmer" }).click();
  await expect(coffre.getByText("Aucun document pour l'instant.")).toBeVisible();
  await coffre.getByLabel("Entreprise", { exact: true }).selectOption(OTHER.slice(0, 9));
  await expect(coffre.locator('[data-kind="attestationFiscale"]')).toContainText(/valable jusqu'au|expire bientôt/);
});

test("a doubtful date is asked beside the page, never filled in, and still asked after the page was closed", async () => {
  const lines = ["ATTESTATION DE VIGILANCE", "Urssaf", `SIRET ${COMPANY}`, "est à jour de ses obligations de déclaration et de paiement"];
  await drop({ name: "deux-dates.pdf", buffer: await drawn(...lines, "à la date du 30/09/2026", "à la date du 31/10/2026") });
  await expect(coffre.locator('[data-kind="attestationVigilance"]')).toContainText("deux-dates.pdf");
  await coffre.reload();
  const row = coffre.locator('[data-kind="attestationVigilance"]');
  await expect(row.locator("iframe")).toHaveAttribute("src", /^blob:.*#page=1/);
  const date = row.getByLabel("Situation au");
  await expect(date).toHaveValue("");
  await expect(row.getByText("Lu page 1 : « à la date du 31/10/2026 »")).toBeVisible();
  await row.getByRole("button", { name: "Prendre 31/10/2026" }).click();
  await expect(date).toHaveValue("31/10/2026");
  await row.getByRole("button", { name: "Confirmer" }).click();
  await expect(coffre.getByRole("heading", { name: /À confirmer/ })).toBeHidden();
  await expect(row).toContainText("30/04/2027");
});

test("photos are shown and asked about, one at a time", async () => {
  await drop({ name: "photo.jpg", buffer: await photo("image/jpeg") }, { name: "photo.png", buffer: await photo("image/png") });
  await expect(coffre.locator("[data-coffre]")).toHaveCount(2);
  const asked = coffre.locator(".preview-photo");
  await expect(asked).toHaveCount(1);
  expect(await asked.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600);
  await coffre.getByRole("button", { name: "Confirmer" }).click();
  await expect(coffre.getByRole("heading", { name: /À confirmer/ })).toContainText("2 documents");
  await coffre.getByLabel("Nature du document").selectOption("rcPro");
  await coffre.getByLabel("À quelle entreprise est-il ?").selectOption(COMPANY.slice(0, 9));
  await coffre.getByLabel("Fin de validité").fill("31/12/2020");
  await coffre.getByRole("button", { name: "Confirmer" }).click();
  await expect(coffre.locator('[data-kind="rcPro"]')).toContainText("expirée depuis le 01/01/2021");
  await expect(coffre.getByRole("heading", { name: /À confirmer/ })).toContainText("2 sur 2");
  // By keyboard, the focus is on the next question.
  await expect(coffre.getByLabel("Nature du document")).toBeFocused();
});

test("a photograph is converted, read, turned straight, and only proposed; switched off, nothing is read; a TIFF is kept, what is damaged is mended", async () => {
  const turned = await photographed([
    "ATTESTATION DE VIGILANCE",
    "Urssaf",
    `SIRET ${COMPANY}`,
    "à jour de ses obligations",
    "à la date du 31/10/2026",
  ]);
  await drop({ name: "vigilance.webp", buffer: turned });
  const row = coffre.locator("[data-coffre]").first();
  await expect(row).toContainText("Lu sur l'image de la page");
  await expect(row.getByLabel("Nature du document")).toHaveValue("");
  await row.getByRole("button", { name: "Prendre Attestation de vigilance URSSAF" }).click();
  await expect(row.getByLabel("Situation au")).toHaveValue("");
  await row.getByRole("button", { name: "Prendre 31/10/2026" }).click();
  await row.getByRole("button", { name: "Confirmer" }).click();
  await expect(coffre.locator('[data-kind="attestationVigilance"]')).toContainText("vigilance.webp");

  await sendFrom(asker, "chooseScans", { wanted: false });
  await coffre.reload();
  await drop({ name: "autre.jpg", buffer: await photo("image/jpeg") });
  await expect(coffre.locator("[data-coffre]").filter({ hasText: "autre.jpg" })).toContainText("aucun texte n'a été lu");

  await drop({ name: "télécopie.tif", buffer: Buffer.from(faxOf(await asScanned(["ATTESTATION DE VIGILANCE", "Urssaf"]))) });
  // Its questions wait for those of the picture before it.
  await expect(coffre.locator("[data-coffre]").filter({ hasText: "télécopie.tif" })).toBeVisible();
  await expect(coffre.getByText("2 documents", { exact: true })).toBeVisible();

  await drop({ name: "abîmé.pdf", buffer: Buffer.from(pageWithoutType) });
  await expect(coffre.locator("[data-coffre]").filter({ hasText: "abîmé.pdf" })).toBeVisible();
  await expect(coffre.getByText("ne pourra pas être réuni")).toHaveCount(0);
});

test("a confirmation that the browser cannot write is said, and asked again; nothing is lost", async () => {
  await drop({ name: "photo.jpg", buffer: await photo("image/jpeg") });
  await expect(coffre.locator(".preview-photo")).toHaveCount(1);
  await coffre.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      IDBObjectStore.prototype.put = put;
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await coffre.getByLabel("Nature du document").selectOption("rcPro");
  await coffre.getByLabel("À quelle entreprise est-il ?").selectOption(COMPANY.slice(0, 9));
  await coffre.getByLabel("Fin de validité").fill("31/12/2027");
  await coffre.getByRole("button", { name: "Confirmer" }).click();
  await expect(coffre.getByText("le navigateur n'a pas pu l'enregistrer, rien n'a changé.")).toBeVisible();
  await expect(coffre.getByRole("heading", { name: /À confirmer/ })).toContainText("1 document");
  await expect(coffre.getByLabel("Nature du document")).toHaveValue("rcPro");
  await expect(coffre.getByLabel("Fin de validité")).toHaveValue("31/12/2027");
  await coffre.getByRole("button", { name: "Confirmer" }).click();
  await expect(coffre.getByRole("heading", { name: /À confirmer/ })).toBeHidden();
  await expect(coffre.locator('[data-kind="rcPro"]')).toContainText("valable jusqu'au 31/12/2027");
  await expect(coffre.getByText("le navigateur n'a pas pu")).toBeHidden();
});

test("twelve scans are answered one after the other, as fast as one clicks, while more come in; no form is left", async () => {
  // Text recognition is off: it is not what this test is about.
  await sendFrom(asker, "chooseScans", { wanted: false });
  await coffre.reload();
  const scan = await photo("image/jpeg");
  const given = Array.from({ length: 12 }, (_, index) => ({
    name: `scan-${index}.jpg`,
    buffer: Buffer.concat([scan, Buffer.from([index])]),
  }));
  await drop(...given.slice(0, 6));
  const form = coffre.locator(".kept-form");
  const answer = async () => {
    await form.getByLabel("Nature du document").selectOption("rcPro");
    await form.getByLabel("À quelle entreprise est-il ?").selectOption(COMPANY.slice(0, 9));
    await form.getByRole("button", { name: "Confirmer" }).click();
  };
  await answer();
  // A half-given answer stays while other documents arrive above it.
  await form.getByLabel("Nature du document").selectOption("decennale");
  await drop(...given.slice(6));
  await expect(coffre.locator("[data-coffre]")).toHaveCount(12);
  await expect(form.getByLabel("Nature du document")).toHaveValue("decennale");
  // Answers without waiting: each time, the form on the screen is the next question.
  for (let answered = 1; answered < 12; answered++) await answer();
  await expect(coffre.locator('[data-kind="rcPro"]')).toHaveCount(12);
  await expect(form).toHaveCount(0);
  // Until all is written, the page has the browser ask before it closes.
  await expect.poll(() => coffre.evaluate(() => dispatchEvent(new Event("beforeunload", { cancelable: true })))).toBe(true);
  await coffre.reload();
  await expect(coffre.locator('[data-kind="rcPro"]')).toHaveCount(12);
  await expect(form).toHaveCount(0);
});

test("a published insolvency is explained; the person's word and its proof are kept, nothing is declared", async () => {
  await workFor(INSOLVENT);
  await coffre.reload();
  await drop({ name: "jugement.pdf", buffer: await photo("image/png") });
  await coffre.getByLabel("Nature du document").selectOption("jugementRedressement");
  await coffre.getByLabel("À quelle entreprise est-il ?").selectOption(INSOLVENT.slice(0, 9));
  await expectUsable(coffre);
  await coffre.getByRole("button", { name: "Confirmer" }).click();
  const notice = coffre.locator("[data-exclusions] .notice").filter({ hasText: "peut candidater si elle justifie" });
  await expect(notice).toContainText("peut exclure");
  await expect(notice.getByRole("link", { name: "Voir l'annonce" })).toHaveAttribute("href", /^https:/);
  await notice.getByText("Expliquer, joindre un justificatif").click();
  await notice.getByLabel("Votre explication").fill("Le jugement nous habilite à poursuivre notre activité.");
  await notice.getByLabel("Document à l'appui").selectOption({ label: "Copie du jugement de redressement (jugement.pdf)" });
  await notice.getByRole("button", { name: "Enregistrer" }).click();
  await expect(notice.getByRole("status")).toHaveText("Enregistré.");
  await coffre.reload();
  await expect(notice.getByLabel("Votre explication")).toHaveValue("Le jugement nous habilite à poursuivre notre activité.");
  await expect(notice.getByLabel("Document à l'appui").locator("option:checked")).toHaveText(/jugement\.pdf/);
  await coffre.getByText("Règle de validité").first().click();
  await coffre.getByRole("button", { name: /^Supprimer/ }).click();
  await expectUsable(coffre);
});

/** Checks that only the sheet is given to the printer, and that it is gone afterwards. */
async function expectSheet(passphrase: string): Promise<void> {
  await coffre.emulateMedia({ media: "print" });
  await coffre.evaluate(() => {
    window.print = () => {
      document.title = document.body.innerText;
    };
  });
  await coffre.getByRole("button", { name: "Imprimer la fiche de secours", includeHidden: true }).dispatchEvent("click");
  await expect(coffre).toHaveTitle(/^Pli prêt : phrase de passe du coffre/);
  expect(await coffre.title()).toContain(passphrase);
  expect(await coffre.title()).not.toContain("Protection et sauvegarde");
  await expect(coffre.locator(".recovery-sheet")).toHaveCount(0);
  await coffre.emulateMedia({ media: "screen" });
}

test("behind a passphrase, the coffre closes with the browser and opens with the phrase", async () => {
  await drop({ name: "vigilance.pdf", buffer: await fetched(COMPANY, "urssaf-attestation-vigilance") });
  await expect(coffre.locator("[data-coffre]")).toHaveCount(1);
  await coffre.getByRole("button", { name: "Mettre une phrase de passe" }).click();
  await coffre.getByLabel("Phrase de passe").fill("99990000400014");
  await expect(coffre.getByText("Trop facile à deviner")).toBeVisible();
  await coffre.getByLabel("Phrase de passe").fill("trois petits plis prêts");
  await expect(coffre.getByRole("button", { name: "Protéger" })).toBeDisabled();
  await coffre.getByLabel("Une seconde fois").fill("trois petits plis prêts");
  await coffre.getByRole("button", { name: "Protéger" }).click();
  await expect(coffre.getByText("demande sa phrase de passe")).toBeVisible();
  await expectSheet("trois petits plis prêts");
  await expectUsable(coffre);
  await coffre.getByRole("button", { name: "C'est noté" }).click();
  await expect(coffre.getByRole("button", { name: "Imprimer la fiche de secours" })).toBeHidden();
  // Clears the session, as closing the browser does: the open page closes the coffre too.
  await asker.evaluate(() => chrome.storage.session.clear());
  await expect(coffre.getByRole("heading", { name: "Le coffre est fermé" })).toBeVisible();
  await coffre.getByLabel("Phrase de passe").fill("une autre phrase");
  await coffre.getByRole("button", { name: "Ouvrir le coffre" }).click();
  await expect(coffre.getByText("Ce n'est pas la bonne phrase de passe.")).toBeVisible();
  await coffre.getByLabel("Phrase de passe").fill("trois petits plis prêts");
  await coffre.getByRole("button", { name: "Ouvrir le coffre" }).click();
  await expect(coffre.locator("[data-coffre]")).toHaveCount(1);
  await expectCarried("quatre petits plis prêts ailleurs");
  await expectFromFirefox(coffre, "cinq petits plis prêts ensemble");
});

test("a company's file in a shared folder is written, then read and joined; under another passphrase it stays as it is", async () => {
  await drop({ name: "vigilance.pdf", buffer: await fetched(COMPANY, "urssaf-attestation-vigilance") });
  await expect(coffre.locator("[data-coffre]")).toHaveCount(1);
  await expectShared(coffre, COMPANY.slice(0, 9), "cinq petits plis prêts ensemble");
});

/** Exports the company into one file; importing it again adds nothing. */
async function expectCarried(passphrase: string): Promise<void> {
  await coffre.getByRole("button", { name: /^Exporter .* pour un collègue$/ }).click();
  await coffre.getByLabel("Phrase de passe").fill(passphrase);
  await coffre.getByLabel("Une seconde fois").fill(passphrase);
  const saving = coffre.waitForEvent("download");
  await coffre.getByRole("button", { name: "Exporter", exact: true }).click();
  const file = await (await saving).path();
  await coffre.getByRole("button", { name: "Importer un fichier exporté" }).click();
  await coffre.locator(".panel input[type=file]").setInputFiles(file);
  await coffre.getByLabel("Phrase de passe de ce fichier").fill(passphrase);
  await coffre.getByRole("button", { name: "Importer", exact: true }).click();
  await expect(coffre.getByText("0 document importé, 1 déjà là.")).toBeVisible();
  await expect(coffre.locator(".carried")).toContainText("0 consultation ajoutée");
}
