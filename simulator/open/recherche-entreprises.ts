/**
 * Recherche d'entreprises: a search by SIREN or SIRET; what may not be published is replaced by "[NON-DIFFUSIBLE]". It gives what is asked
 * and no more: the registration only with `include_admin`, one year of accounts, the roles of one person joined.
 */

import { Hono } from "hono";
import { fold } from "../../src/domain/plain.ts";
import { tvaOf } from "../../src/domain/siret.ts";
import { DEMO_COMPANIES, type DemoCompany, demoCompanyOf, type Establishment, siegeOf } from "../companies.ts";
import { closedYears, type World } from "../world.ts";

const HIDDEN = "[NON-DIFFUSIBLE]";

function establishmentRow(company: DemoCompany, establishment: Establishment, today: string) {
  const { address } = establishment;
  return {
    siret: establishment.siret,
    est_siege: establishment.siege,
    ancien_siege: !establishment.siege && establishment.closedOn !== null,
    etat_administratif: establishment.closedOn === null ? "A" : "F",
    date_creation: establishment.createdOn,
    date_debut_activite: establishment.createdOn,
    date_fermeture: establishment.closedOn,
    activite_principale: company.naf.code,
    activite_principale_naf25: company.naf2025.code,
    ...streetRow(address, isMasked(company)),
    indice_repetition: null,
    code_postal: address.codePostal,
    commune: address.codeCommune,
    libelle_commune: address.commune,
    departement: address.codePostal.slice(0, 2),
    distribution_speciale: null,
    code_pays_etranger: null,
    libelle_pays_etranger: null,
    libelle_commune_etranger: null,
    caractere_employeur: company.workforce === null ? "N" : "O",
    liste_enseignes: establishment.enseigne === null ? null : [establishment.enseigne],
    liste_idcc: null,
    liste_rge: company.rge.length === 0 ? null : company.rge.map((line) => line.qualification.code),
    liste_id_organisme_formation: company.formation === null ? null : [company.formation.nda],
    nom_commercial: null,
    statut_diffusion_etablissement: isMasked(company) ? "P" : "O",
    tranche_effectif_salarie: company.workforce?.code ?? "NN",
    annee_tranche_effectif_salarie: company.workforce === null ? null : String(Number(today.slice(0, 4)) - 2),
  };
}

/** The street of an address, masked for a company that may not be published. */
function streetRow(address: Establishment["address"], masked: boolean) {
  const street = `${address.numero} ${address.typeVoie} ${address.voie} ${address.codePostal} ${address.commune}`;
  return {
    adresse: masked ? HIDDEN : street,
    numero_voie: masked ? HIDDEN : address.numero,
    type_voie: masked ? HIDDEN : address.typeVoie,
    libelle_voie: masked ? HIDDEN : address.voie,
    complement_adresse: masked ? HIDDEN : address.complement,
    cedex: masked ? null : (address.cedex?.code ?? null),
    libelle_cedex: masked ? null : (address.cedex?.libelle ?? null),
  };
}

function isMasked({ diffusion }: DemoCompany): boolean {
  return diffusion === "partiellement_diffusible";
}

function officerRows(company: DemoCompany) {
  const masked = isMasked(company);
  if (company.person !== null) {
    const { nom, prenoms } = company.person;
    return [
      {
        nom: masked ? HIDDEN : nom,
        prenoms: masked ? HIDDEN : prenoms.join(" "),
        annee_de_naissance: null,
        date_de_naissance: null,
        qualite: null,
        nationalite: null,
        type_dirigeant: "personne physique",
      },
    ];
  }
  return [...Map.groupBy(company.officers, ({ nom, prenoms, siren }) => `${nom} ${prenoms} ${siren}`).values()].map((roles) => {
    const [first] = roles;
    const officer = { ...first, qualite: roles.map(({ qualite }) => qualite).join(", ") };
    return officer.denomination === undefined
      ? {
          nom: officer.nom,
          prenoms: officer.prenoms,
          annee_de_naissance: officer.naissance?.slice(0, 4) ?? null,
          date_de_naissance: officer.naissance ?? null,
          qualite: officer.qualite,
          nationalite: "Française",
          type_dirigeant: "personne physique",
        }
      : { siren: officer.siren, denomination: officer.denomination, qualite: officer.qualite, type_dirigeant: "personne morale" };
  });
}

/** The last year only, by the year of its closing. */
function financesOf(company: DemoCompany, today: string) {
  const [closing] = company.bilans === 0 ? [] : closedYears(company, today, 1);
  if (closing === undefined || company.exercices === null) return null;
  return { [closing.slice(0, 4)]: { ca: company.exercices[0] ?? null, resultat_net: company.resultats[0] ?? null } };
}

function registrationOf({ rne, createdOn }: DemoCompany) {
  if (rne === null) return null;
  return {
    date_debut_activite: createdOn,
    date_immatriculation: rne.registeredOn,
    date_radiation: null,
    date_cloture_exercice: rne.cloture === null ? null : `${rne.cloture.slice(3)}${rne.cloture.slice(0, 2)}`,
    capital_social: rne.capital,
    devise_capital: "EUR",
    indicateur_associe_unique: rne.associeUnique,
  };
}

