/** The identity provider (ProConnect, or any OpenID Connect one), through openid-client: authorization code with PKCE. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from "openid-client";
import { isSiret } from "../../src/domain/siret.ts";
import type { Person } from "./person.ts";

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  readonly claims: { readonly siret: string; readonly givenName: string; readonly familyName: string };
  /** Signature of userinfo when it is a JWT (ProConnect); `null`: plain JSON. */
  readonly userinfoAlg: string | null;
  /** Levels asked, and checked in the ID token; empty: any. */
  readonly acr: readonly string[];
  /** Where the provider sends back: this proxy's own callback. */
  readonly callbackUrl: string;
}

/** What is kept between the departure to the provider and the return. */
interface Departure {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface IdentityProvider {
  /** @param prompt `login`: the person is asked again who they are, whatever the provider remembers */
  departureUrl(departure: Departure, prompt?: "login"): Promise<URL>;
  /** The person who comes back with that query string. @throws when anything is not as it left, or not signed as it must be. */
  arrival(query: string, departure: Departure): Promise<{ readonly person: Person; readonly idToken: string | null }>;
  /** Address that closes the provider's own session; `null` when the provider has none. */
  endSessionUrl(idToken: string): Promise<URL | null>;
}

/** The level of the ID token is lower than the one asked. */
export class LevelRefused extends Error {
  override readonly name = "LevelRefused";
}

/** ProConnect's levels that prove at least as much as another. The certification of a manager proves something else, and stands alone. */
const AT_LEAST: Readonly<Record<string, readonly string[]>> = {
  eidas0: ["eidas0", "eidas0-mfa", "eidas1", "eidas1-mfa", "eidas2", "eidas3"],
  "eidas0-mfa": ["eidas0-mfa", "eidas1-mfa", "eidas2", "eidas3"],
  eidas1: ["eidas1", "eidas1-mfa", "eidas2", "eidas3"],
  "eidas1-mfa": ["eidas1-mfa", "eidas2", "eidas3"],
  eidas2: ["eidas2", "eidas3"],
};

/** The levels asked, and those that prove more: nobody is refused for a stronger level. */
function acceptedLevels(asked: readonly string[]): readonly string[] {
  return [...new Set(asked.flatMap((level) => AT_LEAST[level] ?? [level]))];
}

/** Long on purpose: small functions over one configuration. */
export function createIdentityProvider(settings: ProviderSettings): IdentityProvider {
  const accepted = acceptedLevels(settings.acr);
  let known: Promise<Configuration> | null = null;
  /** Discovered once; a failure is tried again at the next sign-in. */
  const configuration = () => {
    known ??= discover(settings).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };

  return {
    departureUrl: async ({ state, nonce, verifier }, prompt) =>
      buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.callbackUrl,
        scope: settings.scopes,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        ...(prompt === undefined ? {} : { prompt }),
        ...(accepted.length === 0
          ? {}
          : { acr_values: accepted.join(" "), claims: JSON.stringify({ id_token: { acr: { essential: true, values: accepted } } }) }),
      }),

    arrival: async (query, { state, nonce, verifier }) => {
      const config = await configuration();
      const here = new URL(settings.callbackUrl);
      here.search = query;
      const tokens = await authorizationCodeGrant(config, here, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const idClaims = tokens.claims();
      if (idClaims === undefined) throw new Error("no ID token");
      if (accepted.length > 0 && !accepted.some((level) => level === idClaims.acr)) throw new LevelRefused("acr");
      const claims = await fetchUserInfo(config, tokens.access_token, idClaims.sub);
      const text = (name: string) => (typeof claims[name] === "string" ? claims[name].trim() : "");
      const siret = text(settings.claims.siret);
      const name = [text(settings.claims.givenName), text(settings.claims.familyName)].filter((part) => part !== "").join(" ");
      return {
        person: {
          issuer: idClaims.iss,
          subject: idClaims.sub,
          name: name === "" ? null : name,
          siret: isSiret(siret) ? siret : null,
        },
        idToken: tokens.id_token ?? null,
      };
    },

    endSessionUrl: async (idToken) => {
      const config = await configuration();
      return config.serverMetadata().end_session_endpoint === undefined ? null : buildEndSessionUrl(config, { id_token_hint: idToken });
    },
  };
}

async function discover(settings: ProviderSettings): Promise<Configuration> {
  const issuer = new URL(settings.issuer);
  const local = issuer.protocol === "http:" && issuer.hostname === "127.0.0.1";
  const config = await discovery(
    issuer,
    settings.clientId,
    {
      client_secret: settings.clientSecret,
      ...(settings.userinfoAlg === null ? {} : { userinfo_signed_response_alg: settings.userinfoAlg }),
    },
    ClientSecretPost(settings.clientSecret),
    { timeout: 10, ...(local ? { execute: [allowInsecureRequests] } : {}) },
  );
  // Signatures are checked even on answers that came over TLS: at ProConnect, userinfo is a signed JWT.
  enableNonRepudiationChecks(config);
  return config;
}
