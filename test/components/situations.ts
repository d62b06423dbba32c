/** Situations of the screen, one a state: what its tests and its pictures show. Fictitious company, buyer and people. */
import type { Came } from "../../components/CoffreCarried.tsx";
import type { ComparedField, HeldPage } from "../../src/domain/account.ts";
import type { Bid, FormKind, MadeForm, MadeForms } from "../../src/domain/bid.ts";
import type { CoffrePiece } from "../../src/domain/coffre.ts";
import type { Diligence } from "../../src/domain/diligence.ts";
import type { Dossier, DossierPiece } from "../../src/domain/dossier.ts";
import { type DumeAnswers, NO_ANSWERS, type PastGrounds } from "../../src/domain/grounds.ts";
import type { ConsultationEvent, KeptConsultation } from "../../src/domain/kept-consultation.ts";
import { type Means, type MeansChoice, NO_CHOICE } from "../../src/domain/means.ts";
import type { KeptPackets } from "../../src/domain/packet.ts";
import { present } from "../../src/domain/present.ts";
import { basisOf, withMadeForms } from "../../src/dossier/made-forms.ts";
import type { ShownDossier } from "../../src/messages/contract.ts";
import type { FieldLine, Situation, SlotLine, SourceLine } from "../../src/messages/situation.ts";

export const NOW = new Date("2026-11-24T10:05:00.000Z");
const SIRET = "90000001900019";
const at = "2026-11-24T10:04:00.000Z";

function provenance(source: string, provider: string) {
  return { source, provider, endpoint: `/v3/${source}`, fetchedAt: at, cached: false };
}
const insee = { from: "source", provenance: provenance("insee-etablissement", "INSEE") } as const;
const rne = { from: "source", provenance: provenance("inpi-rne", "INPI") } as const;
const dgfip = { from: "source", provenance: provenance("dgfip-ca", "DGFIP") } as const;

const FIELDS: FieldLine[] = [
  { field: "raisonSociale", pageLabel: "Dénomination sociale", value: "ATELIER DES TOITS CLAIRS", origin: insee },
  { field: "siret", pageLabel: "Numéro SIRET de l'établissement", value: SIRET, origin: insee },
  {
    field: "activitePrincipale",
    pageLabel: "Objet social ou activité principale",
    value: "Travaux de couverture par éléments",
    origin: rne,
  },
  { field: "categorieEntreprise", pageLabel: "Catégorie de l'entreprise", value: "PME", origin: insee },
  { field: "chiffreAffairesN1", pageLabel: "Chiffre d'affaires (€ HT) Exercice N-1", value: 2_418_300, origin: dgfip },
  { field: "chiffreAffairesN2", pageLabel: "Chiffre d'affaires (€ HT) Exercice N-2", value: 2_106_950, origin: dgfip },
  { field: "exerciceFinN1", pageLabel: "Exercice clos le", value: "2025-12-31", origin: dgfip },
  { field: "contactNom", pageLabel: "Nom" },
  { field: "contactPrenom", pageLabel: "Prénom" },
  { field: "contactEmail", pageLabel: "Adresse électronique" },
  { field: "contactTelephone", pageLabel: "Numéro de téléphone" },
  { field: "chiffreAffairesPart", pageLabel: "Part réalisée dans le domaine du marché (%)" },
].map((line, i) => ({
  frameId: 0,
  id: `c${i}`,
  also: [],
  required: true,
  status: "value" in line ? ("ready" as const) : ("missing" as const),
  ...line,
})) as FieldLine[];
const SWORN: FieldLine = {
  frameId: 0,
  id: "sworn",
  also: [],
  field: "declarationHonneur",
  pageLabel: "J'atteste sur l'honneur que l'entreprise n'entre dans aucun des motifs d'exclusion",
  required: true,
  status: "left",
  reason: "sworn",
};

function piece(
  id: string,
  more: Partial<DossierPiece> & Pick<DossierPiece, "kind" | "title" | "validity">,
  provider: string,
): DossierPiece {
  return {
    id,
    validityBasis: "source",
    downloadable: true,
    chosen: more.validity.status !== "expired",
    origin: { from: "source", provenance: provenance(id.split("#")[0] ?? id, provider), n: 0 },
    ...more,
  };
}

const PIECES: DossierPiece[] = [
  piece(
    "urssaf#0",
    {
      kind: "attestationVigilance",
      title: "Attestation de vigilance",
      issuedOn: "2026-10-02",
      validity: { status: "valid", until: "2027-02-28", rule: "vigilance" },
      atAward: "expired",
    },
    "URSSAF",
  ),
  piece(
    "dgfip#0",
    {
      kind: "attestationFiscale",
      title: "Attestation de régularité fiscale",
      issuedOn: "2026-11-24",
      validity: { status: "valid", until: "2027-02-24", rule: "fiscale" },
    },
    "DGFIP",
  ),
  piece(
    "inpi#0",
    {
      kind: "immatriculation",
      title: "Extrait RNE",
      issuedOn: "2026-11-24",
      validity: { status: "valid", until: "2027-02-24", rule: "extraitRegistre" },
    },
    "INPI",
  ),
  piece(
    "cibtp#0",
    {
      kind: "cibtp",
      title: "Certificat de congés payés et chômage intempéries",
      issuedOn: "2026-10-12",
      validity: { status: "expiringSoon", until: "2026-12-31", rule: "congesPayes" },
    },
    "CIBTP Île-de-France",
  ),
  piece(
    "qualibat#0",
    {
      kind: "qualibat",
      title: "Certificat Qualibat 3192",
      validUntil: "2026-09-30",
      validity: { status: "expired", until: "2026-09-30", rule: "certificat" },
    },
    "Qualibat",
  ),
  piece(
    "rge#0",
    {
      kind: "rge",
      title: "RGE Isolation des toitures",
      validUntil: "2027-06-14",
      validity: { status: "valid", until: "2027-06-14", rule: "certificat" },
    },
    "ADEME",
  ),
  piece(
    "inpi-actes#3",
    {
      kind: "bilans",
      title: "Comptes annuels 2025",
      closingOn: "2025-12-31",
      validity: { status: "valid", until: "2028-12-31", rule: "comptes" },
    },
    "INPI",
  ),
  piece(
    "inpi-actes#4",
    {
      kind: "bilans",
      title: "Comptes annuels 2024",
      closingOn: "2024-12-31",
      validity: { status: "valid", until: "2027-12-31", rule: "comptes" },
    },
    "INPI",
  ),
];

