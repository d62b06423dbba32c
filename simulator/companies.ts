/**
 * The fictitious companies of the demonstration. Every name, address and person is invented; the numbers have valid keys in a range
 * that INSEE has not given out. Dates are written relative to the day of the demonstration, so that nothing ever goes stale.
 */
import type { PieceKind } from "../src/domain/pieces.ts";

/** A day relative to today: months then days, negative in the past. */
export interface RelativeDay {
  readonly months?: number;
  readonly days?: number;
}

interface Labelled {
  readonly code: string;
  readonly libelle: string;
}

interface Address {
  readonly numero: string;
  readonly typeVoie: string;
  readonly voie: string;
  readonly complement: string | null;
  readonly codePostal: string;
  readonly codeCommune: string;
  readonly commune: string;
  /** As INSEE writes it beside the postal code. */
  readonly cedex?: { readonly code: string; readonly libelle: string };
}

export interface Establishment {
  readonly siret: string;
  readonly siege: boolean;
  readonly closedOn: string | null;
  readonly createdOn: string;
  readonly enseigne: string | null;
  readonly address: Address;
}

/** INSEE's size brackets used here: code, label, bounds. */
interface Workforce {
  readonly code: string;
  readonly intitule: string;
  readonly de: number;
  readonly a: number;
}

interface Person {
  readonly nom: string;
  readonly prenoms: readonly string[];
  readonly sexe: "M" | "F";
}

interface Officer {
  readonly qualite: string;
  readonly nom?: string;
  readonly prenoms?: string;
  /** "1975-05". */
  readonly naissance?: string;
  readonly commune?: string;
  /** Name of an officer that is a legal person: absent from API Entreprise's RNE extract, present in Recherche d'entreprises. */
  readonly denomination?: string;
  readonly siren?: string;
}

interface Rne {
  readonly registeredOn: string;
  readonly nature: "COMMERCIALE" | "ARTISANALE" | "AGRICOLE" | "LIBERALE";
  readonly objet: string;
  readonly greffe: string;
  readonly capital: number | null;
  /** "12-31". */
  readonly cloture: string | null;
  readonly associeUnique: boolean;
  readonly observations: readonly { readonly numero: string; readonly on: RelativeDay; readonly texte: string }[];
}

type UrssafSituation =
  | { readonly kind: "ok"; readonly analysedMonthsAgo: number; readonly code: string }
  | { readonly kind: "refus" }
  | { readonly kind: "horsPerimetre"; readonly code: "FUNC501" | "FUNC517"; readonly message: string }
  | { readonly kind: "analyseManuelle" };

interface QualibatLine extends Labelled {
  readonly rge: boolean;
}

export interface RgeLine {
  readonly domaine: string;
  readonly metaDomaine: string;
  readonly qualification: Labelled;
  readonly certificat: string;
  readonly organisme: "qualibat" | "qualifelec" | "opqibi" | "qualitenr";
  /** Address at the certifier, as it publishes it: backslashes included. */
  readonly url: string;
}

interface QualifelecLine {
  readonly numero: number;
  readonly label: string;
  readonly indice: Labelled;
  readonly rge: boolean;
  readonly classe: { readonly code: number; readonly label: string };
}

interface TrainingBody {
  readonly nda: string;
  readonly actions: readonly ("action_formation" | "bilan_competences" | "validation_acquis_experience" | "apprentissage")[];
  readonly specialites: readonly Labelled[];
  readonly habilitations: readonly { readonly code: string; readonly intitule: string }[];
}

export interface BodaccNotice {
  readonly numero: number;
  readonly on: RelativeDay;
  readonly judgedOn: RelativeDay;
  readonly tribunal: string;
  readonly famille: string;
  readonly nature: string;
  readonly complement: string;
}

