/** The operator's mode against the simulator, which bans those who do not listen. */
import { afterEach, describe, expect, test } from "vitest";
import { createReroutedOutgoing } from "../../proxy/outgoing.ts";
import { startProxy } from "../../proxy/start.ts";
import { DEMO_CLIENT, startIdentity } from "../../simulator/identity.ts";
import { INPI_ACCOUNT } from "../../simulator/open/inpi.ts";
import { startSimulator } from "../../simulator/server.ts";
import { Answer } from "../../src/domain/answer.ts";
import { companyOf } from "../../src/domain/company.ts";
import { ServiceSources } from "../../src/domain/service.ts";
import { SOURCES } from "../../src/sources/index.ts";
import { inpiExtraitRne } from "../../src/sources/inpi-extrait-rne/index.ts";
import { rechercheEntreprises } from "../../src/sources/recherche-entreprises/index.ts";
import type { AnySource } from "../../src/sources/source.ts";
import { urssafAttestationVigilance } from "../../src/sources/urssaf-attestation-vigilance/index.ts";
import { ANNONCES, auditPlace, COMPLETE, CONGES, createClock, PENDING, sirets, TEST_SOURCES, VIGILANCE } from "./fixtures.ts";
import { freePort } from "./processes.ts";
import { REDIRECT, signInAt } from "./window.ts";

const INPI = { PLI_PRET_INPI_USERNAME: INPI_ACCOUNT.username, PLI_PRET_INPI_PASSWORD: INPI_ACCOUNT.password };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Options {
  readonly scopes?: string[];
  readonly environment?: Record<string, string>;
  readonly sources?: readonly AnySource[];
  /** Signs that person in, and asks for them. */
  readonly person?: string;
}

async function startOperator(options: Options = {}) {
  const port = options.person === undefined ? 0 : await freePort();
  const identity = options.person === undefined ? {} : await openIdentity(`http://127.0.0.1:${port}`);
  const clock = createClock("2026-06-10T10:00:05Z");
  const simulator = await startSimulator({ now: clock.now });
  const { scopes } = options;
  if (scopes !== undefined) simulator.tokens.add("jeton", { scopes: new Set(scopes), state: "valid" });
  const outgoing = createReroutedOutgoing(simulator.url);
  const proxy = await startProxy({
    mode: "operateur",
    port,
    outgoing,
    // What a person may see has its own tests: here everything is open to all.
    sources: (options.sources ?? TEST_SOURCES).map((source) => ({ ...source, access: "open" as const })),
    simulator: { now: clock.now },
    environment: {
      PLI_PRET_LOG_LEVEL: "silent",
      PLI_PRET_API_ENTREPRISE_TOKEN: scopes === undefined ? simulator.token : "jeton",
      PLI_PRET_RECIPIENT: "99990800700019",
      // What strangers may have has its own tests: here they have everything.
      PLI_PRET_ANONYMOUS_PERCENT: "100",
      ...auditPlace(),
      ...identity,
      ...options.environment,
    },
  });
  closing.push(() => simulator.close(), proxy.close);
  const token = options.person === undefined ? null : (await signInAt(() => proxy.url).signIn(options.person)).accessToken;
  const bearer: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const answer = async (siret: string, source: string, headers: Record<string, string> = {}) =>
    Answer.parse(
      await (await fetch(`${proxy.url}/v1/companies/${siret}/sources/${source}`, { headers: { ...bearer, ...headers } })).json(),
    );
  return { clock, simulator, proxy, answer };
}

/** The operator's variables for an identity provider that sends back to that proxy. */
async function openIdentity(url: string): Promise<Record<string, string>> {
  const { issuer, close } = await startIdentity(`${url}/v1/auth/callback`);
  closing.push(close);
  return {
    PLI_PRET_OIDC_ISSUER: issuer,
    PLI_PRET_OIDC_CLIENT_ID: DEMO_CLIENT.id,
    PLI_PRET_OIDC_CLIENT_SECRET: DEMO_CLIENT.secret,
    PLI_PRET_OIDC_USERINFO: "ES256",
    PLI_PRET_EXTENSION_REDIRECTS: REDIRECT,
  };
}

