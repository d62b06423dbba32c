import { existsSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ENDPOINTS } from "../../simulator/api-entreprise/app.ts";
import { DEMO_BUYER, DEMO_COMPANIES } from "../../simulator/companies.ts";
import { recognise } from "../../src/documents/recognise/recognise.ts";
import { textOf } from "../../src/documents/recognise/text.ts";
import { isSiren, isSiret } from "../../src/domain/siret.ts";
import { validatorsOf } from "../proxy/contract.ts";
import { createClock, startUpstreams } from "../proxy/fixtures.ts";

const CONTRACT = "../shared/contract/openapi.api-entreprise.yaml";

type Upstreams = Awaited<ReturnType<typeof startUpstreams>>;
let upstreams: Upstreams;
const clock = createClock();
beforeAll(async () => {
  upstreams = await startUpstreams({ now: clock.now, quotas: "off" });
});
afterEach(() => upstreams.simulator.clearFaults());
afterAll(() => upstreams.close());

const VIGILANCE = "/v4/urssaf/unites_legales/999900004/attestation_vigilance";
const FISCALE = "/v4/dgfip/unites_legales/999900004/attestation_fiscale";
const CIBTP = "/v3/cibtp/etablissements/99990000400014/attestation_cotisations_conges_payes_chomage_intemperies";
const pathFor = (template: string, siret: string) => template.replace(":siret", siret).replace(":siren", siret.slice(0, 9));

describe("fictitious companies", () => {
  test("have valid keys, one seat each, and numbers of their own", () => {
    const sirets = DEMO_COMPANIES.flatMap((company) => company.establishments.map(({ siret }) => siret));
    expect(new Set(sirets).size).toBe(sirets.length);
    expect(isSiret(DEMO_BUYER.siret)).toBe(true);
    for (const company of DEMO_COMPANIES) {
      expect(isSiren(company.siren), company.name).toBe(true);
      expect(
        company.establishments.filter(({ siege }) => siege),
        company.name,
      ).toHaveLength(1);
      expect(company.establishments.map(({ siret }) => siret)).toContain(company.siret);
      for (const siret of [...company.establishments.map((one) => one.siret), ...Object.keys(company.redirects)]) {
        expect(isSiret(siret) && siret.startsWith(company.siren), siret).toBe(true);
      }
    }
  });
});

