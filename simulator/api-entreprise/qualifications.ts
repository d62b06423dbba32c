/** Qualibat, Qualifelec, ADEME's RGE and OPQIBI. */
import { formatDay } from "../../src/domain/time.ts";
import type { RgeLine } from "../companies.ts";
import { STORAGE_HOST } from "../world.ts";
import { type Call, type Endpoint, failure, found, listed, notFound, type Provider, type Reply } from "./endpoint.ts";

const QUALIBAT: Provider = { code: "06", name: "Qualibat" };
const QUALIFELEC: Provider = { code: "32", name: "Qualifelec" };
const ADEME: Provider = { code: "19", name: "ADEME" };
const OPQIBI: Provider = { code: "11", name: "OPQIBI" };
const DAY_SECONDS = 86_400;

function qualibat({ world, company, establishment }: Call): Reply {
  if (company.qualibat === null) return notFound(QUALIBAT);
  const { lines, assureur } = company.qualibat;
  const [issuedOn, until, since] = [world.day({ months: -5 }), world.day({ months: 7 }), world.day({ months: -29 })];
  const specimen = {
    kind: "qualibat" as const,
    company,
    establishment,
    issuedOn,
    sentences: [`Certificat valable jusqu'au ${formatDay(until)}.`],
    rows: lines.map((line): [string, string] => [line.code, line.rge ? `${line.libelle} (RGE)` : line.libelle]),
  };
  const insurance = { nom: assureur, identifiant: `SPEC-${company.siren}` };
  return found({
    document_url: `https://${STORAGE_HOST}${world.issue(specimen, DAY_SECONDS)}`,
    document_url_expires_in: DAY_SECONDS,
    date_emission: issuedOn,
    date_fin_validite: until,
    entity: {
      assurance_responsabilite_travaux: insurance,
      assurance_responsabilite_civile: insurance,
      certifications: lines.map((line) => ({ ...line, date_attribution: since })),
    },
  });
}

function qualifelec({ world, company }: Call): Reply {
  if (company.qualifelec.length === 0) return notFound(QUALIFELEC);
  const [from, until] = [world.day({ months: -7 }), world.day({ months: 5 })];
  const insurance = { nom: "ASSURANCES DU SPECIMEN", date_debut: from, date_fin: until };
  return listed(
    company.qualifelec.map((line) => ({
      document_url: `https://www.qualifelec.fr/certificats/${company.siren}-${line.numero}.pdf`,
      numero: line.numero,
      rge: line.rge,
      date_debut: from,
      date_fin: until,
      qualification: {
        label: line.label,
        date_debut: from,
        date_fin: world.day({ months: 41 }),
        indices: [{ code: line.indice.code, label: line.indice.libelle }],
        mentions: line.rge ? [{ code: "RGE", label: "Reconnu Garant de l'Environnement" }] : [],
        domaines: [],
        classification: line.classe,
      },
      assurance_decennale: insurance,
      assurance_civile: insurance,
    })),
    { total: company.qualifelec.length },
  );
}

/** Validity of the RGE lines of this simulator. */
export function rgeDays(world: Call["world"]): { readonly from: string; readonly until: string } {
  return { from: world.day({ months: -10 }), until: world.day({ months: 14 }) };
}

/** ADEME's identifier of a line. */
export function rgeIdOf(siret: string, line: RgeLine): string {
  return `Q${siret.slice(0, 9)}-${line.qualification.code}`;
}

function rge({ world, company, establishment, query }: Call): Reply {
  const limit = Number(query.get("limit") ?? "1000");
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    return failure(422, "00313", "Entité non traitable", "Le paramètre limit doit être entre 1 et 1000", {}, { parameter: "limit" });
  }
  if (company.rge.length === 0) return notFound(ADEME);
  const { from, until } = rgeDays(world);
  return listed(
    company.rge.slice(0, limit).map((line) => ({
      url: line.url,
      nom_certificat: line.certificat,
      domaine: line.domaine,
      meta_domaine: line.metaDomaine,
      qualification: { code: line.qualification.code, nom: line.qualification.libelle },
      organisme: line.organisme,
      date_attribution: from,
      date_expiration: until,
      meta: { internal_id: rgeIdOf(establishment.siret, line), updated_at: world.day({ days: -3 }), archived: false },
    })),
  );
}

function opqibi({ world, company }: Call): Reply {
  if (company.opqibi === null) return notFound(OPQIBI);
  return found({
    numero_certificat: company.opqibi.numero,
    url: `https://www.opqibi.com/fiche/${company.siren.slice(-4)}`,
    date_delivrance_certificat: world.day({ months: -4 }),
    duree_validite_certificat: "valable un an",
    assurances: "ASSURANCES DU SPECIMEN",
    qualifications: company.opqibi.qualifications.map(({ code, libelle }) => ({
      nom: libelle,
      code_qualification: code,
      definition: `Qualification ${code} (spécimen).`,
      rge: false,
    })),
    date_validite_qualifications: world.day({ months: 32 }),
    qualifications_probatoires: [],
    date_validite_qualifications_probatoires: null,
  });
}

export const qualificationEndpoints: readonly Endpoint[] = [
  {
    path: "/v4/qualibat/etablissements/:siret/certification_batiment",
    scopes: ["qualibat", "open_data"],
    quota: "documents",
    provider: QUALIBAT,
    cache: "untilMidnight",
    respond: qualibat,
  },
  {
    path: "/v3/qualifelec/etablissements/:siret/certificats",
    scopes: ["open_data"],
    quota: "json",
    provider: QUALIFELEC,
    respond: qualifelec,
  },
  {
    path: "/v3/ademe/etablissements/:siret/certification_rge",
    scopes: ["certificat_rge_ademe", "open_data"],
    quota: "json",
    provider: ADEME,
    respond: rge,
  },
  {
    path: "/v3/opqibi/unites_legales/:siren/certification_ingenierie",
    scopes: ["certificat_opqibi", "certification_opqibi", "open_data"],
    quota: "json",
    provider: OPQIBI,
    respond: opqibi,
  },
];
