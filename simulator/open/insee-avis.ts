/** INSEE's "avis de situation": a PDF by SIRET. */
import { Hono } from "hono";
import { formatDay } from "../../src/domain/time.ts";
import { demoCompanyOf, establishmentOf } from "../companies.ts";
import type { World } from "../world.ts";

export function inseeAvis(world: World): Hono {
  const app = new Hono();
  app.get("/identification/pdf/:siret", async (context) => {
    const siret = context.req.param("siret");
    const company = demoCompanyOf(siret);
    const establishment = company === undefined ? undefined : establishmentOf(company, siret);
    if (company === undefined || establishment === undefined || company.diffusion !== "diffusible") {
      return context.json({ message: "Aucun établissement" }, 404);
    }
    const state = establishment.closedOn === null ? "Actif" : `Fermé depuis le ${formatDay(establishment.closedOn)}`;
    const pdf = await world.print({
      kind: "avisInsee",
      company,
      establishment,
      issuedOn: world.today(),
      sentences: [`Situation au répertoire Sirene à la date du ${formatDay(world.today())}.`],
      rows: [
        ["État de l'établissement", state],
        ["Catégorie juridique", `${company.formeJuridique.code} - ${company.formeJuridique.libelle}`],
        ["Activité principale exercée", `${company.naf.code} - ${company.naf.libelle}`],
      ],
    });
    return context.body(new Uint8Array(pdf), 200, { "content-type": "application/pdf" });
  });
  return app;
}