export interface DemoCompany {
  /** The SIRET to try. */
  readonly siret: string;
  readonly siren: string;
  readonly name: string;
  /** What this company shows, in one sentence. */
  readonly situation: string;
  readonly person: Person | null;
  readonly sigle: string | null;
  readonly formeJuridique: Labelled;
  readonly naf: Labelled;
  readonly naf2025: Labelled;
  readonly categorie: "PME" | "ETI" | null;
  readonly workforce: Workforce | null;
  readonly ess: boolean | null;
  readonly diffusion: "diffusible" | "partiellement_diffusible";
  readonly rna: string | null;
  readonly createdOn: string;
  readonly establishments: readonly Establishment[];
  /** Duplicated SIRETs that INSEE answers with another one. */
  readonly redirects: Readonly<Record<string, string>>;
  readonly rne: Rne | null;
  readonly officers: readonly Officer[];
  readonly urssaf: UrssafSituation;
  readonly attestationFiscale: boolean;
  /** Turnover in euros, last closed year first; `null`: DGFIP knows none. */
  readonly exercices: readonly number[] | null;
  readonly resultats: readonly number[];
  readonly tvaValide: boolean;
  /** A second number of VAT, active beside the one that its SIREN gives. */
  readonly secondTva?: string;
  readonly probtp: "conforme" | "nonConforme" | null;
  readonly cibtp: "aJour" | "impaye" | null;
  readonly cnetp: boolean;
  /** Agricultural scheme. */
  readonly msa: "up_to_date" | "outdated" | "under_investigation" | null;
  readonly fntp: boolean;
  readonly qualibat: { readonly lines: readonly QualibatLine[]; readonly assureur: string } | null;
  readonly qualifelec: readonly QualifelecLine[];
  readonly rge: readonly RgeLine[];
  readonly opqibi: { readonly numero: string; readonly qualifications: readonly Labelled[] } | null;
  readonly formation: TrainingBody | null;
  readonly bodacc: readonly BodaccNotice[];
  readonly actes: readonly { readonly type: string; readonly decision: string; readonly on: RelativeDay }[];
  /** Number of closed years whose accounts are deposited. */
  readonly bilans: number;
  readonly marches: readonly DemoContract[];
}

/** A contract that a company was awarded, in one or several rows as the table of public contracts has them. */
export interface DemoContract {
  readonly id: string;
  readonly objet: string;
  readonly cpv: string;
  readonly techniques: string | null;
  readonly groupement: string;
  /** The award, then its changes. */
  readonly states: readonly { readonly on: RelativeDay; readonly montant: number | null; readonly mois: number }[];
}

/** The fictitious buyer: its SIRET is the `recipient` of the demonstration's questions. */
export const DEMO_BUYER = { siret: "99990800700019", name: "Commune de Villeneuve-l'Essai" } as const;

const WORKFORCES = {
  "03": { code: "03", intitule: "6 à 9 salariés", de: 6, a: 9 },
  "11": { code: "11", intitule: "10 à 19 salariés", de: 10, a: 19 },
  "12": { code: "12", intitule: "20 à 49 salariés", de: 20, a: 49 },
  "21": { code: "21", intitule: "50 à 99 salariés", de: 50, a: 99 },
} as const satisfies Record<string, Workforce>;

const SAS: Labelled = { code: "5710", libelle: "SAS, société par actions simplifiée" };
const SARL: Labelled = { code: "5499", libelle: "Société à responsabilité limitée (sans autre indication)" };

function address(
  numero: string,
  typeVoie: string,
  voie: string,
  codePostal: string,
  commune: string,
  complement: string | null = null,
): Address {
  return { numero, typeVoie, voie, complement, codePostal, codeCommune: `${codePostal.slice(0, 2)}999`, commune };
}

/** The default of a company: it has nothing. */
const NOTHING = {
  person: null,
  sigle: null,
  categorie: "PME",
  workforce: null,
  ess: null,
  diffusion: "diffusible",
  rna: null,
  redirects: {},
  attestationFiscale: false,
  exercices: null,
  resultats: [],
  tvaValide: true,
  probtp: null,
  cibtp: null,
  cnetp: false,
  msa: null,
  fntp: false,
  qualibat: null,
  qualifelec: [],
  rge: [],
  opqibi: null,
  formation: null,
  bodacc: [],
  actes: [],
  bilans: 0,
  marches: [],
} as const satisfies Partial<DemoCompany>;

