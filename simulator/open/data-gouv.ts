/** data.gouv.fr's tabular service: the list of ESS France, and the table of public contracts. */
import { Hono } from "hono";
import { DEMO_BUYER, type DemoCompany, demoCompanyOf, siegeOf } from "../companies.ts";
import type { World } from "../world.ts";

/** A row for each contract and each change of it, the latest first. */
function contractRows(world: World, { siret, name, marches }: DemoCompany) {
  return marches
    .flatMap(({ id, objet, cpv, techniques, groupement, states }) =>
      states.map(({ on, montant, mois }, change) => ({
        uid: `${DEMO_BUYER.siret}${id}`,
        id,
        nature: "Marché",
        acheteur_id: DEMO_BUYER.siret,
        acheteur_nom: DEMO_BUYER.name,
        titulaire_id: siret,
        titulaire_typeIdentifiant: "SIRET",
        titulaire_nom: name,
        objet,
        montant,
        codeCPV: cpv,
        techniques,
        dureeMois: mois,
        dateNotification: world.day(on),
        typeGroupementOperateurs: groupement,
        modification_id: change,
        donneesActuelles: change === states.length - 1,
        montant_anomalie: null,
        montant_rationalise: 999,
      })),
    )
    .sort((a, b) => b.dateNotification.localeCompare(a.dateNotification));
}

export function dataGouv(world: World): Hono {
  const app = new Hono();
  app.get("/api/resources/:resource/data/", (context) => {
    const holder = demoCompanyOf(context.req.query("titulaire_id__contains") ?? "");
    if (holder !== undefined) return context.json({ data: contractRows(world, holder), links: {}, meta: {} });
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