const CONTRACTS: Dossier["contracts"] = [
  {
    ids: ["2025TRX041"],
    buyerName: "Communauté de communes des Trois Rivières",
    objet: "Réfection de l'étanchéité des toitures terrasses du gymnase",
    spoilt: false,
    cpv: "45261420",
    notifiedOn: "2025-03-12",
    months: 8,
    amount: 214_300,
    shared: false,
    maximum: false,
    provenance: provenance("decp", "DECP"),
  },
  {
    ids: ["2023AC007"],
    buyerName: "Département de l'Essai",
    objet: "Création d'un préau – tranche 1",
    spoilt: true,
    cpv: "45223800",
    notifiedOn: "2023-02-05",
    months: 24,
    shared: false,
    maximum: false,
    provenance: provenance("decp", "DECP"),
  },
];

const DOSSIER: Dossier = {
  siret: SIRET,
  on: "2026-12-15",
  awardOn: "2027-03-15",
  values: {},
  pieces: PIECES,
  certifications: [
    {
      kind: "rge",
      label: "Isolation des toitures terrasses ou des toitures par l'extérieur",
      code: "QB-3192",
      body: "Qualibat",
      validUntil: "2027-06-14",
      validityBasis: "source",
      held: true,
      provenance: provenance("ademe-rge", "ADEME"),
      validity: { status: "valid", until: "2027-06-14", rule: "certificat" },
    },
    {
      kind: "ess",
      label: "Économie sociale et solidaire",
      held: null,
      validityBasis: "unknown",
      provenance: provenance("insee-ess", "INSEE"),
      validity: { status: "unknown", rule: "certificat" },
    },
  ],
  notices: [],
  conflicts: [],
  dirigeants: [],
  depots: [],
  contracts: CONTRACTS,
};

function slot(
  id: string,
  kind: SlotLine["kind"],
  pageLabel: string,
  status: SlotLine["status"],
  proposed: string[],
  more: Partial<SlotLine> = {},
): SlotLine {
  return {
    frameId: 0,
    id,
    kind,
    pageLabel,
    required: false,
    status,
    choice: "nothing",
    proposed,
    candidates: proposed,
    made: null,
    files: [],
    prepared: [],
    ...more,
  };
}

const SLOTS: SlotLine[] = [
  slot("s1", "attestationVigilance", "Attestation de vigilance", "ready", ["urssaf#0"]),
  slot("s2", "attestationFiscale", "Régularité fiscale", "ready", ["dgfip#0"]),
  slot("s3", "immatriculation", "Extrait du registre national des entreprises", "ready", ["inpi#0"]),
  slot("s4", "bilans", "Bilans ou extraits de bilans", "ready", ["inpi-actes#3", "inpi-actes#4"], { choice: "several" }),
  slot("s5", "rcPro", "Assurance de responsabilité civile professionnelle", "missing", []),
  slot("s7", "qualibat", "Qualification professionnelle", "missing", []),
  slot("s6", "cibtp", "Congés payés et chômage intempéries", "ready", ["cibtp#0"]),
];

const PIECE_KINDS_OF: Readonly<Record<string, SourceLine["pieceKinds"]>> = {
  urssaf: ["attestationVigilance"],
  dgfip: ["attestationFiscale"],
  cibtp: ["cibtp"],
};

const SOURCES: SourceLine[] = (
  [
    ["insee-etablissement", "INSEE", "Établissement", "identite", 14, 0],
    ["inpi-rne", "INPI", "Registre national des entreprises", "identite", 9, 1],
    ["insee-ess", "INSEE", "Économie sociale et solidaire", "identite", 1, 0],
    ["dgfip-ca", "DGFIP", "Chiffres d'affaires", "capacites", 6, 0],
    ["inpi-actes", "INPI", "Actes et bilans", "capacites", 0, 7],
    ["urssaf", "URSSAF", "Attestation de vigilance", "attestations", 0, 1],
    ["dgfip", "DGFIP", "Attestation fiscale", "attestations", 0, 1],
    ["cibtp", "CIBTP", "Congés payés et intempéries", "attestations", 0, 1],
    ["probtp", "PRO BTP", "Attestation PRO BTP", "attestations", 0, 0],
    ["qualibat", "Qualibat", "Qualibat", "certifications", 0, 1],
    ["opqibi", "OPQIBI", "Qualification d'ingénierie", "certifications", 0, 0],
    ["ademe-rge", "ADEME", "RGE", "certifications", 0, 1],
    ["bodacc", "BODACC", "Annonces légales", "exclusions", 0, 0],
  ] as const
).map(([id, provider, label, block, facts, pieces]) => ({
  id,
  provider,
  label,
  block,
  pieceKinds: PIECE_KINDS_OF[id] ?? [],
  access: "open",
  state: "delivered",
  busy: false,
  facts,
  pieces,
  fetchedAt: at,
}));

function withStates(states: Record<string, Partial<SourceLine>>): SourceLine[] {
  return SOURCES.map((line) => ({ ...line, ...states[line.id] }));
}

const SETTLED = withStates({
  probtp: { state: "outOfScope", reason: "probtp.nonDelivrable" },
  opqibi: { state: "notFound", reason: "qualification.aucune" },
  bodacc: { state: "notFound", reason: "bodacc.aucuneAnnonce" },
});

