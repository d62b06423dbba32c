/** The demonstration's identity provider: a real OpenID Connect one, with fictitious people, on a loopback port. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";
import { type Account, type Configuration, Provider } from "oidc-provider";
import { MemoryAdapter } from "./identity-store.ts";
import { DEMO_PEOPLE } from "./people.ts";

export const DEMO_CLIENT = { id: "pli-pret", secret: "secret-de-demonstration-sans-valeur" } as const;

const INTERACTION_SECONDS = 600;

export interface SimulatedIdentity {
  readonly issuer: string;
  close(): Promise<void>;
}

/** Starts it for one client, whose callback is `callbackUrl`. Userinfo is a signed JWT, as at ProConnect. */
export async function startIdentity(callbackUrl: string): Promise<SimulatedIdentity> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configurationFor(callbackUrl, { ...(await exportJWK(privateKey)), alg: "ES256", use: "sig" }));
  const answer = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const uid = /^\/interaction\/([\w-]+)(?:\/([\w-]+))?$/.exec(request.url ?? "");
    if (uid === null) return void answer(request, response);
    interact(provider, request, response, uid[2]).catch(() => response.writeHead(400).end("Connexion inconnue"));
  });
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function configurationFor(callbackUrl: string, key: object): Configuration {
  return {
    adapter: MemoryAdapter,
    clients: [
      {
        client_id: DEMO_CLIENT.id,
        client_secret: DEMO_CLIENT.secret,
        redirect_uris: [callbackUrl],
        token_endpoint_auth_method: "client_secret_post",
        userinfo_signed_response_alg: "ES256",
        id_token_signed_response_alg: "ES256",
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ["demonstration"] },
    claims: {
      openid: ["sub"],
      given_name: ["given_name"],
      usual_name: ["usual_name"],
      email: ["email"],
      siret: ["siret"],
    },
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, subject) => accountOf(subject),
    ttl: { AccessToken: 60, AuthorizationCode: 30, IdToken: 60, Session: 43_200, Interaction: INTERACTION_SECONDS, Grant: 43_200 },
    // One client, the operator's own: nobody is asked to consent.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId ?? "",
        accountId: context.oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid given_name usual_name email siret");
      await grant.save();
      return grant;
    },
  };
}

function accountOf(subject: string): Account | undefined {
  const person = DEMO_PEOPLE.find((candidate) => candidate.subject === subject);
  if (person === undefined) return undefined;
  return {
    accountId: subject,
    claims: () => ({
      sub: subject,
      given_name: person.givenName,
      usual_name: person.familyName,
      email: person.email,
      siret: person.siret,
    }),
  };
}

/** Serves the page where a person is chosen, and takes the choice. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse, choice: string | undefined): Promise<void> {
  const details = await provider.interactionDetails(request, response);
  const { uid } = details;
  if (choice === undefined) {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page(uid));
    return;
  }
  const end =
    accountOf(choice) === undefined
      ? { error: "access_denied", error_description: "Personne n'a été choisi" }
      : { login: { accountId: choice } };
  // When another person is chosen than the one of this window, the former session ends without a question.
  if (details.session !== undefined && details.session.accountId !== choice) {
    await (await provider.Session.findByUid(details.session.uid))?.destroy();
    delete details.session;
    await details.save(INTERACTION_SECONDS);
  }
  await provider.interactionFinished(request, response, end, { mergeWithLastSubmission: false });
}

function page(uid: string): string {
  const people = DEMO_PEOPLE.map(
    ({ subject, givenName, familyName, role }) =>
      `<li><a id="${subject}" href="/interaction/${uid}/${subject}"><strong>${givenName} ${familyName}</strong><br>${role}</a></li>`,
  ).join("");
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Connexion de démonstration</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color:#161616}
ul{list-style:none;padding:0}a{display:block;padding:.75rem 1rem;margin:.5rem 0;border:1px solid #666;border-radius:.5rem;color:inherit;text-decoration:none}
a:hover,a:focus{border-color:#000091;outline:2px solid #000091}</style></head>
<body><main><h1>Connexion de démonstration</h1><p>Ces personnes et leurs entreprises sont fictives. Qui êtes-vous ?</p>
<ul>${people}<li><a id="refuser" href="/interaction/${uid}/personne">Refuser</a></li></ul></main></body></html>`;
}
