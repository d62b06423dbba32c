import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { subscriberOf } from "../../proxy/guard.ts";
import { createLogger } from "../../proxy/log.ts";
import { createReroutedOutgoing } from "../../proxy/outgoing.ts";
import { type RunningProxy, type StartOptions, startProxy } from "../../proxy/start.ts";
import { startSimulator } from "../../simulator/server.ts";
import { Answer } from "../../src/domain/answer.ts";
import { UPLOAD_CHECK_BYTES } from "../../src/domain/service.ts";
import { auditPlace, COMPLETE, readTrail, sirets, TEST_SOURCES, TROUBLED } from "./fixtures.ts";
import { signInAt } from "./window.ts";

const running: RunningProxy[] = [];
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((proxy) => proxy.close()));
  await Promise.all(closing.splice(0).map((close) => close()));
});
async function start(environment: Record<string, string> = {}, options: StartOptions = {}) {
  const proxy = await startProxy({
    mode: "demo",
    port: 0,
    sources: TEST_SOURCES,
    ...options,
    environment: { PLI_PRET_LOG_LEVEL: "silent", PLI_PRET_SHUTDOWN_SECONDS: "1", ...environment },
  });
  running.push(proxy);
  return proxy;
}
const ASK = `/v1/companies/${COMPLETE}/sources/vigilance`;

describe("oversized and malformed requests", () => {
  test("a long address, long headers and a body where none is expected are refused", async () => {
    const { url } = await start();
    const long = await fetch(`${url}${ASK}?object=${"x".repeat(5000)}`);
    expect([long.status, (await long.json()).code]).toEqual([413, "request.tooLarge"]);
    expect((await fetch(`${url}${ASK}`, { headers: { "x-long": "x".repeat(9000) } })).status).toBe(431);
    const body = await fetch(`${url}/v1/sources`, { method: "POST", body: "x".repeat(20_000) });
    expect(body.status).toBe(413);
    expect((await fetch(`${url}/v1/sources`, { method: "DELETE" })).status).toBe(404);
  });

  test("headers cannot be injected, neither into the answer nor towards the providers", async () => {
    const { url, simulator } = await start();
    for (const evil of ["a%0d%0aX-Evil:%201", "a%0aX-Evil:1", "a%00b"]) {
      expect((await fetch(`${url}${ASK}?object=${evil}`)).status).toBe(422);
      expect((await fetch(`${url}${ASK}?recipient=${evil}`)).status).toBe(422);
      expect((await fetch(`${url}/v1/companies/${evil}/sources/vigilance`)).status).toBe(422);
    }
    await fetch(`${url}${ASK}?object=${encodeURIComponent("lot n°1 & recipient=00000000000000#?")}`);
    const sent = new URLSearchParams(simulator?.calls.at(-1)?.query);
    expect(sent.get("object")).toBe("lot n°1 & recipient=00000000000000#?");
    expect(sent.getAll("recipient")).toEqual(["99990800700019"]);
  });
});

describe("security headers", () => {
  test("are on answers and on problems alike", async () => {
    const { url } = await start();
    for (const path of ["/v1/sources", "/nowhere", ASK]) {
      const { headers } = await fetch(`${url}${path}`);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("strict-transport-security")).toContain("max-age");
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get("x-powered-by")).toBeNull();
    }
  });

  test("nothing under /v1 is left in anybody's cache: answers, documents, problems, limits", async () => {
    const { url } = await start({ PLI_PRET_PER_ADDRESS_PER_MINUTE: "8" });
    const long = `${ASK}?object=${"x".repeat(5000)}`;
    const paths = ["/v1/sources", ASK, `${ASK}/documents/0`, `${ASK}/documents/7`, long, "/v1/nowhere", "/v1/companies?q=lumiverde"];
    const asked = await Promise.all([...paths, ...paths].map((path) => fetch(`${url}${path}`)));
    expect(asked.some(({ status }) => status === 429)).toBe(true);
    for (const { headers, url: address } of asked) expect([address, headers.get("cache-control")]).toEqual([address, "no-store"]);
  });

  test("outside démo mode only the configured origins are allowed", async () => {
    const { url } = await start({ PLI_PRET_EXTENSION_ORIGINS: "chrome-extension://ours" }, { mode: "ouvert" });
    const allowed = async (origin: string) =>
      (await fetch(`${url}/v1/sources`, { headers: { origin } })).headers.get("access-control-allow-origin");
    expect(await allowed("chrome-extension://ours")).toBe("chrome-extension://ours");
    expect(await allowed("chrome-extension://other")).toBeNull();
    expect(await allowed("null")).toBeNull();
  });
});