export const READY: Situation = {
  stage: "ready",
  unknown: false,
  coming: 0,
  remaining: [],
  unread: [],
  service: {
    choice: { kind: "proxy", url: "http://127.0.0.1:8787" },
    managed: false,
    publicServices: null,
    mode: "demo",
    trouble: null,
    outage: null,
    signInNeeded: false,
    person: null,
    samples: [],
  },
  company: { siret: SIRET, name: "ATELIER DES TOITS CLAIRS" },
  companies: [{ siret: SIRET, name: "ATELIER DES TOITS CLAIRS" }],
  page: {
    host: "passe-marche.data.gouv.fr",
    portal: "passe-marche",
    kind: "candidature",
    detected: true,
    document: "d1",
    consultation: {
      portal: "passe-marche",
      url: "https://passe-marche.data.gouv.fr/candidature",
      objet: "Entretien des toitures et des chaufferies des bâtiments communaux",
      reference: "VBV-2026-38",
      acheteurNom: "Communauté de communes du Val de Briance",
      dateLimite: "2026-12-15T12:00:00+01:00",
    },
    sirets: [],
  },
  fields: [...FIELDS, SWORN],
  slots: SLOTS,
  sources: SETTLED,
  dossier: DOSSIER,
  work: `${SIRET}|VBV-2026-38`,
  prepared: null,
  lists: [],
  undoable: false,
  awaited: [],
  coffreLocked: false,
  choicesLost: false,
  entriesWait: false,
  reminders: false,
  keepsPrepared: 30,
  readsScans: true,
  language: "auto",
  portalsOff: [],
  settled: [],
  unheeded: [],
  taught: [],
  data: { from: "file", version: 3, issuedOn: "2026-11-20", forms: 12, sites: 4 },
};

/** What a private bidder has: the public registers, asked directly. */
export const OPEN_DATA: Situation["service"] = {
  ...READY.service,
  choice: { kind: "open" },
  mode: "ouvert",
  publicServices: {
    names: ["Annuaire des entreprises", "INSEE", "Commission européenne (VIES)", "ADEME", "DGEFP", "ESS France", "BODACC"],
    origins: [],
  },
};

/** Open mode at rest: what the coffre can hold is one card. */
export const OPEN: Situation = {
  ...READY,
  service: OPEN_DATA,
  sources: SETTLED.filter(({ id }) => ["insee-etablissement", "insee-ess", "ademe-rge", "bodacc"].includes(id)),
  dossier: { ...DOSSIER, pieces: PIECES.filter(({ kind }) => kind === "rge" || kind === "bilans") },
};

/** The network was cut when the sources were asked again: what they told stays. */
export const OFFLINE: Situation = {
  ...OPEN,
  service: { ...OPEN_DATA, outage: "offline" },
  sources: OPEN.sources.map((line) => ({ ...line, missed: "network.offline" as const })),
};

export const OVERSEAS: Situation = {
  ...READY,
  page: {
    ...(READY.page as NonNullable<Situation["page"]>),
    consultation: {
      portal: "passe-marche",
      url: "https://passe-marche.data.gouv.fr/candidature",
      objet: "Entretien des toitures du collège des Filaos",
      reference: "CTF-2026-12",
      acheteurNom: "Collectivité territoriale des Filaos",
      doubt: { why: "otherClock", said: "heure de La Réunion", written: "15/12/2026 12:00 (heure de La Réunion)", day: "2026-12-15" },
    },
  },
};

export const COLLECTING: Situation = {
  ...READY,
  stage: "collecting",
  coming: 3,
  fields: [...FIELDS.map((line) => (line.origin === dgfip ? withoutValue(line) : line)), SWORN],
  dossier: { ...DOSSIER, pieces: PIECES.slice(2, 3), certifications: [] },
  slots: SLOTS.map((line) => (line.id === "s3" ? line : { ...line, status: "missing", choice: "nothing", proposed: [], candidates: [] })),
  sources: withStates({
    "dgfip-ca": { state: "asking", facts: 0 },
    "inpi-actes": { state: "asking", pieces: 0 },
    urssaf: { state: "pending", reason: "urssaf.traitementEnCours", nextAt: "2026-11-24T10:06:30.000Z", pieces: 0 },
    dgfip: { state: "asking", pieces: 0 },
    cibtp: { state: "unavailable", reason: "provider.maintenance", nextAt: "2026-11-24T11:00:00.000Z", pieces: 0 },
    probtp: { state: "asking" },
    qualibat: { state: "asking", pieces: 0 },
    opqibi: { state: "notFound", reason: "qualification.aucune" },
    bodacc: { state: "unexpectedShape", reason: "shape.notJson" },
  }),
};

function withoutValue({ value: _value, origin: _origin, ...line }: FieldLine): FieldLine {
  return { ...line, status: "missing" };
}

export const FILLED: Situation = {
  ...READY,
  stage: "filled",
  undoable: true,
  remaining: [
    { frameId: 0, id: "regles", label: "J'ai lu et j'accepte les règles de la plateforme *" },
    { frameId: 0, id: "fax", label: "Télécopie *" },
  ],
  fields: [...FIELDS.map((line): FieldLine => (line.status === "ready" ? { ...line, status: "filled" } : line)), SWORN],
  slots: SLOTS.map((line) =>
    line.status === "ready" ? { ...line, status: "attached", choice: "nothing", files: [`${line.kind}-900000019.pdf`] } : line,
  ),
};

/** A long form: 60 fields and 40 places for files. */
export const MANY: Situation = {
  ...READY,
  fields: Array.from({ length: 60 }, (_, i): FieldLine => {
    const line = FIELDS[i % 7] as FieldLine;
    return { ...line, id: `m${i}`, pageLabel: `${line.pageLabel} ${i + 1}` };
  }),
  slots: Array.from({ length: 40 }, (_, i): SlotLine => {
    const line = SLOTS[i % SLOTS.length] as SlotLine;
    return { ...line, id: `p${i}`, pageLabel: `${line.pageLabel} ${i + 1}` };
  }),
};

