/**
 * The fault matrix: every source × everything that goes wrong outside. Each gives its own state and a stable reason,
 * lets nothing leak, and leaves the other sources as they were.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createReroutedOutgoing, type Outgoing, type OutgoingFailure } from "../../proxy/outgoing.ts";
import { type RunningProxy, startProxy } from "../../proxy/start.ts";
import { DEMO_COMPANIES } from "../../simulator/companies.ts";
import type { Fault } from "../../simulator/faults.ts";
import { type Simulator, startSimulator } from "../../simulator/server.ts";
import { Answer, type Reason } from "../../src/domain/answer.ts";
import { companyOf } from "../../src/domain/company.ts";
import { Problem } from "../../src/domain/service.ts";
import { fr } from "../../src/i18n/fr.ts";
import { apiEntreprise } from "../../src/sources/families/api-entreprise.ts";
import { SOURCES } from "../../src/sources/index.ts";
import type { AnySource } from "../../src/sources/source.ts";
import { COMPLETE, createClock, TEST_SOURCES } from "./fixtures.ts";

/** Ten seconds of silence and forty-five of patience, at a hundredth: only where time is the fault, or a busy machine would be one. */
const IMPATIENCE_MS = 250;
const CALM_MS = 15_000;
let timeoutMs = CALM_MS;
/** For a document, where silence is the fault; otherwise the proxy's own patience. */
let documentMs: number | null = null;
const MATRIX: readonly AnySource[] = [...SOURCES, ...TEST_SOURCES].map((source) => {
  const { maintenance: _closed, standIn: _other, ...rest } = source;
  return Object.defineProperty({ ...rest }, "timeoutMs", { get: () => timeoutMs, enumerable: true });
});

/** Two hours pass between cases: what a provider asked for is over. */
const clock = createClock();
afterEach(() => {
  clock.advance(7200);
  broken.clear();
  simulator.clearFaults();
  timeoutMs = CALM_MS;
  documentMs = null;
});
let simulator: Simulator;
let proxy: RunningProxy;
const broken = new Map<string, OutgoingFailure["cause"]>();
beforeAll(async () => {
  simulator = await startSimulator({ quotas: "off" });
  const straight = createReroutedOutgoing(simulator.url);
  const outgoing: Outgoing = {
    send: (request) => {
      const address = `${request.url.host}${request.url.pathname}`;
      const cause = [...broken].find(([target]) => address.includes(target))?.[1];
      if (cause !== undefined) return Promise.resolve({ ok: false, cause });
      return straight.send(documentMs === null ? request : { ...request, timeoutMs: documentMs });
    },
    close: straight.close,
  };
  proxy = await startProxy({
    mode: "demo",
    port: 0,
    outgoing,
    sources: MATRIX,
    environment: {
      PLI_PRET_LOG_LEVEL: "silent",
      PLI_PRET_MAX_ANSWER_MB: "1",
      PLI_PRET_MAX_DOCUMENT_MB: "1",
      PLI_PRET_PER_ADDRESS_PER_MINUTE: "100000",
    },
    simulator: { quotas: "off", now: clock.now },
    // Each case stands alone: the breaker has its own tests.
    breaker: { failures: 1_000_000, halfOpenAfterMs: 1 },
    quotas: "off",
  });
  for (const source of MATRIX) {
    for (const { siret } of DEMO_COMPANIES) {
      known.set(source.id, siret);
      if ((await answerOf(source)).answer.state === "delivered") break;
    }
  }
});
afterAll(async () => {
  await proxy.close();
  await simulator.close();
});

/** A company about which the source has something to say. */
const known = new Map<string, string>();
const siretFor = (source: AnySource) => known.get(source.id) ?? COMPLETE;
const targetOf = (source: AnySource) => `${new URL(source.family.base).host}${source.request(companyOf(siretFor(source))).path}`;
const answerOf = async (source: AnySource) => {
  const response = await fetch(`${proxy.url}/v1/companies/${siretFor(source)}/sources/${source.id}`);
  const text = await response.text();
  return { answer: Answer.parse(JSON.parse(text)), text };
};
const error = (status: number, code: string, meta: object = {}, headers: Record<string, string> = {}): Fault => ({
  kind: "status",
  status,
  headers,
  body: JSON.stringify({ errors: [{ code, title: "Secret du fournisseur", detail: "Détail du fournisseur", source: null, meta }] }),
});

