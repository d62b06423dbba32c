/** PLACE, the purchases of the State: Atexo MPE, with a limit of its own. */
import type { Portal } from "../portal.ts";

export const place: Portal = {
  id: "place",
  label: "PLACE (achats de l'État)",
  hosts: {
    "www.marches-publics.gouv.fr": "high",
  },
  exceptions: [],
  limits: {},
};
