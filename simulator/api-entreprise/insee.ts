/** INSEE: establishments and companies, whole, or with "[ND]" for people who do not want to be published. */
import { parisDay } from "../../src/domain/time.ts";
import type { DemoCompany, Establishment } from "../companies.ts";
import { siegeOf } from "../companies.ts";
import { type Call, type Endpoint, found, type Provider, type Reply } from "./endpoint.ts";

const INSEE: Provider = { code: "01", name: "INSEE" };
const BASE = "https://entreprise.api.gouv.fr/v4/insee/sirene";
const HIDDEN = "[ND]";
const SCOPES = ["etablissements", "unites_legales_etablissements_insee"];

/** Midnight in Paris, as INSEE's dates are sent. */
function unixOf(day: string): number {
  const summer = new Date(`${day}T00:00:00+02:00`);
  const midnight = parisDay(summer) === day ? summer : new Date(`${day}T00:00:00+01:00`);
  return midnight.getTime() / 1000;
}

function naf(code: { code: string; libelle: string }, nomenclature: "NAF2025" | "NAFRev2") {
  return { code: code.code, libelle: code.libelle, nomenclature };
}

function workforce(company: DemoCompany, today: string) {
  const size = company.workforce;
  if (size === null) return { code: null, intitule: null, date_reference: null, de: null, a: null };
  return { code: size.code, intitule: size.intitule, date_reference: String(Number(today.slice(0, 4)) - 2), de: size.de, a: size.a };
}

function person(company: DemoCompany, masked: boolean) {
  const who = company.person;
  const shown = (value: string | undefined) => (value === undefined ? null : masked ? HIDDEN : value);
  return {
    pseudonyme: null,
    prenom_usuel: shown(who?.prenoms[0]),
    prenom_1: shown(who?.prenoms[0]),
    prenom_2: shown(who?.prenoms[1]),
    prenom_3: null,
    prenom_4: null,
    nom_usage: null,
    nom_naissance: shown(who?.nom),
    sexe: masked ? null : (who?.sexe ?? null),
  };
}

function unit(company: DemoCompany, today: string, masked: boolean) {
  return {
    siren: company.siren,
    rna: company.rna,
    siret_siege_social: siegeOf(company).siret,
    type: company.person === null ? "personne_morale" : "personne_physique",
    status_diffusion: company.diffusion,
    personne_morale_attributs: { raison_sociale: company.person === null ? company.name : null, sigle: company.sigle },
    personne_physique_attributs: person(company, masked),
    categorie_entreprise: company.categorie,
    diffusable_commercialement: company.diffusion === "diffusible",
    forme_juridique: company.formeJuridique,
    activite_principale: naf(company.naf2025, "NAF2025"),
    activite_principale_naf_rev2: naf(company.naf, "NAFRev2"),
    tranche_effectif_salarie: workforce(company, today),
    etat_administratif: "A",
    economie_sociale_et_solidaire: company.ess,
    date_creation: unixOf(company.createdOn),
  };
}

function addressOf(company: DemoCompany, establishment: Establishment, masked: boolean) {
  const { address } = establishment;
  const shown = (value: string) => (masked ? HIDDEN : value);
  const name = masked ? HIDDEN : company.name;
  const last = address.cedex ?? { code: address.codePostal, libelle: address.commune };
  const street = `${address.numero} ${address.typeVoie} ${address.voie}`;
  return {
    numero_voie: shown(address.numero),
    indice_repetition_voie: null,
    type_voie: shown(address.typeVoie),
    libelle_voie: shown(address.voie),
    complement_adresse: address.complement,
    code_commune: address.codeCommune,
    code_postal: shown(address.codePostal),
    distribution_speciale: null,
    code_cedex: masked ? null : (address.cedex?.code ?? null),
    libelle_cedex: masked ? null : (address.cedex?.libelle ?? null),
    libelle_commune: address.commune,
    libelle_commune_etranger: null,
    code_pays_etranger: null,
    libelle_pays_etranger: null,
    status_diffusion: company.diffusion,
    acheminement_postal: {
      l1: company.person === null ? name : "",
      l2: company.person === null ? "" : name,
      l3: address.complement ?? "",
      l4: shown(street),
      l5: "",
      l6: masked ? address.commune : `${last.code} ${last.libelle}`,
      l7: "FRANCE",
    },
  };
}

function etablissement(call: Call, masked: boolean): Reply {
  const { company, establishment, asked } = call;
  const today = call.world.today();
  return found(
    {
      siret: establishment.siret,
      siege_social: establishment.siege,
      etat_administratif: establishment.closedOn === null ? "A" : "F",
      date_fermeture: establishment.closedOn === null ? null : unixOf(establishment.closedOn),
      activite_principale: naf(company.naf2025, "NAF2025"),
      activite_principale_naf_rev2: naf(company.naf, "NAFRev2"),
      tranche_effectif_salarie: workforce(company, today),
      status_diffusion: company.diffusion,
      diffusable_commercialement: company.diffusion === "diffusible",
      enseigne: establishment.enseigne,
      unite_legale: unit(company, today, masked),
      adresse: addressOf(company, establishment, masked),
      date_creation: unixOf(establishment.createdOn),
    },
    {
      date_derniere_mise_a_jour: unixOf(call.world.day({ months: -2 })),
      redirect_from_siret: asked.siret === establishment.siret ? null : asked.siret,
    },
    { unite_legale: `${BASE}/unites_legales/${company.siren}` },
  );
}

function uniteLegale(call: Call, masked: boolean): Reply {
  const data = { ...unit(call.company, call.world.today(), masked), date_cessation: null };
  const siege = `${BASE}/etablissements/${siegeOf(call.company).siret}`;
  return found(
    data,
    { date_derniere_mise_a_jour: unixOf(call.world.day({ months: -2 })), redirect_from_siren: null },
    { siege_social: siege, siege_social_adresse: `${siege}/adresse` },
  );
}

const isMasked = (call: Call) => call.company.diffusion === "partiellement_diffusible";

export const inseeEndpoints: readonly Endpoint[] = [
  {
    path: "/v4/insee/sirene/etablissements/:siret",
    scopes: SCOPES,
    quota: "json",
    provider: INSEE,
    cache: "hour",
    respond: (call) => etablissement(call, false),
  },
  {
    path: "/v4/insee/sirene/etablissements/diffusibles/:siret",
    scopes: ["etablissements", "open_data"],
    quota: "json",
    provider: INSEE,
    cache: "hour",
    respond: (call) => etablissement(call, isMasked(call)),
  },
  {
    path: "/v4/insee/sirene/unites_legales/:siren",
    scopes: SCOPES,
    quota: "json",
    provider: INSEE,
    cache: "hour",
    respond: (call) => uniteLegale(call, false),
  },
  {
    path: "/v4/insee/sirene/unites_legales/diffusibles/:siren",
    scopes: ["etablissements", "open_data"],
    quota: "json",
    provider: INSEE,
    cache: "hour",
    respond: (call) => uniteLegale(call, isMasked(call)),
  },
];
