/** Signing in without a browser: what the extension and its window do. */
import { createHash, randomBytes } from "node:crypto";
import { SignedIn } from "../../src/domain/service.ts";

export const REDIRECT = `https://${"a".repeat(32)}.chromiumapp.org/`;
export const challengeOf = (verifier: string) => createHash("sha256").update(verifier).digest("base64url");
export const text = () => randomBytes(32).toString("base64url");

/** A browser window: its cookies by host, and the last place it was sent to. */
export function openWindow() {
  const jars = new Map<string, Map<string, string>>();
  const visit = async (address: string): Promise<Response> => {
    const { host } = new URL(address);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(address, { redirect: "manual", headers: cookie === "" ? {} : { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      if (value.join("=") === "") jar.delete(name);
      else jar.set(name, value.join("="));
    }
    return response;
  };
  /** Follows redirects until the extension's own address, or a page. */
  const follow = async (address: string): Promise<{ url: URL; response: Response | null }> => {
    let url = new URL(address);
    for (let hop = 0; hop < 12; hop++) {
      if (url.host.endsWith("chromiumapp.org")) return { url, response: null };
      const response = await visit(url.href);
      const location = response.headers.get("location");
      if (location === null) return { url, response };
      url = new URL(location, url);
    }
    throw new Error("too many redirects");
  };
  return { follow, jars };
}

/** Everything that is done at one proxy. */
export function signInAt(base: () => string) {
  const startUrl = (challenge: string, state: string, redirect = REDIRECT) =>
    `${base()}/v1/auth/start?${new URLSearchParams({ redirect_uri: redirect, code_challenge: challenge, state })}`;

  /** Leaves, chooses a person, comes back with a code. */
  async function codeFor(person: string, verifier: string) {
    const browser = openWindow();
    const state = text();
    const { url } = await browser.follow(startUrl(challengeOf(verifier), state));
    const end = await browser.follow(`${url.href}/${person}`);
    if (end.url.searchParams.get("state") !== state) throw new Error(`another state came back: ${end.url.href}`);
    return end.url.searchParams;
  }
  const token = (body: object) =>
    fetch(`${base()}/v1/auth/token`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const redeem = (code: string, codeVerifier: string, redirectUri = REDIRECT) => token({ grant: "code", code, codeVerifier, redirectUri });
  const refresh = (refreshToken: string) => token({ grant: "refresh", refreshToken });
  async function signIn(person: string) {
    const verifier = text();
    const code = (await codeFor(person, verifier)).get("code") ?? "";
    return SignedIn.parse(await (await redeem(code, verifier)).json());
  }
  return { startUrl, codeFor, token, redeem, refresh, signIn };
}