describe("shapes", () => {
  test.skipIf(!existsSync(CONTRACT))(
    `every answer about every company is valid against the contract (${CONTRACT}, skipped when absent)`,
    async () => {
      const validatorOf = validatorsOf(CONTRACT);
      const statuses = new Map<number, number>();
      for (const endpoint of ENDPOINTS) {
        const template = endpoint.path.replace(/:(siren|siret)/, "{$1}");
        for (const company of DEMO_COMPANIES) {
          const { status, body } = await upstreams.call(pathFor(endpoint.path, company.siret));
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          const validate = validatorOf(template, status);
          expect(validate, `${template} ${status}`).toBeDefined();
          // "[ND]" is outside the contract's own enumerations.
          if (template.includes("diffusibles") && company.diffusion !== "diffusible") continue;
          expect(validate?.(body), `${template} ${company.name} ${JSON.stringify(validate?.errors)}`).toBe(true);
        }
      }
      expect(statuses.get(200) ?? 0).toBeGreaterThan(50);
      expect(statuses.get(404) ?? 0).toBeGreaterThan(20);
      expect(statuses.get(502)).toBe(1);
    },
  );

  test("an unknown company gives each provider's own not-found answer, everywhere", async () => {
    for (const endpoint of ENDPOINTS) {
      const { status, body } = await upstreams.call(pathFor(endpoint.path, "99990900500004"));
      expect([status, body.errors[0].code]).toEqual([404, `${endpoint.provider.code}003`]);
    }
  });

  test("each situation is answered as the real service answers it", async () => {
    const states = async (path: string) => {
      const { status, body } = await upstreams.call(path);
      return [status, body.errors?.[0].code ?? body.data.entity_status?.code ?? body.data.eligible];
    };
    expect(await states(VIGILANCE)).toEqual([200, "ok"]);
    expect(await states("/v4/urssaf/unites_legales/999904006/attestation_vigilance")).toEqual([200, "refus_de_delivrance"]);
    expect(await states("/v4/urssaf/unites_legales/999906001/attestation_vigilance")).toEqual([502, "04501"]);
    expect(await states("/v4/urssaf/unites_legales/999902000/attestation_vigilance")).toEqual([404, "04003"]);
    expect(await states(CIBTP.replaceAll("99990000400014", "99990400600015"))).toEqual([404, "38422"]);
    expect(await states("/v3/probtp/etablissements/99990400600015/conformite_cotisations_retraite")).toEqual([200, false]);
  });

  test("a partial diffusion is masked on the public route only; a duplicate SIRET is redirected; a closed one is closed", async () => {
    const artisan = await upstreams.call("/v4/insee/sirene/etablissements/diffusibles/99990200000010");
    expect(artisan.body.data.unite_legale.personne_physique_attributs.nom_naissance).toBe("[ND]");
    expect(artisan.body.data.adresse.libelle_voie).toBe("[ND]");
    const whole = await upstreams.call("/v4/insee/sirene/etablissements/99990200000010");
    expect(whole.body.data.unite_legale.personne_physique_attributs.nom_naissance).toBe("TEMOIN");
    const duplicate = await upstreams.call("/v4/insee/sirene/etablissements/99990500300029");
    expect(duplicate.body.meta.redirect_from_siret).toBe("99990500300029");
    expect(duplicate.body.data.siret).toBe("99990500300011");
    const closed = await upstreams.call("/v4/insee/sirene/etablissements/99990500300003");
    expect(closed.body.data.etat_administratif).toBe("F");
    expect(new Date(closed.body.data.date_fermeture * 1000).toLocaleDateString("fr-FR", { timeZone: "Europe/Paris" })).toBe("02/03/2025");
  });

  test("turnover is given for the last years whose accounts are known, six months after their closing", async () => {
    const { body } = await upstreams.call("/v3/dgfip/etablissements/99990000400014/chiffres_affaires");
    expect(body.data.map((item: { data: object }) => item.data)).toEqual([
      { chiffre_affaires: 6_480_200, date_fin_exercice: "2024-12-31" },
      { chiffre_affaires: 5_912_750, date_fin_exercice: "2023-12-31" },
      { chiffre_affaires: 5_377_900, date_fin_exercice: "2022-12-31" },
    ]);
  });
});

describe("what is checked first", () => {
  test("is the number, then the token, then the rights, then the parameters", async () => {
    const code = async (path: string, call: Parameters<Upstreams["call"]>[1] = {}) => {
      const { status, body } = await upstreams.call(path, call);
      return [status, ...body.errors.map((error: { code: string }) => error.code)];
    };
    upstreams.simulator.tokens.add("old", { scopes: "all", state: "expired" });
    upstreams.simulator.tokens.add("leaked", { scopes: "all", state: "blacklisted" });
    upstreams.simulator.tokens.add("small", { scopes: new Set(["open_data"]), state: "valid" });
    expect(await code("/v4/urssaf/unites_legales/999900005/attestation_vigilance", { token: null })).toEqual([422, "00301"]);
    expect(await code(CIBTP.replace("400014", "400015"))).toEqual([422, "00302"]);
    expect(await code(VIGILANCE, { token: null })).toEqual([401, "00101"]);
    expect(await code(VIGILANCE, { token: "old" })).toEqual([401, "00103"]);
    expect(await code(VIGILANCE, { token: "leaked" })).toEqual([401, "00105"]);
    expect(await code(VIGILANCE, { token: "small", query: "" })).toEqual([403, "00100"]);
    expect(await code(VIGILANCE, { query: "" })).toEqual([422, "00201", "00202", "00203"]);
    expect(await code(VIGILANCE, { query: "context=a&object=b&recipient=12345678901234" })).toEqual([422, "00210"]);
  });

  test("privileges are those of the token", async () => {
    const { body } = await upstreams.call("/privileges", { token: "small", query: "" });
    expect(body).toEqual({ data: { privileges: ["open_data"] } });
  });
});