describe("rights", () => {
  test("only what the token allows is served", async () => {
    const { proxy, answer, simulator } = await startOperator({ scopes: ["attestations_sociales"] });
    const { mode, sources } = ServiceSources.parse(await (await fetch(`${proxy.url}/v1/sources`)).json());
    expect(mode).toBe("operateur");
    expect(Object.fromEntries(sources.map(({ id, available, reason }) => [id, available || reason]))).toEqual({
      vigilance: true,
      conges: "proxy.noRight",
      registre: "proxy.noRight",
      annonces: true,
      depots: "proxy.noRight",
    });
    const before = simulator.calls.length;
    expect(await answer(COMPLETE, "conges")).toMatchObject({ state: "notPermitted", reason: "proxy.noRight" });
    expect(simulator.calls.length).toBe(before);
    expect(await answer(COMPLETE, "vigilance")).toMatchObject({ state: "delivered" });
  });

  test("once a token is refused, nothing more is asked with it", async () => {
    const { answer, simulator } = await startOperator();
    simulator.tokens.add(simulator.token, { scopes: "all", state: "blacklisted" });
    expect(await answer(COMPLETE, "vigilance")).toMatchObject({ state: "notPermitted", reason: "proxy.tokenRejected" });
    const before = simulator.calls.length;
    expect(await answer(COMPLETE, "conges")).toMatchObject({ state: "notPermitted", reason: "proxy.tokenRejected" });
    expect(simulator.calls.length).toBe(before);
    expect((await answer(COMPLETE, "annonces")).state).toBe("delivered");
  });
});

describe("the providers' patience", () => {
  test("with hundreds of candidates in a few minutes, every quota is used, none is exceeded and nobody is banned", async () => {
    const { answer, simulator, clock } = await startOperator();
    const states: string[] = [];
    for (let minute = 0; minute < 4; minute++) {
      const ends = await Promise.all(sirets(60).map((siret) => answer(siret, "conges")));
      states.push(...ends.map(({ state }) => state));
      const [first] = ends.filter(({ state }) => state === "pending");
      expect(first).toMatchObject({ state: "pending", reason: "quota.waiting" });
      clock.advance(60);
    }
    const received = simulator.calls.filter(({ path }) => path.startsWith("/v3/cibtp"));
    expect(received).toHaveLength(4 * 5);
    expect(simulator.quotas.refusals).toBe(0);
    expect(simulator.quotas.banned()).toBe(false);
    expect(states.filter((state) => state === "notFound")).toHaveLength(4 * 60 - states.filter((state) => state === "pending").length);
  });

  test("when another user of the same token has emptied the quota, one refusal is enough", async () => {
    const { answer, simulator } = await startOperator();
    const token = `Bearer ${simulator.token}`;
    for (let i = 0; i < 5; i++) simulator.quotas.count(token, "cibtp");
    const ends = await Promise.all(sirets(40).map((siret) => answer(siret, "conges")));
    expect(new Set(ends.map(({ state }) => state))).toEqual(new Set(["pending"]));
    expect(simulator.quotas.banned()).toBe(false);
    const before = simulator.calls.length;
    await Promise.all(sirets(40).map((siret) => answer(siret, "conges")));
    expect(simulator.calls.length).toBe(before);
  });
});

