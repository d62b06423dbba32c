/** Passe Marché, of DINUM: Rails and DSFR; names are numbers, titles speak. */
import { ownAddresses } from "../own-addresses.ts";
import type { Portal } from "../portal.ts";

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
  limits: {},
};
