/** Passe Marché, of DINUM: Rails and DSFR; names are numbers, titles speak. */
import { ownAddresses } from "../own-addresses.ts";
import type { Portal } from "../portal.ts";

const READ = {
  source: "code publié de datagouv/passemarche, config/initializers/file_upload_config.rb (100 Mo par fichier)",
  readOn: "2026-11-25",
  confidence: "high",
} as const;

export const passeMarche: Portal = {
  id: "passe-marche",
  label: "Passe Marché",
  hosts: {
    "passemarche.data.gouv.fr": "high",
    "preprod.passemarche.data.gouv.fr": "high",
    "staging.passemarche.data.gouv.fr": "high",
    "sandbox.passemarche.data.gouv.fr": "high",
  },
  recognises: (page) =>
    page.querySelector("[class^='fr-'], [class*=' fr-']") !== null &&
    (page.querySelector("[name^='market_application[']") !== null ||
      ownAddresses(page).some((address) => /^\/candidate\/market_applications\//.test(address))),
  exceptions: [],
  limits: {
    fileBytes: { value: 100_000_000, ...READ },
    extensions: { value: ["pdf", "doc", "docx", "txt", "xls", "xlsx", "csv", "jpg", "jpeg", "png", "gif", "zip"], ...READ },
  },
};
