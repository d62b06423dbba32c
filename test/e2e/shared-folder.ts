/** A company's file that others made or share, on the coffre's page. */
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";

/** The company's file in a folder: the browser's own private one stands in for the one that a person would pick. */
export async function expectShared(coffre: Page, siren: string, passphrase: string): Promise<void> {
  await coffre.addInitScript(() => {
    const inPrivate = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("partage", { create: true });
    Object.assign(globalThis, { showDirectoryPicker: inPrivate });
  });
  await coffre.reload();
  const folder = coffre.locator(".folder");
  const written = () =>
    coffre.evaluate(async () => {
      const shared = await (await navigator.storage.getDirectory()).getDirectoryHandle("partage");
      const files: [string, number][] = [];
      for await (const one of shared.values()) files.push([one.name, (await (one as FileSystemFileHandle).getFile()).lastModified]);
      return files;
    });
  await folder.getByRole("button", { name: "Choisir le dossier" }).click();
  await expect(folder.getByText("Il n'y a pas encore de fichier")).toBeVisible();
  await folder.getByLabel("Phrase de passe").fill(passphrase);
  await folder.getByLabel("Une seconde fois").fill(passphrase);
  await folder.getByRole("button", { name: "Écrire le premier fichier" }).click();
  await expect(folder.getByRole("status").first()).toHaveText("Le fichier du dossier est à jour.");
  const first = await written();
  expect(first).toEqual([[`entreprise-${siren}.pliprêt`, expect.any(Number)]]);
  // The page opens again, and knows its folder.
  await coffre.reload();
  const update = async (typed: string) => {
    await folder.getByLabel("Phrase de passe du fichier partagé").fill(typed);
    await folder.getByRole("button", { name: "Mettre à jour" }).click();
  };
  await update("une autre phrase");
  await expect(folder.getByRole("status").first()).toContainText("Ce n'est pas la phrase de passe de ce fichier. Rien n'a été écrit");
  expect(await written()).toEqual(first);
  await update(passphrase);
  await expect(folder.getByRole("status").first()).toHaveText("0 document importé, 1 déjà là. Le fichier du dossier est à jour.");
  expect(await written()).not.toEqual(first);
  await folder.getByRole("button", { name: "Ne plus utiliser ce dossier" }).click();
  await expect(folder.getByRole("button", { name: "Choisir le dossier" })).toBeVisible();
}

/**
 * Imports the company's file that Firefox made: `made-by-firefox.plipret` is what the journey of `firefox.e2e.ts` about an award saved, kept as
 * it was, with its document and its consultation.
 */
export async function expectFromFirefox(coffre: Page, passphrase: string): Promise<void> {
  await coffre.getByRole("button", { name: "Importer un fichier exporté" }).click();
  await coffre.locator(".panel input[type=file]").setInputFiles(fileURLToPath(new URL("./made-by-firefox.plipret", import.meta.url)));
  await coffre.getByLabel("Phrase de passe de ce fichier").fill(passphrase);
  await coffre.getByRole("button", { name: "Importer", exact: true }).click();
  await expect(coffre.getByText("1 document importé, 0 déjà là.")).toBeVisible();
  await expect(coffre.locator(".carried")).toContainText("1 consultation ajoutée");
  await expect(coffre.locator("[data-coffre]")).toHaveCount(2);
}
