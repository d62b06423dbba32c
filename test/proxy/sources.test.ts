/** The product's own sources about the fictitious companies, through the whole proxy. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_COMPANIES } from "../../proxy/simulator/companies.ts";
import { type RunningProxy, startProxy } from "../../proxy/start.ts";
import { Answer } from "../../src/domain/answer.ts";
import { SOURCES } from "../../src/sources/index.ts";
import { COMPLETE } from "./fixtures.ts";

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
  test.each(DEMO_COMPANIES.map(({ name, siret }) => [name, siret] as const))("%s: an answer in its right shape", async (_name, siret) => {
    for (const { id } of SOURCES) {
      const answer = Answer.parse(await (await get(siret, id)).json());
      expect(["unexpectedShape", "notPermitted"], `${id} ${answer.detail}`).not.toContain(answer.state);
    }
  });

  test("the complete one: every source delivers, and so does every document that can be downloaded", async () => {
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
