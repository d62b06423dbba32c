/** Companies by their name, through the proxy. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningProxy, startProxy } from "../../proxy/start.ts";
import { CompanySearch, Problem } from "../../src/domain/service.ts";

let proxy: RunningProxy;
beforeAll(async () => {
  proxy = await startProxy({ mode: "demo", port: 0, environment: { PLI_PRET_LOG_LEVEL: "silent" } });
});
afterAll(() => proxy.close());

const search = (text: string) => fetch(`${proxy.url}/v1/companies?${new URLSearchParams({ q: text })}`);

describe("companies by name", () => {
  test("are found with their seat and town; a company that asked not to be published is not found", async () => {
    const found = CompanySearch.parse(await (await search("  lumiverde  ing ")).json());
    expect(found).toEqual({
      companies: [{ siret: "99990000400014", name: "LUMIVERDE INGENIERIE", place: "69999 VILLENEUVE-L'ESSAI" }],
      total: 1,
    });
    const everyone = CompanySearch.parse(await (await search("personne de ce nom")).json());
    expect(everyone).toEqual({ companies: [], total: 0 });
  });

  test.each(["", "ab", "x".repeat(101)])("refused: %j", async (text) => {
    const response = await search(text);
    expect([response.status, Problem.parse(await response.json()).code]).toEqual([422, "request.invalid"]);
  });

  test("a register that is down, or answers with a web page, is reported as a problem", async () => {
    proxy.simulator?.fault("recherche-entreprises", { kind: "html", times: 1 });
    const response = await search("lumiverde");
    expect([response.status, Problem.parse(await response.json()).code]).toEqual([502, "source.unavailable"]);
    expect((await search("lumiverde")).status).toBe(200);
  });
});
