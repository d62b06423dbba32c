/**
 * The person's session at the proxy: opened in a window of the browser with a challenge (PKCE, RFC 7636), kept in memory only. The refresh
 * token works once, so refreshing is done by one at a time.
 */
import { z } from "zod";
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
  refreshUntil: z.number(),
  person: SignedInPerson,
});
type Session = z.infer<typeof Session>;

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
  /** The access token for that proxy, refreshed when it is about to end; `null` when nobody is signed in there. */
  tokenFor(proxyUrl: string): Promise<string | null>;
  personAt(proxyUrl: string): Promise<SignedInPerson | null>;
}

/** A token this close to its end is refreshed first. */
const MARGIN_MS = 20_000;
const TIMEOUT_MS = 15_000;

export function createIdentity({ session, fetch, launch, redirectUri, now }: SignInDeps): Identity {
  const cell = session("identity", Session.nullable(), null);
  let refreshing: Promise<Session | null> | null = null;

  async function redeem(proxyUrl: string, request: SignIn): Promise<Session | null> {
    const asked = now().getTime();
    const response = await fetch(`${proxyUrl}/v1/auth/token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null);
    const parsed = SignedIn.safeParse(await response?.json().catch(() => null));
    if (!parsed.success) return null;
    const { accessToken, accessSeconds, refreshToken, refreshSeconds, person } = parsed.data;
    return {
      proxyUrl,
      accessToken,
      accessUntil: asked + accessSeconds * 1000,
      refreshToken,
      refreshUntil: asked + refreshSeconds * 1000,
      person,
    };
  }

  async function current(proxyUrl: string): Promise<Session | null> {
    const known = await cell.read();
    if (known === null || known.proxyUrl !== proxyUrl) return null;
    if (known.accessUntil - MARGIN_MS > now().getTime()) return known;
    if (known.refreshUntil <= now().getTime()) {
      await cell.clear();
      return null;
    }
    refreshing ??= refresh(known).finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  async function refresh(known: Session): Promise<Session | null> {
    const next = await redeem(known.proxyUrl, { grant: "refresh", refreshToken: known.refreshToken });
    await cell.update(() => next);
    return next;
  }

  return {
    async signIn(proxyUrl) {
      const codeVerifier = base64UrlOf(crypto.getRandomValues(new Uint8Array(32)));
      const state = base64UrlOf(crypto.getRandomValues(new Uint8Array(24)));
      const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier));
      const query = new URLSearchParams({
        redirect_uri: redirectUri,
        code_challenge: base64UrlOf(new Uint8Array(digest)),
        code_challenge_method: "S256",
        state,
      });
      const back = await launch(`${proxyUrl}/v1/auth/start?${query}`).catch(() => null);
      if (back === null || !URL.canParse(back)) return "cancelled";
      const answer = new URL(back).searchParams;
      if (answer.get("error") === "access_denied") return "cancelled";
      const code = answer.get("code");
      if (code === null || answer.get("state") !== state) return "failed";
      const opened = await redeem(proxyUrl, { grant: "code", code, codeVerifier, redirectUri });
      if (opened === null) return "failed";
      await cell.update(() => opened);
      return "signedIn";
    },

    async signOut(everywhere) {
      const known = await cell.read();
      await cell.clear();
      if (known === null) return;
      await fetch(`${known.proxyUrl}/v1/auth/sign-out${everywhere ? "?everywhere=true" : ""}`, {
        method: "POST",
        headers: { authorization: `Bearer ${known.accessToken}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch(() => null);
    },

    tokenFor: async (proxyUrl) => (await current(proxyUrl))?.accessToken ?? null,
    personAt: async (proxyUrl) => {
      const known = await cell.read();
      return known?.proxyUrl === proxyUrl ? known.person : null;
    },
  };
}

function base64UrlOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
