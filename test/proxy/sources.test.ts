/** The product's own sources about the fictitious companies, through the whole proxy. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createReroutedOutgoing } from "../../proxy/outgoing.ts";
import { type RunningProxy, startProxy } from "../../proxy/start.ts";
import { DEMO_COMPANIES } from "../../simulator/companies.ts";
import { INPI_ACCOUNT } from "../../simulator/open/inpi.ts";
import { startSimulator } from "../../simulator/server.ts";
import { Answer } from "../../src/domain/answer.ts";
import { apiEntreprise } from "../../src/sources/families/api-entreprise.ts";
import { SOURCES } from "../../src/sources/index.ts";
import { COMPLETE, TROUBLED } from "./fixtures.ts";

let proxy: RunningProxy;
beforeAll(async () => {
  proxy = await startProxy({
    mode: "demo",
    port: 0,
    quotas: "off",
    simulator: { quotas: "off" },
    environment: { PLI_PRET_LOG_LEVEL: "silent" },
  });
});
afterAll(() => proxy.close());
const get = (siret: string, path: string) => fetch(`${proxy.url}/v1/companies/${siret}/sources/${path}`);

describe("every source × every fictitious company", () => {
  test.each(DEMO_COMPANIES.map(({ name, siret }) => [name, siret] as const))("%s answers in the right shape", async (_name, siret) => {
    for (const { id } of SOURCES) {
      const answer = Answer.parse(await (await get(siret, id)).json());
      expect(["unexpectedShape", "notPermitted"], `${id} ${answer.detail}`).not.toContain(answer.state);
    }
  });

  test("for the complete company, every source delivers, and so does every document that can be downloaded", async () => {
    const delivered: string[] = [];
    for (const { id, pieceKinds } of SOURCES) {
      const answer = Answer.parse(await (await get(COMPLETE, id)).json());
      // BODACC has nothing to say of a healthy company, MSA nothing of one outside agriculture.
      const silent = id === "bodacc" || id === "msa-conformite";
      expect(answer.state, `${id} ${answer.reason}`).toBe(silent ? "notFound" : "delivered");
      for (const piece of answer.pieces) {
        expect(pieceKinds, id).toContain(piece.kind);
        if (!piece.downloadable) continue;
        const response = await get(COMPLETE, `${id}/documents/${piece.n}`);
        expect(response.status, `${id} ${piece.title} ${response.ok ? "" : await response.text()}`).toBe(200);
        delivered.push(piece.kind);
      }
    }
    expect(new Set(delivered).size).toBeGreaterThanOrEqual(2);
  });
});

test("a company whose mail goes to a cedex has the same last line from each register", async () => {
  for (const source of ["insee-etablissement", "recherche-entreprises"]) {
    const { facts } = Answer.parse(await (await get(TROUBLED, source)).json());
    expect([facts.codePostal, facts.commune], source).toEqual(["13998", "RATURE LES PINS CEDEX"]);
  }
});

describe("data open to all comes without any token", () => {
  test("identity, officers, activity, size, turnover, ESS, RGE, Qualiopi, notices and the registry's deposits are given", async () => {
    const simulator = await startSimulator({ quotas: "off" });
    const open = await startProxy({
      mode: "ouvert",
      port: 0,
      quotas: "off",
      outgoing: createReroutedOutgoing(simulator.url),
      environment: {
        PLI_PRET_LOG_LEVEL: "silent",
        PLI_PRET_INPI_USERNAME: INPI_ACCOUNT.username,
        PLI_PRET_INPI_PASSWORD: INPI_ACCOUNT.password,
      },
    });
    const answers: Answer[] = [];
    for (const { id, family } of SOURCES) {
      const answer = Answer.parse(await (await fetch(`${open.url}/v1/companies/${COMPLETE}/sources/${id}`)).json());
      if (family === apiEntreprise) expect([id, answer.reason]).toEqual([id, "proxy.modeOpen"]);
      else expect([id, answer.state]).toEqual([id, id === "bodacc" ? "notFound" : "delivered"]);
      answers.push(answer);
    }
    const troubled = Answer.parse(await (await fetch(`${open.url}/v1/companies/${TROUBLED}/sources/bodacc`)).json());
    const document = await fetch(`${open.url}/v1/companies/${COMPLETE}/sources/inpi-actes-bilans-ouvert/documents/0`);
    await open.close();

    const known = answers.flatMap(({ facts }) => Object.keys(facts));
    for (const field of [
      "raisonSociale",
      "formeJuridique",
      "codeNaf",
      "categorieEntreprise",
      "chiffreAffairesN1",
      "dirigeantNom",
      "tvaIntracommunautaire",
    ])
      expect(known).toContain(field);
    expect(answers.some(({ dirigeants }) => dirigeants.length > 0)).toBe(true);
    const kinds = answers.flatMap(({ certifications }) => certifications).filter(({ held }) => held === true);
    expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["rge", "qualiopi", "ess"]));
    const pieces = answers.flatMap((answer) => answer.pieces.map(({ kind }) => kind));
    for (const kind of ["avisInsee", "bilans", "statuts", "rge"]) expect(pieces).toContain(kind);
    expect(troubled.notices.map(({ kind }) => kind)).toContain("procedureCollective");
    expect(document.headers.get("content-type")).toBe("application/pdf");
    // Nothing was asked of API Entreprise, and INPI's session was shown to INPI alone.
    expect(simulator.calls.filter(({ host }) => host.includes("entreprise.api.gouv.fr"))).toEqual([]);
    const shown = simulator.calls.filter(({ headers }) => headers["authorization"] !== undefined).map(({ host }) => host);
    expect(new Set(shown)).toEqual(new Set(["registre-national-entreprises.inpi.fr"]));
    await simulator.close();
  });
});
