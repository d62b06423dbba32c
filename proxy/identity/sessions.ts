/**
 * One-time codes, short access tokens, and refresh tokens that turn at each use. All tokens are random, and only their digests
 * are kept. A refresh token or a code presented twice means that somebody copied it: the whole family of tokens is revoked.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { createSeal } from "../sealed.ts";
import type { Store } from "../store.ts";
import { Person } from "./person.ts";

export interface Session {
  /** Every token that comes from one sign-in. */
  readonly family: string;
  readonly person: Person;
}

export interface Tokens {
  readonly accessToken: string;
  /** Seconds. */
  readonly accessSeconds: number;
  readonly refreshToken: string;
  readonly refreshSeconds: number;
  readonly person: Person;
}

export interface Sessions {
  /** A code for the extension that holds the verifier of `challenge` (S256) and receives at `redirectUri`. */
  openCode(person: Person, idToken: string | null, challenge: string, redirectUri: string): Promise<string>;
  redeem(code: string, verifier: string, redirectUri: string): Promise<Tokens | null>;
  refresh(refreshToken: string): Promise<Tokens | null>;
  /** The session of an access token, or `null` when it is unknown, over, or revoked. */
  sessionOf(accessToken: string): Promise<Session | null>;
  /** Ends the family of that access or refresh token; returns the ID token to close the provider's own session. */
  signOut(token: string, everywhere: boolean): Promise<{ readonly idToken: string | null } | null>;
}

const CODE_SECONDS = 60;
const ACCESS_SECONDS = 600;
/** How long a used code is remembered, to recognise a replay. */
const USED_CODE_SECONDS = 3600;

const CodeRecord = z.object({ person: Person, idToken: z.string().nullable(), challenge: z.string(), redirectUri: z.string() });
const FamilyRecord = z.object({ person: Person, idToken: z.string().nullable(), startedAt: z.number(), endsAt: z.number() });
type FamilyRecord = z.infer<typeof FamilyRecord>;

export function createSessions(deps: {
  readonly store: Store;
  readonly key: Buffer;
  readonly now: () => Date;
  readonly sessionSeconds: number;
}): Sessions {
  const { store, now } = deps;
  const seal = createSeal(deps.key, "sessions");
  const digest = (text: string) => createHash("sha256").update(text).digest("base64url");
  const random = () => randomBytes(32).toString("base64url");

  async function put(key: string, value: unknown, seconds: number): Promise<void> {
    await store.set(key, seal.close(key, Buffer.from(JSON.stringify(value))), seconds);
  }
  function read<T>(key: string, sealed: string | null, schema: z.ZodType<T>): T | null {
    const bytes = sealed === null ? null : seal.open(key, sealed);
    return bytes === null ? null : (schema.safeParse(JSON.parse(bytes.toString("utf8"))).data ?? null);
  }
  const everywhereKey = (person: Person) => `everywhere:${digest(`${person.issuer}|${person.subject}`)}`;

  async function familyOf(id: string): Promise<FamilyRecord | null> {
    const record = read(`family:${id}`, await store.get(`family:${id}`), FamilyRecord);
    if (record === null) return null;
    const over = Number((await store.get(everywhereKey(record.person))) ?? "0");
    return record.startedAt > over ? record : null;
  }

  async function issue(family: string, record: FamilyRecord): Promise<Tokens> {
    const [accessToken, refreshToken] = [random(), random()];
    const left = Math.max(1, Math.floor((record.endsAt - now().getTime()) / 1000));
    const accessSeconds = Math.min(ACCESS_SECONDS, left);
    await store.set(`access:${digest(accessToken)}`, family, accessSeconds);
    await store.set(`refresh:${digest(refreshToken)}`, family, left);
    return { accessToken, accessSeconds, refreshToken, refreshSeconds: left, person: record.person };
  }

  return {
    openCode: async (person, idToken, challenge, redirectUri) => {
      const code = random();
      await put(`code:${digest(code)}`, { person, idToken, challenge, redirectUri }, CODE_SECONDS);
      return code;
    },

    redeem: async (code, verifier, redirectUri) => {
      const hash = digest(code);
      const record = read(`code:${hash}`, await store.take(`code:${hash}`), CodeRecord);
      if (record === null) {
        const family = await store.get(`code-used:${hash}`);
        if (family !== null) await store.remove(`family:${family}`);
        return null;
      }
      if (record.redirectUri !== redirectUri || !sameText(digest(verifier), record.challenge)) return null;
      const family = random();
      const startedAt = now().getTime();
      const started = { person: record.person, idToken: record.idToken, startedAt, endsAt: startedAt + deps.sessionSeconds * 1000 };
      await store.set(`code-used:${hash}`, family, USED_CODE_SECONDS);
      await put(`family:${family}`, started, deps.sessionSeconds);
      return issue(family, started);
    },

    refresh: async (refreshToken) => {
      const hash = digest(refreshToken);
      const family = await store.get(`refresh:${hash}`);
      if (family === null) return null;
      // One step: of two uses at the same instant, one finds the mark of the other.
      if (!(await store.add(`refresh-used:${hash}`, "1", deps.sessionSeconds))) {
        await store.remove(`family:${family}`);
        return null;
      }
      const record = await familyOf(family);
      return record === null ? null : issue(family, record);
    },

    sessionOf: async (accessToken) => {
      const family = await store.get(`access:${digest(accessToken)}`);
      const record = family === null ? null : await familyOf(family);
      return family === null || record === null ? null : { family, person: record.person };
    },

    signOut: async (token, everywhere) => {
      const hash = digest(token);
      const family = (await store.get(`access:${hash}`)) ?? (await store.get(`refresh:${hash}`));
      const record = family === null ? null : await familyOf(family);
      if (family === null || record === null) return null;
      await store.remove(`family:${family}`);
      if (everywhere) await store.set(everywhereKey(record.person), String(now().getTime()), deps.sessionSeconds);
      return { idToken: record.idToken };
    },
  };
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
