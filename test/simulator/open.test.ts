import { existsSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_COMPANIES } from "../../simulator/companies.ts";
import { INPI_ACCOUNT } from "../../simulator/open/inpi.ts";
import { tvaOf } from "../../src/domain/siret.ts";
import { FAMILIES } from "../../src/sources/index.ts";
import { validatorsOf } from "../proxy/contract.ts";
import { COMPLETE, createClock, startUpstreams, TROUBLED } from "../proxy/fixtures.ts";

const SHARED = "../shared/contract/open-data";
const withContract = existsSync(SHARED);
const clock = createClock();
let upstreams: Awaited<ReturnType<typeof startUpstreams>>;
beforeAll(async () => {
  upstreams = await startUpstreams({ now: clock.now });
});
afterAll(() => upstreams.close());
const json = async (url: string, headers?: Record<string, string>) => JSON.parse((await upstreams.fetch(url, headers)).body.toString());

const BODACC = "https://bodacc-datadila.opendatasoft.com/api/explore/v2.1/catalog/datasets/annonces-commerciales/records";
const ADEME = "https://data.ademe.fr/data-fair/api/v1/datasets/liste-des-entreprises-rge-2/lines";
const ESS = "https://tabular-api.data.gouv.fr/api/resources/57bc99ca-0432-4b46-8fcc-e76a35c9efaf/data/";
const RECHERCHE = "https://recherche-entreprises.api.gouv.fr/search";
const bodacc = (siren: string) => json(`${BODACC}?where=${encodeURIComponent(`registre="${siren}"`)}&limit=100`);
const ademe = (siret: string) => json(`${ADEME}?qs=${encodeURIComponent(`siret:${siret}`)}&size=1000`);

describe.skipIf(!withContract)(`shapes of the open services (${SHARED}, skipped when absent)`, () => {
  test("BODACC, ADEME and ESS France", async () => {
    const ajv = new Ajv2020({ strict: false, logger: false });
    addFormats.default(ajv);
    const schemas = JSON.parse(readFileSync(`${SHARED}/schemas.json`, "utf8"));
    ajv.addSchema(schemas, "open");
    const check = (name: string, value: unknown) => {
      const validate = ajv.getSchema(`open#/$defs/${name}`);
      expect(validate?.(value), `${name} ${ajv.errorsText(validate?.errors)}`).toBe(true);
    };
    for (const company of DEMO_COMPANIES) {
      for (const record of (await bodacc(company.siren)).results) check("bodaccRecord", record);
      check("ademeLines", await ademe(company.siret));
      check("essLines", await json(`${ESS}?SIREN__exact=${company.siren}`));
    }
  });

  test("Recherche d'entreprises", async () => {
    const validate = validatorsOf(`${SHARED}/openapi.recherche-entreprises.yaml`, true)("/search", 200);
    for (const company of DEMO_COMPANIES) {
      expect(validate?.(await json(`${RECHERCHE}?q=${company.siret}`)), `${company.name} ${JSON.stringify(validate?.errors)}`).toBe(true);
    }
  });
});