describe("quotas", () => {
  test("a call identical to one that is running is refused, another one is not", async () => {
    const slow = await startUpstreams({ now: createClock().now, latencyMs: 200 });
    const [first, second, other] = await Promise.all([slow.call(VIGILANCE), slow.call(VIGILANCE), slow.call(CIBTP)]);
    const statuses = [first.status, second.status].sort();
    expect([...statuses, other.status]).toEqual([200, 409, 200]);
    expect([first, second].find(({ status }) => status === 409)?.body.errors[0].code).toBe("00015");
    expect((await slow.call(VIGILANCE)).status).toBe(200);
    await slow.close();
  });

  test("five calls a minute pass, as the headers tell; then comes 429 with a time; a new minute opens again", async () => {
    const own = createClock("2026-06-10T10:00:10Z");
    const limited = await startUpstreams({ now: own.now });
    for (let left = 4; left >= 0; left--) {
      expect((await limited.call(CIBTP)).headers["ratelimit-remaining"]).toBe(String(left));
    }
    const refused = await limited.call(CIBTP);
    expect([refused.status, refused.body.errors[0].code, refused.headers["retry-after"]]).toEqual([429, "00429", "50"]);
    expect((await limited.call(VIGILANCE)).status).toBe(200);
    own.advance(50);
    expect((await limited.call(CIBTP)).status).toBe(200);
    await limited.close();
  });

  test("a caller that ignores refusals is banned: no HTTP answer at all, for twelve hours", async () => {
    const own = createClock();
    const limited = await startUpstreams({ now: own.now });
    for (let i = 0; i < 16; i++) await limited.call(CIBTP);
    expect(limited.simulator.quotas.banned()).toBe(true);
    const silent = await limited.outgoing.send({
      url: new URL(`https://entreprise.api.gouv.fr${VIGILANCE}`),
      timeoutMs: 200,
      maxBytes: 1000,
      network: "trusted",
    });
    expect(silent).toEqual({ ok: false, cause: "timeout" });
    own.advance(12 * 3600 + 1);
    expect((await limited.call(VIGILANCE)).status).toBe(200);
    await limited.close();
  });
});

