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
/** What happens to the next calls for a token, before the proxy sees them or after: `lost` never comes back though it was done. */
let trouble: "none" | "offline" | "lost" | number = "none";
/** Opens when the proxy may answer. */
let gate: Promise<void> = Promise.resolve();

/** Answers as `/v1/auth/token`: the verifier must be the challenge's, and each refresh token works once. */
async function proxy(url: string, init: Parameters<Fetch>[1]): Promise<Response> {
  posted.push(url);
  if (url.includes("sign-out")) return new Response("{}");
  if (trouble === "offline") throw new TypeError("fetch failed");
  if (typeof trouble === "number") return new Response("{}", { status: trouble });
  const body = JSON.parse(String(init.body ?? "{}"));
  const right =
    body.grant === "refresh"
      ? body.refreshToken === refreshToken
      : body.code === "code-1" && createHash("sha256").update(body.codeVerifier).digest("base64url") === challenge;
  if (!right) return new Response(JSON.stringify({ code: "session.over" }), { status: 401 });
  refreshToken = `refresh-${posted.length}`;
  if (trouble === "lost") throw new TypeError("connection reset");
  await new Promise((resolve) => setTimeout(resolve, 5));
  await gate;
  return new Response(
    JSON.stringify({ accessToken: `access-${posted.length}`, accessSeconds: 300, refreshToken, refreshSeconds: 3_600, person: PERSON }),
  );
}

async function signedIn(store = memoryStore()) {
  const signed = identity(store);
  await signed.signIn(PROXY);
  return signed;
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
    trouble = "none";
    gate = Promise.resolve();
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

  test("a session that the proxy says over is over", async () => {
    const signed = await signedIn();
    clock += 4_000_000;
    refreshToken = "revoked";
    expect(await signed.tokenFor(PROXY)).toBeNull();
    expect(await signed.personAt(PROXY)).toBeNull();
  });

  test.each([["offline"], [429], [500], [502], [503], [200]] as const)(
    "%s while refreshing ends nothing: it goes on afterwards",
    async (what) => {
      const store = memoryStore();
      const signed = await signedIn(store);
      clock += 400_000;
      trouble = what;
      await signed.tokenFor(PROXY);
      expect(await signed.renew(PROXY, "access-1")).toEqual({ state: "away" });
      expect(await signed.personAt(PROXY)).toEqual(PERSON);
      trouble = "none";
      // The same in a worker that was killed meanwhile.
      expect(await identity(store).tokenFor(PROXY)).toMatch(/^access-[^1]/);
    },
  );

  test("an answer lost on its way: the token known is asked with again, and the proxy judges", async () => {
    const signed = await signedIn();
    clock += 400_000;
    const before = refreshToken;
    trouble = "lost";
    await signed.tokenFor(PROXY);
    // The proxy's grace: the last token used gives its answer once more.
    refreshToken = before;
    trouble = "none";
    expect(await signed.tokenFor(PROXY)).toMatch(/^access-/);
    expect(await signed.personAt(PROXY)).toEqual(PERSON);
  });

  test.each([
    ["ahead by 13 h", 13 * 3_600_000],
    ["ahead by five years", 5 * 365 * 86_400_000],
    ["back by 3 h", -3 * 3_600_000],
  ])("a clock that jumps ends nothing: %s", async (_, jump) => {
    const signed = await signedIn();
    clock += jump;
    expect(await signed.tokenFor(PROXY)).not.toBeNull();
    clock -= jump;
    expect(await signed.tokenFor(PROXY)).not.toBeNull();
    expect(await signed.personAt(PROXY)).toEqual(PERSON);
    // A token that the clock believes alive, and the proxy does not.
    clock -= 10 * 3_600_000;
    const dead = (await signed.tokenFor(PROXY)) ?? "";
    expect(await signed.renew(PROXY, dead)).toEqual({ state: "renewed", token: expect.not.stringMatching(`^${dead}$`) });
  });

  test("signed out while a refresh is in flight: nobody comes back, and what came is given back", async () => {
    const signed = await signedIn();
    clock += 400_000;
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const refreshing = signed.tokenFor(PROXY);
    await new Promise((turn) => setTimeout(turn, 10));
    await signed.signOut(false);
    open();
    expect(await refreshing).toBeNull();
    expect(await signed.personAt(PROXY)).toBeNull();
    expect(await signed.tokenFor(PROXY)).toBeNull();
    expect(posted.filter((url) => url.includes("sign-out"))).toHaveLength(2);
  });

  test("signed out while the window is open: nobody is signed in by it", async () => {
    const signed = identity();
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const signing = signed.signIn(PROXY);
    await new Promise((turn) => setTimeout(turn, 10));
    await signed.signOut(false);
    open();
    expect(await signing).toBe("cancelled");
    expect(await signed.personAt(PROXY)).toBeNull();
    expect(posted.at(-1)).toContain("sign-out");
  });

  test("signing out tells the proxy and forgets", async () => {
    const signed = identity();
    await signed.signIn(PROXY);
    await signed.signOut(true);
    expect(posted.at(-1)).toBe(`${PROXY}/v1/auth/sign-out?everywhere=true`);
    expect(await signed.tokenFor(PROXY)).toBeNull();
  });

  test("after a sign-out the provider is to ask who comes, until somebody signed in", async () => {
    const prompts: (string | null)[] = [];
    const store = memoryStore();
    const signed = await signedIn(store);
    answer = (url) => {
      prompts.push(url.searchParams.get("prompt"));
      return prompts.length === 2 ? null : `${REDIRECT}?code=code-1&state=${url.searchParams.get("state")}`;
    };
    await signed.signIn(PROXY);
    await signed.signOut(false);
    await signed.signIn(PROXY);
    await identity(store).signIn(PROXY);
    await signed.signIn(PROXY);
    expect(prompts).toEqual([null, "login", "login", null]);
  });
});
