/** Atexo MPE (« LocalTrust »), the software of PLACE and of most regional portals: PHP on the PRADO framework. */
import { ownAddresses } from "../own-addresses.ts";
import type { Portal } from "../portal.ts";

export const atexo: Portal = {
  id: "atexo",
  label: "Atexo MPE",
  hosts: {
    "marches.maximilien.fr": "medium",
    "marches.megalis.bretagne.bzh": "medium",
    "*.marchespublics596280.fr": "medium",
    "*.demat-ampa.fr": "medium",
    "plateforme.alsacemarchespublics.eu": "medium",
    "marches.ternum-bfc.fr": "low",
  },
  recognises: (page) =>
    (page.querySelector("[name=PRADO_PAGESTATE]") !== null && page.querySelector("[name^='ctl0$CONTENU_PAGE$']") !== null) ||
    ownAddresses(page).some((address) => /\bpage=entreprise\.|\/entreprise\/consultation\/\d+\?.*orgAcronyme=/i.test(address)),
  exceptions: [],
  limits: {},
};
