/** What an identity provider, or somebody in its place, may send: only what is signed, for us, now, is believed. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createIdentityProvider, LevelRefused, type ProviderSettings } from "../../proxy/identity/provider.ts";

const DEPARTURE = { state: "s".repeat(43), nonce: "n".repeat(43), verifier: "v".repeat(43) };
const QUERY = `?code=abc&state=${DEPARTURE.state}`;
const CLAIMS = { sub: "42", given_name: "Ada", usual_name: "Essai", siret: "99990000400014" };

interface Behaviour {
  /** The ID token's claims, its key, its algorithm. */
  id: { claims: Record<string, unknown>; forged: boolean };
  userinfo: () => Promise<{ type: string; body: string }>;
}
let issuer = "";
let behaviour: Behaviour;
let received: URLSearchParams;
const keys = { own: await generateKeyPair("RS256"), other: await generateKeyPair("RS256") };

const signed = (claims: Record<string, unknown>, forged = false) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", kid: "own" })
    .setIssuedAt()
    .setExpirationTime(typeof claims["exp"] === "number" ? claims["exp"] : "1m")
    .sign(forged ? keys.other.privateKey : keys.own.privateKey);
const idClaims = (more: Record<string, unknown> = {}) => ({ iss: issuer, aud: "client", sub: "42", nonce: DEPARTURE.nonce, ...more });
const jwtUserinfo =
  (claims: Record<string, unknown>, forged = false) =>
  async () => ({ type: "application/jwt", body: await signed({ iss: issuer, aud: "client", ...claims }, forged) });
const jsonUserinfo = (claims: object) => async () => ({ type: "application/json", body: JSON.stringify(claims) });

const server = createServer((request, response) => {
  const json = (body: unknown, status = 200) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  const body: Buffer[] = [];
  request
    .on("data", (chunk: Buffer) => body.push(chunk))
    .on("end", async () => {
      if (request.url === "/.well-known/openid-configuration") {
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
        });
      }
      if (request.url === "/jwks")
        return json({ keys: [{ ...(await exportJWK(keys.own.publicKey)), kid: "own", alg: "RS256", use: "sig" }] });
      if (request.url === "/token") {
        received = new URLSearchParams(Buffer.concat(body).toString());
        const { claims, forged } = behaviour.id;
        return json({ access_token: "at", token_type: "Bearer", expires_in: 60, id_token: await signed(claims, forged) });
      }
      const userinfo = await behaviour.userinfo();
      response.writeHead(200, { "content-type": userinfo.type }).end(userinfo.body);
    });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  behaviour = { id: { claims: idClaims(), forged: false }, userinfo: jwtUserinfo(CLAIMS) };
});

const arrive = (settings: Partial<ProviderSettings> = {}, query = QUERY) =>
  createIdentityProvider({
    issuer,
    clientId: "client",
    clientSecret: "secret",
    scopes: "openid siret",
    claims: { siret: "siret", givenName: "given_name", familyName: "usual_name" },
    userinfoAlg: "RS256",
    acr: [],
    callbackUrl: "https://proxy.example/v1/auth/callback",
    ...settings,
  }).arrival(query, DEPARTURE);

describe("what is believed", () => {
  test("ProConnect is believed: userinfo is a signed JWT, and the confidential client proves that the code is its own", async () => {
    const { person, idToken } = await arrive();
    expect(person).toEqual({ issuer, subject: "42", name: "Ada Essai", siret: "99990000400014" });
    expect(idToken).toMatch(/^ey/);
    expect(Object.fromEntries(received)).toMatchObject({
      grant_type: "authorization_code",
      client_id: "client",
      client_secret: "secret",
      code: "abc",
      code_verifier: DEPARTURE.verifier,
      redirect_uri: "https://proxy.example/v1/auth/callback",
    });
  });

  test("plain JSON under other claim names is believed", async () => {
    behaviour.userinfo = jsonUserinfo({ sub: "42", prenom: "Ada", nom: "Essai", etablissement: "99990000400014" });
    const claims = { siret: "etablissement", givenName: "prenom", familyName: "nom" };
    expect((await arrive({ userinfoAlg: null, claims })).person).toMatchObject({ name: "Ada Essai", siret: "99990000400014" });
  });

  test.each([[undefined], [""], ["12345678901234"], ["999900004"], [12], [["99990000400014"]]])(
    "a SIRET that is not one (%o) attaches to nothing",
    async (siret) => {
      behaviour.userinfo = jwtUserinfo({ ...CLAIMS, siret });
      expect((await arrive()).person.siret).toBeNull();
    },
  );

  test("a level below the one asked is refused", async () => {
    await expect(arrive({ acr: ["eidas2"] })).rejects.toThrow(LevelRefused);
    behaviour.id.claims = idClaims({ acr: "eidas1" });
    await expect(arrive({ acr: ["eidas2"] })).rejects.toThrow(LevelRefused);
    behaviour.id.claims = idClaims({ acr: "eidas2" });
    expect((await arrive({ acr: ["eidas2"] })).person.subject).toBe("42");
    // A stronger level is admitted, and so is any of several.
    behaviour.id.claims = idClaims({ acr: "eidas3" });
    expect((await arrive({ acr: ["eidas1-mfa"] })).person.subject).toBe("42");
    behaviour.id.claims = idClaims({ acr: "eidas1-mfa" });
    expect((await arrive({ acr: ["eidas3", "eidas1"] })).person.subject).toBe("42");
    await expect(arrive({ acr: ["https://proconnect.gouv.fr/assurance/certification-dirigeant"] })).rejects.toThrow(LevelRefused);
  });
});

