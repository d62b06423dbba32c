/** What the proxy's tests share: sources of their own, and the simulator reached as the proxy reaches it. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type AuditEntry, entryOf } from "../../proxy/audit/entry.ts";
import { openSqlite } from "../../proxy/audit/sqlite.ts";
import { rowsOf } from "../../proxy/audit/store.ts";
import { createReroutedOutgoing } from "../../proxy/outgoing.ts";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator/server.ts";
import { isSiren, isSiret } from "../../src/domain/siret.ts";
import { parisDay } from "../../src/domain/time.ts";
import { bodacc } from "../../src/sources/bodacc/index.ts";
import { apiEntreprise, QUOTAS } from "../../src/sources/families/api-entreprise.ts";
import { inpi } from "../../src/sources/families/inpi.ts";
import { type AnySource, defineSource } from "../../src/sources/source.ts";

/** Milliseconds: no answer of the simulator is late on a busy machine. What waits for this end sets its own. */
const PATIENCE_MS = 30_000;

const Envelope = z.object({ data: z.object({ document_url: z.string().nullable() }) });

const base = {
  block: "attestations",
  timeoutMs: PATIENCE_MS,
  contractEndpoints: [],
  reads: {},
  raw: Envelope,
} as const;

/** One protected document by SIREN, on the storage. */
export const VIGILANCE = defineSource({
  ...base,
  id: "vigilance",
  provider: "URSSAF",
  label: { fr: "Vigilance", en: "Vigilance" },
  keyedBy: "siren",
  trust: "official",
  access: "protected",
  family: apiEntreprise,
  quota: QUOTAS.urssaf,
  scopes: ["attestations_sociales"],
  pieceKinds: ["attestationVigilance"],
  documentHosts: ["storage.entreprise.api.gouv.fr"],
  request: ({ siren }) => ({ path: `/v4/urssaf/unites_legales/${siren}/attestation_vigilance` }),
  pieces: ({ data }, { today }) =>
    data.document_url === null
      ? []
      : [
          {
            kind: "attestationVigilance",
            title: "Attestation de vigilance",
            issuedOn: today,
            validityBasis: "source",
            location: { url: data.document_url, steps: "direct" },
          },
        ],
  verdict: ({ data }) => (data.document_url === null ? { state: "refused", reason: "urssaf.refus" } : { state: "delivered" }),
});

/** A five-a-minute document by SIRET whose link lives ten minutes. */
export const CONGES = defineSource({
  ...base,
  id: "conges",
  provider: "CIBTP",
  label: { fr: "Congés", en: "Congés" },
  keyedBy: "siret",
  trust: "official",
  access: "protected",
  family: apiEntreprise,
  quota: QUOTAS.cibtp,
  scopes: ["certificat_cnetp"],
  pieceKinds: ["cibtp"],
  documentHosts: ["storage.entreprise.api.gouv.fr"],
  request: ({ siret }) => ({ path: `/v3/cibtp/etablissements/${siret}/attestation_cotisations_conges_payes_chomage_intemperies` }),
  pieces: ({ data }) =>
    data.document_url === null
      ? []
      : [{ kind: "cibtp", title: "Certificat", validityBasis: "unknown", location: { url: data.document_url, steps: "direct" } }],
});

/** A document behind a JSON link. */
const REGISTRE = defineSource({
  ...base,
  id: "registre",
  provider: "INPI",
  label: { fr: "Registre", en: "Registre" },
  block: "identite",
  keyedBy: "siren",
  trust: "official",
  access: "open",
  family: apiEntreprise,
  quota: QUOTAS.rneExtrait,
  scopes: ["unites_legales_etablissements_insee"],
  pieceKinds: ["immatriculation"],
  documentHosts: ["entreprise.api.gouv.fr"],
  request: ({ siren }) => ({ path: `/v3/inpi/rne/unites_legales/${siren}/extrait_rne` }),
  pieces: ({ data }) =>
    data.document_url === null
      ? []
      : [{ kind: "immatriculation", title: "Extrait", validityBasis: "unknown", location: { url: data.document_url, steps: "json-link" } }],
});

/** An open source without document. */
export const ANNONCES = defineSource({
  ...base,
  // What a killed instance was asking is free again after twice this time.
  timeoutMs: 2000,
  id: "annonces",
  provider: "DILA",
  label: { fr: "Annonces", en: "Annonces" },
  block: "exclusions",
  keyedBy: "siren",
  trust: "official",
  access: "open",
  family: bodacc.family,
  pieceKinds: [],
  documentHosts: [],
  raw: z.object({ total_count: z.number() }),
  request: ({ siren }) => ({
    path: "/api/explore/v2.1/catalog/datasets/annonces-commerciales/records",
    query: { where: `registre="${siren}"`, limit: "100" },
  }),
});

