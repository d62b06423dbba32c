/** data.gouv.fr's tabular service: the list of ESS France. */
import { Hono } from "hono";
import { demoCompanyOf, siegeOf } from "../companies.ts";

export function dataGouv(): Hono {
  const app = new Hono();
  app.get("/api/resources/:resource/data/", (context) => {
    const siren = context.req.query("SIREN__exact") ?? "";
    const company = demoCompanyOf(siren);
    const listed = company?.siren === siren && company.ess === true;
    const rows = listed
      ? [
          {
            SIREN: siren,
            "Nom ou raison sociale de l'entreprise": company.name,
            "Famille juridique de l'entreprise": company.rna === null ? "Sociétés commerciales" : "Associations",
            "Code postal": siegeOf(company).address.codePostal,
            "Libellé de la commune de l'établissement": siegeOf(company).address.commune,
          },
        ]
      : [];
    return context.json({ data: rows, links: { next: null, prev: null }, meta: { page: 1, page_size: 20, total: rows.length } });
  });
  return app;
}