export const REFUSED: Situation = {
  ...READY,
  sources: withStates({
    urssaf: { state: "refused", reason: "urssaf.refus", pieces: 0 },
    dgfip: { state: "notPermitted", reason: "proxy.modeOpen", pieces: 0 },
    probtp: { state: "unavailable", reason: "provider.timeout", nextAt: "2026-11-24T10:06:00.000Z" },
    bodacc: { state: "delivered" },
  }),
  dossier: {
    ...DOSSIER,
    notices: [
      {
        kind: "procedureCollective",
        status: "open",
        title: "Jugement d'ouverture d'une procédure de redressement judiciaire",
        text: "Tribunal de commerce de Brécourt.",
        on: "2026-09-08",
        url: "https://www.bodacc.fr/annonce/detail-annonce/A/20260170/1",
        provenance: provenance("bodacc", "BODACC"),
      },
    ],
    conflicts: [
      {
        code: "adresse",
        field: "adresseComplete",
        proposals: [
          { value: "4 RUE DES COUVREURS, 99012 BRECOURT-SUR-VAUDRE", origin: insee },
          { value: "12 PLACE DU MARCHE, 99012 BRECOURT-SUR-VAUDRE", origin: rne },
        ],
      },
    ],
  },
};

/** All that may stand above a form at once: permission still to give, a number that nobody knows, a published proceeding. */
export const ALERTS: Situation = {
  ...REFUSED,
  unknown: true,
  service: { ...OPEN_DATA, publicServices: { names: OPEN_DATA.publicServices?.names ?? [], origins: ["https://api.insee.fr/*"] } },
};

/** Why a piece is not there: the six causes, each with its gesture; the coffre is closed. */
export const WAITING: Situation = {
  ...READY,
  coffreLocked: true,
  entriesWait: true,
  service: { ...READY.service, mode: "operateur", signInNeeded: true },
  slots: [
    slot("w1", "attestationVigilance", "Attestation de vigilance", "missing", [], {
      why: { state: "refused", sourceId: "urssaf", provider: "URSSAF", reason: "urssaf.refus" },
    }),
    slot("w2", "attestationFiscale", "Régularité fiscale", "missing", [], {
      why: { state: "waiting", sourceId: "dgfip", provider: "DGFIP", reason: "provider.rateLimited", nextAt: "2026-11-24T10:25:00.000Z" },
    }),
    slot("w3", "cibtp", "Congés payés et chômage intempéries", "missing", [], {
      why: { state: "signIn", sourceId: "cibtp", provider: "CIBTP" },
    }),
    slot("w4", "probtp", "Retraite et prévoyance", "missing", [], { why: { state: "asking", sourceId: "probtp", provider: "PRO BTP" } }),
    slot("w5", "rcPro", "Assurance de responsabilité civile professionnelle", "missing", [], { why: { state: "toConfirm" } }),
    slot("w6", "decennale", "Assurance décennale", "missing", []),
    slot("w7", "immatriculation", "Extrait du registre", "failed", ["inpi#0"], { why: { state: "notObtained", provider: "INPI" } }),
  ],
};

/** Two officers may sign, and the contact is still to be given. */
export const SIGNERS: Situation = {
  ...READY,
  fields: [
    ...FIELDS.slice(0, 4),
    ...(["dirigeantNom", "dirigeantPrenom", "dirigeantQualite"] as const).map(
      (field, i): FieldLine => ({
        ...(FIELDS[11] as FieldLine),
        id: `d${i}`,
        field,
        pageLabel: ["Nom du signataire", "Prénom du signataire", "Qualité"][i] ?? "",
        heading: "Signature",
      }),
    ),
    ...FIELDS.slice(7),
  ],
  dossier: {
    ...DOSSIER,
    dirigeants: [
      { nom: "TEMOIN", prenom: "Camille", qualite: "Présidente", provenance: provenance("inpi-rne", "INPI") },
      {
        nom: "EXEMPLE-LA-RIVIERE",
        prenom: "Sacha Marie-Christine",
        qualite: "Directeur général délégué",
        provenance: provenance("inpi-rne", "INPI"),
      },
    ],
  },
};

export const BLOCKED: Situation = {
  ...READY,
  stage: "blocked",
  dossier: { ...DOSSIER, conflicts: [{ code: "etablissementFerme", proposals: [], siret: "90000002700012" }] },
};

export const UNREACHABLE: Situation = {
  ...READY,
  stage: "unreachable",
  service: { ...READY.service, mode: null, trouble: "unreachable" },
  sources: [],
  fields: FIELDS.map(withoutValue),
  slots: [],
  dossier: { ...DOSSIER, pieces: [], certifications: [] },
};

export const NO_FORM: Situation = { ...READY, stage: "noForm", page: null, fields: [], slots: [] };
/** Over the company's own account on a portal, where the address and an officer are those of last year. */
export const ACCOUNT: Situation = {
  ...NO_FORM,
  page: { ...(READY.page as NonNullable<Situation["page"]>), kind: null, detected: false, document: "", consultation: null },
  dossier: {
    ...DOSSIER,
    values: {
      ...DOSSIER.values,
      siret: { value: SIRET, origin: { from: "manual" }, alternatives: [] },
      raisonSociale: { value: "ATELIER DES TOITS CLAIRS", origin: insee, alternatives: [] },
      adresseLigne1: { value: "4 RUE DES FORGES", origin: insee, alternatives: [] },
      codePostal: { value: "69003", origin: insee, alternatives: [] },
      commune: { value: "LYON", origin: insee, alternatives: [] },
      codeNaf: { value: "43.91B", origin: insee, alternatives: [] },
      capitalSocial: { value: 10_000, origin: rne, alternatives: [] },
    },
    dirigeants: [
      { nom: "TEMOIN", prenom: "Camille", qualite: "Présidente", provenance: provenance("inpi-rne", "INPI") },
      { nom: "EXEMPLE", prenom: "Sacha", qualite: "Directeur général", provenance: provenance("inpi-rne", "INPI") },
    ],
  },
};
const TOLD: readonly (readonly [ComparedField, string])[] = [
  ["siret", "900 000 019 00019"],
  ["raisonSociale", "Atelier des Toits clairs"],
  ["adresseLigne1", "118 bis avenue du Maréchal Foch, bâtiment C"],
  ["codePostal", "69006"],
  ["commune", "Lyon 6e"],
  ["dirigeantNomComplet", "Dominique Ancien"],
  ["codeNaf", "4391B"],
  ["capitalSocial", "10 k€"],
  ["iban", "FR76 3000 6000 0112 3456 7890 189"],
];
export const ACCOUNT_HELD: HeldPage = {
  held: TOLD.map(([field, text]) => ({ frameId: 0, id: field, field, text, label: field })),
  sirets: [],
};

