/** The dossier's page in démo mode: documents ordered, made into a PDF and a ZIP, checked, downloaded, attached by the popup. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { PDFDocument } from "pdf-lib";
import running from "../../package.json" with { type: "json" };
import type { RunningProxy } from "../../proxy/start.ts";
import { RC } from "../consultation/readings.ts";
import { faultsOf, missing, onDisk, textOfPages } from "../documents/tools.ts";
import { type Portal, startPortal } from "../portals/server.ts";
import { expectUsable } from "./accessibility.ts";
import { expectAwarded } from "./award.ts";
import { type ExtensionBrowser, FAR_PROXY, HOSTS, sendFrom, startBrowser } from "./browser.ts";
import { downloaded, drawnBlank, FISCALE, makeAndStop, pickOnly, VIGILANCE, VIGILANCE_BOX } from "./dossier-page.ts";
import { DEMO_SIRET } from "./job.ts";
import { startProxyQuietly } from "./proxy.ts";

const absent = missing("qpdf", "pdftotext", "unzip");
let portal: Portal;
let proxy: RunningProxy;
let browser: ExtensionBrowser;
let page: Page;
let popup: Page;
let dossier: Page;
/** Address of the page where a pli is deposited. */
let form: string;

test.describe.configure({ mode: "serial" });
test.skip(absent.length > 0, `Absent de cette machine : ${absent.join(", ")}.`);

test.beforeAll(async () => {
  [portal, proxy] = await Promise.all([startPortal(), startProxyQuietly()]);
  browser = await startBrowser({ portalUrl: portal.url, proxyUrl: proxy.url });
  page = await browser.visit(HOSTS.aws, "/depot-classique.html");
  form = page.url();
  popup = await browser.popupOf(page);
  await popup.getByLabel("SIRET").fill(DEMO_SIRET);
  await popup.getByRole("button", { name: "Choisir cette entreprise" }).click();
  // Sets the language in the extension: the one that Playwright gives the browser is lost when the first of our pages closes.
  await sendFrom(popup, "chooseLanguage", { language: "fr" });
  await popup.getByRole("tab", { name: "Pièces" }).click();
  const opened = browser.context.waitForEvent("page");
  await popup.getByRole("button", { name: "Composer le dossier" }).click();
  dossier = await opened;
  await dossier.setViewportSize({ width: 1200, height: 900 });
  await expect(dossier.locator("[data-piece]").first()).toBeVisible();
  await expect(dossier.getByText(/sources sur \d+ ont répondu/)).toHaveCount(0);
});
test.afterAll(async () => {
  await browser.close();
  await Promise.all([portal.close(), proxy.close()]);
});

const titles = () => dossier.locator("[data-piece] .title").allTextContents();

test("documents are moved by keyboard: the focus follows, and the place is said", async () => {
  const [first = "", second = ""] = await titles();
  expect(first).toBe(VIGILANCE);
  const down = dossier.getByRole("button", { name: `Descendre ${VIGILANCE}`, exact: true });
  await down.press("Enter");
  expect((await titles()).slice(0, 2)).toEqual([second, first]);
  await expect(down).toBeFocused();
  await expect(dossier.getByRole("status").filter({ hasText: `${VIGILANCE} : place 2 sur` })).toHaveCount(1);
  await dossier.getByRole("button", { name: `Monter ${VIGILANCE}`, exact: true }).press("Enter");
  // At the top it cannot go further up: the focus moves to the button for down.
  await expect(down).toBeFocused();
  const last = (await titles()).length - 1;
  await down.press("End");
  expect((await titles())[last]).toBe(VIGILANCE);
  await dossier.getByRole("button", { name: `Monter ${VIGILANCE}`, exact: true }).press("Home");
  expect((await titles())[0]).toBe(VIGILANCE);
  // Sends the events of a drag: without a screen, a mouse does not always start one.
  const dataTransfer = await dossier.evaluateHandle(() => new DataTransfer());
  await dossier.locator("[data-piece]").nth(1).dispatchEvent("dragstart", { dataTransfer });
  await dossier.locator("[data-piece]").nth(0).dispatchEvent("dragover", { dataTransfer });
  await expect(dossier.locator("[data-over]")).toHaveCount(1);
  await dossier.locator("[data-piece]").nth(0).dispatchEvent("drop", { dataTransfer });
  await expect.poll(async () => (await titles()).slice(0, 2)).toEqual([second, first]);
  await dossier.reload();
  await expect.poll(async () => (await titles()).slice(0, 2)).toEqual([second, first]);
  await expectUsable(dossier);
});

