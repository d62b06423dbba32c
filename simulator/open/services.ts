/** The upstreams that need no token of API Entreprise, and the certifiers' own hosts, by host name. */
import type { Hono } from "hono";
import type { World } from "../world.ts";
import { ademe } from "./ademe.ts";
import { boamp } from "./boamp.ts";
import { bodacc } from "./bodacc.ts";
import { qualibatSite, qualifelecSite, qualypsoSite } from "./certifiers.ts";
import { dataEconomie } from "./data-economie.ts";
import { dataGouv } from "./data-gouv.ts";
import { dataInpi } from "./data-inpi.ts";
import { dgefp } from "./dgefp.ts";
import { inpi } from "./inpi.ts";
import { inseeAvis } from "./insee-avis.ts";
import { rechercheEntreprises } from "./recherche-entreprises.ts";
import { vies } from "./vies.ts";

export function openServices(world: World): Readonly<Record<string, Hono>> {
  return {
    "boamp-datadila.opendatasoft.com": boamp(world),
    "bodacc-datadila.opendatasoft.com": bodacc(world),
    "recherche-entreprises.api.gouv.fr": rechercheEntreprises(world),
    "data.ademe.fr": ademe(world),
    "dgefp.opendatasoft.com": dgefp(world),
    "data.economie.gouv.fr": dataEconomie(world),
    "tabular-api.data.gouv.fr": dataGouv(world),
    "ec.europa.eu": vies(world),
    "registre-national-entreprises.inpi.fr": inpi(world),
    "data.inpi.fr": dataInpi(world),
    "api-avis-situation-sirene.insee.fr": inseeAvis(world),
    "www.qualibat.com": qualibatSite(world),
    "www.qualypso.fr": qualypsoSite(world),
    "www.qualifelec.fr": qualifelecSite(world),
  };
}
