/** ADEME's data-fair: the RGE lines of an establishment or of a company (`siret:SIREN*`). */
import { Hono } from "hono";
import { rgeDays, rgeIdOf } from "../api-entreprise/qualifications.ts";
import { demoCompanyOf, siegeOf } from "../companies.ts";
import type { World } from "../world.ts";

export function ademe(world: World): Hono {
  const app = new Hono();
  app.get("/data-fair/api/v1/datasets/:dataset/lines", (context) => {
    const wanted = /siret:"?(\d{9,14})\*?"?/.exec(context.req.query("qs") ?? "")?.[1] ?? context.req.query("siret_eq");
    const company = wanted === undefined ? undefined : demoCompanyOf(wanted);
    if (company === undefined) return context.json({ total: 0, results: [] });
    const siege = siegeOf(company);
    const { from, until } = rgeDays(world);
    const matches = wanted?.length === 9 || wanted === siege.siret;
    const results = (matches ? company.rge : []).map((line) => ({
      siret: siege.siret,
      nom_entreprise: company.name,
      adresse: `${siege.address.numero} ${siege.address.typeVoie} ${siege.address.voie}`,
      code_postal: siege.address.codePostal,
      commune: siege.address.commune,
      domaine: line.domaine,
      meta_domaine: line.metaDomaine,
      code_qualification: line.qualification.code,
      nom_qualification: line.qualification.libelle,
      nom_certificat: line.certificat,
      organisme: line.organisme,
      url_qualification: line.url,
      date_debut: from,
      date_fin: until,
      lien_date_debut: from,
      lien_date_fin: until,
      particulier: true,
      traitement_termine: false,
      _updatedAt: world.now().toISOString(),
      _id: rgeIdOf(siege.siret, line),
    }));
    return context.json({ total: results.length, results });
  });
  return app;
}
