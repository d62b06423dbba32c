import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROBLEM_CODES, type ProblemCode, statusOf } from "../../proxy/problem.ts";
import { type RunningProxy, startProxy } from "../../proxy/start.ts";
import { Answer } from "../../src/domain/answer.ts";
import { Problem, ServiceSources } from "../../src/domain/service.ts";
import { COMPLETE, createClock, PENDING, TEST_SOURCES, TROUBLED } from "./fixtures.ts";

const SILENT = { PLI_PRET_LOG_LEVEL: "silent" };
const clock = createClock();
let proxy: RunningProxy;
beforeAll(async () => {
  proxy = await startProxy({
    mode: "demo",
    port: 0,
    environment: SILENT,
    sources: TEST_SOURCES,
    simulator: { now: clock.now, quotas: "off" },
  });
});
afterAll(() => proxy.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${proxy.url}${path}`, { headers });
const answer = async (siret: string, source: string, query = "") =>
  Answer.parse(await (await get(`/v1/companies/${siret}/sources/${source}${query}`)).json());
const problem = async (path: string) => {
  const response = await get(path);
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  const body = Problem.parse(await response.json());
  expect(body.status).toBe(response.status);
  return [body.status, body.code];
};
const simulator = () => {
  if (proxy.simulator === undefined) throw new Error("démo mode has a simulator");
  return proxy.simulator;
};

describe("what the proxy can serve", () => {
  test("démo mode serves everything, and names companies to try", async () => {
    const body = ServiceSources.parse(await (await get("/v1/sources")).json());
    expect(body.mode).toBe("demo");
    expect(body.companies?.map(({ siret }) => siret)).toContain(COMPLETE);
    expect(body.sources.map(({ id, available }) => [id, available])).toEqual(TEST_SOURCES.map(({ id }) => [id, true]));
  });

  test("open mode serves what needs no token of API Entreprise, and says why not the rest", async () => {
    const open = await startProxy({ mode: "ouvert", port: 0, environment: SILENT, sources: TEST_SOURCES });
    const { sources } = ServiceSources.parse(await (await fetch(`${open.url}/v1/sources`)).json());
    expect(Object.fromEntries(sources.map(({ id, available, reason }) => [id, available || reason]))).toEqual({
      vigilance: "proxy.modeOpen",
      conges: "proxy.modeOpen",
      registre: "proxy.modeOpen",
      annonces: true,
      depots: "proxy.noRight",
    });
    const refused = Answer.parse(await (await fetch(`${open.url}/v1/companies/${COMPLETE}/sources/vigilance`)).json());
    expect(refused).toMatchObject({ state: "notPermitted", reason: "proxy.modeOpen" });
    const document = await fetch(`${open.url}/v1/companies/${COMPLETE}/sources/vigilance/documents/0`);
    expect([document.status, (await document.json()).code]).toEqual([403, "source.notPermitted"]);
    await open.close();
  });
});

test("in the demonstration, a source that its provider closes at night answers at any hour", async () => {
  const closed = { from: "00:00", to: "23:59" };
  const night = createClock("2026-06-10T23:30:00Z");
  const sources = TEST_SOURCES.map((source) => ({ ...source, maintenance: closed }));
  const demo = await startProxy({ mode: "demo", port: 0, environment: SILENT, sources, simulator: { now: night.now, quotas: "off" } });
  const response = await fetch(`${demo.url}/v1/companies/${COMPLETE}/sources/vigilance`);
  expect(Answer.parse(await response.json())).toMatchObject({ state: "delivered" });
  await demo.close();
});

describe("answers", () => {
  test("delivered, refused, pending and not found are each their own state", async () => {
    expect(await answer(COMPLETE, "vigilance")).toMatchObject({
      state: "delivered",
      pieces: [{ n: 0, kind: "attestationVigilance", downloadable: true }],
      provenance: { source: "vigilance", provider: "URSSAF", endpoint: "/v4/urssaf/unites_legales/999900004/attestation_vigilance" },
    });
    expect(await answer(TROUBLED, "vigilance")).toMatchObject({ state: "refused", reason: "urssaf.refus" });
    expect(await answer("99990900500004", "vigilance")).toMatchObject({ state: "notFound" });
    expect(await answer(PENDING, "vigilance")).toMatchObject({ state: "unavailable", retryAt: "2026-06-12T10:00:00.000Z" });
    expect(await answer(COMPLETE, "annonces")).toMatchObject({ state: "delivered", pieces: [] });
  });

  test("no address of a document ever leaves the proxy", async () => {
    const text = await (await get(`/v1/companies/${COMPLETE}/sources/vigilance`)).text();
    expect(text).not.toContain("storage.entreprise");
  });

  test("context, object and recipient are passed on; an object too long is shortened", async () => {
    const object = "Travaux de réfection de la toiture de l'école élémentaire du bourg";
    await answer(COMPLETE, "vigilance", `?context=MAPA&object=${encodeURIComponent(object)}&recipient=99990400600015`);
    const sent = new URLSearchParams(simulator().calls.at(-1)?.query);
    expect(Object.fromEntries(sent)).toEqual({
      context: "MAPA",
      object: "Travaux de réfection de la toiture de l'école él…",
      recipient: "99990400600015",
    });
  });

  test("the token goes to API Entreprise only", async () => {
    await answer(COMPLETE, "vigilance");
    expect(simulator().calls.at(-1)?.headers["authorization"]).toBe(`Bearer ${simulator().token}`);
    await answer(COMPLETE, "annonces");
    expect(simulator().calls.at(-1)?.headers["authorization"]).toBeUndefined();
    await get(`/v1/companies/${COMPLETE}/sources/vigilance/documents/0`);
    expect(simulator().calls.at(-1)?.host).toBe("storage.entreprise.api.gouv.fr");
    expect(simulator().calls.at(-1)?.headers["authorization"]).toBeUndefined();
  });
});

describe("documents", () => {
  const url = (source: string, n = 0, siret = COMPLETE) => `/v1/companies/${siret}/sources/${source}/documents/${n}`;

  test("a document comes with its bytes, type, digest and a plain file name", async () => {
    const response = await get(url("vigilance"));
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.status).toBe(200);
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="attestation-vigilance-urssaf-999900004-${clock.today()}.pdf"`,
    );
    const digest = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
    expect(response.headers.get("x-document-sha256")).toBe(digest);
  });

  test("a JSON link is followed to the file", async () => {
    const response = await get(url("registre"));
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  });

  test("the operator's INPI account opens its documents; a closed session is opened again", async () => {
    expect((await answer(COMPLETE, "depots")).pieces).toHaveLength(3);
    expect((await get(url("depots", 2))).status).toBe(200);
    clock.advance(3700);
    expect((await answer(COMPLETE, "depots")).state).toBe("delivered");
  });

  test("an answer just given is not asked again; an old link is replaced by a new one", async () => {
    await answer(COMPLETE, "conges");
    const before = simulator().calls.length;
    expect((await get(url("conges"))).status).toBe(200);
    expect(
      simulator()
        .calls.slice(before)
        .map(({ host }) => host),
    ).toEqual(["storage.entreprise.api.gouv.fr"]);

    simulator().fault("storage.entreprise.api.gouv.fr", { kind: "status", status: 404, times: 1 });
    const again = simulator().calls.length;
    expect((await get(url("conges"))).status).toBe(200);
    const replay = simulator().calls.slice(again);
    expect(replay.map(({ host }) => host.split(".")[0])).toEqual(["storage", "entreprise", "storage"]);
    expect(replay[1]?.headers["cache-control"]).toBe("no-cache");
    simulator().clearFaults();
  });

  test("a document that is too large, missing or not a document is reported as such", async () => {
    const storage = "storage.entreprise.api.gouv.fr";
    simulator().fault(storage, { kind: "html" });
    expect(await problem(url("vigilance"))).toEqual([502, "document.notADocument"]);
    simulator().fault(storage, { kind: "huge", bytes: 40 * 1024 * 1024 });
    expect(await problem(url("vigilance"))).toEqual([502, "document.tooLarge"]);
    simulator().fault(storage, { kind: "resetMidBody" });
    expect(await problem(url("vigilance"))).toEqual([502, "document.unreachable"]);
    simulator().fault(storage, { kind: "status", status: 404 });
    expect(await problem(url("vigilance"))).toEqual([502, "document.expired"]);
    simulator().clearFaults();
    expect(await problem(url("vigilance", 1))).toEqual([404, "document.unknown"]);
    expect(await problem(url("vigilance", 0, TROUBLED))).toEqual([404, "document.unknown"]);
  });

  test("a source that cannot answer gives its reason and a time", async () => {
    const response = await get(url("vigilance", 0, PENDING));
    expect([response.status, (await response.json()).code, response.headers.get("retry-after")]).toEqual([
      502,
      "source.unavailable",
      "172800",
    ]);
  });
});

