/**
 * The criteria of a response made without a buyer's request: the 24 grounds of exclusion, and what a dossier can answer. Identifiers, codes and
 * the order of the questions are those of ESPD-EDM v4.1.0, which a response must keep as they are; the names are our own.
 * Data: `[prefix, id, code, name, groups]`. A group is `name`, `*` (always asked), `+` (asked when the question above is true) or `-` (when it
 * is false), then in parentheses its properties and groups: `Q1?TYPE` a question, `R1!TYPE` a requirement of the buyer, `CA1#` a caption.
 */
export const CRITERIA: readonly (readonly [prefix: string, id: string, code: string, name: string, groups: string])[] = [
  [
    "C1_EG_crime-org",
    "005eb9ed-1347-4ca3-bb29-9bc0db64e1ab",
    "crime-org",
    "Participation à une organisation criminelle",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DATE Q2?DESCRIPTION Q3?DESCRIPTION Q4?PERIOD QSG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION)))) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C2_EG_corruption",
    "c27b7c4e-c837-4529-b867-ed55ce639db5",
    "corruption",
    "Corruption",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DATE Q2?DESCRIPTION Q3?DESCRIPTION Q4?PERIOD QSG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION)))) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C3_EG_fraud",
    "297d2323-3ede-424e-94bc-a91561e6f320",
    "fraud",
    "Fraude",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DATE Q2?DESCRIPTION Q3?DESCRIPTION Q4?PERIOD QSG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION)))) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C4_EG_terr-offence",
    "d486fb70-86b3-4e75-97f2-0d71b5697c7d",
    "terr-offence",
    "Infractions terroristes ou liées au terrorisme",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DATE Q2?DESCRIPTION Q3?DESCRIPTION Q4?PERIOD QSG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION)))) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C5_EG_finan-laund",
    "47112079-6fec-47a3-988f-e561668c3aef",
    "finan-laund",
    "Blanchiment de capitaux ou financement du terrorisme",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DATE Q2?DESCRIPTION Q3?DESCRIPTION Q4?PERIOD QSG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION)))) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C6_EG_human-traffic",
    "d789d01a-fe03-4ccd-9898-73f9cfa080d1",
    "human-traffic",
    "Travail des enfants et traite des êtres humains",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DATE Q2?DESCRIPTION Q3?DESCRIPTION Q4?PERIOD QSG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION)))) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C7_EG_tax-pay",
    "b61bbeb7-690e-4a40-bc68-d6d4ecfaa3d4",
    "tax-pay",
    "Paiement des impôts et taxes",
    "RG1*(RQ1/R1!MINIMUM_AMOUNT RQ2/R1!DESCRIPTION QSG1*(Q1?INDICATOR QSG1+(Q1?CODE_COUNTRY Q2?AMOUNT QSG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION) QSG2-(Q1?INDICATOR QSG1+(Q1?DATE Q2?PERIOD)) QSG3*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION)))))) QG1*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C8_EG_socsec-pay",
    "7d85e333-bbab-49c0-be8d-c36d71a72f5e",
    "socsec-pay",
    "Paiement des cotisations sociales",
    "RG1*(RQ1/R1!MINIMUM_AMOUNT RQ2/R1!DESCRIPTION QSG1*(Q1?INDICATOR QSG1+(Q1?CODE_COUNTRY Q2?AMOUNT QSG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION) QSG2-(Q1?INDICATOR QSG1+(Q1?DATE Q2?PERIOD)) QSG3*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION)))))) QG1*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C9_EG_envir-law",
    "a80ddb62-d25b-4e4e-ae22-3968460dc0a9",
    "envir-law",
    "Manquement au droit de l'environnement",
    "QG1*(Q1?INDICATOR QSG1+(Q1?INDICATOR QSG1+(Q1?DESCRIPTION))) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C10_EG_socsec-law",
    "a261a395-ed17-4939-9c75-b9ff1109ca6e",
    "socsec-law",
    "Manquement au droit social",
    "QG1*(Q1?INDICATOR QSG1+(Q1?INDICATOR QSG1+(Q1?DESCRIPTION))) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C11_EG_labour-law",
    "a34b70d6-c43d-4726-9a88-8e2b438424bf",
    "labour-law",
    "Manquement au droit du travail",
    "QG1*(Q1?INDICATOR QSG1+(Q1?INDICATOR QSG1+(Q1?DESCRIPTION))) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C12_EG_bankruptcy",
    "d3732c09-7d62-4edc-a172-241da6636e7c",
    "bankruptcy",
    "Faillite",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION Q2?DESCRIPTION)) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C13_EG_insolvency",
    "396f288a-e267-4c20-851a-ed4f7498f137",
    "insolvency",
    "Insolvabilité",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION Q2?DESCRIPTION)) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C14_EG_cred-arran",
    "68918c7a-f5bc-4a1a-a62f-ad8983600d48",
    "cred-arran",
    "Concordat avec les créanciers",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION Q2?DESCRIPTION)) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C15_EG_bankr-nat",
    "daffa2a9-9f8f-4568-8be8-7b8bf306d096",
    "bankr-nat",
    "Situation analogue à la faillite en droit national",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION Q2?DESCRIPTION)) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C16_EG_liq-admin",
    "8fda202a-0c37-41bb-9d7d-de3f49edbfcb",
    "liq-admin",
    "Biens administrés par un liquidateur",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION Q2?DESCRIPTION)) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C17_EG_susp-act",
    "166536e2-77f7-455c-b018-70582474e4f6",
    "susp-act",
    "Cessation d'activité",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION Q2?DESCRIPTION)) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C18_EG_prof-misconduct",
    "514d3fde-1e3e-4dcd-b02a-9f984d5bbda3",
    "prof-misconduct",
    "Faute professionnelle grave",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION QSG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION)))) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C19_EG_distorsion",
    "56d13e3d-76e8-4f23-8af6-13e60a2ee356",
    "distorsion",
    "Entente en vue de fausser la concurrence",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION QSG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION)))) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C20_EG_partic-confl",
    "b1b5ac18-f393-4280-9659-1367943c1a2e",
    "partic-confl",
    "Conflit d'intérêts dans la procédure",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION)) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C21_EG_prep-confl",
    "61874050-5130-4f1c-a174-720939c7b483",
    "prep-confl",
    "Participation à la préparation de la procédure",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION)) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C22_EG_sanction",
    "3293e92b-7f3e-42f1-bee6-a7641bb04251",
    "sanction",
    "Résiliation ou sanction d'un marché antérieur",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION QSG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION)))) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C23_EG_misrepresent",
    "696a75b2-6107-428f-8b74-82affb67e184",
    "misrepresent",
    "Fausse déclaration ou rétention d'informations",
    "QG1*(Q1?INDICATOR) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C24_EG_nati-ground",
    "63adb07d-db1b-4ef0-a14e-a99785cf8cf6",
    "nati-ground",
    "Motifs d'exclusion purement nationaux",
    "QG1*(CA1# QSG1*(CA1# CA2# Q1?INDICATOR)) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C26_SC_trade-regist",
    "87b3fa26-3549-4f92-b8e0-3fd8f04bf5c7",
    "trade-regist",
    "Inscription au registre du commerce",
    "RG1*(RQ1/R1/R1!LOT_IDENTIFIER RSG1*(RQ1/R1/R1/R1!DESCRIPTION RQ2/R1/R1/R1!URL QSG1*(Q1?INDICATOR QSG1-(Q1?INDICATOR QSG1+(Q1?DESCRIPTION Q2?ECONOMIC_OPERATOR_IDENTIFIER))) QSG2*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION) QSG2-(Q1?DESCRIPTION)) QSG3*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))))",
  ],
  [
    "C29_SC_gen-year-to",
    "499efc97-2ac1-4af2-9e84-323c2ca67747",
    "gen-year-to",
    "Chiffre d'affaires annuel général",
    "RG1*(RQ1/R1/R1!LOT_IDENTIFIER RSG1*(RQ1/R1/R1/R1!QUANTITY_YEAR RQ2/R1/R1/R1!CODE_BOOLEAN RQ3/R1/R1/R1!MINIMUM_AMOUNT QSG1*(Q1?INDICATOR QSG1-(Q1?INDICATOR QSG1+(Q1?DESCRIPTION Q2?ECONOMIC_OPERATOR_IDENTIFIER))) QSG2*(Q1?PERIOD Q2?AMOUNT QSG1*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))) QSG3*(Q1?DATE QSG1*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))) QSG4*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))))",
  ],
  [
    "C30_SC_aver-year-to",
    "b16cb9fc-6cb7-4585-9302-9533b415cf48",
    "aver-year-to",
    "Chiffre d'affaires annuel moyen",
    "RG1*(RQ1/R1/R1!LOT_IDENTIFIER RSG1*(RQ1/R1/R1!QUANTITY_YEAR RQ2/R1/R1!MINIMUM_AMOUNT QSG1*(Q1?INDICATOR QSG1-(Q1?INDICATOR QSG1+(Q1?DESCRIPTION Q2?ECONOMIC_OPERATOR_IDENTIFIER))) QSG2*(Q1?AMOUNT Q2?DESCRIPTION QSG1*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))) QSG3*(Q1?DATE QSG1*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))) QSG4*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))))",
  ],
  [
    "C50_SC_year-manpower",
    "1f49b3f0-d50f-43f6-8b30-4bafab108b9b",
    "year-manpower",
    "Effectif moyen annuel",
    "RG1*(RQ1/R1/R1!LOT_IDENTIFIER RSG1*(RQ1/R1/R1!MINIMUM_QUANTITY_YEAR RQ2/R1/R1!DESCRIPTION QSG1*(Q1?INDICATOR QSG1-(Q1?INDICATOR QSG1+(Q1?DESCRIPTION Q2?ECONOMIC_OPERATOR_IDENTIFIER))) QSG2*(Q1?QUANTITY_YEAR Q2?QUANTITY_INTEGER) QSG3*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))))",
  ],
  [
    "C59_OT_eo-group",
    "C59_OT_eo-group",
    "eo-group",
    "Candidature avec d'autres opérateurs",
    "QG1*(Q1?INDICATOR QSG1+(Q1?CODE Q2?DESCRIPTION Q3?DESCRIPTION)) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C60_OT_relied",
    "C60_OT_relied",
    "relied",
    "Recours aux capacités d'autres entités",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION Q2?ECONOMIC_OPERATOR_IDENTIFIER)) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C61_OT_subco-ent",
    "C61_OT_subco-ent",
    "subco-ent",
    "Recours à des sous-traitants",
    "QG1*(Q1?INDICATOR QSG1+(Q1?DESCRIPTION Q2?ECONOMIC_OPERATOR_IDENTIFIER)) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
  [
    "C65_OT_sme",
    "C65_OT_sme",
    "sme",
    "Micro, petite ou moyenne entreprise",
    "QG1*(Q1?INDICATOR QSG1+(Q1?QUANTITY_INTEGER Q2?AMOUNT)) QG2*(Q1?INDICATOR QSG1+(Q1?EVIDENCE_IDENTIFIER))",
  ],
];

const NAMES: ReadonlyMap<string, string> = new Map(CRITERIA.map(([, , code, name]) => [code, name]));

/** The French name of a criterion of the standard, by its code; any other text is given back. */
export function criterionName(code: string): string {
  return NAMES.get(code) ?? code;
}
