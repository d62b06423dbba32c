/** BODACC on Opendatasoft: notices with JSON written inside strings, as they are. */
import { Hono } from "hono";
import { formatSiren } from "../../src/domain/siret.ts";
import { type BodaccNotice, type DemoCompany, demoCompanyOf, siegeOf } from "../companies.ts";
import type { World } from "../world.ts";

function record(world: World, company: DemoCompany, notice: BodaccNotice) {
  const on = world.day(notice.on);
  const parution = `${on.slice(0, 4)}${on.slice(5, 7)}${on.slice(8)}`;
  const { address } = siegeOf(company);
  return {
    id: `A${parution}${notice.numero}`,
    publicationavis: "A",
    publicationavis_facette: "Bodacc A",
    parution,
    dateparution: on,
    numeroannonce: notice.numero,
    typeavis: "annonce",
    typeavis_lib: "Avis initial",
    familleavis: "collective",
    familleavis_lib: "Procédures collectives",
    numerodepartement: address.codePostal.slice(0, 2),
    tribunal: notice.tribunal,
    commercant: company.name,
    ville: address.commune,
    cp: address.codePostal,
    registre: [formatSiren(company.siren), company.siren],
    listepersonnes: JSON.stringify({
      personne: {
        typePersonne: "pm",
        denomination: company.name,
        formeJuridique: company.formeJuridique.libelle,
        numeroImmatriculation: {
          codeRCS: "RCS",
          numeroIdentification: formatSiren(company.siren),
          nomGreffeImmat: company.rne?.greffe ?? "",
        },
      },
    }),
    jugement: JSON.stringify({
      type: "initial",
      famille: notice.famille,
      nature: notice.nature,
      date: world.day(notice.judgedOn),
      complementJugement: notice.complement,
    }),
    acte: null,
    parutionavisprecedent: null,
    radiationaurcs: null,
    url_complete: `https://www.bodacc.fr/annonce/detail-annonce/A/${parution}/${notice.numero}`,
  };
}

export function bodacc(world: World): Hono {
  const app = new Hono();
  app.get("/api/explore/v2.1/catalog/datasets/annonces-commerciales/records", (context) => {
    const where = context.req.query("where") ?? "";
    const siren = /registre\s*=\s*"([\d ]+)"/.exec(where)?.[1]?.replaceAll(" ", "");
    if (siren === undefined) return context.json({ error_code: "ODSQLError", message: "where attendu" }, 400);
    const limit = Number(context.req.query("limit") ?? "10");
    if (limit > 100) return context.json({ error_code: "InvalidRESTParameterError", message: "limit ≤ 100" }, 400);
    const company = demoCompanyOf(siren);
    const records = company === undefined ? [] : company.bodacc.map((notice) => record(world, company, notice));
    records.sort((one, other) => other.dateparution.localeCompare(one.dateparution));
    const offset = Number(context.req.query("offset") ?? "0");
    return context.json({ total_count: records.length, results: records.slice(offset, offset + limit) });
  });
  return app;
}