/** An open source that needs the operator's own account, and whose documents need it too. */
const DEPOTS = defineSource({
  ...base,
  id: "depots",
  provider: "INPI",
  label: { fr: "Dépôts", en: "Dépôts" },
  block: "identite",
  keyedBy: "siren",
  trust: "official",
  access: "open",
  family: inpi,
  pieceKinds: ["bilans"],
  documentHosts: ["registre-national-entreprises.inpi.fr"],
  raw: z.object({ bilans: z.array(z.object({ id: z.string(), dateCloture: z.string() })) }),
  request: ({ siren }) => ({ path: `/api/companies/${siren}/attachments` }),
  pieces: ({ bilans }) =>
    bilans.map(({ id, dateCloture }) => ({
      kind: "bilans",
      title: `Comptes ${dateCloture}`,
      closingOn: dateCloture,
      validityBasis: "unknown",
      location: { url: `https://registre-national-entreprises.inpi.fr/api/bilans/${id}/download`, steps: "direct" },
    })),
});

export const TEST_SOURCES: readonly AnySource[] = [VIGILANCE, CONGES, REGISTRE, ANNONCES, DEPOTS];

export const COMPLETE = "99990000400014";
export const TROUBLED = "99990400600015";
export const PENDING = "99990600100014";

/** A key as an operator draws it. */
export const DRAWN_KEY = Buffer.from(Array.from({ length: 32 }, (_, n) => (n * 37) % 251)).toString("base64");

/** A trail of its own. */
export function auditPlace(): { readonly PLI_PRET_AUDIT_DIR: string; readonly PLI_PRET_AUDIT_KEY: string } {
  return { PLI_PRET_AUDIT_DIR: mkdtempSync(join(tmpdir(), "audit-")), PLI_PRET_AUDIT_KEY: DRAWN_KEY };
}

/** What the trail of that place says, in order. */
export async function readTrail({ PLI_PRET_AUDIT_DIR }: ReturnType<typeof auditPlace>): Promise<AuditEntry[]> {
  const store = await openSqlite(PLI_PRET_AUDIT_DIR);
  const entries: AuditEntry[] = [];
  for await (const row of rowsOf(store)) entries.push(entryOf(row.entry) as AuditEntry);
  await store.close();
  return entries;
}

/** That many companies that nobody knows, each with its own valid SIREN and SIRET. */
export function sirets(count: number): string[] {
  const found: string[] = [];
  for (let n = 0; found.length < count; n++) {
    const siren = `99991${String(n).padStart(4, "0")}`;
    if (!isSiren(siren)) continue;
    for (let nic = 1; nic < 100; nic++) {
      const siret = `${siren}${String(nic).padStart(5, "0")}`;
      if (!isSiret(siret)) continue;
      found.push(siret);
      break;
    }
  }
  return found;
}

/** A clock that moves when told. */
export function createClock(start = "2026-06-10T10:00:00Z") {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    advance: (seconds: number) => {
      at += seconds * 1000;
    },
    today: () => parisDay(new Date(at)),
  };
}

/** The simulator, and a way to call its services by their real addresses. */
export async function startUpstreams(options: SimulatorOptions = {}) {
  const simulator: Simulator = await startSimulator(options);
  const outgoing = createReroutedOutgoing(simulator.url);
  const inquiry = "context=Marches&object=Essai&recipient=99990800700019";
  return {
    simulator,
    outgoing,
    /** Calls API Entreprise with the token and the mandatory parameters. */
    call: async (path: string, call: { token?: string | null; query?: string; headers?: Record<string, string> } = {}) => {
      const token = call.token === undefined ? simulator.token : call.token;
      const response = await outgoing.send({
        url: new URL(`https://entreprise.api.gouv.fr${path}?${call.query ?? inquiry}`),
        headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...call.headers },
        timeoutMs: PATIENCE_MS,
        maxBytes: 5_000_000,
        network: "trusted",
      });
      if (!response.ok) throw new Error(`no answer: ${response.cause}`);
      const text = response.body.toString("utf8");
      return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text), bytes: response.body };
    },
    /** Fetches any simulated address. */
    fetch: async (url: string, headers: Record<string, string> = {}) => {
      const response = await outgoing.send({ url: new URL(url), headers, timeoutMs: PATIENCE_MS, maxBytes: 5_000_000, network: "trusted" });
      if (!response.ok) throw new Error(`no answer: ${response.cause}`);
      return response;
    },
    close: async () => {
      await outgoing.close();
      await simulator.close();
    },
  };
}