test("one PDF in that order, sound for qpdf, with its pages; checked again by the page, and logged", async () => {
  await pickOnly(dossier, FISCALE, VIGILANCE_BOX);
  await dossier.getByRole("button", { name: "Préparer le dossier" }).click();
  await expect(dossier.locator("[data-check=sound]")).toContainText("1 fichier rouvert et contrôlé : 3 pages lisibles");
  await expect(dossier.locator("[data-verdict]")).toContainText("Rien ne s'oppose au dépôt");
  const { name, bytes } = await downloaded(dossier, /^Télécharger dossier/);
  expect(name).toMatch(/^dossier-candidature_999900004_\d{4}-\d\d-\d\d\.pdf$/);
  expect(faultsOf(bytes)).toBe("");
  expect(
    execFileSync("qpdf", ["--show-npages", onDisk(bytes)])
      .toString()
      .trim(),
  ).toBe("3");
  const text = textOfPages(bytes);
  expect(text.indexOf("Attestation de régularité fiscale")).toBeLessThan(text.indexOf(VIGILANCE));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await expect(dossier.locator("[data-what=prepared]")).toContainText(sha256);
  await expect(dossier.getByText("Le coffre le garde jusqu'au")).toBeVisible();

  // Clears it from the session, as closing the browser does: the coffre gives it back.
  await popup.evaluate(() => chrome.storage.session.remove(["shelf-key", "prepared"]));
  const list = await browser.popupWithoutPage();
  await list.goto(`${browser.origin}/consultations.html`);
  const saving = list.waitForEvent("download");
  await list.getByRole("button", { name: /^Enregistrer dossier-candidature/ }).click();
  expect(readFileSync(await (await saving).path()).equals(bytes)).toBe(true);
  await list.close();
});

test("the popup attaches what was prepared, or the dossier's page; the portal receives it byte for byte, the log says so and is exported", async () => {
  const { bytes } = await downloaded(dossier, /^Télécharger dossier/);
  await popup.bringToFront();
  await popup.getByRole("tab", { name: "Pièces" }).click();
  await expect(popup.getByRole("radio", { name: /^Le dossier préparé à/ })).toBeChecked();
  await popup.getByRole("button", { name: /^Joindre/ }).click();
  await expect(popup.getByRole("status").filter({ hasText: "fichier joint" })).toBeVisible();
  await popup.getByRole("button", { name: "Défaire : 1 fichier" }).click();
  await expect(popup.getByRole("status").filter({ hasText: "1 fichier retiré" })).toBeVisible();
  await dossier.bringToFront();
  await dossier.getByRole("button", { name: "Joindre à la page du portail" }).click();
  await expect(dossier.getByRole("status").filter({ hasText: "1 fichier joint" })).toBeVisible();
  await dossier.getByRole("button", { name: "Revenir à la consultation" }).click();
  await page.getByRole("button", { name: "Déposer le pli" }).click();
  await expect(page.getByRole("heading", { name: "Pli reçu" })).toBeVisible();
  expect(portal.uploads.some((upload) => Buffer.from(upload.bytes).equals(bytes))).toBe(true);
  await dossier.bringToFront();
  await expect(dossier.locator("[data-what=attached]")).toHaveCount(2);
  await dossier.getByRole("button", { name: "Exporter en PDF" }).click();
  const log = await downloaded(dossier, /^Télécharger journal/);
  expect(faultsOf(log.bytes)).toBe("");
  const text = textOfPages(log.bytes).replace(/\s+/g, " ");
  for (const part of ["Joint à la page du portail", "SEPL-26-011", createHash("sha256").update(bytes).digest("hex")])
    expect(text).toContain(part);
});

