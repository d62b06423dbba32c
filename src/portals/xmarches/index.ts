/** xmarchés, of SPL-Xdemat: PHP. */
import { ownAddresses } from "../own-addresses.ts";
import type { Portal } from "../portal.ts";

export const xmarches: Portal = {
  id: "xmarches",
  label: "xmarchés (SPL-Xdemat)",
  hosts: {
    "xmarches.fr": "medium",
    "www.xmarches.fr": "medium",
  },
  recognises: (page) => ownAddresses(page).some((address) => /^\/entreprise\/detailConsultation\.php/.test(address)),
  exceptions: [],
  limits: {},
};
