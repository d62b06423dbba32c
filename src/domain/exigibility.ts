/**
 * Pieces that a buyer may not demand of a candidate, or not at this stage, with the legal text and a sentence to send. It informs:
 * a form that asks for the piece keeps its slot, and the bidder decides. Only texts read at their source are shown (`isShowable`), and only
 * when they apply to that buyer and that company.
 */
import { PIECE_KINDS, type PieceKind } from "./pieces.ts";
import { plainWords } from "./plain.ts";
import { isShowable, REFERENCES, type Reference } from "./references.ts";
import { formatSiren } from "./siret.ts";

/** `never` cannot be demanded · `online` need not be sent when the buyer can get it online · `later` from the winner only. */
export type Exemption = "never" | "online" | "later";

/** The buyer who asks and the company asked. What is unknown is absent, and nothing is claimed from it. */
export interface Asking {
  /** The buyer's name as the page tells it. */
  readonly buyer?: string | undefined;
  /** INSEE's code of the company's legal form, "5710". */
  readonly legalForm?: string | undefined;
  /** "2024-03-15". */
  readonly createdOn?: string | undefined;
  /** False when a collective procedure is published, or may be. */
  readonly noProcedure?: boolean | undefined;
  /** "2026-11-15". */
  readonly today?: string | undefined;
}

export interface Exigibility {
  readonly exemption: Exemption;
  /** What the bidder reads, French. */
  readonly text: string;
  readonly reference: Reference;
  /** A text that limits the first one. */
  readonly but?: Reference;
  /** True when it applies to that buyer and that company. */
  readonly holds: (asking: Asking) => boolean;
  /** To paste in a question to the buyer. */
  readonly sentence: (siren: string) => string;
}

const always = () => true;

const KBIS: Exigibility = {
  exemption: "never",
  text: "Votre numéro SIREN suffit : l'acheteur consulte le registre lui-même.",
  reference: REFERENCES.kbis,
  but: REFERENCES.extraitOutreMer,
  holds: ({ buyer, legalForm }) => !hasOwnRegister(buyer) && !isOutOfTheRegister(legalForm),
  sentence: (siren) =>
    `Notre numéro SIREN est le ${formatSiren(siren)} ; en application de l'article R2143-9 du code de la commande publique, il vous permet d'accéder à notre extrait d'immatriculation, qui n'est plus à produire.`,
};

/** Applies between administrations only, and to companies that DGFIP covers: under corporation tax, not new, not in proceedings. */
const FISCALE: Exigibility = {
  exemption: "online",
  text: "Cet acheteur est une administration : il obtient lui-même votre situation fiscale auprès de la DGFIP. S'il n'y parvient pas, joignez l'attestation.",
  reference: REFERENCES.entreAdministrations,
  holds: (asking) => isAdministration(asking.buyer) && isAnsweredForByTheDgfip(asking),
  sentence: (siren) =>
    `En application des articles L113-12 et D114-9-1 du code des relations entre le public et l'administration, nous vous laissons obtenir directement auprès de la DGFIP notre attestation de régularité fiscale (SIREN ${formatSiren(siren)}) ; nous la produirons si vous n'y parvenez pas.`,
};

/** A proof that anyone can get online free of charge. */
function online(what: string, where: string): Exigibility {
  return {
    exemption: "online",
    text: `L'acheteur obtient gratuitement ${what} en ligne : il suffit de dire où.`,
    reference: REFERENCES.accessibleEnLigne,
    holds: always,
    sentence: (siren) =>
      `En application de l'article R2143-13 du code de la commande publique, vous pouvez obtenir gratuitement ${what} (SIREN ${formatSiren(siren)}) à l'adresse ${where}.`,
  };
}

const LATER: Exigibility = {
  exemption: "later",
  text: "Cette preuve n'est à produire que par l'attributaire pressenti : la déclaration sur l'honneur suffit à la candidature, sauf si l'acheteur limite le nombre de candidats.",
  reference: REFERENCES.attributaireSeul,
  but: REFERENCES.nombreLimite,
  holds: always,
  sentence: (siren) =>
    `En application de l'article R2144-4 du code de la commande publique, nous produirons cette preuve si notre offre est retenue (SIREN ${formatSiren(siren)}).`,
};