const SAS_COMPLETE: DemoCompany = {
  ...NOTHING,
  siret: "99990000400014",
  siren: "999900004",
  name: "LUMIVERDE INGENIERIE",
  situation: "SAS à jour de tout : chaque source répond et délivre ses documents",
  sigle: "LVI",
  formeJuridique: SAS,
  naf: { code: "43.21A", libelle: "Travaux d'installation électrique dans tous locaux" },
  naf2025: { code: "43.21Y", libelle: "Travaux d'installation électrique" },
  workforce: WORKFORCES["21"],
  ess: true,
  createdOn: "2009-03-16",
  establishments: [
    {
      siret: "99990000400014",
      siege: true,
      closedOn: null,
      createdOn: "2009-03-16",
      enseigne: "LUMIVERDE",
      address: address("12", "RUE", "DES ESSAIS", "69999", "VILLENEUVE-L'ESSAI", "BATIMENT B"),
    },
    {
      siret: "99990000400022",
      siege: false,
      closedOn: null,
      createdOn: "2017-09-01",
      enseigne: "LUMIVERDE FORMATION",
      address: address("3", "AVENUE", "DU SPECIMEN", "37999", "SAINT-EXEMPLE-SUR-LOIRE"),
    },
  ],
  rne: {
    registeredOn: "2009-03-20",
    nature: "COMMERCIALE",
    objet: "Études, installation et maintenance électriques ; formation aux métiers de l'électricité",
    greffe: "Villeneuve-l'Essai",
    capital: 250_000,
    cloture: "12-31",
    associeUnique: false,
    observations: [],
  },
  officers: [
    { qualite: "Président de SAS", nom: "FICTIVE", prenoms: "CLAIRE ANNE", naissance: "1975-05", commune: "VILLENEUVE-L'ESSAI" },
    { qualite: "Directeur Général", nom: "EXEMPLE", prenoms: "KARIM", naissance: "1982-11", commune: "SAINT-EXEMPLE-SUR-LOIRE" },
    { qualite: "Commissaire aux comptes titulaire", denomination: "AUDIT SPECIMEN", siren: "999909005" },
  ],
  urssaf: { kind: "ok", analysedMonthsAgo: 1, code: "SPEC1M3NLUM1VRD" },
  attestationFiscale: true,
  exercices: [6_480_200, 5_912_750, 5_377_900],
  resultats: [412_300, 356_800, 298_100],
  probtp: "conforme",
  cibtp: "aJour",
  cnetp: true,
  fntp: true,
  qualibat: {
    assureur: "ASSURANCES DU SPECIMEN",
    lines: [
      { code: "5311", libelle: "Installations électriques (technicité courante)", rge: false },
      { code: "5911", libelle: "Solaire photovoltaïque (technicité courante)", rge: true },
    ],
  },
  qualifelec: [
    {
      numero: 99_001,
      label: "Installations Électriques Logement Commerce Petit Tertiaire - LCPT",
      indice: { code: "LCPT", libelle: "Logement Commerce Petit Tertiaire" },
      rge: true,
      classe: { code: 3, label: "Classe 3 - de 11 à 30 exécutants" },
    },
  ],
  rge: [
    {
      domaine: "Panneaux solaires photovoltaïques",
      metaDomaine: "Installations d'énergies renouvelables",
      qualification: { code: "5911", libelle: "Solaire photovoltaïque (technicité courante)" },
      certificat: "QUALIBAT-RGE",
      organisme: "qualibat",
      url: "https://www.qualibat.com/Views/GetFichier.aspx?fn=2026\\SPECIMEN-999900004-RGEAnnexe.pdf",
    },
    {
      domaine: "Radiateurs électriques, dont régulation.",
      metaDomaine: "Travaux d'efficacité énergétique",
      qualification: { code: "5331", libelle: "Chauffage électrique" },
      certificat: "QUALIBAT-RGE",
      organisme: "qualibat",
      url: "https://www.qualibat.com/Views/GetFichier.aspx?fn=2026\\SPECIMEN-999900004-RGEAnnexe.pdf",
    },
  ],
  opqibi: {
    numero: "99 01 9999",
    qualifications: [
      { code: "1420", libelle: "Ingénierie en installations électriques courantes" },
      { code: "2015", libelle: "Ingénierie des installations de production utilisant l'énergie solaire photovoltaïque" },
    ],
  },
  formation: {
    nda: "84690999999",
    actions: ["action_formation", "apprentissage"],
    specialites: [{ code: "255", libelle: "Electricité, électronique" }],
    habilitations: [{ code: "RNCP99901", intitule: "Électricien d'équipement du bâtiment (spécimen)" }],
  },
  actes: [
    { type: "Statuts mis à jour", decision: "Augmentation du capital social", on: { months: -26 } },
    { type: "Procès-verbal d'assemblée générale", decision: "Nomination du directeur général", on: { months: -14 } },
  ],
  bilans: 3,
  marches: [
    {
      id: "2025TRX041",
      objet: "Rénovation de l'éclairage de la halle couverte",
      cpv: "45311200",
      techniques: null,
      groupement: "Pas de groupement",
      states: [{ on: { months: -20 }, montant: 214_300, mois: 8 }],
    },
    {
      id: "2024TRX007",
      objet: "Réfection électrique du groupe scolaire",
      cpv: "45310000",
      techniques: null,
      groupement: "Solidaire",
      states: [
        { on: { months: -33 }, montant: 388_000, mois: 14 },
        { on: { months: -22 }, montant: 402_500, mois: 16 },
      ],
    },
    {
      id: "2024AC019",
      objet: "Maintenance de l'éclairage public, accord-cadre",
      cpv: "50232100",
      techniques: "Accord-cadre",
      groupement: "Pas de groupement",
      states: [{ on: { months: -26 }, montant: 1, mois: 48 }],
    },
  ],
};

