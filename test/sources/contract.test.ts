/** Tests the command that reads the contract's recorded cases, and the cases themselves when the contract is beside the checkout. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sirenOf } from "../../src/domain/siret.ts";
import { read } from "../../src/sources/ask.ts";
import { SOURCES, sourceOf } from "../../src/sources/index.ts";
import { fixtureOf, NOW, readText } from "./reading.ts";

const SHARED = "../shared/contract";
const isThere = existsSync(`${SHARED}/sandbox`);
const AWAY = isThere ? "" : `, NOT READ: ${SHARED} is not beside the checkout`;

function contract(directory: string): { readonly lines: string[]; readonly status: number | null; readonly error: string } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["scripts/contract.ts", directory], { encoding: "utf8" });
  return { lines: stdout.trim().split("\n"), status, error: stderr };
}

describe("npm run contract", () => {
  let directory: string;
  const write = (path: string, text: string) => {
    mkdirSync(join(directory, path, ".."), { recursive: true });
    writeFileSync(join(directory, path), text);
  };
  const recorded = (path: string, status: number, body: unknown) => JSON.stringify({ request: { path }, status, headers: {}, body });
  const VIGILANCE = "v4_acoss_attestations_sociales";
  const vigilance = (siren: string) => `/v4/urssaf/unites_legales/${siren}/attestation_vigilance`;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "contract-"));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test("says one state for each case, whatever the number in the path, and succeeds", () => {
    const { body } = fixtureOf("urssaf-attestation-vigilance");
    const refusal = { data: { entity_status: { code: "refus_de_delivrance" }, document_url: null } };
    write(`${VIGILANCE}/delivree.json`, recorded(vigilance("000000001"), 200, body));
    write(`${VIGILANCE}/en_panne.json`, recorded(vigilance("999900004"), 502, "<html>Bad gateway</html>"));
    write(`${VIGILANCE}/refusee.json`, recorded(vigilance("000000000"), 200, refusal));
    write("v9_que_personne_ne_lit/cas.json", "{");
    write("LISEZMOI.txt", "rien");
    write(`${VIGILANCE}/notes.md`, "rien");
    expect(contract(directory)).toEqual({
      lines: [
        `${VIGILANCE}/delivree delivered`,
        `${VIGILANCE}/en_panne unavailable`,
        `${VIGILANCE}/refusee refused`,
        "v9_que_personne_ne_lit/cas noSource",
      ],
      status: 0,
      error: "",
    });
  });

  test("prints each whole answer on demand: its facts, its pieces, what its notices mean", () => {
    const { body } = fixtureOf("urssaf-attestation-vigilance");
    write(`${VIGILANCE}/delivree.json`, recorded(vigilance("999900004"), 200, body));
    const { stdout } = spawnSync(process.execPath, ["scripts/contract.ts", directory, "--json"], { encoding: "utf8" });
    const told = JSON.parse(stdout) as {
      case: string;
      state: string;
      answers: { source: string; answer: unknown; explained: unknown }[];
    }[];
    const delivered = told.find((one) => one.case === "delivree");
    expect(delivered?.answers).toMatchObject([
      {
        source: "urssaf-attestation-vigilance",
        answer: { state: "delivered", facts: {}, pieces: [{ kind: "attestationVigilance", securityCode: "SPEC1M3NLUM1VRD" }] },
        explained: [],
      },
    ]);
    expect(told.find((one) => one.case === "cas")).toMatchObject({ state: "noSource", answers: [] });
  });

  test("fails on one unexpected shape, from any of the sources that share an endpoint", () => {
    write(`${VIGILANCE}/tronque.json`, '{"request": {"path": "/v4/urs');
    const shared = "v3_carif_oref_certifications_qualiopi_france_competences";
    const { body } = fixtureOf("qualiopi");
    const data = { ...(body as { data: object }).data, habilitations_france_competence: [{ code: 12 }] };
    write(`${shared}/habilitation.json`, recorded("/v3/carif_oref/etablissements/99990000400014/certifications", 200, { data }));
    const { lines, status } = contract(directory);
    expect(lines).toContain(`${VIGILANCE}/tronque unexpectedShape`);
    expect(lines).toContain(`${shared}/habilitation unexpectedShape`);
    expect(lines).toContain(`${VIGILANCE}/delivree delivered`);
    expect(status).toBe(1);
  });

  test("says so when there is nothing to read", () => {
    expect(contract(join(directory, "absent")).status).toBe(2);
    expect(contract(join(directory, VIGILANCE)).status).toBe(2);
  });
});

describe.skipIf(!isThere)(`the official cases${AWAY}`, () => {
  test("are all read by their source, without an unexpected shape", () => {
    const { lines, status } = contract(`${SHARED}/sandbox`);
    expect(lines.filter((line) => line.endsWith(" unexpectedShape"))).toEqual([]);
    expect(status).toBe(0);
    const read = new Set(lines.filter((line) => !line.endsWith(" noSource")).map((line) => line.split("/")[0]));
    const wanted = SOURCES.flatMap(({ contractEndpoints }) => contractEndpoints).filter((name) => existsSync(`${SHARED}/sandbox/${name}`));
    expect([...read].sort()).toEqual([...new Set(wanted)].sort());
  });

  test.each([
    ["v4_acoss_attestations_sociales/entite_hors_perimetre", "outOfScope"],
    ["v4_dgfip_attestations_fiscales/404", "notFound"],
    ["v3_cnetp_attestation_cotisations_conges_payes_chomage_intemperies/504", "unavailable"],
    ["v4_insee_etablissements/personne_morale_etat_cesse", "delivered"],
  ])("%s is %s", (name, state) => {
    expect(contract(`${SHARED}/sandbox`).lines).toContain(`${name} ${state}`);
  });
});

const SEARCHES = `${SHARED}/examples/annuaire-entreprises/recherche-entreprise`;
describe.skipIf(!existsSync(SEARCHES))(`recorded answers of the open services${AWAY}`, () => {
  test("each company that Recherche d'entreprises gives is read by both sources that ask it", () => {
    interface Recorded {
      readonly result: { readonly results?: { readonly siege?: { readonly siret: string } }[] };
    }
    const sources = [sourceOf("recherche-entreprises"), sourceOf("insee-avis-situation")].flatMap((source) => source ?? []);
    let seen = 0;
    for (const file of readdirSync(SEARCHES)) {
      const { result } = JSON.parse(readFileSync(join(SEARCHES, file), "utf8")) as Recorded;
      for (const siret of (result.results ?? []).flatMap(({ siege }) => siege?.siret ?? [])) {
        for (const source of sources) {
          const response = {
            ok: true,
            status: 200,
            headers: {},
            text: JSON.stringify(result),
            fetchedAt: NOW.toISOString(),
            cached: false,
          } as const;
          const { answer } = read(source, { siret, siren: sirenOf(siret) }, response, NOW);
          expect([file, siret, answer.state]).toEqual([file, siret, answer.reason === "insee.nonDiffusible" ? "outOfScope" : "delivered"]);
          seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThan(100);
  });

  /** Parts that the service gives only when `include_admin` names them. Whoever made the recordings named them. */
  const ADMIN = ["immatriculation", "bodacc", "etablissements"];

  function asAsked(result: { readonly results?: readonly object[] }, includeAdmin: string | undefined): unknown {
    const named = (includeAdmin ?? "").split(",");
    const results = (result.results ?? []).map((hit) =>
      Object.fromEntries(Object.entries(hit).filter(([part]) => !ADMIN.includes(part) || named.includes(part))),
    );
    return { ...result, results };
  }

  test("our own request gets capital, registration and turnover, which are absent unless asked for", () => {
    const source = sourceOf("recherche-entreprises");
    if (source === undefined) throw new Error("no source");
    const known = (includeAdmin: (own: string | undefined) => string | undefined) => {
      const counted = new Map<string, Set<string>>();
      for (const file of readdirSync(SEARCHES)) {
        const { result } = JSON.parse(readFileSync(join(SEARCHES, file), "utf8")) as {
          result: { results?: { siege?: { siret: string } }[] };
        };
        for (const siret of (result.results ?? []).flatMap(({ siege }) => siege?.siret ?? [])) {
          const company = { siret, siren: sirenOf(siret) };
          const body = asAsked(result, includeAdmin(source.request(company).query?.["include_admin"]));
          const { answer } = readText(source, JSON.stringify(body), { siret });
          const facts = [...Object.keys(answer.facts), ...answer.pieces.map(({ kind }) => kind)];
          for (const fact of facts) counted.set(fact, (counted.get(fact) ?? new Set()).add(siret));
        }
      }
      return (name: string) => counted.get(name)?.size ?? 0;
    };
    const asked = known((own) => own);
    const unasked = known(() => undefined);
    for (const name of ["capitalSocial", "rneDateImmat", "immatriculation", "chiffreAffairesN1"]) {
      expect([name, asked(name) > 10, unasked(name)]).toEqual([name, true, 0]);
    }
    expect(asked("tvaIntracommunautaire")).toBeGreaterThan(0);
    expect(asked("dirigeantNom")).toBeGreaterThanOrEqual(41);
  });

  test("published accounts leave out the group's and keep the company's own years", () => {
    const source = sourceOf("comptes-publies");
    if (source === undefined) throw new Error("no source");
    const recorded = JSON.parse(readFileSync(`${SHARED}/examples/annuaire-entreprises/donnees-financieres.json`, "utf8")) as {
      records: { fields: Record<string, unknown> }[];
    };
    const wanted = source.request({ siret: "55203253400646", siren: "552032534" }).query?.["select"]?.split(",") ?? [];
    // Recorded through the older API: the same rows, with more columns than we ask for.
    const results = recorded.records.map(({ fields }) =>
      Object.fromEntries(Object.entries(fields).filter(([name]) => wanted.includes(name))),
    );
    const { answer } = readText(source, JSON.stringify({ total_count: results.length, results }), { siret: "55203253400646" });
    const own = recorded.records.flatMap(({ fields }) => (fields["type_bilan"] === "K" ? [] : String(fields["date_cloture_exercice"])));
    expect(answer.state).toBe("delivered");
    expect(answer.facts.exerciceFinN1).toBe(own.sort().at(-1));
  });

  test("ADEME's nine recorded lines make four documents", () => {
    const { body } = JSON.parse(readFileSync(`${SHARED}/examples/providers-raw/ademe.valid_siret.json`, "utf8")) as { body: unknown };
    const source = sourceOf("ademe-rge-ouvert");
    if (source === undefined) throw new Error("no source");
    const { answer, locations } = readText(source, JSON.stringify(body), { siret: "50530961700023" });
    expect([answer.pieces.length, locations.size]).toEqual([4, 4]);
    expect(answer.pieces.every(({ validUntil }) => (validUntil ?? "") < "2023-12-31")).toBe(true);
  });
});
