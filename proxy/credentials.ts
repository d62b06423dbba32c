/**
 * The only reader of the operator's secrets. They leave this file as request headers, towards the upstream they belong to,
 * and in no other way: the object shows nothing when it is printed or turned into JSON.
 */

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseJson } from "../src/domain/json.ts";
import type { UpstreamId } from "../src/sources/upstreams.ts";
import { ConfigError } from "./config.ts";
import type { Outgoing } from "./outgoing.ts";

/** Every secret; each may be given by `NAME`, or by `NAME_FILE` that names a file. */
export const SECRETS = [
  "PLI_PRET_API_ENTREPRISE_TOKEN",
  "PLI_PRET_INPI_USERNAME",
  "PLI_PRET_INPI_PASSWORD",
  "PLI_PRET_OIDC_CLIENT_SECRET",
  "PLI_PRET_STORE_KEY",
  "PLI_PRET_METRICS_TOKEN",
  "REDIS_URL",
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** A secret from `NAME`, or from the file named by `NAME_FILE` (Docker and systemd credentials). @throws {ConfigError} */
function secretOf(environment: Environment, name: (typeof SECRETS)[number]): string | null {
  const file = environment[`${name}_FILE`];
  const value = file === undefined || file === "" ? environment[name] : contentOf(file, `${name}_FILE`);
  const trimmed = value?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

function contentOf(file: string, variable: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new ConfigError(`${variable} : ${error instanceof Error ? error.message : "illisible"}`);
  }
}

export interface Credentials {
  /** True when this upstream's secret is configured. */
  has(upstream: UpstreamId): boolean;
  /** Headers for a call to the upstream's API; `null` when the secret is missing or refused. @throws {LoginUnreachable} */
  apiHeaders(upstream: UpstreamId): Promise<Readonly<Record<string, string>> | null>;
  /** Headers for a document that this upstream's API itself serves. API Entreprise's links want none. @throws {LoginUnreachable} */
  documentHeaders(upstream: UpstreamId): Promise<Readonly<Record<string, string>> | null>;
  /** Forgets a session that the upstream has just refused. */
  forget(upstream: UpstreamId): void;
}

/** The upstream opens no session for the moment: it says nothing of the operator's rights. */
export class LoginUnreachable extends Error {
  override readonly name = "LoginUnreachable";
}

const STORE_KEY_BYTES = 32;
const NONE: Readonly<Record<string, string>> = {};
const LoginReply = z.object({ token: z.string().min(1) });
const TokenPayload = z.object({ exp: z.number() });
/** INPI's session is renewed this long before it ends. */
const RENEW_BEFORE_MS = 60_000;
/** A refused password is not tried again before: INPI would close the account. */
const REFUSED_MS = 300_000;
/** What INPI answers to a wrong account. */
const REFUSED_STATUSES: readonly number[] = [400, 401, 403];

/** Key of what is kept (32 bytes in base64); a new one at each start when none is given: copies then end with the process. */
export function readStoreKey(environment: Environment): Buffer {
  const given = secretOf(environment, "PLI_PRET_STORE_KEY");
  if (given === null) {
    if (readRedisUrl(environment) !== null)
      throw new ConfigError("PLI_PRET_STORE_KEY : obligatoire avec REDIS_URL, la même pour toutes les instances");
    return randomBytes(STORE_KEY_BYTES);
  }
  const key = Buffer.from(given, "base64");
  if (key.length !== STORE_KEY_BYTES) throw new ConfigError(`PLI_PRET_STORE_KEY : ${STORE_KEY_BYTES} octets en base64 attendus`);
  return key;
}

/** Where the shared state is (it may hold a password), or `null`: in memory. */
export function readRedisUrl(environment: Environment): string | null {
  const url = secretOf(environment, "REDIS_URL");
  if (url !== null && !/^rediss?:\/\//.test(url)) throw new ConfigError("REDIS_URL : redis:// ou rediss:// attendu");
  return url;
}

/** The secret of this proxy at the identity provider, or `null`. */
export function readClientSecret(environment: Environment): string | null {
  return secretOf(environment, "PLI_PRET_OIDC_CLIENT_SECRET");
}

/** The password of `/metrics`, or `null`: then nobody but démo mode may read them. */
export function readMetricsToken(environment: Environment): string | null {
  return secretOf(environment, "PLI_PRET_METRICS_TOKEN");
}

/** Reads the secrets once. `inpiBase` is where INPI's login is. */
export function readCredentials(environment: Environment, outgoing: Outgoing, inpiBase: string): Credentials {
  const token = secretOf(environment, "PLI_PRET_API_ENTREPRISE_TOKEN");
  const username = secretOf(environment, "PLI_PRET_INPI_USERNAME");
  const password = secretOf(environment, "PLI_PRET_INPI_PASSWORD");
  const inpi = username === null || password === null ? null : createInpiSession(outgoing, inpiBase, { username, password });

  const inpiHeaders = async () => {
    const session = await inpi?.token();
    return session === undefined || session === null ? null : { authorization: `Bearer ${session}` };
  };
  return {
    has: (upstream) => (upstream === "apiEntreprise" ? token !== null : upstream === "inpi" ? inpi !== null : true),
    apiHeaders: async (upstream) => {
      if (upstream === "apiEntreprise") return token === null ? null : { authorization: `Bearer ${token}` };
      if (upstream === "inpi") return inpiHeaders();
      return NONE;
    },
    documentHeaders: async (upstream) => (upstream === "inpi" ? inpiHeaders() : NONE),
    forget: (upstream) => {
      if (upstream === "inpi") inpi?.forget();
    },
  };
}

function createInpiSession(outgoing: Outgoing, base: string, account: { username: string; password: string }) {
  let current: { token: string; until: number } | null = null;
  let login: Promise<string | null> | null = null;
  let refusedUntil = 0;

  const open = async (): Promise<string | null> => {
    const response = await outgoing.send({
      url: new URL(`${base}/api/sso/login`),
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(account),
      timeoutMs: 15_000,
      maxBytes: 64 * 1024,
      network: "trusted",
    });
    const reply = LoginReply.safeParse(response.ok && response.status === 200 ? parseJson(response.body.toString("utf8")) : null);
    if (response.ok && REFUSED_STATUSES.includes(response.status) && isJson(response.headers["content-type"])) {
      refusedUntil = Date.now() + REFUSED_MS;
      return null;
    }
    if (!reply.success) throw new LoginUnreachable("INPI opens no session");
    current = { token: reply.data.token, until: endOf(reply.data.token) };
    return reply.data.token;
  };
  return {
    token: (): Promise<string | null> => {
      if (current !== null && current.until - RENEW_BEFORE_MS > Date.now()) return Promise.resolve(current.token);
      if (refusedUntil > Date.now()) return Promise.resolve(null);
      login ??= open().finally(() => {
        login = null;
      });
      return login;
    },
    forget: () => {
      current = null;
    },
  };
}

/** A page with the same status comes from what stands in front of the service (Cloudflare), and refuses nobody's password. */
function isJson(contentType: string | undefined): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(contentType ?? "");
}

/** End of a JWT in milliseconds; an unreadable one is used once. */
function endOf(jwt: string): number {
  const payload = TokenPayload.safeParse(parseJson(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString("utf8")));
  return payload.success ? payload.data.exp * 1000 : 0;
}