describe("the measure of an upload", () => {
  const check = (url: string, bytes: number) => fetch(`${url}/v1/upload-check`, { method: "POST", body: new Uint8Array(bytes) });

  test("counts what arrived, up to what a measure sends and no more", async () => {
    const { url } = await start();
    for (const bytes of [0, 1_000, UPLOAD_CHECK_BYTES]) expect(await (await check(url, bytes)).json()).toEqual({ bytes });
    expect((await check(url, UPLOAD_CHECK_BYTES + 1)).status).toBe(413);
  });

  test("cannot be used to fill the connection of the proxy", async () => {
    const { url } = await start();
    const statuses = [];
    for (let i = 0; i < 21; i++) statuses.push((await check(url, 10)).status);
    expect(statuses).toEqual([...Array(20).fill(200), 429]);
    expect((await fetch(`${url}/v1/sources`)).status).toBe(200);
  });
});

describe("bodies left unfinished", () => {
  /** Sends a chunked body, and never its end. Gives what the proxy answers, if it does. */
  function leaveUnfinished(url: string, body: Buffer): Promise<string> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write("POST /v1/upload-check HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n");
        socket.write(`${body.length.toString(16)}\r\n`);
        socket.write(body);
      });
      unfinished.push(socket);
      socket.once("data", (data) => resolve(data.toString("latin1").slice(0, 12)));
      socket.on("error", () => resolve("cut"));
    });
  }
  const unfinished: Socket[] = [];
  afterEach(() => {
    for (const socket of unfinished.splice(0)) socket.destroy();
  });

  test("beyond the limit are refused before they are read", async () => {
    const { url } = await start();
    const [ends, body]: [string[], Buffer] = [[], Buffer.alloc(960_000)];
    for (let n = 0; n < 60; n++) void leaveUnfinished(url, body).then((end) => ends.push(end));
    // Twenty are being counted, and wait for their end.
    await expect.poll(() => ends.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(40);
    expect(new Set(ends)).toEqual(new Set(["HTTP/1.1 429"]));
    expect(ends.length).toBe(40);
  });
});

