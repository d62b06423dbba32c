/**
 * The operator's mode as it is deployed: the proxy, API Entreprise and the identity provider are three processes, and the proxy knows
 * of the others what the variables of docs/operator.md say, and nothing else.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { DEMO_CLIENT } from "../../simulator/identity.ts";
import { Answer } from "../../src/domain/answer.ts";
import { Problem, ServiceSources } from "../../src/domain/service.ts";
import { COMPLETE, DRAWN_KEY, TROUBLED } from "./fixtures.ts";
import { freePort, linesOf } from "./processes.ts";
import { REDIRECT, signInAt } from "./window.ts";

const ORIGIN = `chrome-extension://${"a".repeat(32)}`;
/** npm sends the signal only to its shell, and the proxy must still end. Not used where the launcher would first install packages. */
const RESTART: [string, ...string[]] = isInstalled() ? ["npm", "run", "--silent", "proxy"] : [process.execPath, "proxy/index.ts"];
const directory = mkdtempSync(join(tmpdir(), "operator-"));
const children: ChildProcess[] = [];
/** All that these processes wrote. */
const logged: Buffer[] = [];
let base = "";
let variables: Record<string, string> = {};
let callsAfter: (slow?: string) => Promise<string[]>;

function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): ChildProcess {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"], env, detached: true });
  children.push(child);
  child.stdout?.on("data", (data: Buffer) => logged.push(data));
  return child;
}