/** What a caller may ask for. */
interface Wanted {
  /** Parts that are given only by name. */
  readonly admin: ReadonlySet<string>;
  /** `minimal`: the parts named here and no others; `null`: all. */
  readonly parts: ReadonlySet<string> | null;
}

function wantedIn(query: (name: string) => string | undefined): Wanted {
  const listed = (name: string) => new Set((query(name) ?? "").split(",").map((part) => part.trim().toLowerCase()));
  return { admin: listed("include_admin"), parts: query("minimal") === "true" ? listed("include") : null };
}

/** Parts that `minimal` leaves out unless they are named. */
const PARTS = ["siege", "matching_etablissements", "complements", "dirigeants", "finances", "tva"];

function hit(company: DemoCompany, matching: readonly Establishment[], today: string, { admin, parts }: Wanted) {
  const masked = isMasked(company);
  const year = String(Number(today.slice(0, 4)) - 2);
  const whole = {
    siren: company.siren,
    nom_complet: masked ? HIDDEN : company.name,
    nom_raison_sociale: company.person === null ? company.name : null,
    sigle: company.sigle,
    nombre_etablissements: company.establishments.length,
    nombre_etablissements_ouverts: company.establishments.filter(({ closedOn }) => closedOn === null).length,
    siege: establishmentRow(company, siegeOf(company), today),
    activite_principale: company.naf.code,
    activite_principale_naf25: company.naf2025.code,
    categorie_entreprise: company.categorie,
    annee_categorie_entreprise: company.categorie === null ? null : year,
    caractere_employeur: company.workforce === null ? "N" : "O",
    date_creation: company.createdOn,
    date_fermeture: null,
    date_mise_a_jour: `${today}T06:00:00`,
    dirigeants: officerRows(company),
    etat_administratif: "A",
    nature_juridique: company.formeJuridique.code,
    section_activite_principale: "F",
    tranche_effectif_salarie: company.workforce?.code ?? "NN",
    annee_tranche_effectif_salarie: company.workforce === null ? null : year,
    statut_diffusion: masked ? "P" : "O",
    matching_etablissements: matching.map((establishment) => establishmentRow(company, establishment, today)),
    ...(admin.has("immatriculation") ? { immatriculation: registrationOf(company) } : {}),
    tva: company.tvaValide ? [tvaOf(company.siren), ...(company.secondTva === undefined ? [] : [company.secondTva])] : [],
    finances: financesOf(company, today),
    complements: {
      est_association: company.rna !== null,
      est_entrepreneur_individuel: company.person !== null,
      est_ess: company.ess === true,
      est_organisme_formation: company.formation !== null,
      est_qualiopi: company.formation !== null,
      est_rge: company.rge.length > 0,
      est_bio: false,
      est_siae: false,
      est_societe_mission: false,
      est_administration: false,
      egapro_renseignee: false,
      convention_collective_renseignee: false,
      identifiant_association: company.rna,
      liste_id_organisme_formation: company.formation === null ? null : [company.formation.nda],
    },
  };
  if (parts === null) return whole;
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !PARTS.includes(key) || parts.has(key)));
}

const plain = (text: string) => fold(text).toUpperCase();

/** True when every typed word begins a word of the name. */
function isNamed({ name, sigle }: DemoCompany, text: string): boolean {
  const words = plain(`${name} ${sigle ?? ""}`).split(/[^A-Z0-9]+/);
  return plain(text)
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== "")
    .every((word) => words.some((own) => own.startsWith(word)));
}

export function rechercheEntreprises(world: World): Hono {
  const app = new Hono();
  app.get("/search", (context) => {
    const text = context.req.query("q") ?? "";
    const q = text.replaceAll(" ", "");
    const wanted = wantedIn((name) => context.req.query(name));
    const perPage = Number(context.req.query("per_page") ?? "10");
    if (q === "" || perPage < 1 || perPage > 25) return context.json({ erreur: "Veuillez vérifier les paramètres de votre requête." }, 400);
    if (!/^\d{9}(\d{5})?$/.test(q)) {
      const found = DEMO_COMPANIES.filter((company) => company.diffusion === "diffusible" && isNamed(company, text));
      const results = found.slice(0, perPage).map((company) => hit(company, [], world.today(), wanted));
      const pages = Math.ceil(found.length / perPage);
      return context.json({ results, total_results: found.length, page: 1, per_page: perPage, total_pages: pages });
    }
    const company = demoCompanyOf(q);
    const matching =
      q.length === 14
        ? (company?.establishments.filter(({ siret }) => siret === q) ?? [])
        : (company?.establishments.filter(({ siege }) => siege) ?? []);
    const results = company === undefined || matching.length === 0 ? [] : [hit(company, matching, world.today(), wanted)];
    return context.json({ results, total_results: results.length, page: 1, per_page: perPage, total_pages: results.length });
  });
  return app;
}
