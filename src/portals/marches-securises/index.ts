/** marches-securises.fr, of Atline: PHP, one dispatcher named `module`, a consultation named `cle_dce`. */
import { ownAddresses } from "../own-addresses.ts";
import type { Portal } from "../portal.ts";

export const marchesSecurises: Portal = {
  id: "marches-securises",
  label: "marches-securises.fr",
  hosts: {
    "www.marches-securises.fr": "medium",
  },
  recognises: (page) => ownAddresses(page).some((address) => /^\/entreprise\/\?.*\bcle_dce=/.test(address)),
  exceptions: [],
  limits: {},
};
