/** e-marchespublics.com, of Dematis. Its pages are not public: generic reading does the work. */
import type { Portal } from "../portal.ts";

export const eMarchespublics: Portal = {
  id: "e-marchespublics",
  label: "e-marchespublics.com",
  hosts: {
    "www.e-marchespublics.com": "low",
  },
  exceptions: [],
  limits: {},
};