test("the portal's receipt: its page is kept, then its PDF, which names the file by its digest; the consultation is deposited, the rehearsal says so", async () => {
  await dossier.getByRole("button", { name: "Prendre la page ouverte" }).click();
  await expect(dossier.locator("[data-receipt=partial]")).toContainText("0 sur 1 fichier préparé");
  const sha256 = /SHA-256 (\w{64})/.exec((await dossier.locator("[data-what=attached]").last().textContent()) ?? "")?.[1] ?? "";
  const pdf = await PDFDocument.create();
  const sheet = pdf.addPage();
  for (const [line, text] of ["Accuse de depot SEPL-26-011", sha256].entries())
    sheet.drawText(text, { x: 40, y: 700 - 20 * line, size: 10 });
  const receipt = { name: "accuse.pdf", mimeType: "application/pdf", buffer: Buffer.from(await pdf.save()) };
  const section = dossier.locator("section", { hasText: "Après le dépôt" });
  await section.locator("input[type=file]").setInputFiles({ ...receipt, buffer: Buffer.from(await drawnBlank()) });
  await expect(section.getByText("Aucun texte ne s'y lit")).toBeVisible();
  await section.locator("input[type=file]").setInputFiles(receipt);
  await expect(dossier.locator("[data-receipt=whole]")).toContainText("1 sur 1 fichier préparé y est nommé.");
  await expect(dossier.locator("[data-check=whole]")).toContainText("Un pli a déjà été déposé");
  const { consultations } = await sendFrom(popup, "readConsultations", {});
  expect(consultations.find(({ reference }) => reference === "SEPL-26-011")?.events.map(({ what }) => what)).toContain("deposited");
  await expectAwarded(browser);
});

test("a making that is stopped keeps what was prepared before; the ZIP holds the originals and a manifest", async () => {
  const before = await dossier.locator("[data-made]").getAttribute("data-made");
  await dossier.getByText("Les originaux intacts, dans un ZIP").click();
  await makeAndStop(dossier);
  await expect(dossier.getByText("Arrêté : rien de nouveau n'a été gardé.")).toBeVisible();
  expect(await dossier.locator("[data-made]").getAttribute("data-made")).toBe(before);

  await dossier.getByRole("button", { name: "Préparer à nouveau" }).click();
  await expect(dossier.locator("[data-check=sound]")).toContainText("ZIP rouvert et contrôlé : 4 fichiers intacts");
  const { name, bytes } = await downloaded(dossier, /^Télécharger dossier/);
  expect(name).toMatch(/\.zip$/);
  const path = onDisk(bytes, "zip");
  expect(execFileSync("unzip", ["-tq", path]).toString()).toContain("No errors");
  const manifest = JSON.parse(execFileSync("unzip", ["-p", path, "manifest.json"]).toString());
  for (const { fileName, sha256 } of manifest.pieces) {
    expect(
      createHash("sha256")
        .update(execFileSync("unzip", ["-p", path, fileName]))
        .digest("hex"),
    ).toBe(sha256);
  }
  expect(manifest.pieces.map(({ kind }: { kind: string }) => kind)).toEqual(["attestationFiscale", "attestationVigilance"]);
});

test("the upload is estimated at a supposed rate, then at the one typed; a proxy next door measures nothing, one in clear is refused", async () => {
  const upload = dossier.locator("[data-check=upload]");
  const measure = dossier.getByRole("button", { name: "Mesurer ma connexion" });
  await expect(upload).toContainText("aucun envoi n'a été mesuré");
  await measure.click();
  await expect(dossier.getByText("Le service de votre organisme est sur cette machine ou ce réseau")).toBeVisible();
  await expect(upload).toContainText("aucun envoi n'a été mesuré");

  await expect(sendFrom(popup, "chooseService", { kind: "proxy", url: proxy.url.replace("127.0.0.1", FAR_PROXY) })).rejects.toThrow(
    "badInput",
  );

  await dossier.getByLabel("Débit d'envoi de votre ligne, en Mbit/s").fill("2,5");
  await expect(upload).toContainText("à 2,5 Mbit/s, le débit que vous indiquez");
});

