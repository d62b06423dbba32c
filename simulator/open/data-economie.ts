/** The Ministry of Economy's open data: the accounts that companies filed without asking for confidentiality, one row per form. */
import { Hono } from "hono";
import { type DemoCompany, demoCompanyOf } from "../companies.ts";
import { closedYears, type World } from "../world.ts";

function rows(company: DemoCompany, today: string) {
  return closedYears(company, today, company.bilans).map((closing, index) => ({
    siren: company.siren,
    date_cloture_exercice: closing,
    chiffre_d_affaires: company.exercices?.[index] ?? null,
    resultat_net: company.resultats[index] ?? null,
    type_bilan: "C",
    confidentiality: "Public",
  }));
}

export function dataEconomie(world: World): Hono {
  const app = new Hono();
  app.get("/api/explore/v2.1/catalog/datasets/ratios_inpi_bce/records", (context) => {
    const siren = /siren\s*=\s*"?(\d{9})/.exec(context.req.query("where") ?? "")?.[1];
    if (siren === undefined) return context.json({ error_code: "ODSQLError", message: "where attendu" }, 400);
    const company = demoCompanyOf(siren);
    const all = company === undefined || company.exercices === null ? [] : rows(company, world.today());
    const select = context.req.query("select")?.split(",");
    const shown = all
      .slice(0, Number(context.req.query("limit") ?? "10"))
      .map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => select === undefined || select.includes(key))));
    return context.json({ total_count: all.length, results: shown });
  });
  return app;
}
