/** One examination for all sources: what every source must do. */

import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Answer, type Reason } from "../../src/domain/answer.ts";
import { companyOf } from "../../src/domain/company.ts";
import { covers } from "../../src/domain/hosts.ts";
import { isMasked } from "../../src/domain/mask.ts";
import { addDays } from "../../src/domain/time.ts";
import { ask, read } from "../../src/sources/ask.ts";
import { apiEntreprise } from "../../src/sources/families/api-entreprise.ts";
import { SOURCES, sourceOf } from "../../src/sources/index.ts";
import { quotaOf } from "../../src/sources/source.ts";
import type { TransportFailure, TransportRequest } from "../../src/sources/transport.ts";
import { changed, errorBody, fixtureOf, NOW, readText } from "./reading.ts";

/** Values that replace a leaf of an answer in a mutation. */
const anyLeaf = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    "   ",
    "[ND]",
    "[NON-DIFFUSIBLE]",
    "2026-13-45",
    "31/02/2026",
    "0000-00-00",
    "toString",
    "__proto__",
    -1,
    1e300,
    true,
    [],
    {},
  ),
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.webUrl(),
  fc.jsonValue({ maxDepth: 2 }),
);

function leavesOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return path === "" ? [] : [path];
  const inside = Object.entries(value).flatMap(([key, child]) => leavesOf(child, path === "" ? key : `${path}.${key}`));
  return path === "" ? inside : [path, ...inside];
}

/** The envelope, and the number that identifies the company of the answer. */
const ALWAYS = /(^|\.)(data|results|siren|SIREN|siret)$/;

/** Every key of every object, by dotted path. */
function keysOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const own = path === "" ? key : `${path}.${key}`;
    return Array.isArray(value) ? keysOf(child, own) : [own, ...keysOf(child, own)];
  });
}

