/** achatpublic.com: Java, the « salle des marchés » under `/sdm/`. */
import { ownAddresses } from "../own-addresses.ts";
import type { Portal } from "../portal.ts";

export const achatpublic: Portal = {
  id: "achatpublic",
  label: "achatpublic.com",
  hosts: {
    "*.achatpublic.com": "medium",
  },
  recognises: (page) => ownAddresses(page).some((address) => /^\/sdm\/ent2?\//.test(address)),
  exceptions: [],
  limits: {},
};
