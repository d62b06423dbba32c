/** Signing in from the worker, against a proxy that keeps its codes and refresh tokens as the real one does. */
import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Fetch } from "../../src/background/proxy-service.ts";
import { createIdentity } from "../../src/background/sign-in.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { memoryStore } from "../store/memory-store.ts";

const PROXY = "https://proxy.test";
const REDIRECT = "https://abcdef.chromiumapp.org/";
const PERSON = { name: "Claire Fictive", siret: "99990000400014", mandates: [] };

let clock = 0;
let posted: string[] = [];
let challenge = "";
let refreshToken = "";
let answer: (url: URL) => string | null;

/** Answers as `/v1/auth/token`: the verifier must be the challenge's, and each refresh token works once. */
async function proxy(url: string, init: Parameters<Fetch>[1]): Promise<Response> {
  posted.push(url);
  if (url.includes("sign-out")) return new Response("{}");
  const body = JSON.parse(String(init.body ?? "{}"));
  const right =
    body.grant === "refresh"
      ? body.refreshToken === refreshToken
      : body.code === "code-1" && createHash("sha256").update(body.codeVerifier).digest("base64url") === challenge;
  if (!right) return new Response(JSON.stringify({ code: "session.over" }), { status: 401 });
  refreshToken = `refresh-${posted.length}`;
  await new Promise((resolve) => setTimeout(resolve, 5));
  return new Response(
    JSON.stringify({ accessToken: `access-${posted.length}`, accessSeconds: 300, refreshToken, refreshSeconds: 3_600, person: PERSON }),
  );
}

function identity(store = memoryStore()) {
  return createIdentity({
    session: cellsOf(store),
    fetch: proxy,
    launch: async (url) => {
      const asked = new URL(url);
      challenge = asked.searchParams.get("code_challenge") ?? "";
      const back = answer(asked);
      if (back === null) throw new Error("closed");
      return back;
    },
    redirectUri: REDIRECT,
    now: () => new Date(clock),
  });
}

describe("sign-in", () => {
  beforeEach(() => {
    clock = Date.parse("2026-11-24T09:00:00Z");
    posted = [];
    answer = (url) => `${REDIRECT}?code=code-1&state=${url.searchParams.get("state")}`;
  });

  test("the code is redeemed with the verifier of the challenge, and the session outlives the worker", async () => {
    const store = memoryStore();
    expect(await identity(store).signIn(PROXY)).toBe("signedIn");
    const later = identity(store);
    expect(await later.tokenFor(PROXY)).toBe("access-1");
    expect(await later.personAt(PROXY)).toEqual(PERSON);
    expect(await later.tokenFor("https://other.test")).toBeNull();
  });

  test("a window closed, refused, or that brings another state back, signs nobody in", async () => {
    answer = () => null;
    expect(await identity().signIn(PROXY)).toBe("cancelled");
    answer = (url) => `${REDIRECT}?error=access_denied&state=${url.searchParams.get("state")}`;
    expect(await identity().signIn(PROXY)).toBe("cancelled");
    answer = () => `${REDIRECT}?code=code-1&state=another`;
    expect(await identity().signIn(PROXY)).toBe("failed");
    answer = (url) => `${REDIRECT}?code=stolen&state=${url.searchParams.get("state")}`;
    expect(await identity().signIn(PROXY)).toBe("failed");
    expect(posted).toHaveLength(1);
  });

  test("a token about to end is refreshed once, however many ask at the same time", async () => {
    const signed = identity();
    await signed.signIn(PROXY);
    clock += 290_000;
    const tokens = await Promise.all([signed.tokenFor(PROXY), signed.tokenFor(PROXY), signed.tokenFor(PROXY)]);
    expect(tokens).toEqual(["access-2", "access-2", "access-2"]);
    expect(posted).toHaveLength(2);
  });

  test("a session that can no longer be refreshed is over", async () => {
    const signed = identity();
    await signed.signIn(PROXY);
    clock += 4_000_000;
    expect(await signed.tokenFor(PROXY)).toBeNull();
    expect(await signed.personAt(PROXY)).toBeNull();
  });

  test("signing out tells the proxy and forgets", async () => {
    const signed = identity();
    await signed.signIn(PROXY);
    await signed.signOut(true);
    expect(posted.at(-1)).toBe(`${PROXY}/v1/auth/sign-out?everywhere=true`);
    expect(await signed.tokenFor(PROXY)).toBeNull();
  });
});
