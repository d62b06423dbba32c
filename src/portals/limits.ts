/** What the deposit of a portal accepts, for those of which something is established. */
import type { DepositLimits } from "../domain/deposit-limits.ts";
import { PORTALS } from "./portals.ts";

/** Where the limits of Passe Marché were read. */
const PASSE_MARCHE = {
  source: "code publié de datagouv/passemarche, config/initializers/file_upload_config.rb (100 Mo par fichier)",
  readOn: "2026-11-25",
  confidence: "high",
} as const;

/** By the portals' ids. */
export const LIMITS: Readonly<Record<string, DepositLimits>> = {
  place: {
    totalBytes: {
      value: 1_000_000_000,
      source: "FAQ de la plateforme (environ 1 Go par pli), rappelée par le Conseil d'État, 13 novembre 2025, n° 506640",
      readOn: "2026-11-25",
      confidence: "medium",
    },
  },
  "passe-marche": {
    fileBytes: { value: 100_000_000, ...PASSE_MARCHE },
    extensions: { value: ["pdf", "doc", "docx", "txt", "xls", "xlsx", "csv", "jpg", "jpeg", "png", "gif", "zip"], ...PASSE_MARCHE },
  },
};

/** A portal as the screens of a bid name it; `null` for one that the extension does not know. */
export function depositOn(id: string | null | undefined): { readonly label: string; readonly limits: DepositLimits } | null {
  const portal = PORTALS.find((one) => one.id === id);
  return portal === undefined ? null : { label: portal.label, limits: LIMITS[portal.id] ?? {} };
}
