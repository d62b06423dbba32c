/** PLACE, the purchases of the State: Atexo MPE, with a limit of its own. */
import type { Portal } from "../portal.ts";

export const place: Portal = {
  id: "place",
  label: "PLACE (achats de l'État)",
  hosts: {
    "www.marches-publics.gouv.fr": "high",
  },
  exceptions: [],
  limits: {
    totalBytes: {
      value: 1_000_000_000,
      source: "FAQ de la plateforme (environ 1 Go par pli), rappelée par le Conseil d'État, 13 novembre 2025, n° 506640",
      readOn: "2026-11-25",
      confidence: "medium",
    },
  },
};
