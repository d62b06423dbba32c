/** API families: where they are, what they need. Credentials are the proxy's affair, never here. */
export const UPSTREAMS = {
  apiEntreprise: { base: "https://entreprise.api.gouv.fr", needsToken: true, label: "API Entreprise" },
  bodacc: { base: "https://bodacc-datadila.opendatasoft.com", needsToken: false, label: "BODACC" },
  rechercheEntreprises: { base: "https://recherche-entreprises.api.gouv.fr", needsToken: false, label: "Recherche d'entreprises" },
  ademe: { base: "https://data.ademe.fr", needsToken: false, label: "ADEME" },
  dgefp: { base: "https://dgefp.opendatasoft.com", needsToken: false, label: "DGEFP" },
  dataGouv: { base: "https://tabular-api.data.gouv.fr", needsToken: false, label: "data.gouv.fr" },
  vies: { base: "https://ec.europa.eu", needsToken: false, label: "VIES" },
  /** Free account of the operator: the worker never asks it. */
  inpi: { base: "https://registre-national-entreprises.inpi.fr", needsToken: true, label: "INPI RNE" },
} as const satisfies Record<string, { base: string; needsToken: boolean; label: string }>;

export type UpstreamId = keyof typeof UPSTREAMS;