describe("limits by address", () => {
  test("beyond the limit the answer is 429 with a time; health is always answered", async () => {
    const { url } = await start({ PLI_PRET_PER_ADDRESS_PER_MINUTE: "3" });
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await fetch(`${url}/v1/sources`)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await fetch(`${url}/v1/sources`);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await refused.json()).code).toBe("rate.tooMany");
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test("as many sign-ins are allowed as an office begins, and no more; other requests go on", async () => {
    const { url } = await start({ PLI_PRET_DEMO_SIGN_IN: "true" });
    const statuses = [];
    for (let i = 0; i < 61; i++) statuses.push((await fetch(`${url}/v1/auth/start`)).status);
    expect([...new Set(statuses)]).toEqual([422, 429]);
    expect((await fetch(`${url}/v1/sources`)).status).toBe(200);
  });

  test("an IPv6 subscriber is one caller, whichever of its addresses it writes from", () => {
    expect(subscriberOf("2001:db8:1:2::1")).toBe(subscriberOf("2001:db8:1:2:ffff:1:2:3"));
    expect(subscriberOf("2001:db8:1:2::1")).not.toBe(subscriberOf("2001:db8:1:3::1"));
    expect(subscriberOf("::1")).toBe("0:0:0:0::/64");
    expect(subscriberOf("::ffff:203.0.113.9")).toBe("203.0.113.9");
    expect(subscriberOf("203.0.113.9")).toBe("203.0.113.9");
  });

  test("X-Forwarded-For is believed only as far as the operator's own proxies wrote it", async () => {
    const direct = await start({ PLI_PRET_PER_ADDRESS_PER_MINUTE: "1" });
    const behind = await start({ PLI_PRET_PER_ADDRESS_PER_MINUTE: "1", PLI_PRET_TRUSTED_PROXIES: "1" });
    const ask = async ({ url }: RunningProxy, forwarded: string) =>
      (await fetch(`${url}/v1/sources`, { headers: { "x-forwarded-for": forwarded } })).status;
    expect(await ask(direct, "203.0.113.1")).toBe(200);
    expect(await ask(direct, "203.0.113.2")).toBe(429);
    expect(await ask(behind, "203.0.113.1")).toBe(200);
    expect(await ask(behind, "203.0.113.2")).toBe(200);
    expect(await ask(behind, "198.51.100.7, 203.0.113.1")).toBe(429);
  });
});

describe("limits by person", () => {
  test("beyond the limit the answer is 429 with a time, whatever the company and the session; another person goes on", async () => {
    const { url } = await start({ PLI_PRET_DEMO_SIGN_IN: "true", PLI_PRET_PER_PERSON_PER_MINUTE: "2" });
    const { signIn } = signInAt(() => url);
    const [one, two, other] = [await signIn("claire"), await signIn("claire"), await signIn("bruno")];
    const ask = (accessToken: string, siret = COMPLETE) =>
      fetch(`${url}/v1/companies/${siret}/sources/annonces`, { headers: { authorization: `Bearer ${accessToken}` } });
    // Five in two minutes at most: in one of them, more than two.
    const asked = [];
    for (const { accessToken } of [one, two, one, two, one]) asked.push(await ask(accessToken));
    const [refused = new Response("{}")] = asked.filter(({ status }) => status === 429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await refused.json()).code).toBe("rate.tooMany");
    expect((await ask(other.accessToken, "99990100200009")).status).toBe(200);
    expect((await fetch(`${url}/v1/companies/${COMPLETE}/sources/annonces`)).status).toBe(200);
  });
});

describe("the log", () => {
  test("holds neither SIREN, nor token, nor address, nor document", async () => {
    const lines: string[] = [];
    const logger = createLogger("debug", { write: (line) => void lines.push(line) });
    const proxy = await start({ PLI_PRET_LOG_LEVEL: "debug" }, { logger });
    for (const siret of [COMPLETE, TROUBLED]) {
      for (const { id } of TEST_SOURCES) {
        await fetch(`${proxy.url}/v1/companies/${siret}/sources/${id}?object=secret-object`);
        await fetch(`${proxy.url}/v1/companies/${siret}/sources/${id}/documents/0`, { headers: { authorization: "Bearer secret-token" } });
      }
    }
    proxy.simulator?.fault("attestation_vigilance", { kind: "html" });
    await fetch(`${proxy.url}${ASK}`, { headers: { "cache-control": "no-cache" } });
    await fetch(`${proxy.url}/v1/companies/${COMPLETE}/sources/nothing`);
    const text = lines.join("");
    expect(lines.length).toBeGreaterThan(20);
    expect(text).toContain("/v1/companies/:siret/sources/:id");
    expect(text).not.toMatch(/99990000|99990400|jeton|secret|Bearer|https?:|LUMIVERDE|PDF-/);
  });

  test("removes what a careless line would put in it", () => {
    const lines: string[] = [];
    const logger = createLogger("info", { write: (line) => void lines.push(line) });
    logger.info(
      { siret: "99990000400014", headers: { authorization: "Bearer abc" }, nested: { token: "abc" } },
      "company 999 900 004 00014",
    );
    logger.error({ error: new Error("GET https://storage.example/secret for 999900004 with Bearer abc") }, "failed");
    expect(lines.join("")).not.toMatch(/99990|999 900|abc|storage/);
  });
});

