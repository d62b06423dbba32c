/**
 * Signing in from the extension. It leaves with a challenge; the proxy sends it to the identity provider and back, with a code
 * that lives a minute and works once, for whoever holds the verifier of the challenge.
 */
import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { randomNonce, randomPKCECodeVerifier, randomState } from "openid-client";
import { z } from "zod";
import { type SignedIn, type SignedInPerson, SignIn } from "../../src/domain/service.ts";
import type { Logger } from "../log.ts";
import { respondProblem } from "../problem.ts";
import { createSeal } from "../sealed.ts";
import type { Store } from "../store.ts";
import type { Mandate } from "./mandates.ts";
import { type Person, sirenOfPerson } from "./person.ts";
import type { IdentityProvider } from "./provider.ts";
import type { Sessions, Tokens } from "./sessions.ts";

export interface IdentityRoutesDeps {
  readonly provider: IdentityProvider;
  readonly sessions: Sessions;
  readonly store: Store;
  readonly key: Buffer;
  readonly mandates: readonly Mandate[];
  readonly logger: Logger;
  /** True for an address that belongs to one of the operator's extensions. */
  readonly isRedirectAllowed: (uri: string) => boolean;
  /** The proxy is reached by https: its cookie says so. */
  readonly secure: boolean;
}

const LOGIN_SECONDS = 600;
/** A sign-in under way is kept, sealed, in a cookie of the window that began it: strangers can fill no memory here. */
const COOKIE = "pli-pret-login";

/** What the extension asks; lengths are those of RFC 7636. */
const Start = z.object({
  redirect_uri: z.url().max(300),
  code_challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  code_challenge_method: z.literal("S256").default("S256"),
  state: z.string().regex(/^[A-Za-z0-9_.~-]{16,200}$/),
  /** `login`: the provider asks again who the person is, even if it knows (OpenID Connect Core, 3.1.2.1). */
  prompt: z.literal("login").optional(),
});
const Login = z.object({
  redirectUri: z.string(),
  state: z.string(),
  challenge: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Milliseconds. */
  until: z.number(),
});
const digest = (text: string) => createHash("sha256").update(text).digest("base64url");

/** The routes under `/v1/auth`. Long on purpose: one after the other, as a sign-in goes through them. */
export function identityRoutes(deps: IdentityRoutesDeps): Hono {
  const { provider, sessions, store, logger } = deps;
  const seal = createSeal(deps.key, "login");
  const app = new Hono();

  app.get("/start", async (context) => {
    const asked = Start.safeParse(context.req.query());
    if (!asked.success) return respondProblem(context, "request.invalid");
    const { redirect_uri: redirectUri, code_challenge: challenge, state, prompt } = asked.data;
    if (!deps.isRedirectAllowed(redirectUri)) return respondProblem(context, "signIn.redirectRefused");

    const departure = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const until = Date.now() + LOGIN_SECONDS * 1000;
    const login: z.infer<typeof Login> = { redirectUri, state, challenge, nonce: departure.nonce, verifier: departure.verifier, until };
    // Sealed under its state, so that a window can return only from the sign-in that it began.
    const cookie = seal.close(departure.state, Buffer.from(JSON.stringify(login)));
    setCookie(context, COOKIE, cookie, { httpOnly: true, sameSite: "Lax", secure: deps.secure, path: "/v1/auth", maxAge: LOGIN_SECONDS });
    try {
      return context.redirect((await provider.departureUrl(departure, prompt)).href, 302);
    } catch (error) {
      logger.error({ error }, "identity provider unreachable");
      return respondProblem(context, "signIn.unavailable");
    }
  });

  app.get("/callback", async (context) => {
    const state = context.req.query("state") ?? "";
    const bytes = seal.open(state, getCookie(context, COOKIE) ?? "");
    const login = bytes === null ? null : Login.parse(JSON.parse(bytes.toString("utf8")));
    if (login === null || login.until < Date.now()) return respondProblem(context, "signIn.unknown");
    deleteCookie(context, COOKIE, { path: "/v1/auth", secure: deps.secure });
    if (!(await store.add(`login-over:${digest(state)}`, "1", LOGIN_SECONDS))) return respondProblem(context, "signIn.unknown");

    const back = new URL(login.redirectUri);
    back.searchParams.set("state", login.state);
    try {
      const query = new URL(context.req.url).search;
      const { person, idToken } = await provider.arrival(query, { state, nonce: login.nonce, verifier: login.verifier });
      back.searchParams.set("code", await sessions.openCode(person, idToken, login.challenge, login.redirectUri));
    } catch (error) {
      logger.warn({ error }, "sign-in refused");
      back.searchParams.set("error", context.req.query("error") === "access_denied" ? "access_denied" : "sign_in_failed");
    }
    return context.redirect(back.href, 302);
  });

  app.post("/token", async (context) => {
    const asked = SignIn.safeParse(await context.req.json().catch(() => null));
    if (!asked.success) return respondProblem(context, "request.invalid");
    const { data } = asked;
    const tokens =
      data.grant === "code"
        ? await sessions.redeem(data.code, data.codeVerifier, data.redirectUri)
        : await sessions.refresh(data.refreshToken);
    if (tokens === null) return respondProblem(context, "session.over");
    return context.json(signedIn(tokens));
  });

  app.get("/session", async (context) => {
    const session = await sessions.sessionOf(bearerOf(context) ?? "");
    return session === null ? respondProblem(context, "session.over") : context.json(shown(session.person));
  });

  app.post("/sign-out", async (context) => {
    const everywhere = context.req.query("everywhere") === "true";
    const ended = await sessions.signOut(bearerOf(context) ?? "", everywhere);
    if (ended === null) return respondProblem(context, "session.over");
    const url = ended.idToken === null ? null : await provider.endSessionUrl(ended.idToken).catch(() => null);
    return context.json({ endSessionUrl: url?.href ?? null });
  });

  return app;

  function signedIn(tokens: Tokens): SignedIn {
    return {
      accessToken: tokens.accessToken,
      accessSeconds: tokens.accessSeconds,
      refreshToken: tokens.refreshToken,
      refreshSeconds: tokens.refreshSeconds,
      person: shown(tokens.person),
    };
  }

  function shown(person: Person): SignedInPerson {
    const siren = sirenOfPerson(person);
    const held = deps.mandates.filter(({ holder, subject }) => holder === siren && (subject === undefined || subject === person.subject));
    return { name: person.name, siret: person.siret, mandates: held.map(({ company, from, until }) => ({ siren: company, from, until })) };
  }
}

/** The token of `Authorization: Bearer`, or `null`. */
export function bearerOf(context: Context): string | null {
  return /^Bearer ([A-Za-z0-9._~+/=-]+)$/.exec(context.req.header("authorization") ?? "")?.[1] ?? null;
}