describe("what is refused", () => {
  test.each<[string, () => void]>([
    ["an ID token signed by another key", () => Object.assign(behaviour.id, { forged: true })],
    ["an ID token for another audience", () => Object.assign(behaviour.id, { claims: idClaims({ aud: "other" }) })],
    ["an ID token of another issuer", () => Object.assign(behaviour.id, { claims: idClaims({ iss: "https://evil.example" }) })],
    [
      "an ID token with another nonce: replayed from another sign-in",
      () => Object.assign(behaviour.id, { claims: idClaims({ nonce: "x".repeat(43) }) }),
    ],
    ["an ID token that is over", () => Object.assign(behaviour.id, { claims: idClaims({ exp: 1 }) })],
    ["userinfo signed by another key", () => Object.assign(behaviour, { userinfo: jwtUserinfo(CLAIMS, true) })],
    ["userinfo for another audience", () => Object.assign(behaviour, { userinfo: jwtUserinfo({ ...CLAIMS, aud: "other" }) })],
    ["userinfo of another issuer", () => Object.assign(behaviour, { userinfo: jwtUserinfo({ ...CLAIMS, iss: "https://evil.example" }) })],
    ["userinfo of another person", () => Object.assign(behaviour, { userinfo: jwtUserinfo({ ...CLAIMS, sub: "43" }) })],
    ["plain userinfo where a signature is expected", () => Object.assign(behaviour, { userinfo: jsonUserinfo(CLAIMS) })],
    [
      "userinfo without signature (alg: none)",
      () =>
        Object.assign(behaviour, {
          userinfo: async () => ({ type: "application/jwt", body: new UnsecuredJWT({ iss: issuer, aud: "client", ...CLAIMS }).encode() }),
        }),
    ],
    [
      "userinfo whose payload was changed after signing",
      () =>
        Object.assign(behaviour, {
          userinfo: async () => {
            const [head, , signature] = (await signed({ iss: issuer, aud: "client", ...CLAIMS })).split(".");
            const payload = Buffer.from(JSON.stringify({ iss: issuer, aud: "client", ...CLAIMS, siret: "99990100200009" })).toString(
              "base64url",
            );
            return { type: "application/jwt", body: `${head}.${payload}.${signature}` };
          },
        }),
    ],
  ])("%s", async (_name, change) => {
    change();
    await expect(arrive()).rejects.toThrow();
  });

  test("a return with another state, or with the provider's error", async () => {
    await expect(arrive({}, `?code=abc&state=${"x".repeat(43)}`)).rejects.toThrow();
    await expect(arrive({}, `?error=access_denied&state=${DEPARTURE.state}`)).rejects.toThrow();
  });

  test("a provider that is down is tried again at the next sign-in", async () => {
    const provider = createIdentityProvider({
      issuer: "http://127.0.0.1:1",
      clientId: "client",
      clientSecret: "secret",
      scopes: "openid",
      claims: { siret: "siret", givenName: "given_name", familyName: "usual_name" },
      userinfoAlg: null,
      acr: [],
      callbackUrl: "https://proxy.example/v1/auth/callback",
    });
    await expect(provider.departureUrl(DEPARTURE)).rejects.toThrow();
    await expect(provider.departureUrl(DEPARTURE)).rejects.toThrow();
  });
});
