/**
 * The person's session at the proxy: opened in a window of the browser with a challenge (PKCE, RFC 7636), kept in memory only. The refresh
 * token works once, so refreshing is done by one at a time.
 *
 * The proxy alone ends a session, by a 401. A proxy that cannot be reached, a lost answer or a clock that jumps end nothing: the token known
 * stays until the next one is stored. The person's sign-out wins over whatever is in flight.
 */

import { z } from "zod";
import { base64Of } from "../domain/bytes.ts";
import { SignedIn, SignedInPerson, type SignIn } from "../domain/service.ts";
import type { Output } from "../messages/contract.ts";
import type { Cells } from "../store/cells.ts";
import type { Fetch } from "./proxy-service.ts";

const Session = z.object({
  proxyUrl: z.string(),
  accessToken: z.string(),
  /** Milliseconds since the epoch. */
  accessUntil: z.number(),
  refreshToken: z.string(),
  person: SignedInPerson,
});
type Session = z.infer<typeof Session>;

/** `over`: the proxy ended the session, or there is none · `away`: it could not say. */
export type Renewal = { readonly state: "renewed"; readonly token: string } | { readonly state: "over" | "away" };
type Redeemed = { readonly state: "open"; readonly session: Session } | { readonly state: "over" | "away" };

/** `cancelled`: the person closed the window or refused. */
type SignInOutcome = Output<"signIn">["outcome"];

export interface SignInDeps {
  /** Kept until the browser closes, never on the disk. */
  readonly session: Cells;
  readonly fetch: Fetch;
  /** Opens the window; answers the address it ended on. Rejects when the person closes it. */
  readonly launch: (url: string) => Promise<string>;
  /** An address that comes back to the extension. */
  readonly redirectUri: string;
  readonly now: () => Date;
}

export interface Identity {
  signIn(proxyUrl: string): Promise<SignInOutcome>;
  /** `everywhere`: the person's other browsers too. */
  signOut(everywhere: boolean): Promise<void>;
  /** The access token for that proxy, refreshed when it seems about to end; `null` when nobody is signed in there. */
  tokenFor(proxyUrl: string): Promise<string | null>;
  /** Another access token, once the proxy refused that one. */
  renew(proxyUrl: string, refused: string): Promise<Renewal>;
  personAt(proxyUrl: string): Promise<SignedInPerson | null>;
}

/** A token this close to its end is refreshed first. */
const MARGIN_MS = 20_000;
const TIMEOUT_MS = 15_000;

/** Long on purpose: small functions over one session, which only they may change. */
export function createIdentity({ session, fetch, launch, redirectUri, now }: SignInDeps): Identity {
  const cell = session("identity", Session.nullable(), null);
  /** Somebody signed out: the provider, which still knows them, is to ask who comes next. */
  const changing = session("identity-changes", z.boolean(), false);
  let refreshing: Promise<Renewal> | null = null;
  /** Counts the sign-outs: what was begun before one brings nobody back. */
  let signOuts = 0;

  async function redeem(proxyUrl: string, request: SignIn): Promise<Redeemed> {
    const asked = now().getTime();
    const response = await fetch(`${proxyUrl}/v1/auth/token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null);
    if (response?.status === 401) return { state: "over" };
    const parsed = SignedIn.safeParse(await response?.json().catch(() => null));
    if (!parsed.success) return { state: "away" };
    const { accessToken, accessSeconds, refreshToken, person } = parsed.data;
    return { state: "open", session: { proxyUrl, accessToken, accessUntil: asked + accessSeconds * 1000, refreshToken, person } };
  }

  /** Refreshes once for all who ask meanwhile. */
  function refresh(known: Session): Promise<Renewal> {
    refreshing ??= refreshOnce(known).finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  async function refreshOnce(known: Session): Promise<Renewal> {
    const redeemed = await redeem(known.proxyUrl, { grant: "refresh", refreshToken: known.refreshToken });
    if (redeemed.state === "away") return { state: "away" };
    const next = redeemed.state === "open" ? redeemed.session : null;
    const kept = await cell.update((present) => (present?.refreshToken === known.refreshToken ? next : present));
    if (next === null) return { state: "over" };
    if (kept?.refreshToken === next.refreshToken) return { state: "renewed", token: next.accessToken };
    // Signed out meanwhile: what came after is given back.
    await revoke(next, false);
    return { state: "over" };
  }

  async function revoke({ proxyUrl, accessToken }: Session, everywhere: boolean): Promise<void> {
    await fetch(`${proxyUrl}/v1/auth/sign-out${everywhere ? "?everywhere=true" : ""}`, {
      method: "POST",
      headers: { authorization: `Bearer ${accessToken}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null);
  }

  async function sessionAt(proxyUrl: string): Promise<Session | null> {
    const known = await cell.read();
    return known?.proxyUrl === proxyUrl ? known : null;
  }

  return {
    async signIn(proxyUrl) {
      const begun = signOuts;
      const codeVerifier = base64UrlOf(crypto.getRandomValues(new Uint8Array(32)));
      const state = base64UrlOf(crypto.getRandomValues(new Uint8Array(24)));
      const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier));
      const query = new URLSearchParams({
        redirect_uri: redirectUri,
        code_challenge: base64UrlOf(new Uint8Array(digest)),
        code_challenge_method: "S256",
        state,
        ...((await changing.read()) ? { prompt: "login" } : {}),
      });
      const back = await launch(`${proxyUrl}/v1/auth/start?${query}`).catch(() => null);
      if (back === null || !URL.canParse(back)) return "cancelled";
      const answer = new URL(back).searchParams;
      if (answer.get("error") === "access_denied") return "cancelled";
      const code = answer.get("code");
      if (code === null || answer.get("state") !== state) return "failed";
      const opened = await redeem(proxyUrl, { grant: "code", code, codeVerifier, redirectUri });
      if (opened.state !== "open") return "failed";
      if (begun !== signOuts) {
        await revoke(opened.session, false);
        return "cancelled";
      }
      await cell.update(() => opened.session);
      await changing.clear();
      return "signedIn";
    },

    async signOut(everywhere) {
      signOuts += 1;
      const known = await cell.read();
      await cell.clear();
      await changing.update(() => true);
      if (known !== null) await revoke(known, everywhere);
    },

    async tokenFor(proxyUrl) {
      const known = await sessionAt(proxyUrl);
      if (known === null) return null;
      if (known.accessUntil - MARGIN_MS > now().getTime()) return known.accessToken;
      const renewal = await refresh(known);
      if (renewal.state === "renewed") return renewal.token;
      // The clock may be wrong, and the proxy be back at the next call: it is the one that judges the token.
      return renewal.state === "away" ? known.accessToken : null;
    },

    async renew(proxyUrl, refused) {
      const known = await sessionAt(proxyUrl);
      if (known === null) return { state: "over" };
      return known.accessToken === refused ? refresh(known) : { state: "renewed", token: known.accessToken };
    },

    personAt: async (proxyUrl) => (await sessionAt(proxyUrl))?.person ?? null,
  };
}

function base64UrlOf(bytes: Uint8Array): string {
  return base64Of(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