const SARL_BTP: DemoCompany = {
  ...NOTHING,
  siret: "99990100200009",
  siren: "999901002",
  name: "MACONNERIE DU VAL D'ESSAI",
  situation: "SARL du bâtiment : CIBTP, CNETP, PRO BTP, FNTP, Qualibat et RGE",
  formeJuridique: SARL,
  naf: { code: "43.99C", libelle: "Travaux de maçonnerie générale et gros œuvre de bâtiment" },
  naf2025: { code: "43.91Y", libelle: "Travaux de maçonnerie" },
  workforce: WORKFORCES["12"],
  ess: false,
  createdOn: "1998-06-02",
  establishments: [
    {
      siret: "99990100200009",
      siege: true,
      closedOn: null,
      createdOn: "1998-06-02",
      enseigne: null,
      address: address("48", "ROUTE", "DU GABARIT", "21999", "MONTESSAI-LE-HAUT"),
    },
  ],
  rne: {
    registeredOn: "1998-06-10",
    nature: "ARTISANALE",
    objet: "Maçonnerie générale, gros œuvre, isolation par l'extérieur",
    greffe: "Montessai-le-Haut",
    capital: 60_000,
    cloture: "09-30",
    associeUnique: false,
    observations: [],
  },
  officers: [{ qualite: "Gérant", nom: "MAQUETTE", prenoms: "BRUNO", naissance: "1968-02", commune: "MONTESSAI-LE-HAUT" }],
  urssaf: { kind: "ok", analysedMonthsAgo: 2, code: "SPEC1M3NMAC0NNE" },
  attestationFiscale: true,
  exercices: [3_104_000, 2_950_600, 2_711_450],
  resultats: [96_400, 88_000, 51_300],
  probtp: "conforme",
  cibtp: "aJour",
  cnetp: true,
  fntp: true,
  qualibat: {
    assureur: "MUTUELLE DU BATIMENT SPECIMEN",
    lines: [
      { code: "2112", libelle: "Maçonnerie et béton armé courant (technicité confirmée)", rge: false },
      { code: "7131", libelle: "Isolation thermique par l'extérieur", rge: true },
    ],
  },
  rge: [
    {
      domaine: "Isolation des murs par l'extérieur",
      metaDomaine: "Travaux d'efficacité énergétique",
      qualification: { code: "7131", libelle: "Isolation thermique par l'extérieur" },
      certificat: "QUALIBAT-RGE",
      organisme: "qualibat",
      url: "https://www.qualibat.com/Views/GetFichier.aspx?fn=2026\\SPECIMEN-999901002-RGEAnnexe.pdf",
    },
    {
      domaine: "Chaudière bois",
      metaDomaine: "Installations d'énergies renouvelables",
      qualification: { code: "QB", libelle: "Qualibois module Eau" },
      certificat: "Qualibois",
      organisme: "qualitenr",
      // This certifier writes plain http.
      url: "http://www.qualypso.fr/download_file.php?id=999901002",
    },
  ],
  actes: [{ type: "Procès-verbal d'assemblée générale", decision: "Transfert du siège social", on: { months: -40 } }],
  bilans: 3,
};