/** An account's page that is a form, each field of which holds something. */
export const ACCOUNT_FORM: Situation = {
  ...ACCOUNT,
  stage: "ready",
  page: READY.page,
  fields: FIELDS.map(({ reason: _, origin: __, ...line }): FieldLine => ({ ...line, status: "left", reason: "notEmpty" })),
};

/** The screen over the site that delivers the piece that the person went to obtain. */
export const OBTAINING: Situation = { ...NO_FORM, awaited: ["attestationVigilance"] };

export const NO_COMPANY: Situation = {
  ...READY,
  stage: "noCompany",
  company: null,
  companies: [],
  service: {
    ...READY.service,
    samples: [
      { siret: SIRET, name: "ATELIER DES TOITS CLAIRS", situation: "SAS, tout est en règle" },
      { siret: "90000002700012", name: "MAÇONNERIE DU PLATEAU", situation: "SARL du bâtiment, qualifications" },
      { siret: "90000003500015", name: "LES AMIS DU VERGER", situation: "Association sans RCS" },
    ],
  },
  fields: [],
  slots: [],
  sources: [],
  dossier: null,
  work: null,
};

/** The first minute after the installation, when nothing else was done. */
export const BARE: Situation = {
  ...NO_COMPANY,
  service: {
    ...OPEN_DATA,
    publicServices: { names: OPEN_DATA.publicServices?.names ?? [], origins: ["https://recherche-entreprises.api.gouv.fr/*"] },
  },
};

export const MERGED: Situation = {
  ...FILLED,
  slots: [
    slot(
      "m1",
      "candidature",
      "Pièces de la candidature (un seul fichier PDF ou ZIP)",
      "ready",
      PIECES.filter((one) => one.chosen).map(({ id }) => id),
      { choice: "whole", made: "pdf" },
    ),
  ],
};

/** Companies of one name. */
export const FOUND = {
  companies: [
    { siret: SIRET, name: "ATELIER DES TOITS CLAIRS", place: "99012 BRECOURT-SUR-VAUDRE" },
    { siret: "90000002700012", name: "TOITS ET CHARPENTES DU PLATEAU (TCP)", place: "99340 SAINT-ESSAI" },
  ],
  total: 2,
};

const WHOLE: Situation["prepared"] = {
  work: `${SIRET}|VBV-2026-38`,
  tabId: 1,
  at,
  until: "2026-12-24",
  form: "pdf",
  files: [
    {
      key: "made|1",
      fileName: "dossier-candidature_900000019_2026-11-24.pdf",
      mediaType: "application/pdf",
      sha256: "0".repeat(64),
      size: 3_140_000,
      pages: 41,
      oversize: false,
    },
  ],
  remarks: [],
};

/** The dossier was prepared on its page, and is proposed where the whole candidature goes. */
export const PREPARED: Situation = {
  ...MERGED,
  prepared: WHOLE,
  slots: MERGED.slots.map((line) => ({
    ...line,
    prepared: [["made|1"]],
    maxSize: { bytes: 10_000_000, said: "Taille maximale du fichier : 10 Mo" },
  })),
};

/** The same after the deposit, with its receipt. A file was made again since, with a document that is over at the deadline. */
export const DEPOSITED: Situation = {
  ...PREPARED,
  prepared: {
    ...WHOLE,
    holds: [
      { kind: "attestationVigilance", title: "Attestation de vigilance URSSAF", validFrom: "2026-04-30", validityBasis: "computed" },
      { kind: "decennale", title: "Assurance décennale 2026", validUntil: "2026-12-31", validityBasis: "document" },
    ],
  },
};

/** What was done for that consultation. */
export const LOG: readonly Diligence[] = [
  {
    at,
    what: "prepared",
    fileName: "dossier-candidature_900000019_2026-11-24.pdf",
    sha256: "0".repeat(64),
    size: 3_140_000,
  },
];

/** The same, closed by the portal's receipt, which names all but one. */
export const CLOSED_LOG: readonly Diligence[] = [
  ...LOG,
  {
    at,
    what: "receipt",
    fileName: "accuse-de-depot.pdf",
    sha256: "1".repeat(64),
    size: 48_000,
    receipt: {
      depositedAt: "2026-11-24T10:02:00.000Z",
      files: [
        { fileName: "dossier-candidature_900000019_2026-11-24.pdf", found: "hash" },
        { fileName: "attestation-vigilance.pdf", found: "absent" },
      ],
      namesReference: true,
    },
  },
];

const kept = (id: string, about: Partial<CoffrePiece> & Pick<CoffrePiece, "kind" | "title" | "fileName">): CoffrePiece => ({
  id,
  siren: "900000019",
  type: "application/pdf",
  size: 182_000,
  sha256: id,
  addedAt: at,
  validityBasis: "computed",
  confirmed: true,
  ...about,
});

/** The coffre of that company: held, about to end, over, and one that is asked about. */
export const COFFRE: readonly CoffrePiece[] = [
  kept("c1", {
    kind: "autre",
    title: "Document à reconnaître",
    fileName: "photo.jpg",
    type: "image/jpeg",
    asks: [
      { about: "kind", why: "noText", proposals: [] },
      { about: "company", why: "noText", proposals: [] },
    ],
    confirmed: false,
  }),
  kept("c2", {
    kind: "rcPro",
    title: "Assurance responsabilité civile professionnelle",
    fileName: "rc-2026.pdf",
    validUntil: "2026-12-31",
  }),
  kept("c3", { kind: "decennale", title: "Assurance décennale", fileName: "decennale-2025.pdf", validUntil: "2025-12-31" }),
  kept("c4", { kind: "rib", title: "RIB", fileName: "rib.pdf", issuedOn: "2026-02-03" }),
];