const NOTES: Partial<Record<PieceKind, readonly Exigibility[]>> = {
  immatriculation: [KBIS],
  attestationFiscale: [FISCALE, LATER],
  attestationVigilance: [LATER],
  msa: [LATER],
  cibtp: [LATER],
  cnetp: [LATER],
  avisInsee: [online("notre avis de situation au répertoire SIRENE", "https://avis-situation-sirene.insee.fr")],
  statuts: [online("nos statuts déposés au registre national des entreprises", "https://data.inpi.fr")],
  acte: [online("nos actes déposés au registre national des entreprises", "https://data.inpi.fr")],
  rge: [online("nos qualifications RGE", "https://france-renov.gouv.fr/annuaire-rge")],
  bio: [online("notre certificat d'agriculture biologique", "https://annuaire.agencebio.org")],
};

/** What that company may tell that buyer about a kind, most favourable first. */
export function exigibilitiesOf(kind: PieceKind, asking: Asking = {}): Exigibility[] {
  return (NOTES[kind] ?? []).filter(({ reference, holds }) => isShowable(reference) && holds(asking));
}

/** Every note, including those whose text has not been read yet. */
export function allExigibilities(): readonly Exigibility[] {
  return PIECE_KINDS.flatMap((kind) => NOTES[kind] ?? []);
}

/** Names of authorities and administrative public bodies (code des relations entre le public et l'administration, L100-3). */
const ADMINISTRATION =
  /\b(communes?|mairie|ville|departement(al)?|conseil (departemental|regional)|region(al)?|collectivite|metropole|communaute (de communes|d agglomeration|urbaine|d universites)|ministere|prefecture|direction (departementale|regionale|interregionale)|etat|universite|rectorat|academie|lycee|college|ccas|cias|centre (communal|intercommunal) d action sociale|sdis|service departemental d incendie|(centre|groupement) hospitalier|chu|chru|hopital|hopitaux|syndicat (intercommunal|mixte|departemental)|agence regionale de sante)\b/;
/** Names of companies and commercial public bodies, whatever town they hold. */
const NOT_ADMINISTRATION =
  /\b(sem|sempa|saem\w*|semop|spl|spla|sa|sas|sasu|sarl|esh|oph|opac|opdhlm|epic|gie|gip|office|habitat|logement|hlm|regie|societe|amenagement|association|port|aeroport|tramways?|transports?|eaux?|energies?|chambre|cci|cma|etablissement public foncier)\b/;

function isAdministration(buyer: string | undefined): boolean {
  const words = plainWords(buyer ?? "");
  return ADMINISTRATION.test(words) && !NOT_ADMINISTRATION.test(words);
}

/** Legal forms under corporation tax: SARL with several members, SA, SAS. One-person SARL, partnerships and civil companies may not be. */
const UNDER_COMPANIES_TAX = /^(54(?!98)|55|56|57)\d{2}$/;

function isAnsweredForByTheDgfip({ legalForm, createdOn, noProcedure, today }: Asking): boolean {
  if (legalForm === undefined || createdOn === undefined || today === undefined || noProcedure !== true) return false;
  return UNDER_COMPANIES_TAX.test(legalForm) && createdOn.slice(0, 4) < today.slice(0, 4);
}

/** Territories where another article applies, which allows buyers to ask for the extract. */
const OWN_REGISTER = /\b(wallis|futuna|polynesie|papeete|tahiti|moorea|nouvelle caledonie|noumea|terres australes|taaf)\b/;

function hasOwnRegister(buyer: string | undefined): boolean {
  return OWN_REGISTER.test(plainWords(buyer ?? ""));
}

/** Foreign companies and associations, which have no extract. */
function isOutOfTheRegister(legalForm: string | undefined): boolean {
  return /^(3\d{3}|92\d{2})$/.test(legalForm ?? "");
}
