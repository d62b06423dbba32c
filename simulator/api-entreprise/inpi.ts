/** INPI through API Entreprise: the RNE extract, the list of deposits, and their links in two steps. */
import type { Hono } from "hono";
import { formatDay } from "../../src/domain/time.ts";
import { type DemoCompany, type Establishment, siegeOf } from "../companies.ts";
import { deposits } from "../deposits.ts";
import type { Specimen } from "../specimens.ts";
import type { World } from "../world.ts";
import { type Call, type Endpoint, failure, found, notFound, type Provider, type Reply } from "./endpoint.ts";

const INPI: Provider = { code: "34", name: "INPI - RNE" };
const BASE = "https://entreprise.api.gouv.fr";
/** The first link dies after an hour, the file it leads to after a day. */
const LINK_SECONDS = 3600;
const FILE_SECONDS = 86_400;

/** The two link routes: no token, no parameter. */
export function inpiLinks(app: Hono, world: World): void {
  app.get("/proxy/inpi/download/:link", (context) => {
    const specimen = world.issued(context.req.path);
    if (specimen === undefined) return context.json(failure(404, "34003", "Entité non trouvée", "Lien inconnu").body, 404);
    if (specimen === "expired") return context.json(failure(410, "00403", "Lien expiré", "Le lien a plus d'une heure").body, 410);
    const document_url = `${BASE}${world.issue(specimen, FILE_SECONDS, "/proxy/files/")}`;
    return context.json({ data: { document_url, expires_in: FILE_SECONDS } });
  });
  app.get("/proxy/files/:uuid", async (context) => {
    const specimen = world.issued(context.req.path);
    if (specimen === undefined || specimen === "expired") return context.body(null, 404);
    return context.body(new Uint8Array(await world.print(specimen)), 200, { "content-type": "application/pdf" });
  });
}

function linkTo(world: World, specimen: Specimen): string {
  return `${BASE}${world.issue(specimen, LINK_SECONDS, "/proxy/inpi/download/")}`;
}

function postal(establishment: Establishment) {
  const { address } = establishment;
  return {
    voie: `${address.numero} ${address.typeVoie} ${address.voie}`,
    code_postal: address.codePostal,
    commune: address.commune,
    pays: "FRANCE",
    complement: address.complement,
  };
}

/** "1975-05" → "05-1975", as the published description says. */
function monthFirst(month: string | undefined): string {
  return month === undefined ? "" : month.split("-").reverse().join("-");
}

function extrait({ world, company }: Call): Reply {
  const { rne } = company;
  if (rne === null) return notFound(INPI);
  const code_APE = { code: company.naf.code.replace(".", ""), libelle: company.naf.libelle };
  const code_APRM = { code: null, libelle: null };
  return found({
    document_url: linkTo(world, registration(world, company)),
    identite_entreprise: {
      denomination: company.person === null ? company.name : null,
      nom: company.person?.nom ?? null,
      prenoms: company.person === null ? [] : [...company.person.prenoms],
      siren: company.siren,
      date_immatriculation_rne: rne.registeredOn,
      date_debut_activite: company.createdOn,
      detail_cessation: null,
      dissolution: { date: null, poursuite_activite: null, avec_liquidation: null },
      date_fin_personne: null,
      date_cloture_exercice: rne.cloture,
      date_premiere_cloture_exercice: null,
      nature_entreprise: rne.nature,
      forme_juridique: company.formeJuridique,
      associe_unique: rne.associeUnique,
      activite_principales_objet_social: rne.objet,
      code_APE,
      code_APRM,
      capital_social: { montant: rne.capital, devise: "EUR" },
      adresse_siege_social: postal(siegeOf(company)),
    },
    // Legal persons who direct a company are not in this extract.
    dirigeants_et_associes: company.officers.flatMap(({ qualite, nom, prenoms, naissance, commune }) =>
      nom === undefined
        ? []
        : [{ qualite, nom, prenom: prenoms?.split(" ")[0] ?? "", date_naissance: monthFirst(naissance), commune_residence: commune ?? "" }],
    ),
    etablissements: company.establishments.map((establishment) => ({
      type_etablissement: establishment.siege ? "Siège et principal" : "Secondaire",
      date_debut_activite: establishment.createdOn,
      siret: establishment.siret,
      code_APE,
      code_APRM,
      nature_etablissement: rne.nature,
      activite_principale: rne.objet,
      autre_activite: null,
      adresse: postal(establishment),
      statut: establishment.closedOn === null ? "actif" : "fermé",
    })),
    diffusion_commerciale: company.diffusion === "diffusible",
    diffusion_insee: company.diffusion === "diffusible",
    etablissements_fermes_total: company.establishments.filter(({ closedOn }) => closedOn !== null).length,
    observations: rne.observations.map(({ numero, on, texte }) => ({ fournisseur: "rcs", numero, date: world.day(on), texte })),
  });
}

/** Proof of registration, of a registered company. */
export function registration(world: World, company: DemoCompany): Specimen {
  return {
    kind: "immatriculation",
    company,
    issuedOn: world.today(),
    sentences: [
      "L'entreprise désignée ci-dessus est immatriculée au registre national des entreprises.",
      ...(company.rne === null ? [] : [`Date d'immatriculation : ${formatDay(company.rne.registeredOn)}.`]),
    ],
    rows: [
      ["Forme juridique", company.formeJuridique.libelle],
      ["Activité principale", company.naf.libelle],
    ],
  };
}

function actesBilans({ world, company }: Call): Reply {
  const { actes, bilans } = deposits(world, company);
  if (actes.length + bilans.length === 0) return notFound(INPI);
  return found({
    actes: actes.map((acte) => ({
      id: acte.id,
      nom_document: acte.name,
      date_depot: acte.depositedOn,
      date_mise_a_jour: acte.depositedOn,
      types_actes: [{ type_acte: acte.type, type_decision: acte.decision }],
      url: linkTo(world, acte.specimen),
    })),
    bilans: bilans.map((bilan) => ({
      id: bilan.id,
      nom_document: bilan.name,
      date_depot: bilan.depositedOn,
      date_cloture: bilan.closingOn,
      date_mise_a_jour: bilan.depositedOn,
      type: "bilan complet",
      url: linkTo(world, bilan.specimen),
    })),
  });
}

export const inpiEndpoints: readonly Endpoint[] = [
  {
    path: "/v3/inpi/rne/unites_legales/:siren/extrait_rne",
    scopes: ["unites_legales_etablissements_insee"],
    quota: "rneExtrait",
    provider: INPI,
    cache: "until03",
    respond: extrait,
  },
  {
    path: "/v3/inpi/rne/unites_legales/open_data/:siren/actes_bilans",
    scopes: ["open_data"],
    quota: "rneActes",
    provider: INPI,
    respond: actesBilans,
  },
];