const ARTISAN: DemoCompany = {
  ...NOTHING,
  siret: "99990200000010",
  siren: "999902000",
  name: "TEMOIN CAMILLE",
  situation: "Entrepreneur individuel en diffusion partielle : les registres publics masquent son nom et son adresse",
  person: { nom: "TEMOIN", prenoms: ["CAMILLE", "LOUISE"], sexe: "F" },
  formeJuridique: { code: "1000", libelle: "Entrepreneur individuel" },
  naf: { code: "74.10Z", libelle: "Activités spécialisées de design" },
  naf2025: { code: "74.12Y", libelle: "Activités de design graphique" },
  categorie: null,
  diffusion: "partiellement_diffusible",
  createdOn: "2018-01-08",
  establishments: [
    {
      siret: "99990200000010",
      siege: true,
      closedOn: null,
      createdOn: "2018-01-08",
      enseigne: null,
      address: address("7", "IMPASSE", "DU BROUILLON", "35999", "SAINT-BROUILLON"),
    },
  ],
  rne: {
    registeredOn: "2018-01-12",
    nature: "LIBERALE",
    objet: "Conception graphique",
    greffe: "Saint-Brouillon",
    capital: null,
    cloture: null,
    associeUnique: false,
    observations: [],
  },
  officers: [],
  urssaf: { kind: "horsPerimetre", code: "FUNC501", message: "Le compte n'est pas dans le périmètre des attestations" },
  tvaValide: false,
};

const ASSOCIATION: DemoCompany = {
  ...NOTHING,
  siret: "99990300800012",
  siren: "999903008",
  name: "LES JARDINS PARTAGES DE L'ESSAI",
  situation: "Association employeuse sans inscription au RCS ni au RNE, de l'économie sociale et solidaire",
  sigle: "JPE",
  formeJuridique: { code: "9220", libelle: "Association déclarée" },
  naf: { code: "88.99B", libelle: "Action sociale sans hébergement n.c.a." },
  naf2025: { code: "88.99Y", libelle: "Autre action sociale sans hébergement" },
  workforce: WORKFORCES["11"],
  ess: true,
  rna: "W999000123",
  createdOn: "2004-10-25",
  establishments: [
    {
      siret: "99990300800012",
      siege: true,
      closedOn: null,
      createdOn: "2004-10-25",
      enseigne: null,
      address: address("1", "PLACE", "DU MODELE", "44999", "ESSAI-SUR-MER"),
    },
  ],
  rne: null,
  officers: [],
  urssaf: { kind: "ok", analysedMonthsAgo: 1, code: "SPEC1M3NJARD1NS" },
  msa: "up_to_date",
  formation: {
    nda: "52440999999",
    actions: ["action_formation"],
    specialites: [{ code: "332", libelle: "Travail social" }],
    habilitations: [],
  },
  tvaValide: false,
};

