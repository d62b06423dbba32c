/** Signing in as the extension does, against a real identity provider; and the attacks on it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningProxy, startProxy } from "../../proxy/start.ts";
import { Answer } from "../../src/domain/answer.ts";
import { Problem, SignedIn, SignedInPerson } from "../../src/domain/service.ts";
import { COMPLETE, TEST_SOURCES, TROUBLED } from "./fixtures.ts";
import { challengeOf, openWindow, REDIRECT, signInAt, text } from "./window.ts";

const BTP = "99990100200009";
let proxy: RunningProxy;
beforeAll(async () => {
  proxy = await startProxy({
    mode: "demo",
    port: 0,
    sources: TEST_SOURCES,
    quotas: "off",
    simulator: { quotas: "off" },
    environment: { PLI_PRET_LOG_LEVEL: "silent", PLI_PRET_DEMO_SIGN_IN: "true" },
  });
});
afterAll(() => proxy.close());

const { startUrl, codeFor, token, redeem, refresh, signIn } = signInAt(() => proxy.url);
const ask = (siret: string, accessToken?: string, path = "vigilance") =>
  fetch(`${proxy.url}/v1/companies/${siret}/sources/${path}`, {
    headers: accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` },
  });
const answerFor = async (siret: string, accessToken?: string) => Answer.parse(await (await ask(siret, accessToken)).json());
const problemOf = async (response: Response) => {
  const { code } = Problem.parse(await response.json());
  return [response.status, code];
};
const OVER = [401, "session.over"];

describe("signing in", () => {
  test("a person signs in, gets their own company's documents and new tokens, then signs out", async () => {
    const first = await signIn("claire");
    expect(first.person).toEqual({ name: "Claire Fictive", siret: COMPLETE, mandates: [] });
    expect(first.accessSeconds).toBe(600);
    expect((await answerFor(COMPLETE, first.accessToken)).state).toBe("delivered");
    const document = await ask(COMPLETE, first.accessToken, "vigilance/documents/0");
    expect([document.status, document.headers.get("content-type")]).toEqual([200, "application/pdf"]);

    const second = SignedIn.parse(await (await refresh(first.refreshToken)).json());
    expect(second.accessToken).not.toBe(first.accessToken);
    expect((await answerFor(COMPLETE, second.accessToken)).state).toBe("delivered");
    const session = await fetch(`${proxy.url}/v1/auth/session`, { headers: { authorization: `Bearer ${second.accessToken}` } });
    expect(SignedInPerson.parse(await session.json()).name).toBe("Claire Fictive");

    const out = await fetch(`${proxy.url}/v1/auth/sign-out`, {
      method: "POST",
      headers: { authorization: `Bearer ${second.accessToken}` },
    });
    expect((await out.json()).endSessionUrl).toContain("/session/end?id_token_hint=");
    expect(await problemOf(await ask(COMPLETE, second.accessToken))).toEqual(OVER);
    expect(await problemOf(await refresh(second.refreshToken))).toEqual(OVER);
  });

  test("in one window, the provider lets a person that it knows through, unless it is told to ask again", async () => {
    const browser = openWindow();
    const leave = (more = "") => browser.follow(`${startUrl(challengeOf(text()), text())}${more}`);
    const { url } = await leave();
    await browser.follow(`${url.href}/bruno`);
    expect((await leave()).url.searchParams.has("code")).toBe(true);
    const again = await leave("&prompt=login");
    expect(again.url.pathname).toMatch(/^\/interaction\//);
    expect((await browser.follow(`${again.url.href}/claire`)).url.searchParams.has("code")).toBe(true);
    expect(await problemOf((await leave("&prompt=none")).response as Response)).toEqual([422, "request.invalid"]);
  });

  test("a person who refuses at the provider comes back with an error and no code", async () => {
    const end = await codeFor("refuser-personne", text());
    expect([end.get("error"), end.get("code")]).toEqual(["access_denied", null]);
  });

  test("sign-out everywhere ends every session of the person, and of nobody else", async () => {
    const [one, two, other] = [await signIn("claire"), await signIn("claire"), await signIn("bruno")];
    await new Promise((resolve) => setTimeout(resolve, 5));
    await fetch(`${proxy.url}/v1/auth/sign-out?everywhere=true`, {
      method: "POST",
      headers: { authorization: `Bearer ${one.accessToken}` },
    });
    expect(await problemOf(await ask(COMPLETE, two.accessToken))).toEqual(OVER);
    expect(await problemOf(await refresh(two.refreshToken))).toEqual(OVER);
    expect((await answerFor(BTP, other.accessToken)).state).toBe("delivered");
    expect((await signIn("claire")).person.siret).toBe(COMPLETE);
  });
});

describe("who may see what", () => {
  test("without a sign-in, protected sources are refused and open ones are served", async () => {
    expect(await answerFor(COMPLETE)).toMatchObject({ state: "notPermitted", reason: "proxy.signInNeeded" });
    expect(await problemOf(await ask(COMPLETE, undefined, "vigilance/documents/0"))).toEqual([401, "session.needed"]);
    expect((await ask(COMPLETE, undefined, "registre")).status).toBe(200);
    expect(Answer.parse(await (await ask(COMPLETE, undefined, "registre")).json()).state).toBe("delivered");
  });

  test("another company's SIRET is refused, answer and document alike, and nothing is asked of the provider", async () => {
    const { accessToken } = await signIn("bruno");
    const before = proxy.simulator?.calls.length;
    expect(await answerFor(COMPLETE, accessToken)).toMatchObject({ state: "notPermitted", reason: "proxy.otherCompany" });
    expect(await problemOf(await ask(COMPLETE, accessToken, "vigilance/documents/0"))).toEqual([403, "session.otherCompany"]);
    expect(proxy.simulator?.calls.length).toBe(before);
  });

  test("another establishment of the same company is the same company", async () => {
    const { accessToken } = await signIn("claire");
    expect((await answerFor("99990000400022", accessToken)).state).toBe("delivered");
  });

  test("a mandate recorded by the operator opens that company, and only that one", async () => {
    const { accessToken, person } = await signIn("alix");
    expect(person.mandates).toEqual([{ siren: "999904006", from: "2026-01-01", until: "2099-12-31" }]);
    expect((await answerFor(TROUBLED, accessToken)).state).toBe("refused");
    expect(await answerFor(COMPLETE, accessToken)).toMatchObject({ reason: "proxy.otherCompany" });
  });
});

describe("attacks on the code", () => {
  test("a replayed code is refused, and the tokens it gave are revoked", async () => {
    const verifier = text();
    const code = (await codeFor("claire", verifier)).get("code") ?? "";
    const tokens = SignedIn.parse(await (await redeem(code, verifier)).json());
    expect((await answerFor(COMPLETE, tokens.accessToken)).state).toBe("delivered");
    expect(await problemOf(await redeem(code, verifier))).toEqual(OVER);
    expect(await problemOf(await ask(COMPLETE, tokens.accessToken))).toEqual(OVER);
    expect(await problemOf(await refresh(tokens.refreshToken))).toEqual(OVER);
  });

  test("a code stolen without the verifier, or sent to another address, is refused and can no longer be used", async () => {
    const verifier = text();
    const code = (await codeFor("claire", verifier)).get("code") ?? "";
    expect(await problemOf(await redeem(code, text()))).toEqual(OVER);
    expect(await problemOf(await redeem(code, verifier))).toEqual(OVER);
    const other = (await codeFor("claire", verifier)).get("code") ?? "";
    expect(await problemOf(await redeem(other, verifier, `https://${"b".repeat(32)}.chromiumapp.org/`))).toEqual(OVER);
  });

  test("a verifier instead of its digest, a plain challenge or a short one is refused at the start", async () => {
    const browser = openWindow();
    const plain = `${startUrl("a".repeat(43), text())}&code_challenge_method=plain`;
    expect(await problemOf((await browser.follow(plain)).response as Response)).toEqual([422, "request.invalid"]);
    expect(await problemOf((await browser.follow(startUrl("short", text()))).response as Response)).toEqual([422, "request.invalid"]);
    expect(await problemOf((await browser.follow(startUrl(challengeOf("x"), "short"))).response as Response)).toEqual([
      422,
      "request.invalid",
    ]);
  });
});

describe("attacks on the tokens", () => {
  test("a refresh token used twice signs out both the thief and the owner", async () => {
    const first = await signIn("claire");
    const second = SignedIn.parse(await (await refresh(first.refreshToken)).json());
    const third = SignedIn.parse(await (await refresh(second.refreshToken)).json());
    expect(await problemOf(await refresh(first.refreshToken))).toEqual(OVER);
    expect(await problemOf(await refresh(third.refreshToken))).toEqual(OVER);
    expect(await problemOf(await ask(COMPLETE, third.accessToken))).toEqual(OVER);
  });

  test("a lost answer is given again unchanged; simultaneous uses get one pair", async () => {
    const { refreshToken } = await signIn("claire");
    const ends = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)));
    const pairs = await Promise.all(ends.map(async (response) => SignedIn.parse(await response.json())));
    expect(new Set(pairs.map(({ accessToken, refreshToken }) => `${accessToken} ${refreshToken}`)).size).toBe(1);
    expect((await ask(COMPLETE, pairs[0]?.accessToken)).status).toBe(200);
  });

  test("tokens that are invented, tampered with or of another kind are refused", async () => {
    const { accessToken, refreshToken } = await signIn("claire");
    const tampered = `${accessToken.slice(0, -1)}${accessToken.endsWith("A") ? "B" : "A"}`;
    for (const bad of [tampered, refreshToken, text(), "eyJhbGciOiJub25lIn0.eyJzdWIiOiJjbGFpcmUifQ."]) {
      expect(await problemOf(await ask(COMPLETE, bad))).toEqual(OVER);
    }
    expect(await problemOf(await refresh(accessToken))).toEqual(OVER);
    const basic = await fetch(`${proxy.url}/v1/companies/${COMPLETE}/sources/vigilance`, { headers: { authorization: "Basic Y2xhaXJl" } });
    expect(await problemOf(basic)).toEqual(OVER);
    for (const body of [{}, { grant: "code" }, { grant: "refresh", refreshToken: "x".repeat(300) }, null, []]) {
      expect((await token(body as object)).status).toBe(422);
    }
  });
});

describe("attacks on the journey", () => {
  test.each([
    "https://evil.example/",
    "https://evil.example/.chromiumapp.org/",
    `https://${"a".repeat(32)}.chromiumapp.org.evil.example/`,
    `https://evil.example#${REDIRECT}`,
    `https://user@${"a".repeat(32)}.chromiumapp.org/`,
    `http://${"a".repeat(32)}.chromiumapp.org/`,
    "javascript:alert(1)",
    `https://${"a".repeat(32)}.chromiumapp.org/?next=https://evil.example`,
    "//evil.example",
  ])("an open redirect is refused: %s", async (redirect) => {
    const response = await fetch(startUrl(challengeOf(text()), text(), redirect), { redirect: "manual" });
    expect(response.status).toBe(422);
    expect(response.headers.get("location")).toBeNull();
  });

  test("a return is refused when no sign-in began it, when another window began it, or when it comes twice", async () => {
    expect(await problemOf(await fetch(`${proxy.url}/v1/auth/callback?code=x&state=${text()}`))).toEqual([422, "signIn.unknown"]);

    const victim = openWindow();
    const { url } = await victim.follow(startUrl(challengeOf(text()), text()));
    const attacker = openWindow();
    for (const [host, jar] of victim.jars) if (host !== new URL(proxy.url).host) attacker.jars.set(host, jar);
    const end = await attacker.follow(`${url.href}/claire`);
    expect(end.response?.status).toBe(422);
    // Even a copy of the window itself: the return works only once.
    const host = new URL(proxy.url).host;
    const copy = openWindow();
    copy.jars.set(host, new Map(victim.jars.get(host)));
    expect((await victim.follow(end.url.href)).url.searchParams.get("code")).not.toBeNull();
    expect((await copy.follow(end.url.href)).response?.status).toBe(422);
  });

  test("a forged code at the return gives no session", async () => {
    const browser = openWindow();
    const state = text();
    const { url } = await browser.follow(startUrl(challengeOf(text()), state));
    const departure = await fetch(`${url.origin}/interaction/none`);
    expect(departure.status).toBe(400);
    const first = await fetch(startUrl(challengeOf(text()), state), { redirect: "manual" });
    const sent = new URL(first.headers.get("location") ?? "");
    expect(sent.searchParams.get("code_challenge_method")).toBe("S256");
    expect(sent.searchParams.get("nonce")?.length).toBeGreaterThanOrEqual(32);
    expect(sent.searchParams.get("state")?.length).toBeGreaterThanOrEqual(32);
    const cookie = first.headers.getSetCookie()[0] ?? "";
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const forged = await fetch(`${proxy.url}/v1/auth/callback?code=forged&state=${sent.searchParams.get("state")}`, {
      redirect: "manual",
      headers: { cookie: cookie.split(";")[0] ?? "" },
    });
    const back = new URL(forged.headers.get("location") ?? "");
    expect([back.origin, back.searchParams.get("error"), back.searchParams.get("code")]).toEqual([
      new URL(REDIRECT).origin,
      "sign_in_failed",
      null,
    ]);
  });
});