describe("health and figures", () => {
  test("/healthz and /readyz answer, and /metrics names neither a company nor a person", async () => {
    const { url } = await start();
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "ok" });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    await fetch(`${url}${ASK}`);
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toContain('pli_pret_answers_total{source="vigilance",state="delivered"} 1');
    expect(text).toContain('pli_pret_upstream_seconds_count{provider="URSSAF",source="vigilance",end="200"} 1');
    expect(text).toMatch(/pli_pret_requests_seconds_count\{route="\/v1\/companies\/:siret\/sources\/:id",method="GET",status="200"\} 1/);
    expect(text).not.toContain(COMPLETE);
  });

  test("outside démo mode /metrics needs its password", async () => {
    const closed = await start({}, { mode: "ouvert" });
    expect((await fetch(`${closed.url}/metrics`)).status).toBe(404);
    const { url } = await start({ PLI_PRET_METRICS_TOKEN: "figures-de-l-operateur" }, { mode: "ouvert" });
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { headers: { authorization: "Bearer figured-de-l-operateur" } })).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { headers: { authorization: "Bearer figures-de-l-operateur" } })).status).toBe(200);
  });
});

/** The operator's mode, on its own simulator, where every source is open to strangers. */
async function startTraced(environment: Record<string, string> = {}) {
  const place = auditPlace();
  const simulator = await startSimulator();
  closing.push(simulator.close);
  const proxy = await startProxy({
    mode: "operateur",
    port: 0,
    outgoing: createReroutedOutgoing(simulator.url),
    sources: TEST_SOURCES.map((source) => ({ ...source, access: "open" as const })),
    environment: {
      PLI_PRET_LOG_LEVEL: "silent",
      PLI_PRET_API_ENTREPRISE_TOKEN: simulator.token,
      PLI_PRET_RECIPIENT: "99990800700019",
      PLI_PRET_SHUTDOWN_SECONDS: "1",
      ...place,
      ...environment,
    },
  });
  running.push(proxy);
  const close = async () => {
    running.splice(running.indexOf(proxy), 1);
    await proxy.close();
  };
  return { url: proxy.url, place, simulator, close };
}

