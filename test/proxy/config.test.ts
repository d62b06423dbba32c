import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ConfigError, doubtsAbout, readConfig, unknownVariables } from "../../proxy/config.ts";
import {
  LoginUnreachable,
  readAuditKey,
  readCredentials,
  readDatabaseUrl,
  readMetricsToken,
  readStoreKey,
  SECRETS,
} from "../../proxy/credentials.ts";
import { createOutgoing, type Outgoing, type OutgoingFailure, type OutgoingResponse } from "../../proxy/outgoing.ts";
import { bodacc } from "../../src/sources/bodacc/index.ts";
import { apiEntreprise } from "../../src/sources/families/api-entreprise.ts";
import { inpi } from "../../src/sources/families/inpi.ts";

const DEMO = { PLI_PRET_MODE: "demo" };
const OPERATEUR = {
  PLI_PRET_MODE: "operateur",
  PLI_PRET_RECIPIENT: "99990800700019",
  PLI_PRET_AUDIT_DIR: "/var/lib/pli-pret",
  PLI_PRET_AUDIT_KEY: "x",
  PLI_PRET_API_ENTREPRISE_TOKEN_FILE: "/run/secrets/token",
};

describe("configuration", () => {
  test("a mode must be given, never guessed; by default the proxy listens on this machine only", () => {
    for (const environment of [{}, { PLI_PRET_MODE: "" }, { PLI_PRET_MOD: "operateur" }, { PLI_PRET_MODE: "opérateur" }]) {
      expect(() => readConfig(environment)).toThrow("PLI_PRET_MODE : obligatoire");
    }
    expect(readConfig(DEMO)).toMatchObject({ mode: "demo", host: "127.0.0.1", port: 8787, extensionOrigins: [], defaultRecipient: null });
  });

  test.each([
    ["PLI_PRET_API_ENTREPRISE_TOKEN", "jeton"],
    ["PLI_PRET_API_ENTREPRISE_TOKEN_FILE", "/run/secrets/token"],
    ["PLI_PRET_OIDC_ISSUER", "https://qui.example"],
    ["PLI_PRET_AUDIT_DIR", "/var/lib/pli-pret"],
    ["DATABASE_URL", "postgres://localhost/pli"],
    ["PLI_PRET_PUBLIC_URL", "https://pli-pret.example"],
    ["HOST", "0.0.0.0"],
    ["HOST", "192.168.1.4"],
    ["HOST", "::"],
  ])("démo does not start beside %s=%s: fictitious attestations are for nobody's bid", (name, value) => {
    expect(() => readConfig({ ...DEMO, [name]: value })).toThrow(name.replace("_FILE", ""));
    expect(() => readConfig({ ...DEMO, [name]: value })).toThrow("démo");
  });

  test("an upstream can be moved", () => {
    const { upstreams } = readConfig({ ...DEMO, PLI_PRET_UPSTREAM_API_ENTREPRISE: "https://staging.entreprise.api.gouv.fr" });
    expect(upstreams["apiEntreprise"]).toBe("https://staging.entreprise.api.gouv.fr");
    expect(upstreams["bodacc"]).toBe("https://bodacc-datadila.opendatasoft.com");
  });

  test.each([
    ["PLI_PRET_MODE", "production"],
    ["PORT", "abc"],
    ["PORT", "70000"],
    ["PLI_PRET_EXTENSION_ORIGINS", "*"],
    ["PLI_PRET_EXTENSION_ORIGINS", "chrome-extension://a/b"],
    ["PLI_PRET_RECIPIENT", "12345678901234"],
    ["PLI_PRET_DELEGATIONS", "12345678901234=x"],
    ["PLI_PRET_MAX_DOCUMENT_MB", "0"],
    ["PLI_PRET_LOG_LEVEL", "loud"],
    ["PLI_PRET_OIDC_ISSUER", "http://qui.example"],
    ["PLI_PRET_UPSTREAM_BODACC", "bodacc"],
    ["PLI_PRET_UPSTREAM_VIES", "https://ec.europa.eu/"],
    ["PLI_PRET_UPSTREAM_API_ENTREPRISE", "http://entreprise.api.example"],
    ["PLI_PRET_UPSTREAM_BODACC", "http://127.0.0.1.example"],
    ["PLI_PRET_PUBLIC_URL", "http://pli-pret.example"],
    ["PLI_PRET_EXTENSION_ORIGINS", "https://a-site.example"],
    ["PLI_PRET_EXTENSION_REDIRECTS", "http://a-site.example/"],
    ["PLI_PRET_RECIPIENT", "99990800700019,1234"],
    ["PLI_PRET_ANONYMOUS_PERCENT", "101"],
  ])("%s=%s is refused, and the message names the variable", (name, value) => {
    expect(() => readConfig({ PLI_PRET_MODE: "ouvert", [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ PLI_PRET_MODE: "ouvert", [name]: value })).toThrow(name);
  });

  test("http is accepted for this machine only", () => {
    for (const here of ["http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"]) {
      expect(readConfig({ PLI_PRET_MODE: "ouvert", PLI_PRET_PUBLIC_URL: here }).publicUrl).toBe(here);
    }
  });

  test("a setting that is probably a mistake is reported, a right one is not", () => {
    const file = join(mkdtempSync(join(tmpdir(), "proxy-")), "token");
    writeFileSync(file, "jeton", { mode: 0o644 });
    const environment = { ...OPERATEUR, PLI_PRET_API_ENTREPRISE_TOKEN_FILE: file };
    const wrong = { ...environment, HOST: "0.0.0.0", PLI_PRET_TRUSTED_PROXIES: "5", PLI_PRET_LOG_LEVEL: "silent" };
    const said = doubtsAbout(readConfig(wrong), wrong).join("\n");
    for (const part of ["TRUSTED_PROXIES=5", "OIDC_ISSUER", "EXTENSION_ORIGINS", "LOG_LEVEL=silent", `${file} est lisible`])
      expect(said).toContain(part);
    chmodSync(file, 0o600);
    const right = {
      ...environment,
      PLI_PRET_OIDC_ISSUER: "https://qui.example",
      PLI_PRET_OIDC_CLIENT_ID: "pli",
      PLI_PRET_PUBLIC_URL: "https://pli-pret.example",
      PLI_PRET_EXTENSION_ORIGINS: "chrome-extension://abc",
      PLI_PRET_EXTENSION_REDIRECTS: "https://abc.chromiumapp.org/",
      PLI_PRET_TRUSTED_PROXIES: "1",
    };
    expect(doubtsAbout(readConfig(right), right)).toEqual([]);
    const { PLI_PRET_PUBLIC_URL: _, ...unreachable } = { ...right, HOST: "0.0.0.0" };
    expect(() => readConfig(unreachable)).toThrow("PLI_PRET_PUBLIC_URL");
  });

  test("every fault is told at once", () => {
    const wrong = { PLI_PRET_MODE: "operateur", PORT: "abc", PLI_PRET_OIDC_ISSUER: "https://qui.example" };
    const told = ["PORT", "PLI_PRET_AUDIT_DIR", "PLI_PRET_API_ENTREPRISE_TOKEN", "PLI_PRET_RECIPIENT", "PLI_PRET_OIDC_CLIENT_ID"];
    for (const name of told) expect(() => readConfig(wrong)).toThrow(name);
  });

  test("a misspelt variable is noticed", () => {
    const environment = { PLI_PRET_MOD: "x", PLI_PRET_MODE: "demo", PLI_PRET_STORE_KEY_FILE: "/x", PLI_PRET_UPSTREAM_VIES: "x", HOME: "/" };
    expect(unknownVariables(environment, SECRETS)).toEqual(["PLI_PRET_MOD"]);
  });

  test("all faults are told at once", () => {
    expect(() => readConfig({ PORT: "x", PLI_PRET_MODE: "y", PLI_PRET_UPSTREAM_VIES: "z" })).toThrow(
      /PLI_PRET_MODE[\s\S]*PORT[\s\S]*PLI_PRET_UPSTREAM_VIES/,
    );
  });
});

describe("secrets", () => {
  const outgoing = createOutgoing();
  const drawn = randomBytes(32).toString("base64");

  test("a key that was not drawn at random and a password of one letter are refused", () => {
    const zeros = Buffer.alloc(32).toString("base64");
    for (const weak of [zeros, Buffer.from("azertyuiazertyuiazertyuiazertyui").toString("base64"), "AAAA"]) {
      expect(() => readStoreKey({ PLI_PRET_STORE_KEY: weak })).toThrow("PLI_PRET_STORE_KEY");
      expect(() => readAuditKey({ PLI_PRET_AUDIT_KEY: weak })).toThrow("PLI_PRET_AUDIT_KEY");
    }
    expect(readAuditKey({ PLI_PRET_AUDIT_KEY: drawn })).toHaveLength(32);
    expect(() => readMetricsToken({ PLI_PRET_METRICS_TOKEN: "x" })).toThrow("PLI_PRET_METRICS_TOKEN");
    expect(() => readDatabaseUrl({ DATABASE_URL: "mysql://localhost" })).toThrow("DATABASE_URL");
  });

  test("leave as headers only, and never by printing", async () => {
    const credentials = readCredentials({ PLI_PRET_API_ENTREPRISE_TOKEN: "top-secret" }, outgoing, () => "https://inpi.example");
    expect(await credentials.apiHeaders(apiEntreprise)).toEqual({ authorization: "Bearer top-secret" });
    expect(await credentials.documentHeaders(apiEntreprise)).toEqual({});
    expect(await credentials.apiHeaders(bodacc.family)).toEqual({});
    expect(JSON.stringify(credentials)).not.toContain("top-secret");
    expect(inspect(credentials, { depth: 10, showHidden: true })).not.toContain("top-secret");
  });

  test("an outage at INPI is no refusal, and a wrong password is not tried again at once", async () => {
    let calls = 0;
    let reply: OutgoingResponse | OutgoingFailure = { ok: false, cause: "timeout" };
    const service: Outgoing = {
      send: async () => {
        calls += 1;
        return reply;
      },
      close: async () => undefined,
    };
    const account = { PLI_PRET_INPI_USERNAME: "me", PLI_PRET_INPI_PASSWORD: "top-secret" };
    const credentials = readCredentials(account, service, () => "https://inpi.example");
    const answered = (status: number, type: string) =>
      ({ ok: true, status, headers: { "content-type": type }, body: Buffer.from("{}") }) as const;
    await expect(credentials.apiHeaders(inpi)).rejects.toThrow(LoginUnreachable);
    reply = answered(503, "application/json");
    await expect(credentials.apiHeaders(inpi)).rejects.toThrow(LoginUnreachable);
    reply = answered(403, "text/html");
    await expect(credentials.documentHeaders(inpi)).rejects.toThrow(LoginUnreachable);
    reply = answered(401, "application/json; charset=utf-8");
    expect(await credentials.apiHeaders(inpi)).toBeNull();
    expect(calls).toBe(4);
    expect(await credentials.apiHeaders(inpi)).toBeNull();
    expect(calls).toBe(4);
  });

  test("a file that cannot be read is named by its variable", () => {
    const nowhere = join(tmpdir(), "no-such-secret");
    for (const name of ["PLI_PRET_API_ENTREPRISE_TOKEN_FILE", "PLI_PRET_INPI_PASSWORD_FILE"]) {
      expect(() => readCredentials({ [name]: nowhere }, outgoing, () => "https://inpi.example")).toThrow(ConfigError);
      expect(() => readCredentials({ [name]: nowhere }, outgoing, () => "https://inpi.example")).toThrow(name);
    }
  });

  test("may come from a file; a missing one is said before any call", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "proxy-")), "token");
    writeFileSync(file, "from-file\n");
    const credentials = readCredentials({ PLI_PRET_API_ENTREPRISE_TOKEN_FILE: file }, outgoing, () => "https://inpi.example");
    expect(await credentials.apiHeaders(apiEntreprise)).toEqual({ authorization: "Bearer from-file" });
    expect(credentials.has(inpi)).toBe(false);
    expect(await credentials.apiHeaders(inpi)).toBeNull();
  });
});