const HEALTHY: readonly Answer["state"][] = ["delivered", "notFound"];
type Expected = readonly [state: Answer["state"], reason: Reason];
const NETWORK: readonly (readonly [string, OutgoingFailure["cause"], Expected])[] = [
  ["a DNS failure", "dns", ["unavailable", "network.dns"]],
  ["a refused connection", "refused", ["unavailable", "network.refused"]],
];
const HTTP: readonly (readonly [string, Fault, Expected])[] = [
  ["a cut before the answer", { kind: "reset" }, ["unavailable", "network.interrupted"]],
  ["a cut in the middle", { kind: "resetMidBody" }, ["unavailable", "network.interrupted"]],
  ["a slow drip", { kind: "drip" }, ["unavailable", "provider.timeout"]],
  ["silence", { kind: "silence" }, ["unavailable", "provider.timeout"]],
  ["a bare 500", { kind: "status", status: 500 }, ["unavailable", "provider.unavailable"]],
  ["a bare 503", { kind: "status", status: 503, headers: { "retry-after": "120" } }, ["unavailable", "provider.unavailable"]],
  ["a bare 429", { kind: "status", status: 429, headers: { "retry-after": "7" } }, ["pending", "quota.waiting"]],
  ["a page instead of JSON", { kind: "html" }, ["unexpectedShape", "shape.notJson"]],
  ["half a JSON", { kind: "truncated" }, ["unexpectedShape", "shape.notJson"]],
  ["other names", { kind: "drift" }, ["unexpectedShape", "shape.unexpected"]],
  ["too much", { kind: "huge", bytes: 2 * 1024 * 1024 }, ["unavailable", "network.tooLarge"]],
];
/** API Entreprise's own errors, by family. */
const FAMILIES: readonly (readonly [string, Fault, Expected])[] = [
  ["429 00429", error(429, "00429", {}, { "retry-after": "7" }), ["pending", "quota.waiting"]],
  ["409 in flight", error(409, "00015"), ["pending", "inFlight"]],
  ["502 internal", error(502, "99000"), ["unavailable", "provider.unavailable"]],
  ["502 unavailable", error(502, "99001"), ["unavailable", "provider.unavailable"]],
  ["502 DNS", error(502, "99004"), ["unavailable", "provider.unavailable"]],
  ["502 authentication", error(502, "99006"), ["unavailable", "provider.unavailable"]],
  ["502 provider's own limit", error(502, "99008"), ["unavailable", "provider.rateLimited"]],
  ["502 TLS", error(502, "99009"), ["unavailable", "provider.unavailable"]],
  ["502 bad file", error(502, "99053"), ["unavailable", "provider.badDocument"]],
  ["502 unknown", error(502, "99999"), ["unavailable", "provider.unavailable"]],
  ["502 network", error(502, "00501", { retry_in: 10 }), ["unavailable", "provider.unavailable"]],
  ["503 maintenance with a time", error(503, "99020", { retry_in: 1800 }), ["unavailable", "provider.maintenance"]],
  ["504 timeout", error(504, "99002"), ["unavailable", "provider.timeout"]],
  ["504 instead of 502", error(504, "99001"), ["unavailable", "provider.unavailable"]],
];

function checkAnswer({ answer, text }: Awaited<ReturnType<typeof answerOf>>, expected: Expected, source: AnySource): void {
  expect([answer.state, answer.reason], source.id).toEqual(expected);
  expect(answer.facts, source.id).toEqual({});
  expect(answer.pieces, source.id).toEqual([]);
  expect(text, source.id).not.toMatch(/fournisseur|Bearer|jeton-de|https?:|<html|SPECIMEN/i);
  // What the user reads is a French sentence of the product's own.
  const said = fr.reasons[answer.reason as Reason]({ provider: source.provider });
  expect(said.what, source.id).toMatch(/^[A-ZÀÉÊ].{12,}\.$/);
  expect(said.next ?? said.what, source.id).toMatch(/^[A-ZÀÉÊ].{12,}\.$/);
}

describe.each(NETWORK)("%s", (_name, cause, expected) => {
  test("every source", async () => {
    for (const source of MATRIX) broken.set(targetOf(source), cause);
    await Promise.all(MATRIX.map(async (source) => checkAnswer(await answerOf(source), expected, source)));
    broken.clear();
  });
});