describe("strangers, in the operator's mode", () => {
  test("share a small part of each quota: a signed-in person's calls do not wait for theirs", async () => {
    const { url, simulator } = await startTraced({ PLI_PRET_ANONYMOUS_PERCENT: "20" });
    const ends = await Promise.all(
      sirets(40).map(async (siret) => Answer.parse(await (await fetch(`${url}/v1/companies/${siret}/sources/registre`)).json())),
    );
    // A fifth of the registry's fifteen a minute: three, or six when the minute has turned.
    const made = simulator.calls.filter(({ path }) => path.includes("extrait_rne")).length;
    expect([3, 6]).toContain(made);
    const waits = ends.flatMap((end) => (end.state === "pending" ? [Date.parse(end.until) - Date.now()] : []));
    expect(waits.length).toBeGreaterThanOrEqual(34);
    // No caller waits behind a queue of strangers.
    expect(Math.max(...waits)).toBeLessThanOrEqual(61_000);
  });

  test("are limited by address; none at all, if the operator says so; services open to all are not concerned", async () => {
    const few = await startTraced({ PLI_PRET_ANONYMOUS_PERCENT: "1" });
    const statuses = [];
    for (let n = 0; n < 13; n++) statuses.push((await fetch(`${few.url}${ASK}`)).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect((await fetch(`${few.url}/v1/companies/${COMPLETE}/sources/annonces`)).status).toBe(200);
    const none = await startTraced({ PLI_PRET_ANONYMOUS_PERCENT: "0" });
    const before = none.simulator.calls.length;
    expect((await (await fetch(`${none.url}${ASK}`)).json()).reason ?? "429").toMatch(/proxy.signInNeeded|429/);
    expect(none.simulator.calls.length).toBe(before);
  });
});

describe("tracing", () => {
  test("each access is traced, with its end; without a trace nothing is given", async () => {
    const { url, place, close } = await startTraced();
    await fetch(`${url}${ASK}`);
    const given = await fetch(`${url}${ASK}/documents/0`);
    for (let n = 0; n < 3; n++) await fetch(`${url}${ASK}/documents/7`);
    await fetch(`${url}/v1/companies/${COMPLETE}/sources/annonces`);
    const sha256 = createHash("sha256")
      .update(Buffer.from(await given.arrayBuffer()))
      .digest("hex");
    expect((await readTrail(place)).map(({ source, document, outcome, sha256 }) => [source, document, outcome, sha256])).toEqual([
      ["vigilance", null, "delivered", null],
      ["vigilance", 0, "document", sha256],
    ]);
    await close();
    // What strangers asked in vain, or of a service open to all, is counted.
    expect((await readTrail(place)).slice(2).map(({ source, outcome, count, company }) => [source, outcome, count, company])).toEqual([
      ["vigilance", "document.unknown", 3, null],
      ["annonces", "delivered", 1, null],
    ]);

    const untraced = await startTraced();
    rmSync(untraced.place.PLI_PRET_AUDIT_DIR, { recursive: true });
    const refused = await fetch(`${untraced.url}${ASK}`);
    expect([refused.status, (await refused.json()).code]).toEqual([503, "audit.unavailable"]);
  });

  test("strangers choose neither the recipient nor the words sent in the operator's name", async () => {
    const { url, place, simulator } = await startTraced({ PLI_PRET_RECIPIENT: "99990800700019,99990600100014" });
    const query = "?context=menace&object=insulte&recipient=99990400600015";
    await fetch(`${url}${ASK}${query}`);
    const sent = new URLSearchParams(simulator.calls.at(-1)?.query);
    expect([sent.get("context"), sent.get("recipient")]).toEqual(["Marchés publics", "99990800700019"]);
    const [entry] = await readTrail(place);
    expect(entry).toMatchObject({ company: COMPLETE, recipient: "99990800700019", object: "Candidature à un marché public", who: null });
    await fetch(`${url}${ASK}?recipient=99990600100014`);
    expect((await readTrail(place)).at(-1)).toMatchObject({ recipient: "99990600100014" });
  });

  test("the operator's mode does not start without a place for the trail", async () => {
    await expect(start({}, { mode: "operateur" })).rejects.toThrow("PLI_PRET_AUDIT_DIR");
  });
});

describe("stopping", () => {
  test("a running request ends, a new one is refused", async () => {
    const proxy = await start({}, { simulator: { latencyMs: 300 } });
    const slow = fetch(`${proxy.url}${ASK}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    running.splice(0);
    const stopped = proxy.close();
    expect((await slow).status).toBe(200);
    await stopped;
    await expect(fetch(`${proxy.url}/healthz`)).rejects.toThrow();
  });

  test("a request that never ends is cut after the time allowed", async () => {
    const proxy = await start();
    proxy.simulator?.fault("attestation_vigilance", { kind: "silence" });
    const ended = new Promise((resolve) => {
      request(`${proxy.url}${ASK}`).on("error", resolve).on("response", resolve).end();
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    running.splice(0);
    await proxy.close();
    expect(await ended).toBeInstanceOf(Error);
    // The source never answers, and the proxy would wait half a minute for it: a second is what was allowed.
  });
});
