/** The proxy's configuration, read once at boot. Secrets are not here: `credentials.ts` alone reads them. */
import { statSync } from "node:fs";
import { z } from "zod";
import { SERVICE_MODES, type ServiceMode } from "../src/domain/service.ts";
import { isSiret } from "../src/domain/siret.ts";
import type { Family } from "../src/sources/families/family.ts";
import { FAMILIES } from "../src/sources/index.ts";

/** The identity provider of the operator. The client's secret is not here. */
export interface IdentityConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: string;
  readonly claims: { readonly siret: string; readonly givenName: string; readonly familyName: string };
  /** Signature of userinfo when it is a JWT, as at ProConnect; `null`: plain JSON. */
  readonly userinfoAlg: string | null;
  /** Levels accepted, a stronger one admitted; empty: any. */
  readonly acr: readonly string[];
}

export interface Config {
  readonly mode: ServiceMode;
  readonly host: string;
  readonly port: number;
  /** Origins allowed by CORS; `anyExtension` in démo mode, where there is nothing to protect. */
  readonly extensionOrigins: readonly string[];
  /** Base address of each API family by its id: the official one unless moved. Read through `baseOf`. */
  readonly upstreams: Readonly<Record<string, string>>;
  /** SIRET sent as `recipient` when the caller names no buyer. */
  readonly defaultRecipient: string | null;
  /** An editor's token serves several buyers: the delegation of each, by the SIRET sent as `recipient`. */
  readonly delegations: ReadonlyMap<string, string>;
  /** SIRETs of the operator: a caller who is not signed in can name no other recipient. */
  readonly recipients: readonly string[];
  /** Part of each quota of the operator's own accounts that people who are not signed in may use, percent. */
  readonly anonymousPercent: number;
  /** Largest document passed on, bytes. */
  readonly maxDocumentBytes: number;
  readonly documentTimeoutMs: number;
  /** Largest JSON answer read, bytes. */
  readonly maxAnswerBytes: number;
  /** An answer younger than this is given again without asking the source, seconds. */
  readonly reuseSeconds: number;
  /** Requests a minute from one address, and from one signed-in person. */
  readonly perAddressPerMinute: number;
  readonly perPersonPerMinute: number;
  /** Reverse proxies of the operator in front of this one: how many addresses of `X-Forwarded-For` they write. */
  readonly trustedProxies: number;
  /** Folder of the audit trail, when it is not in a database; `null`: none is kept there. */
  readonly auditDirectory: string | null;
  /** How long running requests may take to end when the process is asked to stop, milliseconds. */
  readonly shutdownMs: number;
  /** Address by which browsers reach this proxy; `null`: the one it listens on. */
  readonly publicUrl: string | null;
  /** `null`: nobody can sign in, protected sources are refused. */
  readonly identity: IdentityConfig | null;
  /** Addresses where signed-in people may be sent back: those of the operator's extensions. */
  readonly extensionRedirects: readonly string[];
  readonly mandatesFile: string | null;
  readonly sessionSeconds: number;
  /** Démo mode: protected sources of the fictitious companies need a fictitious person signed in. */
  readonly demoSignIn: boolean;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
}

const MEGABYTE = 1024 * 1024;
/** True for this machine: http to it is heard by nobody else. */
const isLoopback = (host: string) => host === "localhost" || host === "[::1]" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
const httpUrl = z
  .url({ protocol: /^https?$/ })
  .refine((value) => !value.endsWith("/"), "sans barre oblique finale")
  .refine(isSafeUrl, "https attendu (http sur cette machine seulement)");

/** Https, or http to this machine: anybody on the way could read a token, a session or an answer. Other rules refuse what is no address. */
function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return true;
  const { protocol, hostname } = new URL(value);
  return protocol === "https:" || isLoopback(hostname);
}

const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  );

/** "13002526500013=3f2b…": a buyer's SIRET and the identifier of its delegation. */
function isDelegation(text: string): boolean {
  const [siret = "", id = "", ...more] = text.split("=");
  return more.length === 0 && isSiret(siret) && /^[\w-]{1,64}$/.test(id);
}