test("the consultation's files are read on the machine, joined to what is held, kept for it, saved, and forgotten when asked", async () => {
  const asked = dossier.locator(".consultation-asked");
  const inner = zipSync({ "RC.txt": strToU8(RC), "plan.dwg": strToU8("plan") });
  const archive = { name: "dce.zip", mimeType: "application/zip", buffer: Buffer.from(zipSync({ "pièces.zip": inner })) };
  await asked.locator("input[type=file]").setInputFiles(archive);
  await expect(asked.getByText("« un extrait K bis de moins de trois mois ; »")).toBeVisible();
  await expect(asked.getByRole("button", { name: "Arrêter la lecture" })).toHaveCount(0);
  await expect(asked.locator(".asked-left")).toContainText("dce.zip/pièces.zip/plan.dwg");
  // It is held and valid at the deadline; its state at the award depends on the day of the test.
  await expect(asked.locator(".asked-item", { hasText: "Attestation de vigilance URSSAF" })).toHaveAttribute(
    "data-state",
    /^(have|deadAtAward)$/,
  );
  await expect(asked.locator(".asked-item").filter({ has: dossier.getByText("RIB", { exact: true }) })).toHaveAttribute(
    "data-state",
    "missing",
  );
  const { name, bytes } = await downloaded(dossier, "Enregistrer en texte (.md)");
  expect(name).toBe("consultation.md");
  expect(bytes.toString("utf8")).toContain("un extrait K bis de moins de trois mois");
  await dossier.reload();
  await expect(asked.getByText("« un extrait K bis de moins de trois mois ; »")).toBeVisible();
  await asked.getByRole("button", { name: "Oublier cette lecture" }).click();
  await expect(asked.getByText("Déposez ici le dossier de consultation")).toBeVisible();
  await dossier.reload();
  await expect(asked.getByText("Déposez ici le dossier de consultation")).toBeVisible();
});

/** One page that holds a picture of lines, as a scanner makes it. */
async function scanOf(lines: readonly string[]): Promise<Buffer> {
  const base64 = await dossier.evaluate((written) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [1240, 1754];
    const pen = canvas.getContext("2d");
    if (pen === null) return "";
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, 1240, 1754);
    pen.fillStyle = "#000000";
    pen.font = "26px serif";
    for (const [index, line] of written.entries()) pen.fillText(line, 90, 150 + 60 * index);
    return canvas.toDataURL("image/jpeg").split(",")[1] ?? "";
  }, lines);
  const pdf = await PDFDocument.create();
  const image = await pdf.embedJpg(Buffer.from(base64, "base64"));
  pdf.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  return Buffer.from(await pdf.save());
}

test("a règlement that is a scan is read by its letters, said so, and its date is to be checked", async () => {
  const asked = dossier.locator(".consultation-asked");
  const buffer = await scanOf([
    "RÈGLEMENT DE LA CONSULTATION",
    "Date limite de réception des offres : 15 décembre 2026 à 12h00 (heure de Paris)",
    "À l'appui de leur candidature, les candidats produisent :",
    "- une attestation de vigilance délivrée par l'URSSAF ;",
    "- un relevé d'identité bancaire.",
  ]);
  await asked.locator("input[type=file]").setInputFiles({ name: "RC signé.pdf", mimeType: "application/pdf", buffer });
  await expect(asked.locator(".asked-documents")).toContainText("lu par reconnaissance, à vérifier");
  await expect(asked.locator(".asked-item", { hasText: "Attestation de vigilance URSSAF" })).toContainText(
    "(lu par reconnaissance, à vérifier)",
  );
  await expect(asked).toContainText("La date est lue par reconnaissance sur un scan : à vérifier.");
  await asked.getByRole("button", { name: "Oublier cette lecture" }).click();
  await expect(asked.getByText("Déposez ici le dossier de consultation")).toBeVisible();
});