function withoutKey(body: unknown, path: string): unknown {
  const copy: unknown = structuredClone(body);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce((target, key) => (target as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  delete parent[last];
  return copy;
}

type Expected = readonly [state: Answer["state"], reason: Reason, retryInSeconds?: number];

/** API Entreprise's general rules: its errors, coded for a provider that no source uses. */
const ERRORS: readonly (readonly [status: number, code: string, expected: Expected, meta?: object, headers?: Record<string, string>])[] = [
  [401, "00101", ["notPermitted", "proxy.tokenRejected"]],
  [401, "00103", ["notPermitted", "proxy.tokenRejected"]],
  [401, "00105", ["notPermitted", "proxy.tokenRejected"]],
  [401, "00106", ["notPermitted", "proxy.tokenRejected"]],
  [403, "00100", ["notPermitted", "proxy.noRight"]],
  [403, "00107", ["notPermitted", "proxy.tokenRejected"]],
  [404, "00402", ["unavailable", "request.invalid"]],
  [409, "00015", ["pending", "inFlight", 5]],
  [410, "00403", ["unavailable", "link.expired", 0]],
  [422, "00201", ["unavailable", "request.invalid"]],
  [422, "00210", ["unavailable", "request.invalid"]],
  [422, "00212", ["notPermitted", "request.delegation"]],
  [422, "00301", ["unavailable", "request.invalid"]],
  [422, "00302", ["unavailable", "request.invalid"]],
  [429, "00429", ["pending", "quota.waiting", 7], {}, { "retry-after": "7" }],
  [429, "00429", ["pending", "quota.waiting", 60]],
  [502, "99000", ["unavailable", "provider.unavailable", 30]],
  [502, "99001", ["unavailable", "provider.unavailable", 30]],
  [504, "99001", ["unavailable", "provider.unavailable", 30]],
  [502, "99004", ["unavailable", "provider.unavailable", 30]],
  [502, "99006", ["unavailable", "provider.unavailable", 30]],
  [502, "99008", ["unavailable", "provider.rateLimited", 60]],
  [502, "99009", ["unavailable", "provider.unavailable", 30]],
  [502, "99011", ["unavailable", "provider.unavailable", 10], { retry_in: 10 }],
  [502, "99051", ["unavailable", "provider.badDocument", 60]],
  [502, "99056", ["unavailable", "provider.badDocument", 60]],
  [502, "99999", ["unavailable", "provider.unavailable", 30]],
  [502, "00501", ["unavailable", "provider.unavailable", 10], { retry_in: 10 }],
  [504, "00502", ["unavailable", "provider.unavailable", 10], { retry_in: 10 }],
  [503, "99020", ["unavailable", "provider.maintenance", 1800], { retry_in: 1800 }],
  [503, "99020", ["unavailable", "provider.maintenance"]],
  [504, "99002", ["unavailable", "provider.timeout", 30]],
];

const FAILURES: Record<TransportFailure["cause"], Answer["state"]> = {
  dns: "unavailable",
  refused: "unavailable",
  reset: "unavailable",
  timeout: "unavailable",
  tooLarge: "unavailable",
  offline: "unavailable",
  aborted: "unavailable",
  breakerOpen: "unavailable",
  maintenance: "unavailable",
  waiting: "pending",
  inFlight: "pending",
  noRight: "notPermitted",
};

const secondsFromNow = (instant: string | undefined) => (instant === undefined ? undefined : (Date.parse(instant) - NOW.getTime()) / 1000);
const retryOf = (answer: Answer) =>
  secondsFromNow(answer.state === "pending" ? answer.until : answer.state === "unavailable" ? answer.retryAt : undefined);

function expectEmpty(answer: Answer): void {
  expect([answer.facts, answer.pieces, answer.certifications, answer.notices, answer.dirigeants, answer.depots]).toEqual([
    {},
    [],
    [],
    [],
    [],
    [],
  ]);
}

test("the sources that give a certification's end are all examined on it", () => {
  const knowing = SOURCES.filter(({ id }) => {
    const { siret, body } = fixtureOf(id);
    const source = sourceOf(id) as (typeof SOURCES)[number];
    return readText(source, JSON.stringify(body), { siret }).answer.certifications.some(({ validUntil }) => validUntil !== undefined);
  });
  // The sources of today; a new one is examined without being named here.
  expect(knowing.length).toBeGreaterThanOrEqual(6);
});

describe.each(SOURCES.map((source) => [source.id, source] as const))("%s", (id, source) => {
  const { siret, body } = fixtureOf(id);
  const company = companyOf(siret);
  const own = new URL(source.family.base).hostname;

  test("is declared in full", () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(sourceOf(id)).toBe(source);
    expect(source.provider.length * source.label.fr.length * source.label.en.length).toBeGreaterThan(0);
    expect(source.timeoutMs).toBeGreaterThanOrEqual(5_000);
    expect(source.timeoutMs).toBeLessThanOrEqual(60_000);
    expect(quotaOf(source).calls).toBeGreaterThan(0);
    expect(quotaOf(source).group.startsWith(source.family.id)).toBe(true);
    expect((source.scopes ?? []).length > 0).toBe(source.family.entry.kind === "token");
    if (source.access === "protected") expect(source.family.entry.kind).toBe("token");
    for (const hour of Object.values(source.maintenance ?? {})) expect(hour).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    expect(existsSync(`test/sources/${id}.test.ts`), `no test of its own: write test/sources/${id}.test.ts`).toBe(true);
  });

  test("stands in for a protected source without needing its token", () => {
    const other = source.standIn === undefined ? undefined : sourceOf(source.standIn);
    if (source.standIn === undefined) return;
    expect(other?.access).toBe("open");
    expect(other?.family).not.toBe(source.family);
  });

  test("asks with the number it is keyed by, and with no other", () => {
    const { path, query = {} } = source.request(company);
    const url = new URL(path, source.family.base);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const whole = decodeURIComponent(url.href);
    expect(path).toMatch(/^\/[A-Za-z0-9/_.-]+$/);
    expect(path).not.toMatch(/\.\.|\/\/|undefined|null/);
    expect(url.hostname).toBe(own);
    expect(whole).toContain(source.keyedBy === "siret" ? company.siret : company.siren);
    if (source.keyedBy === "siren") expect(whole).not.toContain(company.siret);
  });

  test("reads its recorded answer", () => {
    const { answer, locations } = readText(source, JSON.stringify(body), { siret });
    expect(answer.state, `${answer.reason} ${answer.detail}`).toBe("delivered");
    expect(Answer.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
    expect(answer.provenance).toMatchObject({
      source: id,
      provider: source.provider,
      cached: false,
      trust: source.trust,
      keyedBy: source.keyedBy,
    });
    for (const piece of answer.pieces) {
      expect(source.pieceKinds).toContain(piece.kind);
      expect(locations.has(piece.n)).toBe(piece.downloadable);
    }
    for (const depot of answer.depots) if (depot.n !== undefined) expect(answer.pieces[depot.n]?.title).toContain(depot.title);
  });

  test("a certification is held until its last day, and not the day after", () => {
    const on = (day: string) => readText(source, JSON.stringify(body), { siret, now: new Date(`${day}T12:00:00Z`) }).answer.certifications;
    const dated = readText(source, JSON.stringify(body), { siret }).answer.certifications.filter(({ held }) => held === true);
    for (const [index, { validUntil }] of dated.entries()) {
      if (validUntil === undefined) continue;
      const of = (day: string) => on(day).filter((one) => one.code === dated[index]?.code && one.validUntil === validUntil);
      expect(of(validUntil).map(({ held }) => held)).toContain(true);
      expect(of(addDays(validUntil, 1)).map(({ held }) => held)).not.toContain(true);
    }
    // Nothing that has an end is held for ever, whatever the list says.
    expect(on("2050-01-01").filter((one) => one.validUntil !== undefined && one.held === true)).toEqual([]);
  });

  test("never reveals where its documents are, and allows their hosts by name", () => {
    const { answer, locations } = readText(source, JSON.stringify(body), { siret });
    const shown = answer.pieces.flatMap(({ publicUrl }) => publicUrl ?? []);
    for (const { url } of locations.values()) {
      if (!shown.includes(url)) expect(JSON.stringify(answer)).not.toContain(url);
      const { hostname } = new URL(url.replaceAll("\\", "%5C"));
      expect(source.documentHosts.some((pattern) => covers(pattern, hostname)) || hostname === own, hostname).toBe(true);
    }
    for (const host of source.documentHosts) {
      expect(host).toMatch(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/);
      expect(host).not.toMatch(/githubusercontent|localhost|^(\*\.)?\d/);
    }
  });

  test("reads random JSON as an unexpected shape, never throws", () => {
    const anyJson = fc.oneof(
      fc.jsonValue(),
      fc.record({ data: fc.string() }),
      fc.record({ results: fc.string(), total_count: fc.string() }),
    );
    fc.assert(
      fc.property(anyJson, (value) => {
        const { answer } = readText(source, JSON.stringify(value), { siret });
        expect(answer.state).toBe("unexpectedShape");
        expectEmpty(answer);
      }),
      { numRuns: 60 },
    );
  });

  test("reads or refuses an answer spoilt anywhere as a whole, and lets no mask or invalid value out", () => {
    const spoilt = fc.dictionary(fc.constantFrom(...leavesOf(body)), anyLeaf, { minKeys: 1, maxKeys: 1 });
    fc.assert(
      fc.property(spoilt, (changes) => {
        const { answer } = readText(source, JSON.stringify(changed(body, changes)), { siret });
        if (answer.state === "unexpectedShape") {
          expectEmpty(answer);
          // Only the raw schema may refuse: a reader that lets an invalid value through would be named here.
          expect(answer.detail ?? "").not.toMatch(/^(facts|pieces|certifications|notices|dirigeants|depots)\b/);
        }
        expect(isMasked(JSON.stringify(answer))).toBe(false);
      }),
      { numRuns: 250 },
    );
  });

  test("loses only a value when a key is missing, unless it is the key that the source is asked for", () => {
    const reasons = new Set(fixtureOf(id).reasons ?? []);
    const lost = keysOf(body).filter((path) => {
      const { answer } = readText(source, JSON.stringify(withoutKey(body, path)), { siret });
      return answer.state === "unexpectedShape";
    });
    const unforeseen = lost.map((path) => path.replace(/\.\d+(?=\.)/g, ".*")).filter((path) => !reasons.has(path) && !ALWAYS.test(path));
    const cure = `without these keys nothing is read: make them optional in its schema, or name them in "reasons" of ${id}.fixture.json`;
    expect([...new Set(unforeseen)], cure).toEqual([]);
  });

  test("takes a web page, half a JSON or nothing for no answer", () => {
    const whole = JSON.stringify(body);
    for (const text of ["<!doctype html><html><body>Maintenance</body></html>", whole.slice(0, whole.length / 2), ""]) {
      const { answer } = readText(source, text, { siret });
      expect([answer.state, answer.reason]).toEqual(["unexpectedShape", "shape.notJson"]);
    }
    for (const status of [500, 502, 503]) {
      const { answer } = readText(source, "<html>Bad gateway</html>", { siret, status });
      expect([answer.state, answer.reason]).toEqual(["unavailable", "provider.unavailable"]);
    }
  });

  test("waits after a bare 429 as long as it is told", () => {
    const { answer } = readText(source, "Too many requests", { siret, status: 429, headers: { "retry-after": "42" } });
    expect([answer.state, answer.reason, retryOf(answer)]).toEqual(["pending", "quota.waiting", 42]);
    const at = new Date(NOW.getTime() + 90_000).toUTCString();
    expect(retryOf(readText(source, "", { siret, status: 429, headers: { "retry-after": at } }).answer)).toBe(90);
    expect(retryOf(readText(source, "", { siret, status: 429, headers: { "retry-after": "bientôt" } }).answer)).toBe(60);
  });

  test("gives each way of not answering its state", () => {
    for (const [cause, state] of Object.entries(FAILURES)) {
      const { answer } = read(source, company, { ok: false, cause: cause as TransportFailure["cause"] }, NOW);
      expect([cause, answer.state]).toEqual([cause, state]);
      expectEmpty(answer);
    }
    const { answer } = read(source, company, { ok: false, cause: "waiting", retryInSeconds: 12 }, NOW);
    expect(retryOf(answer)).toBe(12);
  });

  test("asks once, through the transport, and hurries no one", async () => {
    const requests: TransportRequest[] = [];
    const transport = {
      get: async (request: TransportRequest) => {
        requests.push(request);
        return { ok: false, cause: "offline" } as const;
      },
    };
    const { answer } = await ask(source, company, transport, { fresh: true, now: () => NOW });
    expect(answer).toMatchObject({ state: "unavailable", reason: "network.offline" });
    expect(requests).toMatchObject([{ ...source.request(company), family: source.family, timeoutMs: source.timeoutMs, fresh: true }]);
  });
});

describe.each(SOURCES.filter(({ family }) => family === apiEntreprise).map((source) => [source.id, source] as const))(
  "%s, errors of API Entreprise",
  (id, source) => {
    const { siret } = fixtureOf(id);

    test.each(ERRORS.map((error) => [`${error[0]} ${error[1]}`, error] as const))("%s", (_name, error) => {
      const [status, code, [state, reason, retry], meta = {}, headers = {}] = error;
      const { answer } = readText(source, errorBody(code, meta), { siret, status, headers });
      expect([answer.state, answer.reason, retryOf(answer)]).toEqual([state, reason, retry]);
      expectEmpty(answer);
      expect(JSON.stringify(answer)).not.toMatch(/Titre|Détail/);
    });

    test("a 404 of any provider is an absence with the source's own reason, never a refusal", () => {
      const { answer } = readText(source, errorBody("99003"), { siret, status: 404 });
      expect(answer.state).toBe("notFound");
      expect(answer.reason).toBeDefined();
    });

    test("451 is a company that nobody may publish", () => {
      const { answer } = readText(source, errorBody("01005"), { siret, status: 451 });
      expect([answer.state, answer.reason]).toEqual(["outOfScope", "insee.nonDiffusible"]);
    });
  },
);