/** Titles that are not understood, and what was taught of the form. */
export const PROPOSED: Situation = {
  ...READY,
  fields: READY.fields.map((line, at) => {
    if (line.status !== "ready") return line;
    const teachable = { ...line, teachable: "anything" as const };
    if (at === 0) return { ...teachable, taught: "person" };
    if (at > 4) return teachable;
    const doubts = [at < 4 ? ({ about: "title", text: "Suivi commercial" } as const) : ({ about: "map", text: "" } as const)];
    return { ...teachable, status: "proposed", heading: at < 4 ? "Suivi commercial" : "Vos moyens", doubts };
  }),
  slots: SLOTS.map((line, at) => ({ ...line, teachable: true, ...(at === 1 ? { taught: "person" as const } : {}) })),
  unread: [
    { frameId: 0, id: "u1", label: "Code adhérent", may: "anything", heading: "Suivi commercial" },
    { frameId: 0, id: "u2", label: "Votre référence interne", may: "anything", taught: "person" },
  ],
  taught: [
    {
      host: "depot.ville.example",
      structure: "a".repeat(64),
      by: "person",
      at,
      lessons: [
        {
          control: { type: "text", label: "Dénomination", titles: ["Suivi commercial"], nth: 0 },
          asks: "raisonSociale",
          how: "confirmed",
          doubts: [],
        },
        { control: { type: "text", label: "Votre référence interne", titles: [], nth: 0 }, asks: "none", how: "reassigned", doubts: [] },
        { control: { type: "text", label: "Télécopie", titles: [], nth: 0 }, asks: "contactFax", how: "refused", doubts: [] },
      ],
    },
    { host: "marches.region.example", structure: "b".repeat(64), by: "map", at, lessons: [] },
  ],
};

/** Years of papers, and what a first import leaves to be said. */
export const COFFRE_FULL: readonly CoffrePiece[] = [
  ...COFFRE,
  ...[1, 2, 3].map((i) =>
    kept(`f${i}`, {
      kind: "attestationVigilance",
      title: "Attestation de vigilance URSSAF",
      fileName: `durand-${i}.pdf`,
      otherSiren: "913456786",
      confirmed: false,
      asks: [{ about: "company", why: "otherCompany", proposals: [{ value: "913456786", page: 1, line: "SIREN 913 456 786" }] }],
    }),
  ),
  ...[2025, 2024, 2023].map((year) =>
    kept(`v${year}`, {
      kind: "attestationVigilance",
      title: "Attestation de vigilance URSSAF",
      fileName: `vigilance-${year}.pdf`,
      validFrom: `${year + 1}-09-30`,
    }),
  ),
  ...[2025, 2024].map((year) =>
    kept(`rc${year}`, {
      kind: "rcPro",
      title: "Assurance responsabilité civile professionnelle",
      fileName: `rc-${year}.pdf`,
      validUntil: `${year}-12-31`,
    }),
  ),
];

/** A scan whose text was recognised, and documents that bear signatures and codes, or cannot all be merged. */
export const COFFRE_SCANNED: readonly CoffrePiece[] = [
  kept("s1", {
    kind: "autre",
    title: "Document à reconnaître",
    fileName: "IMG_20261118_091204.jpg",
    type: "image/jpeg",
    asks: [
      {
        about: "kind",
        why: "scanned",
        proposals: [{ value: "attestationVigilance", page: 1, line: "ATTESTATION DE VIGILANCE" }],
      },
      {
        about: "company",
        why: "unclear",
        proposals: [
          { value: "900000019", page: 1, line: "SIREN 900 000 019" },
          { value: "913456786", page: 1, line: "Établi par le cabinet DURAND, SIREN 913 456 786" },
        ],
      },
      {
        about: "validFrom",
        why: "scanned",
        proposals: [
          { value: "2026-10-31", page: 1, line: "à jour de ses obligations à la date du 31/10/2026" },
          { value: "2026-09-30", page: 2, line: "période analysée du 1er juillet au 30 septembre 2026" },
        ],
      },
    ],
    confirmed: false,
  }),
  kept("s2", {
    kind: "attestationFiscale",
    title: "Attestation de régularité fiscale",
    fileName: "attestation-fiscale-signee.pdf",
    issuedOn: "2026-11-02",
    signatures: [{ signer: "DIRECTION GENERALE DES FINANCES PUBLIQUES", on: "2026-11-02", isWhole: true }, { isWhole: false }],
  }),
  kept("s3", {
    kind: "rib",
    title: "RIB",
    fileName: "rib.pdf",
    issuedOn: "2026-02-03",
    codes: [
      {
        form: "2d-doc",
        authority: "FR03",
        certificate: "0001",
        type: "03",
        issuedOn: "2026-02-03",
        holder: "ATELIER DES TOITS CLAIRS",
        iban: "FR7630006000011234567890189",
      },
    ],
  }),
  kept("s4", {
    kind: "attestationVigilance",
    title: "Attestation de vigilance URSSAF",
    fileName: "vigilance-2026-10.pdf",
    validFrom: "2026-10-31",
    securityCode: "ABCDE12345FGHIJ",
    caveats: ["holdsFiles"],
  }),
  kept("s5", { kind: "statuts", title: "Statuts", fileName: "statuts-proteges.pdf", unfit: "password" }),
];
const form = (kind: FormKind, more: Partial<MadeForm> = {}): MadeForm => ({
  key: `made|${kind}`,
  kind,
  title: kind.toUpperCase(),
  fileName: `${kind}_${SIRET}.pdf`,
  mediaType: "application/pdf",
  sha256: "0".repeat(64),
  size: 84_000,
  pages: 3,
  left: [],
  sworn: 0,
  ...more,
});

