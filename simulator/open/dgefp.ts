/** DGEFP's public list of training bodies: booleans written as words. */
import { Hono } from "hono";
import { formatDay } from "../../src/domain/time.ts";
import { demoCompanyOf, siegeOf } from "../companies.ts";
import type { World } from "../world.ts";

export function dgefp(world: World): Hono {
  const app = new Hono();
  app.get("/api/explore/v2.1/catalog/datasets/liste-publique-des-of-v2/records", (context) => {
    const where = context.req.query("where") ?? "";
    const siren = /siren\s*=\s*"?(\d{9})/.exec(where)?.[1];
    if (siren === undefined) return context.json({ error_code: "ODSQLError", message: "where attendu" }, 400);
    const company = demoCompanyOf(siren);
    const body = company?.formation ?? null;
    if (company === undefined || body === null) return context.json({ total_count: 0, results: [] });
    const word = (action: (typeof body.actions)[number]) => String(body.actions.includes(action));
    const result = {
      numerodeclarationactivite: body.nda,
      numerosdeclarationactiviteprecedent: null,
      siren,
      siretetablissementdeclarant: siegeOf(company).siret,
      denomination: company.name,
      certifications_actionsdeformation: word("action_formation"),
      certifications_bilansdecompetences: word("bilan_competences"),
      certifications_vae: word("validation_acquis_experience"),
      certifications_actionsdeformationparapprentissage: word("apprentissage"),
      informationsdeclarees_datedernieredeclaration: formatDay(world.day({ months: -6 })),
      informationsdeclarees_specialitesdeformation_libellespecialite1: body.specialites[0]?.libelle ?? null,
    };
    return context.json({ total_count: 1, results: [result] });
  });
  return app;
}
