/** PRO BTP, conformité: whether the contributions are paid up, without a document. `null` is the provider's own "cannot say". */
import { z } from "zod";
import { apiEntreprise, envelope } from "../families/api-entreprise.ts";
import { defineSource } from "../source.ts";

const Conformite = envelope(z.object({ eligible: z.boolean().nullable() }));
type Conformite = z.infer<typeof Conformite>;

export const probtpConformite = defineSource<Conformite>({
  id: "probtp-conformite",
  provider: "PRO BTP",
  label: { fr: "Conformité des cotisations retraite", en: "Pension contributions compliance" },
  block: "attestations",
  keyedBy: "siret",
  trust: "official",
  access: "protected",
  family: apiEntreprise,
  scopes: ["probtp", "cotisations_probtp"],
  timeoutMs: 25_000,
  pieceKinds: [],
  documentHosts: [],
  contractEndpoints: ["v3_probtp_conformites_cotisations_retraite"],
  request: ({ siret }) => ({ path: `/v3/probtp/etablissements/${siret}/conformite_cotisations_retraite` }),
  raw: Conformite,
  reads: {},
  verdict: ({ data: { eligible } }) => {
    if (eligible === false) return { state: "refused", reason: "probtp.nonAJour" };
    return eligible === null ? { state: "delivered", reason: "probtp.indetermine" } : { state: "delivered" };
  },
  certifications: ({ data: { eligible } }) => [
    {
      kind: "probtp",
      label: "À jour des cotisations de retraite complémentaire",
      body: "PRO BTP",
      held: eligible,
      validityBasis: "unknown",
    },
  ],
  negatives: { "003": { state: "notFound", reason: "probtp.nonDelivrable" } },
});