/** Starts the proxy by that command, with the operator's variables alone; ends once it listens. */
async function startProxyBy(command: string, ...args: string[]): Promise<ChildProcess> {
  const child = start(command, args, { PATH: process.env["PATH"], HOME: process.env["HOME"], ...variables });
  const next = linesOf(child);
  for (let line = await next(); line !== `Proxy de Pli prêt : ${base}`; line = await next());
  return child;
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${base}${path}`, { headers });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const sourceOf = (siret: string, id: string) => `/v1/companies/${siret}/sources/${id}`;
const answer = async (siret: string, id: string, headers?: Record<string, string>) =>
  Answer.parse(await (await get(sourceOf(siret, id), headers)).json());
const codeOf = async (response: Response) => [response.status, Problem.parse(await response.json()).code];
const { signIn, redeem } = signInAt(() => base);

beforeAll(async () => {
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  const scopes = ["attestations_sociales", "certificat_cnetp", "qualibat"];
  const providers = start(process.execPath, ["test/proxy/providers.ts", `${base}/v1/auth/callback`, "jeton-de-l-operateur", ...scopes]);
  const next = linesOf(providers);
  const { api, issuer } = JSON.parse(await next()) as { api: string; issuer: string };
  callsAfter = async (slow = "") => {
    providers.stdin?.write(`${slow}\n`);
    return JSON.parse(await next()) as string[];
  };
  const secret = (name: string, value: string) => {
    writeFileSync(join(directory, name), `${value}\n`, { mode: 0o600 });
    return join(directory, name);
  };
  variables = {
    PLI_PRET_MODE: "operateur",
    PORT: String(port),
    PLI_PRET_EXTENSION_ORIGINS: ORIGIN,
    PLI_PRET_EXTENSION_REDIRECTS: REDIRECT,
    PLI_PRET_RECIPIENT: "99990800700019",
    PLI_PRET_OIDC_ISSUER: issuer,
    PLI_PRET_OIDC_CLIENT_ID: DEMO_CLIENT.id,
    PLI_PRET_OIDC_CLIENT_SECRET_FILE: secret("client-secret", DEMO_CLIENT.secret),
    PLI_PRET_OIDC_USERINFO: "ES256",
    PLI_PRET_API_ENTREPRISE_TOKEN_FILE: secret("token", "jeton-de-l-operateur"),
    PLI_PRET_AUDIT_DIR: join(directory, "audit"),
    PLI_PRET_AUDIT_KEY_FILE: secret("audit-key", DRAWN_KEY),
    PLI_PRET_METRICS_TOKEN: "mot-de-passe-des-mesures",
    PLI_PRET_UPSTREAM_API_ENTREPRISE: api,
  };
});
/** Kills the process and those that it started: npm has a shell and a launcher. */
function kill({ pid }: ChildProcess): void {
  try {
    process.kill(-(pid ?? 0), "SIGKILL");
  } catch {
    // It has ended already.
  }
}
afterEach(() => children.splice(1).forEach(kill));
afterAll(() => children.forEach(kill));

describe("the proxy, its providers and its identity provider as separate processes", () => {
  test("work together from the boot to the audit trail, through a stop and a restart", async () => {
    const proxy = await startProxyBy(process.execPath, "proxy/index.ts");

    // The token's rights are asked at boot, and decide what is served.
    expect(await callsAfter()).toEqual(["/privileges"]);
    const { mode, sources } = ServiceSources.parse(await (await get("/v1/sources")).json());
    const through = (id: string) => sources.find((source) => source.id === id);
    expect(mode).toBe("operateur");
    expect(through("urssaf-attestation-vigilance")).toMatchObject({ available: true, signIn: true });
    expect(through("qualibat")).toMatchObject({ available: true, signIn: false });
    expect(through("dgfip-attestation-fiscale")).toMatchObject({ available: false, reason: "proxy.noRight" });
    expect(through("inpi-actes-bilans-ouvert")).toMatchObject({ available: false, reason: "proxy.noRight" });
    expect(through("bodacc")).toMatchObject({ available: true, signIn: false });
    expect((await get("/readyz")).status).toBe(200);
    expect((await get("/metrics")).status).toBe(404);
    expect(await (await get("/metrics", bearer("mot-de-passe-des-mesures"))).text()).toContain("pli_pret_requests_seconds");
    expect((await get("/v1/sources", { origin: ORIGIN })).headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect((await get("/v1/sources", { origin: "https://evil.example" })).headers.get("access-control-allow-origin")).toBeNull();

    // Without a sign-in, nothing protected is given or asked. Open sources are served.
    const vigilance = sourceOf(COMPLETE, "urssaf-attestation-vigilance");
    expect(await answer(COMPLETE, "urssaf-attestation-vigilance")).toMatchObject({ state: "notPermitted", reason: "proxy.signInNeeded" });
    expect(await codeOf(await get(`${vigilance}/documents/0`))).toEqual([401, "session.needed"]);
    expect(await callsAfter()).toEqual(["/privileges"]);
    expect((await answer(COMPLETE, "qualibat")).state).toBe("delivered");

    // Signed in by code and PKCE, starting with discovery: the person sees their own company, and no other.
    const { accessToken, person } = await signIn("claire");
    const claire = bearer(accessToken);
    expect(person).toMatchObject({ name: "Claire Fictive", siret: COMPLETE });
    expect(await codeOf(await redeem("x".repeat(43), "y".repeat(43)))).toEqual([401, "session.over"]);
    expect((await answer(COMPLETE, "urssaf-attestation-vigilance", claire)).state).toBe("delivered");
    const document = await get(`${vigilance}/documents/0`, claire);
    const sha256 = createHash("sha256")
      .update(Buffer.from(await document.arrayBuffer()))
      .digest("hex");
    expect([document.status, document.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(document.headers.get("x-document-sha256")).toBe(sha256);
    const others = sourceOf(TROUBLED, "urssaf-attestation-vigilance");
    expect(await answer(TROUBLED, "urssaf-attestation-vigilance", claire)).toMatchObject({ reason: "proxy.otherCompany" });
    expect(await codeOf(await get(`${others}/documents/0`, claire))).toEqual([403, "session.otherCompany"]);

    // Asked to stop while a source is slow: the answer that was begun is given, nobody else is taken.
    await callsAfter("cibtp");
    const begun = answer(COMPLETE, "cibtp", claire);
    await expect
      .poll(async () => (await callsAfter()).some((path) => path.includes("cibtp")), { timeout: 60_000, interval: 20 })
      .toBe(true);
    proxy.kill("SIGTERM");
    proxy.kill("SIGTERM");
    const exit = once(proxy, "exit");
    expect((await begun).state).toBe("delivered");
    expect(await exit).toEqual([0, null]);
    expect(await isListening()).toBe(false);

    // Started again: sessions kept in memory are over and said to be, the person signs in again, the trail goes on.
    const again = await startProxyBy(...RESTART);
    expect(await codeOf(await get(vigilance, claire))).toEqual([401, "session.over"]);
    const second = await signIn("claire");
    expect((await answer(COMPLETE, "cnetp", bearer(second.accessToken))).state).toBe("delivered");
    const ended = once(again, "close");
    again.kill("SIGTERM");
    await expect.poll(() => isListening(), { timeout: 60_000, interval: 100 }).toBe(false);

    const audit = (...args: string[]) =>
      spawnSync(process.execPath, ["scripts/proxy.ts", "audit", ...args], { encoding: "utf8", env: { ...process.env, ...variables } });
    const trail = audit("export");
    expect(trail.status, trail.stderr).toBe(0);
    const lines = trail.stdout.trim().split("\n").slice(1);
    const who = `"${variables["PLI_PRET_OIDC_ISSUER"]}|claire";"${COMPLETE}"`;
    const told = (start: string, end: string) => lines.filter((line) => line.includes(start) && line.includes(end)).length;
    // Anonymous requests were counted when the process stopped.
    expect(told(`"";"";"";"urssaf-attestation-vigilance"`, '"proxy.signInNeeded";"";"1"')).toBe(1);
    expect(told(`${who};"${COMPLETE}";"urssaf-attestation-vigilance";"0"`, `"document";"${sha256}"`)).toBe(1);
    expect(told(`${who};"${TROUBLED}";"urssaf-attestation-vigilance"`, "therCompany")).toBe(2);
    expect(told(`${who};"${COMPLETE}";"cibtp"`, '"delivered"')).toBe(1);
    expect(told(`${who};"${COMPLETE}";"cnetp"`, '"delivered"')).toBe(1);
    expect(trail.stdout).not.toMatch(/jeton-de-l-operateur|secret-de-demonstration/);

    await ended;
    // The log has seen the end of the trail: what is removed there shows, and is said in French.
    const log = join(directory, "journal");
    writeFileSync(log, Buffer.concat(logged));
    expect(audit("verify", log)).toMatchObject({ status: 0, stderr: "", stdout: expect.stringMatching(/[1-9]\d* ancres/) });
    const database = new DatabaseSync(join(directory, "audit", "audit.sqlite"));
    database.exec("DELETE FROM audit WHERE n = (SELECT max(n) FROM audit)");
    database.close();
    expect(audit("verify", log)).toMatchObject({ status: 1, stderr: expect.stringContaining("retirées, le journal les a ancrées") });
    expect(audit("verify")).toMatchObject({ status: 0, stdout: expect.stringContaining("une fin retirée ne se voit pas") });
    expect(audit("nothing").status).toBe(2);
  });
});

const isListening = () =>
  get("/healthz").then(
    () => true,
    () => false,
  );

function isInstalled(): boolean {
  const stamp = "node_modules/.pli-pret-lock";
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === lock;
}
