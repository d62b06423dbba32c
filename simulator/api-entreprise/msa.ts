/** MSA: contributions of those who belong to the agricultural scheme. */
import { type Endpoint, found, notFound, type Provider } from "./endpoint.ts";

const MSA: Provider = { code: "10", name: "MSA" };

export const msaEndpoints: readonly Endpoint[] = [
  {
    path: "/v3/msa/etablissements/:siret/conformite_cotisations",
    scopes: ["msa_cotisations", "cotisations_msa"],
    quota: "json",
    provider: MSA,
    respond: ({ company }) => (company.msa === null ? notFound(MSA) : found({ status: company.msa })),
  },
];