describe("own copies", () => {
  test("an answer is given again without asking, unless the caller wants a new one", async () => {
    const { answer, simulator, clock } = await startOperator();
    expect((await answer(COMPLETE, "vigilance")).provenance.cached).toBe(false);
    const calls = () => simulator.calls.filter(({ path }) => path.includes("vigilance")).length;
    expect((await answer(COMPLETE, "vigilance")).provenance.cached).toBe(true);
    expect(calls()).toBe(1);
    expect((await answer(COMPLETE, "vigilance", { "cache-control": "no-cache" })).provenance.cached).toBe(false);
    expect(calls()).toBe(2);
    clock.advance(901);
    await answer(COMPLETE, "vigilance");
    expect(calls()).toBe(3);
  });

  test("a source that asked to wait is not asked before, and at most once an hour by a person who insists", async () => {
    const { answer, simulator, clock } = await startOperator({ sources: [urssafAttestationVigilance] });
    const calls = () => simulator.calls.filter(({ path }) => path.includes("vigilance")).length;
    const ask = (headers = {}) => answer(PENDING, "urssaf-attestation-vigilance", headers);
    const first = await ask();
    expect(first).toMatchObject({ state: "pending", reason: "urssaf.analyseManuelle" });
    clock.advance(86_400);
    expect(await ask()).toMatchObject({ state: "pending", until: first.state === "pending" && first.until });
    expect(calls()).toBe(1);
    const insist = { "cache-control": "no-cache" };
    await Promise.all([ask(insist), ask(insist)]);
    await ask(insist);
    expect(calls()).toBe(2);
    clock.advance(2 * 86_400 + 1);
    await ask();
    expect(calls()).toBe(3);
  });

  test("an answer that carries a document is never taken from API Entreprise's own cache", async () => {
    const { answer, simulator } = await startOperator();
    await answer(COMPLETE, "vigilance");
    expect(simulator.calls.find(({ path }) => path.includes("vigilance"))?.headers["cache-control"]).toBe("no-cache");
  });

  test("the document is fetched with the answer: its link may expire, and the provider is not asked again", async () => {
    const { answer, proxy, simulator, clock } = await startOperator();
    await answer(COMPLETE, "conges");
    await expect.poll(() => simulator.calls.at(-1)?.host).toBe("storage.entreprise.api.gouv.fr");
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = simulator.calls.length;
    clock.advance(700);
    const document = await fetch(`${proxy.url}/v1/companies/${COMPLETE}/sources/conges/documents/0`);
    expect(document.status).toBe(200);
    expect(
      Buffer.from(await document.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect(simulator.calls.length).toBe(before);
  });
});

describe("one call serves all who ask the same thing", () => {
  const OTHER = "99990000400022";
  const contentOf = ({ provenance: _, ...content }: Answer) => content;

  test("the sources asked by SIREN are asked once for two establishments, and each reads its own", async () => {
    const { answer, simulator } = await startOperator({ sources: SOURCES, environment: INPI });
    const shared: string[] = [];
    for (const source of SOURCES) {
      const { id, keyedBy } = source;
      const { path } = source.request(companyOf(OTHER));
      const asked = () => simulator.calls.filter((call) => call.path.endsWith(path)).length;
      expect([id, (await answer(COMPLETE, id)).siret]).toEqual([id, COMPLETE]);
      const before = asked();
      const other = await answer(OTHER, id);
      expect([id, other.siret]).toEqual([id, OTHER]);
      if (asked() === before) shared.push(id);
      if (keyedBy === "siret") continue;
      expect([id, other.provenance.cached]).toEqual([id, true]);
      const direct = await answer(OTHER, id, { "cache-control": "no-cache" });
      expect([id, asked() - before]).toEqual([id, 1]);
      expect([id, contentOf(other)]).toEqual([id, contentOf(direct)]);
    }
    // Sources asked by SIRET share a call too, when another source has just asked the same endpoint.
    const twins = ["insee-avis-situation", "france-competences", "insee-statut-ess"];
    expect(shared.sort()).toEqual([...SOURCES.filter(({ keyedBy }) => keyedBy === "siren").map(({ id }) => id), ...twins].sort());
  });

  test("the registry's extract gives each establishment its own address", async () => {
    const { answer } = await startOperator({ sources: [inpiExtraitRne] });
    const [seat, other] = [await answer(COMPLETE, "inpi-extrait-rne"), await answer(OTHER, "inpi-extrait-rne")];
    expect(seat.facts.raisonSociale).toBe(other.facts.raisonSociale);
    expect(seat.facts.adresseLigne1).toBeDefined();
    expect(other.facts.adresseLigne1).not.toBe(seat.facts.adresseLigne1);
  });

  test("the document fetched for one is given to the other", async () => {
    const { proxy, simulator } = await startOperator({ sources: [urssafAttestationVigilance] });
    const document = (siret: string) => fetch(`${proxy.url}/v1/companies/${siret}/sources/urssaf-attestation-vigilance/documents/0`);
    const first = await document(COMPLETE);
    const before = simulator.calls.length;
    const second = await document(OTHER);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.headers.get("x-document-sha256")).toBe(first.headers.get("x-document-sha256"));
    expect(simulator.calls.length).toBe(before);
  });

  test("a stand-in asked by SIRET answers for that establishment only", async () => {
    const { answer, simulator } = await startOperator({ sources: [inpiExtraitRne, rechercheEntreprises] });
    simulator.fault("extrait_rne", { kind: "status", status: 503 });
    for (const siret of [COMPLETE, OTHER, COMPLETE]) {
      const given = await answer(siret, "inpi-extrait-rne");
      expect(given).toMatchObject({ siret, state: "delivered", facts: { siret }, provenance: { standIn: true } });
    }
    // Nobody has asked it for itself yet: what it said for another is not its own answer.
    expect((await answer(COMPLETE, "recherche-entreprises")).provenance).not.toHaveProperty("standIn");
  });

  test("API Entreprise is called again for another buyer, whom its documents name; the open sources never hear of the buyer", async () => {
    const { answer, simulator } = await startOperator({ person: "claire" });
    const calls = (part: string) => simulator.calls.filter(({ path }) => path.includes(part)).length;
    for (const recipient of ["99990400600015", "99990600100014"]) {
      await answer(COMPLETE, `vigilance?recipient=${recipient}`);
      await answer(COMPLETE, `annonces?recipient=${recipient}`);
    }
    expect([calls("vigilance"), calls("annonces-commerciales")]).toEqual([2, 1]);
  });
});

describe("the delegation of an editor's token", () => {
  test("is sent for the buyer it belongs to, and for no other", async () => {
    const { answer, simulator } = await startOperator({
      person: "claire",
      environment: { PLI_PRET_DELEGATIONS: "99990400600015=delegation-1" },
    });
    const sent = async (recipient: string) => {
      await answer(COMPLETE, `vigilance?recipient=${recipient}`);
      return new URLSearchParams(simulator.calls.findLast(({ path }) => path.includes("vigilance"))?.query).get("delegation_id");
    };
    expect(await sent("99990400600015")).toBe("delegation-1");
    expect(await sent("99990600100014")).toBeNull();
  });
});

describe("the recipient", () => {
  test("is the buyer, or the operator when there is no buyer or it is the candidate itself", async () => {
    const { answer, simulator } = await startOperator({ person: "claire" });
    const sent = async (query: string) => {
      await answer(COMPLETE, `vigilance${query}`, { "cache-control": "no-cache" });
      return new URLSearchParams(simulator.calls.findLast(({ path }) => path.includes("vigilance"))?.query).get("recipient");
    };
    expect(await sent("?recipient=99990400600015")).toBe("99990400600015");
    expect(await sent("")).toBe("99990800700019");
    expect(await sent(`?recipient=${COMPLETE}`)).toBe("99990800700019");
  });

  test("the operator's mode does not start without one", async () => {
    await expect(startOperator({ environment: { PLI_PRET_RECIPIENT: "" } })).rejects.toThrow("PLI_PRET_RECIPIENT");
  });
});

describe("stand-in", () => {
  test("an open source answers for one that is down, and says so", async () => {
    const sources = [{ ...VIGILANCE, standIn: "annonces" }, CONGES, ANNONCES];
    const { answer, simulator } = await startOperator({ sources });
    expect((await answer(COMPLETE, "vigilance")).provenance).toMatchObject({ source: "vigilance" });
    simulator.fault("attestation_vigilance", { kind: "status", status: 503 });
    const standIn = await answer(COMPLETE, "vigilance", { "cache-control": "no-cache" });
    expect(standIn).toMatchObject({ state: "delivered", provenance: { source: "annonces", standIn: true } });
    simulator.fault("bodacc", { kind: "reset" });
    const neither = await answer(COMPLETE, "vigilance", { "cache-control": "no-cache" });
    expect(neither).toMatchObject({ state: "unavailable", provenance: { source: "vigilance" } });
  });

  test("every source that has one is replaced while it is down, and takes its place again", async () => {
    const { answer, simulator, clock } = await startOperator({ sources: SOURCES, environment: INPI });
    const backed = SOURCES.filter(({ standIn }) => standIn !== undefined);
    expect(backed.length).toBeGreaterThanOrEqual(6);
    for (const source of backed) {
      simulator.fault(source.request(companyOf(COMPLETE)).path, { kind: "status", status: 503 });
      const replaced = await answer(COMPLETE, source.id);
      expect([source.id, replaced.state]).toEqual([source.id, "delivered"]);
      expect(replaced.provenance).toMatchObject({ source: source.standIn, standIn: true });
      simulator.clearFaults();
      clock.advance(1000);
      const back = await answer(COMPLETE, source.id);
      expect([back.provenance.source, back.provenance.standIn]).toEqual([source.id, undefined]);
    }
  });
});
