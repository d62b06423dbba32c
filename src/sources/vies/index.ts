/**
 * VIES (European Commission): whether the French VAT number computed from the SIREN is active. A company without VAT is normally
 * "invalid"; a member state that does not answer says nothing about the company.
 */

import { z } from "zod";
import { tvaOf } from "../../domain/siret.ts";
import { openFamily } from "../families/family.ts";
import { defineSource, type Verdict } from "../source.ts";

const Vies = z.object({ isValid: z.boolean(), userError: z.string().nullish() });
type Vies = z.infer<typeof Vies>;

const BLOCKED_SECONDS = 3600;

function verdict({ isValid, userError }: Vies): Verdict {
  if (isValid) return { state: "delivered" };
  if (userError === "INVALID") return { state: "notFound", reason: "source.aucuneDonnee" };
  if (userError === "TIMEOUT") return { state: "unavailable", reason: "provider.timeout", retryInSeconds: 60 };
  if (userError === "IP_BLOCKED") return { state: "unavailable", reason: "provider.rateLimited", retryInSeconds: BLOCKED_SECONDS };
  if (/MAX_CONCURRENT_REQ/.test(userError ?? "")) return { state: "unavailable", reason: "provider.rateLimited", retryInSeconds: 60 };
  return { state: "unavailable", reason: "provider.unavailable", retryInSeconds: 300 };
}

export const vies = defineSource<Vies>({
  id: "vies",
  provider: "Commission européenne (VIES)",
  label: { fr: "TVA intracommunautaire", en: "EU VAT number" },
  block: "identite",
  keyedBy: "siren",
  trust: "official",
  access: "open",
  family: openFamily("vies", "VIES", "https://ec.europa.eu", 20),
  timeoutMs: 15_000,
  pieceKinds: [],
  documentHosts: [],
  contractEndpoints: [],
  request: ({ siren }) => ({ path: `/taxation_customs/vies/rest-api/ms/FR/vat/${tvaOf(siren).slice(2)}` }),
  raw: Vies,
  reads: { tvaIntracommunautaire: ({ isValid }, { company }) => (isValid ? tvaOf(company.siren) : undefined) },
  verdict,
});