describe.each([...HTTP, ...FAMILIES])("%s", (name, fault, expected) => {
  test("every source, and the others untouched", async () => {
    const concerned = FAMILIES.some(([family]) => family === name) ? MATRIX.filter(({ family }) => family === apiEntreprise) : MATRIX;
    const untouched = MATRIX.filter(({ id }) => !concerned.some((source) => source.id === id));
    for (const source of concerned) simulator.fault(targetOf(source), fault);
    timeoutMs = fault.kind === "silence" || fault.kind === "drip" ? IMPATIENCE_MS : CALM_MS;
    await Promise.all(concerned.map(async (source) => checkAnswer(await answerOf(source), expected, source)));
    timeoutMs = CALM_MS;
    for (const source of untouched) expect(HEALTHY, source.id).toContain((await answerOf(source)).answer.state);
    simulator.clearFaults();
  });
});

describe("one source down among all", () => {
  test("the others answer as before, at the same time", async () => {
    const statesOf = () => Promise.all(MATRIX.map(async (source) => (await answerOf(source)).answer.state));
    const healthy = await statesOf();
    for (const down of MATRIX.filter((_source, n) => n % 4 === 0)) {
      const target = targetOf(down);
      broken.set(target, "refused");
      // Two sources may read the same address.
      expect(await statesOf(), down.id).toEqual(MATRIX.map((source, n) => (targetOf(source) === target ? "unavailable" : healthy[n])));
      broken.clear();
    }
  });
});

const DOCUMENTS: readonly (readonly [string, Fault | OutgoingFailure["cause"], code: string])[] = [
  ["a DNS failure", "dns", "document.unreachable"],
  ["a refused connection", "refused", "document.unreachable"],
  ["a private address", "privateAddress", "document.hostRefused"],
  ["a cut before the answer", { kind: "reset" }, "document.unreachable"],
  ["too many at once", { kind: "status", status: 429, headers: { "retry-after": "7" } }, "document.unreachable"],
  ["a gateway in trouble", { kind: "status", status: 502, body: "<html>502</html>" }, "document.unreachable"],
  ["a closed storage", { kind: "status", status: 503 }, "document.unreachable"],
  ["a slow drip", { kind: "drip" }, "document.unreachable"],
  ["an expired link", { kind: "status", status: 404 }, "document.expired"],
  ["a link that is gone", { kind: "status", status: 410 }, "document.expired"],
  ["a page instead of a document", { kind: "html" }, "document.notADocument"],
  ["200 MB", { kind: "huge", bytes: 200 * 1024 * 1024, contentType: "application/pdf" }, "document.tooLarge"],
  ["a cut in the middle", { kind: "resetMidBody" }, "document.unreachable"],
  ["silence", { kind: "silence" }, "document.unreachable"],
  ["a broken storage", { kind: "status", status: 500 }, "document.unreachable"],
];

/** What leads to the documents of a source, but not the call that tells where they are. */
function linksOf(source: AnySource): string[] {
  const asked = new URL(source.family.base).host;
  return source.documentHosts.flatMap((allowed) => {
    const host = allowed.replace(/^\*\./, "");
    return host === asked ? ["/proxy/", "/download"] : [host];
  });
}

describe.each(DOCUMENTS)("document: %s", (_name, fault, code) => {
  test("every source that has documents", async () => {
    const located = await Promise.all(
      MATRIX.map(async (source) => ({ source, piece: (await answerOf(source)).answer.pieces.find(({ downloadable }) => downloadable) })),
    );
    for (const target of located.flatMap(({ source }) => linksOf(source))) {
      if (typeof fault === "string") broken.set(target, fault);
      else simulator.fault(target, fault);
    }
    if (typeof fault === "object" && (fault.kind === "silence" || fault.kind === "drip")) documentMs = IMPATIENCE_MS;
    const ends = await Promise.all(
      located.map(async ({ source, piece }) => {
        if (piece === undefined) return null;
        const response = await fetch(`${proxy.url}/v1/companies/${siretFor(source)}/sources/${source.id}/documents/${piece.n}`);
        expect(response.headers.get("content-type"), source.id).toContain("problem+json");
        const problem = Problem.parse(await response.json());
        expect(problem.code, source.id).toBe(code);
        expect(`${problem.title} ${problem.detail}`, source.id).toMatch(/document|lien/i);
        expect(JSON.stringify(problem), source.id).not.toMatch(/https?:|Bearer/);
        return problem;
      }),
    );
    broken.clear();
    simulator.clearFaults();
    expect(ends.filter((end) => end !== null).length).toBeGreaterThan(10);
  });
});