export const MADE_FORMS: MadeForms = {
  work: PREPARED.work ?? "",
  tabId: 1,
  at,
  basis: basisOf(PREPARED.dossier as Dossier),
  files: [
    form("dc1", { sworn: 1, left: ["A · SIRET de l'acheteur", "C1 · Courriel", "F2 · Adresse internet des preuves"] }),
    form("dc2", { sworn: 1, left: ["E1 · Inscription au registre", "F1 · Part liée à l'objet du marché (%)"] }),
    form("dume", { left: ["Motif d'exclusion sans réponse : Corruption. Répondez oui ou non."] }),
  ],
};
/** DC1 and DC2 are made of the dossier and of what the person chose, and a DUME answered in part. */
export const FORMS: Situation = {
  ...PREPARED,
  lists: [
    ...(["client", "objet", "amount", "contact"] as const).flatMap((column, place) =>
      [0, 1].map((at) => ({
        frameId: 0,
        id: `ref-${at}-${place}`,
        cell: { list: "references" as const, column, at },
        type: "text" as const,
        pageLabel: ["Client", "Objet", "Montant HT", "Contact"][place] ?? "",
        empty: true,
      })),
    ),
    ...["Lot 1 – Charpente", "Lot 2 – Couverture"].map((said, at) => ({
      frameId: 0,
      id: `lot-${at}`,
      cell: { list: "lots" as const, column: "lot" as const, at, said },
      type: "checkbox" as const,
      pageLabel: said,
      empty: true,
    })),
    {
      frameId: 0,
      id: "lot-list",
      cell: { list: "lots", column: "lot", at: 2, said: "Lot de ce pli", options: ["Choisir", "Lot 1 – Charpente", "Lot 2 – Couverture"] },
      type: "select",
      pageLabel: "Lot de ce pli",
      empty: true,
    },
    ...["Mandataire", "Cotraitant 1", undefined].flatMap((said, at) =>
      (["name", "siret", "email", "role", "performs", "share"] as const).map((column) => ({
        frameId: 0,
        id: `member-${at}-${column}`,
        cell: { list: "members" as const, column, at, ...present({ said }) },
        type: "text" as const,
        pageLabel: column,
        empty: true,
      })),
    ),
  ],
  dossier: withMadeForms(PREPARED.dossier as Dossier, MADE_FORMS),
  slots: [
    ...PREPARED.slots,
    {
      ...(PREPARED.slots[0] as SlotLine),
      id: "dc4",
      kind: "dc1",
      pageLabel: "Lettre de candidature (DC1)",
      status: "missing",
      choice: "nothing",
      proposed: [],
      candidates: [],
      made: null,
      prepared: [],
      why: { state: "canBeMade" },
    },
  ],
};
/** References, people and equipment, some of them shown for this consultation. */
export const SHOWN: { readonly chosen: MeansChoice; readonly kept: Means } = {
  chosen: { ...NO_CHOICE, references: ["r1"], team: ["t1"], headcounts: ["h1"], aim: { cpv: "45261420", amount: 180_000 } },
  kept: {
    references: [
      {
        id: "r1",
        client: "Commune de Valombre",
        objet: "Réfection de la toiture et de la zinguerie de l'école",
        nature: "works",
        cpv: "45261420",
        amount: 402_500,
        shared: true,
        from: "2024-03-01",
        until: "2025-06-30",
        contact: { name: "Noé Été, services techniques", phone: "01 99 00 12 34" },
        published: { provider: "DECP", ids: ["2024TRX007"], readOn: "2026-11-24" },
      },
      { id: "r2", client: "Syndic du 12, rue des Lilas", objet: "Entretien annuel des couvertures", contact: {} },
    ],
    team: [
      {
        id: "t1",
        lastName: "Lemaire",
        firstName: "Zoë",
        role: "Conductrice de travaux",
        qualifications: "CACES R486",
        experience: 12,
        leads: true,
      },
    ],
    equipment: [{ id: "e1", name: "Nacelle élévatrice", count: 2, about: "18 m" }],
    headcounts: [{ id: "h1", year: 2025, average: 42, leaders: 5 }],
  },
};

export const GROUP_BID: Bid = {
  role: "lead",
  groupForm: "conjoint",
  leadAnswersForAll: null,
  task: { performs: "Couverture", share: 65, lots: ["1"] },
  others: [{ siret: "90000002700012", name: "CHARPENTES DU LAC", task: { performs: "Charpente", share: null, lots: [] } }],
  subcontractors: [
    {
      siret: "99990200000010",
      name: "",
      performs: "Échafaudages",
      reliedOn: false,
      known: {
        facts: { raisonSociale: "TEMOIN CAMILLE" },
        source: "recherche-entreprises",
        provider: "DINUM",
        at: "2026-11-24T09:00:00.000Z",
      },
    },
    { name: "Toitures de Meuse SRL", country: "Belgique", number: "BE 0123.456.749", performs: "Zinguerie", reliedOn: true },
  ],
  portee: { sur: "lots", lots: [{ numero: "1" }, { numero: "2" }] },
  needsPerLot: true,
};
export const PACKETS: KeptPackets = {
  work: PREPARED.work ?? "",
  tabId: 1,
  files: (["dc2", "attestationVigilance"] as const).map((kind) => ({
    key: `made|member-${kind}`,
    siret: "90000002700012",
    member: "CHARPENTES DU LAC",
    madeAt: at,
    kind,
    title: kind === "dc2" ? "DC2" : "Attestation de vigilance URSSAF",
    fileName: `${kind}.pdf`,
    mediaType: "application/pdf",
    size: 84_000,
    sha256: "0".repeat(64),
    source: "URSSAF",
    validityBasis: "unknown",
  })),
};
export const DUME: DumeAnswers = {
  ...NO_ANSWERS,
  grounds: {
    "crime-org": { applies: false },
    corruption: { applies: true, explanation: "Condamnation d'un ancien gérant, en 2023.", measures: "Il a quitté l'entreprise." },
  },
  request: { fileName: "demande.xml", key: "made|demande", reference: "VBV-2026-38", lots: ["LOT-0001", "LOT-0002"] },
};
export const PAST: PastGrounds = { at: "2026-09-03T08:00:00.000Z", reference: "VBV-2026-12", grounds: { fraud: { applies: false } } };

function did(what: ConsultationEvent["what"], on: string, more: Partial<ConsultationEvent> = {}): ConsultationEvent {
  return { at: `${on}T09:00:00.000Z`, what, files: [], pieces: [], ...more };
}

const SENT_PIECES: ConsultationEvent["pieces"] = [
  { kind: "attestationVigilance", title: "Attestation de vigilance", validFrom: "2026-09-30", validityBasis: "computed" },
  { kind: "qualibat", title: "Certificat Qualibat 3192", validUntil: "2026-09-30", validityBasis: "document" },
];
const SENT_FILES = [{ fileName: "01_attestation-vigilance.pdf", sha256: "0".repeat(64) }];

