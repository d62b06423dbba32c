/** Sessions, attacked by somebody who can write the shared state, and as time passes. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { identityRoutes } from "../../proxy/identity/routes.ts";
import { createSessions, type Tokens } from "../../proxy/identity/sessions.ts";
import { createLogger } from "../../proxy/log.ts";
import { createMemoryStore, type Store } from "../../proxy/store.ts";
import { createClock } from "./fixtures.ts";
import { challengeOf, REDIRECT, text } from "./window.ts";

const digest = (value: string) => createHash("sha256").update(value).digest("base64url");
const personOf = (subject: string) => ({ issuer: "https://qui.example", subject, name: subject, siret: "99990000400014" });

function open() {
  const clock = createClock();
  const store = createMemoryStore(clock.now);
  const sessions = createSessions({ store, key: Buffer.alloc(32, 1), now: clock.now, sessionSeconds: 43_200 });
  const signIn = async (subject: string): Promise<Tokens> => {
    const verifier = text();
    const code = await sessions.openCode(personOf(subject), null, challengeOf(verifier), REDIRECT);
    const tokens = await sessions.redeem(code, verifier, REDIRECT);
    if (tokens === null) throw new Error("no session");
    return tokens;
  };
  return { clock, store, sessions, signIn };
}

describe("somebody who can write the shared state, without the key", () => {
  test("cannot point a token at another person's session", async () => {
    const { store, sessions, signIn } = open();
    const [claire, bruno] = [await signIn("claire"), await signIn("bruno")];
    for (const kind of ["access", "refresh"] as const) {
      const theirs = await store.get(`${kind}:${digest(claire[`${kind}Token`])}`);
      await store.set(`${kind}:${digest(bruno[`${kind}Token`])}`, theirs ?? "", 600);
    }
    expect(await sessions.sessionOf(bruno.accessToken)).toBeNull();
    expect(await sessions.refresh(bruno.refreshToken)).toBeNull();
    expect((await sessions.sessionOf(claire.accessToken))?.person.subject).toBe("claire");
  });

  test("finds no name of a session in what is kept for a token", async () => {
    const { store, sessions, signIn } = open();
    const { accessToken } = await signIn("claire");
    const family = (await sessions.sessionOf(accessToken))?.family ?? "";
    expect(family.length).toBeGreaterThan(20);
    expect(await store.get(`access:${digest(accessToken)}`)).not.toContain(family);
  });
});

describe("the answer to a refresh", () => {
  test("is given again for a few seconds; a later use means that the token was copied, and ends every session of it", async () => {
    const { clock, sessions, signIn } = open();
    const first = await signIn("claire");
    const second = await sessions.refresh(first.refreshToken);
    clock.advance(15);
    expect(await sessions.refresh(first.refreshToken)).toMatchObject({ refreshToken: second?.refreshToken });
    clock.advance(15);
    expect(await sessions.refresh(first.refreshToken)).toBeNull();
    expect(await sessions.sessionOf(second?.accessToken ?? "")).toBeNull();
  });

  test("is not given again once the next token has served", async () => {
    const { sessions, signIn } = open();
    const first = await signIn("claire");
    const second = await sessions.refresh(first.refreshToken);
    const third = await sessions.refresh(second?.refreshToken ?? "");
    expect(await sessions.refresh(first.refreshToken)).toBeNull();
    expect(await sessions.sessionOf(third?.accessToken ?? "")).toBeNull();
  });
});

test("a sign-in that was only begun leaves nothing in the state", async () => {
  const { sessions } = open();
  const written: string[] = [];
  const memory = createMemoryStore(() => new Date());
  const store: Store = { ...memory, set: async (key) => void written.push(key), add: async (key) => written.push(key) > 0 };
  const app = identityRoutes({
    provider: {
      departureUrl: async () => new URL("https://qui.example/authorize"),
      arrival: () => Promise.reject(new Error("not asked")),
      endSessionUrl: async () => null,
    },
    sessions,
    store,
    key: Buffer.alloc(32, 1),
    mandates: [],
    logger: createLogger("silent"),
    isRedirectAllowed: () => true,
    secure: true,
  });
  const query = new URLSearchParams({ redirect_uri: REDIRECT, code_challenge: challengeOf(text()), state: text() });
  const departure = await app.request(`/start?${query}`);
  expect(departure.status).toBe(302);
  expect(departure.headers.get("set-cookie")).toMatch(/Secure/);
  expect(written).toEqual([]);
});
