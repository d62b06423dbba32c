/** VIES: is this French VAT number active? */
import { Hono } from "hono";
import { tvaOf } from "../../src/domain/siret.ts";
import { demoCompanyOf } from "../companies.ts";
import type { World } from "../world.ts";

export function vies(world: World): Hono {
  const app = new Hono();
  app.get("/taxation_customs/vies/rest-api/ms/FR/vat/:number", (context) => {
    const number = context.req.param("number");
    const siren = number.slice(2);
    const company = demoCompanyOf(siren);
    const isValid = company?.tvaValide === true && tvaOf(siren) === `FR${number}`;
    return context.json({
      isValid,
      requestDate: world.now().toISOString(),
      userError: isValid ? "VALID" : "INVALID",
      name: isValid ? company?.name : "---",
      address: "---",
      requestIdentifier: "",
      vatNumber: number,
    });
  });
  return app;
}
