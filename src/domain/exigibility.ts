/**
 * Pieces that a buyer may not demand of a candidate, or not at this stage, with the text that says so and a sentence to send. It informs:
 * a form that asks for the piece keeps its slot, and the bidder decides. Only texts read at their source are shown (`isShowable`).
 */
import { PIECE_KINDS, type PieceKind } from "./pieces.ts";
import { isShowable, REFERENCES, type Reference } from "./references.ts";
import { formatSiren } from "./siret.ts";

/** `never` cannot be demanded · `online` need not be sent when the buyer can get it online · `later` of the winner only. */
export type Exemption = "never" | "online" | "later";

export interface Exigibility {
  readonly exemption: Exemption;
  /** What the bidder reads, French. */
  readonly text: string;
  readonly reference: Reference;
  /** To paste in a question to the buyer. */
  readonly sentence: (siren: string) => string;
}

const KBIS: Exigibility = {
  exemption: "never",
  text: "Votre numéro SIREN suffit : l'acheteur consulte le registre lui-même.",
  reference: REFERENCES.kbis,
  sentence: (siren) =>
    `Notre numéro SIREN est le ${formatSiren(siren)} ; en application de l'article R2143-9 du code de la commande publique, il vous permet d'accéder à notre extrait d'immatriculation, qui n'est plus à produire.`,
};

const FISCALE: Exigibility = {
  exemption: "online",
  text: "L'acheteur peut l'obtenir lui-même auprès de la DGFIP.",
  reference: REFERENCES.regulariteFiscale,
  sentence: (siren) =>
    `En application de l'article D113-14 du code des relations entre le public et l'administration, nous vous laissons obtenir directement auprès de la DGFIP notre attestation de régularité fiscale (SIREN ${formatSiren(siren)}).`,
};

/** A proof that anyone gets online at no cost. */
function online(what: string, where: string): Exigibility {
  return {
    exemption: "online",
    text: `L'acheteur obtient gratuitement ${what} en ligne : il suffit de dire où.`,
    reference: REFERENCES.accessibleEnLigne,
    sentence: (siren) =>
      `En application de l'article R2143-13 du code de la commande publique, vous pouvez obtenir gratuitement ${what} (SIREN ${formatSiren(siren)}) à l'adresse ${where}.`,
  };
}

const LATER: Exigibility = {
  exemption: "later",
  text: "Cette preuve n'est à produire que par l'attributaire pressenti : la déclaration sur l'honneur suffit à la candidature.",
  reference: REFERENCES.attributaireSeul,
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
  probtp: [LATER],
  avisInsee: [online("notre avis de situation au répertoire SIRENE", "https://avis-situation-sirene.insee.fr")],
  statuts: [online("nos statuts déposés au registre national des entreprises", "https://data.inpi.fr")],
  acte: [online("nos actes déposés au registre national des entreprises", "https://data.inpi.fr")],
  rge: [online("nos qualifications RGE", "https://france-renov.gouv.fr/annuaire-rge")],
  bio: [online("notre certificat d'agriculture biologique", "https://annuaire.agencebio.org")],
};

/** What may be told of a kind; the most favourable first. */
export function exigibilitiesOf(kind: PieceKind): Exigibility[] {
  return (NOTES[kind] ?? []).filter(({ reference }) => isShowable(reference));
}

/** Every note, also those that wait for their text to be read. */
export function allExigibilities(): readonly Exigibility[] {
  return PIECE_KINDS.flatMap((kind) => NOTES[kind] ?? []);
}
