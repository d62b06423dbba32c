/** The DUME service of AIFE, and the European ESPD service wherever it is installed. */
import type { Portal } from "../portal.ts";

export const dume: Portal = {
  id: "dume",
  label: "DUME",
  hosts: {
    "dume.chorus-pro.gouv.fr": "low",
  },
  recognises: (page) => page.querySelector("[name^='economicOperator.']") !== null,
  exceptions: [],
  limits: {},
};
