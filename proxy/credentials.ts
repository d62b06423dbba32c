/**
 * The only reader of the operator's secrets. They leave this file as request headers, towards the upstream they belong to,
 * and in no other way: the object shows nothing when it is printed or turned into JSON.
 */

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseJson } from "../src/domain/json.ts";
import type { Entry, Family } from "../src/sources/families/family.ts";
import { FAMILIES } from "../src/sources/index.ts";
import { ConfigError, variablePartOf } from "./config.ts";
import type { Outgoing } from "./outgoing.ts";

/** Every secret; each may be given by `NAME`, or by `NAME_FILE` that names a file. */
export const SECRETS: readonly string[] = [
  ...FAMILIES.flatMap(secretsOf),
  "PLI_PRET_OIDC_CLIENT_SECRET",
  "PLI_PRET_STORE_KEY",
  "PLI_PRET_AUDIT_KEY",
  "PLI_PRET_METRICS_TOKEN",
  "REDIS_URL",
  "DATABASE_URL",
];

/** Names of the secrets that open a family: "PLI_PRET_INPI_USERNAME" and "PLI_PRET_INPI_PASSWORD". */
function secretsOf(family: Family): string[] {
  const names: Record<Entry["kind"], readonly string[]> = { none: [], token: ["TOKEN"], session: ["USERNAME", "PASSWORD"] };
  return names[family.entry.kind].map((name) => `PLI_PRET_${variablePartOf(family)}_${name}`);
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A secret from `NAME`, or from the file named by `NAME_FILE` (Docker and systemd credentials). @throws {ConfigError} */
function secretOf(environment: Environment, name: string): string | null {
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
  /** True when this family's secrets are configured, or when it needs none. */
  has(family: Family): boolean;
  /** Headers for a call to the family's API; `null` when the secret is missing or refused. @throws {LoginUnreachable} */
  apiHeaders(family: Family): Promise<Headers | null>;
  /** Headers for a document that the family's API itself serves behind its session. Other links need none. @throws {LoginUnreachable} */
  documentHeaders(family: Family): Promise<Headers | null>;
  /** Forgets a session that the family has just refused. */
  forget(family: Family): void;
}

type Headers = Readonly<Record<string, string>>;

/** The service cannot open a session for now. This says nothing of the operator's rights. */
export class LoginUnreachable extends Error {
  override readonly name = "LoginUnreachable";
}

const KEY_BYTES = 32;
/** A key with fewer different bytes than this was not drawn at random. */
const DRAWN_BYTES = 16;
const SHORTEST_PASSWORD = 16;
const NONE: Headers = {};
const LoginReply = z.object({ token: z.string().min(1) });
const TokenPayload = z.object({ exp: z.number() });
/** A session is renewed this long before it ends. */
const RENEW_BEFORE_MS = 60_000;
/** A refused password is not tried again for this long: the service would close the account. */
const REFUSED_MS = 300_000;

/** Key that seals what is kept (32 bytes in base64). Without one, a new key is drawn at each start: copies then end with the process. */
export function readStoreKey(environment: Environment): Buffer {
  const given = keyOf(environment, "PLI_PRET_STORE_KEY");
  if (given === null && readRedisUrl(environment) !== null)
    throw new ConfigError("PLI_PRET_STORE_KEY : obligatoire avec REDIS_URL, la même pour toutes les instances");
  return given ?? randomBytes(KEY_BYTES);
}

/** Key of the audit trail, or `null`. */
export function readAuditKey(environment: Environment): Buffer | null {
  return keyOf(environment, "PLI_PRET_AUDIT_KEY");
}

function keyOf(environment: Environment, name: "PLI_PRET_STORE_KEY" | "PLI_PRET_AUDIT_KEY"): Buffer | null {
  const given = secretOf(environment, name);
  if (given === null) return null;
  const key = Buffer.from(given, "base64");
  if (key.length !== KEY_BYTES) throw new ConfigError(`${name} : ${KEY_BYTES} octets en base64 attendus`);
  if (new Set(key).size < DRAWN_BYTES) throw new ConfigError(`${name} : une clé tirée au hasard est attendue (openssl rand -base64 32)`);
  return key;
}

/** Database of the audit trail (it may hold a password), or `null`: a file. */
export function readDatabaseUrl(environment: Environment): string | null {
  const url = secretOf(environment, "DATABASE_URL");
  if (url !== null && !/^postgres(ql)?:\/\//.test(url)) throw new ConfigError("DATABASE_URL : postgres:// attendu");
  return url;
}

/** Address of the shared state (it may hold a password), or `null`: in memory. */
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
  const password = secretOf(environment, "PLI_PRET_METRICS_TOKEN");
  if (password !== null && password.length < SHORTEST_PASSWORD)
    throw new ConfigError(`PLI_PRET_METRICS_TOKEN : ${SHORTEST_PASSWORD} caractères au moins (openssl rand -base64 24)`);
  return password;
}

/** How calls to one family are authenticated. */
interface Door {
  readonly open: boolean;
  api(): Promise<Headers | null>;
  documents(): Promise<Headers | null>;
  forget(): void;
}

const bearer = (token: string | null): Headers | null => (token === null ? null : { authorization: `Bearer ${token}` });

/** Reads the secrets once. `baseOf` says where a family is. */
export function readCredentials(environment: Environment, outgoing: Outgoing, baseOf: (family: Family) => string): Credentials {
  const doors = new Map(FAMILIES.map((family) => [family.id, doorOf(family)] as const));

  function doorOf(family: Family): Door {
    const secrets = secretsOf(family).map((name) => secretOf(environment, name));
    const given = secrets.filter((secret) => secret !== null);
    const closed: Door = { open: false, api: async () => null, documents: async () => NONE, forget: () => undefined };
    if (given.length < secrets.length) return family.entry.kind === "session" ? { ...closed, documents: closed.api } : closed;
    const [first = "", second = ""] = given;
    if (family.entry.kind === "none") return { ...closed, open: true, api: async () => NONE };
    if (family.entry.kind === "token") return { ...closed, open: true, api: async () => bearer(first) };
    const session = createSession(outgoing, baseOf(family), family.entry, { username: first, password: second });
    const headers = async () => bearer(await session.token());
    return { open: true, api: headers, documents: headers, forget: session.forget };
  }

  return {
    has: (family) => doors.get(family.id)?.open ?? false,
    apiHeaders: async (family) => (await doors.get(family.id)?.api()) ?? null,
    documentHeaders: async (family) => (await doors.get(family.id)?.documents()) ?? null,
    forget: (family) => doors.get(family.id)?.forget(),
  };
}

function createSession(
  outgoing: Outgoing,
  base: string,
  entry: Extract<Entry, { kind: "session" }>,
  account: { readonly username: string; readonly password: string },
) {
  let current: { token: string; until: number } | null = null;
  let login: Promise<string | null> | null = null;
  let refusedUntil = 0;

  const open = async (): Promise<string | null> => {
    const response = await outgoing.send({
      url: new URL(`${base}${entry.loginPath}`),
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(account),
      timeoutMs: 15_000,
      maxBytes: 64 * 1024,
      network: "trusted",
    });
    const reply = LoginReply.safeParse(response.ok && response.status === 200 ? parseJson(response.body.toString("utf8")) : null);
    if (response.ok && entry.refusedStatuses.includes(response.status) && isJson(response.headers["content-type"])) {
      refusedUntil = Date.now() + REFUSED_MS;
      return null;
    }
    if (!reply.success) throw new LoginUnreachable(`${base} opens no session`);
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

/** Only JSON is the service's own refusal. A page with the same status comes from its front (Cloudflare), which judges no password. */
function isJson(contentType: string | undefined): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(contentType ?? "");
}

/** End of a JWT in milliseconds; an unreadable one is used once. */
function endOf(jwt: string): number {
  const payload = TokenPayload.safeParse(parseJson(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString("utf8")));
  return payload.success ? payload.data.exp * 1000 : 0;
}
