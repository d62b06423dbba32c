/**
 * The portals, in the order in which they are looked for: hosts, the signs of their software, what a deposit accepts. One entry a portal; what
 * needs more than an entry (its own way to tell the consultation) has a folder of the same name.
 */
import { query } from "../page/dom.ts";
import { ownAddresses } from "./own-addresses.ts";
import type { Portal } from "./portal.ts";

/** Where the limits of Passe Marché were read. */
const PASSE_MARCHE = {
  source: "code publié de datagouv/passemarche, config/initializers/file_upload_config.rb (100 Mo par fichier)",
  readOn: "2026-11-25",
  confidence: "high",
} as const;

export const PORTALS: readonly Portal[] = [
  // PLACE, the purchases of the State: Atexo MPE, with a limit of its own.
  {
    id: "place",
    label: "PLACE (achats de l'État)",
    hosts: {
      "www.marches-publics.gouv.fr": "high",
    },
    limits: {
      totalBytes: {
        value: 1_000_000_000,
        source: "FAQ de la plateforme (environ 1 Go par pli), rappelée par le Conseil d'État, 13 novembre 2025, n° 506640",
        readOn: "2026-11-25",
        confidence: "medium",
      },
    },
  },
  // Atexo MPE (« LocalTrust »), the software of PLACE and of most regional portals: PHP on the PRADO framework.
  {
    id: "atexo",
    label: "Atexo MPE",
    hosts: {
      "marches.maximilien.fr": "medium",
      "marches.megalis.bretagne.bzh": "medium",
      "*.marchespublics596280.fr": "medium",
      "*.demat-ampa.fr": "medium",
      "plateforme.alsacemarchespublics.eu": "medium",
      "alsacemarchespublics.eu": "medium",
      "marches.ternum-bfc.fr": "low",
      "marches.megalisbretagne.org": "medium",
      "marches.e-bourgogne.fr": "medium",
      "marches.cnes.fr": "medium",
      "marches.departement13.fr": "medium",
      "marches.loire-atlantique.fr": "medium",
      "marchespublics.hautsdefrance.fr": "medium",
      "marchespublics.lenord.fr": "medium",
      "marchespublics.paysdelaloire.fr": "medium",
      "*.local-trust.com": "medium",
    },
    recognises: (page) =>
      (query(page, "[name=PRADO_PAGESTATE]") !== null && query(page, "[name^='ctl0$CONTENU_PAGE$']") !== null) ||
      ownAddresses(page).some((address) => /\bpage=entreprise\.|\/entreprise\/consultation\/\d+\?.*orgAcronyme=/i.test(address)),
  },
  // AWS-Achat, behind marches-publics.info and its white labels: ColdFusion, one dispatcher named `fuseaction`.
  {
    id: "aws-achat",
    label: "AWS-Achat (marches-publics.info)",
    hosts: {
      "*.marches-publics.info": "medium",
      "*.aws-achat.info": "medium",
      "marchespublics.grandest.fr": "medium",
      "*.marchespublicsmanche.fr": "medium",
      "*.aws-france.com": "medium",
      "*.aws-entreprises.com": "medium",
      "*.aw-solutions.fr": "medium",
      "*.mpe76.fr": "medium",
    },
    recognises: (page) => ownAddresses(page).some((address) => /\/mpiaws\/|\bfuseaction=(dematEnt|marchesP|pub)\./i.test(address)),
  },
  // achatpublic.com: Java, the « salle des marchés » under `/sdm/`.
  {
    id: "achatpublic",
    label: "achatpublic.com",
    hosts: {
      "*.achatpublic.com": "medium",
    },
    recognises: (page) => ownAddresses(page).some((address) => /^\/sdm\/ent2?\//.test(address)),
  },
  // e-marchespublics.com, of Dematis. Its pages are not public: generic reading does the work.
  {
    id: "e-marchespublics",
    label: "e-marchespublics.com",
    hosts: {
      "www.e-marchespublics.com": "low",
    },
  },
  // marches-securises.fr, of Atline: PHP, one dispatcher named `module`, a consultation named `cle_dce`.
  {
    id: "marches-securises",
    label: "marches-securises.fr",
    hosts: {
      "www.marches-securises.fr": "medium",
    },
    recognises: (page) => ownAddresses(page).some((address) => /^\/entreprise\/\?.*\bcle_dce=/.test(address)),
  },
  // Klekoon. Its pages are not public: generic reading does the work.
  {
    id: "klekoon",
    label: "Klekoon",
    hosts: {
      "klekoon.com": "high",
      "www.klekoon.com": "high",
    },
  },
  // xmarchés, of SPL-Xdemat: PHP.
  {
    id: "xmarches",
    label: "xmarchés (SPL-Xdemat)",
    hosts: {
      "xmarches.fr": "medium",
      "www.xmarches.fr": "medium",
    },
    recognises: (page) => ownAddresses(page).some((address) => /^\/entreprise\/detailConsultation\.php/.test(address)),
  },
  // The DUME service of AIFE, and the European ESPD service wherever it is installed.
  {
    id: "dume",
    label: "DUME",
    hosts: {
      "dume.chorus-pro.gouv.fr": "low",
    },
    recognises: (page) => query(page, "[name^='economicOperator.']") !== null,
  },
  // Passe Marché, of DINUM: Rails and DSFR; names are numbers, titles speak.
  {
    id: "passe-marche",
    label: "Passe Marché",
    hosts: {
      "passemarche.data.gouv.fr": "high",
      "preprod.passemarche.data.gouv.fr": "high",
      "staging.passemarche.data.gouv.fr": "high",
      "sandbox.passemarche.data.gouv.fr": "high",
    },
    recognises: (page) =>
      query(page, "[class^='fr-'], [class*=' fr-']") !== null &&
      (query(page, "[name^='market_application[']") !== null ||
        ownAddresses(page).some((address) => /^\/candidate\/market_applications\//.test(address))),
    limits: {
      fileBytes: { value: 100_000_000, ...PASSE_MARCHE },
      extensions: { value: ["pdf", "doc", "docx", "txt", "xls", "xlsx", "csv", "jpg", "jpeg", "png", "gif", "zip"], ...PASSE_MARCHE },
    },
  },
];