const EN_DIFFICULTE: DemoCompany = {
  ...NOTHING,
  siret: "99990400600015",
  siren: "999904006",
  name: "BATI TREMPLIN",
  situation: "SAS en redressement judiciaire : refus de l'URSSAF, cotisations CIBTP impayées",
  formeJuridique: SAS,
  naf: { code: "43.31Z", libelle: "Travaux de plâtrerie" },
  naf2025: { code: "43.31Y", libelle: "Travaux de plâtrerie" },
  workforce: WORKFORCES["03"],
  createdOn: "2015-02-11",
  establishments: [
    {
      siret: "99990400600015",
      siege: true,
      closedOn: null,
      createdOn: "2015-02-11",
      enseigne: null,
      address: {
        ...address("90", "CHEMIN", "DE LA RATURE", "13999", "RATURE-LES-PINS"),
        cedex: { code: "13998", libelle: "RATURE LES PINS CEDEX" },
      },
    },
  ],
  rne: {
    registeredOn: "2015-02-18",
    nature: "ARTISANALE",
    objet: "Plâtrerie, cloisons, isolation intérieure",
    greffe: "Rature-les-Pins",
    capital: 10_000,
    cloture: "12-31",
    associeUnique: true,
    observations: [
      {
        numero: "4",
        on: { days: -62 },
        texte: "Jugement du tribunal de commerce ouvrant une procédure de redressement judiciaire, période d'observation de six mois",
      },
    ],
  },
  officers: [{ qualite: "Président de SAS", nom: "BROUILLON", prenoms: "SACHA", naissance: "1990-09", commune: "RATURE-LES-PINS" }],
  urssaf: { kind: "refus" },
  exercices: [684_000, 812_400],
  resultats: [-74_200, 12_900],
  probtp: "nonConforme",
  cibtp: "impaye",
  bodacc: [
    {
      numero: 1204,
      on: { days: -50 },
      judgedOn: { days: -62 },
      tribunal: "TRIBUNAL DE COMMERCE DE RATURE-LES-PINS",
      famille: "Jugement d'ouverture",
      nature: "Jugement d'ouverture d'une procédure de redressement judiciaire",
      complement: "Jugement prononçant l'ouverture d'une procédure de redressement judiciaire ; période d'observation de six mois.",
    },
  ],
  bilans: 1,
};

const DEMENAGEE: DemoCompany = {
  ...NOTHING,
  siret: "99990500300003",
  siren: "999905003",
  name: "TRANSPORTS PASSERELLE",
  situation: "Établissement fermé, parti à une nouvelle adresse sous un nouveau SIRET ; un ancien doublon redirige",
  formeJuridique: SARL,
  naf: { code: "49.41B", libelle: "Transports routiers de fret de proximité" },
  naf2025: { code: "49.41H", libelle: "Transports routiers de fret de proximité" },
  workforce: WORKFORCES["11"],
  ess: false,
  createdOn: "2006-05-09",
  establishments: [
    {
      siret: "99990500300003",
      siege: false,
      closedOn: "2025-03-02",
      createdOn: "2006-05-09",
      enseigne: null,
      address: address("2", "QUAI", "DE L'ANCIEN DEPOT", "76999", "ESSAI-LE-PORT"),
    },
    {
      siret: "99990500300011",
      siege: true,
      closedOn: null,
      createdOn: "2025-03-03",
      enseigne: null,
      address: address("15", "RUE", "DE LA PASSERELLE", "76999", "ESSAI-LE-PORT"),
    },
  ],
  redirects: { "99990500300029": "99990500300011" },
  rne: {
    registeredOn: "2006-05-15",
    nature: "COMMERCIALE",
    objet: "Transport routier de marchandises",
    greffe: "Essai-le-Port",
    capital: 30_000,
    cloture: "12-31",
    associeUnique: false,
    observations: [],
  },
  officers: [{ qualite: "Gérant", nom: "PASSAGE", prenoms: "INES", naissance: "1979-07", commune: "ESSAI-LE-PORT" }],
  urssaf: { kind: "ok", analysedMonthsAgo: 1, code: "SPEC1M3NPASSERE" },
  attestationFiscale: true,
  exercices: [1_940_000, 1_873_500, 1_799_200],
  resultats: [44_000, 39_500, 30_100],
  bilans: 2,
};

