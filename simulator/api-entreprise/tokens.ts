/** Tokens known to the simulator, and their rights. */

export interface TokenState {
  readonly scopes: ReadonlySet<string> | "all";
  readonly state: "valid" | "expired" | "blacklisted";
}

export interface Tokens {
  /** A token with every right. */
  readonly full: string;
  get(token: string): TokenState | undefined;
  /** Declares a token. */
  add(token: string, state: TokenState): void;
}

/** Scopes that the token of every right announces at `/privileges`. */
export const ALL_SCOPES = [
  "unites_legales_etablissements_insee",
  "open_data",
  "attestations_sociales",
  "attestations_fiscales",
  "exercices",
  "probtp",
  "msa_cotisations",
  "certificat_cnetp",
  "fntp_carte_pro",
  "qualibat",
  "certificat_rge_ademe",
  "certificat_opqibi",
  "certifications_qualiopi_france_competences",
] as const;

export function createTokens(): Tokens {
  const full = "jeton-de-demonstration";
  const known = new Map<string, TokenState>([[full, { scopes: "all", state: "valid" }]]);
  return { full, get: (token) => known.get(token), add: (token, state) => void known.set(token, state) };
}