describe("documents", () => {
  test("are real PDF files, the same bytes for the same specimen, and say that they are specimens", async () => {
    const { body } = await upstreams.call(VIGILANCE);
    const one = await upstreams.fetch(body.data.document_url);
    const again = await upstreams.fetch(body.data.document_url);
    expect(one.body.subarray(0, 5).toString()).toBe("%PDF-");
    expect(one.body.equals(again.body)).toBe(true);
    const { extractText, getDocumentProxy, getMeta } = await import("unpdf");
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(one.body)), { mergePages: true });
    const { info } = await getMeta(await getDocumentProxy(new Uint8Array(one.body)));
    expect((info as { readonly Title?: string }).Title).toContain("SPECIMEN");
    // The word is drawn, not written: if it could be read, the product would ask about the document.
    expect(text).not.toContain("DÉMONSTRATION");
    expect(text).toContain("LUMIVERDE INGENIERIE");
    expect(text).toContain("31/05/2026");
  });

  test.each([VIGILANCE, FISCALE, CIBTP])("are taken without a question: %s", async (path) => {
    const { body } = await upstreams.call(path);
    const { body: bytes } = await upstreams.fetch(body.data.document_url);
    const read = await textOf(new Uint8Array(bytes));
    if (read.state !== "text") throw new Error(read.state);
    expect(recognise(read.text, { siren: "999900004", names: ["LUMIVERDE INGENIERIE"], today: "2026-12-31" }).asks).toEqual([]);
  });

  test("CIBTP's link dies after ten minutes", async () => {
    const { body } = await upstreams.call(CIBTP);
    expect(body.data.expires_in).toBe(600);
    clock.advance(599);
    expect((await upstreams.fetch(body.data.document_url)).status).toBe(200);
    clock.advance(2);
    expect((await upstreams.fetch(body.data.document_url)).status).toBe(404);
  });

  test("INPI's links have two steps, the first one dies after an hour", async () => {
    const { body } = await upstreams.call("/v3/inpi/rne/unites_legales/open_data/999900004/actes_bilans");
    const [bilan] = body.data.bilans;
    const link = JSON.parse((await upstreams.fetch(bilan.url)).body.toString());
    const file = await upstreams.fetch(link.data.document_url);
    expect(file.headers["content-type"]).toBe("application/pdf");
    clock.advance(3601);
    const late = await upstreams.fetch(bilan.url);
    expect([late.status, JSON.parse(late.body.toString()).errors[0].code]).toEqual([410, "00403"]);
  });

  test("the server's cache may serve a link older than its file; no-cache makes a new one", async () => {
    const first = await upstreams.call(VIGILANCE, { headers: { "cache-control": "no-cache" } });
    expect(first.headers["x-response-cached"]).toBe("false");
    clock.advance(3600);
    const copy = await upstreams.call(VIGILANCE);
    expect(copy.headers["x-response-cached"]).toBe("true");
    expect(copy.body.data.document_url).toBe(first.body.data.document_url);
    const fresh = await upstreams.call(VIGILANCE, { headers: { "cache-control": "no-cache" } });
    expect(fresh.body.data.document_url).not.toBe(first.body.data.document_url);
  });
});

describe("faults", () => {
  const send = (timeoutMs = 300, maxBytes = 100_000) =>
    upstreams.outgoing.send({
      url: new URL(`https://entreprise.api.gouv.fr${VIGILANCE}?context=a&object=b&recipient=${DEMO_BUYER.siret}`),
      headers: { authorization: `Bearer ${upstreams.simulator.token}` },
      timeoutMs,
      maxBytes,
      network: "trusted",
    });

  test.each([
    ["reset", { kind: "reset" }, { ok: false, cause: "reset" }],
    ["a cut in the middle", { kind: "resetMidBody" }, { ok: false, cause: "reset" }],
    ["silence", { kind: "silence" }, { ok: false, cause: "timeout" }],
    ["a slow drip", { kind: "drip" }, { ok: false, cause: "timeout" }],
    ["too much", { kind: "huge", bytes: 3_000_000 }, { ok: false, cause: "tooLarge" }],
  ] as const)("%s", async (_name, fault, expected) => {
    upstreams.simulator.fault("attestation_vigilance", fault);
    expect(await send()).toEqual(expected);
    expect((await upstreams.call(CIBTP)).status).toBe(200);
  });

  test("the caller reads a page, half an answer, other names or a status", async () => {
    const read = async () => {
      const response = await send();
      return response.ok ? { status: response.status, text: response.body.toString() } : response;
    };
    upstreams.simulator.fault("attestation_vigilance", { kind: "html", times: 1 });
    expect(await read()).toMatchObject({ status: 200, text: expect.stringContaining("<!doctype html>") });
    upstreams.simulator.fault("attestation_vigilance", { kind: "truncated", times: 1 });
    const half = await read();
    expect(() => JSON.parse("text" in half ? half.text : "")).toThrow();
    upstreams.simulator.fault("attestation_vigilance", { kind: "drift", times: 1 });
    expect(await read()).toMatchObject({ status: 200, text: expect.stringContaining('"x_data"') });
    upstreams.simulator.fault("attestation_vigilance", { kind: "status", status: 503, times: 1 });
    expect(await read()).toMatchObject({ status: 503 });
    expect(await read()).toMatchObject({ status: 200, text: expect.stringContaining('"data"') });
  });
});
