/** Klekoon. Its pages are not public: generic reading does the work. */
import type { Portal } from "../portal.ts";

export const klekoon: Portal = {
  id: "klekoon",
  label: "Klekoon",
  hosts: {
    "klekoon.com": "high",
    "www.klekoon.com": "high",
  },
  exceptions: [],
  limits: {},
};