const Environment = z.object({
  PLI_PRET_MODE: z.enum(SERVICE_MODES, "obligatoire : demo, ouvert ou operateur"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  PLI_PRET_EXTENSION_ORIGINS: list.pipe(
    z.array(z.string().regex(/^(chrome|moz)-extension:\/\/[^/\s]+$/, "origine d'extension attendue, comme chrome-extension://abcdef")),
  ),
  PLI_PRET_EXTENSION_REDIRECTS: list.pipe(z.array(z.url({ protocol: /^https$/ }))),
  PLI_PRET_PUBLIC_URL: httpUrl.optional(),
  PLI_PRET_OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isSafeUrl, "https attendu")
    .optional(),
  PLI_PRET_OIDC_CLIENT_ID: z.string().min(1).optional(),
  PLI_PRET_OIDC_SCOPES: z
    .string()
    .regex(/\bopenid\b/, "openid attendu")
    .default("openid given_name usual_name email siret"),
  PLI_PRET_OIDC_CLAIM_SIRET: z.string().min(1).default("siret"),
  PLI_PRET_OIDC_CLAIM_GIVEN_NAME: z.string().min(1).default("given_name"),
  PLI_PRET_OIDC_CLAIM_FAMILY_NAME: z.string().min(1).default("usual_name"),
  PLI_PRET_OIDC_USERINFO: z.enum(["json", "RS256", "ES256"]).default("RS256"),
  PLI_PRET_OIDC_ACR: list,
  PLI_PRET_MANDATES_FILE: z.string().min(1).optional(),
  PLI_PRET_SESSION_HOURS: z.coerce.number().min(0.1).max(24).default(12),
  PLI_PRET_DEMO_SIGN_IN: z.enum(["true", "false"]).default("false"),
  PLI_PRET_DELEGATIONS: list.pipe(
    z.array(z.string().refine(isDelegation, "« SIRET=identifiant » attendu, plusieurs séparés par des virgules")),
  ),
  PLI_PRET_RECIPIENT: list.pipe(z.array(z.string().refine(isSiret, "SIRET attendu"))),
  PLI_PRET_ANONYMOUS_PERCENT: z.coerce.number().int().min(0).max(100).default(10),
  PLI_PRET_MAX_DOCUMENT_MB: z.coerce.number().min(1).max(200).default(30),
  PLI_PRET_DOCUMENT_TIMEOUT_SECONDS: z.coerce.number().min(0.1).max(300).default(60),
  PLI_PRET_MAX_ANSWER_MB: z.coerce.number().min(1).max(50).default(8),
  PLI_PRET_REUSE_SECONDS: z.coerce.number().int().min(0).max(86_400).optional(),
  PLI_PRET_PER_ADDRESS_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  PLI_PRET_PER_PERSON_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  PLI_PRET_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  PLI_PRET_AUDIT_DIR: z.string().min(1).optional(),
  PLI_PRET_SHUTDOWN_SECONDS: z.coerce.number().min(0).max(300).default(50),
  PLI_PRET_LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

/** A family's part of the names of its variables: `apiEntreprise` → `API_ENTREPRISE`. */
export function variablePartOf({ id }: Pick<Family, "id">): string {
  return id.replace(/([A-Z])/g, "_$1").toUpperCase();
}

/** Name of the variable that moves a family: `apiEntreprise` → `PLI_PRET_UPSTREAM_API_ENTREPRISE`. */
export function addressVariable(family: Pick<Family, "id">): string {
  return `PLI_PRET_UPSTREAM_${variablePartOf(family)}`;
}

/** Where the family is for this proxy. */
export function baseOf({ upstreams }: Pick<Config, "upstreams">, { id, base }: Family): string {
  return upstreams[id] ?? base;
}

const MovedUpstreams = z.object(Object.fromEntries(FAMILIES.map((family) => [addressVariable(family), httpUrl.optional()])));

/** Every variable read here. */
export const VARIABLES: readonly string[] = [...Object.keys(Environment.shape), ...Object.keys(MovedUpstreams.shape)];

/** The configuration is wrong: the message names each variable and says what is expected. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** The proxy cannot start now, and may later: what it needs does not answer. */
export class NotReadyError extends Error {
  override readonly name = "NotReadyError";
}

/** Variables that look like ours and are not: most often a misspelling. `others`: known elsewhere. */
export function unknownVariables(environment: Readonly<Record<string, string | undefined>>, others: readonly string[]): string[] {
  const known = new Set([...VARIABLES, ...others, ...others.map((name) => `${name}_FILE`)]);
  return Object.keys(environment).filter((name) => name.startsWith("PLI_PRET_") && !known.has(name));
}

/** @throws {ConfigError} naming every variable at fault. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  const moved = MovedUpstreams.safeParse(given);
  const issues = [...(parsed.error?.issues ?? []), ...(moved.error?.issues ?? [])];
  const faults = [...issues.map((issue) => `${String(issue.path[0])} : ${issue.message}`), ...faultsIn(given)];
  if (!parsed.success || !moved.success || faults.length > 0) throw new ConfigError(`Configuration refusée.\n${faults.join("\n")}`);
  const values = parsed.data;
  return {
    mode: values.PLI_PRET_MODE,
    host: values.HOST,
    port: values.PORT,
    extensionOrigins: values.PLI_PRET_EXTENSION_ORIGINS,
    upstreams: Object.fromEntries(FAMILIES.map((family) => [family.id, moved.data[addressVariable(family)] ?? family.base])),
    delegations: new Map(values.PLI_PRET_DELEGATIONS.map((one) => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)])),
    defaultRecipient: values.PLI_PRET_RECIPIENT[0] ?? null,
    recipients: values.PLI_PRET_RECIPIENT,
    anonymousPercent: values.PLI_PRET_ANONYMOUS_PERCENT,
    maxDocumentBytes: values.PLI_PRET_MAX_DOCUMENT_MB * MEGABYTE,
    documentTimeoutMs: values.PLI_PRET_DOCUMENT_TIMEOUT_SECONDS * 1000,
    maxAnswerBytes: values.PLI_PRET_MAX_ANSWER_MB * MEGABYTE,
    // In démo mode the sources are in this process, and people change them to see the effect: no answer is given twice.
    reuseSeconds: values.PLI_PRET_REUSE_SECONDS ?? (values.PLI_PRET_MODE === "demo" ? 0 : 900),
    perAddressPerMinute: values.PLI_PRET_PER_ADDRESS_PER_MINUTE,
    perPersonPerMinute: values.PLI_PRET_PER_PERSON_PER_MINUTE,
    trustedProxies: values.PLI_PRET_TRUSTED_PROXIES,
    auditDirectory: values.PLI_PRET_AUDIT_DIR ?? null,
    shutdownMs: values.PLI_PRET_SHUTDOWN_SECONDS * 1000,
    publicUrl: values.PLI_PRET_PUBLIC_URL ?? null,
    identity: identityOf(values),
    extensionRedirects: values.PLI_PRET_EXTENSION_REDIRECTS,
    mandatesFile: values.PLI_PRET_MANDATES_FILE ?? null,
    sessionSeconds: Math.round(values.PLI_PRET_SESSION_HOURS * 3600),
    demoSignIn: values.PLI_PRET_DEMO_SIGN_IN === "true",
    logLevel: values.PLI_PRET_LOG_LEVEL,
  };
}

/** Variables that the mode needs and are missing, or that it forbids and are there: one line each. */
function faultsIn(given: Readonly<Record<string, string | undefined>>): string[] {
  const has = (name: string) => given[name] !== undefined || given[`${name}_FILE`] !== undefined;
  const isTraced = has("PLI_PRET_AUDIT_DIR") || has("DATABASE_URL");
  const rules: readonly (readonly [boolean, string])[] = [
    [
      (given["PLI_PRET_OIDC_ISSUER"] === undefined) !== (given["PLI_PRET_OIDC_CLIENT_ID"] === undefined),
      "PLI_PRET_OIDC_ISSUER et PLI_PRET_OIDC_CLIENT_ID : l'un ne va pas sans l'autre",
    ],
    [isTraced && !has("PLI_PRET_AUDIT_KEY"), "PLI_PRET_AUDIT_KEY : obligatoire avec une trace (openssl rand -base64 32)"],
  ];
  const ofMode = given["PLI_PRET_MODE"] === "operateur" ? operateurRules() : given["PLI_PRET_MODE"] === "demo" ? demoRules() : [];
  return [...rules, ...ofMode].filter(([wrong]) => wrong).map(([, line]) => line);

  function operateurRules(): (readonly [boolean, string])[] {
    const isReached = given["PLI_PRET_PUBLIC_URL"] !== undefined || isLoopback(given["HOST"] ?? "127.0.0.1");
    return [
      [!isTraced, "PLI_PRET_AUDIT_DIR ou DATABASE_URL : obligatoire en mode opérateur, les accès doivent être tracés"],
      [
        !has("PLI_PRET_API_ENTREPRISE_TOKEN"),
        "PLI_PRET_API_ENTREPRISE_TOKEN : obligatoire en mode opérateur ; sans jeton, le mode est « ouvert »",
      ],
      [
        !has("PLI_PRET_RECIPIENT"),
        "PLI_PRET_RECIPIENT : obligatoire en mode opérateur, API Entreprise exige le SIRET d'un destinataire à chaque appel",
      ],
      [
        has("PLI_PRET_OIDC_ISSUER") && !isReached,
        "PLI_PRET_PUBLIC_URL : obligatoire avec un fournisseur d'identité, qui y renvoie les personnes",
      ],
    ];
  }

  /** A fictitious world must not be taken for a service: attestations of nobody would be joined to real bids. */
  function demoRules(): (readonly [boolean, string])[] {
    const url = given["PLI_PRET_PUBLIC_URL"];
    const isOpen =
      !isLoopback(given["HOST"] ?? "127.0.0.1") || (url !== undefined && URL.canParse(url) && !isLoopback(new URL(url).hostname));
    const serious = ["PLI_PRET_API_ENTREPRISE_TOKEN", "PLI_PRET_OIDC_ISSUER", "PLI_PRET_AUDIT_DIR", "DATABASE_URL"].filter(has);
    return [
      ...serious.map(
        (name) => [true, `${name} : le mode démo ne sert que des données fictives ; choisissez PLI_PRET_MODE=ouvert ou operateur`] as const,
      ),
      [isOpen, "HOST, PLI_PRET_PUBLIC_URL : le mode démo n'écoute que sur cette machine (127.0.0.1)"],
    ];
  }
}

/** Settings that do not stop the start but are probably mistakes: one sentence each. */
export function doubtsAbout(config: Config, environment: Readonly<Record<string, string | undefined>>): string[] {
  const { mode, host, trustedProxies, identity, extensionRedirects } = config;
  const rules: readonly (readonly [boolean, string])[] = [
    [
      trustedProxies > 0 && !isLoopback(host),
      `PLI_PRET_TRUSTED_PROXIES=${trustedProxies} : si le port ${config.port} est joignable sans passer par vos relais, chacun choisit son adresse`,
    ],
    [
      mode === "operateur" && identity === null,
      "PLI_PRET_OIDC_ISSUER absent : personne ne peut se connecter, les sources protégées sont refusées",
    ],
    [
      mode !== "demo" && identity !== null && extensionRedirects.length === 0,
      "PLI_PRET_EXTENSION_REDIRECTS absent : personne ne peut revenir d'une connexion",
    ],
    [
      mode !== "demo" && config.extensionOrigins.length === 0,
      "PLI_PRET_EXTENSION_ORIGINS absent : aucune extension ne peut lire les réponses",
    ],
    [config.logLevel === "silent" && mode === "operateur", "PLI_PRET_LOG_LEVEL=silent : la trace d'audit n'est pas ancrée dans le journal"],
  ];
  const files = Object.entries(environment).filter(
    ([name, path]) => name.endsWith("_FILE") && KNOWN_SECRET_FILE.test(name) && isReadByAll(path),
  );
  return [
    ...rules.filter(([is]) => is).map(([, line]) => line),
    ...files.map(([name, path]) => `${name} : ${path} est lisible par tous les comptes de la machine`),
  ];
}

const KNOWN_SECRET_FILE = /^(PLI_PRET_\w+|REDIS_URL|DATABASE_URL)_FILE$/;

function isReadByAll(path: string | undefined): boolean {
  if (path === undefined || path === "") return false;
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  return process.platform !== "win32" && (mode & 0o004) !== 0;
}

function identityOf(values: z.infer<typeof Environment>): IdentityConfig | null {
  if (values.PLI_PRET_OIDC_ISSUER === undefined || values.PLI_PRET_OIDC_CLIENT_ID === undefined) return null;
  return {
    issuer: values.PLI_PRET_OIDC_ISSUER,
    clientId: values.PLI_PRET_OIDC_CLIENT_ID,
    scopes: values.PLI_PRET_OIDC_SCOPES,
    claims: {
      siret: values.PLI_PRET_OIDC_CLAIM_SIRET,
      givenName: values.PLI_PRET_OIDC_CLAIM_GIVEN_NAME,
      familyName: values.PLI_PRET_OIDC_CLAIM_FAMILY_NAME,
    },
    userinfoAlg: values.PLI_PRET_OIDC_USERINFO === "json" ? null : values.PLI_PRET_OIDC_USERINFO,
    acr: values.PLI_PRET_OIDC_ACR,
  };
}
