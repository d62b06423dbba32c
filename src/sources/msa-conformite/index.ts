/** MSA, conformité des cotisations (agricultural employers): three words and no document. */
import { z } from "zod";
import { apiEntreprise, envelope } from "../families/api-entreprise.ts";
import { defineSource } from "../source.ts";

const Conformite = envelope(z.object({ status: z.enum(["up_to_date", "outdated", "under_investigation"]) }));
type Conformite = z.infer<typeof Conformite>;

const HELD: Record<Conformite["data"]["status"], boolean | null> = { up_to_date: true, outdated: false, under_investigation: null };
const ASK_AGAIN_SECONDS = 86_400;

export const msaConformite = defineSource<Conformite>({
  id: "msa-conformite",
  provider: "MSA",
  label: { fr: "Conformité des cotisations agricoles", en: "Agricultural contributions compliance" },
  block: "attestations",
  keyedBy: "siret",
  trust: "official",
  access: "protected",
  family: apiEntreprise,
  scopes: ["msa_cotisations", "cotisations_msa"],
  timeoutMs: 25_000,
  maintenance: { from: "03:00", to: "03:30" },
  pieceKinds: [],
  documentHosts: [],
  contractEndpoints: ["v3_msa_conformites_cotisations"],
  request: ({ siret }) => ({ path: `/v3/msa/etablissements/${siret}/conformite_cotisations` }),
  raw: Conformite,
  reads: {},
  verdict: ({ data: { status } }) => {
    if (status === "outdated") return { state: "refused", reason: "msa.nonAJour" };
    if (status === "under_investigation") return { state: "pending", reason: "msa.enCours", retryInSeconds: ASK_AGAIN_SECONDS };
    return { state: "delivered" };
  },
  certifications: ({ data: { status } }) => [
    { kind: "msa", label: "À jour des cotisations MSA", body: "MSA", held: HELD[status], validityBasis: "unknown" },
  ],
});