/** What a portal asks besides the company itself. */
const LISTS = `<h2>Références</h2><table><tr><th>Objet</th><th>Contact</th></tr>
  <tr><td><input id="reference-objet"></td><td><input id="reference-contact"></td></tr></table>
  <fieldset><legend>Lots auxquels vous répondez</legend><label><input type="checkbox" id="lot-1"> Lot 1 – Gros œuvre</label>
  <label><input type="checkbox" id="lot-2"> Lot 2 – Couverture</label></fieldset>
  <label><input type="checkbox" id="oath-2"> Lot 2 : je certifie avoir visité les lieux</label>`;

test("DC1, DC2 and a DUME are made of the dossier, come first in it, and the merged dossier has nothing to say of them", async () => {
  await dossier.getByRole("radiogroup", { name: "L'entreprise se présente" }).getByText("Seule").click();
  await dossier.getByText("Le marché, qui n'a pas de lots").click();
  await dossier.getByRole("button", { name: "Préparer DC1 et DC2" }).click();
  await expect(dossier.locator("[data-form]")).toHaveCount(2);
  expect((await titles()).slice(0, 2)).toEqual(["DC1", "DC2"]);
  const dc1 = await downloaded(dossier, "Enregistrer DC1");
  expect(dc1.name).toBe(`dc1_${DEMO_SIRET}.pdf`);
  expect(textOfPages(dc1.bytes)).toContain("Lettre de candidature");

  // Showing a reference removes the DC2 that did not contain it.
  await dossier.getByRole("button", { name: "Références et moyens" }).click();
  const references = dossier.locator("[data-means=references]");
  await references.getByRole("checkbox", { name: /Rénovation de l'éclairage de la halle/ }).check({ force: true });
  await references.getByRole("button", { name: /^Compléter Rénovation/ }).click();
  await references.getByLabel("Contact chez le client").fill("Noé Été");
  await references.getByLabel("Début d'exécution").fill("31/02/2025");
  await references.getByRole("button", { name: "Enregistrer" }).click();
  await expect(references.getByText("Forme attendue : une date, ex. 31/12/2025.")).toBeVisible();
  await references.getByLabel("Début d'exécution").fill("01/04/2025");
  await references.getByRole("button", { name: "Enregistrer" }).click();
  await expect(references.locator("[data-chosen=true]")).toContainText("Noé Été");
  // The pli was received meanwhile: its page has no form.
  await page.goto(form);
  await page
    .locator("form")
    .first()
    .evaluate((element, lists) => element.insertAdjacentHTML("beforeend", lists), LISTS);
  await dossier.locator("[data-lists]").getByRole("button", { name: "Écrire dans la page (2 cases)" }).click();
  await expect(page.locator("#reference-objet")).toHaveValue(/Rénovation de l'éclairage de la halle/);
  await expect(page.locator("#reference-contact")).toHaveValue("Noé Été");
  await dossier.getByRole("button", { name: "Retour au dossier" }).last().click();
  await expect(dossier.locator("[data-form]")).toHaveCount(1);
  await dossier.getByRole("button", { name: "Préparer DC1 et DC2" }).click();
  await expect(dossier.locator("[data-form]")).toHaveCount(2);
  const dc2 = textOfPages((await downloaded(dossier, "Enregistrer DC2")).bytes);
  for (const told of ["Rénovation de l'éclairage de la halle", "Noé Été", "depuis le", "01/04/2025"]) expect(dc2).toContain(told);

  await dossier.getByRole("button", { name: "Répondre aux questions du DUME" }).click();
  const none = dossier.locator("[data-ground]").getByRole("radiogroup").getByText("Non", { exact: true });
  await expect(dossier.locator("[data-answered=true]")).toHaveCount(0);
  for (const answer of await none.all()) await answer.click();
  await expect(dossier.locator("[data-answered=true]")).toHaveCount(24);
  await dossier.getByRole("button", { name: "Retour au dossier" }).last().click();
  await dossier.getByRole("button", { name: "Préparer le DUME" }).click();
  await expect(dossier.locator("[data-form=dume]")).toHaveCount(2);
  await expect(dossier.locator("[data-form=dume]").first()).toContainText("Rien ne manque");
  await expectUsable(dossier);

  await dossier.getByText("Un seul PDF, avec une page de garde").click();
  await pickOnly(dossier, /DC1$/, /DC2$/);
  await dossier.getByRole("button", { name: /^Préparer (le dossier|à nouveau)$/ }).click();
  await expect(dossier.locator("[data-made$='.pdf']")).toHaveCount(1);
  const merged = await downloaded(dossier, /^Télécharger dossier/);
  expect(textOfPages(merged.bytes)).toContain("Déclaration du candidat");
  await expect(dossier.locator(".remarks")).toHaveCount(0);
});

test("the lots chosen are ticked in the page, a summary is made, and a member's packet opens for nobody but its mandataire", async () => {
  const group = dossier.locator("[data-packets]");
  await dossier.getByText("Certains lots").click();
  await dossier.getByLabel("Numéros des lots").fill("2");
  await dossier.locator("[data-in-page]").getByRole("button", { name: "Écrire dans la page (1 case)" }).click();
  await expect(page.locator("#lot-2")).toBeChecked();
  await expect(page.locator("#lot-1, #oath-2")).toHaveCount(2);
  for (const box of ["#lot-1", "#oath-2"]) await expect(page.locator(box)).not.toBeChecked();

  await dossier.getByText("Membre d'un groupement qu'une autre mène").click();
  await dossier.getByText("Solidaire", { exact: true }).click();
  await dossier.getByLabel("SIRET du membre").fill("99990100200009");
  await dossier.getByRole("button", { name: "Ajouter le membre" }).click();
  await expect(dossier.locator(".others-list li")).toHaveCount(1);
  await dossier.getByRole("button", { name: "Préparer le DC2" }).click();
  await expect(dossier.locator("[data-form=dc2]")).toHaveCount(1);
  await pickOnly(dossier, /DC2$/, VIGILANCE_BOX);
  await dossier.getByRole("button", { name: "Préparer le récapitulatif" }).click();
  await expect(dossier.locator("[data-form=recap]")).toHaveCount(1);
  const recap = textOfPages((await downloaded(dossier, "Enregistrer Récapitulatif")).bytes);
  for (const told of ["Pièces de la candidature (2)", VIGILANCE, "Empreinte SHA-256"]) expect(recap).toContain(told);

  await group.getByRole("button", { name: "Faire le paquet pour le mandataire" }).click();
  await group.getByText("Afficher").click();
  await group.getByLabel("Phrase de passe").fill("sept lampes vertes sous la halle couverte");
  const packet = await downloaded(dossier, /^Faire le paquet \(/);
  expect(packet.name).toBe(`paquet-${DEMO_SIRET}.pliprêt`);
  await expect(group.getByRole("status")).toContainText("Paquet enregistré");
  await expectUsable(dossier);

  await dossier.getByText("Mandataire d'un groupement").click();
  await group.getByRole("button", { name: "Ouvrir le paquet d'un membre" }).click();
  await group.locator("input[type=file]").setInputFiles({ name: packet.name, mimeType: "application/octet-stream", buffer: packet.bytes });
  const open = async (passphrase: string) => {
    await group.getByLabel("Phrase de passe donnée par le membre").fill(passphrase);
    await group.getByRole("button", { name: "Ouvrir le paquet", exact: true }).click();
  };
  await open("une autre phrase");
  await expect(group.getByRole("status")).toContainText("Ce n'est pas la phrase de passe");
  await open("sept lampes vertes sous la halle couverte");
  await expect(group.getByRole("status")).toContainText(`Ce paquet porte votre propre SIRET (${DEMO_SIRET})`);
});

test("after an update what changes is told once, folded", async () => {
  await sendFrom(popup, "takeNews", { version: "0.0.1" });
  await popup.reload();
  const news = popup.getByRole("complementary", { name: /^Pli prêt [\d.]+ : ce qui change$/ });
  await news.locator("summary").click();
  await expect(news).toContainText("Lecture du dossier de consultation");
  await news.getByRole("button", { name: "Compris" }).click();
  await expect(news).toHaveCount(0);
  // It was told once: a second request gives nothing.
  expect(await sendFrom(popup, "takeNews", { version: running.version })).toEqual({ since: null });
});