/** Consultations of a company that has answered for months: pressing, doubtful, without a deadline, over and deposited, archived. */
export const CONSULTATIONS: KeptConsultation[] = [
  {
    id: "k1",
    siren: "900000019",
    portal: "place",
    url: "https://www.marches-publics.gouv.fr/consultation/41",
    reference: "VBV-2026-38",
    objet: "Réfection de la toiture de l'école élémentaire des Tilleuls",
    acheteurNom: "Ville de Beauval",
    acheteurSiret: "21950057400019",
    dateLimite: "2026-11-27T12:00:00+01:00",
    deadlineBefore: "2026-11-20T12:00:00+01:00",
    lots: [
      { numero: "1", intitule: "Couverture" },
      { numero: "2", intitule: "Zinguerie" },
    ],
    events: [
      did("met", "2026-11-20"),
      did("filled", "2026-11-23", { fields: 12 }),
      did("prepared", "2026-11-23", { files: [{ fileName: "dossier-de-candidature_VBV-2026-38.pdf", sha256: "5e".repeat(32) }] }),
      did("attached", "2026-11-24", { files: SENT_FILES, pieces: SENT_PIECES }),
    ],
    archived: false,
  },
  {
    id: "k2",
    siren: "900000019",
    portal: "aws-achat",
    url: "https://agysoft.marches-publics.info/consultation/7",
    reference: "26S0114",
    objet: "Entretien des couvertures, accord-cadre",
    acheteurNom: "Collectivité territoriale de Martinique",
    doubt: { why: "overseasBuyer", said: "97200 Fort-de-France", written: "08/12/2026 12:00", day: "2026-12-08" },
    events: [did("met", "2026-11-22")],
    archived: false,
  },
  {
    id: "k3",
    siren: "900000019",
    portal: "achatpublic",
    url: "https://www.achatpublic.com/consultation/9",
    reference: "CH-2027-003",
    objet: "Étanchéité des terrasses du bâtiment de pédiatrie",
    acheteurNom: "Centre hospitalier de Sornay",
    acheteurSiret: "26710076800013",
    dateLimite: "2027-01-15T17:30:00+01:00",
    events: [did("filled", "2026-11-18", { fields: 1 })],
    archived: false,
  },
  {
    id: "k4",
    siren: "900000019",
    portal: "place",
    url: "https://www.marches-publics.gouv.fr/consultation/12",
    reference: "VBV-2026-21",
    objet: "Reprise de la charpente du gymnase",
    acheteurNom: "Ville de Beauval",
    acheteurSiret: "21950057400019",
    dateLimite: "2026-10-09T12:00:00+02:00",
    events: [
      did("attached", "2026-10-08", { files: SENT_FILES, pieces: SENT_PIECES }),
      did("deposited", "2026-10-08", { operation: "receipt" }),
    ],
    archived: false,
  },
  {
    id: "k5",
    siren: "900000019",
    portal: "place",
    url: "https://www.marches-publics.gouv.fr/consultation/3",
    reference: "D-2026-7",
    objet: "Couverture des ateliers départementaux",
    events: [did("met", "2026-06-02")],
    archived: true,
  },
];

const KEPT_FILE = { mediaType: "application/pdf" as const, pages: 34, oversize: false };
const KEPT_DOSSIER = { work: `${SIRET}|VBV-2026-38`, form: "pdf" as const, remarks: [] };
export const KEPT_DOSSIERS: ShownDossier[] = [
  {
    ...KEPT_DOSSIER,
    id: "d1",
    at: "2026-11-23T16:20:00.000Z",
    until: "2026-12-23",
    files: [{ ...KEPT_FILE, key: "made|1", fileName: "dossier-de-candidature_VBV-2026-38.pdf", sha256: "5e".repeat(32), size: 12_400_000 }],
  },
  {
    ...KEPT_DOSSIER,
    id: "d2",
    at: "2026-11-12T08:05:00.000Z",
    until: "2026-12-12",
    files: [{ ...KEPT_FILE, key: "made|2", fileName: "dossier-de-candidature.pdf", sha256: "6f".repeat(32), size: 3_100_000 }],
  },
];

/** What is asked of the winner, and a contract that runs with a subcontractor. */
export const AWARDS: KeptConsultation[] = CONSULTATIONS.map((one) => {
  if (one.id === "k4") return { ...one, award: { askedBy: "2026-12-02" } };
  if (one.id !== "k3") return one;
  const subcontractors = [
    { siret: "90000002700012", name: "ZINGUERIE DU LAC", from: "2026-11-20" },
    { country: "Belgique", number: "BE 0123.456.749", name: "TOITURES DE MEUSE", from: "2026-06-20" },
  ];
  const events = [did("attached", "2026-04-13", { files: SENT_FILES, pieces: SENT_PIECES }), did("deposited", "2026-04-13")];
  return {
    ...one,
    dateLimite: "2026-04-14T17:30:00+02:00",
    events,
    award: { contract: { from: "2026-06-08", until: "2028-06-07", subcontractors, given: [] } },
  };
});
export const AWARDED: Situation = { ...READY };

/** A colleague's file that differs in some places. */
export const CAME: Came = {
  state: "imported",
  pieces: 2,
  alreadyHere: 6,
  differing: ["Attestation de régularité fiscale"],
  isJoined: true,
  report: {
    consultations: { added: 1, joined: 3 },
    taken: ["contactTelephone", "iban"],
    differences: [
      { about: "entry", name: "contactEmail", here: "marches@toits-clairs.example", there: "contact@toits-clairs.example" },
      {
        about: "deadline",
        name: "Réfection de la toiture de l'école élémentaire des Tilleuls",
        here: "2026-11-27T11:00:00.000Z",
        there: "2026-12-04T11:00:00.000Z",
      },
    ],
  },
  takeFile: async () => ({ consultations: { added: 0, joined: 4 }, taken: [], differences: [] }),
};