describe("what the open services say", () => {
  test("the company in trouble has its notice, with JSON in a string, and the others have none", async () => {
    const { results } = await bodacc(TROUBLED.slice(0, 9));
    expect(JSON.parse(results[0].jugement).nature).toContain("redressement judiciaire");
    expect((await bodacc(COMPLETE.slice(0, 9))).total_count).toBe(0);
  });

  test("a SIRET is found as the matching establishment, closed when it is closed; an unknown one is an empty list", async () => {
    const { results } = await json(`${RECHERCHE}?q=99990500300003`);
    expect(results[0].matching_etablissements[0]).toMatchObject({ siret: "99990500300003", etat_administratif: "F" });
    expect(results[0].siege.siret).toBe("99990500300011");
    expect((await json(`${RECHERCHE}?q=99990900500004`)).results).toEqual([]);
    expect((await upstreams.fetch(`${RECHERCHE}?q=${COMPLETE}&per_page=26`)).status).toBe(400);
  });

  test("only what is asked is given: registration by its name, one year of accounts, parts of a short answer", async () => {
    const [plain] = (await json(`${RECHERCHE}?q=${COMPLETE}`)).results;
    expect(plain).not.toHaveProperty("immatriculation");
    expect(Object.keys(plain.finances)).toHaveLength(1);
    const [asked] = (await json(`${RECHERCHE}?q=${COMPLETE}&include_admin=immatriculation`)).results;
    expect(asked.immatriculation).toMatchObject({ capital_social: 250_000 });
    const [short] = (await json(`${RECHERCHE}?q=${COMPLETE}&minimal=true&include=siege`)).results;
    expect(short).toHaveProperty("siege");
    for (const part of ["dirigeants", "finances", "complements", "tva"]) expect(short).not.toHaveProperty(part);
  });

  test("some companies have several numbers of VAT, some none, and one certifier writes http", async () => {
    const vatOf = async (siret: string) => (await json(`${RECHERCHE}?q=${siret}`)).results[0].tva.length;
    expect([await vatOf(COMPLETE), await vatOf("99990600100014"), await vatOf("99990200000010")]).toEqual([1, 2, 0]);
    const links = (await ademe("99990100200009")).results.map(({ url_qualification }: { url_qualification: string }) => url_qualification);
    expect(links.some((link: string) => link.startsWith("http://"))).toBe(true);
  });

  test("a person who wants not to be published is masked", async () => {
    const { results } = await json(`${RECHERCHE}?q=99990200000010`);
    expect(results[0]).toMatchObject({ statut_diffusion: "P", nom_complet: "[NON-DIFFUSIBLE]" });
    expect(JSON.stringify(results)).not.toContain("BROUILLON 35");
  });

  test("an RGE link keeps its raw backslash and leads to a PDF sent under a vague type", async () => {
    const { results } = await ademe(COMPLETE);
    expect(results[0].url_qualification).toContain("\\");
    const file = await upstreams.fetch(results[0].url_qualification.replaceAll("\\", "%5C"));
    expect(file.headers["content-type"]).toBe("application/octet-stream");
    expect(file.body.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("VIES knows the number computed from the SIREN, and says INVALID to an exempted one", async () => {
    const base = "https://ec.europa.eu/taxation_customs/vies/rest-api/ms/FR/vat";
    expect(await json(`${base}/${tvaOf("999900004").slice(2)}`)).toMatchObject({ isValid: true, userError: "VALID" });
    expect(await json(`${base}/${tvaOf("999902000").slice(2)}`)).toMatchObject({ isValid: false, userError: "INVALID" });
  });

  test("INPI's service needs a session, and serves the deposits' files", async () => {
    const base = "https://registre-national-entreprises.inpi.fr/api";
    expect((await upstreams.fetch(`${base}/companies/999900004/attachments`)).status).toBe(401);
    const login = await upstreams.outgoing.send({
      url: new URL(`${base}/sso/login`),
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(INPI_ACCOUNT),
      timeoutMs: 2000,
      maxBytes: 10_000,
      network: "trusted",
    });
    const session = { authorization: `Bearer ${login.ok ? JSON.parse(login.body.toString()).token : ""}` };
    const { bilans } = await json(`${base}/companies/999900004/attachments`, session);
    expect(bilans[0].id).toMatch(/^[a-f0-9]{24}$/);
    const file = await upstreams.fetch(`${base}/bilans/${bilans[0].id}/download`, session);
    expect(file.body.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("a host that is not simulated is refused", async () => {
    expect((await upstreams.fetch("https://elsewhere.example/")).status).toBe(421);
  });
});

test("every host that a source calls is simulated", async () => {
  const hosts = FAMILIES.map(({ base }) => base);
  const unplayed: string[] = [];
  for (const base of hosts) if ((await upstreams.fetch(`${base}/`)).status === 421) unplayed.push(base);
  expect(unplayed, "no handler in simulator/open/services.ts").toEqual([]);
});
