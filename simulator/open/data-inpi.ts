/** INPI's public portal: proof of registration, as a PDF, by SIREN. */
import { Hono } from "hono";
import { registration } from "../api-entreprise/inpi.ts";
import { demoCompanyOf } from "../companies.ts";
import type { World } from "../world.ts";

export function dataInpi(world: World): Hono {
  const app = new Hono();
  app.get("/export/companies", async (context) => {
    const siren = /^\["(\d{9})"\]$/.exec(context.req.query("ids") ?? "")?.[1] ?? "";
    const company = demoCompanyOf(siren);
    if (company === undefined || company.rne === null) return context.html("<p>Aucune entreprise</p>", 404);
    return context.body(new Uint8Array(await world.print(registration(world, company))), 200, { "content-type": "application/pdf" });
  });
  return app;
}
