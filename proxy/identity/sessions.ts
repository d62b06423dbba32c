/**
 * One-time codes, short access tokens, and refresh tokens that turn at each use. All tokens are random, and only their digests
 * are kept. A refresh token or a code presented twice means that somebody copied it: the whole family of tokens is revoked. But an
 * answer may be lost on its way: the same refresh token gets the same answer again for a few seconds, while nobody has used it.
 * Every value is sealed to its name: somebody who can write the shared state cannot point one person's token at another's family.
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
  /** The session of an access token, or `null` when it is unknown, expired or revoked. */
  sessionOf(accessToken: string): Promise<Session | null>;
  /** Ends the family of that access or refresh token; returns the ID token to close the provider's own session. */
  signOut(token: string, everywhere: boolean): Promise<{ readonly idToken: string | null } | null>;
}

const CODE_SECONDS = 60;
const ACCESS_SECONDS = 600;
/** How long a used code is remembered, to recognise a replay. */
const USED_CODE_SECONDS = 3600;
/** How long the answer to a refresh is given again. */
const GRACE_SECONDS = 20;

const CodeRecord = z.object({ person: Person, idToken: z.string().nullable(), challenge: z.string(), redirectUri: z.string() });
const FamilyRecord = z.object({ person: Person, idToken: z.string().nullable(), startedAt: z.number(), endsAt: z.number() });
type FamilyRecord = z.infer<typeof FamilyRecord>;
const Pair = z.object({ accessToken: z.string(), refreshToken: z.string() });
type Pair = z.infer<typeof Pair>;

/** Long on purpose: small functions over one kind of record, whose families of tokens only they may change. */
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

  const sealed = (key: string, value: unknown) => seal.close(key, Buffer.from(JSON.stringify(value)));
  const put = (key: string, value: unknown, seconds: number) => store.set(key, sealed(key, value), seconds);
  function open<T>(key: string, value: string | null, schema: z.ZodType<T>): T | null {
    const bytes = value === null ? null : seal.open(key, value);
    return bytes === null ? null : (schema.safeParse(JSON.parse(bytes.toString("utf8"))).data ?? null);
  }
  const read = async <T>(key: string, schema: z.ZodType<T>) => open(key, await store.get(key), schema);
  const everywhereKey = (person: Person) => `everywhere:${digest(`${person.issuer}|${person.subject}`)}`;

  async function familyOf(id: string): Promise<FamilyRecord | null> {
    const record = await read(`family:${id}`, FamilyRecord);
    if (record === null) return null;
    const over = (await read(everywhereKey(record.person), z.number())) ?? 0;
    return record.startedAt > over ? record : null;
  }

  const newPair = (): Pair => ({ accessToken: random(), refreshToken: random() });

  /** Makes the pair valid. Doing it twice changes nothing. */
  async function issue(family: string, record: FamilyRecord, pair: Pair): Promise<Tokens> {
    const left = Math.max(1, Math.floor((record.endsAt - now().getTime()) / 1000));
    const accessSeconds = Math.min(ACCESS_SECONDS, left);
    await put(`access:${digest(pair.accessToken)}`, family, accessSeconds);
    await put(`refresh:${digest(pair.refreshToken)}`, family, left);
    return { ...pair, accessSeconds, refreshSeconds: left, person: record.person };
  }

  /** The pair that this use of the refresh token gives, or `null` when the token was copied. */
  async function turn(hash: string): Promise<Pair | null> {
    const pair = newPair();
    const answer = `refresh-answer:${hash}`;
    // `add` is atomic: of two uses at the same instant, the second finds the answer of the first.
    if (await store.add(answer, sealed(answer, pair), GRACE_SECONDS)) {
      if (await store.add(`refresh-used:${hash}`, "1", deps.sessionSeconds)) return pair;
      await store.remove(answer);
      return null;
    }
    const given = await read(answer, Pair);
    if (given === null) return null;
    return (await store.get(`refresh-used:${digest(given.refreshToken)}`)) === null ? given : null;
  }

  return {
    openCode: async (person, idToken, challenge, redirectUri) => {
      const code = random();
      await put(`code:${digest(code)}`, { person, idToken, challenge, redirectUri }, CODE_SECONDS);
      return code;
    },

    redeem: async (code, verifier, redirectUri) => {
      const hash = digest(code);
      const record = open(`code:${hash}`, await store.take(`code:${hash}`), CodeRecord);
      if (record === null) {
        const family = await read(`code-used:${hash}`, z.string());
        if (family !== null) await store.remove(`family:${family}`);
        return null;
      }
      if (record.redirectUri !== redirectUri || !sameText(digest(verifier), record.challenge)) return null;
      const family = random();
      const startedAt = now().getTime();
      const started = { person: record.person, idToken: record.idToken, startedAt, endsAt: startedAt + deps.sessionSeconds * 1000 };
      await put(`code-used:${hash}`, family, USED_CODE_SECONDS);
      await put(`family:${family}`, started, deps.sessionSeconds);
      return issue(family, started, newPair());
    },

    refresh: async (refreshToken) => {
      const hash = digest(refreshToken);
      const family = await read(`refresh:${hash}`, z.string());
      if (family === null) return null;
      const pair = await turn(hash);
      if (pair === null) await store.remove(`family:${family}`);
      const record = pair === null ? null : await familyOf(family);
      return pair === null || record === null ? null : issue(family, record, pair);
    },

    sessionOf: async (accessToken) => {
      const family = await read(`access:${digest(accessToken)}`, z.string());
      const record = family === null ? null : await familyOf(family);
      return family === null || record === null ? null : { family, person: record.person };
    },

    signOut: async (token, everywhere) => {
      const hash = digest(token);
      const family = (await read(`access:${hash}`, z.string())) ?? (await read(`refresh:${hash}`, z.string()));
      const record = family === null ? null : await familyOf(family);
      if (family === null || record === null) return null;
      await store.remove(`family:${family}`);
      if (everywhere) await put(everywhereKey(record.person), now().getTime(), deps.sessionSeconds);
      return { idToken: record.idToken };
    },
  };
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