describe("bad input", () => {
  test.each([
    ["/v1/companies/12345678901234/sources/vigilance", 422, "siret.invalid"],
    ["/v1/companies/abc/sources/vigilance", 422, "siret.invalid"],
    [`/v1/companies/${COMPLETE}/sources/nothing`, 404, "source.unknown"],
    [`/v1/companies/${COMPLETE}/sources/vigilance?recipient=123`, 422, "recipient.invalid"],
    [`/v1/companies/${COMPLETE}/sources/vigilance?object=${"x".repeat(251)}`, 422, "request.invalid"],
    [`/v1/companies/${COMPLETE}/sources/vigilance?context=a%0d%0ab`, 422, "request.invalid"],
    [`/v1/companies/${COMPLETE}/sources/vigilance/documents/-1`, 404, "route.unknown"],
    ["/v1/elsewhere", 404, "route.unknown"],
  ])("only what is listed, only in its form: %s", async (path, status, code) => {
    expect(await problem(path)).toEqual([status, code]);
  });
});

describe("browsers", () => {
  test("extensions may read the answers, pages may not", async () => {
    const allowed = await get("/v1/sources", { origin: "chrome-extension://abcdefghijklmnopabcdefghijklmnop" });
    expect(allowed.headers.get("access-control-allow-origin")).toBe("chrome-extension://abcdefghijklmnopabcdefghijklmnop");
    const page = await get("/v1/sources", { origin: "https://portail.example" });
    expect(page.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("/openapi.json", () => {
  test("describes every route and, by status, every problem that it may answer", async () => {
    const { paths } = await (await get("/openapi.json")).json();
    const routes = (
      ["sources", "upload-check", "companies", "companies/{siret}/sources/{id}", "companies/{siret}/sources/{id}/documents/{n}"] as const
    ).map((it) => `/v1/${it}`);
    const signIn = ["start", "callback", "token", "session", "sign-out"].map((it) => `/v1/auth/${it}`);
    expect(Object.keys(paths).sort()).toEqual([...routes, ...signIn, "/healthz", "/readyz", "/metrics"].sort());
    const told = new Set<string>();
    for (const [path, operations] of Object.entries<Record<string, { responses: object }>>(paths)) {
      for (const { responses } of Object.values(operations)) {
        for (const [status, response] of Object.entries(responses)) {
          const schema = response.content?.["application/problem+json"]?.schema;
          const codes: ProblemCode[] = schema?.allOf[1].properties.code.enum ?? [];
          if (schema !== undefined) expect(codes.length, `${path} ${status}`).toBeGreaterThan(0);
          for (const code of codes) {
            expect(statusOf(code), `${path} ${code}`).toBe(Number(status));
            told.add(code);
          }
        }
      }
    }
    expect([...told].sort()).toEqual([...PROBLEM_CODES].sort());
  });

  test("is a valid OpenAPI 3.1 document, and the answers are valid against it", async () => {
    const document = await (await get("/openapi.json")).json();
    // Before the document is examined: on a busy machine that outlasts the connection.
    const body = await (await get(`/v1/companies/${COMPLETE}/sources/vigilance`)).json();
    const validated = await new Validator().validate(structuredClone(document));
    expect(validated.errors ?? []).toEqual([]);
    expect(validated.valid).toBe(true);

    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema(document, "openapi");
    const validate = ajv.getSchema("openapi#/components/schemas/Answer");
    expect(validate?.(body), ajv.errorsText(validate?.errors)).toBe(true);
    expect(validate?.({ ...body, state: "maybe" })).toBe(false);
  });
});
