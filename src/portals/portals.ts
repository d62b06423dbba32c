/**
 * The portals, in the order in which they are looked for: hosts, the signs of their software. One entry a portal; what needs more than an
 * entry (its own way to tell the consultation) has a folder of the same name. This goes into each page that is read: what a deposit accepts, which only
 * our own screens need, is in limits.ts.
 */
import type { Portal } from "./portal.ts";

/** The design system of the State's sites. */
const DSFR = "[class^='fr-'], [class*=' fr-']";

export const PORTALS: readonly Portal[] = [
  // PLACE, the purchases of the State: Atexo MPE, with a limit of its own.
  {
    id: "place",
    label: "PLACE (achats de l'État)",
    hosts: {
      "www.marches-publics.gouv.fr": "high",
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
    signs: [
      ["[name=PRADO_PAGESTATE]", "[name^='ctl0$CONTENU_PAGE$']"],
      [/\bpage=entreprise\.|\/entreprise\/consultation\/\d+\?.*orgAcronyme=/i],
    ],
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
    signs: [[/\/mpiaws\/|\bfuseaction=(dematEnt|marchesP|pub)\./i]],
  },
  // achatpublic.com: Java, the « salle des marchés » under `/sdm/`.
  {
    id: "achatpublic",
    label: "achatpublic.com",
    hosts: {
      "*.achatpublic.com": "medium",
    },
    signs: [[/^\/sdm\/ent2?\//]],
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
    signs: [[/^\/entreprise\/\?.*\bcle_dce=/]],
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
    signs: [[/^\/entreprise\/detailConsultation\.php/]],
  },
  // The DUME service of AIFE, and the European ESPD service wherever it is installed.
  {
    id: "dume",
    label: "DUME",
    hosts: {
      "dume.chorus-pro.gouv.fr": "low",
    },
    signs: [["[name^='economicOperator.']"]],
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
    signs: [
      ["[name^='market_application[']", DSFR],
      [/^\/candidate\/market_applications\//, DSFR],
    ],
  },
];