const SCOP: DemoCompany = {
  ...NOTHING,
  siret: "99990600100014",
  siren: "999906001",
  name: "LES COMPAGNONS DU BROUILLON",
  situation: "SCOP dont l'attestation URSSAF est en analyse manuelle : la réponse viendra plus tard",
  formeJuridique: { code: "5458", libelle: "SARL coopérative ouvrière de production (SCOP)" },
  naf: { code: "62.02A", libelle: "Conseil en systèmes et logiciels informatiques" },
  naf2025: { code: "62.20Y", libelle: "Conseil et gestion d'installations informatiques" },
  workforce: WORKFORCES["12"],
  ess: true,
  createdOn: "2011-11-30",
  establishments: [
    {
      siret: "99990600100014",
      siege: true,
      closedOn: null,
      createdOn: "2011-11-30",
      enseigne: null,
      address: address("33", "BOULEVARD", "DU CANEVAS", "59999", "CANEVAS-EN-FLANDRE"),
    },
  ],
  rne: {
    registeredOn: "2011-12-07",
    nature: "COMMERCIALE",
    objet: "Conseil et réalisation de logiciels",
    greffe: "Canevas-en-Flandre",
    capital: 42_500,
    cloture: "12-31",
    associeUnique: false,
    observations: [],
  },
  officers: [{ qualite: "Gérant", nom: "CANEVAS", prenoms: "NOUR", naissance: "1986-03", commune: "CANEVAS-EN-FLANDRE" }],
  urssaf: { kind: "analyseManuelle" },
  attestationFiscale: true,
  exercices: [2_215_000, 2_010_300, 1_688_700],
  resultats: [151_000, 120_400, 87_600],
  bilans: 3,
  secondTva: "FR0A999906001",
};

/** In the order in which they are proposed. */
export const DEMO_COMPANIES: readonly DemoCompany[] = [SAS_COMPLETE, SARL_BTP, ARTISAN, ASSOCIATION, EN_DIFFICULTE, DEMENAGEE, SCOP];

/** The company of a SIREN or of any of its SIRETs, or `undefined`. */
export function demoCompanyOf(number: string): DemoCompany | undefined {
  const siren = number.slice(0, 9);
  return DEMO_COMPANIES.find((company) => company.siren === siren);
}

/** The establishment of that SIRET, following a duplicate to the one it stands for. */
export function establishmentOf(company: DemoCompany, siret: string): Establishment | undefined {
  const wanted = company.redirects[siret] ?? siret;
  return company.establishments.find((establishment) => establishment.siret === wanted);
}

/** The seat. Every company of this file has one. */
export function siegeOf(company: DemoCompany): Establishment {
  const siege = company.establishments.find((establishment) => establishment.siege);
  if (siege === undefined) throw new Error(`${company.name} n'a pas de siège`);
  return siege;
}

/** Kinds of specimen that the simulator prints. */
export type SpecimenKind = Extract<
  PieceKind,
  | "attestationVigilance"
  | "attestationFiscale"
  | "probtp"
  | "cibtp"
  | "cnetp"
  | "fntp"
  | "qualibat"
  | "qualifelec"
  | "rge"
  | "immatriculation"
  | "avisInsee"
  | "acte"
  | "bilans"
>;
